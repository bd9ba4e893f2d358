"""What texts open with: alternatives of a regular expression come in; a matcher that is ready at once goes out.

A language's tables hold hundreds of alternatives, and a text needs a dozen of them: each is compiled when a text
opens with the letters that it begins with.
"""

import re
from functools import lru_cache

_LONGEST = 3
"""Letters that are looked at before an alternative is compiled."""
_REMEMBERED = 4_096
_LETTERS = re.compile(rf"[^\W_][\w ,]{{0,{_LONGEST - 1}}}(?![?*{{])")
_SIGN = re.compile(r"\[((?:[^]\\^-]|\\[^\w\s])+)\](\??)(?![+*{])|(\\[^\w\s]|[©#∗°])(\??)(?![+*{])")
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\]){0,80}\]|[()|]", re.DOTALL)


class Openings:
    """Matches a text that opens with any of some alternatives, the first of them first, without regard to case."""

    def __init__(self, alternatives: str, after: str = "") -> None:
        """Take alternatives, parted by '|', and what must follow each."""
        parts = list(filter(None, split(alternatives)))
        self.sources = tuple(f"(?:{part}){after}" for part in parts)
        """The alternatives, each with what must follow it."""
        self._heads = [tuple(map(_folded, _beginnings(part))) for part in parts]
        self._likely: dict[str, list[int]] = {}
        self._made: dict[int, re.Pattern[str]] = {}

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match of the first alternative that the text has at an offset; None where it has none."""
        end = len(text) if end is None else end
        opening = _folded(text[start : min(end, start + _LONGEST)])
        places = self._likely.get(opening)
        if places is None:
            if len(self._likely) == _REMEMBERED:
                self._likely.clear()
            places = [place for place, heads in enumerate(self._heads) if opening.startswith(heads)]
            self._likely[opening] = places
        for place in places:
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
    """Return letters so that what is the same without regard to case is equal."""
    return opening.casefold().replace("\u0307", "").replace("ı", "i")[:_LONGEST]


def _beginnings(pattern: str) -> list[str]:
    """Return a few letters: all that the pattern matches begins with some of them; '' where that may be anything."""
    if letters := _LETTERS.match(pattern):
        return [letters[0]]
    if sign := _SIGN.match(pattern):
        signs = list((sign[1] or sign[3]).replace("\\", ""))
        return signs + _beginnings(pattern[sign.end() :]) if sign[2] or sign[4] else signs
    if not pattern.startswith("(?:"):
        return [""]
    end = _group_end(pattern)
    found = [head for part in split(pattern[3:end]) for head in _beginnings(part)]
    follows = pattern[end + 1 : end + 2]
    if follows in ("*", "{"):
        return [""]
    return found + _beginnings(pattern[end + 2 :]) if follows == "?" else found


def _group_end(pattern: str) -> int:
    """Return where the group ends that a pattern opens with."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += (part[0] == "(") - (part[0] == ")")
        if not depth:
            return part.start()
    return len(pattern)
