"""The program: `briefing`, and `python -m briefing`."""

import signal
import sys

_ALLOCATIONS = 100_000
"""Objects made between two searches for garbage: a text is many objects and few cycles."""


def main() -> None:
    """Run the command line; a signal ends it quietly, and leaves no half-written files behind."""
    try:
        import atexit
        import gc

        gc.set_threshold(_ALLOCATIONS)
        atexit.register(gc.freeze)  # Else all is searched once more: a sixth of a run.
        from briefing.cli import app

        _end_quietly()
        app(prog_name="briefing")
    except KeyboardInterrupt:
        from briefing.errors import ExitCode

        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:  # What ails a source or a file is said where it is read or written.
        from briefing.cli.output import explain
        from briefing.errors import ExitCode

        explain(error)
        sys.exit(ExitCode.FAILED)


def _end_quietly() -> None:
    """Let the signals that end a program at once end this one as an exit does, so that it tidies up behind itself."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup ignores it.
            signal.signal(number, lambda number, _: sys.exit(128 + number))


if __name__ == "__main__":
    main()
