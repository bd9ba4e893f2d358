"""Sentences as vectors of their terms."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

_LARGE = 1000
"""From this many sentences on numpy pays; below, loading it takes longer than all the arithmetic."""

_DAMPING = 0.85
_CONVERGED = 1e-6


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
        numbers = {term: number for number, term in enumerate(self.frequency)}
        roots = {term: math.sqrt(idf) for term, idf in self.idf.items()}
        self.weights: list[dict[int, float]] = []
        """Of each sentence, its terms' numbers and weights; the squares sum to 1, or there are none."""
        for count in counts:
            raw = {
                numbers[term]: roots[term] if tf == 1 else (1 + math.log(tf)) * roots[term]
                for term, tf in count.items()
            }
            norm = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
            self.weights.append({number: weight / norm for number, weight in raw.items()})

    def centrality(self) -> list[float]:
        """Return each sentence's centrality by continuous LexRank (Erkan & Radev 2004); the mean is about 1.

        It is the chance to meet a sentence on an endless walk from sentence to like sentence that starts anew now
        and then, times the number of sentences.
        """
        count = len(self.weights)
        large = count >= _LARGE and any(self.weights)
        return _walk_large(self.weights, len(self.frequency)) if large else _walk(self.weights, len(self.frequency))


def _counted(terms: Iterable[str]) -> dict[str, int]:
    count: dict[str, int] = {}
    for term in terms:
        count[term] = count.get(term, 0) + 1
    return count


def _walk(rows: Sequence[dict[int, float]], terms: int) -> list[float]:
    """Run the walk to its end in plain Python, adding in the same order as numpy does below."""
    pairs = [list(row.items()) for row in rows]

    def times_cosines(vector: Sequence[float]) -> list[float]:
        by_term = [0.0] * terms
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


def _walk_large(rows: Sequence[dict[int, float]], terms: int) -> list[float]:
    import numpy as np
    from numpy.typing import NDArray

    term = np.array([number for row in rows for number in row], dtype=np.intp)
    weight = np.array([value for row in rows for value in row.values()], dtype=float)
    place = np.repeat(np.arange(len(rows)), [len(row) for row in rows])

    def times_cosines(vector: NDArray[np.float64]) -> NDArray[np.float64]:
        # bincount adds in order: the same sum on every machine, which BLAS does not promise.
        by_term = np.bincount(term, weight * vector[place], terms)
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
