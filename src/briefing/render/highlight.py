"""The whole article with its chosen sentences marked, so that a choice can be checked where it was made."""

from collections.abc import Collection, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from briefing.document import Briefing, Document, Paragraph, Section
from briefing.render import PLAIN, Look, Signs
from briefing.render import rich_canvas as canvas
from briefing.render.text import heading_line
from briefing.terminal import cells, sanitize

_SHADES = (canvas.FAINT, "", canvas.STRONG)
"""How a sentence looks whose score is in the lowest, middle and highest third of the document's."""
_PLACE = 7


def render(document: Document, briefing: Briefing, format: str, look: Look = PLAIN) -> str:
    """Return a document with the sentences of its briefing marked, as 'rich' or 'text'.

    On a terminal they are bold and the rest faint, or without colour between signs. In 'text' a sentence is a line,
    and '>' stands before a chosen one.
    """
    chosen = frozenset(sentence.index for sentence in briefing.sentences)
    if format == "rich":
        styles = [canvas.STRONG if sentence.index in chosen else canvas.FAINT for sentence in document.sentences]
        return _drawn(document, chosen, styles, look)
    blocks = [heading_line(document.title)] if document.title else []
    blocks.extend(block for section in document.sections for block in _text(section, chosen))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def shaded(document: Document, chosen: Collection[int], scores: Sequence[float], look: Look) -> str:
    """Return a document for a terminal, each sentence shaded by its score's place among the others.

    Those with the chosen indices are reversed.
    """
    count = len(scores)
    styles = [""] * count
    for place, index in enumerate(sorted(range(count), key=lambda index: scores[index])):
        styles[index] = "reverse" if index in chosen else _SHADES[place * len(_SHADES) // count]
    return _drawn(document, chosen, styles, look)


def _text(section: Section, chosen: Collection[int]) -> Iterator[str]:
    if section.heading:
        yield heading_line(section.heading.text)
    for paragraph in section.paragraphs:
        yield "\n".join(
            f"{'>' if sentence.index in chosen else ' '} {sanitize(sentence.text)}"
            for sentence in paragraph.sentences
        )


def _drawn(document: Document, chosen: Collection[int], styles: Sequence[str], look: Look) -> str:
    return canvas.draw(_blocks(document, chosen, styles, None if look.colour else look.signs), look.readable)


def _blocks(
    document: Document, chosen: Collection[int], styles: Sequence[str], signs: Signs | None
) -> Iterator[RenderableType]:
    if document.title:
        yield canvas.Prose(sanitize(document.title), canvas.TITLE)
        yield ""
    for place, section in enumerate(document.sections):
        if section.heading:
            yield from [""] if place else []
            yield canvas.Prose(sanitize(section.heading.text), canvas.HEADING)
        for number, paragraph in enumerate(section.paragraphs):
            yield from [""] if number else []
            yield _paragraph(paragraph, chosen, styles, signs)


def _paragraph(paragraph: Paragraph, chosen: Collection[int], styles: Sequence[str], signs: Signs | None) -> Table:
    text, speaker, end = canvas.Prose(), None, 0
    for sentence in paragraph.sentences:
        text.append(" " if 0 < end < sentence.start else "")  # Chinese has none between sentences.
        end = sentence.end
        if sentence.speaker and sentence.speaker != speaker:
            text.append(f"{sanitize(sentence.speaker)}: ", canvas.FAINT)
        speaker = sentence.speaker
        words = sanitize(sentence.text)
        marked = f"{signs.opening} {words} {signs.closing}" if signs and sentence.index in chosen else words
        text.append(marked, styles[sentence.index])
    place = paragraph.sentences[0].place
    table = canvas.grid(None, max(_PLACE, cells(place) + 2))
    table.columns[1].justify = "right"
    table.add_row(text, Text(place, canvas.FAINT))
    return table
