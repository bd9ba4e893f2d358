"""Luhn's method."""

from typing import Any

from sumy.summarizers.luhn import LuhnSummarizer as SumyLuhn


class LuhnSummarizer(SumyLuhn):
    """Luhn (1958): the densest chunk of significant words. sumy's own, which looks words up in a tuple."""

    def _get_significant_words(self, words: Any) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))
