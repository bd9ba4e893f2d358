"""Scripts that put no spaces between words: how many words there are, and where a Thai sentence ends."""

from collections.abc import Iterator
from operator import add

from briefing.patterns import regex

_IDEOGRAPHIC = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
_ALPHABETIC = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
LETTERS = _IDEOGRAPHIC + _ALPHABETIC
"""Chinese characters and kana; Thai, Lao, Burmese and Khmer letters and marks; as in a regular expression's set."""

# Said the other way round, the set would take three milliseconds to compile.
_BEYOND_LATIN = regex("[^\x00-\u02ff\u2000-\u20cf]")
_RUN = regex(f"[{_IDEOGRAPHIC}]+|[{_ALPHABETIC}]+")
_PIECE = regex(f"[{_IDEOGRAPHIC}]{{1,2}}|[{_ALPHABETIC}]{{1,5}}")
_THAI_GAP = regex(r"(?<=[\u0e01-\u0e4e])\s+(?=[\u0e01-\u0e4e])")
_SHORTEST_THAI = 30
"""Letters; a shorter stretch between spaces is part of a sentence: a name, a number, an item of a list."""
_WIDE = regex("[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\U00020000-\U000323af]")
"""A letter two columns wide."""


def is_latin(text: str) -> bool:
    """Return whether a text is all in Latin letters and punctuation: no other script, no combining mark."""
    return text.isascii() or not _BEYOND_LATIN.search(text)


def count_wide(text: str) -> int:
    """Return how many letters of a text take two columns."""
    return 0 if is_latin(text) else len(_WIDE.findall(text))


def has_letters(text: str) -> bool:
    """Return whether there is a letter of such a script in a text, or of one between them in Unicode's order."""
    return not is_latin(text) and any("\u0e01" <= letter <= "\u17d3" or letter >= "\u3005" for letter in set(text))


def count_words(text: str) -> int:
    """Return the number of words a reader would count.

    They are runs of anything but white space. Where the script has no spaces, two Chinese characters or kana count
    as a word, and five letters of Thai, Lao, Burmese or Khmer: about what a word has in them.
    """
    if text.isascii() or not has_letters(text):
        return len(text.split())
    if not (pieces := _PIECE.findall(text)):
        return len(text.split())
    spaced = _RUN.sub(" ", text).split()
    return len(pieces) + sum(any(map(str.isalnum, word)) for word in spaced)


def paired(text: str) -> str:
    """Return a text with each run of such characters as its pairs of neighbours, spaces between them.

    They stand in for words, as in search engines (Nie, Gao, Zhang & Zhou 2000): a dictionary finds words better, but
    what happens to be installed would change the briefing.
    """
    return _RUN.sub(lambda run: f" {' '.join(map(add, run[0], run[0][1:])) or run[0]} ", text)


def thai_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the spans of the sentences in a stretch of Thai, which end at spaces, as no sign ends them."""
    for gap in _THAI_GAP.finditer(text, start, end):
        if gap.start() - start >= _SHORTEST_THAI:
            yield start, gap.start()
            start = gap.end()
    yield start, end
