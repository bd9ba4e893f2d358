"""The program: `briefing`, and `python -m briefing`."""

import gc
import sys

_ALLOCATIONS = 500_000
"""Objects made between two searches for garbage: imports and trees of sentences make few cycles, and many objects."""


def main() -> None:
    """Run the command line; an interrupt ends it quietly, even while it is being imported."""
    gc.set_threshold(_ALLOCATIONS)
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


if __name__ == "__main__":
    main()
