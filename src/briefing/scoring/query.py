"""How well sentences answer a query."""

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from briefing.document import Document
from briefing.scoring.vectors import TermVectors

Key = TypeVar("Key", bound=Hashable)

_HEADING = 0.5
"""What a word is worth that stands in the heading above the sentence, not in the sentence itself."""

_SHARE = 0.7
"""How much of a sentence's score is its match; the rest is the method's opinion, which orders equal matches."""


def matches(
    document: Document, vectors: TermVectors, heading_terms: Sequence[Sequence[str]], query: Sequence[str]
) -> list[float]:
    """Give how much of the query, given as terms, each sentence answers: 0 (nothing) to 1 (all of it).

    The share of the query's terms that are there, by idf; of a query of several terms half the answer is the share
    of its phrases (pairs of neighbours), so that a phrase counts more than its words.

    Args:
        document: the document.
        vectors: its sentences' terms.
        heading_terms: of each section, the terms of its heading.
        query: the query's terms, in order.
    """
    unseen = math.log(len(vectors.terms) + 1)
    words = {term: vectors.idf.get(term, unseen) for term in query}
    phrases = {(first, second): words[first] + words[second] for first, second in pairwise(query)}
    result = []
    for above, terms in _with_headings(document, heading_terms, vectors.terms):
        there = {**dict.fromkeys(above, _HEADING), **dict.fromkeys(terms, 1.0)}
        share = _share(words, there)
        pairs = {**dict.fromkeys(pairwise(above), _HEADING), **dict.fromkeys(pairwise(terms), 1.0)}
        result.append((share + _share(phrases, pairs)) / 2 if len(query) > 1 else share)
    return result


def mix(values: Sequence[float], match: Sequence[float]) -> list[float]:
    """Give a method's scores, 0 to 1, mixed with the matches."""
    return [(1 - _SHARE) * value + _SHARE * fit for value, fit in zip(values, match, strict=True)]


def _with_headings(
    document: Document, heading_terms: Sequence[Sequence[str]], terms: Sequence[Sequence[str]]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for section, above in zip(document.sections, heading_terms, strict=True):
        for sentence in section.sentences:
            yield above, terms[sentence.index]


def _share(wanted: Mapping[Key, float], there: Mapping[Key, float]) -> float:
    total = math.fsum(wanted.values())
    return math.fsum(weight * there.get(key, 0.0) for key, weight in wanted.items()) / total if total else 0.0
