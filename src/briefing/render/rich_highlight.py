"""The whole article on a terminal, the chosen sentences bold and the rest faint."""

from collections.abc import Collection, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from briefing.document import Document, Paragraph
from briefing.render import rich_canvas as canvas
from briefing.terminal import sanitize


def render(
    document: Document, chosen: Collection[int], *, width: int = 80, colour: bool = False, unicode: bool = True
) -> str:
    """Give a document with the sentences marked that have the chosen indices: by style, without colour by signs."""
    signs = None if colour else canvas.signs(unicode)
    return canvas.draw(_blocks(document, chosen, signs), width=width, colour=colour)


def _blocks(document: Document, chosen: Collection[int], signs: canvas.Signs | None) -> Iterator[RenderableType]:
    if document.title:
        yield Text(sanitize(document.title), canvas.TITLE)
        yield ""
    for place, section in enumerate(document.sections):
        if section.heading:
            yield from [""] if place else []
            yield Text(sanitize(section.heading.text), canvas.HEADING)
        for number, paragraph in enumerate(section.paragraphs):
            yield from [""] if number else []
            yield _paragraph(paragraph, chosen, signs)


def _paragraph(paragraph: Paragraph, chosen: Collection[int], signs: canvas.Signs | None) -> Table:
    text = Text()
    for sentence in paragraph.sentences:
        words = sanitize(sentence.text)
        if sentence.index not in chosen:
            text.append(words, canvas.FAINT)
        else:
            text.append(f"{signs.opening} {words} {signs.closing}" if signs else words, canvas.STRONG)
        text.append(" ")
    table = Table.grid(expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(width=7, justify="right")
    table.add_row(text, Text(str(paragraph.sentences[0].line), canvas.FAINT))
    return table
