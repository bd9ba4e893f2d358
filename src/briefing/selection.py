"""From scores and a budget to the indices of the chosen sentences."""

import heapq
import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.budget import Budget, topics
from briefing.document import Document, Section
from briefing.scoring import Scores, coherence, heading_terms
from briefing.segment import count_words

_SAME = 0.8
"""From this cosine on two sentences say the same, and only one of them is told."""
_ALIKE = 0.2
"""Up to this cosine two sentences only share the words of their subject, and neither repeats the other."""
_DANGLING = 0.6
"""What is left of a sentence's worth while the sentence that it leans on is not chosen."""
_SCRAP = 10
"""Words below which a sentence that leans on another is none the better for fitting what is left of a word budget."""
_COMPARED = 32
"""Through each term a candidate is compared with as many chosen sentences, the last ones: long documents stay
linear, and where no more are chosen nothing is missed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a sentence, and why."""

    index: int
    """The sentence's number in the document."""
    place: int | None
    """When it was chosen, from 1; None when it was not."""
    redundancy: float
    """Its cosine to the likest sentence chosen before it, 0 to 1; of one not chosen, to the likest of all."""
    like: int | None
    """The index of that sentence; None where nothing is shared with any."""
    reason: str
    """'chosen', or why not: 'repeats' (another chosen sentence), 'dangling opener', 'over budget', 'lower score', or
    'section full': better than some chosen one, but its section had no more room."""


def choose(document: Document, scores: Scores, budget: Budget, *, coverage: bool = True) -> tuple[int, ...]:
    """Give the indices of the sentences that make the best briefing within the budget, in order.

    Greedy: the next sentence is the one whose score, less what it repeats of those chosen (maximal marginal
    relevance, Carbonell & Goldstein 1998), is highest. What leans on a sentence that is not chosen counts less, or
    both come together; what says the same as a chosen sentence never comes. A text that the budget holds whole is
    given whole. Scores without vectors are taken as they are: neither repetition nor leaning is looked at.

    With coverage, each topmost section gets its best sentence first, then each other section, then one more each
    section whose heading names a subject that has not been told yet, then the sections share what is left by the
    sum of their scores (Sainte-Laguë). Where the budget does not hold one of each, the sections with the best
    sentences have theirs.
    """
    choice = _chosen(document, scores, budget, coverage)
    return tuple(sorted(choice.places))


def decide(document: Document, scores: Scores, budget: Budget, *, coverage: bool = True) -> tuple[Decision, ...]:
    """Give what `choose` decides on each sentence of the document, in order."""
    choice = _chosen(document, scores, budget, coverage)
    return tuple(choice.decision(index) for index in range(len(document.sentences)))


def _indices(section: Section) -> list[int]:
    return [sentence.index for sentence in section.sentences]


def _chosen(document: Document, scores: Scores, budget: Budget, coverage: bool) -> "_Choice":
    sections = [indices for section in document.sections if (indices := _indices(section))]
    choice = _Choice(document, scores, budget)
    if budget.per_section is not None:
        choice.take(sections, [budget.per_section] * len(sections))
        return choice
    if coverage:
        choice.cover(topics(document))
        choice.cover(sections)
        choice.complete()
        choice.cover(_subjects_untold(document, scores, choice.places))
        choice.share(sections)
    choice.take([range(len(document.sentences))], [len(document.sentences)])
    return choice


def _subjects_untold(document: Document, scores: Scores, chosen: Collection[int]) -> list[list[int]]:
    """Give, of each section whose heading names subjects that no chosen sentence speaks of, those that do.

    A subject is a term of one heading alone that comes again in the section below: neither what several headings
    share nor a word that is there by chance.
    """
    if scores.vectors is None or not document.headings:
        return []
    terms = [set(spoken) for spoken in scores.vectors.terms]
    told = {term for index in chosen for term in terms[index]}
    headings = [set(named) for named in heading_terms(document)]
    spread = Counter(term for named in headings for term in named)
    result = []
    for section, named in zip(document.sections, headings, strict=True):
        own = {term for term in named if spread[term] == 1}
        recurring = Counter(term for index in _indices(section) for term in own & terms[index])
        subjects = {term for term, count in recurring.items() if count > 1}
        if subjects and subjects.isdisjoint(told):
            result.append([index for index in _indices(section) if not subjects.isdisjoint(terms[index])])
    return result


class _Choice:
    """The sentences chosen so far, and the room that is left."""

    def __init__(self, document: Document, scores: Scores, budget: Budget) -> None:
        count = len(document.sentences)
        self.places: dict[int, int] = {}
        """Of each chosen sentence, when it was chosen, from 0."""
        self._values = scores.values
        self._rows = scores.vectors.weights if scores.vectors else [{}] * count
        self._companions = coherence.companions(document) if scores.vectors else (None,) * count
        self._lengths = [count_words(sentence.text) for sentence in document.sentences]
        self._section = [number for number, part in enumerate(document.sections) for _ in part.sentences]
        self._in_words = budget.words is not None
        self._words_left = sum(self._lengths) if budget.words is None else budget.words
        self._sentences_left = count if budget.per_section is not None else budget.sentence_count(document)
        self._whole = self._fits(range(count)) and budget.per_section is None
        self._postings: dict[int, list[tuple[int, float]]] = {}
        self._order: list[int] = []
        self._compared = [0] * count
        self._likest: list[tuple[float, int | None]] = [(0.0, None)] * count
        self._heap: list[tuple[float, int]] = []
        self._least = math.inf

    def take(self, groups: Sequence[Sequence[int]], rooms: Sequence[int]) -> None:
        """Add the best of all groups' sentences one after the other, from each group as many as it has room for."""
        rooms, left = list(rooms), sum(rooms)
        group = {index: number for number, indices in enumerate(groups) if rooms[number] for index in indices}
        # A bound is never below the gain: gains fall as more is chosen, but for what leans on a newly chosen one.
        self._heap = [(-self._values[index], index) for index in group if not self._is_told(index)]
        heapq.heapify(self._heap)
        while self._heap and self._sentences_left and left:
            bound, index = self._heap[0]
            room = rooms[group[index]] if index in group else 0
            gain, members = self._offer(index, room)
            if not members:
                heapq.heappop(self._heap)
            elif -gain > bound:
                heapq.heapreplace(self._heap, (-gain, index))
            else:
                heapq.heappop(self._heap)
                self._least = min(self._least, gain)
                rooms[group[index]] -= len(members)
                left -= len(members)
                for member in members:
                    self._add(member)

    def cover(self, groups: Sequence[Sequence[int]]) -> None:
        """Give each group that has nothing yet its best sentence, the best first."""
        self.take(groups, [0 if any(index in self.places for index in indices) else 1 for indices in groups])

    def complete(self) -> None:
        """Add what the chosen sentences lean on, as far as there is room."""
        for index in list(self.places):
            companion = self._companions[index]
            if self._leans(index) and companion is not None and self._may_join(companion, index):
                self._add(companion)

    def share(self, groups: Sequence[Sequence[int]]) -> None:
        """Let groups share what room is left by the sum of their scores, their first sentence counted in."""
        mean = max(1, sum(self._lengths) // max(1, len(self._lengths)))
        seats = min(self._sentences_left, round(self._words_left / mean))
        taken = [sum(index in self.places for index in indices) for indices in groups]
        claims = [math.fsum(self._values[index] for index in indices) for indices in groups]
        free = [len(indices) - count for indices, count in zip(groups, taken, strict=True)]
        self.take(groups, _apportion(claims, taken, free, seats))

    def decision(self, index: int) -> Decision:
        """Give what became of a sentence."""
        redundancy, like = self._likeness(index)
        place = self.places.get(index)
        return Decision(
            index, None if place is None else place + 1, redundancy, like, self._reason(index, redundancy)
        )

    def _reason(self, index: int, redundancy: float) -> str:
        worth, left = self._values[index], self._worth(index, redundancy)
        if index in self.places:
            return "chosen"
        if redundancy >= _SAME or worth >= self._least > left:
            return "repeats"
        if left < self._least:
            return "lower score"
        if self._leans(index):
            return "dangling opener"
        if self._lengths[index] > self._words_left:
            return "over budget"
        return "section full" if left > self._least else "lower score"

    def _offer(self, index: int, room: int) -> tuple[float, tuple[int, ...]]:
        """Give what a sentence, or it and the one it leans on, would add, and which these are: none cannot be."""
        if not room or index in self.places or not self._fits((index,)):
            return 0.0, ()
        gain = self._gain(index)
        if gain is None:
            return 0.0, ()
        if not self._leans(index):
            return gain, (index,)
        companion = self._companions[index]
        if room > 1 and companion is not None and self._may_join(companion, index):
            beside = self._gain(companion)
            if beside is not None and (gain + beside) / 2 > gain * _DANGLING:
                return (gain + beside) / 2, (min(index, companion), max(index, companion))
        # A number of words is a limit, not a wish: no scrap that dangles has to fill it up.
        is_scrap = self._in_words and self.places and self._lengths[index] < _SCRAP
        return (0.0, ()) if is_scrap else (gain * _DANGLING, (index,))

    def _may_join(self, companion: int, index: int) -> bool:
        """Whether a companion stands in the same section, leans on nothing else, and fits beside the sentence."""
        members = (companion,) if index in self.places else (companion, index)
        return (
            companion not in self.places
            and self._section[companion] == self._section[index]
            and (self._companions[companion] == index or not self._leans(companion))
            and self._fits(members)
        )

    def _leans(self, index: int) -> bool:
        companion = self._companions[index]
        return companion is not None and companion not in self.places

    def _fits(self, members: Sequence[int]) -> bool:
        length = sum(map(self._lengths.__getitem__, members))
        return len(members) <= self._sentences_left and length <= self._words_left

    def _gain(self, index: int) -> float | None:
        """Give the score of a sentence less what it repeats; None where all has been said."""
        redundancy, _ = self._likeness(index)
        return None if self._is_told(index) else self._worth(index, redundancy)

    def _is_told(self, index: int) -> bool:
        """Whether a sentence is known to say the same as a chosen one."""
        return self._likest[index][0] >= _SAME and not self._whole

    def _worth(self, index: int, redundancy: float) -> float:
        return self._values[index] * (1 - redundancy if redundancy > _ALIKE else 1)

    def _add(self, index: int) -> None:
        self._likeness(index)
        self.places[index] = place = len(self.places)
        self._order.append(index)
        self._sentences_left -= 1
        self._words_left -= self._lengths[index]
        for number, weight in self._rows[index].items():
            self._postings.setdefault(number, []).append((place, weight))
        for neighbour in (index - 1, index + 1):
            if 0 <= neighbour < len(self._values) and self._companions[neighbour] == index:
                heapq.heappush(self._heap, (-self._values[neighbour], neighbour))

    def _likeness(self, index: int) -> tuple[float, int | None]:
        """Give the highest cosine to a chosen sentence, and which that is; chosen ones keep what they had then."""
        if index in self.places or self._compared[index] == len(self._order):
            return self._likest[index]
        row, seen = self._rows[index], self._compared[index]
        dots: dict[int, float] = {}
        for number, weight in row.items():
            for place, other in islice(reversed(self._postings.get(number, ())), _COMPARED):
                if place < seen:
                    break
                dots[place] = dots.get(place, 0.0) + weight * other
        self._compared[index] = len(self._order)
        if dots:
            like = self._order[max(dots, key=lambda place: (dots[place], -place))]
            other_row = self._rows[like]
            cosine = math.fsum(weight * other_row.get(number, 0.0) for number, weight in row.items())
            if cosine > self._likest[index][0]:
                self._likest[index] = cosine, like
        return self._likest[index]


def _apportion(claims: Sequence[float], taken: Sequence[int], free: Sequence[int], seats: int) -> list[int]:
    """Give how many of the seats each claimant has, by the highest averages of Sainte-Laguë, within what is free."""
    result = [0] * len(claims)
    heap = [(-claim / (2 * taken[n] + 1), n) for n, claim in enumerate(claims) if free[n]]
    heapq.heapify(heap)
    while heap and seats > 0:
        _, n = heapq.heappop(heap)
        result[n] += 1
        seats -= 1
        if result[n] < free[n]:
            heapq.heappush(heap, (-claims[n] / (2 * (taken[n] + result[n]) + 1), n))
    return result
