"""Sentences as vectors of their terms."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, islice
from operator import mul

_LARGE = 1000
"""From this many sentences on numpy pays; below, loading it takes longer than all the arithmetic."""

_DAMPING = 0.85
_CONVERGED = 1e-6
_COMPARED = 32
"""Through each term a sentence is compared with as many chosen ones, the last: long documents stay linear, and where
no more are chosen nothing is missed."""
_COMMON = 64
"""A term of more vectors than this finds no pairs, so that time grows with their number alone; it still counts."""

Product = Callable[[Sequence[float]], list[float]]
"""A vector's product with the matrix of cosines."""
Row = Mapping[str, float]
"""A vector: the weights of its terms; the squares sum to 1."""


class TermVectors:
    """Unit tf-idf vectors of sentences, sparse: (1 + log tf) · √log((n + 1) / df).

    The root keeps a word that stands only once from filling its sentence's vector.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], *, least: int = 0) -> None:
        """Make the vectors of sentences given as their terms, weighed as if there were at least so many of them."""
        self.terms = sentences
        """Of each sentence, its terms in order."""
        self.counts = list(map(_counted, sentences))
        """Of each sentence, how often it has each of its terms."""
        self.frequency = Counter(chain.from_iterable(self.counts))
        """Of each term, how many sentences have it."""
        self.idf = {term: math.log((max(len(sentences), least) + 1) / df) for term, df in self.frequency.items()}
        """Of each term, log((n + 1) / df): how much it tells one sentence from another."""
        self._roots = {term: math.sqrt(idf) for term, idf in self.idf.items()}
        self.row = cache(self._row)
        """Returns the weights of the terms of a sentence; the squares sum to 1, or there are none."""

    @cached_property
    def weights(self) -> list[Row]:
        """The weights of the terms of every sentence, as `row` gives them."""
        return list(map(self.row, range(len(self.counts))))

    def centrality(self) -> list[float]:
        """Return each sentence's centrality by continuous LexRank (Erkan & Radev 2004); the mean is about 1.

        The matrix of cosines, X·Xᵀ, is never formed: a step of the walk is linear in the number of words.
        """
        large = len(self.counts) >= _LARGE and any(self.counts)
        times_cosines = _many_cosines(self.counts, self._roots) if large else _few_cosines(self.weights)
        degree = [value or 1.0 for value in times_cosines([1.0] * len(self.counts))]
        rank = [1.0] * len(degree)
        change = 1.0
        while change > _CONVERGED:
            stepped = times_cosines([value / links for value, links in zip(rank, degree, strict=True)])
            walked = [(1 - _DAMPING) + _DAMPING * value for value in stepped]
            change = max((abs(new - old) for new, old in zip(walked, rank, strict=True)), default=0.0)
            rank = walked
        return rank

    def _row(self, index: int) -> Row:
        count = self.counts[index]
        raw = [(1 + math.log(tf)) * self._roots[term] for term, tf in count.items()]
        norm = math.sqrt(math.fsum(map(mul, raw, raw))) or 1.0
        return dict(zip(count, [weight / norm for weight in raw], strict=True))


class Redundancy:
    """What the sentences chosen so far have told, and how like another is to any of them."""

    def __init__(self, row: Callable[[int], Row], count: int) -> None:
        """Start with none of so many sentences; `row` returns the vector of each."""
        self._row, self._count = row, count
        self._order: list[int] = []
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._compared = [0] * count
        self._likest: list[tuple[float, int | None]] = [(0.0, None)] * count

    def add(self, index: int) -> None:
        """Tell a sentence, which keeps the likeness that it has now."""
        self.likeness(index)
        for term, weight in self._row(index).items():
            self._postings.setdefault(term, []).append((len(self._order), weight))
        self._order.append(index)
        self._compared[index] = self._count

    def share(self, index: int) -> float:
        """Return the share of a sentence, by the weights of its terms, that all told ones together have told."""
        return math.fsum(weight**2 for term, weight in self._row(index).items() if term in self._postings)

    def likeness(self, index: int) -> tuple[float, int | None]:
        """Return the highest cosine of a sentence to one told before, and which that is."""
        row, seen = self._row(index), self._compared[index]
        if seen >= len(self._order):
            return self._likest[index]
        dots: dict[int, float] = {}
        for term, weight in row.items():
            for place, other in islice(reversed(self._postings.get(term, ())), _COMPARED):
                if place < seen:
                    break
                dots[place] = dots.get(place, 0.0) + weight * other
        self._compared[index] = len(self._order)
        if dots:
            like = self._order[max(dots, key=lambda place: (dots[place], -place))]
            if (value := cosine(row, self._row(like))) > self._likest[index][0]:
                self._likest[index] = value, like
        return self._likest[index]


def cosine(one: Row, other: Row) -> float:
    """Return how alike two vectors are, 0 to 1."""
    return math.fsum(weight * other.get(term, 0.0) for term, weight in one.items())


def contained(one: Row, other: Row) -> float:
    """Return how much of the shorter of two vectors the other has too, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    whole = sum(weight * weight for weight in one.values())
    return sum(weight * weight for term, weight in one.items() if term in other) / whole if whole else 0.0


def near(rows: Sequence[Row], least: float) -> list[dict[int, float]]:
    """Return of each vector those that have at least some cosine to it, with their cosines, by an inverted index."""
    postings: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        for term in row:
            postings.setdefault(term, []).append(place)
    found: list[dict[int, float]] = [{} for _ in rows]
    for place, row in enumerate(rows):
        shared: dict[int, float] = {}
        for term, weight in row.items():
            if len(postings[term]) <= _COMMON:
                for other in postings[term]:
                    if other < place:
                        shared[other] = shared.get(other, 0.0) + weight * rows[other][term]
        for other, seen in shared.items():
            if seen >= least / 2 and (value := cosine(row, rows[other])) >= least:
                found[place][other] = found[other][place] = value
    return found


def _counted(terms: Sequence[str]) -> dict[str, int]:
    count = dict.fromkeys(terms, 1)
    return count if len(count) == len(terms) else Counter(terms)


def _few_cosines(rows: Sequence[Row]) -> Product:
    """Return the product with the cosine matrix in plain Python, adding in the same order as numpy does below."""
    numbers: dict[str, int] = {}
    pairs = [[(numbers.setdefault(term, len(numbers)), weight) for term, weight in row.items()] for row in rows]

    def times_cosines(vector: Sequence[float]) -> list[float]:
        by_term = [0.0] * len(numbers)
        for value, row in zip(vector, pairs, strict=True):
            for number, weight in row:
                by_term[number] += weight * value
        result = []
        for row in pairs:
            total = 0.0
            for number, weight in row:
                total += weight * by_term[number]
            result.append(total)
        return result

    return times_cosines


def _many_cosines(counts: Sequence[Mapping[str, int]], roots: Mapping[str, float]) -> Product:
    """Return the same in numpy, given how often each has its terms and the root of the idf of each term."""
    import numpy as np

    numbers = {term: number for number, term in enumerate(roots)}
    term = np.fromiter(map(numbers.__getitem__, chain.from_iterable(counts)), dtype=np.intp)
    times = np.fromiter(chain.from_iterable(count.values() for count in counts), dtype=np.intp)
    place = np.repeat(np.arange(len(counts)), list(map(len, counts)))
    # The logarithms are those of Python: numpy's own differ between machines.
    logarithms = np.array([0.0, *(1 + math.log(tf) for tf in range(1, int(times.max()) + 1))])
    weight = np.array(list(roots.values()))[term] * logarithms[times]
    weight /= np.sqrt(np.bincount(place, weight * weight))[place]

    def times_cosines(vector: Sequence[float]) -> list[float]:
        # bincount adds in order: the same sum on every machine, which BLAS does not promise.
        by_term = np.bincount(term, weight * np.array(vector)[place], len(numbers))
        found: list[float] = np.bincount(place, weight * by_term[term], len(counts)).tolist()
        return found

    return times_cosines
