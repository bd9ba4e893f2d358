"""The title of a page's article, from its head and its headings."""

import html
import json
from collections.abc import Sequence
from typing import Any

from briefing.blocks import collapse
from briefing.patterns import regex
from briefing.readers.html_passages import Passage

_NAMES = ("dc:title", "dc.title", "og:title", "twitter:title", "parsely-title")
"""What meta elements call it, the surest first."""
_HEADLINE = regex(r'"headline"\s*:\s*("(?:[^"\\]|\\.){3,300}")')
_MOST_DATA = 200_000
"""Characters of a page's linked data that are looked through."""
_SITE_NAME = "string(//meta[@property='og:site_name']/@content)"
_PARTS = regex(r" [|–—·»«:•/\\-]{1,3} | ?[|│»«] ?")
"""What stands between the title and the name of the site."""
_FEW_WORDS = 3
"""A page's name that is as short may be that of the site."""
_ALIKE = 0.6
"""Of the words of a heading stand in the page's name: it tells the same, …"""
_SHARE = 0.4
"""… if they are so many of the name's."""


def page_title(tree: Any, passages: Sequence[Passage]) -> tuple[str | None, int | None]:
    """Return the title of the article of a page, and the place of the passage that is it, where one is."""
    stated, head = _stated(tree), collapse(tree.xpath("string(//head/title)"))
    names = [*stated, *filter(None, [head])]
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
    if len(first) == 1 and (not title or (not stated and _is_short(title, headings[first[0]]))):
        return headings[first[0]], first[0]
    for at, passage in enumerate(passages):
        if title and passage.text.casefold() == title.casefold() and not passage.setting.aside:
            return passage.text, at
    return title, None


def _stated(tree: Any) -> list[str]:
    """Return what the head of a page says its title is, not made for the window's."""
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        for key in f"{meta.get('property') or ''} {meta.get('name') or ''}".lower().split():
            found.setdefault(key, collapse(meta.get("content")))
    data = "".join(tree.xpath("//script[@type='application/ld+json']/text()"))[:_MOST_DATA]
    headlines = {_decoded(headline) for headline in _HEADLINE.findall(data)}
    stated = [found[name] for name in _NAMES if found.get(name)]
    return [*stated[:1], *(headlines if len(headlines) == 1 else ()), *stated[1:]]


def _decoded(headline: str) -> str:
    try:
        return collapse(html.unescape(json.loads(headline)))
    except ValueError:
        return collapse(headline.strip('"'))


def _repeated(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the longest heading that a name of the page repeats."""
    for name in names:
        whole = _bare(name)
        found = [at for at, text in headings.items() if _bare(text) in whole and _is_most(_bare(text), whole)]
        if found:
            return max(found, key=lambda at: (len(headings[at]), -at))
    return None


def _alike(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the first heading that tells much the same as a name of the page."""
    for at, text in headings.items():
        words = set(text.casefold().split())
        for name in names:
            named = set(name.casefold().split())
            alike = len(words & named)
            if len(words) > 1 and alike >= _ALIKE * len(words) and alike >= _SHARE * len(named):
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


def _is_most(heading: str, name: str) -> bool:
    """Return whether a heading is a good part of the name that it stands in, or what that opens with."""
    return bool(heading) and (len(heading) >= _SHARE * len(name) or name.startswith(heading))


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
