"""The prose of marked-up text, left where the source has it.

A document's text is then the source with everything that is not prose made spaces: the same length, the same lines.
Emphasis and links shrink to their words, each word standing where the source has it, so that every offset and line
holds for both.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.document import Document, Heading
from briefing.formats.assembly import Lines, assemble_marked, collapse
from briefing.segment import Span

Marked = tuple[int | None, Span]
"""A heading's level, or None for a paragraph, and where its prose stands."""

_NOT_LINE_END = re.compile(r"[^\r\n]")
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


def marked_document(
    text: str,
    blocks: Iterable[Marked],
    *,
    markup: re.Pattern[str],
    name: str,
    language: str,
    title: str | None = None,
) -> Document:
    """Give the document of the blocks of a text; of what `markup` matches in them only its groups are kept."""
    words = list(blanks(text))
    written = [(level, write_words(without_markup(text, span, markup), span, words)) for level, span in blocks]
    marked = [(level, span) for level, span in written if span]
    return document("".join(words), marked, name=name, language=language, title=title)


def document(prose: str, marked: Iterable[Marked], *, name: str, language: str, title: str | None = None) -> Document:
    """Give the document of a prose; its title is `title`, or else the one topmost heading before all else."""
    lines = Lines(prose)
    blocks = [
        span if level is None else Heading(collapse(prose[slice(*span)]), level, *span, lines.number(span[0]))
        for level, span in marked
    ]
    if title is None:
        topmost = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
        if topmost == blocks[:1] != []:
            title = topmost[0].text
            blocks = blocks[1:]
    return assemble_marked(prose, blocks, name=name, language=language, title=title)
