"""The title of a page's article, from its head and its headings."""

import html
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefing.blocks import collapse
from briefing.patterns import regex
from briefing.readers.html_passages import Passage

_SURE = ("citation_title", "dc:title", "dc.title", "parsely-title")
"""What meta elements call it; these are for nothing but articles, …"""
_NAMES = ("og:title", "twitter:title")  # … these may be for whoever passes the page on
_HEADLINE = regex(r'"headline"\s*:\s*("(?:[^"\\]|\\.){3,300}")')
_NEWS = regex(r'"@type"\s*:\s*(?:\[\s*)?"\w*(?:NewsArticle|LiveBlogPosting)"')  # What they say news are
_MOST_DATA = 200_000  # Characters of a page's linked data that are looked through
_SITE_NAME = "string(//meta[@property='og:site_name']/@content)"
_PARTS = regex(r" [|–—·»«:•/\\-]{1,3} | ?[|│»«] ?")  # What stands between the title and the name of the site
_HOME = regex(r"(?:(?:https?:)?//web\.archive\.org/web/\w+/)?(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?(?:\?.*)?")
"""The address of the first page of a site, as it is or as an archive keeps it."""
_FILE = regex(r"\S+\.\w{2,5}")
_TITLE = regex(r"(?:\A|\s)(?:mso-?title|(?:doc-|post-|entry-|article-|page-)?title)(?:\s|\Z)", re.IGNORECASE)
"""What a paragraph that is the title may be called."""
_WORD = regex(r"\w+")
_FEW_WORDS = 4  # A part of the page's name that is as short may be the name of the site
_FIRST_PARTS = 2  # The whole name of a page and what it opens with: no name of its site
_KICKER_END = " :|–—-·"
_KICKER_NODES = 10  # How many texts of a heading, each in an element of its own, are tried as its kicker
_ALIKE = 0.6  # Of the words of a heading stand in the page's name: it tells the same, …
_SHARE = 0.4  # … if they are so many of the name's


def page_title(tree: Any, passages: Sequence[Passage]) -> tuple[str | None, int | None]:
    """Return the title of the article of a page, and the place of the passage that is it, where one is.

    The headline that the page shows goes before what its head says, which may be for machines.
    """
    site, head = bare(tree.xpath(_SITE_NAME)), collapse(tree.xpath("string(//head/title)"))
    sure, stated = _stated(tree)
    names = [name for name in (*sure, *stated) if bare(name) != site]
    names += [head] if head and not _FILE.fullmatch(head) else []
    headings = _headings(passages, site, head, stated)
    shown = {at: text for at, text in headings.items() if not passages[at].setting.aside}
    tops = {at: text for at, text in headings.items() if passages[at].setting.level == 1}
    first = {at: text for at, text in tops.items() if at in shown}
    place = _repeated(names, tops)
    place = alike(names, first) if place is None else place
    place = _repeated(names, shown) if place is None else place
    if not names and _TITLE.search(passages[0].setting.block.get("class") or ""):
        place = 0
    if place is None and not sure:
        first = _unlike_site(first, names)
        place = next(iter(first)) if len(first) == 1 else _heading_most(passages, first)
    if place is not None and place not in shown:  # In a menu, on the way to here.
        below = {at: text for at, text in shown.items() if not any(p.is_prose for p in passages[place:at])}
        seen = alike([passages[place].text], {at: text for at, text in below.items() if at > place})
        place = place if seen is None or bare(below[seen]) == bare(passages[place].text) else seen
    title = _main_part(names, site)
    if place is None and not sure and not stated and len((title or "").split()) <= _FEW_WORDS:
        found = {at: text for at, text in shown.items() if _is_name(passages[at], head)}
        place = _heading_most(passages, found)
    if place is not None:
        return _without_kicker(passages[place], names), place
    for at, passage in enumerate(passages):
        if title and passage.text.casefold() == title.casefold() and not passage.setting.aside:
            return passage.text, at
    return title, None


def _headings(passages: Sequence[Passage], site: str, head: str, stated: Sequence[str]) -> dict[int, str]:
    """Return the headings of a page, by their places, that are neither its site's name nor that of a part of it."""
    heads = ((at, passage) for at, passage in enumerate(passages) if passage.setting.level)
    found = {at: head.text for at, head in heads if not _is_site(head, site)}
    texts = {at: bare(text) for at, text in found.items()}
    title, *others = [bare(part) for part in _PARTS.split(head)]
    sites = set(others) if title in texts.values() else set()
    if stated and (name := bare(stated[0])) in texts.values():
        sites |= {bare(head).removeprefix(name).removesuffix(name)} - {name}
    return {at: text for at, text in found.items() if texts[at] not in sites}


def _is_site(passage: Passage, site: str) -> bool:
    """Return whether a heading is the name of the site: it says so, or leads to its first page."""
    link = passage.setting.block.find(".//a[@href]") if passage.linked == passage.size else None
    is_home = link is not None and _HOME.fullmatch(link.get("href").strip()) is not None
    return is_home or bare(passage.text) == site


def _unlike_site(headings: dict[int, str], names: Sequence[str]) -> dict[int, str]:
    """Return the headings that are no name of the site or of a section."""
    parts = {bare(part) for name in names[-1:] for part in _PARTS.split(name)[1:]}
    least = 2 if names else 1
    words = {at: len(_WORD.findall(text)) for at, text in headings.items() if bare(text) not in parts}
    return {at: headings[at] for at, count in words.items() if count >= least}


def _is_name(passage: Passage, head: str) -> bool:
    """Return whether a heading may be the title of a page whose head does not tell it: its link, or a phrase."""
    return passage.linked == passage.size if not head else len(_PARTS.split(head)) > 1 < len(passage.text.split())


def _without_kicker(passage: Passage, names: Sequence[str]) -> str:
    """Return the text of a heading without what an element of its own tells before the page's name."""
    whole = bare(passage.text)
    parts = [[bare(part) for part in (name, *_PARTS.split(name))] for name in names]
    texts = [(element.tail if is_tail else element.text) or "" for element, is_tail in passage.nodes]
    for first in range(1, min(len(texts), _KICKER_NODES)):
        title = collapse("".join(texts[first:]))
        rest, is_most = bare(title), 2 * len(title) > len(passage.text)
        ends = (told for told in parts if rest in told or (told[0].endswith(rest) and not told[0].endswith(whole)))
        is_name = (is_most and rest and any(ends)) or any(rest in told[:_FIRST_PARTS] for told in parts)
        if is_name and passage.text.endswith(title):
            return title.lstrip(_KICKER_END)
    return passage.text


def _heading_most(passages: Sequence[Passage], headings: dict[int, str]) -> int | None:
    """Return the place of the heading over most of the page's paragraphs, none before it, down to its next like."""
    over: dict[int, int] = {}
    weights: Counter[int] = Counter()
    for at, passage in enumerate(passages):
        if passage.setting.level:
            over = {level: head for level, head in over.items() if level < passage.setting.level}
            over[passage.setting.level] = at
        elif passage.is_prose:
            weights.update(dict.fromkeys((*over.values(), -1), passage.size))
    return next((at for at in headings if 2 * weights[at] > weights[-1]), None)


def _stated(tree: Any) -> tuple[list[str], list[str]]:
    """Return what the head of a page says its title is, the sure names and the others; not that of the window."""
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        for key in f"{meta.get('property') or ''} {meta.get('name') or ''}".lower().split():
            found.setdefault(key, collapse(meta.get("content")))
    headlines = {_decoded(headline) for headline in _HEADLINE.findall(_data(tree))}
    sure, stated = ([found[name] for name in names if found.get(name)] for names in (_SURE, _NAMES))
    return sure, [*stated[:1], *(headlines if len(headlines) == 1 else ()), *stated[1:]]


def is_news(tree: Any) -> bool:
    """Return whether a page says that it is news."""
    return _NEWS.search(_data(tree)) is not None


def _data(tree: Any) -> str:
    return "".join(tree.xpath("//script[@type='application/ld+json']/text()"))[:_MOST_DATA]


def _decoded(headline: str) -> str:
    try:
        return collapse(html.unescape(json.loads(headline)))
    except ValueError:
        return collapse(headline.strip('"'))


def _repeated(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the longest heading that a name of the page repeats."""
    for name in names:
        whole = bare(name)
        found = [at for at, text in headings.items() if bare(text) in whole and _is_most(bare(text), whole)]
        if found:
            return max(found, key=lambda at: (len(headings[at]), -at))
    return None


def alike(names: Sequence[str], headings: dict[int, str]) -> int | None:
    """Return the place of the first heading that tells much the same as a name of the page."""
    for at, text in headings.items():
        words = set(_WORD.findall(text.casefold()))
        for name in names:
            named = set(_WORD.findall(name.casefold()))
            alike = len(words & named)
            if len(words) > 1 and alike >= _ALIKE * len(words) and alike >= _SHARE * len(named):
                return at
    return None


def _main_part(names: Sequence[str], site: str) -> str | None:
    """Return the part of a name of the page that is not the site's: the first long one, else the longest."""
    for name in names:
        parts = [part for part in _PARTS.split(name) if part and bare(part) != site]
        if parts:
            return next((part for part in parts if len(part.split()) > _FEW_WORDS), max(parts, key=len))
    return None


def _is_most(heading: str, name: str) -> bool:
    """Return whether a heading is a good part of the name that it stands in, or what that opens with."""
    return bool(heading) and (len(heading) >= _SHARE * len(name) or name.startswith(heading))


def bare(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return "".join(filter(str.isalnum, text.casefold()))
