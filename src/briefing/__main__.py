"""The program: `briefing`, and `python -m briefing`."""

import gc
import sys

from briefing.errors import ExitCode

_ALLOCATIONS = 100_000
"""Objects made between two searches for garbage: imports and trees of sentences make few cycles, and many objects."""


def main() -> None:
    """Run the command line; an interrupt ends it quietly, even while it is being imported."""
    gc.set_threshold(_ALLOCATIONS)
    try:
        from briefing.cli import app

        app(prog_name="briefing")
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)


if __name__ == "__main__":
    main()
