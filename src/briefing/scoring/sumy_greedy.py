"""Methods of sumy that take the best sentence again and again: a rating is minus the number taken before.

As in sumy, sentences with the same text share the rating of the one taken last, and count once. sumy's own KL takes
seconds for 200 sentences, and grows with the cube of their number.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from sumy.summarizers.kl import KLSummarizer as SumyKL
from sumy.summarizers.sum_basic import SumBasicSummarizer as SumySumBasic

from briefing.scoring.sumy_matrices import Bags, Floats, logarithms, sums


class SumBasicSummarizer(SumySumBasic):
    """SumBasic (Nenkova & Vanderwende 2005): the most probable words first, which then count less.

    Probabilities only fall, so a sentence's mean of earlier is a bound; it is computed again only when the
    sentence comes first by its bound.
    """

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        frequency = self._compute_tf(sentences)
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        return _ratings(sentences[place] for place in self._order(frequency, contents))

    def _order(self, frequency: dict[str, float], contents: list[list[str]]) -> Iterator[int]:
        mean = self._compute_average_probability_of_words
        bounds = [(-mean(frequency, words), place) for place, words in enumerate(contents)]
        heapq.heapify(bounds)
        while bounds:
            bound, place = bounds[0]
            current = -mean(frequency, contents[place])
            if current > bound:
                heapq.heapreplace(bounds, (current, place))
            else:
                heapq.heappop(bounds)
                self._update_tf(frequency, contents[place])
                yield place


class KLSummarizer(SumyKL):
    """KLSum (Haghighi & Vanderwende 2009): the sentence that brings what is taken nearest to the document.

    Divergences that differ by no more than rounding are computed again as sumy does, which tells the order in
    which sumy takes them; in a document of many sentences, where that is slow, the earlier sentence is taken.
    """

    _ROUNDING = 1e-12
    _MANY = 300

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        words = [sentence.words for sentence in sentences]
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        frequency = self.compute_tf(sentences)
        divergences = _Divergences(frequency, contents, longest=sum(map(len, words)))
        taken: list[int] = []
        gone = np.zeros(len(sentences))
        while len(taken) < len(sentences):
            values = divergences.values() + gone
            nearest = np.flatnonzero(values <= values.min() + self._ROUNDING).tolist()
            if len(nearest) > 1 and len(sentences) <= self._MANY:
                before = [word for place in taken for word in words[place]]
                exact = [self._kl_divergence(self._joint_freq(contents[p], before), frequency) for p in nearest]
                nearest = [nearest[self._find_index_of_best_sentence(exact)]]
            gone[nearest[0]] = np.inf
            divergences.take(words[nearest[0]])
            taken.append(nearest[0])
        return _ratings(sentences[place] for place in taken)


class _Divergences:
    """The divergence of each sentence joined to what is taken.

    With d the frequency of a word in the document, c its count in the sentence and s its count in what is
    taken, it is the sum over the words of both of d (log d - log (c + s)), plus the mass of d that they cover
    times the logarithm of their joint length. A word that is in neither counts nothing, as in sumy; and as in
    sumy c counts content words in lower case, s all words as they stand.
    """

    def __init__(self, frequency: dict[str, float], contents: list[list[str]], *, longest: int):
        """Take what the document and each sentence hold; the document has `longest` words."""
        self._numbers = {word: number for number, word in enumerate(frequency)}
        self._bags = Bags.of(contents, self._numbers)
        self._mass = np.array(list(frequency.values()))
        self._entropy = self._mass * logarithms(self._mass)
        self._logs = logarithms([1, *range(1, longest + 1 + max(map(len, contents), default=0))])  # That of 0 is 0.
        self._taken = np.zeros(len(frequency), dtype=np.intp)
        self._length = 0

    def values(self) -> Floats:
        """Return the divergence of every sentence joined to what is taken."""
        rows, terms = self._bags.rows, self._bags.terms
        mass = np.where(self._taken > 0, self._mass, 0.0)
        alone = np.where(self._taken > 0, self._entropy - self._mass * self._logs[self._taken], 0.0)
        both = self._logs[self._bags.weights.astype(np.intp) + self._taken[terms]]
        gains = self._entropy[terms] - self._mass[terms] * both - alone[terms]
        count = len(self._bags.lengths)
        covered = mass.sum() + sums(rows, self._mass[terms] - mass[terms], count)
        lengths = self._logs[self._bags.lengths + self._length]
        divergences: Floats = alone.sum() + sums(rows, gains, count) + covered * lengths
        return divergences

    def take(self, words: Sequence[str]) -> None:
        """Add a sentence to what is taken."""
        self._length += len(words)
        for word in words:
            if word in self._numbers:
                self._taken[self._numbers[word]] += 1


def _ratings(taken: Iterable[Any]) -> dict[Any, int]:
    """Rate sentences by how many are taken before; those with the same text count once, as the last of them."""
    ratings: dict[Any, int] = {}
    for sentence in taken:
        ratings[sentence] = -len(ratings)
    return ratings
