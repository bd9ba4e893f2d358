"""A digest as people read it on a terminal, laid out by rich."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from briefing.digest_types import Digest, Matter, SharedPoint
from briefing.render import Look
from briefing.render import digest as content
from briefing.render import rich_canvas as canvas
from briefing.terminal import sanitize

_SOURCES = 12
"""Columns at most that the numbers of the articles have."""


def render(digest: Digest, look: Look) -> str:
    """Return a digest for a terminal: points, who says so at the right edge, the sources below."""
    signs = canvas.signs(look.unicode)
    return canvas.draw(_blocks(digest, signs, canvas.measure(look.width)), width=look.width, colour=look.colour)


def _blocks(digest: Digest, signs: canvas.Signs, width: int) -> Iterator[RenderableType]:
    for place, matter in enumerate(digest.matters):
        if place:
            yield ""
        yield Text(content.subject(matter), canvas.TITLE)
        yield Text(_summary(matter, signs, width), canvas.FAINT)
        for heading, points in content.by_heading(matter):
            yield ""
            if heading:
                yield Text(sanitize(heading), canvas.HEADING)
            yield _points(matter, points, signs)
        yield ""
        yield _sources(matter)
    if digest.left_out:
        yield ""
        names = [sanitize(title) for title in digest.left_out if title]
        yield Text(canvas.flow(["left out", *names], signs.separator, width), canvas.FAINT)


def _summary(matter: Matter, signs: canvas.Signs, width: int) -> str:
    count = len(matter.origins)
    sentences = sum(origin.size.sentences for origin in matter.origins)
    days = sorted({origin.date for origin in matter.origins if origin.date})
    facts = [
        f"{count} source{'s' * (count != 1)}",
        f"{sentences} sentences {signs.arrow} {matter.size.sentences}",
        " to ".join(dict.fromkeys([*days[:1], *days[-1:]])),
    ]
    return canvas.flow(filter(None, facts), signs.separator, width)


def _points(matter: Matter, points: list[SharedPoint], signs: canvas.Signs) -> Table:
    said = [point.sources for point in points]
    said += [other.sources for point in points for other in point.differences]
    numbers = min(_SOURCES, max(len(content.cited(sources)) for sources in said))
    table = canvas.grid_with_places(4, None, numbers + 2)
    for point in points:
        shared = len(point.sources) > 1
        style = canvas.STRONG if shared and 2 * len(point.sources) > len(matter.origins) else ""
        sources = Text(content.cited(point.sources), "" if shared else canvas.FAINT)
        table.add_row(Text(f"  {signs.bullet}", canvas.ACCENT), Text(sanitize(point.sentence.text), style), sources)
        for other in point.differences:
            told = Text.assemble((content.said_otherwise(other), canvas.HEADING), "  ", sanitize(other.sentence.text))
            table.add_row("", told, Text(content.cited(other.sources), canvas.FAINT))
    return table


def _sources(matter: Matter) -> Table:
    table = canvas.grid(4, None)
    table.columns[0].justify = "right"
    for number in range(1, len(matter.origins) + 1):
        first, *rest = content.facts_of(matter, number)
        facts = Text.assemble(f" {first}", *((f"  {fact}", canvas.FAINT) for fact in rest))
        table.add_row(Text(f"{number}", canvas.ACCENT), facts)
    return table
