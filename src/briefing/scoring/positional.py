"""The default method: LexRank, weighted by what a sentence's place, words and form say."""

import math
from typing import Any

from briefing.document import Document
from briefing.scoring import features
from briefing.scoring._sumy import LexRankSummarizer
from briefing.scoring.vectors import TermVectors


class PositionalLexRankSummarizer(LexRankSummarizer):  # type: ignore[misc]  # sumy is untyped
    """Continuous LexRank (Erkan & Radev 2004) times topic, position, section, paragraph, form and cue words."""

    def __init__(
        self, document: Document, words: features.Terms, vectors: TermVectors, heading_terms: features.Terms
    ) -> None:
        """Weigh the sentences of a document by their words, their terms and those of its headings."""
        super().__init__()
        self.factors = features.factors(document, words, vectors, heading_terms)
        """The factors of each sentence's rating by their names."""

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Give the best sentences of sumy's model of the document; a callable count is handed every rating."""
        ratings = iter([math.prod(values) for values in zip(*self.factors.values(), strict=True)])
        best: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _sentence: next(ratings)
        )
        return best
