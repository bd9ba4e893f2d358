"""The briefing as people read it on a terminal, laid out by rich."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.document import Briefing, Part, Sentence
from briefing.render import rich_canvas as canvas
from briefing.render.reading_time import arithmetic
from briefing.terminal import Ink, sanitize

_NARROW = 60
"""Columns below which the margins shrink."""
_STRIP = 60
_SHORT = {"paragraph": "para"}
"""What stands for the name of a place that has little room."""
_DEEPEST = 2
_NAMED = 4
"""How many sections without a point are named; the rest are counted."""


def render(
    briefing: Briefing, *, width: int = 80, height: int | None = None, colour: Ink = Ink.NONE, unicode: bool = True
) -> str:
    """Return a briefing for a terminal of so many columns.

    Blank lines between sections go where the screen, of so many lines, is too short. Without colour there are
    no escape sequences at all; without unicode all that is drawn is ASCII.
    """
    signs = canvas.signs(unicode)
    text = canvas.draw(_blocks(briefing, width, signs, is_loose=True), width=width, colour=colour)
    if height is not None and text.count("\n") >= height:
        text = canvas.draw(_blocks(briefing, width, signs, is_loose=False), width=width, colour=colour)
    return text


def _blocks(briefing: Briefing, width: int, signs: canvas.Signs, *, is_loose: bool) -> Iterator[RenderableType]:
    margin = 1 if width < _NARROW else 2
    numbers = max([4, *(len(sentence.place) for sentence in briefing.sentences)])
    best = min((point.rank for part in briefing.parts for point in part.points), default=0)
    if briefing.title:
        yield Text(sanitize(briefing.title), canvas.TITLE)
    yield _header(briefing, signs, width=canvas.measure(width), numbers=numbers)
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    for before, part in zip((None, *briefing.parts), briefing.parts, strict=False):
        if before is None or (before.points and is_loose):
            yield ""
        depth = min(part.heading.level - topmost, _DEEPEST) if part.heading else 0
        indent = (0, 0, 0, margin * depth)
        if part.heading:
            yield Padding(Text(sanitize(part.heading.text), canvas.HEADING), indent)
        if part.points:
            yield Padding(_points(part, signs, margin=margin, numbers=numbers, best=best), indent)
    if briefing.sentences:
        yield ""
        yield _footer(briefing, signs, margin=margin, width=canvas.measure(width))


def _grid(*columns: int | None) -> Table:
    """Give an empty table without lines, columns so wide; None takes what is left. No word is ever cut."""
    table = Table.grid(expand=True)
    for width in columns:
        table.add_column(width=width, ratio=1 if width is None else None, overflow="fold")
    return table


def _header(briefing: Briefing, signs: canvas.Signs, *, width: int, numbers: int) -> Table:
    table = _grid(None, numbers + 2)
    table.columns[1].justify = "right"
    summary = canvas.flow(
        (sanitize(briefing.name), *arithmetic(briefing, signs.arrow)), signs.separator, width - numbers - 2
    )
    table.add_row(Text(summary, canvas.FAINT), Text(_SHORT.get(name := briefing.place_name, name), canvas.FAINT))
    return table


def _points(part: Part, signs: canvas.Signs, *, margin: int, numbers: int, best: int) -> Table:
    table = _grid(margin + 2, None, numbers + 2)
    table.columns[2].justify = "right"
    table.columns[2].vertical = "bottom"
    for point in part.points:
        table.add_row(
            Text(" " * margin + signs.bullet, canvas.ACCENT),
            _said(point.sentence, canvas.STRONG if point.rank == best else ""),
            Text(point.sentence.place, canvas.FAINT),
        )
    return table


def _said(sentence: Sentence, style: str) -> Text:
    text = Text(sanitize(sentence.text), style)
    return Text.assemble((f"{sanitize(sentence.speaker)}: ", canvas.FAINT), text) if sentence.speaker else text


def _footer(briefing: Briefing, signs: canvas.Signs, *, margin: int, width: int) -> Table:
    """Draw where the points come from, the key terms, and the sections without a point."""
    label = margin + 10
    table = _grid(label, None)
    strip, places = _strip(briefing, signs, cells=min(_STRIP, width - label))
    rows = [("where", strip), (f"{_SHORT.get(name := briefing.place_name, name)}s", places)]
    if briefing.terms:
        rows.append(("key terms", Text(canvas.flow(map(sanitize, briefing.terms), signs.separator, width - label))))
    if briefing.left_out:
        names = canvas.flow(_left_out(briefing), signs.separator, width - label)
        rows.append(("left out", Text(names, canvas.FAINT)))
    for name, content in rows:
        table.add_row(Text(" " * margin + name, canvas.FAINT), content)
    return table


def _left_out(briefing: Briefing) -> list[str]:
    names = [sanitize(heading.text) for heading in briefing.left_out[:_NAMED]]
    more = len(briefing.left_out) - len(names)
    return names + ([f"and {more} more"] if more else [])


def _strip(briefing: Briefing, signs: canvas.Signs, *, cells: int) -> tuple[Text, Text]:
    """Draw the article as a row of cells, those marked that points come from, and their places in a row below."""
    count = briefing.document_size.sentences
    cells = min(cells, count)
    marked: dict[int, Sentence] = {}
    for sentence in briefing.sentences:
        marked.setdefault(sentence.index * cells // count, sentence)
    strip, below = Text(), ""
    for cell in range(cells):
        strip.append(*((signs.chosen, canvas.ACCENT) if cell in marked else (signs.passed, canvas.FAINT)))
    for cell, sentence in marked.items():
        place = sentence.place.removeprefix("p. ")
        if cell >= len(below) + bool(below) and cell + len(place) <= max(cells, len(place)):
            below = below.ljust(cell) + place
    return strip, Text(below, canvas.FAINT)
