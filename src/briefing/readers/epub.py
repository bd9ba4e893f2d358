"""EPUB: the chapters in the order of the book's spine."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from briefing.blocks import Reading
from briefing.errors import SourceError
from briefing.readers.archive import Archive
from briefing.readers.flow import Piece, flow
from briefing.readers.markup import blocks

_CONTAINER = "META-INF/container.xml"
_NOTES = {"noteref", "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"}
_NOTES |= {f"doc-{kind}" for kind in _NOTES}
"""What a part of a chapter is called that is a note, or the mark of one in the text."""


def read(data: bytes, *, name: str) -> Reading:
    """Give the text of a book's chapters, without notes.

    Raises:
        SourceError: it is encrypted, or unpacks to too much.
    """
    archive = Archive(data, name=name)
    package_path = _xml(archive.read(_CONTAINER)).xpath("string(//*[local-name()='rootfile']/@full-path)")
    package = _xml(archive.read(package_path))
    title = package.xpath("string(//*[local-name()='metadata']/*[local-name()='title'])")
    return flow(_chapters(archive, package, posixpath.dirname(package_path), name), title=title)


def _chapters(archive: Archive, package: Any, folder: str, name: str) -> Iterator[Piece]:
    from lxml import etree, html

    items = {item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    members = set(archive.names())
    for reference in package.xpath("//*[local-name()='spine']/*[local-name()='itemref'][not(@linear='no')]"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        member = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if member not in members:
            continue
        try:
            chapter = html.document_fromstring(archive.read(member), parser=html.HTMLParser(encoding="utf-8"))
        except etree.ParserError:
            continue
        for part in chapter.xpath("//*[@role or @*[name()='epub:type']]"):
            if not _NOTES.isdisjoint(f"{part.get('role')} {part.get('epub:type')}".split()):
                part.clear(keep_tail=True)
                part.tag = "span"  # It parts no paragraph.
        yield from blocks(chapter.find("body") if chapter.find("body") is not None else chapter)
    if "META-INF/rights.xml" in members:
        raise SourceError(f"{name}: protected against copying; nothing can be read")


def _xml(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
