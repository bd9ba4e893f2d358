"""A memo for a terminal: the lines of its text, coloured by rich."""

import re
from collections.abc import Iterator

from rich.text import Text

from briefing.render import memo as plain
from briefing.render import rich_canvas as canvas
from briefing.render.memo import Kind, Memo, Row

_STYLES = {Kind.TITLE: canvas.STRONG, Kind.HEADING: canvas.HEADING, Kind.NOTE: canvas.FAINT}
_LABELS = {Kind.FIELD: canvas.FAINT, Kind.POINT: canvas.STRONG}
_REFERENCE = re.compile(r"\[\d+\]")
_DATE = re.compile(r" {2}DATE: ")


def render(memo: Memo, *, colour: bool = False) -> str:
    """Give a memo whose words stand where its text has them."""
    lines = (line for row in plain.rows(memo) for line in _lines(row))
    return canvas.draw(lines, width=plain.WIDTH, colour=colour)


def _lines(row: Row) -> Iterator[Text]:
    """Style the lines of a row, its label too where that runs over several lines."""
    pending = "".join(row.label.split())
    for line in row.lines():
        text = Text(line, _STYLES.get(row.kind, ""))
        end = 0
        while pending and end < len(line):
            pending = pending[not line[end].isspace() :]
            end += 1
        text.stylize(_LABELS.get(row.kind, ""), 0, end)
        if row.kind is Kind.POINT:
            text.highlight_regex(_REFERENCE, canvas.FAINT)
        elif row.kind is Kind.FIELD:
            text.highlight_regex(_DATE, canvas.FAINT)
        yield text
