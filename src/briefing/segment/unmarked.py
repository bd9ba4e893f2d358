"""Sentences that start where no mark ends the one before: behind a lost formula or caption, or as items of a list.

What is lost is only looked for in texts of which that is known: in others a colon leads on to an explanation, and a
capital opens a title.
"""

import re
from enum import StrEnum

from briefing.languages.schema import Sentences
from briefing.patterns import regex

_BULLETS = "•⁃‣◦▪●■"
_BULLET = regex(rf"(?:(?<=\s)|\A)[{_BULLETS}]")
_FIRST = regex(r"\s*([(\[]?)(1|a|A|i|I)([.)]{1,2})\s")
_FINAL = '.!?…;:)"”»'
_SHORT_LINE = regex(r"[ \t]*(?:[^\s.!?…:;。]+[ \t]+){0,3}[^\s.!?…:;。]*[^\s.!?…:;。,-][ \t]*")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Lost(StrEnum):
    """What texts of a kind lose on their way to plain text."""

    NOTHING = ""
    """Their sentences end as they should."""
    CAPTIONS = "captions"
    """Lines under pictures have run into what follows, as in news."""
    FORMULAS = "formulas"
    """Formulas, figures and tables are gone or have left remnants, as in papers."""


_FEWEST_WORDS = 3
"""How many words a sentence has at least that ends without a mark."""
_JOINT = regex(r"(?<=[\w)] )(?<![.!?…:;,—–-] )([A-ZÀ-Þ][a-zà-þ]+)(?=(?:['’]\w{1,2})?,? (\w))")
_COLON = regex(r"(?<=[\w)\]]: )(?:([A-ZÀ-Þ][a-zà-þ]+)\b|where \S)")
_AMBIGUOUS = frozenset(("one", "who", "or", "no", "nor", "none", "well", "will", "to", "if"))
"""Openers that names and numbers end with: "Formula One"."""
_NAMED = frozenset(("he", "she", "it", "they", "we", "there", "this", "these", "that", "the"))
"""Openers that hardly belong to the name before them."""


def starts(text: str, usage: Sentences, lost: Lost) -> list[int]:
    """Return where sentences start though no mark ends the one before."""
    if lost is Lost.NOTHING:
        return []
    places = [place.start() for place in _JOINT.finditer(text) if _parts(text, place, usage)]
    if lost is Lost.FORMULAS:
        found = (p for p in _COLON.finditer(text) if not p[1] or p[1].lower() in usage.openers)
        places += [p.start() for p in found if len(text[max(0, p.start() - 60) : p.start()].split()) > _FEWEST_WORDS]
    return sorted(places)


def _parts(text: str, place: re.Match[str], usage: Sentences) -> bool:
    """Return whether a word with a capital opens a sentence rather than a title: "on Friday The ministers met"."""
    word, before = place[1].lower(), text[max(0, place.start() - 60) : place.start()].split()
    if word not in usage.openers - _AMBIGUOUS or len(before) <= _FEWEST_WORDS:
        return False
    goes_on = not place[2].isupper() or before[-1].endswith(")")
    return goes_on and (not before[-1][0].isupper() or word in _NAMED)


def items(text: str, usage: Sentences) -> list[int]:
    """Return where the items of a flattened list start, but for the first; nothing where there is no list."""
    begin = text[:9].lstrip()[:1]
    if begin and begin in _BULLETS:
        return [found.start() for found in _BULLET.finditer(text)][1:]
    first = _FIRST.match(text)
    return _numbered(text, first, usage) if first else _short_lines(text)


def _numbered(text: str, first: re.Match[str], usage: Sentences) -> list[int]:
    opening, label, closing = first.groups()
    # "A. Smith and B. Jones" are people; "in die 2. Bundesliga", "2. května" are ordinals.
    strict = closing == "." and (label == "A" or (usage.capitals and label == "1"))
    after = r"\s+[^\Wa-z]" if usage.ordinals and label == "1" else r"\s"
    pattern = re.compile(
        rf"(?<=\s){re.escape(opening)}(\d{{1,3}}|[a-z]{{1,5}}|[A-Z]{{1,5}}){re.escape(closing)}(?={after})"
    )
    starts, number = [], 2
    for found in pattern.finditer(text, first.end()):
        if found[1] == _label(label, number) and not (strict and text[: found.start()].rstrip()[-1] not in _FINAL):
            starts.append(found.start())
            number += 1
    return starts


def _short_lines(text: str) -> list[int]:
    """Return where the lines start, where all are of four words at most and without a mark that ends a sentence."""
    lines = text.strip().split("\n") if len(text) < 1_000 else []
    if len(lines) < 3 or not all(map(_SHORT_LINE.fullmatch, lines)):
        return []
    return [found.end() for found in re.finditer(r"\n(?=\s*\S)", text)]


def _label(first: str, number: int) -> str:
    if first == "1":
        return str(number)
    if first in "aA":
        return chr(ord(first) + number - 1) if number <= 26 else ""
    roman = _ROMAN[number - 1] if number <= len(_ROMAN) else ""
    return roman if first == "i" else roman.upper()
