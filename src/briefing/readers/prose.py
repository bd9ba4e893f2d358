"""The prose of marked-up text, left where the source has it.

A document's text is then the source with everything that is not prose made spaces: the same length, the same lines.
Emphasis and links shrink to their words, each word standing where the source has it, so that every offset and line
holds for both.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefing.blocks import Block, Reading, Span

Marked = tuple[int | None, Span]
"""A heading's level, or None for a paragraph, and where its prose stands."""

_NOT_LINE_END = re.compile(r"[^\r\n]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Give where each line starts, and what it says without its end."""
    return ((found.start(), found[1]) for found in _LINE.finditer(text))


def blanks(text: str) -> str:
    """Give a text with all but its line ends made spaces."""
    return _NOT_LINE_END.sub(" ", text)


def write_words(characters: Iterable[tuple[str, int]], block: Span, prose: list[str]) -> Span | None:
    """Write each word of a block, given as characters and their places, into the prose; give the span of them all."""
    first = free = block[0]
    written = in_word = False
    for character, place in characters:
        if character.isspace():
            in_word = False
            continue
        if not in_word:
            free = max(free + written, place)
        while free < block[1] and prose[free] in "\r\n":
            free += 1
        if free >= block[1]:
            break
        first = first if written else free
        prose[free] = character
        free += 1
        in_word = written = True
    return (first, free) if written else None


def without_markup(text: str, block: Span, markup: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Give the characters of a block, and their places, but of what `markup` matches only its groups."""
    at = block[0]
    for found in markup.finditer(text, *block):
        yield from zip(text[at : found.start()], range(at, found.start()), strict=True)
        for start, end in found.regs[1:]:
            if start >= 0:
                yield from zip(text[start:end], range(start, end), strict=True)
        at = found.end()
    yield from zip(text[at : block[1]], range(at, block[1]), strict=True)


def marked_reading(
    text: str, blocks: Iterable[Marked], *, markup: re.Pattern[str], title: str | None = None
) -> Reading:
    """Give the reading of the blocks of a text; of what `markup` matches in them only its groups are kept."""
    words = list(blanks(text))
    written = [(level, write_words(without_markup(text, span, markup), span, words)) for level, span in blocks]
    return reading("".join(words), [(level, span) for level, span in written if span], title=title)


def reading(prose: str, marked: Iterable[Marked], *, title: str | None = None) -> Reading:
    """Give the reading of a prose whose blocks stand where `marked` says."""
    lines = Lines(prose)
    blocks = (Block(*span, lines.number(span[0]), level=level) for level, span in marked)
    return Reading(prose, tuple(blocks), title)


class Lines:
    """Where the lines of a text begin; a line ends with LF, CR or CR LF."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        """Offset of each line's first character."""

    def number(self, offset: int) -> int:
        """Give the line, from 1, that an offset is on."""
        return bisect_right(self.starts, offset)
