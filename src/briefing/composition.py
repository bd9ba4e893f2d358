"""From a document and the chosen sentences to a briefing."""

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from briefing.document import Briefing, Document, Heading, Part, Point, Section, Size
from briefing.patterns import regex
from briefing.scoring import Scores, outcome
from briefing.scoring.signs import roles_of
from briefing.segment import count_words

_CALLED = regex(r"\b(?:cited|known) as (?:the )?[\"“'‘`]*([A-Z][^\"”'’`.;]{3,100}?)(?=[\"”'’`.;])")
_FIRST = 40
"""How many sentences of a law are asked for its name."""
_VERSUS = regex(r"(?:(?i:In re):? |.{1,100}\bvs?\.? )[A-Z(\[][^\]]{1,100}$")
_PARTIES = regex(
    r"(?<!\S)((?=[A-Z])(?:(?!C(?:ourt|OURT|ircuit|IRCUIT)|D(?:istrict|ISTRICT) )[^,;:\d]){3,80}),"
    r"(?: [^,;:]{2,60},){0,4}? ?v(?:s?\.|ersus) ([A-Z][^,;:\d]{2,80})[,;]"
)
"""The same over several lines, with what each party is: 'ANN LEE, Plaintiff, v. ODE INC., Defendant'."""
_WORDS_OF_NAME = 3
"""How many words a title has at least that is more than "An Act" or "Order"."""
_HEAD = 8
"""How many headings, sentences and lines left out of a judgment are asked for its parties."""


def compose(
    document: Document, chosen: Collection[int], scores: Scores, *, method: str, terms: tuple[str, ...] = ()
) -> Briefing:
    """Return the briefing of a document with the sentences whose indices are chosen.

    A section without a chosen sentence is left out, unless one of its subsections has some. Where the document is
    headings only, the briefing is too.
    """
    picked = frozenset(chosen)
    bottom = outcome.bottom_line(scores, picked)
    after = None if bottom is None else outcome.completion(scores, bottom)
    parts = [Part(of.heading, tuple(_points(of, picked, scores)), roles) for of, roles in roles_of(document)]
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
        bottom_line=None if bottom is None else document.sentences[bottom],
        completion=document.sentences[after] if after in picked and after is not None else None,
        terms=terms,
        subject=_subject(document),
        status=document.status,
        query_matched=scores.query_matched,
    )


def _points(section: Section, picked: frozenset[int], scores: Scores) -> Iterator[Point]:
    for sentence in section.sentences:
        if (index := sentence.index) in picked:
            companion = scores.page.companions[index] if scores.page else None
            yield Point(sentence, scores.values[index], scores.ranks[index], companion)


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


def _subject(document: Document) -> str | None:
    """Return who is against whom in a judgment; what a text is called without a title, or with "An Act" for it."""
    if document.kind == "judgment":
        groups = (document.headings, document.sentences, document.boilerplate)
        parts = [part for some in groups for part in some[:_HEAD]]
        lines = [document.title or "", *(part.text for part in parts)]
        told = next((line.rstrip(".") for line in lines if _VERSUS.match(line)), None)
        names = _PARTIES.search(" ".join(part.text for part in sorted(parts, key=attrgetter("start"))))
        return told or (f"{names[1]} v. {names[2]}" if names and len(lines[0].split()) < _WORDS_OF_NAME else None)
    if document.title and (document.kind != "law" or len(document.title.split()) >= _WORDS_OF_NAME):
        return None
    opening = document.sections[0] if document.sections else None
    if document.kind == "law":
        found = (_CALLED.search(sentence.text) for sentence in document.sentences[:_FIRST])
        return next((match[1] for match in found if match), None)
    if opening and opening.heading and len(document.sections) > 1 and not opening.heading.text[0].isdigit():
        _, roles = next(roles_of(document))
        return None if roles else opening.heading.text
    return None


def _left_out(sections: Iterable[Section], picked: frozenset[int]) -> Iterator[Heading]:
    for section in sections:
        indices = [sentence.index for sentence in section.sentences]
        if section.heading and indices and picked.isdisjoint(indices):
            yield section.heading


def size(texts: Iterable[str]) -> Size:
    """Return how many sentences some are, and how many words are in them."""
    counts = [count_words(text) for text in texts]
    return Size(len(counts), sum(counts))
