"""Key terms: the words that carry the scores."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import chain

from briefing import segment
from briefing.document import Document
from briefing.scoring import lexicon

_MOST = 6
_SHORTEST = 3


def key_terms(document: Document, scores: Sequence[float]) -> tuple[str, ...]:
    """Give up to six words, the weightiest first, each as the article writes it most often.

    A word weighs what the sentences with it score, times how rare it is among sentences; words of one stem are one.
    A word said once is no key to anything, nor is a stop word; without a list of those there are no key terms.
    """
    stop, stem = lexicon.stop_words(document.language), lexicon.stemmer(document.language)
    if not stop:
        return ()

    @cache
    def key(word: str) -> str:
        """Give the stem of a word as it stands, or '' where it is no key."""
        lower = word.lower()
        return "" if len(word) < _SHORTEST or lower in stop or not word[0].isalpha() else stem(lower)

    words = [segment.words(sentence.text) for sentence in document.sentences]
    told = Counter(chain.from_iterable(words))
    # A capital that only opens the sentence says nothing about the word: it counts half.
    told.update(chain.from_iterable(spoken[1:] for spoken in words))
    keys = [set(map(key, spoken)) for spoken in words]
    frequency = Counter(chain.from_iterable(keys))
    carried: defaultdict[str, float] = defaultdict(float)
    for terms, score in zip(keys, scores, strict=True):
        for term in terms:
            carried[term] += score
    sentences = len(document.sentences)
    weights = {
        term: weight * math.log((sentences + 1) / frequency[term])
        for term, weight in carried.items()
        if term and frequency[term] > 1
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST]
    forms = {term: [word for word in told if key(word) == term] for term in best}
    return tuple(max(forms[term], key=lambda form: (told[form], form)) for term in best)
