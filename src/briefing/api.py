"""The public functions: the structure of a source, its briefing, the digest of several, the briefings of many."""

from collections.abc import Generator, Iterable, Mapping
from functools import partial
from itertools import tee
from typing import Any

from briefing.budget import Budget
from briefing.digests import Digest
from briefing.document import Briefing, Document
from briefing.errors import BriefingError, InternalError, SourceError
from briefing.scoring import DEFAULT_METHOD
from briefing.source import Source


def parse(
    text: str | Source, *, format: str | None = None, name: str | None = None, language: str = "english"
) -> Document:
    """Return the structure of a text: headings, sections, paragraphs and sentences, each with its place.

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
    reading = reading._replace(doubts=(*reading.doubts, *doubts))
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
    """Return the briefing of an article.

    At most one length is given; without any, it is a minute and at most a quarter of the words, but three sentences.

    Args:
        text: a plain text, what `read` gives, or what `parse` gives.
        sentences: how many sentences at most.
        words: how many words at most.
        ratio: which share of the sentences, over 0 to 1.
        per_section: how many sentences of each section.
        minutes: what is read in so many minutes, at 230 words a minute.
        method: how sentences are scored; `briefing.scoring.METHODS` names them.
        coverage: True gives each section its best sentence first, False ignores sections, None weighs them.
        query: words that the sentences should speak of, above all.
        language: the language of a text that is not parsed yet.

    Raises:
        SourceError: there is no article in it.
        UsageError: an argument does not make sense.
    """
    from briefing import composition, scoring, selection
    from briefing.scoring.terms import key_terms

    budget = Budget(sentences, words, ratio, per_section, minutes)
    document = text if isinstance(text, Document) else parse(text, language=language)
    scores = scoring.score(document, method=method, query=query)
    chosen = selection.choose(document, scores, budget, selection.Policy(coverage))
    return composition.compose(document, chosen, scores, method=method, terms=key_terms(document, scores.values))


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
    """Return the digest of some articles: what they are about, and of each matter what they say, told once.

    All is as for `summarize`, an article taking the place of a section; the length is that of each matter. Feeds and
    boxes of messages count as the articles in them. `matters` is how many matters are told, those of most articles;
    `one` takes all articles to be about one; with `only_one`, what a single article says is told and no more.

    Raises:
        SourceError: there is no article in one.
        UsageError: an argument does not make sense.
    """
    from briefing.digests.articles import Request
    from briefing.digests.matters import compose

    budget = Budget(sentences, words, ratio, per_section, minutes)
    parsed = [text if isinstance(text, Document) else parse(text, language=language) for text in documents]
    choice = Request(method, query, coverage, only_one)
    return compose(parsed, budget, choice, most=matters, one=one)


def pipe(
    texts: Iterable[Any],
    *,
    jobs: int | None = None,
    as_tuples: bool = False,
    format: str | None = None,
    language: str = "english",
    **options: Any,
) -> Generator[Any]:
    """Return the briefing of each text, in their order, as they are asked for.

    A text that fails gives a `BriefingError` in its place, never raised: `isinstance(made, briefing.BriefingError)`.
    Texts are taken as they are needed, a bounded number ahead, so that there may be any number of them.

    Args:
        texts: plain texts, what `read` or `parse` give, or mappings with a `text` and, if need be, a `name` and
            `language` of its own; what else is in a mapping is not looked at.
        jobs: how many processes share the texts; by default this one does them all. A process that dies loses only
            the text that it works on.
        as_tuples: whether each text is a pair with something that is given back beside its briefing.
        format: what the texts are in, as for `parse`.
        language: what those texts are in that do not say.
        options: lengths, method, coverage and query, as for `summarize`.

    Raises:
        UsageError: an option does not make sense.
    """
    from briefing import languages, readers

    languages.check(language)
    readers.check_format(format)
    check_options(**options)
    task = partial(_attempt, format=format, language=language, options=options)
    if not as_tuples:
        return _attempts(task, texts, jobs)
    pairs, contexts = tee(texts)
    made = _attempts(task, (text for text, _ in pairs), jobs)
    return ((briefing, context) for briefing, (_, context) in zip(made, contexts, strict=True))


def check_options(*, method: str = DEFAULT_METHOD, **others: Any) -> None:
    """Raise the UsageError that `summarize` would raise of these options, without a text."""
    from briefing.scoring import check_method

    check_method(method)
    Budget(**{name: value for name, value in others.items() if name not in ("coverage", "query")})


def _attempts(task: Any, texts: Iterable[Any], jobs: int | None) -> Generator[Briefing | BriefingError]:
    if jobs is None or jobs < 2:
        yield from map(task, texts)
        return
    from briefing import pool

    for result in pool.results(task, texts, jobs=jobs):
        yield SourceError(result.lost) if result.lost else result.value


def _attempt(item: Any, *, format: str | None, language: str, options: dict[str, Any]) -> Briefing | BriefingError:
    """Return the briefing of a text, or why there is none."""
    record: Mapping[str, Any] = item if isinstance(item, Mapping) else {"text": item}
    text, name = record.get("text"), record.get("name")
    try:
        if not isinstance(text, Document):
            if not isinstance(text, (str, Source)):
                raise SourceError(f"{name or 'text'}: no text in it; nothing to brief")
            named = None if name is None else str(name)
            text = parse(text, format=format, name=named, language=record.get("language") or language)
        return summarize(text, **options)
    except BriefingError as error:
        return error
    except Exception as error:  # The other texts must be done whatever this one does to us.
        return InternalError.of(str(name or "text"), error)
