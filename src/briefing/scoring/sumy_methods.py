"""The methods of sumy, each a class with its ratings at a cost that grows gently with the text.

Every class is used as sumy's, and Edmundson's is; those that need numpy are in `sumy_matrices`. Ratings are sumy's to
1e-9, but where sumy gives NaN, none or a ValueError, they are finite, 0 where nothing is defined; where its own
criterion ties, the earlier sentence wins; and `random` is seeded by the text.
"""

import heapq
import math
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from typing import Any

from sumy.summarizers.luhn import LuhnSummarizer as SumyLuhn
from sumy.summarizers.random import RandomSummarizer as SumyRandom
from sumy.summarizers.sum_basic import SumBasicSummarizer as SumySumBasic

from briefing.languages import vocabulary
from briefing.scoring.lexicon import stemmer, stop_words


class LuhnSummarizer(SumyLuhn):
    """Luhn (1958): the densest chunk of significant words. sumy's, but for how they are counted and looked up."""

    def _get_significant_words(self, words: Any) -> frozenset[str]:
        forms = Counter(words)
        stems = {form: self.stem_word(form.lower()) for form in forms}
        counts: Counter[str] = Counter()
        for form, count in forms.items():
            if form.lower() not in self._stop_words:
                counts[stems[form]] += count
        return frozenset(form for form, stem in stems.items() if counts[stem] > 1)

    def rate_sentence(self, sentence: Any, significant_words: frozenset[str]) -> float:
        """Return of the best chunk the square of its significant words over its words; 0 where each is alone."""
        places = [place for place, word in enumerate(sentence.words) if word in significant_words]
        best, start = 0.0, 0
        for end, (last, following) in enumerate(pairwise([*places, math.inf]), 1):
            if following - last > self.max_gap_size:
                if end > start + 1:
                    best = max(best, (end - start) ** 2 / (last - places[start] + 1))
                start = end
        return best


class RandomSummarizer(SumyRandom):
    """Ratings are a permutation of 0..n-1 drawn with the CRC-32 of the sentences, a line each, as seed."""

    def _get_random_ratings(self, sentences: Any) -> dict[Any, int]:
        text = "\n".join(map(str, sentences))
        generator = random.Random(zlib.crc32(text.encode("utf-8", "surrogatepass")))
        # Of Python's generator only random() is promised to stay the same between versions; shuffle is not.
        draws = [generator.random() for _ in sentences]
        order = sorted(range(len(draws)), key=draws.__getitem__)
        return {sentences[place]: rating for rating, place in enumerate(order)}


class SumBasicSummarizer(SumySumBasic):
    """SumBasic (Nenkova & Vanderwende 2005): the most probable words first, which then count less.

    Probabilities only fall: a mean of earlier is a bound, and computed again only where it comes first.
    """

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        frequency = self._compute_tf(sentences)
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        return ratings_by_order(sentences[place] for place in self._order(frequency, contents))

    def _order(self, frequency: dict[str, float], contents: list[list[str]]) -> Iterator[int]:
        mean = self._compute_average_probability_of_words
        bounds = [(-mean(frequency, words), place) for place, words in enumerate(contents)]
        heapq.heapify(bounds)
        while bounds:
            bound, place = bounds[0]
            current = -mean(frequency, contents[place])
            if current > bound:
                heapq.heapreplace(bounds, (current, place))
            else:
                heapq.heappop(bounds)
                self._update_tf(frequency, contents[place])
                yield place


def ratings_by_order(taken: Iterable[Any]) -> dict[Any, int]:
    """Return as ratings minus how many are taken before; sentences with one text count once, as the last of them."""
    ratings: dict[Any, int] = {}
    for sentence in taken:
        ratings[sentence] = -len(ratings)
    return ratings


_CLASSES = {
    "edmundson": ("sumy.summarizers.edmundson", "EdmundsonSummarizer"),
    "kl": ("briefing.scoring.sumy_matrices", "KLSummarizer"),
    "lex-rank": ("briefing.scoring.sumy_matrices", "LexRankSummarizer"),
    "lsa": ("briefing.scoring.sumy_matrices", "LsaSummarizer"),
    "luhn": ("briefing.scoring.sumy_methods", "LuhnSummarizer"),
    "random": ("briefing.scoring.sumy_methods", "RandomSummarizer"),
    "reduction": ("briefing.scoring.sumy_matrices", "ReductionSummarizer"),
    "sum-basic": ("briefing.scoring.sumy_methods", "SumBasicSummarizer"),
    "text-rank": ("briefing.scoring.sumy_matrices", "TextRankSummarizer"),
}
NAMES = tuple(_CLASSES)
"""The names of the methods, in order."""
_NO_WORDS = frozenset({"\0"})
"""A word of no text: without any, sumy's Edmundson raises a ValueError."""


def summarizer(name: str, language: str) -> Any:
    """Return a new summarizer of sumy, one of `NAMES`, with the stemmer and the stop words of a language.

    Only English has cue words (bonus and stigma) for Edmundson (1969). In other languages a sentence is rated by the
    words that it shares with the headings and by its place alone.
    """
    module, class_name = _CLASSES[name]
    made = getattr(import_module(module), class_name)(stemmer(language))
    if name == "edmundson":
        words = vocabulary(language).edmundson
        made.bonus_words, made.stigma_words = (words.get(kind, _NO_WORDS) for kind in ("bonus", "stigma"))
        made.null_words = stop_words(language) or _NO_WORDS
    elif name != "random":
        made.stop_words = stop_words(language)
    return made
