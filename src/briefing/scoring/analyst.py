"""The default method: a sentence is worth the sum of what its signs weigh."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.document import Document
from briefing.scoring import dom, lexicon, signs, sumy_methods, table

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


def rate(page: signs.Page) -> tuple[list[float], dict[str, list[float]], signs.Signs]:
    """Return the worth of each sentence of a document, over 0; what each group of signs adds to it; and the signs."""
    found, weighed = signs_of(page), weights_for(page.document)
    factors = {
        factor: signs.weighed(found, {name: weighed[name] for name in weighed if name.partition(":")[0] in groups})
        for factor, groups in FACTORS.items()
    }
    parts = zip(*factors.values(), strict=True)
    return [positive(weighed[""] + math.fsum(own)) for own in parts], factors, found


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


def signs_of(page: signs.Page) -> signs.Signs:
    """Return the signs of the sentences of a document, the rating by sumy's Luhn among them."""
    model = dom.document_model(page.document, dom.words_of(page.document, page.words))
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
