"""Bags of words as arrays: which terms stand in each sentence, and how often."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Bags:
    """The terms of each sentence: entries sorted by sentence, then by term, none twice."""

    rows: Integers
    """The sentence of each entry."""
    terms: Integers
    """The term of each entry, numbered by first appearance."""
    weights: Floats
    """How often the term stands in the sentence, or what is made of that."""
    lengths: Integers
    """The number of words of each sentence, repetitions included."""
    size: int
    """The number of distinct terms, at least 1."""

    @classmethod
    def of(cls, sentences: Sequence[Iterable[str]]) -> Self:
        """Count the words of each sentence."""
        numbers: dict[str, int] = {}
        ids = [[numbers.setdefault(word, len(numbers)) for word in words] for words in sentences]
        lengths = np.array([len(row) for row in ids], dtype=np.intp)
        flat = np.array([term for row in ids for term in row], dtype=np.intp)
        size = max(len(numbers), 1)
        keys, counts = np.unique(np.repeat(np.arange(len(ids)), lengths) * size + flat, return_counts=True)
        return cls(keys // size, keys % size, counts.astype(np.float64), lengths, size)


def sums(places: Integers, weights: Floats, size: int) -> Floats:
    """Return the sum of the weights at each of `size` places, added in order.

    So it is the same on every machine, which products by BLAS are not.
    """
    return np.bincount(places, weights, size).astype(np.float64, copy=False)


def logarithms(numbers: Any) -> Floats:
    """Return the natural logarithms of positive numbers; numpy's own differ from processor to processor."""
    distinct, places = np.unique(np.asarray(numbers), return_inverse=True)
    return np.array([math.log(number) for number in distinct.tolist()], dtype=np.float64)[places]
