"""From a Document to one score a sentence. The only package that knows sumy, a module a method family."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import normalize

from briefing.document import Document
from briefing.errors import unknown

if TYPE_CHECKING:
    from briefing.scoring.signs import Page, Signs

DEFAULT_METHOD = "analyst"
"""The method used when none is named."""

METHODS = {
    "analyst": "what careful readers quote, by place, form, facts, words, topic, sumy's ratings (the default)",
    "lead": "the first sentences, as they come",
    "lex-rank": "as sumy's LexRank: sentences like many other sentences (Erkan & Radev 2004)",
    "text-rank": "as sumy's TextRank: sentences that share words with many others (Mihalcea & Tarau 2004)",
    "lsa": "as sumy's latent semantic analysis (Steinberger & Ježek 2004)",
    "luhn": "sumy's Luhn: clusters of frequent words (Luhn 1958)",
    "edmundson": "sumy's Edmundson: cue words, title words and location (Edmundson 1969)",
    "sum-basic": "as sumy's SumBasic: frequent words, each counting less once told (Vanderwende et al. 2007)",
    "kl": "as sumy's KL-Sum: the words' distribution kept near the document's (Haghighi & Vanderwende 2009)",
    "reduction": "as sumy's graph reduction: shared words with all other sentences",
    "random": "a random choice, the same for the same text: a floor to compare with",
}
"""Every method's name, and what it looks for: "sumy's" are its classes, "as sumy's" our equals of them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A method's opinion of every sentence of a document."""

    values: tuple[float, ...]
    """One a sentence, scaled to 0..1: 0 the worst, 1 the best; all 1 when they are equal."""
    ranks: tuple[int, ...]
    """Each sentence's place by score, from 1; of equals the earlier is better."""
    factors: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """What made the scores, by name, a number a sentence each. For the default method they are what groups of signs
    add and take, all but 'query'; others have 'rating' alone. 'query', where one was asked, is the match, 0 to 1."""
    query_matched: bool | None = None
    """Whether any sentence or heading has a word of the query; None without one."""
    barred: Mapping[int, str] = field(default_factory=dict)
    """Why some sentences are not to be quoted, by their index; empty for other methods."""
    outcomes: tuple[float, ...] = ()
    """What speaks for each sentence as the bottom line, beside its value; empty for methods that only rank."""
    page: "Page | None" = field(default=None, compare=False, repr=False)
    """What the default method knows of the sentences: what they repeat, and what they lean on; None where the ranking
    is to be taken as it is."""


def check_method(name: str) -> None:
    """Raise a UsageError unless this is the name of a method."""
    if name not in METHODS:
        raise unknown("method", name, METHODS)


def score(document: Document, *, method: str = DEFAULT_METHOD, query: str | None = None) -> Scores:
    """Return the scores of a document's sentences by the named method.

    Args:
        document: the document.
        method: the name of one of `METHODS`.
        query: words that the best sentences should speak of, mixed into any method's scores. What matches nothing
            changes nothing; `Scores.query_matched` tells.

    Raises:
        UsageError: no such method is known.
    """
    check_method(method)
    query = (query or "").strip()
    page = page_of(document) if query or method == DEFAULT_METHOD else None
    from briefing.scoring import outcome, quotable

    raw, factors, signs = _ratings(document, method, page)
    most = max(raw, default=1.0)
    # The default method has a 0 of its own: a sentence that nobody would quote, whether there is one or not.
    ours = page if method == DEFAULT_METHOD else None
    values = [rating / most for rating in raw] if ours else _scaled(raw)
    matched = None
    if query and page:
        from briefing.scoring import query as queries

        match = queries.matches(page, _terms(_words([query]), document.language)[0])
        matched = any(match)
        factors["query"] = match
        values = _scaled(queries.mix(values, match)) if matched else values
    barred = quotable.reasons(ours) if ours else {}
    return Scores(
        tuple(values),
        ranked(values),
        {name: tuple(numbers) for name, numbers in factors.items()},
        query_matched=matched,
        barred=barred,
        outcomes=tuple(outcome.merits(ours, signs, barred)) if ours else (),
        # Sumy's methods and the lead are what they are: each picks by its own criterion alone.
        page=ours,
    )


def ranked(values: Sequence[float]) -> tuple[int, ...]:
    """Return the rank of each value, from 1; of equal ones the first is ahead."""
    ranks = [0] * len(values)
    for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__, reverse=True), 1):
        ranks[index] = rank
    return tuple(ranks)


def _words(texts: Iterable[str]) -> list[list[str]]:
    """Return the words of each text in lower case, with straight apostrophes and whole letters as in the lists."""
    from briefing import segment

    return [segment.words(normalize("NFC", text).lower().replace("’", "'")) for text in texts]


def _terms(texts: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """Return the stems of the words of each text but its stop words, or of all where it has no others."""
    from briefing.scoring import lexicon

    stop, stem = lexicon.stop_words(language), lexicon.stemmer(language)
    stems = {word: stem(word) for word in frozenset(chain.from_iterable(texts))}
    telling = {word: stems[word] for word in stems.keys() - stop}
    return [
        [telling[word] for word in words if word in telling] or [stems[word] for word in words] for words in texts
    ]


def page_of(document: Document) -> "Page":
    """Return a document with what only the whole of it can tell about a sentence."""
    from briefing.scoring import coherence, lexicon
    from briefing.scoring.signs import Page
    from briefing.scoring.vectors import TermVectors

    language = document.language
    phrases = lexicon.cues(language).sentences
    words = _words(sentence.text for sentence in document.sentences)
    headings = _words(section.heading.text if section.heading else "" for section in document.sections)
    return Page(
        document,
        words,
        TermVectors(_terms(words, language)),
        _terms(_words([document.title]), language)[0] if document.title else (),
        _terms(headings, language),
        coherence.companions(document),
        [lexicon.named(own, phrases) for own in words],
    )


def _ratings(
    document: Document, method: str, page: "Page | None"
) -> tuple[list[float], dict[str, list[float]], "Signs"]:
    """Return a method's rating of each sentence, the factors that made it, and the signs that it looks for."""
    if method == "lead":
        raw = [-float(index) for index in range(len(document.sentences))]
        return raw, {"rating": raw}, {}
    from briefing.scoring import analyst, dom, sumy_methods

    if method == DEFAULT_METHOD and page:
        model = dom.document_model(document, dom.words_of(document, page.words))
        summarizer = analyst.AnalystSummarizer(page, model)
        return dom.ratings(summarizer, model), dict(summarizer.factors), summarizer.signs
    raw = dom.ratings(sumy_methods.summarizer(method, document.language), dom.document_model(document))
    return raw, {"rating": raw}, {}


def _scaled(raw: Sequence[float]) -> list[float]:
    low, high = min(raw, default=0.0), max(raw, default=0.0)
    return [(value - low) / (high - low) if high > low else 1.0 for value in raw]
