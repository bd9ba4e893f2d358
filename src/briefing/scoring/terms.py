"""Key terms: the things that the weightiest sentences are about."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import combinations
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


class _Phrased(NamedTuple):
    """A sentence as terms are found in it."""

    text: str
    words: list[str]
    stems: list[str]
    """Of each word, its stem; '' where it says nothing."""


@dataclass(slots=True)
class _Term:
    """What is known of the words of some stems that stand together."""

    last: int = -1
    """The last sentence that has it."""
    spread: int = 0
    """How many sentences have it."""
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

    def note(self, told: _Phrased, start: int, end: int) -> None:
        """Note where a sentence has it."""
        words = told.words[start:end]
        self.forms[" ".join(words)] += 1
        self.names += start > 0 and all(word[0].isupper() for word in words)
        self.amounts += start > 0 and told.words[start - 1][0].isdigit()
        self.wholes += not (start and told.stems[start - 1]) and not (end < len(told.stems) and told.stems[end])


def key_terms(document: Document, scores: Sequence[float]) -> tuple[str, ...]:
    """Return up to six names and phrases, the weightiest first, each as the article writes it most often.

    Candidates are words that stand together and are no stop words (RAKE, Rose et al. 2010), in two sentences or more.
    Each weighs what the sentences with it score, times how rare it is among them; names and phrases come before
    single common words, and a unit after a number is no term. Without a list of stop words there are none.
    """
    stop = lexicon.stop_words(document.language)
    if not stop:
        return ()
    asked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:_ASKED]
    key = cache(partial(_key, stop, lexicon.stemmer(document.language)))
    told = []
    for index in asked:
        words = segment.words(text := document.sentences[index].text[:_LONGEST])
        told.append(_Phrased(text, words, [key(word, place > 0) for place, word in enumerate(words)]))
    terms: defaultdict[str, _Term] = defaultdict(_Term)
    for stems, place, start in _candidates(told):
        term = terms[stems]
        if place != term.last:
            term.last, term.spread, term.weight = place, term.spread + 1, term.weight + scores[asked[place]]
        term.note(told[place], start, start + stems.count(" ") + 1)
    weights = {
        stems: term.weight * math.log((len(asked) + 1) / term.spread) * (_THING if _is_thing(stems, term) else 1)
        for stems, term in terms.items()
        if term.amounts * 2 < term.spread and (term.wholes or term.is_name() if " " in stems else stems not in stop)
    }
    for stems in tuple(weights):
        for start, end in combinations(range(stems.count(" ") + 2), 2):
            part = " ".join(stems.split(" ")[start:end])  # What stands within a term is told with it anyway.
            if part != stems and terms[stems].spread * 2 >= terms[part].spread:
                weights.pop(part, None)
    best: list[str] = []
    for stems in sorted(weights, key=lambda stems: (-weights[stems], stems)):
        is_wanted = len(best) < (_MOST if _is_thing(stems, terms[stems]) else _ENOUGH)
        if is_wanted and all(set(stems.split(" ")).isdisjoint(other.split(" ")) for other in best):
            best.append(stems)
    return tuple(max(terms[stems].forms.items(), key=lambda form: form[::-1])[0] for stems in best)


def _candidates(told: Sequence[_Phrased]) -> Iterator[tuple[str, int, int]]:
    """Yield the stems of each candidate that two sentences have, each of these, and the number of its first word.

    They grow word by word: what stands in two sentences begins with what does.
    """
    keys = [""] * sum(len(own.words) for own in told)
    places = [place for place, own in enumerate(told) for _ in own.words]
    starts = [start for own in told for start in range(len(own.words))]
    for end in range(1, _LONGEST_PHRASE + 1):
        found = zip(keys, places, starts, strict=True)
        keys = [_grown(stems, told[place], start, start + end) for stems, place, start in found]
        first: dict[str, int] = {}
        shared = {stems for stems, place in zip(keys, places, strict=True) if first.setdefault(stems, place) != place}
        kept = [number for number, stems in enumerate(keys) if stems and stems in shared]
        keys = [keys[number] for number in kept]
        places, starts = ([numbers[number] for number in kept] for numbers in (places, starts))
        yield from zip(keys, places, starts, strict=True)


def _grown(stems: str, own: _Phrased, start: int, end: int) -> str:
    """Return the stems of the words from one to another, given those before the last; '' where they are no phrase."""
    if end > len(own.stems) or not own.stems[end - 1]:
        return ""
    if not stems:
        return own.stems[start]
    return f"{stems} {own.stems[end - 1]}" if " ".join(own.words[start:end]) in own.text else ""


def _key(stop: frozenset[str], stem: lexicon.Stemmer, word: str, inside: bool) -> str:
    """Return the stem of a word, or '' where it says nothing; a stop word does in a name: "New" in New Zealand."""
    lower = word.lower()
    is_stop = lower in stop and not (inside and word.istitle())
    return "" if len(word) < _SHORTEST or not word[0].isalpha() or is_stop else stem(lower)


def _is_thing(stems: str, term: _Term) -> bool:
    return " " in stems or term.is_name()
