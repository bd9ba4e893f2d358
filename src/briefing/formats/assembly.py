"""From headings and paragraph spans to a Document: the last step of every format."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing import segment
from briefing.document import Boilerplate, Document, Heading, Paragraph, Section, Sentence
from briefing.formats import boilerplate as noise
from briefing.formats.blocks import Block, Kind

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Where the lines of a text begin; a line ends with LF, CR or CR LF."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        """Offset of each line's first character."""

    def number(self, offset: int) -> int:
        """Give the line, from 1, that an offset is on."""
        return bisect_right(self.starts, offset)


def collapse(text: str) -> str:
    """Give the text with each run of white space made one space, and none around it."""
    return " ".join(text.split())


def assemble_marked(
    text: str, marked: Sequence[Heading | segment.Span], *, name: str, language: str, title: str | None
) -> Document:
    """Give the document whose marks tell what is a heading, without its boilerplate, which no mark tells."""
    lines = Lines(text)
    groups: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    spans: list[segment.Span] = []
    for block in marked:
        if isinstance(block, Heading):
            groups.append((block, []))
            spans.append((block.start, block.end))
        else:
            groups[-1][1].append(Block(Kind.TEXT, *block, line=lines.number(block[0]), lines=1, gap=True))
            spans.append(block)
    kinds = noise.marked(text, groups, language=language)
    return assemble(
        text,
        [block for block, (start, _) in zip(marked, spans, strict=True) if start not in kinds],
        name=name,
        language=language,
        title=title,
        boilerplate=tuple(
            Boilerplate(collapse(text[start:end]), kinds[start], start, end, lines.number(start))
            for start, end in spans
            if start in kinds
        ),
    )


def assemble(
    text: str,
    blocks: Iterable[Heading | segment.Span],
    *,
    name: str,
    language: str,
    title: str | None,
    boilerplate: tuple[Boilerplate, ...] = (),
) -> Document:
    """Give the document whose headings and paragraphs (spans of `text`) are `blocks`, in order."""
    lines = Lines(text)
    sections: list[Section] = []
    heading: Heading | None = None
    paragraphs: list[Paragraph] = []
    count = 0
    for block in blocks:
        if isinstance(block, Heading):
            if heading or paragraphs:
                sections.append(Section(heading, tuple(paragraphs)))
            heading, paragraphs = block, []
        elif sentences := _sentences(text, block, language, count, lines):
            paragraphs.append(Paragraph(sentences))
            count += len(sentences)
    if heading or paragraphs:
        sections.append(Section(heading, tuple(paragraphs)))
    return Document(name, text, title, language, tuple(sections), boilerplate)


def _sentences(
    text: str, paragraph: segment.Span, language: str, first_index: int, lines: Lines
) -> tuple[Sentence, ...]:
    offset, stop = paragraph
    spans = segment.sentences(text[offset:stop], language=language)
    return tuple(
        Sentence(index, collapse(text[start:end]), start, end, lines.number(start))
        for index, (start, end) in enumerate([(offset + s, offset + e) for s, e in spans], first_index)
    )
