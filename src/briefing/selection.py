"""From scores and a budget to the indices of the chosen sentences."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction

from briefing.document import Document, Section
from briefing.errors import UsageError
from briefing.scoring import Scores, Similarity
from briefing.segment import count_words

_REDUNDANCY = 0.5
"""How much of its score a sentence loses that says word for word what is chosen already."""

_DEFAULT_RATIO = Fraction(1, 5)
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
        covering = _count_topics(document.sections)
        return min(count, covering if usual < covering <= _DEFAULT_MOST_COVERING else usual)


def choose(
    document: Document, scores: Scores, budget: Budget, *, similarity: Similarity, coverage: bool = True
) -> tuple[int, ...]:
    """Give the indices of the sentences that make the best briefing within the budget, in order.

    Greedy: the next sentence is the one whose score, less what it repeats of those chosen (maximal marginal
    relevance, Carbonell & Goldstein 1998), is highest. With coverage, each section gets its best sentence before any
    gets a second; when there are more sections than the budget holds, those with the best sentences do.
    """
    sections = [[sentence.index for sentence in section.sentences] for section in document.sections]
    sections = [section for section in sections if section]
    choice = _Choice(document, scores, similarity, budget)
    if budget.per_section is not None:
        for section in sections:
            choice.add_best(section, budget.per_section)
    else:
        if coverage:
            for section in sorted(sections, key=lambda section: min(scores.ranks[index] for index in section)):
                choice.add_best(section, 1)
        choice.add_best(range(len(document.sentences)), len(document.sentences))
    return tuple(sorted(choice.chosen))


class _Choice:
    """The sentences chosen so far, and the room that is left."""

    def __init__(self, document: Document, scores: Scores, similarity: Similarity, budget: Budget) -> None:
        self.chosen: list[int] = []
        self._values = scores.values
        self._similarity = similarity
        self._lengths = [count_words(sentence.text) for sentence in document.sentences]
        self._words_left = budget.words if budget.words is not None else sum(self._lengths)
        self._sentences_left = (
            len(document.sentences) if budget.per_section is not None else budget.sentence_count(document)
        )
        self._overlap = [0.0] * len(self._values)
        self._compared = [0] * len(self._values)

    def add_best(self, candidates: Iterable[int], count: int) -> None:
        """Add up to `count` of the candidates, the best first, as far as there is room."""
        taken = frozenset(self.chosen)
        heap = [(-self._gain(index), index) for index in candidates if index not in taken]
        heapq.heapify(heap)
        while heap and count and self._sentences_left:
            _, index = heapq.heappop(heap)
            if self._lengths[index] > self._words_left:
                continue
            # Gains only fall as more is chosen, so a stale one that falls behind is put back.
            gain = -self._gain(index)
            if heap and (gain, index) > heap[0]:
                heapq.heappush(heap, (gain, index))
                continue
            self.chosen.append(index)
            self._sentences_left -= 1
            self._words_left -= self._lengths[index]
            count -= 1

    def _gain(self, index: int) -> float:
        for other in self.chosen[self._compared[index] :]:
            self._overlap[index] = max(self._overlap[index], self._similarity(index, other))
        self._compared[index] = len(self.chosen)
        return self._values[index] * (1 - _REDUNDANCY * self._overlap[index])


def _count_topics(sections: Sequence[Section]) -> int:
    """Give the number of top-level sections that hold a sentence, in themselves or in a subsection."""
    topmost = min((section.heading.level for section in sections if section.heading), default=1)
    topics = 0
    counted = False
    for section in sections:
        if section.heading is None or section.heading.level == topmost:
            counted = False
        if not counted and any(section.sentences):
            topics += 1
            counted = True
    return topics
