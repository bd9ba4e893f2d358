"""What Word, OpenDocument and RTF have in common: paragraphs with their print, and how they make a reading.

Who lays a letter out in a table, or makes a line bold where a heading is meant, says so by nothing but the looks of
the whole: those are judged here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.blocks import TITLE, Kind, Reading, collapse
from briefing.readers.pieces import Piece, flow

_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")
_FEWEST_BYTES = 40
"""In UTF-8, of a paragraph of prose: some seven words, or thirteen letters of Chinese."""
_MOST_WORDS, _LONGEST = 15, 120
"""Words and characters of a heading that is told by its print alone."""
_NO_HEADING = re.compile(r"[.,;…。、][\"'”’»)\]]*\Z")
_LARGER = 1.15
"""How many times as large as the text's the print of a heading is at least."""
_CONTAINERS = frozenset({"table", "text box"})
"""What lays a page out as often as it stands beside its text."""


@dataclass(slots=True)
class OfficeParagraph:
    """A paragraph as it is read."""

    level: int | None = None
    """A heading's depth from 1; `TITLE`; None for text."""
    aside: str = ""
    """Why it is no part of the article's prose, or ''."""
    container: int = 0
    """The number of the table or text box that it stands in; 0 for none."""
    is_item: bool = False
    """Whether it is an entry of a list."""
    formulas: int = 0
    """How many of its characters are those of formulas."""
    words: list[str] = field(default_factory=list)
    """Its text, in stretches."""
    asides: list[tuple[str, list[str]]] = field(default_factory=list)
    """What stands in it and is no part of it: why, and its words, in stretches."""
    bold: int = 0
    """How many of its characters are bold."""
    sizes: dict[float, int] = field(default_factory=dict)
    """How many of its characters are of which size, in points."""

    def write(self, text: str, *, aside: str = "", bold: bool = False, size: float = 0) -> None:
        """Add a stretch of text, which is no part of it where `aside` says why."""
        if not aside:
            self.words.append(text)
            visible = len(text) - text.count(" ")
            self.bold += visible if bold else 0
            self.sizes[size] = self.sizes.get(size, 0) + visible
        elif self.asides and self.asides[-1][0] == aside:
            self.asides[-1][1].append(text)
        else:
            self.asides.append((aside, [text]))

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.words)

    @property
    def size(self) -> float:
        """The size of most of its print."""
        return max(self.sizes, key=lambda size: (self.sizes[size], size), default=0)


def reading(paragraphs: Sequence[OfficeParagraph], *, title: str | None) -> Reading:
    """Return the reading of paragraphs, the tables and boxes that lay out the article being part of it."""
    _open_layout(paragraphs)
    for paragraph in paragraphs:
        if 0 < len(paragraph.text.strip()) <= paragraph.formulas:
            paragraph.aside = paragraph.aside or "formula"
    article = [paragraph for paragraph in paragraphs if not paragraph.aside]
    marks: dict[int, int] = {}
    levels = {paragraph.level for paragraph in article}
    if not levels - {None, TITLE}:
        marks = _headings_by_print(article)
    if TITLE in levels:
        for paragraph in article:
            paragraph.level = marks.get(id(paragraph), paragraph.level)
    pieces = (piece for paragraph in paragraphs for piece in _pieces(paragraph, marks.get(id(paragraph))))
    return flow(pieces, title=title, is_marked=bool(levels - {None}))


def _pieces(paragraph: OfficeParagraph, mark: int | None) -> Iterator[Piece]:
    kind = Kind.ITEM if paragraph.is_item and mark is None else Kind.TEXT
    yield Piece(paragraph.text, paragraph.level, paragraph.aside, kind=kind, mark=mark)
    for aside, words in paragraph.asides:
        yield Piece("".join(words), aside=paragraph.aside or aside)


def _open_layout(paragraphs: Sequence[OfficeParagraph]) -> None:
    """Take tables and text boxes for part of the article where they hold most of its prose, and little else."""
    prose: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for paragraph in paragraphs:
        if not paragraph.aside or paragraph.aside in _CONTAINERS:
            words = collapse(paragraph.text)
            is_prose = _SENTENCE_END.search(words) and len(words.encode()) >= _FEWEST_BYTES
            (prose if is_prose else others)[paragraph.container] += len(words)
    if prose.total() > 2 * prose[0]:
        for paragraph in paragraphs:
            if paragraph.aside in _CONTAINERS and prose[paragraph.container] > others[paragraph.container]:
                paragraph.aside = ""


def _headings_by_print(article: Sequence[OfficeParagraph]) -> dict[int, int]:
    """Return the depth of each short paragraph that is bold or larger than the text, by its identity."""
    sizes: Counter[float] = Counter()
    for paragraph in article:
        sizes.update(paragraph.sizes)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0)
    found = [paragraph for paragraph in article if _stands_out(paragraph, usual)]
    if 2 * len(found) > sum(bool(paragraph.text.strip()) for paragraph in article):
        return {}
    depths = {size: depth for depth, size in enumerate(sorted({p.size for p in found}, reverse=True), 1)}
    return {id(paragraph): depths[paragraph.size] for paragraph in found}


def _stands_out(paragraph: OfficeParagraph, usual: float) -> bool:
    words = collapse(paragraph.text)
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _NO_HEADING.search(words):
        return False
    return paragraph.bold == sum(paragraph.sizes.values()) or paragraph.size > _LARGER * usual > 0
