"""The public functions: the structure of a source, its briefing, and the digest of several."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.document import Briefing, Digest, Document
from briefing.errors import SourceError
from briefing.scoring import DEFAULT_METHOD
from briefing.source import Source


def parse(
    text: str | Source,
    *,
    format: str | None = None,
    name: str | None = None,
    language: str = "english",
) -> Document:
    """Give the structure of a text: headings, sections, paragraphs and sentences, each with its place.

    Args:
        text: the text, or what `read` gives.
        format: one of `briefing.readers.FORMATS`; by default 'text' for a str, and what a source looks like.
        name: what to call the document; by default the source's name, or 'text'.
        language: an English name ('german'), its own ('Deutsch'), a tag ('de', 'pt-BR'), or 'auto'.

    Raises:
        SourceError: there is no article in it.
        UsageError: the format or language is not known.
    """
    from briefing import languages, readers, structure

    languages.check(language)
    if isinstance(text, Source):
        name = name or text.name
        reading = readers.read(text, format=format, name=name)
    else:
        name = name or "text"
        reading = readers.read_text(text, format=format or "text", name=name)
    known, doubts = languages.resolve(language, reading.prose)
    reading = replace(reading, doubts=(*reading.doubts, *doubts))
    document = structure.document(reading, name=name, language=known)
    if not document.sections and document.title is None:
        raise SourceError(f"{name}: no article in it; nothing to brief")
    return document


def summarize(
    text: str | Source | Document,
    *,
    sentences: int | None = None,
    words: int | None = None,
    ratio: float | None = None,
    per_section: int | None = None,
    minutes: float | None = None,
    method: str = DEFAULT_METHOD,
    coverage: bool | None = None,
    query: str | None = None,
    language: str = "english",
) -> Briefing:
    """Give the briefing of an article.

    At most one length is given; without any, it is a minute, 230 words, and at most a quarter of the article's words,
    but three sentences where that gives fewer.

    Args:
        text: a plain text, what `read` gives, or what `parse` gives.
        sentences: how many sentences at most.
        words: how many words at most.
        ratio: which share of the sentences, over 0 to 1.
        per_section: how many sentences of each section.
        minutes: what is read in so many minutes, at 230 words a minute.
        method: how sentences are scored; `briefing.scoring.METHODS` names them.
        coverage: True gives every section its best sentence before any a second, False ignores sections, None gives
            sections room by their importance.
        query: words that the sentences should speak of, above all.
        language: the language of a text that is not parsed yet.

    Raises:
        SourceError: there is no article in it.
        UsageError: an argument does not make sense.
    """
    from briefing import composition, scoring, selection
    from briefing.budget import Budget

    budget = Budget(sentences, words, ratio, per_section, minutes)
    document = text if isinstance(text, Document) else parse(text, language=language)
    scores = scoring.score(document, method=method, query=query)
    chosen = selection.choose(document, scores, budget, selection.Policy(coverage))
    terms = scoring.key_terms(document, scores)
    return composition.compose(document, chosen, scores, method=method, terms=terms)


def digest(
    documents: Iterable[str | Source | Document],
    *,
    sentences: int | None = None,
    words: int | None = None,
    ratio: float | None = None,
    per_section: int | None = None,
    minutes: float | None = None,
    method: str = DEFAULT_METHOD,
    coverage: bool | None = None,
    query: str | None = None,
    language: str = "english",
    matters: int | None = None,
    one: bool = False,
    only_one: bool = False,
) -> Digest:
    """Give the digest of some articles: what they are about, and of each matter what they say, told once.

    The length is that of each matter; all else is as for `summarize`, an article taking the place of a section.

    Args:
        documents: articles, as `summarize` takes them; feeds and boxes of messages count as the articles in them.
        sentences: how many sentences at most, of each matter.
        words: how many words at most.
        ratio: which share of the sentences, over 0 to 1.
        per_section: how many sentences of each article.
        minutes: what is read in so many minutes.
        method: how sentences are scored.
        coverage: True gives every article its best sentence first.
        query: words that the sentences should speak of.
        language: the language of texts that are not parsed yet.
        matters: how many matters are told, those of most articles; None for all.
        one: whether all articles are taken to be about one matter.
        only_one: whether only what a single article says is told.

    Raises:
        SourceError: there is no article in one.
        UsageError: an argument does not make sense.
    """
    from briefing import digests
    from briefing.budget import Budget
    from briefing.digests.articles import Request

    budget = Budget(sentences, words, ratio, per_section, minutes)
    parsed = [text if isinstance(text, Document) else parse(text, language=language) for text in documents]
    choice = Request(method, query, coverage, only_one)
    return digests.compose(parsed, budget, choice, most=matters, one=one)
