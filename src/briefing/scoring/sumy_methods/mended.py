"""Methods of sumy with a mend each: Edmundson's, latent semantic analysis, and a random choice."""

import math
import random
import zlib
from collections import Counter
from typing import Any

from sumy.summarizers.edmundson import EdmundsonSummarizer as SumyEdmundson
from sumy.summarizers.edmundson_cue import EdmundsonCueMethod
from sumy.summarizers.edmundson_key import EdmundsonKeyMethod
from sumy.summarizers.edmundson_location import EdmundsonLocationMethod
from sumy.summarizers.edmundson_title import EdmundsonTitleMethod
from sumy.summarizers.lsa import LsaSummarizer as SumyLsa
from sumy.summarizers.random import RandomSummarizer as SumyRandom

from briefing.languages import vocabulary
from briefing.scoring.lexicon import stop_words


class EdmundsonSummarizer(SumyEdmundson):
    """Edmundson (1969): cue words, words of the headings, and place in the document and its paragraph.

    Each part without words of its own counts nothing, where sumy raises ValueError.
    """

    def use_words_of(self, language: str) -> None:
        """Take the cue words and stop words of a language.

        Only English has cue words (bonus and stigma). In other languages a sentence is rated by the words
        that it shares with the headings and by its place alone.
        """
        words = vocabulary(language).scoring
        self.bonus_words = words.bonus
        self.stigma_words = words.stigma
        self.null_words = stop_words(language)

    def _build_cue_method_instance(self) -> Any:
        return EdmundsonCueMethod(self._stemmer, self._bonus_words, self._stigma_words)

    def _build_key_method_instance(self) -> Any:
        return EdmundsonKeyMethod(self._stemmer, self._bonus_words)

    def _build_title_method_instance(self) -> Any:
        return EdmundsonTitleMethod(self._stemmer, self._null_words)

    def _build_location_method_instance(self) -> Any:
        return EdmundsonLocationMethod(self._stemmer, self._null_words)


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


class RandomSummarizer(SumyRandom):
    """Ratings are a permutation of 0..n-1 drawn with the CRC-32 of the sentences, a line each, as seed."""

    def _get_random_ratings(self, sentences: Any) -> dict[Any, int]:
        text = "\n".join(map(str, sentences))
        generator = random.Random(zlib.crc32(text.encode("utf-8", "surrogatepass")))
        # Of Python's generator only random() is promised to stay the same between versions; shuffle is not.
        draws = [generator.random() for _ in sentences]
        order = sorted(range(len(draws)), key=draws.__getitem__)
        return {sentences[place]: rating for rating, place in enumerate(order)}
