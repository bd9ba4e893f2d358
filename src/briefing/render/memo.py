"""From briefings to what a memo says: who to whom, and of each article the bottom line and the key points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from briefing.document import Briefing, Part, Point, Sentence
from briefing.render.text import source_name
from briefing.terminal import cells, sanitize

FORMATS = ("rich", "text", "markdown", "json")
"""The names of the formats that a memo can be printed in."""

_BLANK = "_" * 8
_TERMS = 3
_LONGEST_SUBJECT = 70
"""Columns of a sentence that may stand for a title; a title may be longer."""
_FIRST = 3
"""Sentences that open an article."""
_LONGEST_PARENT = 40
"""Columns of a heading that may be said with each below it."""
_ASIDE = frozenset(("apparatus", "background", "drawbacks", "introduction", "methods"))
"""What the sections are of which a memo says something only where there is room."""
_CITING = 40
"""Characters around its name in the sentence by which a law calls itself so."""


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
    """What it is about; else the title, a short opening sentence, or the source's name."""
    classification: str | None = None
    """Who may see it, such as 'INTERNAL'."""

    @property
    def fields(self) -> dict[str, str]:
        """Content of each field by its name, safe to print, with a line to write on where nothing is known."""
        given = {"TO": self.to, "FROM": self.sender, "DATE": self.date, "RE": self.subject}
        return {name: sanitize(text or "") or _BLANK for name, text in given.items()}


@dataclass(frozen=True, slots=True)
class MemoMatter:
    """What a memo says about one article."""

    subject: str
    """What the article is about, safe to print."""
    bottom_line: tuple[Sentence, ...]
    """The sentence that says the outcome; none where no sentence is short enough."""
    key_points: tuple[tuple[str, tuple[Sentence, ...]], ...]
    """The other sentences, in the article's order, under the text of their heading; '' for none."""
    left_out: tuple[str, ...]
    """The headings of sections without a sentence here."""
    source: str
    """Where the article came from, and what the references mean, safe to print."""
    status: str = ""
    """How far it has come, safe to print; '' where it does not say."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What is to be printed."""

    head: Head
    """What stands above it; its subject is filled in."""
    matters: tuple[MemoMatter, ...]
    """One an article."""
    spacing: int = 0
    """How tightly it is set: 0 with blank lines and headings of their own, to 3 with neither."""

    @property
    def is_loose(self) -> bool:
        """Whether each heading and each point has lines of its own."""
        return self.spacing < 2


def order(briefing: Briefing) -> list[int]:
    """Return the indices of the sentences in the order in which a memo takes them.

    The bottom line, the best of each topmost section that is no side matter, the rest, what leans on others last;
    none that the subject says whole, or that leans on a sentence which is not there.
    """
    bottom = [sentence.index for sentence in _bottom_line(briefing)]
    told = _told(briefing)
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=0)
    sections: list[list[Point]] = [[]]
    aside: set[int] = set()
    for part in briefing.parts:
        if part.heading and part.heading.level == topmost:
            sections.append([])
            if not _ASIDE.isdisjoint(part.roles):
                aside.add(len(sections) - 1)
        sections[-1] += (point for point in part.points if point.sentence != told)
    there = {point.sentence.index for points in sections for point in points}
    sections = [[point for point in points if point.companion in (None, *there)] for points in sections]
    kept = (points for place, points in enumerate(sections) if points and place not in aside)
    best = {min(points, key=_need).sentence.index for points in kept}
    ranked = sorted(chain(*sections), key=lambda point: (point.sentence.index not in best, *_need(point)))
    return [*bottom, *(point.sentence.index for point in ranked if point.sentence.index not in bottom)]


def _need(point: Point) -> tuple[bool, int]:
    return point.companion is not None, point.rank


def matter(briefing: Briefing, kept: Sequence[int]) -> MemoMatter:
    """Return what a memo says with the sentences that have the indices kept."""
    bottom = _bottom_line(briefing)
    said = frozenset(kept)
    told = _told(briefing)
    spoken = said | ({told.index} if told else set())
    left_out, points = list(briefing.left_out), []
    for name, part in zip(_names(briefing.parts), briefing.parts, strict=True):
        sentences = [point.sentence for point in part.points]
        if part.heading and sentences and spoken.isdisjoint(sentence.index for sentence in sentences):
            left_out.append(part.heading)
        if here := tuple(one for one in sentences if one.index in said and one not in bottom):
            points.append((name, here))
    in_order = sorted(left_out, key=lambda heading: heading.start)
    silent = dict.fromkeys(sanitize(heading.text).rstrip(":：") for heading in in_order)
    return MemoMatter(
        subject=subject(briefing),
        bottom_line=tuple(sentence for sentence in bottom if sentence.index in said),
        key_points=tuple(points),
        left_out=tuple(name for name in silent if not any(shown.startswith(f"{name}: ") for shown, _ in points)),
        source=_source(briefing),
        status=sanitize(briefing.status or "").replace("_", " "),
    )


def _names(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the heading of each part, '' for none; after a short one that it stands under where nothing else does."""
    above: list[Part] = []
    for part in parts:
        level = part.heading.level if part.heading else 0
        above = [other for other in above if other.heading and other.heading.level < level]
        shown = [*(other for other in above[-1:] if not other.points), part]
        names = [sanitize(each.heading.text) for each in shown if each.heading]
        yield ": ".join(names if cells("".join(names[:-1])) <= _LONGEST_PARENT else names[-1:])
        above.append(part)


def _bottom_line(briefing: Briefing) -> tuple[Sentence, ...]:
    """Return what says the outcome or, where the subject says that already, the best of the rest."""
    told = _told(briefing)
    bottom = briefing.bottom_line
    if bottom is not None and bottom != told:
        return (bottom, briefing.completion) if briefing.completion else (bottom,)
    parts = [[point for point in part.points if point.sentence != told] for part in briefing.parts]
    nearest = parts[:1] if told and parts[0] else parts
    best = min(chain.from_iterable(nearest), key=lambda point: point.rank, default=None)
    return (best.sentence,) if best else ()


def _told(briefing: Briefing) -> Sentence | None:
    """Return the sentence that says no more than the subject, if one does and it is not the only one."""
    if len(briefing.sentences) == 1:
        return None
    if briefing.subject:
        most = len(briefing.subject) + _CITING
        naming = (sentence for sentence in briefing.sentences if briefing.subject in sentence.text)
        return next((sentence for sentence in naming if len(sentence.text) <= most), None)
    opening = _opening(briefing)
    return opening.sentence if opening else None


def _source(briefing: Briefing) -> str:
    count = briefing.document_size.sentences
    many = f"{count} sentence{'s' * (count != 1)}"
    return f"{source_name(briefing.name)}, {many}; numbers in brackets are {briefing.place_name}s"


def subject(briefing: Briefing) -> str:
    """Return what an article is about: its title, a short sentence that opens it, its file, or its key terms."""
    if name := briefing.subject or briefing.title:
        return sanitize(name)
    opening = _opening(briefing)
    if opening:
        return _without_stop(opening)
    name = source_name(briefing.name)
    return (
        sanitize(", ".join(briefing.terms[:_TERMS]))
        if len(briefing.terms) > 1 and not PurePath(name).suffix
        else name
    )


def _opening(briefing: Briefing) -> Point | None:
    """Return the strongest point of the article's beginning that is short enough for a subject, if it needs one.

    What somebody says in a talk, or is told further down, is what no text is about.
    """
    points = next((part.points for part in briefing.parts if part.points and not part.heading), ())
    ahead = [point for point in points if point.sentence.index < _FIRST and point.companion is None]
    written = [point for point in ahead if not (point.sentence.speaker or point.sentence.time)]
    short = [point for point in written if cells(_without_stop(point)) <= _LONGEST_SUBJECT]
    return None if briefing.title or briefing.subject else min(short, key=lambda point: point.rank, default=None)


def _without_stop(point: Point) -> str:
    text = sanitize(point.sentence.text)
    return text[:-1] if text.endswith(".") and "." not in text.rpartition(" ")[2][:-1] else text
