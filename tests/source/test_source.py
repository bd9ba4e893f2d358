"""Bytes in: paths, standard input, pipes and devices; and the encodings that their text is in."""

import io
import os
import sys
import threading

import pytest

from briefing import SourceError, read, source
from briefing.source import MAX_BYTES, Source


def test_a_path_is_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\nTwo.\n")
    source = read(path)
    assert (source.name, source.data, source.text) == (str(path), b"One.\r\nTwo.\n", "One.\r\nTwo.\n")


def test_a_dash_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One.")))
    assert read("-") == Source("standard input", b"One.")


def test_a_pipe_with_a_name_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"Through a pipe.",))
    writer.start()
    assert read(pipe).text == "Through a pipe."
    writer.join()


def test_links_are_followed(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "link").symlink_to("a.txt")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "broken").symlink_to("nothing")
    assert read(tmp_path / "link") == Source(str(tmp_path / "link"), b"One.")
    with pytest.raises(SourceError, match="loop: too many levels of symbolic links"):
        read(tmp_path / "loop")
    with pytest.raises(SourceError, match="broken: no such file"):
        read(tmp_path / "broken")


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="Linux has it")
def test_a_file_without_a_size_is_read_to_its_end():
    assert os.stat("/proc/self/status").st_size == 0
    assert read("/proc/self/status").text.startswith("Name:")


def test_a_file_that_grows_while_it_is_read_is_cut_off(tmp_path, monkeypatch):
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 1_000)
    monkeypatch.setattr(source, "MAX_BYTES", 1_500)
    real = os.fstat

    def grow(descriptor):
        found = real(descriptor)
        with path.open("ab") as file:
            file.write(b"x" * 1_000)
        return found

    monkeypatch.setattr(os, "fstat", grow)
    with pytest.raises(SourceError, match="larger than"):
        read(path)


def test_a_file_that_vanishes_once_it_is_open_is_read(tmp_path, monkeypatch):
    path = tmp_path / "short-lived.txt"
    path.write_bytes(b"Still here.")
    real = os.fstat

    def vanish(descriptor):
        path.unlink(missing_ok=True)
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", vanish)
    assert read(path).text == "Still here."


def test_a_device_without_end_is_cut_off(monkeypatch):
    monkeypatch.setattr(source, "MAX_BYTES", 1_000_000)
    with pytest.raises(SourceError, match=r"/dev/zero: larger than 1 MB"):
        read("/dev/zero")


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="larger than 50 MB"):
        read(path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nosuch.txt", "no such file"), (".", "a directory"), ("a\0b", "not a path"), ("x" * 300, "name too long")],
)
def test_what_cannot_be_read_is_one_line(name, reason):
    with pytest.raises(SourceError, match=reason) as caught:
        read(name)
    assert "\n" not in str(caught.value)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)  # A mode of 0 does not keep root out.
    with pytest.raises(SourceError, match="no permission"):
        read(tmp_path / "secret")


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        ("Grüße".encode(), None, "utf-8"),
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", None, "utf-8"),
        ("Grüße".encode("utf-16"), None, "utf-16-le"),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), None, "utf-16-be"),
        (b"\xff\xfe\0\0" + "Grüße".encode("utf-32-le"), None, "utf-32-le"),
        (b"Gr\xfc\xdfe", "iso-8859-1", "cp1252"),  # as browsers read that label
        ("Привет".encode("koi8-r"), "koi8-r", "koi8-r"),
        ("Grüße".encode("utf-16-le"), "utf-16le", "utf-16-le"),
        ("Grüße".encode(), "koi8-nonsense", "utf-8"),
        ("Grüße".encode(), "ascii", "cp1252"),
        (b"\xff\xfeG\0r\0", "utf-8", "utf-16-le"),  # a byte order mark is right where a server is wrong
        ("Привет, мир".encode(), "utf-7", "utf-8"),  # no text is in the tricks among Python's codecs
        (b'<meta charset="windows-1251"><p>' + "Привет".encode("cp1251"), None, "cp1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=gbk'>" + "港口".encode("gbk"), None, "gbk"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>' + "łódź".encode("iso-8859-2"), None, "iso8859-2"),
        (b'<meta charset="utf-8"><p>Gr\xfc\xdfe', "windows-1252", "cp1252"),  # the server goes before the page
        ('<meta charset="iso-8859-1"><p>Grüße, łódź'.encode(), None, "utf-8"),  # saved by a browser
        (b'<meta charset="utf-16"><p>' + "Grüßen".encode(), None, "utf-8"),  # declarations that cannot be
        (b'<meta charset="big5"><p>' + "Grüße".encode(), None, "utf-8"),
    ],
)
def test_encoding(data, charset, encoding):
    source = Source("a", data, charset=charset)
    assert source.encoding == encoding
    assert not source.text.startswith("\ufeff")


def test_an_older_encoding_is_guessed():
    text = "Où est passé le garçon ? Il a été vu près de la forêt, à côté du château, l'été dernier. " * 4
    assert Source("a", text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "reason"), [(b"\x7fELF\0\1\2", "binary data"), (b" \n\t", "no text"), (b"", "no text")]
)
def test_what_is_no_text(data, reason):
    with pytest.raises(SourceError, match=reason):
        _ = Source("a", data).text
