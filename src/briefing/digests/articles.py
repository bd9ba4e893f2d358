"""From a document to the articles in it, each with its day and its scores: entries of a feed, messages, or itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime

from briefing import scoring
from briefing.digests import facts
from briefing.document import Document, Paragraph, Section
from briefing.patterns import regex
from briefing.scoring.signs import Page
from briefing.source import is_web_address

_DATED = regex(r"(?:Date|Sent): ", re.IGNORECASE)
_ISO = regex(r"(?<!\d)((?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)")
_KINDS = ("date", "mail head", "byline")


@dataclass(frozen=True, slots=True)
class Request:
    """What is chosen from articles."""

    method: str = scoring.DEFAULT_METHOD
    """The name of the method that scores sentences."""
    query: str | None = None
    """Words that the sentences should speak of."""
    coverage: bool | None = None
    """Whether every article has its best sentence first."""
    only_one: bool = False
    """Whether only what a single article says is told."""


@dataclass(frozen=True, slots=True)
class ScoredArticle:
    """A document, and what was found in it."""

    document: Document
    """The document."""
    scores: scoring.Scores
    """The scores of its sentences."""
    page: Page
    """What its words, and what leans on what, tell."""
    terms: Sequence[Sequence[str]]
    """Of each sentence, its terms without numbers."""
    title: list[str]
    """The terms of its title."""


def read(document: Document, choice: Request) -> ScoredArticle:
    """Return an article with the scores of its sentences."""
    scores = scoring.score(document, method=choice.method, query=choice.query)
    page = scores.page or scoring.page_of(document)
    terms = [[term for term in row if not any(map(str.isdigit, term))] for row in page.vectors.terms]
    return ScoredArticle(document, scores, page, terms, list(page.title))


def split(document: Document) -> Iterator[Document]:
    """Yield the articles of a collection, each with its title, day and address; or the document, with its own."""
    if not document.is_collection:
        address = document.address or (document.name if is_web_address(document.name) else None)
        yield replace(document, date=document.date or _day(document), address=address)
        return
    groups: list[list[Section]] = []
    for section in document.sections:
        if section.heading is None or section.heading.level == 1 or not groups:
            groups.append([])
        groups[-1].append(section)
    starts = [(group[0].heading or next(group[0].sentences)).start for group in groups]
    for group, start, end in zip(groups, starts, [*starts[1:], len(document.text)], strict=True):
        if any(section.paragraphs for section in group):
            yield _entry(document, group, start, end)


def _entry(document: Document, group: list[Section], start: int, end: int) -> Document:
    first, *rest = group
    body = _numbered([Section(None, first.paragraphs), *rest])
    beside = tuple(item for item in document.boilerplate if start <= item.start < end)
    title = first.heading.text if first.heading else None
    entry = replace(document, title=title, sections=tuple(body), boilerplate=beside, is_collection=False, titles=())
    link = next((item.text for item in beside if item.kind == "link" and is_web_address(item.text)), None)
    return replace(entry, date=_day(entry), address=link)


def _numbered(sections: list[Section]) -> Iterator[Section]:
    """Yield the sections that hold anything, their sentences numbered from 0."""
    count = 0
    for section in sections:
        paragraphs = []
        for paragraph in section.paragraphs:
            own = tuple(replace(sentence, index=count + n) for n, sentence in enumerate(paragraph.sentences))
            paragraphs.append(Paragraph(own))
            count += len(own)
        if section.heading or paragraphs:
            yield Section(section.heading, tuple(paragraphs))


def _day(document: Document) -> str | None:
    """Return the day that stands beside the article: in figures, as mails write it, or in words of its language."""
    for item in document.boilerplate:
        if item.kind in _KINDS:
            text = _DATED.sub("", item.text)
            if found := _ISO.search(text):
                return _valid(found[1])
            try:
                return parsedate_to_datetime(text).date().isoformat()
            except (TypeError, ValueError, IndexError, OverflowError):
                written = [day for day in facts.without_dates(text, document.language)[1] if day[0]]
            if written:
                return _valid("{:04}-{:02}-{:02}".format(*min(written)))
    return None


def _valid(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None
