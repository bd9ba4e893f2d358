"""The door to sumy: a Document as sumy sees it, and its ratings as numbers in the order of the sentences.

sumy mentions requests, pycountry, numpy and, through the stemmers, all of NLTK. None of it is needed to score
an article with the default method, and together they take longer to import than all the rest.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from briefing import segment
from briefing._imports import alone, deferred
from briefing.document import Document

# Where a version of sumy or NLTK is laid out otherwise, the plain imports below do it in their own time.
with (
    suppress(Exception),
    alone("nltk", "nltk.stem"),
    deferred("numpy", "requests", "pycountry", "nltk.corpus", "nltk.termsec"),
):
    import sumy.models.dom
    import sumy.nlp.stemmers
    import sumy.summarizers.edmundson
    import sumy.summarizers.luhn  # noqa: F401 (read again below, and by sumy_methods)

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp import stemmers as stemmers
from sumy.summarizers._summarizer import AbstractSummarizer as AbstractSummarizer


class Tokenizer(NamedTuple):
    """The tokenizer that sumy's sentences ask for their words."""

    known: Mapping[str, Sequence[str]] = {}
    """Words of texts that have been found already."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a text, with straight apostrophes as in the lists of stop words.

        Numbers and names such as "2024", "U.S." and "COVID-19" are words, which sumy's own tokenizer drops.
        """
        return tuple(self.known.get(text) or segment.words(text.replace("’", "'")))


def words_of(document: Document, words: Sequence[Sequence[str]]) -> Tokenizer:
    """Return the tokenizer that knows the words of a document's sentences already, in lower case."""
    return Tokenizer({sentence.text: known for sentence, known in zip(document.sentences, words, strict=True)})


def document_model(document: Document, words: Tokenizer | None = None) -> ObjectDocumentModel:
    """Return sumy's model of a document, its sentences in the same order.

    Title and headings open the next paragraph: the first and the last, which Edmundson rewards, have sentences.
    """
    words = words or Tokenizer()
    paragraphs: list[list[Sentence]] = []
    headings = [Sentence(document.title, words, is_heading=True)] if document.title else []
    for section in document.sections:
        if section.heading:
            headings.append(Sentence(section.heading.text, words, is_heading=True))
        for paragraph in section.paragraphs:
            sentences = [Sentence(sentence.text, words) for sentence in paragraph.sentences]
            paragraphs.append(headings + sentences)
            headings = []
    if headings:
        paragraphs.append(headings)
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs])


def ratings(summarizer: Callable[[ObjectDocumentModel, Any], object], model: ObjectDocumentModel) -> list[float]:
    """Return a summarizer's rating of every sentence, in order; 0 where it has none or one that is not finite."""
    found = [0.0] * len(model.sentences)

    def note(infos: Iterable[Any]) -> Sequence[Any]:
        for info in infos:
            if math.isfinite(info.rating):
                found[info.order] = float(info.rating)
        return ()

    summarizer(model, note)
    return found


def likenesses(first: Sequence[str], second: Sequence[str]) -> tuple[float, float]:
    """Return the cosine of the counts of two texts' words, case aside, and the share of all words that both have."""
    from sumy.evaluation import cosine_similarity, unit_overlap
    from sumy.models import TfDocumentModel

    if not first or not second:
        return 0.0, 0.0
    models = TfDocumentModel(first), TfDocumentModel(second)
    return float(cosine_similarity(*models)), float(unit_overlap(*models))
