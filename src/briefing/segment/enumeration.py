"""Lists that were flattened into a paragraph: "1. Wash it 2. Dry it", "• one • two"."""

import re

from briefing.languages.schema import Sentences

_BULLETS = "•⁃‣◦▪●■"
_BULLET = re.compile(rf"(?:(?<=\s)|\A)[{_BULLETS}]")
_FIRST = re.compile(r"\s*([(\[]?)(1|a|A|i|I)([.)]{1,2})\s")
_FINAL = '.!?…;:)"”»'
_SHORT_LINE = re.compile(r"[ \t]*(?:[^\s.!?…:;。]+[ \t]+){0,3}[^\s.!?…:;。]*[^\s.!?…:;。,-][ \t]*")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


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
