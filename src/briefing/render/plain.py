"""Briefings for pipes, files and programs: plain text, the sentences alone, Markdown, JSON; and tables of text."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from itertools import zip_longest
from pathlib import PurePath
from typing import Any

from briefing.document import Briefing, Part, Sentence
from briefing.patterns import regex
from briefing.render import PLAIN, Look
from briefing.terminal import cut, sanitize, wrap

_MARKED = regex(r"(?=\\*(?:-|>|==>) )")
"""Before what would be taken for a point, a chosen sentence or the name of a source."""
_LEAST = 8
"""Columns that the last cell of a row has on the narrowest terminal."""
_SPECIAL = regex(
    # What is a mark only beside something else is left alone elsewhere: "snake_case", "[sic]", "a < b", "~5".
    r"[\\`*|$]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|\[(?=[^\[\]]*\][(\[:])|\](?=[(\[:])|<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)"
)
_LIST_OR_HEADING = regex(r"^(?:[-+#=>]|\[(?=[ xX]\])|\d{1,9}(?=[.)]))")
_CLOSING = regex(r"(?:(?<=\s)|\A)(?=#+\Z)")
"""Before the marks that would be taken for the end of a heading's line."""
_DEEPEST = 6


def render_text(briefing: Briefing, look: Look = PLAIN) -> str:
    """Return a briefing as plain text: unwrapped, a blank line between sections, the article's words alone.

    A line that names the sections without a point stands last, where it is wanted.
    """
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
    """Yield rows as lines, cell under cell: at the right, but for the last cells and those in the places `left`.

    The last cells are folded to a width, if there is one, or cut, where `more` says what then ends them.
    """
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


def render_markdown(briefing: Briefing) -> str:
    """Return a briefing as Markdown whose words are the article's: whatever would be markup is escaped."""
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    blocks = [f"# {escape(briefing.title, opens_line=False)}"] if briefing.title else []
    for part in briefing.parts:
        if part.heading:
            marks = "#" * min(_DEEPEST, 2 + part.heading.level - topmost)
            blocks.append(f"{marks} {escape(part.heading.text, opens_line=False)}")
        if part.points:
            blocks.append("\n".join(f"- {escape(point.sentence.attributed)}" for point in part.points))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def escape(text: str, *, opens_line: bool = True) -> str:
    """Return a text as Markdown that shows just that text; behind a heading's marks it opens no line."""
    escaped = _CLOSING.sub(r"\\", _SPECIAL.sub(r"\\\g<0>", sanitize(text)))
    if not opens_line:
        return escaped
    return _LIST_OR_HEADING.sub(lambda mark: mark[0] + "\\" if mark[0].isdigit() else "\\" + mark[0], escaped)


def render_json(briefing: Briefing) -> str:
    """Return a briefing as one line of JSON."""
    return json_line(
        "briefing/1",
        name=briefing.name,
        title=briefing.title,
        language=briefing.language,
        method=briefing.method,
        document=asdict(briefing.document_size),
        briefing=asdict(briefing.briefing_size),
        parts=[_part(part) for part in briefing.parts],
        terms=briefing.terms,
        unit=briefing.unit,
        left_out=[{"heading": heading.text, "line": heading.line} for heading in briefing.left_out],
        bottom_line=sentence_facts(briefing.bottom_line) if briefing.bottom_line else None,
    )


def json_line(schema: str, **facts: Any) -> str:
    """Return facts as one line of JSON in ASCII, first the name of their shape.

    Keys may be added to a shape; none is renamed or dropped.
    """
    return json.dumps({"schema": schema, **facts}) + "\n"


def _part(part: Part) -> dict[str, Any]:
    heading = part.heading
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": heading.line if heading else None,
        **({"page": heading.page} if heading and heading.page else {}),
        "points": [
            {**sentence_facts(point.sentence), "score": round(point.score, 6), "rank": point.rank}
            for point in part.points
        ],
    }


def sentence_facts(sentence: Sentence) -> dict[str, Any]:
    """Return what a sentence says and where it stands; 'speaker', 'time' and 'page' only where they are known."""
    known = {name: getattr(sentence, name) for name in ("speaker", "time", "page", "sources")}
    return {
        "text": sentence.text,
        "line": sentence.line,
        "start": sentence.start,
        "end": sentence.end,
        **{key: value for key, value in known.items() if value is not None},
    }
