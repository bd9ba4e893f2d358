"""Word and OpenDocument texts: the paragraphs of their XML, by the styles that make headings."""

import io
import re
from collections.abc import Iterator
from typing import Any

from briefing.blocks import TITLE, Reading
from briefing.errors import SourceError
from briefing.readers.archive import Archive
from briefing.readers.flow import Piece, flow, style_level

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"

# Word writes a text box twice, for old programs in Fallback.
_WORD_ASIDES = {f"{_W}tbl", f"{_W}moveFrom", f"{_MC}Fallback"}
_WORD_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "\u2011"}
_OFF = {"0", "false", "off"}
_SYMBOLS = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x41)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xA0)),
}
"""What the font Symbol has at its codes."""
_ODT_INDEXES = (
    "alphabetical-index",
    "bibliography",
    "illustration-index",
    "object-index",
    "table-index",
    "user-index",
)
_ODT_ASIDES = {
    f"{_TABLE}table",
    f"{_OFFICE}annotation",
    *(f"{_TEXT}{name}" for name in ("tracked-changes", "note", "table-of-content", *_ODT_INDEXES)),
}
_HEADING_NAME = re.compile(r"heading\s*([1-9])\Z")


def read_docx(data: bytes, *, name: str) -> Reading:
    """Give the text of a Word document (Office Open XML), without tables, notes, headers, deletions and hidden text.

    Raises:
        SourceError: it is encrypted or unpacks to too much.
    """
    archive = Archive(data, name=name)
    levels = _word_levels(archive)
    title = _property(archive, "docProps/core.xml")
    return flow(_word_blocks(archive.read("word/document.xml"), levels), title=title)


def _word_blocks(xml: bytes, levels: dict[str, int]) -> Iterator[Piece]:
    for paragraph in _elements(xml, f"{_W}p"):
        if not _is_inside(paragraph, _WORD_ASIDES):
            outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            named = None if style is None else levels.get(style.get(f"{_W}val", ""))
            _clear_hidden_runs(paragraph)
            yield Piece("".join(_word_pieces(paragraph)), named if outline is None else _outline(outline))
        paragraph.clear(keep_tail=True)


def _clear_hidden_runs(paragraph: Any) -> None:
    for mark in list(paragraph.iter(f"{_W}vanish")):
        run = mark.getparent().getparent()
        if run.tag == f"{_W}r" and mark.get(f"{_W}val") not in _OFF:
            run.clear()


def _word_pieces(paragraph: Any) -> Iterator[str]:
    for piece in paragraph.iter(f"{_W}t", f"{_W}sym", *_WORD_SIGNS):
        if _is_inside(piece, {f"{_W}moveFrom"}):
            continue
        if piece.tag == f"{_W}sym":
            code = int(piece.get(f"{_W}char", "0"), 16)
            sign = _SYMBOLS.get(code % 256, "") if piece.get(f"{_W}font") == "Symbol" else chr(code)
            yield sign if sign.isprintable() else ""  # Many are known to their own font only.
        else:
            yield _WORD_SIGNS.get(piece.tag, piece.text or "")


def _outline(element: Any) -> int | None:
    level = int(element.get(f"{_W}val", "9")) + 1
    return level if 1 <= level <= 9 else None


def _word_levels(archive: Archive) -> dict[str, int]:
    """Give the level of each style that makes headings: its own, or that of the nearest style that it is based on."""
    if "word/styles.xml" not in archive.names():
        return {}
    own: dict[str, int | None] = {}
    based_on: dict[str, str] = {}
    for style in _elements(archive.read("word/styles.xml"), f"{_W}style"):
        identity = style.get(f"{_W}styleId", "")
        for level in _own_level(style):
            own[identity] = level
        based_on[identity] = _value(style, "basedOn")
    levels = {identity: style_level(identity, own, based_on) for identity in based_on}
    return {identity: level for identity, level in levels.items() if level is not None}


def _own_level(style: Any) -> Iterator[int | None]:
    """Give the level that a style's name or outline level says, if any does; None is that of plain text."""
    title, outline = _value(style, "name").lower(), style.find(f"{_W}pPr/{_W}outlineLvl")
    if heading := _HEADING_NAME.match(title):
        yield int(heading[1])
    elif title == "title":
        yield TITLE
    elif outline is not None:
        yield _outline(outline)


def _value(style: Any, child: str) -> str:
    element = style.find(f"{_W}{child}")
    return "" if element is None else element.get(f"{_W}val", "")


def read_odt(data: bytes, *, name: str) -> Reading:
    """Give the text of an OpenDocument text, without tables, notes, indexes, deletions and hidden text.

    Raises:
        SourceError: it is encrypted or unpacks to too much.
    """
    archive = Archive(data, name=name)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise SourceError(f"{name}: encrypted; open it with its password, and save it without")
    return flow(_odt_blocks(archive.read("content.xml")), title=_property(archive, "meta.xml"))


def _odt_blocks(xml: bytes) -> Iterator[Piece]:
    titles, hidden = {"Title"}, set()
    for element in _elements(xml, f"{_STYLE}style", f"{_TEXT}h", f"{_TEXT}p", f"{_TEXT}span"):
        style = element.get(f"{_TEXT}style-name")
        if element.tag == f"{_STYLE}style":
            if element.get(f"{_STYLE}parent-style-name") == "Title":
                titles.add(element.get(f"{_STYLE}name"))
            if element.find(f"{_STYLE}text-properties[@{_TEXT}display='none']") is not None:
                hidden.add(element.get(f"{_STYLE}name"))
        elif style in hidden:
            element.clear(keep_tail=True)
        elif element.tag != f"{_TEXT}span":
            if not _is_inside(element, _ODT_ASIDES):
                level = int(element.get(f"{_TEXT}outline-level", "1")) if element.tag == f"{_TEXT}h" else None
                yield Piece(_odt_words(element), TITLE if style in titles else level)
            element.clear(keep_tail=True)


def _odt_words(element: Any) -> str:
    spaces = {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}
    pieces = [element.text or ""]
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str) and not _is_inside(inner, _ODT_ASIDES) and inner.tag not in _ODT_ASIDES:
            pieces.append(" " if inner.tag in spaces else inner.text or "")
        pieces.append(inner.tail or "")
    return "".join(pieces)


def _property(archive: Archive, member: str) -> str | None:
    if member not in archive.names():
        return None
    return next((element.text for element in _elements(archive.read(member), _DC_TITLE)), None)


def _elements(xml: bytes, *tags: str) -> Iterator[Any]:
    """Give the elements of some kinds as they end: no entity is resolved, nothing outside is read."""
    from lxml import etree

    for _, element in etree.iterparse(io.BytesIO(xml), tag=tags, resolve_entities=False, no_network=True):
        yield element


def _is_inside(element: Any, tags: set[str]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())
