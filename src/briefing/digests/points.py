"""From the articles of a matter to what they say, told once: scored in each, chosen from all, with who says so."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing import composition, scoring, selection
from briefing.budget import Budget
from briefing.digests import Difference, Matter, Origin, SharedPoint, Telling, facts
from briefing.digests.articles import Request, ScoredArticle
from briefing.document import Document, Heading, Section
from briefing.scoring.signs import Page
from briefing.scoring.vectors import TermVectors, contained, near
from briefing.segment import count_words

_SUPPORT = 2.0
"""How much it counts that other articles say so, beside what a sentence is worth in its own."""
_SHARED = 0.2
"""Up to this cosine sentences of two articles only share the words of their matter."""
_SAME, _PART = 0.5, 0.8
"""From this cosine on two sentences tell the same; or where so much of the shorter one is in the other."""
_TELLING = 6
"""Terms of the shortest sentence that can be part of another."""
_LEAST = 60
"""As few sentences as there may be, they are weighed as among so many."""
_UNASKED = 0.3
"""What is left of the worth of sentences in an article that says nothing of what is asked for, where others do."""
_BALANCE = 2.5
"""How much less a sentence is worth the more of the digest its article has already."""
_LENGTH = 0.4
"""What room costs, as a power of a sentence's words: more than in one article, since there is more to tell."""
_KNOWN = 0.3
"""Share of a sentence that the chosen ones may have told: who reads several articles has heard the matter often."""


@dataclass(frozen=True, slots=True)
class _Union:
    """All sentences of some articles in one document, a section an article."""

    articles: Sequence[ScoredArticle]
    """The articles."""
    starts: Sequence[int]
    """Of each article, the number of its first sentence."""
    document: Document
    """The one document; its sentences are numbered anew."""
    sources: Sequence[int]
    """Of each sentence, the place of its article."""
    page: Page
    """The one document with what only the whole of it tells."""
    values: Sequence[float]
    """What each sentence is worth in its article and by what others say, 0 to 1."""
    near: Sequence[Mapping[int, float]]
    """The sentences that are like each."""

    def difference(self, index: int, other: int) -> tuple[str, str, str] | None:
        """Return in what two sentences differ that tell the same, and what each says."""
        told = (self.document.sentences[place].text for place in (index, other))
        ours, theirs = (facts.facts_of(text, self.document.language) for text in told)
        return facts.difference(ours, theirs, self.near[index].get(other, 0.0))

    def is_same(self, index: int, other: int) -> bool:
        """Return whether two sentences tell the same, whatever their numbers."""
        if self.near[index][other] >= _SAME:
            return True
        rows = self.page.vectors.row(index), self.page.vectors.row(other)
        return min(map(len, rows)) >= _TELLING and contained(*rows) >= _PART


def matter(articles: Sequence[ScoredArticle], budget: Budget, choice: Request) -> Matter:
    """Return what articles of one matter say, within a budget."""
    union = _united(articles, choice)
    tellings = _merged(union)
    union = _leaning_on_tellers(union, tellings)
    scores = _scores(union, tellings, choice)
    policy = selection.Policy(choice.coverage, dangling=0.0, balance=_BALANCE, length=_LENGTH, known=_KNOWN)
    chosen = selection.choose(union.document, scores, budget, policy)
    headings = _shared_headings(union)
    told = frozenset(chosen)
    points = {i: _point(union, i, tellings[i], headings, told) for i in chosen if i in tellings}
    kept = list(_ordered(_fitting(points, budget, union), union, headings.values()))
    languages = Counter(article.document.language for article in articles)
    return Matter(
        title=title(articles),
        language=languages.most_common(1)[0][0],
        origins=tuple(
            Origin(of.name, of.title, of.date, of.address, composition.size(s.text for s in of.sentences), of.unit)
            for of in (article.document for article in articles)
        ),
        points=tuple(kept),
        size=composition.size(sentence.text for point in kept for sentence in point.sentences),
    )


def title(articles: Sequence[ScoredArticle]) -> str | None:
    """Return the title that says best what all the articles are about; None where none has one."""
    spread = Counter(term for article in articles for term in {term for row in article.terms for term in row})
    titled = [article for article in articles if article.document.title]

    def told(article: ScoredArticle) -> float:
        terms = set(article.title)
        return sum(spread[term] for term in terms) / (len(terms) + 4)

    return max(titled, key=told).document.title if titled else None


def _united(articles: Sequence[ScoredArticle], choice: Request) -> _Union:
    sections: list[Section] = []
    companions: list[int | None] = []
    sources: list[int] = []
    starts = list(accumulate((len(article.document.sentences) for article in articles), initial=0))[:-1]
    for place, (first, article) in enumerate(zip(starts, articles, strict=True)):
        paragraphs = [
            replace(paragraph, sentences=tuple(replace(s, index=first + s.index) for s in paragraph.sentences))
            for section in article.document.sections
            for paragraph in section.paragraphs
        ]
        sections.append(Section(Heading(article.document.name, 1, 0, 0, 1), tuple(paragraphs)))
        companions += [None if other is None else first + other for other in article.page.companions]
        sources += [place] * len(article.document.sentences)
    document = replace(articles[0].document, text="", title=None, sections=tuple(sections), boilerplate=(), titles=())
    vectors = TermVectors([row for article in articles for row in article.terms], least=_LEAST)
    words = [row for article in articles for row in article.page.words]
    cues = [row for article in articles for row in article.page.cues]
    page = Page(document, words, vectors, (), [()] * len(sections), companions, cues)
    like = near(vectors.weights, _SHARED)
    # Where some article speaks of what is asked for, one that does not has little to say.
    asked = any(article.scores.query_matched for article in articles)
    share = [_UNASKED if asked and not article.scores.query_matched else 1.0 for article in articles]
    values = [own * value for own, article in zip(share, articles, strict=True) for value in article.scores.values]
    support = [_support(sources, index, row, len(articles)) for index, row in enumerate(like)]
    # Where something is asked for, what others say of something else does not count.
    base = values if choice.query else [1.0] * len(values)
    worth = [value + own * more for value, own, more in zip(values, base, support, strict=True)]
    most = max(worth, default=1.0) or 1.0
    return _Union(articles, starts, document, sources, page, [value / most for value in worth], like)


def _support(sources: Sequence[int], index: int, row: Mapping[int, float], count: int) -> float:
    """Return how far the other articles have a sentence like this one."""
    best: dict[int, float] = {}
    for other, value in row.items():
        if sources[other] != sources[index]:
            best[sources[other]] = max(value - _SHARED, best.get(sources[other], 0.0))
    return _SUPPORT * sum(best.values()) / max(1, count - 1)


def _merged(union: _Union) -> dict[int, list[int]]:
    """Return of each sentence that is worth telling those that tell the same: the best one takes the others in."""
    barred = _unquotable(union)
    worth = union.values
    # What leans on another sentence tells best only where no other does.
    order = sorted(range(len(worth)), key=lambda i: (i in barred, union.page.companions[i] is not None, -worth[i], i))
    tellings: dict[int, list[int]] = {}
    taken: set[int] = set()
    for index in order:
        if index not in taken:
            same = [other for other in union.near[index] if other not in taken and union.is_same(index, other)]
            tellings[index] = sorted(same)
            taken.update(same, (index,))
    return tellings


def _leaning_on_tellers(union: _Union, tellings: Mapping[int, Sequence[int]]) -> _Union:
    """Return the union in which what leans on a sentence that another tells leans on that other."""
    teller = {other: index for index, same in tellings.items() for other in same}
    found = [None if other is None else teller.get(other, other) for other in union.page.companions]
    companions = [None if other == index else other for index, other in enumerate(found)]
    return replace(union, page=union.page._replace(companions=companions))


def _unquotable(union: _Union) -> dict[int, str]:
    articles = zip(union.starts, union.articles, strict=True)
    return {first + index: why for first, article in articles for index, why in article.scores.barred.items()}


def _scores(union: _Union, tellings: Mapping[int, Sequence[int]], choice: Request) -> scoring.Scores:
    """Return the scores of all sentences; what is told by another, or not asked for, is barred."""
    values = union.values
    barred = {index: selection.TOLD for index in range(len(values)) if index not in tellings}
    if choice.only_one:
        several = (i for i, same in tellings.items() if any(union.sources[o] != union.sources[i] for o in same))
        barred |= dict.fromkeys(several, selection.TOLD)
    ranks, barred = scoring.ranked(values), _unquotable(union) | barred
    return scoring.Scores(tuple(values), ranks, barred=barred, page=union.page)


def _point(
    union: _Union, index: int, same: Sequence[int], headings: Mapping[int, str], chosen: frozenset[int]
) -> SharedPoint:
    """Return a point: who says the same, and who says it otherwise."""
    agreeing, differing = [_telling(union, index)], dict[tuple[str, str, str], list[Telling]]()
    for other in same:
        telling = _telling(union, other)
        differs = union.difference(index, other) if telling.source != agreeing[0].source else None
        (differing.setdefault(differs, []) if differs else agreeing).append(telling)
    companion = union.page.companions[index]
    return SharedPoint(
        tellings=tuple(agreeing),
        score=round(union.values[index], 6),
        heading=headings.get(index),
        differences=tuple(Difference(*what, tuple(others)) for what, others in differing.items()),
        leans=companion is not None and companion in chosen,
    )


def _telling(union: _Union, index: int) -> Telling:
    source = union.sources[index]
    return Telling(source + 1, union.articles[source].document.sentences[index - union.starts[source]])


def _fitting(points: Mapping[int, SharedPoint], budget: Budget, union: _Union) -> dict[int, SharedPoint]:
    """Return the points that a number of words holds with what differs from them; the least worthy go."""
    total = sum(len(words) for words in union.page.words)
    limit = max(limit.words for limit in budget.limits(len(union.sources), total))
    kept = dict(points)
    while budget.in_words and sum(count_words(s.text) for point in kept.values() for s in point.sentences) > limit:
        goes = {min(kept, key=lambda index: kept[index].score)}
        while goes & kept.keys():
            kept = {index: point for index, point in kept.items() if index not in goes}
            goes = {index for index in kept if kept[index].leans and union.page.companions[index] not in kept}
    return kept


def _ordered(points: Mapping[int, SharedPoint], union: _Union, headings: Iterable[str]) -> Iterator[SharedPoint]:
    """Yield points under shared headings together, by day where all days are known, by worth; what leans, behind."""
    groups: dict[int, list[int]] = {}
    for index in points:
        groups.setdefault(_root(index, points, union), []).append(index)
    days = [article.document.date for article in union.articles]
    lengths = [len(article.document.sentences) for article in union.articles]
    order = {heading: place for place, heading in enumerate(dict.fromkeys(headings))}

    def key(root: int) -> tuple[int, str, float]:
        group = [points[index] for index in groups[root]]
        day = days[group[0].source - 1] if all(days) else None
        # What several tell early is the news; what comes late, however often, is why.
        late = min(t.sentence.index / lengths[t.source - 1] for point in group for t in point.tellings)
        return order.get(group[0].heading or "", -1), day or "", late - max(point.score for point in group)

    for root in sorted(groups, key=key):
        home = union.sources[root]
        yield from (points[i] for i in sorted(groups[root], key=lambda i: (union.sources[i] != home, i)))


def _root(index: int, points: Mapping[int, SharedPoint], union: _Union) -> int:
    """Return the point that another leans on in the end; of two that lean on each other, the first."""
    way = [index]
    while (companion := union.page.companions[way[-1]]) is not None and companion in points:
        if companion in way:
            return min(way[way.index(companion) :])
        way.append(companion)
    return way[-1]


def _shared_headings(union: _Union) -> dict[int, str]:
    """Return the heading of each sentence that stands under one which another article has too."""
    count = Counter(
        key
        for article in union.articles
        for key in {section.heading.text.casefold() for section in article.document.sections if section.heading}
    )
    found: dict[int, str] = {}
    words: dict[str, str] = {}
    for first, article in zip(union.starts, union.articles, strict=True):
        for section in article.document.sections:
            if section.heading and count[key := section.heading.text.casefold()] > 1:
                text = words.setdefault(key, section.heading.text)
                found |= {first + sentence.index: text for sentence in section.sentences}
    return found
