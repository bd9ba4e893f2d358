"""Stop words and stems, from sumy."""

from collections.abc import Callable
from functools import cache

from briefing import language as languages


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language, lower case: sumy's, or where it has no list those of Stopwords ISO."""
    from sumy.utils import get_stop_words

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return languages.stop_words(language)


def stemmer(language: str) -> Callable[[str], str]:
    """Give a function from a lower-case word to its stem; the word itself where sumy has no stemmer."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        stem = Stemmer(language)
        stem("a")  # Those that need a package that is not installed say so only now.
    except (LookupError, ValueError, ImportError):
        stem = null_stemmer
    return cache(stem)
