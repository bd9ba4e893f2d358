"""The title of a page's article, from its head and its headings."""

import re
from collections.abc import Sequence
from typing import Any

from briefing.blocks import collapse
from briefing.readers.markup import Passage

_NAMES = (
    "string(//meta[@property='og:title' or @name='og:title']/@content)",
    "string(//meta[@name='twitter:title' or @property='twitter:title']/@content)",
    "string(//head/title)",
)
_SITE_NAME = "string(//meta[@property='og:site_name']/@content)"
_PARTS = re.compile(r" [|–—·»«:•/\\-]{1,3} | ?[|│»«] ?")
"""What stands between the title and the name of the site."""
_FEW_WORDS = 3
"""A page's name that is as short may be that of the site."""
_ALIKE = 0.6
"""Of the words of a heading stand in the page's name: it tells the same."""


def page_title(tree: Any, passages: Sequence[Passage]) -> tuple[str | None, int | None]:
    """Return the title of the article of a page, and the place of the passage that is it, where one is."""
    names = [name for path in _NAMES if (name := collapse(tree.xpath(path)))]
    headings = {
        place: passage.text
        for place, passage in enumerate(passages)
        if passage.setting.level and not passage.setting.aside
    }
    place = _repeated(names, headings)
    if place is None:
        place = _alike(names, {at: text for at, text in headings.items() if passages[at].setting.level == 1})
    if place is not None:
        return passages[place].text, place
    title = _main_part(names, collapse(tree.xpath(_SITE_NAME)))
    first = [at for at in headings if passages[at].setting.level == 1]
    if len(first) == 1 and (not title or _is_short(title, headings[first[0]])):
        return headings[first[0]], first[0]
    for at, passage in enumerate(passages):
        if title and passage.text.casefold() == title.casefold() and not passage.setting.aside:
            return passage.text, at
    return title, None


def _repeated(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the longest heading that a name of the page repeats."""
    for name in names:
        found = [at for at, text in headings.items() if _bare(text) and _bare(text) in _bare(name)]
        if found:
            return max(found, key=lambda at: (len(headings[at]), -at))
    return None


def _alike(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the first heading that tells much the same as a name of the page."""
    for at, text in headings.items():
        words = set(text.casefold().split())
        for name in names:
            if len(words) > 1 and len(words & set(name.casefold().split())) >= _ALIKE * len(words):
                return at
    return None


def _main_part(names: Sequence[str], site: str) -> str | None:
    """Return a name of the page without that of the site."""
    for name in names:
        parts = [part for part in _PARTS.split(name) if part and _bare(part) != _bare(site)]
        if len(parts) == len(_PARTS.split(name)):
            parts = [max(parts, key=len)]
        if parts:
            return parts[0]
    return None


def _is_short(title: str, heading: str) -> bool:
    return len(title.split()) <= _FEW_WORDS and len(heading.split()) >= len(title.split())


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
