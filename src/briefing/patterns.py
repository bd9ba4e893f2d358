"""Regular expressions, and tables of what texts open with, that are compiled when they are first needed.

There are hundreds of them, a text needs few, and to compile them all takes longer than to brief an article. Of a
table, an alternative is compiled when a text opens with the letters that it begins with.
"""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
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
_FIRST = 3
"""The first of them, which tell the alternatives that a text may have."""
_LETTERS = regex(rf"[^\W_][\w ,]{{0,{_LONGEST - 1}}}(?![?*{{])")
_MORE = regex(rf"[\w ,]{{1,{_LONGEST}}}(?![?*{{])")
_ASCII_DIGITS = str.maketrans("123456789", "0" * 9)
_NUMERAL = regex(r"\d")
_DIGIT = regex(r"\\d(?![?*]|\{0|\{,)")
_ANYTHING = regex(r"(?:\(\?=)?\.\{\d+,\d+\}\??(?:\\b| )?")
_MOST = 60
"""How many beginnings an alternative may have, to be told by more than the first letters."""
_SIGN = regex(r"(?:\[(-?(?:[^]\\^-]|\\[^\w\s])+-?)\](\??)|(\\[^\w\s]|[©#∗°§@<>/\"'&%~!=–—-])(\??))(?!\*|\{0|\{,)")
_PART = regex(r"\\.|\[\^?\]?(?:\\.|[^]\\]){0,80}\]|[()|]", re.DOTALL)


_Kinds = frozenset[str] | tuple[str] | None


class Openings:
    """Matches a text that opens with any of some alternatives, the first of them first, without regard to case."""

    def __init__(self, alternatives: str | Mapping[str, str], after: str = "") -> None:
        """Take alternatives, parted by '|', or those of some kinds by their names, and what must follow each."""
        table = {"": alternatives} if isinstance(alternatives, str) else alternatives
        self.names = frozenset(table)
        """The names of the kinds."""
        self._take(
            [_Alternative(kind, part, after) for kind, given in table.items() for part in split(given) if part]
        )

    def _take(self, alternatives: list["_Alternative"]) -> None:
        self._alternatives = alternatives
        self._near: dict[tuple[str, _Kinds], list[_Alternative]] = {}
        """By how a text begins and by kinds, None for all: the alternatives it may have."""
        self._places: dict[str, list[int]] = {}
        """By the first letters of a beginning: the places of the alternatives that have it."""
        for place, own in enumerate(self._alternatives):
            for head in own.heads:
                self._places.setdefault(head[:_FIRST], []).append(place)

    def within(self, text: str) -> "Openings":
        """Return the same for what is part of a text: without the alternatives whose letters nowhere stand in it."""
        whole, narrow = _folded(text), copy(self)
        narrow._take(
            [own for own in self._alternatives if not own.inside or any(map(whole.__contains__, own.inside))]
        )
        return narrow

    @property
    def sources(self) -> list[str]:
        """The alternatives as regular expressions."""
        return [own.source for own in self._alternatives]

    def match(
        self, text: str, start: int = 0, end: int | None = None, *, kind: str | None = None
    ) -> re.Match[str] | None:
        """Return the match of the first alternative, or the first of a kind, that the text has at an offset."""
        end = len(text) if end is None else end
        for own in self._possible(text, start, end, None if kind is None else (kind,)):
            if found := own.pattern.match(text, start, end):
                return found
        return None

    def kinds(self, text: str, start: int = 0, *, among: frozenset[str] | None = None) -> Iterator[str]:
        """Yield the kind, of some or of all, of each alternative that the text has at an offset, in their order."""
        possible = self._possible(text, start, len(text), among)
        return (own.kind for own in possible if own.pattern.match(text, start))

    def _possible(self, text: str, start: int, end: int, among: "_Kinds") -> list["_Alternative"]:
        """Return the alternatives, of some kinds or of all, that a text may have at an offset by its letters."""
        opening = _folded(text[start : min(end, start + _LONGEST)])[:_LONGEST]
        first = opening[:_FIRST]
        while first and first not in self._places:
            first = first[:-1]
        if (first, among) not in self._near:
            self._near[first, among] = self._beginning(first, among)
        found, whole = [], ""
        for own in self._near[first, among]:
            if not own.begins_anyhow and not opening.startswith(own.heads):
                continue
            if own.inside:
                whole = whole or _folded(text[start:end])
                for letters in own.inside:  # Each sentence comes here: any() takes half as long again.
                    if letters in whole:
                        break
                else:
                    continue
            found.append(own)
        return found

    def _beginning(self, first: str, among: "_Kinds") -> list["_Alternative"]:
        """Return the alternatives of some kinds that a text may have whose first letters are given."""
        begun = {place for size in range(_FIRST + 1) for place in self._places.get(first[:size], ())}
        near = map(self._alternatives.__getitem__, sorted(begun))
        return [own for own in near if among is None or own.kind in among]


class _Alternative:
    """One of the alternatives: what it begins with, what must stand inside it, and its pattern."""

    def __init__(self, kind: str, part: str, after: str) -> None:
        self.kind = kind
        self.source = f"(?:{part}){after}"
        self.heads = tuple(_folded(head)[:_LONGEST] for head in _beginnings(part))
        self.begins_anyhow = "" in self.heads
        inside = _inside(part)
        self.inside = () if "" in inside else inside
        self.pattern = regex(self.source, re.IGNORECASE)


def split(alternatives: str) -> list[str]:
    """Return the alternatives of a regular expression, parted by '|' outside of any group."""
    if "|" not in alternatives:
        return [alternatives]
    found, at = [], 0
    for part, depth in _parts(alternatives):
        if part[0] == "|" and not depth:
            found.append(alternatives[at : part.start()])
            at = part.end()
    return [*found, alternatives[at:]]


def _folded(opening: str) -> str:
    """Return letters so that what is the same without regard to case is equal; every digit is '0'."""
    if opening.isascii():
        return opening.lower().translate(_ASCII_DIGITS)
    return _NUMERAL.sub("0", opening.casefold().replace("\u0307", "").replace("ı", "i"))


@cache
def _beginnings(pattern: str) -> tuple[str, ...]:
    """Return a few letters: all that the pattern matches begins with some of them; '' where that may be anything."""
    if pattern.isalnum():
        return (pattern,)
    if letters := _LETTERS.match(pattern):
        return _followed((letters[0],), pattern[letters.end() :])
    if _DIGIT.match(pattern):
        return ("0",)
    if sign := _SIGN.match(pattern):
        signs = tuple(re.sub(r"\\(.)", r"\1", sign[1] or sign[3]))
        return signs + _beginnings(pattern[sign.end() :]) if sign[2] or sign[4] else signs
    if not pattern.startswith("(?:"):
        return ("",)
    parts, rest = _group(pattern)
    found = tuple(head for part in parts for head in _beginnings(part))
    if rest[:1] in ("*", "{"):
        return ("",)
    is_optional = rest[:1] == "?"
    without = _beginnings(rest[1:]) if is_optional else ()
    return (_followed(found, rest[is_optional:]) if found == parts else found) + without


def _followed(heads: tuple[str, ...], rest: str) -> tuple[str, ...]:
    """Return plain words with what may stand after them, where that is known and is not too much."""
    if not rest:
        return heads
    letters = _MORE.match(rest)
    own = letters[0] if letters else ""
    more = _beginnings(rest[len(own) :]) if own in ("", " ") else ("",)
    return tuple(head + own + after for head in heads for after in more) if len(heads) * len(more) <= _MOST else heads


def _group(pattern: str) -> tuple[tuple[str, ...], str]:
    """Return the alternatives of the group that a pattern opens with, and what stands behind it."""
    found, at = [], len("(?:")
    for part, depth in _parts(pattern):
        if not depth or (depth == 1 and part[0] == "|"):
            found.append(pattern[at : part.start()])
            at = part.end()
        if not depth:
            break
    return tuple(found), pattern[at:]


def _inside(pattern: str) -> tuple[str, ...]:
    """Return letters some of which stand in all that matches, after anything; '' where nothing must."""
    anything = _ANYTHING.match(pattern)
    return tuple(map(_folded, _beginnings(pattern[anything.end() :]))) if anything else ("",)


def _parts(pattern: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the signs of a pattern that group or part it, and how many groups are open behind each."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        yield part, depth
