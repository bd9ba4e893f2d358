"""Many sources, several processes: the same bytes as from one, whatever becomes of one of them."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from commandline import invoke

ARTICLE = "The bridge at Overton has closed. Engineers found {} cracks. Drivers go another way. It may take years.\n"
NAMES = [f"n{number:02}.txt" for number in range(16)]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES):
        (tmp_path / name).write_text(ARTICLE.format(number))
    (tmp_path / "latin.txt").write_bytes("Le café fermé. La Seine monte très haut à Besançon.\n".encode("latin-1"))
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


# The command


@pytest.mark.parametrize("options", [(), ("-f", "json", "-q", "zeppelins"), ("-f", "rich", "-l", "en", "--quiet")])
def test_output_warnings_and_errors_are_those_of_one_job(options):
    def summarize(jobs):
        made = invoke("summarize", "-j", jobs, *options, *sources, input="From the pipe. It has two.\n")
        return made.exit_code, made.stdout, made.stderr

    sources = ("gone.txt", *NAMES[:9], "latin.txt", "empty.txt", "-", *NAMES[9:], "lost.txt")
    alone = summarize(1)
    assert alone[0] == 1
    assert alone[2].count("\n") >= 3
    assert summarize(3) == alone


def test_files_are_those_of_one_job(here):
    for jobs in ("1", "2"):
        assert invoke("summarize", "-j", jobs, *NAMES, "gone.txt", "--output-dir", jobs).exit_code == 1
    one, two = ({file.name: file.read_bytes() for file in (here / jobs).iterdir()} for jobs in ("1", "2"))
    assert one == two
    assert len(one) == len(NAMES)


def test_input_that_is_closed_is_an_error_of_its_own(shell):
    result = shell("briefing summarize -j 2 n01.txt - n02.txt <&-")
    assert result.returncode == 1
    assert result.stderr == b"briefing: standard input: it is closed; give a file, or pipe the article in\n"
    assert result.stdout.count(b"==> ") == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_source_that_takes_too_long_is_left_behind(jobs, here):
    os.mkfifo(here / "never")
    result = invoke("summarize", "-j", jobs, "--timeout", "2", "n01.txt", "never", "n02.txt")
    assert (result.exit_code, result.stderr) == (1, "briefing: never: takes longer than 2 s\n")
    assert result.stdout.count("==> ") == 2


def test_even_a_single_source_has_its_time(here):
    os.mkfifo(here / "never")
    result = invoke("summarize", "never", "--timeout", "0.1")
    assert (result.exit_code, result.output) == (1, "briefing: never: takes longer than 0.1 s\n")


@pytest.mark.parametrize("option", [("-j", "0"), ("--timeout", "0"), ("-j", "many")])
def test_impossible_numbers_are_refused(option):
    assert invoke("summarize", *option, "n01.txt").exit_code == 2


def test_closed_pipe_ends_quietly_and_all_processes(shell):
    result = shell(f"briefing summarize -j 2 {' '.join(NAMES * 4)} | head -1")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"==> n00.txt <==\n", b"")
    assert workers_of("n00.txt") == []


def test_interrupt_leaves_whole_files_and_no_process(here, terminal):
    os.mkfifo(here / "never")
    screen = terminal("summarize", "-j", "2", *NAMES, "never", "--output-dir", "out")
    while len(list(here.glob("out/n*"))) < len(NAMES):
        time.sleep(0.02)
    screen.type(b"\x03")
    assert screen.close() == 128 + signal.SIGINT
    assert b"Traceback" not in screen.output
    assert {file.name for file in (here / "out").iterdir()} == set(NAMES)
    assert workers_of("never") == []


@pytest.fixture
def waiting(here, environment):
    """Give the program, with all done but a source that never comes."""
    os.mkfifo(here / "never")
    command = [sys.executable, "-m", "briefing", "summarize", "-j", "2", *NAMES, "never", "--output-dir", "out"]
    process = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE)
    while len(list(here.glob("out/n*"))) < len(NAMES):
        time.sleep(0.02)
    yield process
    process.stderr.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_leaves_whole_files_and_no_process(number, here, waiting):
    waiting.send_signal(number)
    assert waiting.communicate(timeout=60) == (None, b"")
    assert waiting.returncode == 128 + number
    assert {file.name for file in (here / "out").iterdir()} == set(NAMES)
    assert workers_of("never") == []


def test_killed_program_leaves_no_process(here, waiting):
    waiting.kill()
    waiting.wait()
    with open(here / "never", "wb") as pipe:  # the one that reads it goes on, and finds nobody to tell
        pipe.write(ARTICLE.encode())
    assert workers_of("never") == []


def workers_of(word):
    """Give the processes of the program that have this word and are still there after a while."""
    here = os.getcwd()
    for _ in range(100):
        found = [pid for pid in filter(str.isdigit, os.listdir("/proc")) if is_ours(pid, word, here)]
        if not found:
            break
        time.sleep(0.05)
    return found


def is_ours(pid, word, here):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return word.encode() in file.read().split(b"\0") and os.readlink(f"/proc/{pid}/cwd") == here
    except OSError:
        return False


# The pool

TASKS = """
import os, signal, sys, time
from briefing import pool

def task(item):
    if item == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "exit":
        os._exit(7)
    if item == "sleep":
        time.sleep(60)
    if item == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(60)
    print("about", item, file=sys.stderr)
    return item * 2

def told(result):
    return result.lost or (result.value, result.said)
"""


def in_process(here, code):
    """Run code after TASKS in a process of its own; with spawn, each worker imports it again."""
    script = here / "script.py"
    script.write_text(TASKS + "\nif __name__ == '__main__':\n" + textwrap.indent(textwrap.dedent(code), "    "))
    return subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_lost_items_are_told_and_all_others_done(method, here):
    done = in_process(
        here,
        f"""
        pool._METHOD = {method!r}
        items = [*range(50), "kill", "sleep", 1, "exit", *range(50), "deaf"]
        found = [told(result) for result in pool.results(task, items, jobs=2, timeout=1)]
        lost = {{item: result for item, result in zip(items, found) if isinstance(item, str)}}
        assert lost == {{
            "kill": "its process was killed (SIGKILL)",
            "exit": "its process ended (exit code 7)",
            "sleep": "takes longer than 1 s",
            "deaf": "takes longer than 1 s",
        }}, lost
        kept = [(item, result) for item, result in zip(items, found, strict=True) if not isinstance(item, str)]
        assert all(result == (item * 2, f"about {{item}}\\n") for item, result in kept), kept
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_results_never_run_far_ahead_of_a_slow_item(here):
    done = in_process(
        here,
        """
        import pathlib
        def slow(item):
            if item == 0:
                time.sleep(1)
            pathlib.Path(f"done-{item}").touch()
        results = pool.results(slow, range(1000), jobs=2)
        next(results)
        ahead = len(list(pathlib.Path().glob("done-*")))
        results.close()
        assert 16 < ahead <= 200, ahead
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_no_process_is_left_when_the_results_are_not_wanted_any_more(here):
    done = in_process(
        here,
        """
        import multiprocessing
        results = pool.results(task, [1, "sleep", "deaf", 2], jobs=3)
        assert next(results).value == 2
        assert len(multiprocessing.active_children()) == 3
        results.close()
        assert multiprocessing.active_children() == []
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")
