"""What scoring knows of each language's words: which carry no meaning, which are forms of one, what some are cues of.

The words are in `languages`. Phrases are one or two words, lower case, as `segment.words` gives them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pkgutil import get_data
from typing import NamedTuple

from briefing import languages
from briefing.patterns import Openings

Stemmer = Callable[[str], str]
"""Returns the stem of a lower-case word."""
Names = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Of each phrase, by its first word and its second or '', the names of what it is a sign of."""

_OPENING = "\"'“”„«»‘’([ "
# No word is longer, and the patterns of some stemmers are not linear.
_LONGEST_WORD = 64
_REMEMBERED = 262_144
"""Stems kept, of each language: those of many books; no text of a megabyte has more different words."""


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the lower-case words of a language, by its English name, that carry no meaning; none without a list.

    They are sumy's, or where it has none those of the Stopwords ISO collection.
    """
    try:
        lines = (get_data("sumy", f"data/stopwords/{language}.txt") or b"").decode().splitlines()
    except OSError:
        return languages.stop_words(language)
    return frozenset(line.strip() for line in lines) - {""}


@cache
def stemmer(language: str) -> Stemmer:
    """Return the stemmer of a language, by its English name, which remembers its stems; without one, words stay."""
    find_stem = _sumy_stemmer(language)

    @lru_cache(maxsize=_REMEMBERED)
    def stem(word: str) -> str:
        # Stemmers of cased scripts expect lower case; Czech warns of a "2" or an "東京", which have none.
        stemmable = (word.islower() or language == "arabic") and len(word) <= _LONGEST_WORD
        return find_stem(word) if stemmable else word

    return stem


def _sumy_stemmer(language: str) -> Stemmer:
    # What sumy's Stemmer does, but without looking the language up among the world's 8,000, which takes longer
    # than a briefing.
    from briefing.scoring.dom import stemmers

    name = languages.language(language).stemmer
    if name in stemmers.Stemmer.SPECIAL_STEMMERS:
        special: Stemmer = stemmers.Stemmer.SPECIAL_STEMMERS[name]
        return special
    find_stem: Stemmer = getattr(stemmers.nltk_stemmers_module, f"{name.capitalize()}Stemmer")().stem if name else str
    return find_stem


class Cues(NamedTuple):
    """The cues of a language."""

    leaning: Openings | None
    """What a sentence opens with that leans on the one before; None where nothing is known."""
    sentences: Names
    """Signs within sentences."""
    roles: Names
    """Signs in headings."""


@cache
def cues(language: str) -> Cues:
    """Return the cues of a language by its English name; of one without, cues that match nothing."""
    known = languages.vocabulary(language)
    leaning = Openings(words, r"(?!\w)") if (words := known.scoring.get("leaning")) else None
    return Cues(leaning, _by_phrase(known.cues), _by_phrase(known.roles))


def leans(text: str, language: str) -> bool:
    """Return whether a sentence leans on the one before by what it opens with, perhaps behind a quotation mark."""
    known = cues(language).leaning
    return known is not None and known.match(text, len(text) - len(text.lstrip(_OPENING))) is not None


def named(words: Sequence[str], names: Names) -> list[str]:
    """Return what the words, in lower case, and their pairs are signs of, once for each time."""
    found: list[str] = []
    pairs: list[str] = []
    for place, word in enumerate(words):
        if word in names:
            found += names[word].get("", ())
            if place + 1 < len(words):
                pairs += names[word].get(words[place + 1], ())
    return found + pairs


def _by_phrase(tables: Mapping[str, Iterable[str]]) -> Names:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, phrases in tables.items():
        for phrase in phrases:
            first, _, second = phrase.partition(" ")
            own = found.setdefault(first, {})
            own[second] = (*own.get(second, ()), name)
    return found
