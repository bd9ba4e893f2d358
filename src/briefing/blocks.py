"""The block: what a reader finds standing together in a source, and what each later step learns of it.

One type travels from `readers` through `structure`: a reader says where a block stands and what its format says of
it; the steps of structure fill in the rest, each in a copy. Nothing about a block is kept anywhere else.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, Self, TypeVar

from briefing.patterns import SENTENCE_END, regex

_Item = TypeVar("_Item")
Span = tuple[int, int]
"""Offsets of the first character and after the last, as in a slice."""

LINE_END = regex(r"\r\n|\r|\n")
"""What ends a line."""

_FEWEST_OF_PARAGRAPH = 15
TITLE = 0
"""The level of a block that is the title of the whole."""


class Kind(StrEnum):
    """What a block looks like."""

    TEXT = "text"
    """A paragraph, or a line of its own: perhaps a heading."""
    ITEM = "item"
    """An entry of a list, with its bullet; numbered entries are text, since headings are numbered too."""
    QUOTE = "quote"
    """A paragraph behind quote marks ('> ')."""
    VERSE = "verse"
    """Lines that are broken for their own sake."""
    TABLE = "table"
    """Rows of cells."""
    RULER = "ruler"
    """A line without letters or digits."""


class Block(NamedTuple):
    """What stands together in a source: a heading, a paragraph, a list item, a table, a byline."""

    start: int
    """Offset of its first character that is not white space in `Reading.text`."""
    end: int
    """Offset after its last character that is not white space."""
    line: int
    """The line that it starts on, from 1; where a format has no lines, its number among the article's blocks."""
    kind: Kind = Kind.TEXT
    """What it looks like."""
    lines: int = 1
    """How many lines it has."""
    gap: bool = True
    """Whether a blank line, or the start of the text, stands before it."""
    mark: int | None = None
    """The level that marks in a plain text give it, 0 where they say no more than that it is a heading; else None."""
    level: int | None = None
    """A heading's depth from 1, or `TITLE`; None for what is no heading, or not known to be one yet."""
    aside: str = ""
    """Why it is no part of the article's prose: 'table', 'byline', 'navigation'; '' where it is."""
    speaker: str | None = None
    """Who says it, in a talk."""
    time: str | None = None
    """When its first words are said, from the start of a recording, as '00:12:03'."""
    times: tuple[tuple[int, str], ...] = ()
    """Offsets inside it from which on a later time holds, in order."""
    page: int | None = None
    """The page that it starts on, from 1, where the source has pages."""
    pages: tuple[tuple[int, int], ...] = ()
    """Offsets inside it from which on a later page holds, in order."""

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of it yet."""
        return not self.aside and self.level is None and self.mark is None

    @property
    def is_prose(self) -> bool:
        """Whether it is neither a heading nor aside."""
        return not self.aside and self.level is None

    @property
    def is_text(self) -> bool:
        """Whether it is text of which nothing else is known yet."""
        return self.kind is Kind.TEXT and self.is_open

    def set_aside(self, aside: str) -> Self:
        """Return it with the reason why it is no part of the prose; as it is, where something is known of it."""
        return self._replace(aside=aside) if aside and self.is_open else self

    def words(self, text: str) -> str:
        """Return its words in the text of its reading, white space collapsed."""
        return collapse(text[self.start : self.end])

    def word_count(self, text: str) -> int:
        """Return how many words it has, as white space parts them."""
        return len(text[self.start : self.end].split())

    def ends_sentence(self, text: str) -> bool:
        """Return whether it ends as a sentence does; what closes behind the mark is a few characters."""
        return SENTENCE_END.search(text, max(self.start, self.end - 8), self.end) is not None

    def is_paragraph(self, text: str) -> bool:
        """Return whether it is a paragraph for sure: it has fifteen words or more, and ends as a sentence does."""
        return self.ends_sentence(text) and self.word_count(text) >= _FEWEST_OF_PARAGRAPH


class Reading(NamedTuple):
    """What a reader makes of a source."""

    text: str
    """What all offsets point into. Of a source that has lines: the same length and lines, its marks blanked."""
    blocks: tuple[Block, ...]
    """In order, none overlapping another; together they hold every character of the text but white space."""
    title: str | None = None
    """The title that the source has in its properties, to be used unless a better one stands in the text."""
    is_marked: bool = True
    """Whether the format says what is a heading; if not, structure finds out."""
    unit: str = "line"
    """What `Block.line` counts: 'line', or 'paragraph' where the format has no lines."""
    is_collection: bool = False
    """Whether what stands under each topmost heading is an article of its own: an entry of a feed, a message."""
    kind: str = ""
    """What kind of text the source says it is: 'news'; '' where it says nothing."""
    doubts: tuple[str, ...] = ()
    """What whoever relies on it should know: 'perhaps not the whole article'."""

    @property
    def prose(self) -> str:
        """The text of its blocks that do not stand aside; the whole text, if all do."""
        found = [self.text[block.start : block.end] for block in self.blocks if not block.aside]
        return "\n".join(found) or self.text


def collapse(text: str) -> str:
    """Return the text with each run of white space made one space, and none around it."""
    return " ".join(text.split())


def split_when(items: Iterable[_Item], parts: Callable[[_Item, _Item], bool]) -> Iterator[list[_Item]]:
    """Yield items in runs: a new one begins with each that is parted from the one before."""
    run: list[_Item] = []
    for item in items:
        if run and parts(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def cut(text: str, block: Block, places: Iterable[int]) -> list[Block]:
    """Return the pieces of a block between offsets, without the white space around them; empty ones vanish."""
    pieces: list[Block] = []
    at, line = block.start, block.line
    for start, end in pairwise([block.start, *places, block.end]):
        body = text[start:end]
        first, last = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
        if first < last:
            line += count_line_ends(text, at, first)
            at = first
            lines = 1 + count_line_ends(text, first, last)
            pieces.append(block._replace(start=first, end=last, line=line, lines=lines, gap=block.gap and not pieces))
    return pieces


def count_line_ends(text: str, start: int, end: int) -> int:
    """Return how many lines end between two offsets."""
    return len(LINE_END.findall(text, start, end))
