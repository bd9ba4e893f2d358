"""The default method: LexRank, weighted by where and how a sentence stands."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from briefing.scoring._sumy import LexRankSummarizer
from briefing.scoring.vectors import TermVectors

_DAMPING = 0.85
_CONVERGED = 1e-9
_DANGLING = re.compile(
    r"[\"'“‘(\[]*(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|such|"
    r"but|and|so|yet|or|nor|however|also|moreover|furthermore|meanwhile|instead|otherwise|therefore|"
    r"thus|hence|additionally|nevertheless|nonetheless|similarly|likewise|consequently)\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[\"“„«‘]")


class PositionalLexRankSummarizer(LexRankSummarizer):  # type: ignore[misc]  # sumy is untyped
    """Continuous LexRank (Erkan & Radev 2004) times position, section, paragraph and form."""

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Give the best sentences of a sumy document; a callable count is handed every rating."""
        terms = [self._to_words_set(sentence) for sentence in document.sentences]
        centrality = _centrality(TermVectors(terms))
        weights = _weights(document)
        ratings = iter([score * weight for score, weight in zip(centrality, weights, strict=True)])
        best: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _sentence: next(ratings)
        )
        return best


def _centrality(vectors: TermVectors) -> list[float]:
    """Give the stationary probability of a walk from sentence to like sentence, times their number."""
    count = len(vectors.weights)
    if not count:
        return []
    degree = vectors.times_cosines(np.ones(count))
    degree[degree == 0] = 1.0
    rank = np.ones(count)
    change = 1.0
    while change > _CONVERGED:
        walked = (1 - _DAMPING) + _DAMPING * vectors.times_cosines(rank / degree)
        change = float(np.abs(walked - rank).max())
        rank = walked
    return [float(value) for value in rank]


def _weights(document: Any) -> Iterator[float]:
    """Give the product of the weights of place and form of each sentence of a sumy document."""
    count = len(document.sentences)
    reach = max(8.0, count / 20)
    long_paragraphs = sum(len(paragraph.sentences) > 1 for paragraph in document.paragraphs)
    index = in_section = section = 0
    for paragraph in document.paragraphs:
        if paragraph.headings:
            section, in_section = section + bool(index), 0
        for place, sentence in enumerate(paragraph.sentences):
            weight = 1 + math.exp(-index / reach)
            weight *= 1 + 0.2 * math.exp(-in_section) if section else 1.0
            weight *= 1.1 if place == 0 and long_paragraphs else 1.0
            yield weight * _form(str(sentence), len(sentence.words))
            index, in_section = index + 1, in_section + 1


def _form(text: str, words: int) -> float:
    weight = min(1.0, words / 8) * min(1.0, 80 / max(1, words))
    weight *= 0.85 if _DANGLING.match(text) else 1.0
    return weight * (0.85 if _QUOTATION.match(text) else 1.0)


def summarizer(stem: Callable[[str], str], stop_words: frozenset[str]) -> PositionalLexRankSummarizer:
    """Give the summarizer with a language's stemmer and stop words."""
    result = PositionalLexRankSummarizer(stem)
    result.stop_words = stop_words
    return result
