"""Bags of words as arrays: how often each term stands in each sentence."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Counts:
    """The terms of each sentence: entries sorted by sentence, then by term, none twice."""

    rows: Integers
    """The sentence of each entry."""
    terms: Integers
    """The term of each entry, numbered by first appearance."""
    counts: Floats
    """How often the term stands in the sentence: whole numbers."""
    lengths: Integers
    """The number of words of each sentence, repetitions included."""
    size: int
    """The number of distinct terms."""

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

    @property
    def starts(self) -> Integers:
        """Where each sentence's entries begin, and the end of the last."""
        return np.searchsorted(self.rows, np.arange(len(self.lengths) + 1))


def logarithms(numbers: Any) -> Floats:
    """Give the natural logarithms of positive numbers, the same on every machine that has the same libm.

    numpy's own differ in the last digit from processor to processor.
    """
    distinct, places = np.unique(np.asarray(numbers), return_inverse=True)
    return np.array([math.log(number) for number in distinct.tolist()], dtype=np.float64)[places]
