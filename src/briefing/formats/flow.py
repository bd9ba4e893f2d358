"""From a stream of headings and paragraphs, as formats without lines of their own have it, to a Document.

HTML, EPUB, office documents and PDF have no lines that a reader could count. Their document's text is therefore
made here: one heading, paragraph or list item a line. So offsets and lines point into that text, and line n is the
n-th block of the article.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefing.document import Document, Heading
from briefing.formats.assembly import assemble_marked, collapse
from briefing.segment import Span

TITLE = 0
"""The level of a block that is the title of the whole."""
_MOST_ANCESTORS = 8
"""How many styles a style may be based on, one on the other."""

Style = TypeVar("Style", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item."""

    text: str
    """Its words."""
    level: int | None = None
    """A heading's depth from 1; `TITLE`; None for a paragraph."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What a format's reader gives."""

    blocks: tuple[Block, ...]
    """In reading order, none of them empty, white space collapsed."""
    title: str | None = None
    """The title that the file has in its properties, to be used if none stands in the text."""


def flow(blocks: Iterable[Block], *, title: str | None = None) -> Flow:
    """Give the flow of some blocks, cleaned of white space and of those with nothing in them."""
    cleaned = (Block(collapse(block.text), block.level) for block in blocks)
    return Flow(tuple(block for block in cleaned if block.text), collapse(title or "") or None)


def text(of: Flow) -> str:
    """Give the text of a flow, a block a line."""
    return "\n".join(block.text for block in of.blocks)


def document(of: Flow, *, name: str, language: str) -> Document:
    """Give the document of a flow; the title is the flow's, or the one topmost heading before all else."""
    title, first = _title(of)
    spans: list[Heading | Span] = []
    start = 0
    for line, block in enumerate(of.blocks, 1):
        span = start, start + len(block.text)
        start = span[1] + 1
        if line <= first:
            continue
        spans.append(span if block.level is None else Heading(block.text, min(max(block.level, 1), 6), *span, line))
    return assemble_marked(text(of), spans, name=name, language=language, title=title)


def _title(of: Flow) -> tuple[str | None, int]:
    """Give the title, and how many blocks at the beginning it takes."""
    title, first = of.title, 0
    top = of.blocks[0] if of.blocks else Block("")
    if top.level is not None:
        others = [block.level for block in of.blocks if block.level is not None and block.text != top.text]
        if top.level == TITLE or top.level < min(others, default=7):
            title, first = top.text, 1
    # A title is often given twice: as a property or on a page of its own, and above the text.
    while first < len(of.blocks) and title and of.blocks[first].text.casefold() == title.casefold():
        first += 1
    return title, first


def style_level(style: Style, own: Mapping[Style, int | None], based_on: Mapping[Style, Style]) -> int | None:
    """Give the level that a style has of its own, or by the nearest style that it is based on; None is plain text."""
    for _ in range(_MOST_ANCESTORS):
        style = style if style in own else based_on.get(style, style)
    return own.get(style)
