"""What everything drawn by rich shares: the styles, and a canvas without a terminal behind it."""

import io
from collections.abc import Iterable
from typing import Any

from rich.console import Console, RenderableType
from rich.containers import Lines
from rich.table import Table
from rich.text import Text

from briefing.render import Look
from briefing.terminal import Ink, breaks, cells

TITLE = "bold underline"
HEADING = "bold magenta"
"""Of the sixteen colours magenta alone reads well on both a white and a black ground."""
ACCENT = "magenta"
STRONG = "bold"
FAINT = "dim"


class Prose(Text):
    """Words of an article, broken into lines as their script is."""

    def wrap(self, console: Console, width: int, **_: Any) -> Lines:  # noqa: ARG002
        """Return it in lines of at most `width` columns."""
        lines = [part for line in self.split(allow_blank=True) for part in line.divide(breaks(line.plain, width))]
        for line in lines:
            line.rstrip()
        return Lines(lines)


def flow(items: Iterable[str], separator: str, width: int) -> str:
    """Return items in a row, broken into lines of so many columns between them, never in one that fits a line."""
    lines: list[str] = []
    for item in items:
        longer = f"{lines[-1]}{separator}{item}" if lines else item
        if lines and cells(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return "\n".join(lines)


def grid(*widths: int | None) -> Table:
    """Return an empty table without lines, columns so wide; None takes what is left. No word is ever cut."""
    table = Table.grid(expand=True)
    for width in widths:
        table.add_column(width=width, ratio=1 if width is None else None, overflow="fold")
    return table


def grid_with_places(*widths: int | None) -> Table:
    """Return a grid whose last column says where what stands before comes from: at the right, on its last line."""
    table = grid(*widths)
    table.columns[-1].justify, table.columns[-1].vertical = "right", "bottom"
    return table


def draw(blocks: Iterable[RenderableType], look: Look) -> str:
    """Return blocks as the lines of a terminal; without colour there are no escape sequences."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=look.width,
        force_terminal=bool(look.colour),
        color_system="standard" if look.colour else None,
        no_color=look.colour != Ink.COLOUR,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        # In a notebook rich would show the text, and give us none.
        force_jupyter=False,
    )
    for block in blocks:
        console.print(block)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().split("\n")[:-1])
