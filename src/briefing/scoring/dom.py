"""The door to sumy: a Document as sumy sees it, and its ratings as numbers in the order of the sentences.

sumy mentions requests, pycountry, numpy and, through the stemmers, all of NLTK. None of it is needed to score
an article with the default method, and together they take longer to import than all the rest.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from briefing import segment
from briefing._imports import alone, without
from briefing.document import Document

# Where a version of sumy or NLTK is laid out otherwise, the plain imports below do it in their own time.
with (
    suppress(Exception),
    alone("nltk", "nltk.stem"),
    without("numpy", "requests", "pycountry", "nltk.corpus", "nltk.termsec"),
):
    import sumy.models.dom
    import sumy.nlp.stemmers
    import sumy.summarizers.edmundson
    import sumy.summarizers.luhn  # noqa: F401 (read again below, and by sumy_methods)

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp import stemmers as stemmers
from sumy.summarizers._summarizer import AbstractSummarizer as AbstractSummarizer

Summarizer = Callable[[ObjectDocumentModel, Any], object]
"""A summarizer of sumy: called with a document and a count."""


class Tokenizer(NamedTuple):
    """The tokenizer that sumy's sentences ask for their words."""

    known: Mapping[str, Sequence[str]]
    """Words of texts that have been found already."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a text, with straight apostrophes as in the lists of stop words.

        Numbers and names such as "2024", "U.S." and "COVID-19" are words, which sumy's own tokenizer drops.
        """
        return tuple(self.known.get(text) or segment.words(text.replace("’", "'")))


_TOKENIZER = Tokenizer({})


def words_of(document: Document, words: Sequence[Sequence[str]]) -> Tokenizer:
    """Return the tokenizer that knows the words of a document's sentences already, in lower case."""
    return Tokenizer({sentence.text: known for sentence, known in zip(document.sentences, words, strict=True)})


def document_model(document: Document, words: Tokenizer = _TOKENIZER) -> ObjectDocumentModel:
    """Return sumy's model of a document, its sentences in the same order.

    Title and headings stand at the start of the paragraph that follows them, so that the first paragraph and
    the last, which Edmundson's method rewards, have sentences.
    """
    paragraphs: list[list[Sentence]] = []
    headings = [_heading(document.title, words)] if document.title else []
    for section in document.sections:
        if section.heading:
            headings.append(_heading(section.heading.text, words))
        for paragraph in section.paragraphs:
            sentences = [Sentence(sentence.text, words) for sentence in paragraph.sentences]
            paragraphs.append(headings + sentences)
            headings = []
    if headings:
        paragraphs.append(headings)
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs])


def ratings(summarizer: Summarizer, model: ObjectDocumentModel) -> list[float]:
    """Return the rating of every sentence of `model`, in order: finite numbers, the higher the better.

    A sentence that the summarizer does not rate, or rates with NaN or infinity, gets 0.
    """
    found = [0.0] * len(model.sentences)

    def note(infos: Iterable[Any]) -> Sequence[Any]:
        for info in infos:
            if math.isfinite(info.rating):
                found[info.order] = float(info.rating)
        return ()

    summarizer(model, note)
    return found


def _heading(text: str, words: Tokenizer) -> Sentence:
    return Sentence(text, words, is_heading=True)


def likenesses(first: Sequence[str], second: Sequence[str]) -> tuple[float, float]:
    """Return how alike the words of two texts are, case aside, 0 to 1; 0 for an empty text.

    The cosine of their counts comes first, then the share of all different words that both texts have.
    """
    from sumy.evaluation import cosine_similarity, unit_overlap
    from sumy.models import TfDocumentModel

    if not first or not second:
        return 0.0, 0.0
    models = TfDocumentModel(first), TfDocumentModel(second)
    return float(cosine_similarity(*models)), float(unit_overlap(*models))
