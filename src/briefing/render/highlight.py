"""The whole article with its chosen sentences marked, so that a choice can be checked where it was made."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from briefing.document import Document, Paragraph, Sentence
from briefing.render import PLAIN, Look
from briefing.render import rich_canvas as canvas
from briefing.render.text import heading_line
from briefing.terminal import cells, sanitize

_SHADES = (canvas.FAINT, "", canvas.STRONG)
"""How a sentence looks whose score is in the lowest, middle and highest third of the document's."""
_PLACE = 7


def render(
    document: Document,
    sentences: Iterable[Sentence],
    format: str,
    look: Look = PLAIN,
    scores: Sequence[float] | None = None,
) -> str:
    """Return a document with some of its sentences marked, as 'rich' or 'text'.

    On a terminal they are bold and the rest faint; with scores, one a sentence, they are reversed and the rest shaded
    by the score's place among the others. Without colour they stand between signs. In 'text' a sentence is a line,
    and '>' stands before a chosen one.
    """
    chosen = frozenset(sentence.index for sentence in sentences)
    if format == "text":
        blocks = list(_text(document, chosen))
        return "\n\n".join(blocks) + "\n" if blocks else ""
    count = len(document.sentences)
    if scores is None:
        styles = [canvas.STRONG if index in chosen else canvas.FAINT for index in range(count)]
    else:
        styles = [""] * count
        for place, index in enumerate(sorted(range(count), key=scores.__getitem__)):
            styles[index] = "reverse" if index in chosen else _SHADES[place * len(_SHADES) // count]
    marked = () if look.colour else chosen
    return canvas.draw(_blocks(document, marked, styles, look), look.readable)


def _text(document: Document, chosen: Collection[int]) -> Iterator[str]:
    if document.title:
        yield heading_line(document.title)
    for section in document.sections:
        if section.heading:
            yield heading_line(section.heading.text)
        for paragraph in section.paragraphs:
            yield "\n".join(
                f"{'>' if sentence.index in chosen else ' '} {sanitize(sentence.text)}"
                for sentence in paragraph.sentences
            )


def _blocks(
    document: Document, marked: Collection[int], styles: Sequence[str], look: Look
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
            yield _paragraph(paragraph, marked, styles, look)


def _paragraph(paragraph: Paragraph, marked: Collection[int], styles: Sequence[str], look: Look) -> Table:
    text, speaker, end = canvas.Prose(), None, 0
    for sentence in paragraph.sentences:
        text.append(" " if 0 < end < sentence.start else "")  # Chinese has none between sentences.
        end = sentence.end
        if sentence.speaker and sentence.speaker != speaker:
            text.append(f"{sanitize(sentence.speaker)}: ", canvas.FAINT)
        speaker = sentence.speaker
        words = sanitize(sentence.text)
        words = f"{look.signs.opening} {words} {look.signs.closing}" if sentence.index in marked else words
        text.append(words, styles[sentence.index])
    place = paragraph.sentences[0].place
    table = canvas.grid(None, max(_PLACE, cells(place) + 2))
    table.columns[1].justify = "right"
    table.add_row(text, Text(place, canvas.FAINT))
    return table
