"""What Word, OpenDocument and RTF have in common: styles, paragraphs with their print, and how they make a reading.

Who lays a letter out in a table, or makes a line bold where a heading is meant, says so by nothing but the looks of
the whole: those are judged here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from briefing.blocks import TITLE, Kind, Reading, collapse
from briefing.languages import words_of_all
from briefing.patterns import SENTENCE_END, regex
from briefing.readers.readings import NO_TITLE, Piece, flow

_FEWEST_BYTES = 40  # In UTF-8, of a paragraph of prose: some seven words, or thirteen letters of Chinese
_MOST_WORDS, _LONGEST = 15, 120  # Words and characters of a heading that is told by its print alone
_NO_HEADING = regex(r"[.,;…。、][\"'”’»)\]]*\Z")
_LARGER = 1.15  # How many times as large as the text's the print of a heading is at least
_CONTAINERS = frozenset(("table", "text box"))  # What lays a page out as often as it stands beside its text
_MOST_ANCESTORS = 12  # How many styles a style may be based on, one on the other
_CONTENTS = ("contents", "toc", "table of figures", "table of authorities")
_ASIDES = {"caption": "caption", **dict.fromkeys(_CONTENTS, "contents"), "index": "index"}
_ASIDE = regex(rf"({'|'.join(_ASIDES)})(?: heading| \d)?\Z")
PARENT = "parent"
"""The key of the style that a style is based on."""


@dataclass(slots=True)
class OfficeParagraph:
    """A paragraph as it is read."""

    level: int | None = None
    """A heading's depth from 1; `TITLE`; None for text."""
    aside: str = ""
    """Why it is no part of the article's prose, or ''."""
    container: int = 0
    """The number of the table or text box that it stands in; 0 for none."""
    is_item: bool = False
    """Whether it is an entry of a list."""
    formulas: int = 0
    """How many of its characters are those of formulas."""
    words: list[str] = field(default_factory=list)
    """Its text, in stretches."""
    asides: list[tuple[str, list[str]]] = field(default_factory=list)
    """What stands in it and is no part of it: why, and its words, in stretches."""
    bold: int = 0
    """How many of its characters are bold."""
    sizes: dict[float, int] = field(default_factory=dict)
    """How many of its characters are of which size, in points."""

    def write(self, text: str, *, aside: str = "", bold: bool = False, size: float = 0) -> None:
        """Add a stretch of text, which is no part of it where `aside` says why."""
        if not aside:
            self.words.append(text)
            visible = len(text) - text.count(" ")
            self.bold += visible if bold else 0
            self.sizes[size] = self.sizes.get(size, 0) + visible
        elif self.asides and self.asides[-1][0] == aside:
            self.asides[-1][1].append(text)
        else:
            self.asides.append((aside, [text]))

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(self.words)

    @property
    def size(self) -> float:
        """The size of most of its print."""
        return max(self.sizes, key=lambda size: (self.sizes[size], size), default=0)


def reading(paragraphs: Sequence[OfficeParagraph], *, title: str | None) -> Reading:
    """Return the reading of paragraphs, the tables and boxes that lay out the article being part of it."""
    _open_layout(paragraphs)
    for paragraph in paragraphs:
        if 0 < len(paragraph.text.strip()) <= paragraph.formulas:
            paragraph.aside = paragraph.aside or "formula"
    article = [paragraph for paragraph in paragraphs if not paragraph.aside]
    levels = {paragraph.level for paragraph in article}
    marks = {} if levels - {None, TITLE} else _headings_by_print(article)
    if TITLE in levels:
        for paragraph in article:
            paragraph.level = marks.get(id(paragraph), paragraph.level)
    pieces = (piece for paragraph in paragraphs for piece in _pieces(paragraph, marks.get(id(paragraph))))
    is_title = title is not None and not NO_TITLE.match(title.strip())
    return flow(pieces, title=title if is_title else None, is_marked=bool(levels - {None}))


def _pieces(paragraph: OfficeParagraph, mark: int | None) -> Iterator[Piece]:
    kind = Kind.ITEM if paragraph.is_item and mark is None else Kind.TEXT
    yield Piece(paragraph.text, paragraph.level, paragraph.aside, kind, mark)
    for aside, words in paragraph.asides:
        yield Piece("".join(words), aside=paragraph.aside or aside)


def _open_layout(paragraphs: Sequence[OfficeParagraph]) -> None:
    """Take tables and text boxes for part of the article where they hold most of its prose, and little else."""
    prose: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for paragraph in paragraphs:
        if not paragraph.aside or paragraph.aside in _CONTAINERS:
            words = collapse(paragraph.text)
            is_prose = SENTENCE_END.search(words) and len(words.encode()) >= _FEWEST_BYTES
            (prose if is_prose else others)[paragraph.container] += len(words)
    if prose.total() > 2 * prose[0]:
        for paragraph in paragraphs:
            if paragraph.aside in _CONTAINERS and prose[paragraph.container] > others[paragraph.container]:
                paragraph.aside = ""


def _headings_by_print(article: Sequence[OfficeParagraph]) -> dict[int, int]:
    """Return the depth of each short paragraph that is bold or larger than the text, by its identity."""
    sizes: Counter[float] = Counter()
    for paragraph in article:
        sizes.update(paragraph.sizes)
    usual = max(sizes, key=lambda size: (sizes[size], -size), default=0)
    found = [paragraph for paragraph in article if _stands_out(paragraph, usual)]
    if 2 * len(found) > sum(bool(paragraph.text.strip()) for paragraph in article):
        return {}
    depths = {size: depth for depth, size in enumerate(sorted({p.size for p in found}, reverse=True), 1)}
    return {id(paragraph): depths[paragraph.size] for paragraph in found}


def _stands_out(paragraph: OfficeParagraph, usual: float) -> bool:
    words = collapse(paragraph.text)
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _NO_HEADING.search(words):
        return False
    return paragraph.bold == sum(paragraph.sizes.values()) or paragraph.size > _LARGER * usual > 0


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph, or of a run of characters."""

    level: int | None = None
    """The depth of a heading, `TITLE`, or None for text."""
    aside: str = ""
    """Why it is no part of the article's prose, or ''."""
    bold: bool = False
    """Whether its print is bold."""
    size: float = 10
    """The size of its print in points."""
    hidden: bool = False
    """Whether it is not to be seen."""


NO_STYLE = Style()
"""What nothing is said of."""


Said = Mapping[str, Mapping[str, Any]]
"""What styles say, by identity: fields of `Style`, `PARENT`, and 'scale', a share of the parent's size."""


def said_by(identity: str, said: Said) -> dict[str, Any]:
    """Return the fields that a style says, or one that it is based on; last of all comes the style ''."""
    line: list[Mapping[str, Any]] = []
    while identity in said and len(line) <= _MOST_ANCESTORS:
        line.append(said[identity])
        identity = said[identity].get(PARENT, "") if identity else PARENT
    found: dict[str, Any] = {}
    for of in reversed(line):
        if "scale" in of:
            found["size"] = found.get("size", NO_STYLE.size) * of["scale"]
        found |= {key: value for key, value in of.items() if key not in (PARENT, "scale")}
    return found


def told_by_name(name: str) -> dict[str, Any]:
    """Return the fields that the name of a style says: it goes before an outline level."""
    called = name.strip().lower()
    said: dict[str, Any] = {}
    # Programs translate the names of styles; Word itself does not.
    if "1" <= called[-1:] <= "9" and called[:-1].rstrip() in words_of_all("heading_styles"):
        said["level"] = int(called[-1])
    elif called in words_of_all("title_styles"):
        said["level"] = TITLE
    if aside := _ASIDE.match(called):
        said["aside"] = _ASIDES[aside[1]]
    return said


class Place(NamedTuple):
    """Where text stands in a document, and how it looks there."""

    paragraph: OfficeParagraph | None = None
    """The paragraph that it is of; text outside paragraphs is none."""
    style: Style = NO_STYLE
    """How it looks."""
    aside: str = ""
    """Why it is no part of what stands around it, or ''."""
    container: int = 0
    """The number of the outermost table or text box that it stands in; 0 for none."""
    is_item: bool = False
    """Whether it is in a list."""


class OfficeText:
    """Takes down paragraphs: what the readers of Word and OpenDocument have in common."""

    def __init__(self) -> None:
        self.found: list[OfficeParagraph] = []
        self.length = 0
        self._into = self.found
        self._containers = 0

    def _beside(self, place: Place, aside: str) -> Place:
        """Return a place beside what stands around it."""
        is_container = aside in _CONTAINERS
        self._containers += is_container and not place.container
        container = place.container or (self._containers if is_container else 0)
        return place._replace(aside=place.aside or aside, container=container)

    def _open(self, style: Style, place: Place) -> OfficeParagraph:
        aside = (place.paragraph.aside if place.paragraph else "") or place.aside or style.aside
        paragraph = OfficeParagraph(style.level, aside, place.container, place.is_item)
        self._into.append(paragraph)
        return paragraph

    def _close(self, paragraph: OfficeParagraph) -> None:
        if paragraph is self._into[-1] and not (paragraph.words or paragraph.asides):
            self._into.pop()

    def _aside(self, place: Place) -> str:
        return place.aside or ("hidden text" if place.style.hidden else "")

    def _write(self, text: str, place: Place) -> None:
        if place.paragraph and text:
            place.paragraph.write(text, aside=self._aside(place), bold=place.style.bold, size=place.style.size)
            self.length += len(text)

    def _write_formula(self, formula: str, place: Place) -> None:
        if place.paragraph:
            place.paragraph.formulas += len(formula)
            self._write(formula, place)
