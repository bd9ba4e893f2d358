"""Styles, as Word, OpenDocument and RTF have them: what one makes of a paragraph, or is based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.blocks import TITLE

_MOST_ANCESTORS = 12
"""How many styles a style may be based on, one on the other."""
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|naslov|címsor"
    r"|rubrică|titlu|başlık|заголовок|επικεφαλίδα|标题|標題|見出し|제목)\s*([1-9])\Z"
)
"""What the styles of headings are called by programs that translate their names; Word itself does not."""
_TITLE = re.compile(
    r"(?:title|titel|titre|título|titulo|titolo|tittel|otsikko|tytuł|název|название|标题|標題|表題|제목)\Z"
)
_ASIDES = {
    "caption": "caption",
    "contents": "contents",
    "toc": "contents",
    "table of figures": "contents",
    "table of authorities": "contents",
    "index": "index",
}
_ASIDE = re.compile(rf"({'|'.join(_ASIDES)})(?: heading| \d)?\Z")
PARENT = "parent"
"""The key of the style that a style is based on."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph, or of a run of characters."""

    level: int | None = None
    """The depth of a heading, `TITLE`, or None for text."""
    aside: str = ""
    """Why it is no part of the article's prose, or ''."""
    bold: bool = False
    """Whether its print is bold."""
    size: float = 10
    """The size of its print in points."""
    hidden: bool = False
    """Whether it is not to be seen."""


NO_STYLE = Style()
"""What nothing is said of."""


Said = Mapping[str, Mapping[str, Any]]
"""What styles say, by identity: fields of `Style`, `PARENT`, and 'scale', a share of the parent's size."""


def said_by(identity: str, said: Said) -> dict[str, Any]:
    """Return the fields that a style says, or one that it is based on; last of all comes the style ''."""
    line: list[Mapping[str, Any]] = []
    while identity in said and len(line) <= _MOST_ANCESTORS:
        line.append(said[identity])
        identity = said[identity].get(PARENT, "") if identity else PARENT
    found: dict[str, Any] = {}
    for of in reversed(line):
        if "scale" in of:
            found["size"] = found.get("size", NO_STYLE.size) * of["scale"]
        found |= {key: value for key, value in of.items() if key not in (PARENT, "scale")}
    return found


def told_by_name(name: str) -> dict[str, Any]:
    """Return the fields that the name of a style says: it goes before an outline level."""
    called = name.strip().lower()
    said: dict[str, Any] = {}
    if heading := _HEADING.match(called):
        said["level"] = int(heading[1])
    elif _TITLE.match(called):
        said["level"] = TITLE
    if aside := _ASIDE.match(called):
        said["aside"] = _ASIDES[aside[1]]
    return said
