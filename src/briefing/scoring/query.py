"""How well sentences answer a query."""

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from briefing.scoring.signs import Page

_SATURATED = 1.2
"""Said so often, a word counts half of what it counts at most (BM25, Robertson & Walker 1994)."""
_HEADING = 0.25
"""What a word counts that stands in the heading above the sentence, not in the sentence itself."""
_REACH = 6
"""Over how many sentences before and after a word counts: what answers a question stands beside what repeats it."""
_NEAR = 0.2
"""What of a word counts for the next sentence; less and less for those that follow."""
_PHRASE = 0.3
"""What two words that stand together as in the query count again."""
_SHARE = 0.7
"""How much of a sentence's score is its match; the rest is the method's opinion, which orders equal matches."""


def matches(page: Page, query: Sequence[str]) -> list[float]:
    """Return how well each sentence answers the query, given as terms: 0 (not at all) to 1 (the best).

    The query's terms by idf, as often as they are said in the sentence, in the heading above and nearby in the
    section. Terms that the text lacks are left out: they ask for no sentence rather than another.
    """
    vectors = page.vectors
    known = vectors.idf.keys() | set(chain.from_iterable(page.headings))
    unseen = math.log(len(vectors.terms) + 1)
    asked = {term: vectors.idf.get(term, unseen) for term in query if term in known}
    weights: dict[Hashable, float] = dict(asked.items())
    weights.update((pair, _PHRASE * sum(asked.get(term, 0.0) for term in pair)) for pair in pairwise(query))
    raw: list[float] = []
    for section, above in zip(page.document.sections, page.headings, strict=True):
        found = [_found(vectors.terms[sentence.index], above, weights) for sentence in section.sentences]
        raw += [math.fsum(weights[key] * count for key, count in near.items()) for near in _nearby(found)]
    most = max(raw, default=0.0)
    return [value / most for value in raw] if most else raw


def mix(values: Sequence[float], match: Sequence[float]) -> list[float]:
    """Return a method's scores, 0 to 1, mixed with the matches."""
    return [(1 - _SHARE) * value + _SHARE * fit for value, fit in zip(values, match, strict=True)]


def _found(terms: Sequence[str], above: Sequence[str], wanted: Collection[Hashable]) -> dict[Hashable, float]:
    """Return how much each term and phrase that is wanted counts for a sentence with these terms and this heading."""
    counts = Counter(key for key in chain(terms, pairwise(terms)) if key in wanted)
    return {
        **{key: _HEADING for key in chain(above, pairwise(above)) if key in wanted},
        **{key: count / (count + _SATURATED) for key, count in counts.items()},
    }


def _nearby(found: Sequence[Mapping[Hashable, float]]) -> Iterator[dict[Hashable, float]]:
    """Return of each sentence of a section what it has itself, and a part of what those around it have."""
    for place, own in enumerate(found):
        result = dict(own)
        for other in range(max(0, place - _REACH), min(len(found), place + _REACH + 1)):
            for key, count in found[other].items() if other != place else ():
                near = _NEAR * count / math.sqrt(abs(other - place))
                result[key] = max(near, result.get(key, 0.0))
        yield result
