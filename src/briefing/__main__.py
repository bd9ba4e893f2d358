"""The program: `briefing`, and `python -m briefing`."""

import sys


def main() -> None:
    """Run the command line; a signal ends it quietly, and leaves no half-written files behind."""
    try:
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
