"""The program: `briefing`, and `python -m briefing`."""

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
        from briefing import signals
        from briefing.cli import app

        signals.end_quietly()
        app(prog_name="briefing")
    except KeyboardInterrupt:
        from briefing.errors import ExitCode

        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:  # What ails a source or a file is said where it is read or written.
        from briefing.cli.output import explain
        from briefing.errors import ExitCode

        explain(error)
        sys.exit(ExitCode.FAILED)


if __name__ == "__main__":
    main()
