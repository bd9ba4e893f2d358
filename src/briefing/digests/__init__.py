"""From many Documents to one Digest, whose types stand here: what they are about, and what they say of it."""

from dataclasses import dataclass

from briefing.document import Sentence, Size


@dataclass(frozen=True, slots=True)
class Origin:
    """An article that a digest draws on."""

    name: str
    """The name of its source: a path, an address."""
    title: str | None
    """Its title."""
    date: str | None
    """The day it is of, as '2026-11-24', if known."""
    address: str | None
    """Where it can be read, if that is on the web."""
    size: Size
    """How long it is."""
    unit: str = "line"
    """What places in it are: 'line', 'paragraph'."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence, and the article that says so."""

    source: int
    """The number of the article, from 1."""
    sentence: Sentence
    """The sentence, as that article has it."""


class _Told:
    """What some sentences say, the first of which is told."""

    __slots__ = ()
    tellings: tuple[Telling, ...]

    @property
    def sentence(self) -> Sentence:
        """The sentence that is told."""
        return self.tellings[0].sentence

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the articles that say so, in order."""
        return tuple(sorted({telling.source for telling in self.tellings}))


@dataclass(frozen=True, slots=True)
class Difference(_Told):
    """What another source says instead."""

    kind: str
    """In what it differs: 'number', 'date' or 'name'."""
    ours: str
    """What the point says."""
    theirs: str
    """What the other source says."""
    tellings: tuple[Telling, ...]
    """The sentences that say so, of which the first is told."""


@dataclass(frozen=True, slots=True)
class SharedPoint(_Told):
    """A sentence chosen for a digest, and who else says so."""

    tellings: tuple[Telling, ...]
    """The sentences that say so, of which the first is told."""
    score: float
    """What it is worth among the sentences of its matter, 0 to 1."""
    heading: str | None = None
    """The heading that it stands under, where several articles have that heading."""
    differences: tuple[Difference, ...] = ()
    """What other articles say instead."""
    leans: bool = False
    """Whether it needs the point before it to be understood."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentence that is told, and what others say instead."""
        return (self.sentence, *(other.sentence for other in self.differences))

    @property
    def source(self) -> int:
        """The number of its article, from 1."""
        return self.tellings[0].source


@dataclass(frozen=True, slots=True)
class Matter:
    """What several articles say of one event or subject."""

    title: str | None
    """The best of the articles' titles."""
    language: str
    """English name of their language, lower case."""
    origins: tuple[Origin, ...]
    """The articles: the first is number 1."""
    points: tuple[SharedPoint, ...]
    """What is told, in order; those under a shared heading together."""
    size: Size
    """How long what is told is, with what differs."""

    def agreement(self, point: SharedPoint) -> str:
        """Return how many say so: '3 of 4 sources'."""
        return f"{len(point.sources)} of {len(self.origins)} sources"

    def places(self, source: int) -> tuple[str, ...]:
        """Return where in an article that is told stands, in order."""
        told = [t for point in self.points for said in (point, *point.differences) for t in said.tellings]
        own = sorted((t.sentence for t in told if t.source == source), key=lambda sentence: sentence.start)
        return tuple(dict.fromkeys(sentence.place for sentence in own))


@dataclass(frozen=True, slots=True)
class Digest:
    """Many articles, told once."""

    matters: tuple[Matter, ...]
    """What they are about, the matter of most articles first."""
    method: str
    """The name of the method that scored the sentences."""
    left_out: tuple[str, ...] = ()
    """The titles of the matters that are not told."""
    query_matched: bool | None = None
    """Whether anything speaks of the query; None without one."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All that is told, in order, what differs behind its point."""
        return tuple(sentence for matter in self.matters for point in matter.points for sentence in point.sentences)
