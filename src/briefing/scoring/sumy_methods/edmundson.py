"""Edmundson's method, and the words that it needs."""

from typing import Any

from sumy.summarizers.edmundson import EdmundsonSummarizer as SumyEdmundson
from sumy.summarizers.edmundson_cue import EdmundsonCueMethod
from sumy.summarizers.edmundson_key import EdmundsonKeyMethod
from sumy.summarizers.edmundson_location import EdmundsonLocationMethod
from sumy.summarizers.edmundson_title import EdmundsonTitleMethod

from briefing.scoring.lexicon import stop_words

# The kinds of words that Edmundson (1969) names. Positive: value, superlatives, conclusion, causality.
# Negative: hedging, belittling, asides.
_BONUS_WORDS = {
    "english": """
        best crucial decisive essential fundamental greatest highest important key largest leading main major
        primary principal significant vital
        announce conclude conclusion confirm demonstrate find finding prove result reveal show
        overall therefore thus
        because cause consequence impact reason
    """
}
_STIGMA_WORDS = {
    "english": """
        apparently arguably maybe perhaps possibly presumably seemingly somewhat supposedly
        barely hardly merely minor negligible scarcely trivial
        anyway etc incidentally aside meanwhile
    """
}


class EdmundsonSummarizer(SumyEdmundson):
    """Edmundson (1969): cue words, words of the headings, and place in the document and its paragraph.

    Each part without words of its own counts nothing, where sumy raises ValueError.
    """

    def use_words_of(self, language: str) -> None:
        """Take the cue words and stop words of a language.

        Only English has cue words (bonus and stigma). In other languages a sentence is rated by the words
        that it shares with the headings and by its place alone.
        """
        self.bonus_words = _BONUS_WORDS.get(language, "").split()
        self.stigma_words = _STIGMA_WORDS.get(language, "").split()
        self.null_words = stop_words(language)

    def _build_cue_method_instance(self) -> Any:
        return EdmundsonCueMethod(self._stemmer, self._bonus_words, self._stigma_words)

    def _build_key_method_instance(self) -> Any:
        return EdmundsonKeyMethod(self._stemmer, self._bonus_words)

    def _build_title_method_instance(self) -> Any:
        return EdmundsonTitleMethod(self._stemmer, self._null_words)

    def _build_location_method_instance(self) -> Any:
        return EdmundsonLocationMethod(self._stemmer, self._null_words)
