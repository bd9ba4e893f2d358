"""Regular expressions that are compiled when they are first used.

There are hundreds of them, a text needs few, and to compile them all takes longer than to brief an article.
"""

import re
from typing import Any, AnyStr, cast


class _Regex:
    """A regular expression that is compiled when it is first asked for what a compiled one has."""

    def __init__(self, expression: Any, flags: int) -> None:
        self._source = expression, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)  # The next time it is at hand.
        return found


def regex(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, but compile it when it is first used."""
    return cast("re.Pattern[AnyStr]", _Regex(expression, flags))


_CLOSERS = r"[\"'”’»)\]」』*]*\s*\Z"
SENTENCE_END = regex(rf"[.!?…。！？]{_CLOSERS}")
"""What ends a sentence at the end of a text, with what closes after it."""
CLAUSE_END = regex(rf"[.!?…。！？:：]{_CLOSERS}")
"""The same, or a colon: what ends a line that is no heading."""
