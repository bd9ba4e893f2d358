"""Sentences as vectors of their terms."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
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

Row = Mapping[str, float]
"""A vector: the weights of its terms; the squares sum to 1."""


class TermVectors:
    """Unit tf-idf vectors of sentences, sparse: (1 + log tf) · √log((n + 1) / df).

    The root keeps a word that stands only once from filling its sentence's vector. The cosine matrix of n sentences
    is X·Xᵀ; it is never formed, so all here is linear in the number of words.
    """

    def __init__(self, sentences: Sequence[Sequence[str]], *, least: int = 0) -> None:
        """Make the vectors of sentences given as their terms, weighed as if there were at least so many of them."""
        self.terms = sentences
        """Of each sentence, its terms in order."""
        counts = [_counted(terms) for terms in sentences]
        self.frequency = Counter(chain.from_iterable(counts))
        """Of each term, how many sentences have it."""
        self.idf = {term: math.log((max(len(counts), least) + 1) / df) for term, df in self.frequency.items()}
        """Of each term, log((n + 1) / df): how much it tells one sentence from another."""
        roots = {term: math.sqrt(idf) for term, idf in self.idf.items()}
        self.weights: list[dict[str, float]] = []
        """Of each sentence, the weights of its terms; the squares sum to 1, or there are none."""
        for count, terms in zip(counts, sentences, strict=True):
            raw = list(map(roots.__getitem__, count))
            if len(count) < len(terms):
                raw = [(1 + math.log(tf)) * root for tf, root in zip(count.values(), raw, strict=True)]
            norm = math.sqrt(math.fsum(map(mul, raw, raw))) or 1.0
            self.weights.append(dict(zip(count, [weight / norm for weight in raw], strict=True)))

    def centrality(self) -> list[float]:
        """Return each sentence's centrality by continuous LexRank (Erkan & Radev 2004); the mean is about 1.

        It is the chance to meet a sentence on an endless walk from sentence to like sentence that starts anew now
        and then, times the number of sentences.
        """
        large = len(self.weights) >= _LARGE and any(self.weights)
        return _walk_large(self.weights) if large else _walk(self.weights)


class Redundancy:
    """What the sentences chosen so far have told, and how like another is to any of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Start with none of the sentences whose vectors are given."""
        self._rows = rows
        self._order: list[int] = []
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._compared = [0] * len(rows)
        self._likest: list[tuple[float, int | None]] = [(0.0, None)] * len(rows)

    def add(self, index: int) -> None:
        """Tell a sentence, which keeps the likeness that it has now."""
        self.likeness(index)
        for term, weight in self._rows[index].items():
            self._postings.setdefault(term, []).append((len(self._order), weight))
        self._order.append(index)
        self._compared[index] = len(self._rows)

    def share(self, index: int) -> float:
        """Return the share of a sentence, by the weights of its terms, that all told ones together have told."""
        return math.fsum(weight**2 for term, weight in self._rows[index].items() if term in self._postings)

    def likeness(self, index: int) -> tuple[float, int | None]:
        """Return the highest cosine of a sentence to one told before, and which that is."""
        row, seen = self._rows[index], self._compared[index]
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
            if (value := cosine(row, self._rows[like])) > self._likest[index][0]:
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
    """Return of each vector those that have at least some cosine to it, with their cosines.

    They are found through an inverted index: all pairs are never compared.
    """
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


def _walk(rows: Sequence[Row]) -> list[float]:
    """Run the walk to its end in plain Python, adding in the same order as numpy does below."""
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

    degree = [value or 1.0 for value in times_cosines([1.0] * len(rows))]
    rank = [1.0] * len(rows)
    change = 1.0
    while change > _CONVERGED:
        stepped = times_cosines([value / links for value, links in zip(rank, degree, strict=True)])
        walked = [(1 - _DAMPING) + _DAMPING * value for value in stepped]
        change = max((abs(new - old) for new, old in zip(walked, rank, strict=True)), default=0.0)
        rank = walked
    return rank


def _walk_large(rows: Sequence[Row]) -> list[float]:
    import numpy as np
    from numpy.typing import NDArray

    numbers: dict[str, int] = {}
    term = np.array([numbers.setdefault(term, len(numbers)) for row in rows for term in row], dtype=np.intp)
    weight = np.array([value for row in rows for value in row.values()], dtype=float)
    place = np.repeat(np.arange(len(rows)), [len(row) for row in rows])

    def times_cosines(vector: NDArray[np.float64]) -> NDArray[np.float64]:
        # bincount adds in order: the same sum on every machine, which BLAS does not promise.
        by_term = np.bincount(term, weight * vector[place], len(numbers))
        products: NDArray[np.float64] = weight * by_term[term]
        return np.bincount(place, products, len(rows)).astype(float)

    degree = times_cosines(np.ones(len(rows)))
    degree[degree == 0] = 1.0
    rank = np.ones(len(rows))
    change = 1.0
    while change > _CONVERGED:
        walked = (1 - _DAMPING) + _DAMPING * times_cosines(rank / degree)
        change = float(np.abs(walked - rank).max())
        rank = walked
    return [float(value) for value in rank]
