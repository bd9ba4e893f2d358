"""What Punkt (Kiss & Strunk 2006) knows of a language: does a sentence end between these two words?

The only module that knows NLTK. The models come from the package `punkt`, so nothing is downloaded.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from briefing._imports import deferred, import_alone

_UNUSED = [f"nltk.{name}" for name in ("internals", "termsec", "picklesec", "probability", "pathsec")]
"""What Punkt's module mentions for training, files and corpora; and that imports all of http."""


_SMALL = 0b1110000
_CAPITAL_INSIDE = 0b100
"""Flags of Punkt's orthographic context: where a word was seen in small letters, and with a capital."""


class Model(NamedTuple):
    """A language as Punkt learned it from newspapers."""

    tokenizer: Any
    """NLTK's tokenizer of sentences."""
    ends: Callable[[str, str], bool]
    """Whether a sentence ends between a word with its full stop and the word after it."""
    seen: Callable[[str], bool]
    """Whether a word in lower case was seen without a full stop."""
    common: Callable[[str], bool]
    """Whether a word in lower case was seen in small letters, and never with a capital inside a sentence."""
    numbered: frozenset[str]
    """Abbreviations that a number follows, such as "fig" and "vol"."""


@cache
def model(name: str) -> Model:
    """Return the model of the language `name`, such as "english"."""
    with deferred("xml.sax.saxutils", *_UNUSED):
        (nltk,) = import_alone("nltk.tokenize.punkt")
    data, curated, prefixes = import_alone(f"punkt.data.{name}", "punkt.data.curated", "punkt.data.prefixes")
    parameters = nltk.PunktParameters()
    # Nobody shortens a word to eight letters: the longer ones were learned by mistake.
    parameters.abbrev_types = {word for word in data.ABBREV_TYPES if len(word) < 8 or not word.isalpha()}
    parameters.abbrev_types |= getattr(prefixes, f"{name.upper()}_ALWAYS", set()) - curated.EXCLUSIONS.get(
        name, set()
    )
    parameters.sent_starters = set(data.SENT_STARTERS)
    parameters.collocations = set(data.COLLOCATIONS)
    parameters.ortho_context.update(data.ORTHO_CONTEXT)
    tokenizer = nltk.PunktSentenceTokenizer(parameters)
    doubtful = parameters.abbrev_types.union(first for first, _ in parameters.collocations)

    @lru_cache(maxsize=8192)
    def ends(word: str, following: str) -> bool:
        is_plain = word[0].isalpha() and word[1:-1].isalnum() and word[-1] == "."
        if is_plain and word[:-1].lower() not in doubtful:
            return True  # So says Punkt, too, but takes its time.
        return bool(tokenizer.text_contains_sentbreak(f"{word} {following}"))

    def common(word: str) -> bool:
        seen = data.ORTHO_CONTEXT.get(word, 0)
        return bool(seen & _SMALL) and not seen & _CAPITAL_INSIDE

    numbered = curated.ENGLISH_NUMERIC_ONLY if name == "english" else curated.NUMERIC_ONLY_BY_LANGUAGE.get(name, ())
    return Model(tokenizer, ends, data.ORTHO_CONTEXT.__contains__, common, frozenset(numbered))
