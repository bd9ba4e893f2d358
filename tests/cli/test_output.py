"""What is written is there whole or not at all, and never where a source was."""

import errno
import locale
import os
import re
import socket
from pathlib import Path

import pytest
from commandline import invoke

from briefing.cli import file_names, output
from briefing.cli.output import report, write_file


def test_write_file_replaces_whole_and_keeps_the_mode(tmp_path):
    file = tmp_path / "out.txt"
    file.write_text("old")
    file.chmod(0o640)
    write_file(file, "new\n")
    assert file.read_bytes() == b"new\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_write_file_gives_a_new_file_the_usual_mode(tmp_path):
    before = os.umask(0o026)
    try:
        write_file(tmp_path / "new.txt", "new\n")
        assert os.umask(0o026) == 0o026, "the process's own mask is as it was"
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == 0o640


@pytest.fixture
def ascii_locale():
    """Let Python take ASCII where no encoding is named."""
    before = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    yield
    locale.setlocale(locale.LC_CTYPE, before)


@pytest.mark.usefixtures("ascii_locale")
def test_write_file_writes_into_a_pipe_and_leaves_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file(tmp_path / "pipe", "é\udcff")
    assert os.read(reading, 99) == b"\xc3\xa9?"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.usefixtures("ascii_locale")
def test_write_file_writes_utf_8_and_replaces_what_that_lacks(tmp_path):
    write_file(tmp_path / "a.txt", "é\udcff.")
    assert (tmp_path / "a.txt").read_bytes() == b"\xc3\xa9?."


@pytest.mark.parametrize("name", ["a" * 251 + ".txt", "港" * 83 + ".txt", "\U0001f6a2" * 62 + ".txt"])
def test_write_file_takes_a_name_as_long_as_names_can_be(name, tmp_path):
    write_file(tmp_path / name, "text")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_write_file_follows_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_write_file_keeps_what_was_there_when_it_fails(tmp_path, monkeypatch):
    file = tmp_path / "out.txt"
    file.write_text("old")

    def fail(unfinished, _target):
        assert unfinished.parent == tmp_path, "only within a file system is a replacement whole"
        assert unfinished.name.startswith(".briefing-"), "hidden, and whose it is can be seen"
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_file(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_write_file_is_interrupted_as_such_when_it_is_all_but_done(tmp_path, monkeypatch):
    def replace(unfinished, target):
        os.replace(unfinished, target)
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", replace)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "out.txt", "new")
    assert (tmp_path / "out.txt").read_text() == "new"


def test_write_file_refuses_a_directory(tmp_path):
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, "text")


ARTICLE = "The bridge has closed. Engineers found cracks. Drivers go another way.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE)
    Path("b.txt").write_text(ARTICLE)
    Path("link").symlink_to("a.txt")
    Path("self").symlink_to("self")
    os.link("a.txt", "hard")
    return tmp_path


@pytest.mark.parametrize("output", ["a.txt", "./a.txt", "link", "hard"])
@pytest.mark.parametrize("command", ["summarize", "memo", "outline", "explain", "compare"])
def test_a_source_is_never_overwritten(command, output, here):
    result = invoke(command, "b.txt", "a.txt", "-o", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"briefing: {Path(output)}: it is a source and would be overwritten; name another file\n"
    assert Path("a.txt").read_text() == ARTICLE
    assert len(list(here.iterdir())) == 5


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words", [["a.txt", "--reference", "b.txt"], ["b.txt", "--reference", "a.txt"], ["--data", "a.txt"]]
)
def test_what_is_evaluated_is_never_overwritten(words):
    result = invoke("evaluate", *words, "-o", "link")
    assert (result.exit_code, Path("a.txt").read_text()) == (2, ARTICLE)


@pytest.mark.usefixtures("here")
def test_a_file_behind_standard_input_is_never_overwritten(shell):
    result = shell("briefing summarize -o a.txt <a.txt")
    assert (result.returncode, Path("a.txt").read_text()) == (2, ARTICLE)


@pytest.mark.usefixtures("here")
def test_a_file_in_the_output_directory_that_is_a_source_is_never_overwritten():
    Path("out").mkdir()
    Path("out/a.txt").symlink_to("../a.txt")
    result = invoke("summarize", "a.txt", "--output-dir", "out")
    assert (result.exit_code, Path("a.txt").read_text()) == (2, ARTICLE)
    assert result.stderr.count("\n") == 1


@pytest.mark.usefixtures("here")
def test_a_link_to_itself_is_one_failure_of_a_run():
    for to in (["-o", "out.txt"], ["--output-dir", "out"], ["--output-dir", "out", "-j", "2"]):
        result = invoke("summarize", "self", "a.txt", *to)
        assert result.exit_code == 1
        assert result.stderr.splitlines()[0] == ("briefing: self: too many levels of symbolic links; check the path")
    assert Path("out.txt").read_text() == "==> a.txt <==\n" + Path("out/a.txt").read_text()
    result = invoke("summarize", "a.txt", "-o", "self")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("/dev/stdout", 1),
        ("/dev/fd/1", 1),
        ("/proc/self/fd/1", 1),
        ("to-stdout", 1),
        ("/dev/fd/7", 7),
        ("a.txt", None),
        ("self", None),
    ],
)
def test_a_name_may_stand_for_a_descriptor(name, number):
    Path("to-stdout").symlink_to("/dev/stdout")
    assert output._descriptor(Path(name)) == number


@pytest.mark.usefixtures("here")
def test_a_descriptor_is_written_to_as_a_redirect_does(shell):
    Path("log").write_text("kept\n")
    shell("{ briefing summarize a.txt -o /dev/stdout; briefing summarize b.txt -n 1 -o /dev/fd/7; } >>log 7>&1")
    made = "".join(f"- {sentence.strip('.')}.\n" for sentence in ARTICLE.strip().split(". "))
    assert Path("log").read_text() == f"kept\n{made}{made.splitlines()[0]}\n"


@pytest.mark.usefixtures("here")
def test_a_descriptor_that_takes_nothing_is_one_line_and_an_error(shell):
    with open("b.txt") as reading:
        for name in (f"/dev/fd/{reading.fileno()}", "/dev/fd/999"):
            result = invoke("summarize", "a.txt", "-o", name)
            assert result.exit_code == 1
            assert result.stderr == f"briefing: {name}: cannot be written: Bad file descriptor\n"
    result = shell("briefing summarize a.txt -o /dev/stdout >&-")
    assert (result.returncode, result.stderr.count(b"\n")) == (1, 1), result
    assert b"cannot be written: Bad file descriptor" in result.stderr
    assert Path("b.txt").read_text() == ARTICLE


@pytest.mark.usefixtures("here")
def test_a_closed_pipe_behind_a_descriptor_ends_quietly(shell):
    result = shell("briefing summarize a.txt -o /dev/stdout | true")
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.usefixtures("here")
def test_what_is_marked_as_read_only_stays():
    Path("out.txt").write_text("kept")
    Path("out.txt").chmod(0o444)
    result = invoke("summarize", "a.txt", "-o", "out.txt")
    assert (result.exit_code, Path("out.txt").read_text()) == (1, "kept")
    assert result.stderr == "briefing: out.txt: cannot be written: it is marked as read-only\n"


def test_what_a_shell_may_not_write_to_stays(here, monkeypatch):
    def refuse(path, *_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    (here / "out.txt").write_text("kept")
    monkeypatch.setattr(os, "open", refuse)  # the superuser may write to anything
    with pytest.raises(PermissionError, match="denied"):
        write_file(here / "out.txt", "new")
    assert (here / "out.txt").read_text() == "kept"


@pytest.mark.parametrize("size", [499, 500, 501, 60_000])
def test_an_error_is_a_line_that_can_be_read(size, capsys):
    report("a.txt: " + "x" * (size - 20) + ": what to do")
    (line,) = capsys.readouterr().err.splitlines()
    assert len(line) <= 500 + len("briefing: ")
    assert line.startswith("briefing: a.txt: x")
    assert line.endswith("x: what to do")
    assert ("…" in line) is (size > 501)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [["summarize", "a.txt", "-l"], ["summarize", "a.txt", "-n"], ["summarize"], []])
def test_a_word_of_the_command_line_that_is_too_long_is_cut_too(words):
    result = invoke(*words, "x\x1b[31m" + "x" * 60_000)
    assert result.exit_code in (1, 2)
    assert len(result.stderr) < 1_500
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1", "0", "2147484", "1e999", "soon"])
def test_seconds_that_nobody_can_wait_for_are_refused(seconds, seed):
    result = invoke("summarize", seed, "--timeout", seconds)
    assert result.exit_code == 2
    assert "is no number of seconds from 0.001 to 86400" in " ".join(result.stderr.split())


@pytest.mark.usefixtures("here")
def test_passwords_are_not_told():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        urls = [f"http://ann:sek@r/et@127.0.0.1:{unused.getsockname()[1]}/{n}" for n in range(2)]
    result = invoke("summarize", "a.txt", *urls, "--output-dir", "out")
    assert result.exit_code == 1
    assert "2 of 3 sources failed: http://127.0.0.1" in result.stderr
    assert not re.search("ann|sek|r/et", result.output)
    assert file_names.Stems(Path("out"))(urls[0]) == file_names.Stems(Path("out"))(
        urls[0].replace("ann:sek@r/et@", "")
    )
