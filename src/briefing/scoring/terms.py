"""Key terms: the words that carry the scores."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

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
    carried: defaultdict[str, float] = defaultdict(float)
    frequency: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence, score in zip(document.sentences, scores, strict=True):
        stems = set()
        for place, word in enumerate(segment.words(sentence.text)):
            lower = word.lower()
            if len(word) < _SHORTEST or lower in stop or not word[0].isalpha():
                continue
            stems.add(stemmed := stem(lower))
            # A capital that only opens the sentence says nothing about the word: it counts half.
            forms[stemmed][word] += 2 if place else 1
        frequency.update(stems)
        for stemmed in stems:
            carried[stemmed] += score
    sentences = len(document.sentences)
    weights = {
        term: weight * math.log((sentences + 1) / frequency[term])
        for term, weight in carried.items()
        if frequency[term] > 1
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST]
    return tuple(max(forms[term], key=lambda form: (forms[term][form], form)) for term in best)
