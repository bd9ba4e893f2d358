"""Sentences as vectors of their terms."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class TermVectors:
    """Unit tf-idf vectors of sentences, sparse: (1 + log tf) · log((n + 1) / df).

    The cosine matrix of n sentences is X·Xᵀ; it is never formed, so all here is linear in the number of words.
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        """Make the vectors of sentences given as their terms."""
        counts = [Counter(terms) for terms in sentences]
        frequency = Counter(term for count in counts for term in count)
        numbers = {term: number for number, term in enumerate(frequency)}
        idf = {term: math.log((len(counts) + 1) / df) for term, df in frequency.items()}
        self.weights: list[dict[int, float]] = []
        """Of each sentence, its terms' numbers and weights; the squares sum to 1, or there are none."""
        for count in counts:
            raw = {numbers[term]: (1 + math.log(tf)) * idf[term] for term, tf in count.items()}
            norm = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
            self.weights.append({number: weight / norm for number, weight in raw.items()})
        self._term = np.array([number for row in self.weights for number in row], dtype=np.intp)
        self._weight = np.array([weight for row in self.weights for weight in row.values()], dtype=float)
        self._row = np.repeat(np.arange(len(counts)), [len(row) for row in self.weights])
        self._terms = len(numbers)

    def times_cosines(self, vector: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the product of the cosine matrix and a vector of one number a sentence."""
        # bincount adds in order: the same sum on every machine, which BLAS does not promise.
        by_term = np.bincount(self._term, self._weight * vector[self._row], self._terms)
        products: NDArray[np.float64] = self._weight * by_term[self._term]
        return np.bincount(self._row, products, len(self.weights)).astype(float)

    def cosine(self, first: int, second: int) -> float:
        """Give the cosine of two sentences, by their numbers: 0 (no term shared) to 1."""
        short, long = sorted((self.weights[first], self.weights[second]), key=len)
        return sum(weight * long.get(number, 0.0) for number, weight in short.items())
