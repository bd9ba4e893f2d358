"""Plain text to Document: lines, blocks, what each block is, sections."""

import re
from collections.abc import Iterator, Sequence

from briefing.document import Boilerplate, Document, Heading
from briefing.formats import blocks, boilerplate, headings
from briefing.formats.assembly import assemble, collapse
from briefing.formats.blocks import Block
from briefing.formats.boilerplate import Group

_BULLET = re.compile(r"(?:[-*+•·▪◦‣●○■□–—o]\s+)?(?:\[[ xX]\]\s+)?(?=\S)")


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
    parts = blocks.split(unquoted, quoted=quoted)
    mended = blocks.mend_hyphens(unquoted, parts)
    found, levels = headings.unmark(mended, parts)
    noise = boilerplate.lines(mended, found, language=language)
    outline = headings.find(mended, found, levels, noise, language=language)
    groups = _group(found, outline, noise)
    noise |= boilerplate.sections(mended, groups, noise, language=language)
    return assemble(
        text if mended == plain else mended,
        _parts(mended, groups, noise),
        name=name,
        language=language,
        title=outline.title,
        boilerplate=tuple(
            Boilerplate(collapse(mended[b.start : b.end]), noise[b.start], b.start, b.end, b.line)
            for b in found
            if b.start in noise
        ),
    )


def _group(found: Sequence[Block], outline: headings.Outline, noise: dict[int, str]) -> Sequence[Group]:
    groups: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in found:
        if block.start in outline.headings:
            groups.append((outline.headings[block.start], []))
        elif block.start not in noise and block.start != outline.title_start:
            groups[-1][1].append(block)
    return groups


def _parts(text: str, groups: Sequence[Group], noise: dict[int, str]) -> Iterator[Heading | tuple[int, int]]:
    """Give the headings and the spans of the paragraphs, without their bullets."""
    for heading, under in groups:
        if heading:
            yield heading
        for block in under:
            if block.start not in noise:
                bullet = _BULLET.match(text, block.start, block.end)
                yield (bullet.end() if bullet else block.start), block.end
