"""Formats without lines of their own (HTML, EPUB, office documents, PDF): a stream of pieces to a reading."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.blocks import TITLE, Block, Kind, Reading, collapse
from briefing.readers.limits import MAX_BLOCKS, LimitError

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph or a list item of a format that has no lines."""

    text: str
    """Its words."""
    level: int | None = None
    """A heading's depth from 1; `TITLE`; None for a paragraph."""
    aside: str = ""
    """Why it is no part of the article's prose, or ''."""
    kind: Kind = Kind.TEXT
    """What it looks like."""
    mark: int | None = None
    """The depth that its print gives it where the format does not say what is a heading; else None."""
    page: int | None = None
    """The page that it starts on, from 1, where the source has pages."""
    pages: tuple[tuple[int, int], ...] = ()
    """Offsets in its collapsed words from which on a later page holds, in order."""


_BESIDE = "\x1f"
"""Stands between a block and what is left out after it: white space, but no end of a line."""


def flow(pieces: Iterable[Piece], *, title: str | None = None, is_marked: bool = True) -> Reading:
    """Return the reading of a stream of pieces, the empty ones dropped.

    They have no lines that a reader could count. The text is therefore made here, one heading, paragraph or list
    item a line, so that line n is the n-th block of the article; what is left out of it stands on the line of the
    block before, parted from it by U+001F.
    """
    written: list[str] = []
    blocks: list[Block] = []
    at, line, is_open = 0, 1, False
    for piece in pieces:
        words = collapse(piece.text)
        if not words:
            continue
        if blocks:
            if len(blocks) == MAX_BLOCKS:
                raise LimitError(f"more than {MAX_BLOCKS:,} paragraphs")
            starts_line = not piece.aside and is_open
            written.append("\n" if starts_line else _BESIDE)
            at += 1
            line += starts_line
        is_open = is_open or not piece.aside
        level = piece.level if piece.level in (None, TITLE) else min(max(piece.level or 1, 1), _DEEPEST)
        pages = tuple((at + offset, page) for offset, page in piece.pages)
        place = Block(at, at + len(words), line, piece.kind, page=piece.page, pages=pages)
        blocks.append(replace(place, mark=piece.mark, level=level, aside=piece.aside))
        written.append(words)
        at += len(words)
    found = collapse(title or "") or None
    return Reading("".join(written), tuple(blocks), found, is_marked=is_marked, unit="paragraph")
