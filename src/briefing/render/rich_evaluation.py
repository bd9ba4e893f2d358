"""An evaluation on a terminal."""

from rich import box
from rich.table import Table

from briefing.evaluation import Evaluation
from briefing.render import rich_canvas as canvas
from briefing.render.evaluation import COLUMNS, caption, rows

_LEAST = 80
_SURE = 0.05
"""A difference with a smaller p is coloured."""


def render(evaluation: Evaluation, *, width: int, colour: bool, unicode: bool) -> str:
    """Give an evaluation as a table for a terminal of so many columns.

    Without colour there are no escape sequences at all; without unicode all that is drawn is ASCII. The table is
    never narrower than 80 columns: a cut number is none.
    """
    table = Table(
        box=box.SIMPLE_HEAD if unicode else box.ASCII2,
        show_edge=False,
        padding=0,
        caption=caption(evaluation),
        caption_justify="left",
    )
    for place, column in enumerate(COLUMNS):
        table.add_column(column, justify="left" if place < 2 else "right", no_wrap=True)
    shown = ""
    for measure, *cells in rows(evaluation):
        if shown and measure != shown:
            table.add_section()
        table.add_row("" if measure == shown else measure, *cells, style=_style(measure, *cells[-2:]))
        shown = measure
    return canvas.draw([table], width=max(width, _LEAST), colour=colour)


def _style(measure: str, gain: str, p: str) -> str:
    if not p or float(p) >= _SURE:
        return ""
    return "green" if gain.startswith("-" if measure == "dangling" else "+") else "red"
