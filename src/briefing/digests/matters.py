"""From documents to the matters that they are about, groups of articles on one event or subject, each told once."""

import heapq
from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefing.budget import Budget
from briefing.digests import Digest, articles, points
from briefing.digests.articles import Request, ScoredArticle
from briefing.document import Document
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
_WEIGHT = 400
"""Words from which on an article is no weightier."""
_LEAST = 60
"""Words that a matter has at least, where a number of words is for all."""


def compose(
    documents: Sequence[Document], budget: Budget, choice: Request, *, most: int | None = None, one: bool = False
) -> Digest:
    """Return the digest of some articles.

    A length that is asked for is that of the whole; without one each matter has a minute, or a share, of its own.
    `most` is how many matters are told, those of most articles; with `one` all articles are about one matter.
    """
    found = [article for document in documents for article in articles.split(document)]
    read = [articles.read(document, choice) for document in found]
    groups = [list(range(len(read)))] if one and read else group(read)
    if choice.query:  # What was asked for goes before what many speak of.
        groups.sort(key=lambda group: not any(read[place].scores.query_matched for place in group))
    members = [[read[place] for place in group] for group in groups[:most]]
    sizes = [sum(min(_WEIGHT, 1 + sum(map(len, article.page.words))) for article in own) for own in members]
    shares = _shared_out(budget, sizes)
    told = [points.matter(own, share, choice) for own, share in zip(members, shares, strict=False)]
    matched = [article.scores.query_matched for article in read]
    return Digest(
        tuple(told),
        choice.method,
        left_out=tuple(points.title([read[place] for place in group]) or "" for group in groups[len(told) :]),
        query_matched=any(matched) if choice.query else None,
    )


def group(articles: Sequence[ScoredArticle]) -> list[list[int]]:
    """Return the places of each matter's articles, most articles first, by average linkage: the likest become one."""
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


def _terms(article: ScoredArticle) -> list[str]:
    opening = [term for row in article.terms[:_OPENING] for term in row]
    return [*article.title * _TITLE, *opening, *(term for row in article.terms for term in row)]


def _average(links: Sequence[dict[int, float]], groups: dict[int, list[int]], one: int, other: int) -> float:
    return links[one].get(other, 0.0) / (len(groups[one]) * len(groups[other]))


def _closeness(one: str | None, other: str | None) -> float:
    if not one or not other:
        return 1.0
    return _LATER if abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > _DAYS else 1.0


def _shared_out(budget: Budget, sizes: Sequence[int]) -> list[Budget]:
    """Return the budget of each matter that has one, by what there is to tell."""
    if budget.sentences is not None:
        return [Budget(sentences=number) for number in _divided(budget.sentences, sizes, 1)]
    if budget.words is None and budget.minutes is None:
        return [budget] * len(sizes)
    (limit,) = budget.limits(0, 0)
    return [Budget(words=number) for number in _divided(limit.words, sizes, _LEAST)]


def _divided(total: int, sizes: Sequence[int], least: int) -> list[int]:
    told = sizes[: max(1, total // least)]
    least = min(least, total)
    return [least + (total - least * len(told)) * size // sum(told) for size in told]
