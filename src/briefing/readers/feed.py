"""RSS and Atom, by feedparser: each entry an article under its title."""

import html
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from briefing.blocks import TITLE, Reading, collapse
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers import html_blocks, html_tree
from briefing.readers.limits import MAX_ELEMENTS, LimitError, check_count
from briefing.readers.readings import Piece, flow

_ENTRY = regex(rb"<(?:\w+:)?(?:item|entry)[\s/>]")
_MOST_ENTRIES = 5_000
_SUBSCRIBED = regex(rb"""\bxmlUrl\s{0,9}=\s{0,9}(["'])\s{0,9}(https?://[^"'<>\s]{1,2000})\s{0,9}\1""", re.IGNORECASE)
_MOST_FEEDS = 1_000
_DATED = ("published", "updated", "author")


def read(data: bytes, *, name: str) -> Reading:
    """Return the entries of a feed, each a section under its title; the feed's title is that of the whole."""
    import feedparser

    check_count(sum(1 for _ in _ENTRY.finditer(data)), _MOST_ENTRIES, "entries")
    if data.count(b"<") > 2 * MAX_ELEMENTS or b"<!ENTITY" in data:
        raise LimitError("a feed with more markup than one has, or with entities of its own")
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        raise SourceError(f"{name}: a feed without entries; nothing to brief")
    title, subtitle = (_plain(found.feed.get(key, "")) for key in ("title", "subtitle"))
    head = [Piece(title, TITLE), Piece(subtitle, aside="description")]
    reading = flow(chain(head, *map(_entry, found.entries)))
    return reading._replace(is_collection=True)


def subscriptions(data: bytes, *, name: str) -> list[str]:
    """Return the addresses of the feeds that a list of them names (OPML 2.0): those on the web."""
    found = [html.unescape(match[2].decode("utf-8", "replace")) for match in _SUBSCRIBED.finditer(data)]
    if not 0 < len(found) <= _MOST_FEEDS:
        what = "a list of feeds without addresses" if not found else f"more than {_MOST_FEEDS:,} feeds"
        raise SourceError(f"{name}: {what}; export it again as OPML")
    return list(dict.fromkeys(found))


def _entry(entry: Any) -> Iterator[Piece]:
    yield Piece(_plain(entry.get("title", "")), 1)
    for key in _DATED:
        # Its own `get` would have one date for the other.
        yield Piece(dict.get(entry, key, ""), aside="byline" if key == "author" else "date")
    yield Piece(entry.get("link", ""), aside="link")
    summary = entry.get("summary", "")
    content = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="") or summary
    tree = html_tree.parse(content) if content.strip() else None
    for piece in [] if tree is None else html_blocks.blocks(tree):
        yield Piece(piece.text, piece.level and piece.level + 1, piece.aside)
    if _plain(summary) not in _plain(content):
        yield Piece(_plain(summary), aside="summary")


def _plain(content: str) -> str:
    """Return what is to be read of some HTML, as one line."""
    tree = html_tree.parse(content) if "<" in content or "&" in content else None
    return collapse(content if tree is None else tree.text_content())
