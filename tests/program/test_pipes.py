"""A good citizen of the shell: real processes, real pipes, real terminals."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from briefing.render import FORMATS

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
        "".join(f"Sentence {n} of the tale is {'very, ' * 40}very long, and it was. " for n in range(400))
    )
    return "long.txt"


# Closed and full outputs


@pytest.mark.parametrize("format", FORMATS)
def test_closed_pipe_ends_quietly(format, long, shell):
    result = shell(f"briefing summarize -l en -r 1 -m lead -f {format} {long} {long} | head -1")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.count(b"\n") == 1


@pytest.mark.parametrize("command", ["outline", "explain", "compare", "explain -f json", "compare -f json"])
def test_closed_pipe_ends_every_command_quietly(command, long, shell):
    result = shell(f"briefing {command} --quiet {long} {long} {long} | head -c 1")
    assert (result.returncode, len(result.stdout), result.stderr) == (0, 1, b"")


def test_closed_pipe_ends_a_memo_quietly(shell):
    result = shell("briefing memo a.txt | head -1")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"MEMORANDUM\n", b"")


@pytest.mark.parametrize(
    "words",
    [
        *(f"{command} a.txt" for command in ("summarize", "memo", "outline", "explain", "compare")),
        *("methods", "languages", "-h", "--version", "summarize -h"),
    ],
)
def test_full_disk_is_one_line_and_an_error(words, run):
    with open("/dev/full", "wb") as full:
        result = run(*words.split(), stdout=full)
    assert result.returncode == 1
    assert result.stderr.endswith(b"briefing: standard output: cannot be written: No space left on device\n")
    assert b"Traceback" not in result.stderr


def test_full_disk_behind_output_is_one_line_and_an_error(run):
    result = run("summarize", "a.txt", "-o", "/dev/full")
    assert result.returncode == 1
    assert result.stderr == b"briefing: /dev/full: cannot be written: No space left on device\n"


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
    result = run("summarize", stdin=ARTICLE.encode())
    assert result.stdout.startswith(b"- The bridge has closed.\n")


def test_dash_stands_among_files(run):
    result = run("summarize", "b.txt", "-", "a.txt", stdin=b"From the pipe. It has two.\n")
    assert re.findall(rb"==> (.*) <==", result.stdout) == [b"b.txt", b"standard input", b"a.txt"]
    assert b"- From the pipe.\n" in result.stdout


@pytest.mark.parametrize("command", ["summarize", "memo"])
def test_no_input_shows_help_and_is_an_error(command, shell):
    result = shell(f"briefing {command} <&-")
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"Examples:" in result.stderr


def test_terminal_as_input_shows_help_and_is_an_error(terminal):
    screen = terminal("summarize")
    assert b"Examples:" in screen.read()
    assert screen.close() == 2


def test_closed_input_that_is_asked_for_is_an_error(shell):
    result = shell("briefing summarize - a.txt <&-")
    assert result.returncode == 1
    assert result.stderr == b"briefing: standard input: it is closed; give a file, or pipe the article in\n"
    assert b"- The bridge" in result.stdout


def test_empty_input_is_an_error(run):
    result = run("summarize", stdin=b"")
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["summarize", "memo"])
def test_name_may_open_with_a_dash(command, here, run):
    (here / "-x.txt").write_text(ARTICLE)
    result = run(command, "--", "-x.txt")
    assert result.returncode == 0
    assert b"The bridge has closed" in result.stdout


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


def test_any_name_that_a_file_can_have(run, here):
    names = [os.fsdecode(name) for name in NAMES]
    for name in names:
        (here / name).write_text(ARTICLE)
    result = run("summarize", *names, "gone" + names[1])
    assert result.returncode == 1
    assert result.stdout.count(b"==> ") == result.stdout.count(BRIEFING) == len(names)
    assert result.stdout.count(b"\n") == 5 * len(names) - 1
    assert result.stderr == "briefing: gonebad\ufffd\ufffd.txt: no such file; check the path\n".encode()
    assert b"\x1b" not in result.stdout
    assert run("summarize", *names, "--output-dir", "out").stderr == b""
    assert [file.read_bytes() for file in (here / "out").iterdir()] == [BRIEFING] * len(names)


# Interruption


@pytest.mark.parametrize(
    ("number", "to"),
    [
        (signal.SIGTERM, ("-o", "out.txt")),
        (signal.SIGHUP, ("--output-dir", "out")),
        (signal.SIGINT, ("--output-dir", "out")),
    ],
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
import os, time
from briefing.__main__ import main

def slow(*arguments, real=os.fdopen, **options):
    file = real(*arguments, **options)
    if arguments[1:] == ("wb",):
        for _ in range(300):  # a signal that comes just before one of these waits for its end
            time.sleep(0.1)
    return file
os.fdopen = slow
main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_signal_at_the_moment_a_file_is_made_leaves_none(name, environment, here):
    (here / "struck.py").write_text(STRUCK.format(name=name))
    done = subprocess.run(
        [sys.executable, "struck.py", "summarize", "a.txt", "-o", "out.txt"], capture_output=True, env=environment()
    )
    assert (done.returncode, done.stderr) == (128 + getattr(signal, name), b"")
    assert {file.name for file in here.iterdir()} == {"struck.py", "a.txt", "b.txt"}


STRUCK = """
import os, signal, tempfile
from briefing.__main__ import main

def struck(*arguments, real=tempfile.mkstemp, **options):
    made = real(*arguments, **options)
    os.kill(os.getpid(), signal.{name})
    return made
tempfile.mkstemp = struck
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


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 10, 20, 50, 100])
@pytest.mark.parametrize("program", ["module", "script"])
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
    assert "■".encode() in shown
    assert screen.close() == 0


def test_pipe_gets_text(run):
    assert run("summarize", "a.txt").stdout == BRIEFING


LOOKS = [
    ({"NO_COLOR": "1"}, (), False),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
    ({"CLICOLOR": "0"}, (), False),
    ({"TERM": "dumb"}, (), False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, (), True),
    ({"NO_COLOR": "1"}, ("--color", "always"), True),
    ({}, ("--color", "never"), False),
]


@pytest.mark.parametrize(("changes", "options", "coloured"), LOOKS)
def test_colour_on_a_terminal(changes, options, coloured, terminal):
    screen = terminal("summarize", "a.txt", *options, **changes)
    shown = screen.read()
    assert screen.close() == 0
    assert (COLOUR.search(shown) is not None) is coloured
    # Who wants no colour may want bold print; a dumb terminal shows neither.
    assert coloured or "NO_COLOR" in changes or ESCAPE not in shown
    assert "sentences → 3".encode() in shown


@pytest.mark.parametrize("changes", [{"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}])
def test_forced_colour_in_a_pipe_is_for_the_rich_form_only(changes, run):
    assert ESCAPE in run("summarize", "a.txt", "-f", "rich", env=changes).stdout
    assert ESCAPE not in run("summarize", "a.txt", env=changes).stdout


@pytest.mark.parametrize(
    ("columns", "changes", "edge"), [(40, {}, 40), (80, {}, 80), (200, {}, 100), (80, {"COLUMNS": "50"}, 50)]
)
def test_width_is_the_terminal_s(columns, changes, edge, terminal):
    screen = terminal("summarize", "a.txt", columns=columns, NO_COLOR="1", **changes)
    lines = STYLE.sub(b"", screen.read()).decode().splitlines()
    screen.close()
    assert max(map(len, lines)) == edge


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
ENCODINGS = [
    ({"LANG": "C.UTF-8"}, QUOTED.encode(), "•"),
    ({"LANG": "C"}, QUOTED.encode(), "*"),
    ({"PYTHONIOENCODING": "cp1252"}, "“Ships” – they said… – sail to ? é.\n".encode("cp1252"), "*"),
    ({"PYTHONIOENCODING": "ascii"}, b'"Ships" - they said... - sail to ? ?.\n', "*"),
    ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, b'"Ships" - they said... - sail to ? ?.\n', "*"),
]


@pytest.mark.parametrize(("changes", "written", "bullet"), ENCODINGS)
def test_encoding_degrades_without_mojibake(changes, written, bullet, run, here):
    (here / "q.txt").write_text(QUOTED, encoding="utf-8")
    assert run("summarize", "q.txt", env=changes).stdout == b"- " + written
    drawn = run("summarize", "q.txt", "-f", "rich", env=changes).stdout
    assert b"  " + bullet.encode() + b" " + written.rstrip() in drawn


# Files


def test_output_replaces_the_file_whole(run, here):
    (here / "out.txt").write_text("old " * 1000)
    assert run("summarize", "a.txt", "-o", "out.txt").returncode == 0
    assert (here / "out.txt").read_bytes() == run("summarize", "a.txt").stdout


def test_output_refuses_a_directory(run, here):
    result = run("summarize", "a.txt", "-o", here)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"is a directory" in result.stderr


def test_output_keeps_what_was_there_when_nothing_can_be_done(run, here):
    (here / "out.txt").write_text("old")
    assert run("summarize", "gone.txt", "-o", "out.txt").returncode == 1
    assert (here / "out.txt").read_text() == "old"
    assert sorted(file.name for file in here.iterdir()) == ["a.txt", "b.txt", "out.txt"]


def test_output_of_a_dash_is_standard_output(run):
    assert run("summarize", "a.txt", "-o", "-").stdout == run("summarize", "a.txt").stdout


def test_output_into_a_missing_directory_is_an_error(run):
    result = run("summarize", "a.txt", "-o", "none/out.txt")
    assert (result.returncode, result.stderr) == (
        1,
        b"briefing: none/out.txt: cannot be written: No such file or directory\n",
    )


def test_source_is_flushed_whole_before_the_next_is_read(environment, here):
    os.mkfifo(here / "later")
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "summarize", "a.txt", "later"], stdout=subprocess.PIPE, env=environment()
    )
    first = os.read(process.stdout.fileno(), 65_536)  # while the second source is not there yet
    assert first == b"==> a.txt <==\n" + BRIEFING
    (here / "later").write_text(ARTICLE)
    assert process.communicate(timeout=30)[0].startswith(b"\n==> later <==\n")


def test_same_bytes_under_any_hash_seed(run):
    seeds = ("0", "1", "2")
    assert len({run("summarize", "a.txt", "-f", "json", env={"PYTHONHASHSEED": seed}).stdout for seed in seeds}) == 1
