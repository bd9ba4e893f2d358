"""The blocks of a tree of HTML, XHTML or trafilatura's XML."""

import re
from collections.abc import Iterator
from typing import Any

from briefing.readers.flow import Piece

_HEADING = re.compile(r"h([1-6])\Z")
_PERMALINK = re.compile(r"[¶§#🔗]\Z")
_LINE_BREAK = "\v"
_TWO_LINE_BREAKS = re.compile(r"\v\s*\v")  # How old pages part their paragraphs.
_BREAKING = re.compile(
    r"(?:address|article|aside|blockquote|body|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|graphic"
    r"|h[1-6]|head|header|hr|html|item|li|list|main|nav|ol|p|pre|quote|section|summary|table|tr|t[dh]|ul)\Z"
)
_WITHOUT_PROSE = re.compile(r"(?:figure|head|math|nav|noscript|pre|script|style|svg|table|template|title)\Z")


def blocks(root: Any) -> Iterator[Piece]:
    """Give the headings, paragraphs and list items under an element, in order, but no code, tables and figures."""
    pieces: list[str] = []
    for kind, text in _pieces(root):
        if kind is None:
            pieces.append(text)
            continue
        if pieces:
            level = int(kind[1]) if _HEADING.match(kind) else None
            for text in _TWO_LINE_BREAKS.split("".join(pieces)):
                yield Piece(_PERMALINK.sub("", text.rstrip()) if level else text, level)
        pieces = []
    yield Piece("".join(pieces))


def _pieces(root: Any) -> Iterator[tuple[str | None, str]]:
    """Give the text, as (None, text), and what kind of block ends where, as (kind, '')."""
    from lxml import etree

    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        kind = _kind(element)
        if event == "start":
            skipped += bool(_WITHOUT_PROSE.match(kind))
            if not skipped:
                if _BREAKING.match(kind):
                    yield "p", ""
                elif kind in ("br", "lb"):
                    yield None, _LINE_BREAK
                yield None, element.text or ""
            continue
        if event == "end":
            if not skipped and _BREAKING.match(kind):
                yield kind, ""
            skipped -= bool(_WITHOUT_PROSE.match(kind))
        if not skipped and element is not root:
            yield None, element.tail or ""


def _kind(element: Any) -> str:
    """Give the name of HTML's element: trafilatura has h2 as `<head rend="h2">`, and any code as `<code>`."""
    if not isinstance(element.tag, str):
        return ""
    tag = element.tag.rpartition("}")[2].lower()
    rend = element.get("rend") or ""
    if tag == "head" and _HEADING.match(rend):
        return rend
    if tag == "code" and "\n" in "".join(element.itertext()).strip():
        return "pre"
    return tag
