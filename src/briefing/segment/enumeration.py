"""Lists that were flattened into a paragraph: "1. Wash it 2. Dry it", "• one • two"."""

import re

_BULLETS = "•⁃‣◦▪●■"
_BULLET = re.compile(rf"(?:(?<=\s)|\A)[{_BULLETS}]")
_FIRST = re.compile(r"\s*([(\[]?)(1|a|A|i|I)([.)]{1,2})\s")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def items(text: str) -> list[int]:
    """Give where the items of a flattened list start, but for the first; nothing where there is no list."""
    begin = text[:9].lstrip()[:1]
    if begin and begin in _BULLETS:
        return [found.start() for found in _BULLET.finditer(text)][1:]
    first = _FIRST.match(text)
    return _numbered(text, first) if first else []


def _numbered(text: str, first: re.Match[str]) -> list[int]:
    opening, label, closing = first.groups()
    pattern = re.compile(
        rf"(?<=\s){re.escape(opening)}(\d{{1,3}}|[a-z]{{1,5}}|[A-Z]{{1,5}}){re.escape(closing)}(?=\s)"
    )
    starts, number = [], 2
    for found in pattern.finditer(text, first.end()):
        if found[1] == _label(label, number):
            starts.append(found.start())
            number += 1
    return starts


def _label(first: str, number: int) -> str:
    if first == "1":
        return str(number)
    if first in "aA":
        return chr(ord(first) + number - 1) if number <= 26 else ""
    roman = _ROMAN[number - 1] if number <= len(_ROMAN) else ""
    return roman if first == "i" else roman.upper()
