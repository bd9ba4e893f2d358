"""A good citizen of the shell: real processes, real pipes, real terminals."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from commandline import invoke

ARTICLE = "The bridge has closed. Engineers found cracks. Drivers go another way.\n"
BRIEFING = b"- The bridge has closed.\n- Engineers found cracks.\n- Drivers go another way.\n"
ESCAPE = b"\x1b["
STYLE = re.compile(rb"\x1b\[[\d;]*m")
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*[349]\d[;m]")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text("Another article. It has two sentences.\n")
    return tmp_path


@pytest.fixture
def long(here):
    """An article whose briefing does not fit a pipe's buffer."""
    (here / "long.txt").write_text(
        "".join(f"Sentence {n} of the tale is v{'e' * 900}ry long, and it was. " for n in range(100))
    )
    return "long.txt"


# Closed and full outputs


@pytest.mark.parametrize("command", ["summarize -r 1 -f lines", "compare -f json"])
def test_closed_pipe_ends_quietly(command, long, shell):
    result = shell(f"briefing {command} -l en -m lead {long} {long} | head -1")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.count(b"\n") == 1


@pytest.mark.parametrize("words", ["summarize a.txt", "-h"])
def test_full_disk_is_one_line_and_an_error(words, run):
    with open("/dev/full", "wb") as full:
        result = run(*words.split(), stdout=full)
    assert result.returncode == 1
    assert result.stderr.endswith(b"briefing: standard output: cannot be written: No space left on device\n")
    assert b"Traceback" not in result.stderr


def test_full_disk_behind_output_is_one_line_and_an_error():
    result = invoke("summarize", "a.txt", "-o", "/dev/full")
    assert result.exit_code == 1
    assert result.stderr == "briefing: /dev/full: cannot be written: No space left on device\n"


def test_closed_stdout_is_one_line_and_an_error(shell):
    result = shell("briefing summarize a.txt >&-")
    assert result.returncode == 1
    assert result.stderr == b"briefing: standard output: cannot be written: it is closed\n"


def test_closed_stderr_is_borne(shell):
    result = shell("briefing summarize gone.txt a.txt 2>&-")
    assert result.returncode == 1
    assert result.stdout.endswith(b"==> a.txt <==\n" + BRIEFING)


# Standard input


def test_piped_article_is_read_without_a_name(run):
    assert run("summarize", stdin=ARTICLE.encode()).stdout == BRIEFING


def test_dash_stands_among_files():
    result = invoke("summarize", "b.txt", "-", "a.txt", input="From the pipe. It has two.\n")
    assert re.findall("==> (.*) <==", result.stdout) == ["b.txt", "standard input", "a.txt"]
    assert "- From the pipe.\n" in result.stdout


def test_closed_input_shows_help_and_is_an_error(shell):
    result = shell("briefing summarize <&-")
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"Examples:" in result.stderr


def test_terminal_as_input_shows_help_and_is_an_error(terminal):
    screen = terminal("memo")
    assert b"Examples:" in screen.read()
    assert screen.close() == 2


def test_closed_input_that_is_asked_for_is_an_error(shell):
    result = shell("briefing summarize - a.txt <&-")
    assert result.returncode == 1
    assert result.stderr == b"briefing: standard input: it is closed; give a file, or pipe the article in\n"
    assert b"- The bridge" in result.stdout


def test_empty_input_is_an_error():
    result = invoke("summarize", input="")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("command", ["summarize", "memo"])
def test_name_may_open_with_a_dash(command, here):
    (here / "-x.txt").write_text(ARTICLE)
    result = invoke(command, "--", "-x.txt")
    assert result.exit_code == 0
    assert "The bridge has closed" in result.stdout


def test_full_disk_behind_a_new_file_leaves_what_was_there(shell, here):
    (here / "out.txt").write_text("old")
    (here / "out").mkdir()
    result = shell(
        "ulimit -f 0; briefing summarize a.txt -o out.txt; briefing summarize a.txt b.txt --output-dir out"
    )
    assert result.returncode == 1
    assert result.stderr.startswith(b"briefing: out.txt: cannot be written: File too large\n")
    assert (here / "out.txt").read_text() == "old"
    assert sorted(file.name for file in here.rglob("*")) == ["a.txt", "b.txt", "out", "out.txt"]


NAMES = [
    b"new\nline.txt",
    b"bad\xff\xfe.txt",
    b"\xe2\x80\xaeover.txt",
    b" .txt",
    b"...",
    b"\x1b[31m",
    b"n" * 251 + b".txt",
]


def test_any_name_that_a_file_can_have(here):
    names = [os.fsdecode(name) for name in NAMES]
    for name in names:
        (here / name).write_text(ARTICLE)
    result = invoke("summarize", *names, "gone" + names[1])
    assert result.exit_code == 1
    assert result.stdout.count("==> ") == result.stdout.count(BRIEFING.decode()) == len(names)
    assert result.stdout.count("\n") == 5 * len(names) - 1
    assert result.stderr == "briefing: gonebad\ufffd\ufffd.txt: no such file; check the path\n"
    assert "\x1b" not in result.stdout
    assert invoke("summarize", *names, "--output-dir", "out").stderr == ""
    assert [file.read_bytes() for file in (here / "out").iterdir()] == [BRIEFING] * len(names)


# Interruption


@pytest.mark.parametrize(
    ("number", "to"), [(signal.SIGTERM, ("-o", "out.txt")), (signal.SIGINT, ("--output-dir", "out"))]
)
def test_signal_while_a_file_is_written_leaves_none(number, to, environment, here):
    (here / "slow.py").write_text(SLOW_WRITING)
    process = subprocess.Popen(
        [sys.executable, "slow.py", "summarize", "a.txt", *to], stderr=subprocess.PIPE, env=environment()
    )
    while not list(here.rglob(".*")):
        time.sleep(0.01)
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (128 + number, b"")
    assert {file.name for file in here.rglob("*") if file.is_file()} == {"slow.py", "a.txt", "b.txt"}


SLOW_WRITING = """
import pathlib, time
from briefing.__main__ import main

def slow(path, mode="r", *arguments, real=pathlib.Path.open, **options):
    file = real(path, mode, *arguments, **options)
    if mode == "xb":
        for _ in range(300):  # a signal that comes just before one of these waits for its end
            time.sleep(0.1)
    return file
pathlib.Path.open = slow
main()
"""


@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT"])
def test_signal_at_the_moment_a_file_is_made_leaves_none(name, environment, here):
    (here / "struck.py").write_text(STRUCK.format(name=name))
    done = subprocess.run(
        [sys.executable, "struck.py", "summarize", "a.txt", "-o", "out.txt"], capture_output=True, env=environment()
    )
    assert (done.returncode, done.stderr) == (128 + getattr(signal, name), b"")
    assert {file.name for file in here.iterdir()} == {"struck.py", "a.txt", "b.txt"}


STRUCK = """
import os, pathlib, signal
from briefing.__main__ import main

def struck(path, mode="r", *arguments, real=pathlib.Path.open, **options):
    made = real(path, mode, *arguments, **options)
    if mode == "xb":
        os.kill(os.getpid(), signal.{name})
    return made
pathlib.Path.open = struck
main()
"""


def test_hang_up_is_borne_under_nohup(environment, here):
    os.mkfifo(here / "later")
    command = [sys.executable, "-m", "briefing", "summarize", "later"]
    process = subprocess.Popen(["nohup", *command], stdout=subprocess.PIPE, env=environment())
    with open(here / "later", "w") as pipe:  # returns once the program waits for the article
        process.send_signal(signal.SIGHUP)
        pipe.write(ARTICLE)
    assert process.communicate(timeout=30)[0] == BRIEFING


def test_interrupt_is_130_and_quiet(environment, here):
    os.mkfifo(here / "never")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "summarize", "a.txt", "never", "-o", "out.txt"],
        stderr=subprocess.PIPE,
        env=environment(),
    )
    with open(here / "never", "wb"):  # returns once the program has opened it: it waits for the article
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"")
    assert not (here / "out.txt").exists()


INTERRUPTED = """
import os, signal, sys

class Finder:
    def find_spec(name, path=None, target=None, imported=[]):
        if imported or name == "briefing":
            imported += [name] * (name not in ("briefing", "briefing.__main__") or not imported)
        if len(imported) == {number} + 2:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder)
"""
"""Interrupts Python as it starts, at one of the modules imported after the package itself."""


@pytest.mark.parametrize(
    ("program", "number"), [("module", 0), ("script", 1), ("module", 5), ("script", 20), ("module", 100)]
)
def test_interrupt_at_any_import_is_130_and_quiet(program, number, environment, here):
    (here / "sitecustomize.py").write_text(INTERRUPTED.format(number=number))
    script = "import sys; from briefing.__main__ import main; sys.exit(main())"
    code = {"module": ["-m", "briefing"], "script": ["-c", script]}[program]
    path = os.pathsep.join([str(here), environment().get("PYTHONPATH", "")])
    command = [sys.executable, *code, "summarize", "a.txt"]
    done = subprocess.run(command, capture_output=True, env=environment(PYTHONPATH=path), timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_interrupt_from_the_keyboard(terminal):
    screen = terminal("summarize", "a.txt", "-")
    screen.read(until=b"closed")
    screen.type(b"\x03")
    assert screen.close() == 130
    assert b"Traceback" not in screen.output


# Terminals


def test_terminal_gets_the_rich_form_in_colour(terminal):
    screen = terminal("summarize", "a.txt")
    shown = screen.read()
    assert ESCAPE in shown
    assert "•".encode() in shown
    assert screen.close() == 0


def test_no_colour_on_a_terminal_may_be_bold_and_a_dumb_one_shows_neither(terminal):
    for changes, styled in (({"NO_COLOR": "1"}, True), ({"TERM": "dumb"}, False)):
        screen = terminal("summarize", "a.txt", **changes)
        shown = screen.read()
        assert screen.close() == 0
        assert (COLOUR.search(shown), ESCAPE in shown) == (None, styled)
        assert b"all 3 sentences" in shown


@pytest.mark.parametrize("name", ["FORCE_COLOR", "CLICOLOR_FORCE"])
def test_forced_colour_in_a_pipe_is_for_the_rich_form_only(name):
    assert "\x1b[" in invoke("summarize", "a.txt", "-f", "rich", env={name: "1"}).stdout
    assert "\x1b[" not in invoke("summarize", "a.txt", env={name: "1"}).stdout


@pytest.mark.parametrize(("columns", "edge"), [(40, 40), (200, 100)])
def test_width_is_the_terminal_s(columns, edge, terminal):
    screen = terminal("summarize", "a.txt", columns=columns, NO_COLOR="1")
    lines = STYLE.sub(b"", screen.read()).decode().splitlines()
    screen.close()
    assert max(map(len, lines)) == edge


def test_width_is_what_is_wanted():
    shown = invoke("summarize", "a.txt", "-f", "rich", env={"COLUMNS": "50"}).stdout
    assert max(map(len, shown.splitlines())) == 50


def test_memo_is_drawn_on_a_terminal(terminal):
    screen = terminal("memo", "a.txt")
    shown = screen.read()
    assert b"\x1b[1mMEMORANDUM" in shown
    assert shown.count(b"\n") < 24
    assert screen.close() == 0


def test_output_to_a_file_is_text_though_a_terminal_watches(terminal, here):
    screen = terminal("summarize", "a.txt", "-o", "out.txt")
    assert screen.read() == b""
    assert screen.close() == 0
    assert (here / "out.txt").read_text().startswith("- The bridge")


# Encodings

QUOTED = "“Ships” – they said… – sail to 港 é.\n"
IN_ASCII = b'"Ships" - they said... - sail to ? ?.\n'
ENCODINGS = [
    ("utf-8", {}, QUOTED.encode(), "•"),
    ("utf-8", {"LANG": "C"}, QUOTED.encode(), "*"),
    ("cp1252", {}, "“Ships” – they said… – sail to ? é.\n".encode("cp1252"), "*"),
    ("ascii", {}, IN_ASCII, "*"),
]


@pytest.mark.parametrize(("charset", "env", "written", "bullet"), ENCODINGS)
def test_encoding_degrades_without_mojibake(charset, env, written, bullet, here):
    (here / "q.txt").write_text(QUOTED, encoding="utf-8")
    assert invoke("summarize", "q.txt", charset=charset, env=env).stdout_bytes == b"- " + written
    drawn = invoke("summarize", "q.txt", "-f", "rich", charset=charset, env=env).stdout_bytes
    assert b"  " + bullet.encode() + b" " + written.rstrip() in drawn


def test_encoding_is_that_of_the_locale(run, here):
    (here / "q.txt").write_text(QUOTED, encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert b"  * " + IN_ASCII.rstrip() in run("summarize", "q.txt", "-f", "rich", env=ascii_only).stdout


# Files


def test_output_replaces_the_file_whole(here):
    (here / "out.txt").write_text("old " * 1000)
    assert invoke("summarize", "a.txt", "-o", "out.txt").exit_code == 0
    assert (here / "out.txt").read_bytes() == BRIEFING


def test_output_refuses_a_directory(here):
    result = invoke("summarize", "a.txt", "-o", here)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is a directory" in result.stderr


def test_output_keeps_what_was_there_when_nothing_can_be_done(here):
    (here / "out.txt").write_text("old")
    assert invoke("summarize", "gone.txt", "-o", "out.txt").exit_code == 1
    assert (here / "out.txt").read_text() == "old"
    assert sorted(file.name for file in here.iterdir()) == ["a.txt", "b.txt", "out.txt"]


def test_output_of_a_dash_is_standard_output():
    assert invoke("summarize", "a.txt", "-o", "-").stdout_bytes == BRIEFING


def test_output_into_a_missing_directory_is_an_error():
    result = invoke("summarize", "a.txt", "-o", "none/out.txt")
    assert result.exit_code == 1
    assert result.stderr == "briefing: none/out.txt: cannot be written: no such folder; make it first\n"


def test_source_is_flushed_whole_before_the_next_is_read(environment, here):
    os.mkfifo(here / "later")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "summarize", "a.txt", "later"], stdout=subprocess.PIPE, env=environment()
    )
    first = os.read(process.stdout.fileno(), 65_536)  # while the second source is not there yet
    assert first == b"==> a.txt <==\n" + BRIEFING
    (here / "later").write_text(ARTICLE)
    assert process.communicate(timeout=30)[0].startswith(b"\n==> later <==\n")
