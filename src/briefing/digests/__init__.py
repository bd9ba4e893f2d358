"""From many Documents to one Digest: what they are about, and of each matter what they say, told once."""

from collections.abc import Sequence

from briefing.budget import Budget
from briefing.digest_types import Digest
from briefing.digests import articles, matters, points
from briefing.document import Document

__all__ = ["articles", "compose"]

_WEIGHT = 400
"""Words from which on an article is no weightier."""
_LEAST = 60
"""Words that a matter has at least, where a number of words is for all."""


def compose(
    documents: Sequence[Document],
    budget: Budget,
    choice: articles.Request,
    *,
    most: int | None = None,
    one: bool = False,
) -> Digest:
    """Return the digest of some articles.

    A length that is asked for is that of the whole; without one each matter has a minute, or a share, of its own.
    `most` is how many matters are told, those of most articles; with `one` all articles are about one matter.
    """
    found = [article for document in documents for article in articles.split(document)]
    read = [articles.read(document, choice) for document in found]
    groups = [list(range(len(read)))] if one and read else matters.group(read)
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
        left_out=tuple(matters.title([read[place] for place in group]) or "" for group in groups[len(told) :]),
        query_matched=any(matched) if choice.query else None,
    )


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
