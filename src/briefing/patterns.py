"""Regular expressions, and tables of what texts open with, that are compiled when they are first needed.

There are hundreds of them, a text needs few, and to compile them all takes longer than to brief an article. Of a
table, an alternative is compiled when a text opens with the letters that it begins with.
"""

import re
from functools import lru_cache
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

_LONGEST = 8
"""Letters that are looked at before an alternative is compiled."""
_REMEMBERED = 4_096
_LETTERS = regex(rf"[^\W_][\w ,]{{0,{_LONGEST - 1}}}(?![?*{{])")
_MORE = regex(rf"[\w ,]{{1,{_LONGEST}}}(?![?*{{])")
_DIGIT = regex(r"\\d(?![?*]|\{0|\{,)")
_ANYTHING = regex(r"\.\{\d+,\d+\}\??(?:\\b)?")
_MOST = 60
"""How many beginnings an alternative may have, to be told by more than the first letters."""
_SIGN = regex(r"\[((?:[^]\\^-]|\\[^\w\s])+)\](\??)(?![+*{])|(\\[^\w\s]|[©#∗°])(\??)(?![+*{])")
_PART = regex(r"\\.|\[\^?\]?(?:\\.|[^]\\]){0,80}\]|[()|]", re.DOTALL)


class Openings:
    """Matches a text that opens with any of some alternatives, the first of them first, without regard to case."""

    def __init__(self, alternatives: str, after: str = "") -> None:
        """Take alternatives, parted by '|', and what must follow each."""
        parts = list(filter(None, split(alternatives)))
        self.sources = tuple(f"(?:{part}){after}" for part in parts)
        """The alternatives, each with what must follow it."""
        self._heads = [tuple(_folded(head)[:_LONGEST] for head in _beginnings(part)) for part in parts]
        self._inside = {place: inside for place, part in enumerate(parts) if "" not in (inside := _inside(part))}
        """Of alternatives that may begin with anything, what must stand somewhere."""
        self._likely: dict[str, list[int]] = {}
        self._made: dict[int, re.Pattern[str]] = {}

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match of the first alternative that the text has at an offset; None where it has none."""
        end = len(text) if end is None else end
        opening = text[start : min(end, start + _LONGEST)]
        places = self._likely.get(opening)
        if places is None:
            if len(self._likely) == _REMEMBERED:
                self._likely.clear()
            folded = _folded(opening)[:_LONGEST]
            places = [place for place, heads in enumerate(self._heads) if folded.startswith(heads)]
            self._likely[opening] = places
        whole = ""
        for place in places:
            if place in self._inside:
                whole = whole or _folded(text[start:end])
                if not any(head in whole for head in self._inside[place]):
                    continue
            pattern = self._made.get(place) or self._compiled(place)
            if found := pattern.match(text, start, end):
                return found
        return None

    def _compiled(self, place: int) -> re.Pattern[str]:
        self._made[place] = re.compile(self.sources[place], re.IGNORECASE)
        return self._made[place]


def split(alternatives: str) -> list[str]:
    """Return the alternatives of a regular expression, parted by '|' outside of any group."""
    if "|" not in alternatives:
        return [alternatives]
    found, depth, at = [], 0, 0
    for part in _PART.finditer(alternatives):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            found.append(alternatives[at : part.start()])
            at = part.end()
    return [*found, alternatives[at:]]


@lru_cache(maxsize=_REMEMBERED)
def _folded(opening: str) -> str:
    """Return letters so that what is the same without regard to case is equal; every digit is '0'."""
    return re.sub(r"\d", "0", opening.casefold().replace("\u0307", "").replace("ı", "i"))


def _beginnings(pattern: str) -> list[str]:
    """Return a few letters: all that the pattern matches begins with some of them; '' where that may be anything."""
    if letters := _LETTERS.match(pattern):
        return [letters[0]]
    if _DIGIT.match(pattern):
        return ["0"]
    if sign := _SIGN.match(pattern):
        signs = list(re.sub(r"\\(.)", r"\1", sign[1] or sign[3]))
        return signs + _beginnings(pattern[sign.end() :]) if sign[2] or sign[4] else signs
    if not pattern.startswith("(?:"):
        return [""]
    end = _group_end(pattern)
    parts, rest = split(pattern[3:end]), pattern[end + 1 :]
    found = [head for part in parts for head in _beginnings(part)]
    if rest[:1] in ("*", "{"):
        return [""]
    if rest[:1] == "?":
        return found + _beginnings(rest[1:])
    if rest[:1] != "+" and found == parts:
        more = _followed(rest)
        return [head + after for head in found for after in more] if len(found) * len(more) <= _MOST else found
    return found


def _followed(rest: str) -> list[str]:
    """Return what may stand after a group of plain words; '' where that may be anything."""
    if letters := _MORE.match(rest):
        after = _beginnings(rest[letters.end() :]) if letters[0] == " " else [""]
        return [letters[0] + more for more in after]
    return _beginnings(rest)


def _inside(pattern: str) -> tuple[str, ...]:
    """Return letters some of which stand in all that matches, after anything; '' where nothing must."""
    anything = _ANYTHING.match(pattern)
    return tuple(map(_folded, _beginnings(pattern[anything.end() :]))) if anything else ("",)


def _group_end(pattern: str) -> int:
    """Return where the group ends that a pattern opens with."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            return part.start()
    return len(pattern)
