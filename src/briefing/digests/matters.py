"""From articles to the matters that they are about: groups of articles on one event or subject."""

import heapq
from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefing.digests.articles import ScoredArticle
from briefing.scoring.vectors import TermVectors, near

_ALIKE, _ALIKE_OF_FEW, _FEW = 0.16, 0.08, 10
"""Articles of one matter have this cosine, on average over their pairs; or less, where there are few articles in all:
who names a few means one matter."""
_WEAK = 0.03
"""A smaller cosine is none."""
_TITLE, _OPENING = 3, 5
"""How often a title counts, and how many of the first sentences count twice."""
_LEAST = 50
"""As few articles as there may be, they are weighed as among so many: what all of a few share still counts."""
_DAYS, _LATER = 14, 0.7
"""What is left of the likeness of articles that lie more days apart."""


def group(articles: Sequence[ScoredArticle]) -> list[list[int]]:
    """Return the articles of each matter by their places: the matter of most articles first.

    Agglomerative, by average linkage: the two groups whose articles are most alike on average become one, until none
    are alike.
    """
    vectors = TermVectors([_terms(article) for article in articles], least=_LEAST)
    links: list[dict[int, float]] = near(vectors.weights, _WEAK)
    for place, row in enumerate(links):
        for other in row:
            row[other] *= _closeness(articles[place].document.date, articles[other].document.date)
    groups = {place: [place] for place in range(len(articles))}
    heap = [(-value, one, other) for one, row in enumerate(links) for other, value in row.items() if one < other]
    heapq.heapify(heap)
    least = _ALIKE_OF_FEW if len(articles) <= _FEW else _ALIKE
    while heap:
        value, one, other = heapq.heappop(heap)
        if -value < least:
            break
        if one not in groups or other not in groups or -value != _average(links, groups, one, other):
            continue
        merged = len(links)
        groups[merged] = groups.pop(one) + groups.pop(other)
        sums = Counter(links[one]) + Counter(links[other])
        links.append({third: total for third, total in sums.items() if third in groups and third != merged})
        for third, total in links[merged].items():
            links[third][merged] = total
            heapq.heappush(heap, (-_average(links, groups, merged, third), third, merged))
    return sorted((sorted(group) for group in groups.values()), key=lambda group: (-len(group), group[0]))


def title(articles: Sequence[ScoredArticle]) -> str | None:
    """Return the title that says best what all the articles are about; None where none has one."""
    spread = Counter(term for article in articles for term in {term for row in article.terms for term in row})
    titled = [article for article in articles if article.document.title]

    def told(article: ScoredArticle) -> float:
        terms = set(article.title)
        return sum(spread[term] for term in terms) / (len(terms) + 4)

    return max(titled, key=told).document.title if titled else None


def _terms(article: ScoredArticle) -> list[str]:
    opening = [term for row in article.terms[:_OPENING] for term in row]
    return [*article.title * _TITLE, *opening, *(term for row in article.terms for term in row)]


def _average(links: Sequence[dict[int, float]], groups: dict[int, list[int]], one: int, other: int) -> float:
    return links[one].get(other, 0.0) / (len(groups[one]) * len(groups[other]))


def _closeness(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 1.0
    return _LATER if abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > _DAYS else 1.0
