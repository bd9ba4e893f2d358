"""Briefings and digests as people read them on a terminal, laid out by rich."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.digests import Digest, Matter, SharedPoint
from briefing.document import Briefing, Part, Sentence, place_name
from briefing.render import PLAIN, Look, Signs, arithmetic, is_whole
from briefing.render import digest as content
from briefing.render import rich_canvas as canvas
from briefing.terminal import sanitize

_NARROW = 60
"""Columns below which the margins shrink."""
_STRIP = 48
"""Cells of the strip, beside which the legend fits a screen of 80 columns."""
_MANY = 9
"""How many points from one cell are told apart."""
_DEEPEST = 2
_NAMED = 4
"""How many sections without a point are named; the rest are counted."""
_SOURCES = 12
"""Columns at most that the numbers of the articles have."""


def render(briefing: Briefing, look: Look = PLAIN) -> str:
    """Return a briefing for a terminal; blank lines between sections go where the screen is too short for them."""
    look = look.readable
    text = canvas.draw(_blocks(briefing, look, is_loose=True), look)
    if look.height is not None and text.count("\n") >= look.height:
        text = canvas.draw(_blocks(briefing, look, is_loose=False), look)
    return text


def _blocks(briefing: Briefing, look: Look, *, is_loose: bool) -> Iterator[RenderableType]:
    margin = 1 if look.width < _NARROW else 2
    numbers = max([4, *(len(sentence.place) for sentence in briefing.sentences)])
    ranked = sorted((point for part in briefing.parts for point in part.points), key=attrgetter("rank"))
    strong = briefing.bottom_line or (ranked[0].sentence if ranked else None)
    if briefing.title:
        yield canvas.Prose(sanitize(briefing.title), canvas.TITLE)
    facts = (sanitize(briefing.name), *arithmetic(briefing, look.signs.arrow))
    yield _header(facts, briefing.place_name, look, numbers)
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    for before, part in zip((None, *briefing.parts), briefing.parts, strict=False):
        if before is None or (before.points and is_loose):
            yield ""
        depth = min(part.heading.level - topmost, _DEEPEST) if part.heading else 0
        indent = (0, 0, 0, margin * depth)
        if part.heading:
            yield Padding(canvas.Prose(sanitize(part.heading.text), canvas.HEADING), indent)
        if part.points:
            yield Padding(_points(part, look.signs.bullet, margin=margin, numbers=numbers, strong=strong), indent)
    if briefing.sentences:
        yield from _footer(briefing, look, margin)


def _header(facts: Iterable[str], place: str, look: Look, numbers: int = 0) -> Table:
    """Draw what is known of the whole, and at the edge what the places below are."""
    right = max(numbers, len(place)) + 2
    table = canvas.grid(None, right)
    table.columns[1].justify = "right"
    summary = canvas.flow(facts, look.signs.separator, look.width - right)
    table.add_row(Text(summary, canvas.FAINT), Text(place, canvas.FAINT))
    return table


def _points(part: Part, bullet: str, *, margin: int, numbers: int, strong: Sentence | None) -> Table:
    table = canvas.grid_with_places(margin + 2, None, numbers + 2)
    for point in part.points:
        table.add_row(
            Text(" " * margin + bullet, canvas.ACCENT),
            _said(point.sentence, canvas.STRONG if point.sentence == strong else ""),
            Text(point.sentence.place, canvas.FAINT),
        )
    return table


def _said(sentence: Sentence, style: str) -> Text:
    speaker = f"{sanitize(sentence.speaker)}: " if sentence.speaker else ""
    return canvas.Prose.assemble((speaker, canvas.FAINT), (sanitize(sentence.text), style))


def _footer(briefing: Briefing, look: Look, margin: int) -> Iterator[RenderableType]:
    """Draw where the points come from, the key terms, and the sections without a point, if there are any."""
    label = margin + len("paragraphs") + 2
    room = look.width - label
    rows = [] if is_whole(briefing) else list(_origins(briefing, look.signs, room))
    if briefing.terms:
        rows.append(("key terms", Text(canvas.flow(map(sanitize, briefing.terms), look.signs.separator, room))))
    if briefing.left_out:
        names = [sanitize(heading.text) for heading in briefing.left_out[:_NAMED]]
        more = len(briefing.left_out) - len(names)
        names += [f"and {more} more"] if more else []
        rows.append(("left out", Text(canvas.flow(names, look.signs.separator, room), canvas.FAINT)))
    table = canvas.grid(label, None)
    for name, shown in rows:
        table.add_row(Text(" " * margin + name, canvas.FAINT), shown)
    yield from ("", table) if rows else ()


def _origins(briefing: Briefing, signs: Signs, room: int) -> Iterator[tuple[str, Text]]:
    """Yield the strip, where its points stand, and what its signs mean, which is beside it where there is room."""
    cells = min(_STRIP, room, briefing.document_size.sentences)
    strip = _strip(briefing, signs, cells=cells)
    legend = Text(f"{signs.chosen} one  {signs.passed} none", canvas.FAINT)
    is_beside = cells + 2 + len(legend) <= room
    yield "points", Text.assemble(strip, "  ", legend) if is_beside else strip
    yield f"{briefing.place_name}s", _places(briefing, cells=cells, room=room)
    if not is_beside:
        yield "", legend


def _strip(briefing: Briefing, signs: Signs, *, cells: int) -> Text:
    """Draw the article as a row of cells: in each how many points come from it, a sign for a single one."""
    numbers = Counter(cell for cell, _ in _cells(briefing, cells))
    strip = Text()
    for cell in range(cells):
        many = numbers[cell]
        sign = str(min(many, _MANY)) if many > 1 else (signs.passed, signs.chosen)[many]
        strip.append(sign, canvas.ACCENT if many else canvas.FAINT)
    return strip


def _places(briefing: Briefing, *, cells: int, room: int) -> Text:
    """Write where the points stand under their cells, as far as there is room."""
    below = ""
    for cell, sentence in _cells(briefing, cells):
        place = sentence.place.removeprefix("p. ")
        if cell >= len(below) + bool(below) and cell + len(place) <= room:
            below = below.ljust(cell) + place
    return Text(below, canvas.FAINT)


def _cells(briefing: Briefing, cells: int) -> Iterator[tuple[int, Sentence]]:
    """Yield each point's cell, from 0, in a row of so many that stands for the article."""
    for sentence in briefing.sentences:
        yield sentence.index * cells // briefing.document_size.sentences, sentence


def render_digest(digest: Digest, look: Look) -> str:
    """Return a digest for a terminal: points, who says so at the right edge, the sources below."""
    look = look.readable
    return canvas.draw(_digest_blocks(digest, look), look)


def _digest_blocks(digest: Digest, look: Look) -> Iterator[RenderableType]:
    for place, matter in enumerate(digest.matters):
        if place:
            yield ""
        yield canvas.Prose(content.subject(matter), canvas.TITLE)
        is_single = len(matter.origins) == 1
        unit = place_name([point.sentence for point in matter.points], matter.origins[0].unit)
        yield _header(_summary(matter, look.signs.arrow), unit if is_single else "source", look)
        for heading, points in content.by_heading(matter):
            yield ""
            if heading:
                yield canvas.Prose(sanitize(heading), canvas.HEADING)
            yield _shared_points(matter, points, look.signs.bullet)
        yield ""
        yield _sources(matter, look.width)
    if digest.left_out:
        yield ""
        names = [sanitize(title) for title in digest.left_out if title]
        yield Text(canvas.flow(["left out", *names], look.signs.separator, look.width), canvas.FAINT)


def _summary(matter: Matter, arrow: str) -> Iterator[str]:
    count = len(matter.origins)
    sentences = sum(origin.size.sentences for origin in matter.origins)
    days = sorted({origin.date for origin in matter.origins if origin.date})
    yield f"{count} source{'s' * (count != 1)}"
    yield f"{sentences} sentences {arrow} {matter.size.sentences}"
    yield from [" to ".join(dict.fromkeys([days[0], days[-1]]))] if days else []


def _shared_points(matter: Matter, points: list[SharedPoint], bullet: str) -> Table:
    """Draw points with the numbers of the articles that say so or, of a single article, where they stand."""
    is_single = len(matter.origins) == 1
    cited = [point.sentence.place if is_single else content.cited(point.sources) for point in points]
    others = [content.cited(other.sources) for point in points for other in point.differences]
    table = canvas.grid_with_places(4, None, min(_SOURCES, max(map(len, [*cited, *others]))) + 2)
    for point, who in zip(points, cited, strict=True):
        shared = len(point.sources) > 1
        style = canvas.STRONG if shared and 2 * len(point.sources) > len(matter.origins) else ""
        sources = Text(who, "" if shared else canvas.FAINT)
        table.add_row(Text(f"  {bullet}", canvas.ACCENT), _said(point.sentence, style), sources)
        for other in point.differences:
            said = f"  {sanitize(other.sentence.text)}"
            told = canvas.Prose.assemble((content.said_otherwise(other), canvas.HEADING), said)
            table.add_row("", told, Text(content.cited(other.sources), canvas.FAINT))
    return table


def _sources(matter: Matter, width: int) -> Table:
    table = canvas.grid(4, None)
    table.columns[0].justify = "right"
    for number in range(1, len(matter.origins) + 1):
        facts = Text(canvas.flow(content.facts_of(matter, number), "  ", width - 5))
        facts.stylize(canvas.FAINT, len(content.facts_of(matter, number)[0]))
        table.add_row(Text(f"{number}", canvas.ACCENT), Padding(facts, (0, 0, 0, 1)))
    return table
