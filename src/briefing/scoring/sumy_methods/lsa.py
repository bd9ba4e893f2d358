"""Latent semantic analysis, each sentence by itself."""

import math
from collections import Counter
from typing import Any

from sumy.summarizers.lsa import LsaSummarizer as SumyLsa


class LsaSummarizer(SumyLsa):
    """Latent semantic analysis (Steinberger & Ježek 2004) as sumy has it, without the decomposition.

    sumy keeps every dimension, and with all of them the rating of a sentence, the length of its vector in the
    latent space, is the length of its column in the matrix that would be decomposed: 0.4 for each word of the
    document, and up to 0.6 more for each that the sentence holds; 0 for a sentence without such words.
    """

    _SMOOTH = 0.4

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """Choose sentences, as sumy does; without a word in the document, every rating is 0."""
        dictionary = self._create_dictionary(document)
        return self._get_best_sentences(document.sentences, sentences_count, self._column_norm, dictionary)

    def _column_norm(self, sentence: Any, dictionary: dict[str, int]) -> float:
        counts = Counter(stem for stem in map(self.stem_word, sentence.words) if stem in dictionary)
        if not counts:
            return 0.0
        highest = max(counts.values())
        absent = (len(dictionary) - len(counts)) * self._SMOOTH**2
        present = ((self._SMOOTH + (1 - self._SMOOTH) * count / highest) ** 2 for count in counts.values())
        return math.sqrt(math.fsum(present) + absent)
