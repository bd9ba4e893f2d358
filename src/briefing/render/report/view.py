"""From a document and its briefing to what a template shows of them: words, identities and links, all plain text."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from briefing import languages
from briefing.document import Boilerplate, Briefing, Document, Heading, Paragraph, Sentence
from briefing.render import arithmetic, memo
from briefing.render.report.links import Links
from briefing.terminal import sanitize

_RIGHT_TO_LEFT = {"arabic", "hebrew"}
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence of the briefing."""

    text: str
    """Its words."""
    point: str
    """The identity of the point."""
    mark: str
    """The identity of the mark in the article."""
    place: str
    """Where it stands: 'line 4', 'p. 7', '00:12:03'."""
    address: str
    """The address of the place itself, where one can be opened; or ''."""
    is_best: bool
    """Whether it is the bottom line."""
    offset: float
    """How far down the article it stands, 0 to 100."""


@dataclass(frozen=True, slots=True)
class HeadingGroup:
    """The points under a heading."""

    heading: str
    """The heading's words, or ''."""
    anchor: str
    """The identity of the heading in the article, or ''."""
    depth: int
    """How deep it is, from 0."""
    points: tuple[Shown, ...]
    """The points."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph: those of one chosen sentence, or of sentences that are not."""

    text: str
    """The words."""
    shown: Shown | None
    """The point that they are, or None."""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading, a paragraph, or something left out of the article, in its place."""

    runs: tuple[Stretch, ...]
    """The words."""
    level: int = 0
    """The level of a heading in the page, 2 to 6; 0 for what is none."""
    anchor: str = ""
    """The identity of a heading."""
    kind: str = ""
    """What it is that was left out: 'table', 'byline'; '' for what belongs to the article."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that is shown of one article."""

    title: str
    """Its title, a short sentence that opens it, or the name of its source."""
    source: str
    """The name of its source, never a path."""
    address: str
    """The address of its source, if that is a web page; else ''."""
    language: str
    """The code of its language (BCP 47)."""
    direction: str
    """'rtl' where its script is read from right to left, else 'ltr'."""
    prefix: str
    """What every identity begins with."""
    arithmetic: tuple[str, ...]
    """How much shorter the briefing is, in words."""
    groups: tuple[HeadingGroup, ...]
    """The briefing."""
    left_out: tuple[tuple[str, str], ...]
    """The headings of sections without a point, and their identities."""
    items: tuple[Item, ...]
    """The article, whole."""

    @property
    def points(self) -> tuple[Shown, ...]:
        """Every point, in order."""
        return tuple(chain.from_iterable(group.points for group in self.groups))


def page(document: Document, briefing: Briefing, prefix: str) -> ReportPage:
    """Return what is shown of a document and its briefing; every identity begins with the prefix."""
    name = document.name
    is_web = name.lower().startswith(("http://", "https://"))
    source = sanitize(name if is_web else PurePath(name).name)
    language = languages.language(document.language)
    groups = tuple(_groups(document, briefing, prefix))
    shown = {point.mark: point for group in groups for point in group.points}
    return ReportPage(
        title=memo.subject(briefing),
        source=source,
        address=name if is_web else "",
        language=language.code,
        direction="rtl" if document.language in _RIGHT_TO_LEFT else "ltr",
        prefix=prefix,
        arithmetic=arithmetic(briefing, "→"),
        groups=groups,
        left_out=tuple((sanitize(heading.text), _anchor(heading, prefix)) for heading in briefing.left_out),
        items=tuple(_items(document, shown, prefix)),
    )


def _groups(document: Document, briefing: Briefing, prefix: str) -> Iterator[HeadingGroup]:
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    links = Links(document)
    ranked = sorted((point for part in briefing.parts for point in part.points), key=lambda point: point.rank)
    best = briefing.bottom_line or (ranked[0].sentence if ranked else None)
    for part in briefing.parts:
        heading = part.heading
        yield HeadingGroup(
            heading=sanitize(heading.text) if heading else "",
            anchor=_anchor(heading, prefix) if heading else "",
            depth=heading.level - topmost if heading else 0,
            points=tuple(
                Shown(
                    text=_said(point.sentence),
                    point=f"{prefix}p{point.sentence.index}",
                    mark=f"{prefix}s{point.sentence.index}",
                    place=_place(point.sentence, briefing),
                    address=links.to(point.sentence),
                    is_best=point.sentence == best,
                    offset=100 * point.sentence.index / max(1, len(document.sentences)),
                )
                for point in part.points
            ),
        )


def _items(document: Document, shown: dict[str, Shown], prefix: str) -> Iterator[Item]:
    """Yield everything in the source's order, headings at levels that skip none."""
    asides = list(document.boilerplate)
    starts = [aside.start for aside in asides]
    topmost = min((heading.level for heading in document.headings), default=1)
    done, above = 0, 2
    for section in document.sections:
        if section.heading:
            until = bisect_left(starts, section.heading.start)
            yield from map(_aside, asides[done:until])
            done = until
            above = min(3 + section.heading.level - topmost, above + 1, _DEEPEST)
            words = (Stretch(sanitize(section.heading.text), None),)
            yield Item(words, level=above, anchor=_anchor(section.heading, prefix))
        for paragraph in section.paragraphs:
            until = bisect_left(starts, paragraph.sentences[0].start)
            yield from map(_aside, asides[done:until])
            done = until
            yield Item(tuple(_runs(paragraph, shown, prefix)))
    yield from map(_aside, asides[done:])


def _runs(paragraph: Paragraph, shown: dict[str, Shown], prefix: str) -> Iterator[Stretch]:
    plain: list[str] = []
    for sentence in paragraph.sentences:
        point = shown.get(f"{prefix}s{sentence.index}")
        if point is None:
            plain.append(_said(sentence))
            continue
        if plain:
            yield Stretch(" ".join(plain), None)
            plain = []
        yield Stretch(point.text, point)
    if plain:
        yield Stretch(" ".join(plain), None)


def _aside(aside: Boilerplate) -> Item:
    return Item((Stretch(sanitize(aside.text), None),), kind=sanitize(aside.kind))


def _anchor(heading: Heading, prefix: str) -> str:
    return f"{prefix}h{heading.start}"


def _said(sentence: Sentence) -> str:
    words = sanitize(sentence.text)
    return f"{sanitize(sentence.speaker)}: {words}" if sentence.speaker else words


def _place(sentence: Sentence, briefing: Briefing) -> str:
    return f"{briefing.unit} {sentence.line}" if sentence.place == str(sentence.line) else sentence.place
