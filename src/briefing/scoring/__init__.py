"""From a Document to one score a sentence. The only package that knows sumy, a module a method family."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from briefing.document import Document
from briefing.errors import unknown

if TYPE_CHECKING:
    from briefing.scoring.vectors import TermVectors

DEFAULT_METHOD = "positional-lexrank"
"""The method used when none is named."""

METHODS = {
    "positional-lexrank": "LexRank weighted by position, section, paragraph and form (the default)",
    "lead": "the first sentences, as they come",
    "lex-rank": "sumy's LexRank: sentences like many other sentences (Erkan & Radev 2004)",
    "text-rank": "sumy's TextRank: sentences that share words with many others (Mihalcea & Tarau 2004)",
    "lsa": "sumy's latent semantic analysis (Steinberger & Ježek 2004)",
    "luhn": "sumy's Luhn: clusters of frequent words (Luhn 1958)",
    "edmundson": "sumy's Edmundson: cue words, title words and location (Edmundson 1969)",
    "sum-basic": "sumy's SumBasic: frequent words, each counting less once told (Vanderwende et al. 2007)",
    "kl": "sumy's KL-Sum: the words' distribution kept near the document's (Haghighi & Vanderwende 2009)",
    "reduction": "sumy's graph reduction: shared words with all other sentences",
    "random": "a random choice, the same for the same text: a floor to compare with",
}
"""Every method's name, and what it looks for."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A method's opinion of every sentence of a document."""

    values: tuple[float, ...]
    """One a sentence, scaled to 0..1: 0 the worst, 1 the best; all 1 when they are equal."""
    ranks: tuple[int, ...]
    """Each sentence's place by score, from 1; of equals the earlier is better."""


class Similarity(Protocol):
    """How alike two sentences are."""

    def __call__(self, first: int, second: int) -> float:
        """Give a number from 0 (nothing shared) to 1 (the same words) for two sentences' indices."""
        ...


def check_method(name: str) -> None:
    """Do nothing for the name of a method.

    Raises:
        UsageError: no such method is known.
    """
    if name not in METHODS:
        raise unknown("method", name, METHODS)


def score(document: Document, *, method: str = DEFAULT_METHOD) -> Scores:
    """Give the scores of a document's sentences by the named method.

    Raises:
        UsageError: no such method is known.
    """
    check_method(method)
    count = len(document.sentences)
    raw = [-float(index) for index in range(count)] if method == "lead" else _ratings(document, method)
    low, high = min(raw, default=0.0), max(raw, default=0.0)
    values = tuple((value - low) / (high - low) if high > low else 1.0 for value in raw)
    ranks = [0] * count
    for rank, index in enumerate(sorted(range(count), key=lambda index: (-values[index], index)), 1):
        ranks[index] = rank
    return Scores(values, tuple(ranks))


def term_vectors(document: Document) -> "TermVectors":
    """Give the tf-idf vectors of a document's sentences: stop words out, stems of the rest."""
    from briefing import segment
    from briefing.scoring import lexicon
    from briefing.scoring.vectors import TermVectors

    stop, stem = lexicon.stop_words(document.language), lexicon.stemmer(document.language)
    return TermVectors(
        [
            [stem(word) for word in segment.words(sentence.text.lower()) if word not in stop]
            for sentence in document.sentences
        ]
    )


def key_terms(document: Document, scores: Scores) -> tuple[str, ...]:
    """Give the words that carry the scores, the weightiest first, as the article writes them."""
    from briefing.scoring import terms

    return terms.key_terms(document, scores.values)


def _ratings(document: Document, method: str) -> list[float]:
    from briefing.scoring import dom, lexicon, positional, sumy_methods

    if method == DEFAULT_METHOD:
        language = document.language
        summarizer = positional.summarizer(lexicon.stemmer(language), lexicon.stop_words(language))
    else:
        summarizer = sumy_methods.summarizer(method, document.language)
    return dom.ratings(summarizer, dom.document_model(document))
