"""The methods of sumy, each its own class with the same ratings at a cost that grows gently with the text.

Every class is used as sumy's: `LexRankSummarizer(stemmer)(document, count)`, where a callable as count gets a
`SentenceInfo(sentence, order, rating)` for each sentence. Ratings are sumy's to 1e-9, with three exceptions:
where sumy gives NaN, no ratings or a ValueError, they are finite, 0 where nothing is defined; where its own
criterion ties, the earlier sentence wins, whatever the order of hashes; and `random` is seeded by the text.
"""

from collections import Counter
from importlib import import_module
from itertools import pairwise
from typing import Any

from sumy.summarizers.luhn import LuhnSummarizer as SumyLuhn

from briefing.scoring.lexicon import stemmer, stop_words

_CLASSES = {
    "edmundson": ("mended", "EdmundsonSummarizer"),
    "kl": ("greedy", "KLSummarizer"),
    "lex-rank": ("graph", "LexRankSummarizer"),
    "lsa": ("mended", "LsaSummarizer"),
    "luhn": ("", "LuhnSummarizer"),
    "random": ("mended", "RandomSummarizer"),
    "reduction": ("graph", "ReductionSummarizer"),
    "sum-basic": ("greedy", "SumBasicSummarizer"),
    "text-rank": ("graph", "TextRankSummarizer"),
}

NAMES = tuple(_CLASSES)
"""The names of the methods, in order."""


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
        gaps = [at for at, (one, next_one) in enumerate(pairwise(places), 1) if next_one - one > self.max_gap_size]
        chunks = pairwise([0, *gaps, len(places)])
        rated = ((end - at) ** 2 / (places[end - 1] - places[at] + 1) for at, end in chunks if end - at > 1)
        return max(rated, default=0.0)


def summarizer(name: str, language: str) -> Any:
    """Return a new summarizer of sumy, one of `NAMES`, with the stemmer and the stop words of a language."""
    module, class_name = _CLASSES[name]
    made = getattr(import_module(f"{__name__}.{module}".rstrip(".")), class_name)(stemmer(language))
    if name == "edmundson":
        made.use_words_of(language)
    elif name != "random":
        made.stop_words = stop_words(language)
    return made
