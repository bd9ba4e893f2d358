"""The types that flow through the pipeline: a parsed document, and a briefing of it.

All are frozen. Offsets are characters into `Document.text`, half-open; lines count from 1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, word for word as the source has it."""

    index: int
    """Its number in the document, from 0."""
    text: str
    """Its words, each run of white space collapsed to one space."""
    start: int
    """Offset of its first character in `Document.text`."""
    end: int
    """Offset after its last character in `Document.text`."""
    line: int
    """The line that it starts on, from 1."""
    speaker: str | None = None
    """Who says it, in a talk."""
    time: str | None = None
    """When it is said, from the start of a recording, as '00:12:03'."""
    page: int | None = None
    """The page that it starts on, from 1, where the source has pages."""
    sources: str | None = None
    """In a digest, the numbers of the articles that say so: '1, 3'."""

    @property
    def attributed(self) -> str:
        """Its words, and in brackets who says them, in a talk."""
        return f"{self.text} [{self.speaker}]" if self.speaker else self.text

    @property
    def place(self) -> str:
        """Where it stands, for people: the time or the page where one is known, else the line; or who says so."""
        return self.sources or self.time or (f"p. {self.page}" if self.page else str(self.line))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document."""

    text: str
    """Its words without marks of markup or rulers, white space collapsed."""
    level: int
    """Its depth, from 1 (topmost) to 6; 0 for the title of the whole."""
    start: int
    """Offset of its first character in `Document.text`."""
    end: int
    """Offset after its last character in `Document.text`."""
    line: int
    """The line that it starts on, from 1."""
    page: int | None = None
    """The page that it starts on, from 1, where the source has pages."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that is no part of the article: a byline, a credit, an invitation to subscribe."""

    text: str
    """Its words, white space collapsed."""
    kind: str
    """What it is, in a word or two: 'byline', 'copyright', 'read more'."""
    start: int
    """Offset of its first character in `Document.text`."""
    end: int
    """Offset after its last character in `Document.text`."""
    line: int
    """The line that it starts on, from 1."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that the author put together."""

    sentences: tuple[Sentence, ...]
    """At least one, in order."""
    form: str = ""
    """'item' for an entry of a list, 'quote' for what stands behind quote marks; '' for all else."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of any level."""

    heading: Heading | None
    """None for what stands before the first heading."""
    paragraphs: tuple[Paragraph, ...]
    """Empty where only subsections follow the heading."""

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences of its paragraphs, in order."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)


@dataclass(frozen=True)
class Document:
    """An article, parsed: sections of paragraphs of sentences, each with its place in the text."""

    name: str
    """Where it came from, for people: a path, an address, 'standard input'."""
    text: str
    """The source's text that all offsets point into. Markup may be blanked out, never moved."""
    title: str | None
    """The article's title, if it has one of its own."""
    language: str
    """English name of its language, lower case."""
    sections: tuple[Section, ...]
    """In order; only the first may be without a heading."""
    boilerplate: tuple[Boilerplate, ...] = ()
    """What was recognised as no part of the article, in order."""
    titles: tuple[Heading, ...] = ()
    """Where the title stands in the text, level 0: nowhere, once, or oftener where the article repeats it."""
    unit: str = "line"
    """What `line` counts: 'line', or 'paragraph' where the source has no lines."""
    kind: str = "other"
    """What kind of text it is, one of `briefing.structure.kinds.KINDS`."""
    doubts: tuple[str, ...] = ()
    """What whoever relies on it should know, each in a few words: 'perhaps not the whole article'."""
    is_collection: bool = False
    """Whether each topmost section is an article of its own: an entry of a feed, a message."""
    date: str | None = None
    """The day it is of, as '2026-11-24', where its source says so."""
    address: str | None = None
    """Where it can be read, if that is on the web."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in order: `sentences[i].index == i`."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading, in order."""
        return tuple(section.heading for section in self.sections if section.heading)

    @property
    def status(self) -> str | None:
        """How far it has come, as it says itself: 'Draft', 'Withdrawn'."""
        return next((item.text for item in self.boilerplate if item.kind == "status"), None)

    @property
    def place_name(self) -> str:
        """What the places of its sentences are: 'line', 'paragraph', 'page' or 'time'."""
        return place_name(self.sentences, self.unit)


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence chosen for the briefing."""

    sentence: Sentence
    """The sentence, as the document has it."""
    score: float
    """The method's score, scaled to 0..1 within the document."""
    rank: int
    """Its place among all sentences of the document by score, from 1 (the best)."""
    companion: int | None = None
    """The index of the sentence beside it without which it would dangle; None where it stands alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """The points chosen from a section."""

    heading: Heading | None
    """The section's heading; None for what stands before the first one."""
    points: tuple[Point, ...]
    """In the article's order; empty where only subsections have points."""
    roles: frozenset[str] = frozenset()
    """What the section is for, by its heading or that above: 'abstract', 'background'."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long a text is."""

    sentences: int
    """Number of sentences."""
    words: int
    """Number of words."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The chosen sentences of a document under its headings."""

    name: str
    """The document's name."""
    title: str | None
    """The document's title."""
    language: str
    """The document's language, an English name in lower case."""
    method: str
    """The name of the method that scored the sentences."""
    document_size: Size
    """How long the document is."""
    briefing_size: Size
    """How long the briefing is."""
    parts: tuple[Part, ...]
    """In the article's order."""
    left_out: tuple[Heading, ...] = ()
    """The headings of sections that hold sentences, none of them chosen."""
    terms: tuple[str, ...] = ()
    """The words that carry the scores, the weightiest first, as the article writes them."""
    query_matched: bool | None = None
    """Whether anything in the document speaks of the query; None without one."""
    bottom_line: Sentence | None = None
    """The sentence of the document that says the outcome and can stand alone; None where no sentence does."""
    completion: Sentence | None = None
    """The chosen sentence after the bottom line, where it says what that leaves open: a figure, a day, a decision."""
    unit: str = "line"
    """What `line` counts: 'line', or 'paragraph' where the source has no lines."""
    subject: str | None = None
    """What a document without a title is called, or a law under "An Act": as it calls itself, or the heading that it
    opens with; who is against whom in a judgment; else None."""
    status: str | None = None
    """How far the document has come, as it says itself: 'Draft', 'Withdrawn'."""

    @property
    def place_name(self) -> str:
        """What the places of its sentences are: 'line', 'paragraph', 'page' or 'time'."""
        return place_name(self.sentences, self.unit)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The chosen sentences, in the document's order."""
        return tuple(point.sentence for part in self.parts for point in part.points)


def place_name(sentences: Sequence[Sentence], unit: str) -> str:
    """Return what the places of some sentences are, where their lines count a unit."""
    if any(sentence.sources for sentence in sentences):
        return "source"
    if any(sentence.time for sentence in sentences):
        return "time"
    return "page" if any(sentence.page for sentence in sentences) else unit
