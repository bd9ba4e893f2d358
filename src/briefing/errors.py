"""What can go wrong, in the words that the user reads, and the exit codes of the command line."""

from collections.abc import Iterable
from enum import IntEnum

LONGEST = 500
"""Characters of the longest line that an error is told in."""


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    """Every source was done."""
    FAILED = 1
    """Some source failed; the others are done."""
    USAGE = 2
    """The command line is wrong."""
    INTERRUPTED = 130
    """Stopped by the user (128 + SIGINT)."""


class BriefingError(Exception):
    """Anything that this package reports: its text is one line and says what to do next."""


class SourceError(BriefingError):
    """A source cannot be read, is too large, or holds no text."""


class InternalError(BriefingError):
    """A fault of this package, and not of the source that it was met with."""

    @classmethod
    def of(cls, name: str, error: Exception) -> "InternalError":
        """Return what is said of an exception that nobody expected."""
        return cls(f"{name}: internal error, please report it: {type(error).__name__}: {error}")


class UsageError(BriefingError, ValueError):
    """An argument does not make sense: an unknown method, two budgets, a ratio over 1."""


def unknown(kind: str, name: str, known: Iterable[str], *, also: Iterable[str] = ()) -> UsageError:
    """Return the error that says there is no such method or format, and which, `also` of others, may be meant."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name.lower(), [*names, *also], n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(names)}"
    return UsageError(f"unknown {kind} {name!r}; {advice}")


def shortened(message: str) -> str:
    """Return a message of at most `LONGEST` characters: of a longer one both ends, where it says what and why."""
    half = LONGEST // 2
    return message if len(message) <= LONGEST else f"{message[: half - 1]}…{message[-half:]}"
