"""Between a Document and sumy's document model."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from briefing.document import Document
from briefing.scoring.tokens import tokenizer


class _Words:
    """Sumy's protocol of a tokenizer, with our words."""

    def __init__(self, language: str) -> None:
        self._words = tokenizer(language)

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(self._words(text))


def document_model(document: Document) -> Any:
    """Give sumy's model of a document; each heading is a paragraph of its own, marked as heading."""
    words = _Words(document.language)
    paragraphs = []
    for section in document.sections:
        if section.heading:
            paragraphs.append(Paragraph([Sentence(section.heading.text, words, is_heading=True)]))
        paragraphs.extend(
            Paragraph([Sentence(sentence.text, words) for sentence in paragraph.sentences])
            for paragraph in section.paragraphs
        )
    return ObjectDocumentModel(paragraphs)


def ratings(summarizer: Callable[..., Any], model: Any) -> list[float]:
    """Give a summarizer's rating of each sentence, in order; 0 where it gives none or no finite one."""
    result = [0.0] * len(model.sentences)

    def take_all(infos: Sequence[Any]) -> tuple[Any, ...]:
        for info in infos:
            rating = float(info.rating)
            result[info.order] = rating if math.isfinite(rating) else 0.0
        return ()

    summarizer(model, take_all)
    return result
