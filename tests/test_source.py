"""Bytes in: paths, standard input, pipes and devices; and the encodings that their text is in."""

import io
import os
import sys
import threading

import pytest

from briefing import SourceError, read
from briefing.source import MAX_BYTES, Source, files


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


def test_a_device_without_end_is_cut_off(monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 1_000_000)
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
