"""Key terms: the things that the weightiest sentences are about."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, combinations
from typing import NamedTuple

from briefing import segment
from briefing.document import Document
from briefing.scoring import lexicon

_MOST = 6
_SHORTEST = 3
_LONGEST_PHRASE = 4
_ASKED = 1_000
"""How many sentences are asked for terms, the weightiest."""
_LONGEST = 2_000
"""How many characters of a sentence are looked at: each phrase is sought in all of them."""
_THING = 2.0
"""What a name, or a phrase, weighs against a single common word."""
_ENOUGH = 3
"""From how many terms on no single common word is needed."""


_Stems = tuple[str, ...]
_Span = tuple[int, int]
"""Numbers of the first word and after the last, as in a slice."""


class _Phrased(NamedTuple):
    """A sentence as terms are found in it."""

    text: str
    words: list[str]
    stems: list[str]
    """Of each word, its stem; '' where it says nothing."""
    spans: dict[_Stems, list[_Span]]
    """Where the words of some stems stand together, which two sentences have."""


@dataclass(slots=True)
class _Term:
    """What is known of the words of some stems that stand together."""

    weight: float = 0.0
    names: int = 0
    """How often all its words had capitals, the sentence's first word aside."""
    amounts: int = 0
    """How often it followed a number."""
    wholes: int = 0
    """How often neither side had a word that it might belong to."""
    forms: Counter[str] = field(default_factory=Counter)

    def is_name(self) -> bool:
        return self.names * 2 > self.forms.total()

    def note(self, told: _Phrased, spans: Iterable[_Span], score: float) -> None:
        """Note where a sentence of some score has it."""
        self.weight += score
        for start, end in spans:
            words = told.words[start:end]
            self.forms[" ".join(words)] += 1
            self.names += start > 0 and words[0][0].isupper() and all(word[0].isupper() for word in words)
            self.amounts += start > 0 and told.words[start - 1][0].isdigit()
            self.wholes += not any(told.stems[max(0, start - 1) : start] + told.stems[end : end + 1])


def key_terms(document: Document, scores: Sequence[float]) -> tuple[str, ...]:
    """Return up to six names and phrases, the weightiest first, each as the article writes it most often.

    Candidates are words that stand together and are no stop words (RAKE, Rose et al. 2010), in two sentences or more.
    Each weighs what the sentences with it score, times how rare it is among them; names and phrases come before
    single common words, and a unit after a number is no term. Without a list of stop words there are none.
    """
    stop = lexicon.stop_words(document.language)
    if not stop:
        return ()
    ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    asked = [document.sentences[index] for index in ranked[:_ASKED]]
    key = cache(partial(_key, stop, lexicon.stemmer(document.language)))
    told = []
    for sentence in asked:
        words = segment.words(text := sentence.text[:_LONGEST])
        told.append(_Phrased(text, words, [key(word, place > 0) for place, word in enumerate(words)], {}))
    spread = _find_candidates(told)
    terms = {stems: _Term() for stems in spread}
    for sentence, own in zip(asked, told, strict=True):
        for stems, spans in own.spans.items():
            terms[stems].note(own, spans, scores[sentence.index])
    known = {stems: term for stems, term in terms.items() if term.amounts * 2 < spread[stems]}
    weights = {
        stems: term.weight * math.log((len(asked) + 1) / spread[stems]) * (_THING if _is_thing(stems, term) else 1)
        for stems, term in known.items()
        if (term.wholes or term.is_name() if len(stems) > 1 else stems[0] not in stop)
    }
    for stems in sorted(weights, key=len, reverse=True):
        for start, end in combinations(range(len(stems) + 1), 2):
            # What stands within a term is told with it anyway.
            if end - start < len(stems) and spread[stems] * 2 >= spread[stems[start:end]]:
                weights.pop(stems[start:end], None)
    best: list[_Stems] = []
    for stems in sorted(weights, key=lambda stems: (-weights[stems], stems)):
        is_wanted = len(best) < (_MOST if _is_thing(stems, known[stems]) else _ENOUGH)
        if is_wanted and all(map(set(stems).isdisjoint, best)):
            best.append(stems)
    return tuple(max(known[stems].forms.items(), key=lambda form: form[::-1])[0] for stems in best)


def _find_candidates(told: Sequence[_Phrased]) -> Counter[_Stems]:
    """Note where the candidates stand in each sentence, and return how many have each: two at least.

    They grow word by word: what stands in two sentences begins with what does.
    """
    spread: Counter[_Stems] = Counter()
    begun: list[Iterable[int]] = [range(len(own.words)) for own in told]
    for size in range(1, _LONGEST_PHRASE + 1):
        found = [_spans(own, starts, size) for own, starts in zip(told, begun, strict=True)]
        counts = Counter(chain.from_iterable(found))
        spread.update({stems: count for stems, count in counts.items() if count > 1})
        for place, (own, spans) in enumerate(zip(told, found, strict=True)):
            kept = {stems: where for stems, where in spans.items() if counts[stems] > 1}
            own.spans.update(kept)
            begun[place] = [start for where in kept.values() for start, _ in where]
    return spread


def _spans(own: _Phrased, starts: Iterable[int], size: int) -> dict[_Stems, list[_Span]]:
    """Return where so many words stand together, by their stems, in a sentence that has one less at some places."""
    spans: defaultdict[_Stems, list[_Span]] = defaultdict(list)
    for start in starts:
        end = start + size
        is_whole = end <= len(own.words) and own.stems[end - 1] != ""
        if is_whole and (size == 1 or " ".join(own.words[start:end]) in own.text):
            spans[tuple(own.stems[start:end])].append((start, end))
    return spans


def _key(stop: frozenset[str], stem: lexicon.Stemmer, word: str, inside: bool) -> str:
    """Return the stem of a word, or '' where it says nothing; a stop word does in a name: "New" in New Zealand."""
    lower = word.lower()
    is_stop = lower in stop and not (inside and word.istitle())
    return "" if len(word) < _SHORTEST or not word[0].isalpha() or is_stop else stem(lower)


def _is_thing(stems: _Stems, term: _Term) -> bool:
    return len(stems) > 1 or term.is_name()
