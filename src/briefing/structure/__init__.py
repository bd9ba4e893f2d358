"""From a reading to a Document: kind of text, titles, headings, boilerplate, sections and sentences.

Knows no file format. A visible list of steps, each from blocks to blocks that know more; which steps are taken
depends on whether the format says what is a heading or the text's own look must tell.
"""

from collections.abc import Callable, Sequence

from briefing.blocks import Block, Reading
from briefing.document import Document
from briefing.structure import (
    article_frame,
    boilerplate,
    headings,
    kinds,
    letters,
    lists,
    numbered_parts,
    preambles,
    runin_headings,
    talk,
)
from briefing.structure.assembly import assemble

Step = Callable[..., list[Block]]
"""Takes a text, its blocks, its `language` and its `kind`; returns the blocks with what it found out about them."""

_PLAIN: tuple[Step, ...] = (
    letters.mark,
    talk.mark,
    preambles.mark,
    numbered_parts.mark,
    numbered_parts.split,
    runin_headings.split_abstract,
    article_frame.mark,
    article_frame.split,
    runin_headings.split,
    boilerplate.mark_lines,
    lists.mark_lines,
    headings.mark,
    preambles.mark_status,
    boilerplate.mark_sections,
    lists.mark,
    boilerplate.mark_links,
)
_MARKED: tuple[Step, ...] = (
    letters.mark,
    talk.mark,
    preambles.mark,
    preambles.mark_status,
    numbered_parts.split,
    runin_headings.split_abstract,
    boilerplate.mark_lines,
    boilerplate.mark_sections,
    boilerplate.mark_links,
)


def document(reading: Reading, *, name: str, language: str) -> Document:
    """Return the document of a reading: `name` is what it is called, `language` the English name of its language."""
    text = reading.text
    blocks: Sequence[Block] = headings.mark_title(reading) if reading.is_marked else reading.blocks
    kind = kinds.recognise(text, blocks, language=language, stated=reading.kind)
    found = blocks
    for step in _MARKED if reading.is_marked else _PLAIN:
        found = step(text, found, language=language, kind=kind)
    if not any(block.is_prose for block in found):
        found = blocks  # Where all is boilerplate, it is what the page is about.
    return assemble(reading, found, name=name, language=language, kind=kind)
