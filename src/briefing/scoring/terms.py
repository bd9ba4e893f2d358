"""Key terms: the things that the weightiest sentences are about."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing import segment
from briefing.document import Document
from briefing.scoring import lexicon

_MOST = 6
_SHORTEST = 3
_LONGEST_PHRASE = 4
_ASKED = 1_000
"""How many sentences are asked for terms, the weightiest."""
_THING = 2.0
"""What a name, or a phrase, weighs against a single common word."""
_ENOUGH = 3
"""From how many terms on no single common word is needed."""


@dataclass(slots=True)
class _Term:
    """What is known of the words of some stems that stand together."""

    weight: float = 0.0
    sentences: int = 0
    names: int = 0
    """How often all its words had capitals, the sentence's first word aside."""
    amounts: int = 0
    """How often it followed a number."""
    wholes: int = 0
    """How often neither side had a word that it might belong to."""
    forms: Counter[str] = field(default_factory=Counter)

    def is_name(self) -> bool:
        return self.names * 2 > self.forms.total()


_Stems = tuple[str, ...]


def key_terms(document: Document, scores: Sequence[float]) -> tuple[str, ...]:
    """Return up to six names and phrases, the weightiest first, each as the article writes it most often.

    Candidates are words that stand together and are no stop words (RAKE, Rose et al. 2010), in two sentences at
    least; words of one stem are one. Each weighs what the sentences with it score, times how rare it is among them;
    names and phrases come before single common words, and a unit after a number is no term. Without a list of stop
    words there are no key terms.
    """
    stop = lexicon.stop_words(document.language)
    if not stop:
        return ()
    terms: defaultdict[_Stems, _Term] = defaultdict(_Term)
    asked = heapq.nlargest(_ASKED, document.sentences, key=lambda sentence: (scores[sentence.index], -sentence.index))
    for sentence in asked:
        for stems in set(_told(sentence.text, document.language, terms)):
            terms[stems].weight += scores[sentence.index]
            terms[stems].sentences += 1
    known = {stems: term for stems, term in terms.items() if term.sentences > 1 and term.amounts * 2 < term.sentences}
    weights = {
        stems: term.weight * math.log((len(asked) + 1) / term.sentences) * (_THING if _is_thing(stems, term) else 1)
        for stems, term in known.items()
        if (term.wholes or term.is_name() if len(stems) > 1 else stems[0] not in stop)
    }
    for stems in sorted(weights, key=len, reverse=True):
        for part in _parts(stems):
            if known[stems].sentences * 2 >= terms[part].sentences:
                weights.pop(part, None)
    best: list[_Stems] = []
    for stems in sorted(weights, key=lambda stems: (-weights[stems], stems)):
        if not any(set(stems) & set(other) for other in best) and (
            _is_thing(stems, known[stems]) or len(best) < _ENOUGH
        ):
            best.append(stems)
    return tuple(max(known[stems].forms.items(), key=lambda form: form[::-1])[0] for stems in best[:_MOST])


def _told(text: str, language: str, terms: defaultdict[_Stems, _Term]) -> Iterator[_Stems]:
    """Note each candidate of a sentence under its stems, and give these."""
    words = segment.words(text)
    stems = [_key(word, language, opens=place == 0) for place, word in enumerate(words)]
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(words)) + 1):
            form = " ".join(words[start:end])
            if not stems[end - 1] or (end > start + 1 and form not in text):
                break
            term = terms[tuple(stems[start:end])]
            term.forms[form] += 1
            term.names += start > 0 and all(word[0].isupper() for word in words[start:end])
            term.amounts += start > 0 and words[start - 1][0].isdigit()
            term.wholes += not any(stems[max(0, start - 1) : start] + stems[end : end + 1])
            yield tuple(stems[start:end])


def _key(word: str, language: str, *, opens: bool) -> str:
    """Return the stem of a word, or '' where it says nothing; a stop word does in a name: "New" in New Zealand."""
    lower = word.lower()
    is_stop = lower in lexicon.stop_words(language) and (opens or not word.istitle())
    if len(word) < _SHORTEST or not word[0].isalpha() or is_stop:
        return ""
    return lexicon.stemmer(language)(lower)


def _is_thing(stems: _Stems, term: _Term) -> bool:
    return len(stems) > 1 or term.is_name()


def _parts(stems: _Stems) -> Iterator[_Stems]:
    """Yield what is told with the term anyway: all that stands within it."""
    for size in range(1, len(stems)):
        yield from (stems[start : start + size] for start in range(len(stems) - size + 1))
