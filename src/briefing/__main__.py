"""The program: `briefing`, and `python -m briefing`."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress

_ALLOCATIONS = 100_000
"""Objects made between two searches for garbage: imports and trees of sentences make few cycles, and many objects."""


def main() -> None:
    """Run the command line, and leave."""
    try:
        _run()
    except SystemExit as end:
        _leave(end)


def _run() -> None:
    """Run the command line; a signal ends it quietly, and leaves no half-written files behind."""
    gc.set_threshold(_ALLOCATIONS)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup ignores it.
            signal.signal(number, _end)
    try:
        from briefing.cli import app

        app(prog_name="briefing")
    except KeyboardInterrupt:
        from briefing.errors import ExitCode

        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:  # What ails a source is said where it is read: here help cannot be written.
        from briefing import terminal
        from briefing.cli import run
        from briefing.errors import ExitCode

        terminal.detach_stdout()
        run.report(f"standard output: cannot be written: {error.strerror or error}")
        sys.exit(ExitCode.FAILED)


def _leave(end: SystemExit) -> None:
    """Leave without taking everything apart first, which takes a sixth of the time that an article does."""
    atexit._run_exitfuncs()
    with suppress(OSError, ValueError):  # It is written and flushed by now; if not, Python says what ails it.
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        if end.code is None or isinstance(end.code, int):
            os._exit(end.code or 0)
    raise end


def _end(number: int, _: object) -> None:
    # By default it would end at once, and what is to be tidied up would not be.
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
