"""What the tests share: golden files, and the program as a real process with or without a terminal."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
PROGRAM = [sys.executable, "-m", "briefing"]
LOOKS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "LC_ALL", "LC_CTYPE", "LANG")
"""Variables that change how output looks: a test sets those that it is about."""

# Machines that run tests are noisy: a slow example is no failure. --hypothesis-profile=thorough tries many more.
settings.register_profile("briefing", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("briefing")


# A shell lets what it runs in the background ignore interrupts, and so would the programs that tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# Likewise nohup hang-ups: what is handled, be it by nothing, is at its default in the programs that are started.
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files and pictures anew")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on how the terminal that runs it likes its output."""
    for name in LOOKS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def data() -> Path:
    return TESTS / "data"


@pytest.fixture(scope="session")
def seed() -> Path:
    """The example article."""
    (path,) = (TESTS.parent / "seeds").glob("000_*.txt")
    return path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Check a text against its golden file, or write it with --renew-golden."""

    def check(path: str, text: str) -> None:
        file = TESTS / path
        if request.config.getoption("--renew-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        assert text == file.read_bytes().decode(), f"differs from {file}; renew it with pytest --renew-golden"

    return check


def environment(**changes: str | None) -> dict[str, str]:
    """Give an environment that says nothing about looks but what is asked for."""
    plain = {
        name: value for name, value in os.environ.items() if name not in LOOKS and not name.startswith("PYTHONIO")
    }
    plain |= {"TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return {name: value for name, value in (plain | changes).items() if value is not None}


@pytest.fixture(name="environment")
def _environment() -> Callable[..., dict[str, str]]:
    return environment


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program with its streams in pipes."""

    def start(*arguments: str | Path, stdin: bytes | None = b"", env: Any = None, **options: Any) -> Any:
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60} | options
        return subprocess.run([*PROGRAM, *map(str, arguments)], input=stdin, env=environment(**env or {}), **options)

    return start


@pytest.fixture
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a line of bash in which `briefing` is the program."""

    def start(line: str, cwd: Path | None = None) -> Any:
        script = f'set -o pipefail\nbriefing() {{ "{sys.executable}" -m briefing "$@"; }}\n{line}'
        return subprocess.run(["bash", "-c", script], capture_output=True, cwd=cwd, env=environment(), timeout=60)

    return start


class Terminal:
    """The program, with a terminal as its streams."""

    def __init__(self, words: list[str], *, columns: int, env: dict[str, str | None], stdout: int | None) -> None:
        import pty
        import termios

        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            termios.tcsetwinsize(0, (24, columns))
            if stdout is not None:
                os.dup2(stdout, 1)
            os.execvpe(words[0], words, environment(**env))
        self.output = b""

    def read(self, until: bytes | None = None, timeout: float = 30) -> bytes:
        """Read what appears: up to some bytes, or to the program's end."""
        end = time.monotonic() + timeout
        while (until is None or until not in self.output) and time.monotonic() < end:
            if select.select([self._fd], [], [], 0.2)[0]:
                try:
                    piece = os.read(self._fd, 65_536)
                except OSError:  # how Linux says that nobody holds the other side
                    break
                if not piece:
                    break
                self.output += piece
        return self.output.replace(b"\r\n", b"\n")

    def type(self, keys: bytes) -> None:
        os.write(self._fd, keys)

    def close(self) -> int:
        """Wait for the program's end; give its exit code."""
        self.read()
        _, status = os.waitpid(self.pid, 0)
        os.close(self._fd)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def terminal() -> Callable[..., Terminal]:
    def start(
        *arguments: str | Path, columns: int = 80, stdout: int | None = None, script: Path | None = None, **env: Any
    ) -> Terminal:
        program = [sys.executable, str(script)] if script else PROGRAM
        return Terminal([*program, *map(str, arguments)], columns=columns, env=env, stdout=stdout)

    return start
