"""Sentences and words. The only module that knows NLTK."""

import re
from functools import cache
from importlib import import_module
from typing import Any

from briefing import language as languages
from briefing import unspaced

Span = tuple[int, int]
"""Offsets of the first character and after the last, as in a slice."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def sentences(text: str, *, language: str = "english") -> list[Span]:
    """Give the spans of the sentences of one paragraph, in order, without the white space around them.

    Punkt (Kiss & Strunk 2006) with the model of `language`.

    Raises:
        UsageError: the language is not known.
    """
    known = languages.find(language)
    if known.name == "thai":
        return list(unspaced.thai_sentences(text))
    tokenizer = _punkt(known.punkt)
    return [(start, end) for start, end in tokenizer.span_tokenize(text) if start < end]


def words(text: str) -> list[str]:
    """Give the words of a text as they stand: letters and digits, inner hyphens, apostrophes and dots."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """Give the number of words a reader would count; see `unspaced.count_words`."""
    return unspaced.count_words(text)


@cache
def _punkt(model: str) -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    data = import_module(f"punkt.data.{model}")
    parameters = PunktParameters()
    parameters.abbrev_types = set(data.ABBREV_TYPES)
    parameters.sent_starters = set(data.SENT_STARTERS)
    parameters.collocations = set(data.COLLOCATIONS)
    parameters.ortho_context.update(data.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters)
