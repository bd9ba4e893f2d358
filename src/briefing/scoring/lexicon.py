"""Stop words and stems, from sumy."""

from collections.abc import Callable
from functools import cache


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language, lower case; none where sumy has no list."""
    from sumy.utils import get_stop_words

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return frozenset()


def stemmer(language: str) -> Callable[[str], str]:
    """Give a function from a lower-case word to its stem; the word itself where sumy has no stemmer."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        stem = Stemmer(language)
    except (LookupError, ValueError, ImportError):
        stem = null_stemmer
    return cache(stem)
