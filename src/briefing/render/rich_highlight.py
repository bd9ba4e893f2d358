"""The whole article on a terminal, the chosen sentences bold and the rest faint, or shaded by score."""

from collections.abc import Collection, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from briefing.document import Document, Paragraph
from briefing.render import PLAIN, Look
from briefing.render import rich_canvas as canvas
from briefing.terminal import cells, sanitize

_SHADES = (canvas.FAINT, "", canvas.STRONG)
"""How a sentence looks whose score is in the lowest, middle and highest third of the document's."""


_PLACE = 7


def render(
    document: Document, chosen: Collection[int], look: Look = PLAIN, *, scores: Sequence[float] | None = None
) -> str:
    """Return a document with the sentences marked that have the chosen indices: by style, without colour by signs.

    With scores, one a sentence, all are shaded by their score's place among the others, and the chosen ones reversed.
    """
    signs = None if look.colour else canvas.signs(look.unicode)
    styles = [canvas.STRONG if sentence.index in chosen else canvas.FAINT for sentence in document.sentences]
    if scores is not None:
        styles = _shades(chosen, scores)
    return canvas.draw(_blocks(document, chosen, styles, signs), width=canvas.measure(look.width), colour=look.colour)


def _shades(chosen: Collection[int], scores: Sequence[float]) -> list[str]:
    count = len(scores)
    styles = [""] * count
    for place, index in enumerate(sorted(range(count), key=lambda index: scores[index])):
        styles[index] = "reverse" if index in chosen else _SHADES[place * len(_SHADES) // count]
    return styles


def _blocks(
    document: Document, chosen: Collection[int], styles: Sequence[str], signs: canvas.Signs | None
) -> Iterator[RenderableType]:
    if document.title:
        yield Text(sanitize(document.title), canvas.TITLE)
        yield ""
    for place, section in enumerate(document.sections):
        if section.heading:
            yield from [""] if place else []
            yield Text(sanitize(section.heading.text), canvas.HEADING)
        for number, paragraph in enumerate(section.paragraphs):
            yield from [""] if number else []
            yield _paragraph(paragraph, chosen, styles, signs)


def _paragraph(
    paragraph: Paragraph, chosen: Collection[int], styles: Sequence[str], signs: canvas.Signs | None
) -> Table:
    text, speaker = Text(), None
    for sentence in paragraph.sentences:
        if sentence.speaker and sentence.speaker != speaker:
            text.append(f"{sanitize(sentence.speaker)}: ", canvas.FAINT)
        speaker = sentence.speaker
        words = sanitize(sentence.text)
        marked = f"{signs.opening} {words} {signs.closing}" if signs and sentence.index in chosen else words
        text.append(marked, styles[sentence.index])
        text.append(" ")
    place = paragraph.sentences[0].place
    table = canvas.grid(None, max(_PLACE, cells(place) + 2))
    table.columns[1].justify = "right"
    table.add_row(text, Text(place, canvas.FAINT))
    return table
