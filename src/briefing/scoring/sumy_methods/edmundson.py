"""Edmundson's method, and the words that it needs."""

from typing import Any

from sumy.summarizers.edmundson import EdmundsonSummarizer as SumyEdmundson
from sumy.summarizers.edmundson_cue import EdmundsonCueMethod
from sumy.summarizers.edmundson_key import EdmundsonKeyMethod
from sumy.summarizers.edmundson_location import EdmundsonLocationMethod
from sumy.summarizers.edmundson_title import EdmundsonTitleMethod

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
