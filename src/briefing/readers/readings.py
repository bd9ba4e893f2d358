"""How readers write a reading: on a sheet, for a source that has lines, or as a flow of pieces, for one without.

On a sheet words stay where they stand, and marks become blanks: the text has the length and lines of the source.
Emphasis and links shrink to their words, each standing where the source has it, so that every offset holds for both.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.blocks import LINE_END, TITLE, Block, Kind, Reading, Span, collapse
from briefing.patterns import regex
from briefing.readers.limits import MAX_BLOCKS, check_count, check_lines
from briefing.readers.mending import join_unspaced

Run = tuple[str, int]
"""Characters that the source has side by side, and the offset of the first; or '' where a word ends."""

NO_TITLE = regex(
    r"untitled|(?:microsoft|powerpoint) |\S+\.\w{2,5}\Z|(?:slide|document|page)\s?\d*\Z|(?:.{1,60} )?template\Z",
    re.IGNORECASE,
)
"""What programs and their templates write where a title should be."""
_NOT_LINE_END = regex(r"[^\r\n]")
_LINE = regex(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WORD_REST = regex(r"\S*")
_DEEPEST = 6


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Return where each line starts, and what it says without its end."""
    return ((found.start(), found[1]) for found in _LINE.finditer(text))


def blanks(text: str) -> str:
    """Return a text with all but its line ends made spaces."""
    return _NOT_LINE_END.sub(" ", text)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with all but the line ends in some spans, which ascend, made spaces."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], blanks(text[start:end])]
        at = end
    return "".join((*pieces, text[at:]))


class Sheet:
    """A source on its way to a reading: blank but for the words that are written into it, block by block."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The source."""
        check_lines(text)
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        """Offset of each line's first character; a line ends with LF, CR or CR LF."""
        self._words = list(blanks(text))
        self._blocks: list[Block] = []

    def add(self, runs: Iterable[Run], *, level: int | None = None, aside: str = "", kind: Kind = Kind.TEXT) -> None:
        """Write the words of a block, in order; where there are none, there is no block."""
        if span := self._write(runs):
            first, last = bisect_right(self.starts, span[0]), bisect_right(self.starts, span[1] - 1)
            self._blocks.append(Block(*span, first, kind=kind, lines=last - first + 1, level=level, aside=aside))

    def add_as_is(self, span: Span, *, level: int | None = None, aside: str = "") -> None:
        """Write all that stands in a span of the source as a block."""
        found = _LINE.finditer(self.text, *span)
        self.add((run for line in found for run in ((line[1], line.start()), ("", 0))), level=level, aside=aside)

    def reading(self, *, title: str | None = None) -> Reading:
        """Return the reading of what was written."""
        blocks = sorted(self._blocks, key=lambda block: block.start)
        text, joined = join_unspaced("".join(self._words), blocks)
        return Reading(text, tuple(joined), title)

    def _write(self, runs: Iterable[Run]) -> Span | None:
        """Write runs where they stand, and return the span of them all.

        The parts of a word between which the source has marks are put together, since a blank would part them.
        """
        first, word, end, is_open = -1, 0, 0, False
        for run, at in runs:
            head = _WORD_REST.match(run).end() if is_open else 0  # type: ignore[union-attr]
            if head:
                moved, end = self._join(word, end, run[:head], at)
                first = moved if first == word else first
                word = moved
            rest = run[head:]
            filled = rest.rstrip()
            is_open = bool(run) and len(filled) == len(rest)
            if filled:
                self._words[at + head : at + len(run)] = rest
                end = at + head + len(filled)
                word = end - len(filled.split()[-1])
                first = at + len(run) - len(rest.lstrip()) if first < 0 else first
        return (first, end) if first >= 0 else None

    def _join(self, word: int, end: int, more: str, at: int) -> Span:
        """Write more of the word that stands there, and return where the word is then.

        The marks between may hold the end of a line, and a word has to stand on one.
        """
        line_end = LINE_END.search(self.text, word)
        if line_end and end + len(more) > line_end.start():
            whole = "".join(self._words[word:end]) + more
            begin = at + len(more) - len(whole)
            if begin < self.starts[bisect_right(self.starts, at) - 1]:  # No line has room for all of it.
                begin, whole = at, more
            else:
                self._words[word:end] = " " * (end - word)
                word = begin
            self._words[begin : begin + len(whole)] = whole
            return word, begin + len(whole)
        self._words[end : end + len(more)] = more
        return word, end + len(more)


def without_markup(text: str, block: Span, markup: re.Pattern[str]) -> Iterator[Run]:
    """Return the runs of a block, but of what `markup` matches only its groups."""
    at = block[0]
    for found in markup.finditer(text, *block):
        for start, end in ((at, found.start()), *found.regs[1:]):
            if start < end:
                yield text[start:end], start
        at = found.end()
    if at < block[1]:
        yield text[at : block[1]], at


class Piece(NamedTuple):
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


_BESIDE = "\x1f"  # Stands between a block and what is left out after it: white space, but no end of a line


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
            check_count(len(blocks) + 1, MAX_BLOCKS, "paragraphs")
            starts_line = not piece.aside and is_open
            written.append("\n" if starts_line else _BESIDE)
            at += 1
            line += starts_line
        is_open = is_open or not piece.aside
        level = piece.level if piece.level in (None, TITLE) else min(max(piece.level or 1, 1), _DEEPEST)
        pages = tuple((at + offset, page) for offset, page in piece.pages)
        place = Block(at, at + len(words), line, piece.kind, page=piece.page, pages=pages)
        blocks.append(place._replace(mark=piece.mark, level=level, aside=piece.aside))
        written.append(words)
        at += len(words)
    found = collapse(title or "") or None
    return Reading("".join(written), tuple(blocks), found, is_marked=is_marked, unit="paragraph")
