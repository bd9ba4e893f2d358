"""A memo that fits one screen: who to whom, the bottom line, and the key points by heading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import PurePath

from briefing.document import Briefing, Part, Point
from briefing.render import SCREEN_LINES
from briefing.terminal import cells, sanitize, wrap

FORMATS = ("rich", "text", "markdown")
"""The names of the formats that a memo can be printed in."""

WIDTH = 80
"""Columns of the widest line."""

NO_BOTTOM_LINE = "No sentence is short enough to stand here whole."
"""What stands in place of a bottom line where there is none."""

_BLANK = "_" * 8
_LABEL = 10
_COLUMN = 20
_HANG = 2
_LONGEST_TITLE = 130
_MORE = " ..."
_GLUE = "\ufffe"
"""Holds a reference to the last word of its sentence: no character, and one column wide."""
_ENDS = ("?", "!", ":", ".", "…", "？", "！", "：", "。")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a memo; None where it is to be filled in by hand, or found in the article."""

    date: str
    """The day it is written, as it is to be printed."""
    to: str | None = None
    """Who is to read it."""
    sender: str | None = None
    """Who writes it."""
    subject: str | None = None
    """What it is about; else the title, or the strongest lead sentence."""
    classification: str | None = None
    """Who may see it, such as 'INTERNAL'."""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Name and content of each field, safe to print, with a line to write on where nothing is known."""
        given = (("TO", self.to), ("FROM", self.sender), ("DATE", self.date), ("RE", self.subject))
        return tuple((name, sanitize(text or "") or _BLANK) for name, text in given)


@dataclass(frozen=True, slots=True)
class Block:
    """What a memo says about one article."""

    subject: str
    """What the article is about, safe to print."""
    bottom_line: tuple[Point, ...]
    """One or two sentences, in order; none where no sentence is short enough."""
    key_points: tuple[tuple[str, tuple[Point, ...]], ...]
    """The other points, under the text of their heading; '' for none."""
    left_out: tuple[str, ...]
    """The headings of sections without a point here."""
    source: str
    """Where the article came from, and what the numbers mean."""
    gaps: int = 0
    """How many of its parts stand off by a blank line, the first ones first."""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo, ready to be printed."""

    head: Head
    """What stands above it; its subject is filled in."""
    blocks: tuple[Block, ...]
    """One an article."""


class Kind(Enum):
    """What a row of a memo is."""

    TITLE = "title"
    FIELD = "field"
    HEADING = "heading"
    POINT = "point"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a memo as text."""

    kind: Kind
    """What it is."""
    label: str = ""
    """What it opens with: the name of a field, a heading."""
    text: str = ""
    """What follows the label."""

    def lines(self) -> list[str]:
        """Give it in lines of at most `WIDTH` columns; those after the first hang."""
        if self.kind is Kind.FIELD:
            first, *rest = wrap(self.text, WIDTH - _LABEL) or [""]
            return [f"{self.label:<{_LABEL}}{first}", *(" " * _LABEL + line for line in rest)]
        lines = wrap(f"{self.label} {self.text}".strip(), WIDTH - _HANG) or [""]
        first, *rest = (line.replace(_GLUE, " ") for line in lines)
        return [first, *(" " * _HANG + line for line in rest)]


def compose(briefings: Sequence[Briefing], head: Head, *, lines: int = SCREEN_LINES) -> Memo:
    """Give the memo of some briefings with as many of their sentences, whole, as fit.

    That of one briefing fits a screen of `WIDTH` columns and so many lines, of which one is left for the prompt. Of
    several, each gets a block of the length that it would have alone.
    """
    subjects = [_subject(briefing) for briefing in briefings]
    found = subjects[0] if len(subjects) == 1 else f"{len(subjects)} articles"
    head = replace(head, subject=head.subject or found)
    room = lines - 1 - _height(_head_rows(head))
    return Memo(head, tuple(_fit(briefing, room) for briefing in briefings))


def render(memo: Memo) -> str:
    """Give a memo as plain text, no line wider than `WIDTH`."""
    return "".join(f"{line}\n" for row in rows(memo) for line in row.lines())


def rows(memo: Memo) -> Iterator[Row]:
    """Give the paragraphs of a memo as text; an empty one is a blank line."""
    yield from _head_rows(memo.head)
    for block in memo.blocks:
        if len(memo.blocks) > 1:
            yield Row(Kind.NOTE)
            yield Row(Kind.TITLE, text=block.subject)
        yield from _block_rows(block)


def reference(point: Point) -> str:
    """Give the sentence of a point, safe to print, and where it stands, after who says it."""
    sentence = point.sentence
    speaker = f"{sanitize(sentence.speaker)}: " if sentence.speaker else ""
    return f"{speaker}{sanitize(sentence.text)} [{sentence.place}]"


def _glued(point: Point) -> str:
    return _GLUE.join(reference(point).rsplit(" ", 1))


def label(heading: str) -> str:
    """Give a heading as it stands before its points."""
    return heading if not heading or heading.endswith(_ENDS) else f"{heading}:"


def _head_rows(head: Head) -> Iterator[Row]:
    mark = sanitize(head.classification or "")
    gap = WIDTH - _HANG - len("MEMORANDUM ") - cells(mark)
    yield Row(Kind.TITLE, "MEMORANDUM", " " * max(0, gap) + mark if mark else "")
    fields = dict(head.fields)
    if cells(fields["TO"]) <= _COLUMN and cells(fields["DATE"]) <= WIDTH - _LABEL - _COLUMN - len("  DATE:  "):
        date = fields.pop("DATE")
        fields["TO"] += " " * (_COLUMN - cells(fields["TO"])) + f"  DATE:  {date}"
    for name, text in fields.items():
        yield Row(Kind.FIELD, f"{name}:", text)


def _block_rows(block: Block) -> Iterator[Row]:
    said = " ".join(map(_glued, block.bottom_line)) or NO_BOTTOM_LINE
    under = [Row(Kind.POINT, label(heading), " ".join(map(_glued, points))) for heading, points in block.key_points]
    parts = (
        [Row(Kind.HEADING, "BOTTOM LINE"), Row(Kind.POINT, text=said)],
        [Row(Kind.HEADING, "KEY POINTS"), *under] if under else [],
        [Row(Kind.NOTE, "SOURCE:", block.source)],
    )
    for place, part in enumerate(filter(None, parts)):
        if place < block.gaps:
            yield Row(Kind.NOTE)
        yield from part
    if block.left_out:
        yield Row(Kind.NOTE, "LEFT OUT:", _listed(block.left_out, WIDTH - _HANG - len("LEFT OUT: ")))


def _height(rows: Iterable[Row]) -> int:
    return sum(len(row.lines()) for row in rows)


def _fit(briefing: Briefing, room: int) -> Block:
    """Fill the room with whole sentences, and with as many gaps as leave every section its point."""
    for gaps in (3, 2, 1, 0):
        block = _block(briefing, frozenset(), gaps=gaps)
        kept: set[int] = set()
        for point in _by_weight(briefing):
            longer = _block(briefing, frozenset(kept | {point.sentence.index}), gaps=gaps)
            if _height(_block_rows(longer)) <= room:
                kept.add(point.sentence.index)
                block = longer
        if len(block.left_out) == len(briefing.left_out):
            break
    return block


def _by_weight(briefing: Briefing) -> list[Point]:
    """Give the points in the order in which a memo takes them: the bottom line's, the best of each part, the rest."""
    told = _told(briefing)
    parts = [(part, [point for point in part.points if point.sentence.index not in told]) for part in briefing.parts]
    bottom = _bottom_line((part, point) for part, points in parts for point in points)
    others = (points for _, points in parts if points and bottom[0] not in points)
    firsts = {min(point.rank for point in points) for points in others}
    return sorted(
        (point for _, points in parts for point in points),
        key=lambda point: (point not in bottom[:1], point.rank not in firsts, point not in bottom, point.rank),
    )


def _block(briefing: Briefing, kept: frozenset[int], *, gaps: int) -> Block:
    """Give what a memo says with the points whose sentences have the indices kept."""
    told = _told(briefing)
    parts = [(part, [point for point in part.points if point.sentence.index in kept]) for part in briefing.parts]
    bottom = _bottom_line((part, point) for part, points in parts for point in points)
    under = [
        (sanitize(part.heading.text) if part.heading else "", tuple(point for point in points if point not in bottom))
        for part, points in parts
    ]
    silent = [
        part.heading
        for part, points in parts
        if part.heading and part.points and not points and told.isdisjoint(p.sentence.index for p in part.points)
    ]
    return Block(
        subject=_subject(briefing),
        bottom_line=bottom,
        key_points=tuple((heading, points) for heading, points in under if points),
        left_out=tuple(
            sanitize(heading.text)
            for heading in sorted([*briefing.left_out, *silent], key=lambda heading: heading.start)
        ),
        source=_source(briefing),
        gaps=gaps,
    )


def _bottom_line(points: Iterable[tuple[Part, Point]]) -> tuple[Point, ...]:
    """Give the first two points of what stands before the first heading, or the best point of all."""
    pairs = list(points)
    opening = [point for part, point in pairs if part.heading is None]
    return tuple(opening[:2] or sorted((point for _, point in pairs), key=lambda point: point.rank)[:1])


def _told(briefing: Briefing) -> frozenset[int]:
    """Give the index of the sentence that the subject says whole, if it does and is not the only one."""
    lead = _lead(briefing)
    whole = lead and len(briefing.sentences) > 1 and cells(_without_stop(lead)) <= WIDTH - _LABEL
    return frozenset({lead.sentence.index} if lead and whole else ())


def _source(briefing: Briefing) -> str:
    name = briefing.name if "://" in briefing.name else PurePath(briefing.name).name
    count = briefing.document_size.sentences
    places = "times" if any(sentence.time for sentence in briefing.sentences) else "lines"
    return f"{sanitize(name)}, {count} sentence{'s' * (count != 1)}; numbers in brackets are {places}"


def _subject(briefing: Briefing) -> str:
    if briefing.title:
        return _trim(sanitize(briefing.title), _LONGEST_TITLE)
    lead = _lead(briefing)
    return _trim(_without_stop(lead), WIDTH - _LABEL) if lead else sanitize(briefing.name)


def _lead(briefing: Briefing) -> Point | None:
    """Give the strongest point of the article's beginning, where that has to serve as subject."""
    opening = next((part.points for part in briefing.parts if part.points), ())
    return None if briefing.title else min(opening, key=lambda point: point.rank, default=None)


def _without_stop(point: Point) -> str:
    text = sanitize(point.sentence.text)
    return text[:-1] if text.endswith(".") and "." not in text.rpartition(" ")[2][:-1] else text


def _trim(text: str, width: int) -> str:
    """Give a text shortened to so many columns, at the end of a word where it has words."""
    return text if cells(text) <= width else wrap(text, width - len(_MORE))[0] + _MORE


def _listed(names: Sequence[str], width: int) -> str:
    """Give as many names as fit one line, and how many more there are."""
    for count in range(len(names), 0, -1):
        more = f"; and {len(names) - count} more" if count < len(names) else ""
        if cells(listed := "; ".join(names[:count]) + more) <= width:
            return listed
    return f"{len(names)} sections"
