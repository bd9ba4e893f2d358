"""How long a briefing may be."""

from dataclasses import dataclass, fields
from typing import NamedTuple

from briefing.document import Document
from briefing.errors import UsageError

WORDS_A_MINUTE = 230
"""How fast people read."""

_SHARE = 4
_LEAST = 3


class Limit(NamedTuple):
    """What a briefing may hold at most."""

    sentences: int
    """Number of sentences."""
    words: int
    """Number of words."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a briefing may be: at most one limit, or else the default length; a UsageError if it is none."""

    sentences: int | None = None
    """Number of sentences, at least 1."""
    words: int | None = None
    """Number of words that is never exceeded, at least 1."""
    ratio: float | None = None
    """Share of the document's sentences, over 0 and at most 1."""
    per_section: int | None = None
    """Number of sentences from each section, at least 1."""
    minutes: float | None = None
    """Minutes that it takes to read, over 0."""

    def __post_init__(self) -> None:
        given = {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} exclude each other; give one length")
        for name, value in given.items():
            if name == "ratio" and not 0 < value <= 1:
                raise UsageError(f"a ratio of {value:g} makes no sense; give more than 0 and at most 1 (100%)")
            if name == "minutes" and not 0 < value * WORDS_A_MINUTE <= 1e9:
                raise UsageError(f"{value:g} minutes make no sense; give more than 0")
            if name not in ("ratio", "minutes") and value < 1:
                raise UsageError(f"{name} must be at least 1, not {value}")

    @property
    def in_words(self) -> bool:
        """Whether words are counted, rather than sentences."""
        return self.sentences is None and self.ratio is None and self.per_section is None

    def limits(self, count: int, words: int) -> tuple[Limit, ...]:
        """Return what a briefing of a document with so many sentences and words may hold.

        Where there are two, the second is for a briefing that the first leaves with fewer sentences than three:
        the default length is a minute, and at most a quarter of the text, but three sentences rather than a quarter.
        """
        if self.minutes is not None:
            return (Limit(count, max(1, round(self.minutes * WORDS_A_MINUTE))),)
        if self.words is not None:
            return (Limit(count, self.words),)
        if self.sentences is not None:
            return (Limit(min(count, self.sentences), words),)
        if self.ratio is not None:
            return (Limit(max(1, round(count * self.ratio)), words),)
        if self.per_section is not None:
            return (Limit(count, words),)
        return Limit(count, min(WORDS_A_MINUTE, words // _SHARE)), Limit(_LEAST, WORDS_A_MINUTE)


def topics(document: Document) -> list[list[int]]:
    """Return the sentences of each topmost section, its subsections' among them, by their indices; none is empty."""
    topmost = min((heading.level for heading in document.headings), default=1)
    result: list[list[int]] = [[]]
    for section in document.sections:
        if section.heading and section.heading.level == topmost:
            result.append([])
        result[-1].extend(sentence.index for sentence in section.sentences)
    return [topic for topic in result if topic]
