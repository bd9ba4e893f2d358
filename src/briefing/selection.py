"""From scores and a budget to the indices of the chosen sentences."""

import heapq
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.budget import Budget, Limit, topics
from briefing.document import Document
from briefing.scoring import Scores, outcome
from briefing.scoring.vectors import Redundancy
from briefing.segment import count_words

_LEAST = 3
"""Fewer sentences are no briefing, where the default length is asked for."""
_SAME = 0.8
"""From this cosine on two sentences say the same, and only one of them is told."""
_ALIKE = 0.4
"""Up to this cosine two sentences only share the words of their subject, and neither repeats the other."""
_DANGLING = 0.7
"""What is left of a sentence's worth while the sentence that it leans on is not chosen."""
TOLD = "told by another source"
"""Why a sentence is barred that says what another article of its matter says better: even where all else fits."""
_LENGTH = {"law": 0.15, "proposal": 0.5, "encyclopedia": 0.5}
"""Power of a sentence's words that its worth is divided by where words are counted, by kind: laws rule at length."""
_OTHER = 0.35
"""The same power in other kinds: room is not all that a sentence costs."""
_DENSITY = 0.5
"""The same power where sentences are counted: of two that are worth as much, the shorter one is read sooner."""
_UNTOLD = 1.5
"""How much more a sentence is worth while its topmost section has none."""
_SCRAP = 0.1
"""Worth below which a sentence of the mean length never comes to fill up a number of words, which is a limit and no
wish; the shorter it is, the more it needs."""
_SHORT = 15
"""Words of a short sentence: a briefing holds at most so many sentences as there are of these in its words."""
_PRIME = 0.8
"""Worth from which on a sentence is told, however many of its words the chosen ones have: it may be the news."""


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
    """'chosen', or why not: 'repeats' (another chosen sentence), 'dangling opener', 'over budget', 'lower score',
    'section full' (better than some chosen one, but its section had no more room), or one of
    `briefing.scoring.quotable.REASONS`."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What counts beside the worth of sentences."""

    coverage: bool | None = None
    """True gives every section its best sentence first; None gives sections room by their importance."""
    dangling: float = _DANGLING
    """What is left of a sentence's worth while the one that it leans on is not chosen; 0 lets it never come alone."""
    balance: float = 0.0
    """How much less a sentence is worth the more of the words its topmost section has: halved at 1, if it has all."""
    length: float | None = None
    """Power of a sentence's words that its worth is divided by where words are counted; None goes by the kind."""
    known: float = 1.0
    """Share of a sentence, by the weights of its terms, that all chosen ones together may have told before it counts
    less, unless it is among the best; 1 looks at each of them alone."""


def choose(document: Document, scores: Scores, budget: Budget, policy: Policy = Policy()) -> tuple[int, ...]:
    """Return the indices of the sentences that make the best briefing within the budget, in order.

    Greedy: the next sentence is the one whose score, less what it repeats of those chosen (maximal marginal
    relevance, Carbonell & Goldstein 1998), is highest; where words are counted, for what it takes of them.
    What leans on a sentence that is not chosen counts less, or both come together; what says the same as
    a chosen sentence never comes, nor does what cannot be quoted. A text that the budget holds whole is given whole.
    Scores without a page are taken as they are.

    With coverage, each topmost section gets its best sentence first, then each other section; where the budget does
    not hold one of each, the sections with the best sentences have theirs. With None, a sentence of a topmost
    section that has none yet is worth half as much again: sections have room by their importance; other methods
    than the default, which have no page, cover sections then.
    """
    return tuple(sorted(_chosen(document, scores, budget, policy).places))


def decide(document: Document, scores: Scores, budget: Budget, policy: Policy = Policy()) -> tuple[Decision, ...]:
    """Return what `choose` decides on each sentence of the document, in order."""
    choice = _chosen(document, scores, budget, policy)
    return tuple(choice.decision(index) for index in range(len(document.sentences)))


def _chosen(document: Document, scores: Scores, budget: Budget, policy: Policy) -> "_Choice":
    lengths = [count_words(sentence.text) for sentence in document.sentences]
    for limit in budget.limits(len(lengths), sum(lengths)):
        choice = _Choice(document, scores, lengths, limit, budget, policy)
        if budget.per_section is not None:
            choice.take(choice.sections, budget.per_section)
        else:
            if budget.in_words:  # What it takes of them shall not cost a briefing its bottom line.
                best = outcome.bottom_line(scores, range(len(lengths)))
                choice.take([[best]] if best is not None else [], 1)
            if policy.coverage or (policy.coverage is None and scores.page is None):
                choice.cover(topics(document))
                choice.cover(choice.sections)
                choice.complete()
            choice.take([range(len(lengths))], len(lengths))
        if len(choice.places) >= _LEAST:
            break
    if not choice.places and scores.barred:  # What is hardly worth quoting is better than nothing.
        return _chosen(document, replace(scores, barred={}), budget, policy)
    if not choice.places and budget == Budget():  # So is one that is longer than was asked for by nobody.
        return _chosen(document, scores, Budget(sentences=1), policy)
    return choice


class _Choice:
    """The sentences chosen so far, and the room that is left."""

    def __init__(
        self,
        document: Document,
        scores: Scores,
        lengths: Sequence[int],
        limit: Limit,
        budget: Budget,
        policy: Policy,
    ) -> None:
        count = len(lengths)
        page = scores.page
        self.places: dict[int, int] = {}
        """Of each chosen sentence, when it was chosen, from 0."""
        self.sections = [indices for part in document.sections if (indices := [s.index for s in part.sentences])]
        """The indices of each section's sentences."""
        self._values = scores.values
        self._redundancy = Redundancy(page.vectors.row if page else lambda _: {}, count)
        self._companions = page.companions if page else (None,) * count
        self._leaning: dict[int, list[int]] = {}
        for index, companion in enumerate(self._companions):
            if companion is not None:
                self._leaning.setdefault(companion, []).append(index)
        self._lengths = lengths
        self._section = [number for number, indices in enumerate(self.sections) for _ in indices]
        self._topic = [number for number, indices in enumerate(topics(document)) for _ in indices]
        self._policy, self._room, self._filled = policy, limit.words, [0] * len(self._topic)
        self._words_left, self._sentences_left = limit.words, limit.sentences
        # Where there is no room for all topics, importance alone says which are told.
        room = limit.words // _SHORT if budget.in_words else limit.sentences
        roomy = room >= len(set(self._topic))
        self._begun = set() if page and policy.coverage is None and roomy else set(self._topic)
        self._whole = budget.per_section is None and self._fits(range(count))
        lenient = self._whole or len(scores.barred) == count
        self._barred = {i: why for i, why in scores.barred.items() if why == TOLD or not lenient}
        weighs = page is not None and not self._whole and budget.per_section is None
        by_words = budget.in_words and weighs
        by_length = _LENGTH.get(document.kind, _OTHER) if policy.length is None else policy.length
        self._power = (by_length if by_words else _DENSITY) if weighs else 0.0
        self._shortest = 1 if by_words else _SHORT
        self._scrap = _SCRAP * sum(lengths) / max(1, count) if by_words and not policy.coverage else 0.0
        self._heap: list[tuple[float, int]] = []
        self._least = math.inf

    def take(self, groups: Sequence[Sequence[int]], room: int) -> None:
        """Add the best of all groups' sentences one after the other, from each group as many as it has room for."""
        rooms = [room] * len(groups)
        group = {index: number for number, indices in enumerate(groups) for index in indices}
        # A bound is never below the gain: gains fall as more is chosen, but for what leans on a newly chosen one.
        self._heap = [(-self._bound(index), index) for index in group if index not in self._barred]
        heapq.heapify(self._heap)
        while self._heap and self._sentences_left:
            bound, index = self._heap[0]
            gain, members = self._offer(index, rooms[group[index]]) if index in group else (0.0, ())
            if not members:
                heapq.heappop(self._heap)
            elif -gain > bound:
                heapq.heapreplace(self._heap, (-gain, index))
            else:
                heapq.heappop(self._heap)
                self._least = min(self._least, gain)
                rooms[group[index]] -= len(members)
                for member in members:
                    self._add(member)

    def cover(self, groups: Iterable[Sequence[int]]) -> None:
        """Add the best sentence of each group that has none yet, the best first."""
        self.take([indices for indices in groups if self.places.keys().isdisjoint(indices)], 1)

    def complete(self) -> None:
        """Add what the chosen sentences lean on."""
        for index in list(self.places):
            companion = self._companions[index]
            if self._leans(index) and companion is not None and self._may_join(companion, index):
                self._add(companion)

    def decision(self, index: int) -> Decision:
        """Return what became of a sentence."""
        redundancy, like = self._redundancy.likeness(index)
        place = self.places.get(index)
        return Decision(
            index, None if place is None else place + 1, redundancy, like, self._reason(index, redundancy)
        )

    def _reason(self, index: int, redundancy: float) -> str:
        worth, left = self._bound(index), self._worth(index, redundancy)
        if index in self.places:
            return "chosen"
        if index in self._barred:
            return self._barred[index]
        if redundancy >= _SAME or worth >= self._least > left:
            return "repeats"
        if self._values[index] > self._poorest() and self._leans(index):
            return "dangling opener"
        if self._values[index] > self._poorest() and self._lengths[index] > self._words_left:
            return "over budget"
        if left < self._least or self._is_scrap(index):
            return "lower score"
        if self._leans(index):
            return "dangling opener"
        return "section full" if left > self._least else "lower score"

    def _poorest(self) -> float:
        return min((self._values[index] for index in self.places), default=0.0)

    def _offer(self, index: int, room: int) -> tuple[float, tuple[int, ...]]:
        """Return what a sentence, or it and the one it leans on, would add, and which these are: none cannot be."""
        if not room or index in self.places or not self._fits((index,)):
            return 0.0, ()
        gain = self._gain(index)
        if gain is None or self._is_scrap(index):
            return 0.0, ()
        if not self._leans(index):
            return gain, (index,)
        companion = self._companions[index]
        if room > 1 and companion is not None and self._may_join(companion, index):
            beside = self._gain(companion)
            if beside is not None and (gain + beside) / 2 > gain * self._policy.dangling:
                return (gain + beside) / 2, (min(index, companion), max(index, companion))
        return gain * self._policy.dangling, (index,) if self._policy.dangling else ()

    def _may_join(self, companion: int, index: int) -> bool:
        """Return whether a companion is in the same section, leans on nothing else, and fits beside the sentence."""
        members = (companion,) if index in self.places else (companion, index)
        return (
            companion not in self.places
            and companion not in self._barred
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
        """Return what a sentence adds to those chosen; None where all has been said."""
        redundancy, _ = self._redundancy.likeness(index)
        return None if redundancy >= _SAME and not self._whole else self._worth(index, redundancy)

    def _is_scrap(self, index: int) -> bool:
        return self._values[index] * self._lengths[index] < self._scrap

    def _worth(self, index: int, redundancy: float) -> float:
        looks = self._policy.known < 1 and self._values[index] < _PRIME
        known = self._redundancy.share(index) if looks else 0.0
        fresh = 1 - min(1, known) if known > self._policy.known else 1
        return self._bound(index) * (1 - redundancy if redundancy > _ALIKE else 1) * fresh

    def _bound(self, index: int) -> float:
        topic = self._topic[index]
        share = self._filled[topic] / max(1, self._room)
        factor = _UNTOLD if topic not in self._begun else 1 / (1 + self._policy.balance * share)
        return float(factor * self._values[index] / max(self._shortest, self._lengths[index]) ** self._power)

    def _add(self, index: int) -> None:
        self._redundancy.add(index)
        self.places[index] = len(self.places)
        self._begun.add(self._topic[index])
        self._filled[self._topic[index]] += self._lengths[index]
        self._sentences_left -= 1
        self._words_left -= self._lengths[index]
        for leaning in self._leaning.get(index, ()):
            if leaning not in self._barred:
                heapq.heappush(self._heap, (-self._bound(leaning), leaning))
