"""Plain text, for pipes: headings on lines of their own, a dash before each point; or the sentences alone."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from pathlib import PurePath

from briefing.document import Briefing, Part
from briefing.patterns import regex
from briefing.render import PLAIN, Look
from briefing.terminal import cut, sanitize, wrap

_MARKED = regex(r"(?=\\*(?:-|>|==>) )")
"""Before what would be taken for a point, a chosen sentence or the name of a source."""
_LEAST = 8
"""Columns that the last cell of a row has on the narrowest terminal."""


def render_text(briefing: Briefing, look: Look = PLAIN) -> str:
    """Return a briefing as plain text, unwrapped: the article's words and, if wanted, what sections lack a point."""
    blocks = [heading_line(briefing.title)] if briefing.title else []
    blocks.extend("\n".join(_lines(part, look)) for part in briefing.parts)
    if look.left_out and briefing.left_out:
        blocks.append(f"Left out: {'; '.join(sanitize(heading.text) for heading in briefing.left_out)}")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def render_lines(briefing: Briefing) -> str:
    """Return the chosen sentences of a briefing, each on a line of its own."""
    return "".join(f"{sanitize(sentence.text)}\n" for sentence in briefing.sentences)


def heading_line(text: str) -> str:
    """Return a title or heading as a line of plain text; a backslash stands before one that looks like a point."""
    clean = sanitize(text)
    return f"\\{clean}" if _MARKED.match(clean) else clean


def source_name(name: str) -> str:
    """Return the name of a source without the folders that it lies in, safe to print."""
    return sanitize(name if "://" in name else PurePath(name).name)


def _lines(part: Part, look: Look) -> list[str]:
    heading = [heading_line(part.heading.text)] if part.heading else []
    gap = [""] if heading and part.points and look.spaced else []
    return heading + gap + [f"- {sanitize(point.sentence.attributed)}" for point in part.points]


def columns(
    rows: Sequence[Sequence[str]], *, left: Collection[int] = (), width: int | None = None, more: str = ""
) -> Iterator[str]:
    """Yield rows as lines, cell under cell, at the right but for the places `left`; the last are folded or cut."""
    for start, row in zip(aligned(rows, left), rows, strict=True):
        yield from hung(start, row[-1], width, more)


def aligned(rows: Sequence[Sequence[str]], left: Collection[int] = ()) -> Iterator[str]:
    """Yield all but the last cells of rows, each under the other, with a gap behind each."""
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in rows), strict=True)]
    for row in rows:
        sized = enumerate(zip(row[:-1], widths, strict=True))
        yield "".join(f"{cell.ljust(wide) if n in left else cell.rjust(wide)}  " for n, (cell, wide) in sized)


def hung(start: str, text: str, width: int | None, more: str = "") -> Iterator[str]:
    """Yield a text behind what a line starts with, folded to a width and indented, or cut; without a width whole."""
    words = text.lstrip()
    start += " " * (len(text) - len(words))
    room = max(_LEAST, width - len(start)) if width else None
    lines = [cut(words, room, more=more)] if room and more else wrap(words, room)
    yield from (before + line for before, line in zip_longest([start], lines, fillvalue=" " * len(start)))
