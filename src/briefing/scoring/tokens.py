"""The words that scoring counts, in a script with spaces or without."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

from briefing import language as languages
from briefing import segment, unspaced


@cache
def tokenizer(language: str) -> Callable[[str], list[str]]:
    """Give what splits a text in a language into words.

    Where words have no spaces between them it is sumy's tokenizer, if the extra of the language is installed, and
    otherwise each two neighbouring characters are a word, as search engines do it (Nie, Gao, Zhang & Zhou 2000).
    """
    segmenter = languages.find(language).segmenter
    if segmenter is None:
        return segment.words
    if find_spec(segmenter) is None:
        return _words_and_pairs
    from sumy.nlp.tokenizers import Tokenizer

    words = Tokenizer(language).to_words
    return lambda text: list(words(text))


def _words_and_pairs(text: str) -> list[str]:
    return [*segment.words(unspaced.without(text)), *unspaced.pairs(text)]
