"""The default method: a sentence is worth the sum of what its signs weigh."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.document import Document
from briefing.scoring import dom, lexicon, signs, sumy_methods, table
from briefing.scoring.dom import AbstractSummarizer

FACTORS = {
    "place": ("place", "paragraph"),
    "section": ("section", "role"),
    "form": ("length", "form"),
    "facts": ("numbers",),
    "wording": ("words",),
    "topic": ("topic",),
    "frequency": ("luhn",),
}
"""The groups of signs that make each factor of a score, as `explain` shows them."""

_LEAST = 0.1
"""Worth from which on a smaller one only orders sentences that nobody would quote: it stays above 0."""


class AnalystSummarizer(AbstractSummarizer):  # type: ignore[misc]  # sumy is untyped
    """What careful readers quote: named signs of a sentence, sumy's Luhn among them, weighed and summed."""

    def __init__(self, page: signs.Page, model: Any) -> None:
        """Weigh the signs of a document's sentences; `model` is the document as sumy sees it."""
        super().__init__()
        weighed = weights_for(page.document)
        self.signs = signs_of(page, model)
        """The signs of the sentences."""
        self.factors = {
            factor: signs.weighed(
                self.signs, {name: weighed[name] for name in weighed if name.partition(":")[0] in groups}
            )
            for factor, groups in FACTORS.items()
        }
        """What each group of signs adds to the worth of each sentence."""
        parts = zip(*self.factors.values(), strict=True)
        self.ratings = [positive(weighed[""] + math.fsum(own)) for own in parts]
        """Each sentence's worth, over 0."""

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Return the best sentences of sumy's model of the document; a callable count is handed every rating."""
        ratings = iter(self.ratings)
        best: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _sentence: next(ratings)
        )
        return best


def weights_for(document: Document, known: Mapping[str, tuple[float, ...]] = table.WEIGHTS) -> dict[str, float]:
    """Return what each sign weighs in a document with its traits; '' is where all begin."""
    columns = [0, *(1 + table.TRAITS.index(trait) for trait in traits(document))]
    weighed = {name: math.fsum(row[column] for column in columns) for name, row in known.items()}
    for name, weight in table.GIVEN.get(document.kind, {}).items():
        weighed[name] = weighed.get(name, 0.0) + weight
    return weighed


def traits(document: Document) -> list[str]:
    """Return which of `table.TRAITS` a document has."""
    found = [table.GROUPS.get(document.kind, table.OTHER)]
    found += ["unparted"] * (not document.headings)
    found += ["long"] * (len(document.sentences) > table.LONG)
    return found


def signs_of(page: signs.Page, model: Any) -> signs.Signs:
    """Return the signs of the sentences, sumy's rating among them."""
    return signs.sentence_signs(page, {"luhn": dom.ratings(_luhn(page.document.language), model)})


@cache
def _luhn(language: str) -> Any:
    """Return sumy's Luhn for a language, which keeps nothing of the documents that it rates."""
    luhn = sumy_methods.summarizer("luhn", language)
    # The words of the model are in lower case: the stemmer is asked without sumy's detour over that.
    luhn.stem_word = lexicon.stemmer(language)
    return luhn


def positive(worth: float) -> float:
    """Return a worth that is over 0, in the same order."""
    return worth if worth > _LEAST else _LEAST * math.exp((worth - _LEAST) / _LEAST)
