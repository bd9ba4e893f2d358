"""From blocks that know what they are to a Document: the last step of structure."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import TypeVar

from briefing import segment
from briefing.blocks import TITLE, Block, Kind, Reading, collapse, count_line_ends
from briefing.document import Boilerplate, Document, Heading, Paragraph, Section, Sentence
from briefing.segment.unmarked import Lost

Known = TypeVar("Known")

_LOST = {"news": Lost.CAPTIONS, "paper": Lost.FORMULAS}
"""What texts of a kind have lost."""
_FORMS = (Kind.ITEM, Kind.QUOTE)
"""The looks of a block that say how its sentences are to be taken."""
_LONGEST_SENTENCE = 120
"""Words; what is longer has no mark where it should."""


def assemble(reading: Reading, blocks: Sequence[Block], *, name: str, language: str, kind: str) -> Document:
    """Return the document of a reading whose blocks are known: sections of paragraphs of sentences, and the rest."""
    text = reading.text
    titles: list[Heading] = []
    boilerplate: list[Boilerplate] = []
    parts: list[tuple[Heading | None, list[Paragraph]]] = [(None, [])]
    count = 0
    lost = _LOST.get(kind, Lost.NOTHING)
    for block in blocks:
        words = "" if block.is_prose else block.words(text)
        if block.aside:
            boilerplate.append(Boilerplate(words, block.aside, block.start, block.end, block.line))
        elif block.level is not None:
            heading = Heading(words, block.level, block.start, block.end, block.line, block.page)
            if block.level == TITLE:
                titles.append(heading)
            else:
                parts.append((heading, []))
        elif sentences := _sentences(text, block, language, count, lost):
            parts[-1][1].append(Paragraph(sentences, block.kind if block.kind in _FORMS else ""))
            count += len(sentences)
    sections = tuple(Section(heading, tuple(own)) for heading, own in parts if heading or own)
    return Document(
        name=name,
        text=text,
        title=titles[0].text if titles else reading.title,
        language=language,
        kind=kind,
        sections=sections,
        boilerplate=tuple(boilerplate),
        titles=tuple(titles),
        unit=reading.unit,
        is_collection=reading.is_collection,
        doubts=(*reading.doubts, *_unended(sections)),
    )


def _unended(sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the doubt about a text most of which is 'sentences' longer than any: a talk written down."""
    lengths = [sentence.text.count(" ") for section in sections for sentence in section.sentences]
    if sum(length for length in lengths if length > _LONGEST_SENTENCE) <= sum(lengths) / 2:
        return ()
    return ("no marks tell where its sentences end, so a point may be very long",)


def _sentences(text: str, block: Block, language: str, first_index: int, lost: Lost) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    at, line = block.start, block.line
    for start, end in segment.sentences(text[block.start : block.end], language=language, lost=lost):
        begin = block.start + start
        line += count_line_ends(text, at, begin)
        at = begin
        words = collapse(text[begin : block.start + end])
        place = (begin, block.start + end, line)
        known = (block.speaker, _since(begin, block.times, block.time), _since(begin, block.pages, block.page))
        found.append(Sentence(first_index + len(found), words, *place, *known))
    return tuple(found)


def _since(offset: int, later: Sequence[tuple[int, Known]], first: Known | None) -> Known | None:
    """Return what holds at an offset in a block: the last of what begins up to there, or what held at its start."""
    after = bisect_right(later, offset, key=itemgetter(0)) if later else 0
    return later[after - 1][1] if after else first
