"""EPUB: the chapters in the order of the book's spine; what is no chapter stands aside."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import unquote

from briefing.blocks import Reading, collapse
from briefing.errors import SourceError
from briefing.languages import alternatives_of_all
from briefing.patterns import SENTENCE_END, regex
from briefing.readers.archive import Archive, first_text, gather
from briefing.readers.html_blocks import blocks
from briefing.readers.html_tree import parse
from briefing.readers.limits import MAX_BLOCKS, check_count
from briefing.readers.readings import Piece, flow
from briefing.source import Source

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTER = regex(r"\.x?html?\Z", re.IGNORECASE)
_KINDS = {
    "note": "footnote footnotes endnote endnotes rearnote rearnotes note notes",
    "contents": "toc toc-brief landmarks page-list loi lot loa lov nav",
    "imprint": "imprint imprimatur colophon copyright-page halftitlepage half-title titlepage title-page cover "
    "contributors other-credits seriespage",
    "index": "index index-group",
}
_PARTS = {f"{of}{kind}": aside for aside, kinds in _KINDS.items() for kind in kinds.split() for of in ("", "doc-")}
"""What a part of a book is that is no text of it, by its `epub:type`, `role` or place in the guide."""
_LONGEST_IMPRINT = 3_000  # Characters of an imprint that is known by its words alone
_LONGEST_TITLE_PAGE = 400
_EDGE = 5  # How many chapters at either end of a book may be an imprint


def read(data: bytes, *, name: str) -> Reading:
    """Return the text of a book's chapters; notes, contents and imprint stand aside."""
    archive = Archive(data, name=name)
    ciphered = [told.get("URI", "") for told in gather(archive.find(_ENCRYPTION), "CipherReference")]
    if "META-INF/rights.xml" in archive.names() or any(_CHAPTER.search(member) for member in ciphered):
        raise SourceError(f"{name}: protected against copying; nothing can be read")
    path = next((told.get("full-path", "") for told in gather(archive.read(_CONTAINER), "rootfile")), "")
    package = archive.read(path)
    title = collapse(first_text(package, "title") or "")
    chapters = list(_chapters(archive, package, posixpath.dirname(path)))
    return flow((piece for chapter in _without_imprint(chapters, title) for piece in chapter), title=title)


def _chapters(archive: Archive, package: bytes, folder: str) -> Iterator[list[Piece]]:
    """Yield the pieces of each chapter that the spine names, none of them twice."""
    items: dict[str, Any] = {}
    spine: dict[str, str] = {}
    guide: dict[str, str] = {}
    for told in gather(package, "item", "itemref", "reference"):
        if told.tag.endswith("item"):
            items[told.get("id", "")] = told
        elif told.tag.endswith("itemref"):
            spine[told.get("idref", "")] = "supplement" if told.get("linear") == "no" else ""
        elif "#" not in told.get("href", ""):  # Of a place in a chapter it does not say what all the chapter is.
            guide[_member(folder, told)] = _PARTS.get(told.get("type", "").lower(), "")
    members = set(archive.names())
    for identity, beside in spine.items():
        told = items.get(identity, {})
        member = _member(folder, told)
        if member not in members:
            continue
        members.remove(member)  # None is read twice.
        if (chapter := _parsed(member, archive.read(member))) is not None:
            is_contents = "nav" in told.get("properties", "").split()
            archive.count_text(sum(len(text.strip()) for text in chapter.itertext()))
            yield list(_pieces(chapter, "contents" if is_contents else guide.get(member, "") or beside))


def _member(folder: str, told: Any) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(told.get("href", "").partition("#")[0])))


def _parsed(member: str, data: bytes) -> Any:
    """Return the body of a chapter; None where it holds nothing."""
    # So many take long to be counted one by one.
    check_count(max(data.count(b"<p>"), data.count(b"</p>")), MAX_BLOCKS, "paragraphs")
    chapter = parse(Source(member, data).text) if data.strip() else None
    body = None if chapter is None else chapter.find("body")
    return chapter if body is None else body


def _pieces(chapter: Any, aside: str) -> Iterator[Piece]:
    """Yield the pieces of a chapter; those of its notes and the like follow it."""
    from lxml import etree

    found: list[tuple[Any, str]] = []
    walk = etree.iterwalk(chapter, events=("start",))
    for _, part in walk:
        told = f"{part.get('epub:type') or ''} {part.get('role') or ''}" if isinstance(part.tag, str) else ""
        if kind := next((_PARTS[kind] for kind in told.lower().split() if kind in _PARTS), ""):
            found.append((part, kind))
            walk.skip_subtree()
    beside: list[Piece] = []
    for part, kind in found:
        beside += _aside(blocks(part), kind)
        part.clear(keep_tail=True)
        if part.tag != "body":
            part.tag = "span"  # It parts no paragraph.
    yield from _aside(blocks(chapter), aside) if aside else blocks(chapter)
    yield from beside


def _aside(pieces: Iterable[Piece], kind: str) -> Iterator[Piece]:
    return (piece._replace(level=None, aside=piece.aside or kind) for piece in pieces)


def _without_imprint(chapters: Sequence[list[Piece]], title: str) -> Iterator[Iterable[Piece]]:
    """Yield the chapters, those aside that are an imprint or a title page by their words; but never all of them."""
    edges = {*range(_EDGE), *range(len(chapters) - _EDGE, len(chapters))}
    imprints = [place in edges and _is_imprint(chapter, title) for place, chapter in enumerate(chapters)]
    told = list(zip(imprints, chapters, strict=True))
    is_book = not all(is_imprint or all(piece.aside for piece in chapter) for is_imprint, chapter in told)
    for is_imprint, chapter in told:
        yield _aside(chapter, "imprint") if is_imprint and is_book else chapter


@cache
def _imprint_heading() -> re.Pattern[str]:
    kinds = (alternatives_of_all("headings", kind) for kind in ("imprint", "contents", "author"))
    return re.compile(rf"(?:{'|'.join(kinds)})\Z", re.IGNORECASE)


@cache
def _rights() -> re.Pattern[str]:
    return re.compile(rf"ISBN[ :-]*[\dX-]{{10,}}|©|{alternatives_of_all('headings', 'rights')}", re.IGNORECASE)


def _is_imprint(chapter: Sequence[Piece], title: str) -> bool:
    lines = [words for piece in chapter if not piece.aside and (words := collapse(piece.text))]
    words = " ".join(lines)
    if not lines or len(words) > _LONGEST_IMPRINT:
        return False
    is_title_page = len(words) <= _LONGEST_TITLE_PAGE and title and title.casefold() in words.casefold()
    if is_title_page and not any(SENTENCE_END.search(line) for line in lines):
        return True
    return bool(_imprint_heading().match(lines[0]) or _rights().search(words))
