"""What Punkt (Kiss & Strunk 2006) knows of a language: does a sentence end between these two words?

The only module that knows NLTK. The models come from the package `punkt`, so nothing is downloaded.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from briefing._imports import import_alone

Ends = Callable[[str, str], bool]
"""Asked with a word up to its full stop and the word after, tells whether a sentence ends between them."""


@cache
def model(name: str) -> Ends:
    """Give the judge of the Punkt model called `name`, such as "english"."""
    judge = _tokenizer(name).text_contains_sentbreak

    @lru_cache(maxsize=4096)
    def ends(word: str, following: str) -> bool:
        return bool(judge(f"{word} {following}"))

    return ends


@cache
def references(name: str) -> frozenset[str]:
    """Give the abbreviations of a language that a number follows, such as "fig" and "vol"."""
    curated = import_module("punkt.data.curated")
    numeric = curated.NUMERIC_ONLY_BY_LANGUAGE.get(name, frozenset())
    return frozenset(numeric | (curated.ENGLISH_NUMERIC_ONLY if name == "english" else frozenset()))


def _tokenizer(name: str) -> Any:
    (nltk,) = import_alone("nltk.tokenize.punkt")
    data = import_module(f"punkt.data.{name}")
    parameters = nltk.PunktParameters()
    parameters.abbrev_types = set(data.ABBREV_TYPES)
    parameters.sent_starters = set(data.SENT_STARTERS)
    parameters.collocations = set(data.COLLOCATIONS)
    parameters.ortho_context.update(data.ORTHO_CONTEXT)
    return nltk.PunktSentenceTokenizer(parameters)
