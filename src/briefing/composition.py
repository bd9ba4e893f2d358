"""From a document and the chosen sentences to a briefing."""

from collections.abc import Collection, Iterable, Iterator

from briefing.document import Briefing, Document, Heading, Part, Point, Section, Sentence, Size
from briefing.scoring import Scores
from briefing.segment import count_words

_LONGEST_ALONE = 60
"""Words of the longest sentence that stands alone, where a shorter one may."""


def compose(
    document: Document, chosen: Collection[int], scores: Scores, *, method: str, terms: tuple[str, ...] = ()
) -> Briefing:
    """Return the briefing of a document with the sentences whose indices are chosen.

    A section without a chosen sentence is left out, unless one of its subsections has some. Where the document is
    headings only, the briefing is too.
    """
    picked = frozenset(chosen)
    parts = [_part(section, picked, scores) for section in document.sections]
    if document.sentences:
        parts = _without_empty(parts)
    return Briefing(
        name=document.name,
        title=document.title,
        language=document.language,
        method=method,
        document_size=size(sentence.text for sentence in document.sentences),
        briefing_size=size(point.sentence.text for part in parts for point in part.points),
        parts=tuple(parts),
        unit=document.unit,
        left_out=tuple(_left_out(document.sections, picked)),
        bottom_line=_bottom_line(document, picked, scores),
        terms=terms,
        query_matched=scores.query_matched,
    )


def _part(section: Section, picked: frozenset[int], scores: Scores) -> Part:
    return Part(
        section.heading,
        tuple(
            Point(sentence, scores.values[sentence.index], scores.ranks[sentence.index])
            for sentence in section.sentences
            if sentence.index in picked
        ),
    )


def _without_empty(parts: list[Part]) -> list[Part]:
    """Keep parts that have points, and the headings above them."""
    kept: list[Part] = []
    below = 0
    for part in reversed(parts):
        level = part.heading.level if part.heading else 0
        if part.points or 0 < level < below:
            kept.append(part)
            below = level
    return kept[::-1]


def _bottom_line(document: Document, picked: frozenset[int], scores: Scores) -> Sentence | None:
    """Return the best of the chosen sentences that lean on no other and are not too long, else the best of all.

    Only the default method tells.
    """
    page = scores.page
    if page is None:
        return None
    alone = [i for i in picked if page.companions[i] is None and len(page.words[i]) <= _LONGEST_ALONE]
    best = max(alone or picked, key=lambda index: (scores.values[index], -index), default=None)
    return None if best is None else document.sentences[best]


def _left_out(sections: Iterable[Section], picked: frozenset[int]) -> Iterator[Heading]:
    for section in sections:
        indices = [sentence.index for sentence in section.sentences]
        if section.heading and indices and picked.isdisjoint(indices):
            yield section.heading


def size(texts: Iterable[str]) -> Size:
    """Return how many sentences some are, and how many words are in them."""
    counts = [count_words(text) for text in texts]
    return Size(len(counts), sum(counts))
