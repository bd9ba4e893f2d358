"""Plain text to Document: lines, blocks, what each block is, sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing import segment
from briefing.document import Boilerplate, Document, Heading, Paragraph, Section, Sentence
from briefing.formats import blocks, boilerplate, headings
from briefing.formats.blocks import Block, Kind

_BULLET = re.compile(r"(?:[-*+•·▪◦‣●○■□–—o]|\[[ xX]\])\s+(?=\S)")


@dataclass(slots=True)
class _Group:
    """A heading and the blocks under it."""

    heading: Heading | None
    blocks: list[Block] = field(default_factory=list)


def parse(text: str, *, name: str, language: str) -> Document:
    r"""Give the document of a plain text.

    Lines end in '\n', '\r\n' or '\r'. The document's text has the length and the lines of `text`; in it,
    quote marks before a line are blanked, and a word hyphenated across lines is whole on the first of them
    if the text has it whole elsewhere.

    Args:
        text: the text.
        name: what the document is called.
        language: English name of its language.
    """
    plain = blocks.normalise(text)
    unquoted, quoted = blocks.blank_quote_marks(plain)
    mended = blocks.mend_hyphens(unquoted)
    found, levels = headings.unmark(mended, blocks.split(mended, quoted=quoted))
    noise = boilerplate.lines(mended, found, language=language)
    outline = headings.find(mended, found, levels, noise, language=language)
    groups = _group(found, outline, noise)
    noise.update(boilerplate.sections(mended, [(g.heading, g.blocks) for g in groups], language=language))
    return Document(
        name=name,
        text=text if mended == plain else mended,
        title=outline.title,
        language=language,
        sections=_sections(mended, groups, noise, language=language),
        boilerplate=tuple(
            Boilerplate(" ".join(mended[b.start : b.end].split()), noise[b.start], b.start, b.end, b.line)
            for b in found
            if b.start in noise
        ),
    )


def _group(found: Sequence[Block], outline: headings.Outline, noise: dict[int, str]) -> list[_Group]:
    groups = [_Group(None)]
    for block in found:
        if block.start in outline.headings:
            groups.append(_Group(outline.headings[block.start]))
        elif block.start not in noise and block.start != outline.title_start:
            groups[-1].blocks.append(block)
    return groups


def _sections(
    text: str, groups: Sequence[_Group], noise: dict[int, str], *, language: str
) -> tuple[Section, ...]:
    sections = []
    index = 0
    for group in groups:
        paragraphs = []
        for block in group.blocks:
            if block.start not in noise and (found := _sentences(text, block, index, language=language)):
                paragraphs.append(Paragraph(found))
                index += len(found)
        if group.heading or paragraphs:
            sections.append(Section(group.heading, tuple(paragraphs)))
    return tuple(sections)


def _sentences(text: str, block: Block, index: int, *, language: str) -> tuple[Sentence, ...]:
    """Give the sentences of a block, numbered from `index`, without its bullet."""
    bullet = _BULLET.match(text, block.start, block.end) if block.kind is Kind.ITEM else None
    base = bullet.end() if bullet else block.start
    sentences: list[Sentence] = []
    line, counted = block.line, block.start
    for start, end in segment.sentences(text[base : block.end], language=language):
        start, end = base + start, base + end
        line, counted = line + text.count("\n", counted, start), start
        sentences.append(
            Sentence(index + len(sentences), " ".join(text[start:end].split()), start, end, line)
        )
    return tuple(sentences)
