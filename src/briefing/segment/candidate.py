"""A place where a sentence may end: what stands around it, and what can be told of its words."""

from typing import NamedTuple

from briefing.languages.schema import Sentences
from briefing.patterns import regex
from briefing.segment.punkt import Model

QUOTES = frozenset("\"'“”‘’„‟«»‹›")
"""Every quotation mark."""
LETTERS = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A word, with what is elided before it."""
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěůőűıαάεέηήιίοόυύωώаеёиоуыэюяєії")


class Candidate(NamedTuple):
    """A place where a sentence may end."""

    text: str
    """The paragraph."""
    start: int
    """Where the sentence starts that may end here."""
    at: int
    """Where the final punctuation starts."""
    word: str
    """The last word before it, without opening brackets and quotes."""
    key: str
    """The word in lower case, without what is elided or compounded before it: "avv" for "l'Avv"."""
    mark: str
    """The final punctuation."""
    closers: str
    """Closing quotes, brackets and citation marks after it."""
    after: int
    """Where the next word starts."""
    spaced: bool
    """Whether white space is before the next word."""
    following: str
    """The next word, with its punctuation."""
    head: str
    """The next word, without opening brackets and quotes; empty when there are only such."""
    usage: Sentences
    """How the language writes."""
    model: Model
    """What Punkt knows of the language."""


def opens(c: Candidate) -> bool:
    """Return whether the next word begins a sentence: a pronoun, article or conjunction with a capital."""
    if not c.head[:1].isupper():
        return False
    head = LETTERS.match(c.head)
    if head is None or c.head[head.end() : head.end() + 1] == ".":  # "I. Newton", "No. 5"
        return False
    if c.following[0] in QUOTES and c.following[-1] in QUOTES and len(c.following) > 1:  # a title
        return False
    return is_opener(head[0], c.usage)


def is_opener(word: str, usage: Sentences) -> bool:
    """Return whether a word, or what is elided before it ("L'"), is one that sentences begin with."""
    plain = word.lower().replace("’", "'")
    return plain in usage.openers or ("'" in plain and plain[: plain.find("'") + 1] in usage.openers)


def is_common(c: Candidate) -> bool:
    """Return whether the next word has a capital, but is known to have none inside a sentence: it begins one."""
    head = LETTERS.match(c.head)
    return head is not None and head[0].istitle() and len(head[0]) > 1 and c.model.common(head[0].lower())


def is_word(c: Candidate) -> bool:
    """Tell words from abbreviations, most of which are short and cut off before a vowel."""
    if c.key in c.usage.abbreviations:
        return False
    cut = c.key.isalpha() and len(c.key) < 8 and c.key[-1] not in _VOWELS and not c.word.isupper()
    return not cut or c.model.seen(c.key)
