"""The briefing as people read it on a terminal, laid out by rich."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.document import Briefing, Part
from briefing.terminal import sanitize

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019)."""
_WIDEST = 100
"""Columns beyond which lines are too long to read."""
_LEAST = 20
_STRIP = 48


@dataclass(frozen=True, slots=True)
class _Signs:
    bullet: str
    arrow: str
    separator: str
    chosen: str
    left_out: str


_UNICODE = _Signs(bullet="•", arrow="→", separator=" · ", chosen="■", left_out="·")
_ASCII = _Signs(bullet="*", arrow="->", separator=" - ", chosen="#", left_out=".")


def render(briefing: Briefing, *, width: int = 80, colour: bool = False, unicode: bool = True) -> str:
    """Give a briefing for a terminal of so many columns.

    Without colour there are no escape sequences at all; without unicode all that is drawn is ASCII.
    """
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(_LEAST, min(width, _WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    signs = _UNICODE if unicode else _ASCII
    for block in _blocks(briefing, signs):
        console.print(block)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def _blocks(briefing: Briefing, signs: _Signs) -> Iterator[RenderableType]:
    if briefing.title:
        yield Text(sanitize(briefing.title), "bold underline")
    yield Text(_summary(briefing, signs), "dim")
    digits = max((len(str(sentence.line)) for sentence in briefing.sentences), default=1)
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    for part in briefing.parts:
        yield ""
        if part.heading:
            indent = 2 * (part.heading.level - topmost)
            yield Padding(Text(sanitize(part.heading.text), "bold cyan"), (0, 0, 0, indent))
        if part.points:
            yield _points(part, signs, digits)
    if briefing.sentences:
        yield ""
        yield _strip(briefing, signs)


def _points(part: Part, signs: _Signs, digits: int) -> Table:
    table = Table.grid(expand=True)
    table.add_column(width=4)
    table.add_column(ratio=1)
    table.add_column(width=digits + 2, justify="right", style="dim", vertical="bottom")
    for point in part.points:
        table.add_row(
            Text(f"  {signs.bullet}", "cyan"), Text(sanitize(point.sentence.text)), str(point.sentence.line)
        )
    return table


def _summary(briefing: Briefing, signs: _Signs) -> str:
    whole, short = briefing.document_size, briefing.briefing_size
    share = f" ({short.sentences / whole.sentences:.0%})" if whole.sentences else ""
    return signs.separator.join(
        (
            sanitize(briefing.name),
            f"{whole.sentences} sentences {signs.arrow} {short.sentences}{share}",
            f"{_reading_time(whole.words)} {signs.arrow} {_reading_time(short.words)}",
        )
    )


def _reading_time(words: int) -> str:
    seconds = 60 * words / _WORDS_A_MINUTE
    return f"{round(seconds / 60)} min" if seconds >= 90 else f"{max(5, 5 * round(seconds / 5))} s"


def _strip(briefing: Briefing, signs: _Signs) -> Text:
    """Draw the article as a row of cells, and mark those that points come from."""
    count = briefing.document_size.sentences
    cells = min(_STRIP, count)
    marked = {sentence.index * cells // count for sentence in briefing.sentences}
    strip = Text("  ")
    for cell in range(cells):
        strip.append(signs.chosen if cell in marked else signs.left_out, "cyan" if cell in marked else "dim")
    return strip
