"""Scripts that put no spaces between words: how many words there are, and where a Thai sentence ends."""

import re
from collections.abc import Iterator

IDEOGRAPHIC = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
"""Chinese characters and kana, as in a regular expression's set."""
ALPHABETIC = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17d3"
"""Thai, Lao, Burmese and Khmer letters and marks, as in a regular expression's set."""

_RUN = re.compile(f"[{IDEOGRAPHIC}]+|[{ALPHABETIC}]+")
_PIECE = re.compile(f"[{IDEOGRAPHIC}]{{1,2}}|[{ALPHABETIC}]{{1,5}}")
_PUNCTUATION = re.compile("[\u3000-\u3004\u3008-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
_PART = re.compile(r"\S+")
_SHORTEST_THAI = 30
"""Letters; a shorter stretch between spaces is part of a sentence: a name, a number, an item of a list."""


def count_words(text: str) -> int:
    """Give the number of words a reader would count.

    They are runs of anything but white space. Where the script has no spaces, two Chinese characters or kana count
    as a word, and five letters of Thai, Lao, Burmese or Khmer: about what a word has in them.
    """
    if text.isascii():
        return len(text.split())
    return len(_PUNCTUATION.sub(" ", without(text)).split()) + len(_PIECE.findall(text))


def without(text: str) -> str:
    """Give a text with each run of such characters made a space."""
    return _RUN.sub(" ", text)


def pairs(text: str) -> Iterator[str]:
    """Give each two neighbours in the runs of such characters: what stands in for words where nothing finds them."""
    for run in _RUN.findall(text):
        if len(run) == 1:
            yield run
        for place in range(len(run) - 1):
            yield run[place : place + 2]


def thai_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of the sentences of a Thai paragraph, which end at spaces, as in Thai no sign ends them."""
    start: int | None = None
    end = 0
    for part in _PART.finditer(text):
        start = part.start() if start is None else start
        end = part.end()
        if end - start >= _SHORTEST_THAI:
            yield start, end
            start = None
    if start is not None:
        yield start, end
