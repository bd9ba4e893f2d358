"""How long a briefing may be."""

from dataclasses import dataclass, fields

from briefing.document import Document
from briefing.errors import UsageError

_DEFAULT_RATIO = 0.2
_DEFAULT_LEAST, _DEFAULT_MOST, _DEFAULT_MOST_COVERING = 3, 15, 20


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a briefing may be: at most one limit; with none, the default length.

    Raises:
        UsageError: two limits are given, or one is out of range.
    """

    sentences: int | None = None
    """Number of sentences, at least 1."""
    words: int | None = None
    """Number of words that is never exceeded, at least 1."""
    ratio: float | None = None
    """Share of the document's sentences, over 0 and at most 1."""
    per_section: int | None = None
    """Number of sentences from each section, at least 1."""

    def __post_init__(self) -> None:
        given = {field.name: value for field in fields(self) if (value := getattr(self, field.name)) is not None}
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} exclude each other; give one length")
        for name, value in given.items():
            if name == "ratio" and not 0 < value <= 1:
                raise UsageError(f"a ratio of {value:g} makes no sense; give more than 0 and at most 1 (100%)")
            if name != "ratio" and value < 1:
                raise UsageError(f"{name} must be at least 1, not {value}")

    def sentence_count(self, document: Document) -> int:
        """Give how many sentences a briefing of the document may have; words are not looked at."""
        count = len(document.sentences)
        if self.sentences is not None:
            return min(count, self.sentences)
        if self.ratio is not None:
            return max(1, round(count * self.ratio))
        if self.words is not None:
            return count
        usual = min(max(round(count * _DEFAULT_RATIO), _DEFAULT_LEAST), _DEFAULT_MOST)
        covering = len(topics(document))
        return min(count, covering if usual < covering <= _DEFAULT_MOST_COVERING else usual)


def topics(document: Document) -> list[list[int]]:
    """Give the sentences of each topmost section, its subsections' among them, by their indices; none is empty."""
    topmost = min((heading.level for heading in document.headings), default=1)
    result: list[list[int]] = [[]]
    for section in document.sections:
        if section.heading and section.heading.level == topmost:
            result.append([])
        result[-1].extend(sentence.index for sentence in section.sentences)
    return [topic for topic in result if topic]
