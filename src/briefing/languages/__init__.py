"""Any name of a language, or a text, comes in; what is known of the language goes out: a TOML file a language.

To add a language, add its file, with the keys of `briefing.languages.schema` and english.toml; nothing else lists it.
"""

import re
import unicodedata
from functools import cache, lru_cache

from briefing.errors import unknown
from briefing.languages.schema import Language, Vocabulary, alternatives_of_all, language, names, vocabulary
from briefing.patterns import regex

__all__ = ["Language", "Vocabulary", "alternatives_of_all", "language", "vocabulary"]

AUTO = "auto"
"""In place of a language's name: look at the text."""

LANGUAGES = names()
"""The English name of every language, lower case, in order."""

_LETTERS = 80
"""How many of them make a doubt about the language worth a word: of a few words the whole is the briefing."""
_TOLD = regex(r"^Language: ?(\w+)\s*$", re.MULTILINE)
"""What the head of an electronic book says."""
_HEAD = 3_000
_TAG = regex(r"([a-z]{2,3})(?:-(?:[a-z]{2}|[a-z]{4}|\d{3}|\d[a-z\d]{3}|[a-z\d]{5,8}))*(?:[.@].*)?")
"""A language tag (BCP 47), or a locale (POSIX), with the language's code first."""


@lru_cache
def find(name: str) -> Language:
    """Return the language of a name, in any case: 'german', 'Deutsch', 'de', 'de_AT.UTF-8'; or raise a UsageError."""
    key = _plain(name)
    if key in LANGUAGES:
        return language(key)
    tag = _TAG.fullmatch(key.replace("_", "-"))
    found = _names().get(key) or (_names().get(tag[1]) if tag else None)
    if found is None:
        raise unknown("language", name, [AUTO, *LANGUAGES], also=_names())
    return language(found)


def resolve(name: str, text: str) -> tuple[str, tuple[str, ...]]:
    """Return the English name of a language by any name, or for 'auto' of a text's; and doubts, for the user."""
    if name.strip().lower() != AUTO:
        return find(name).name, ()
    from briefing.languages import detection

    if (told := _TOLD.search(text, 0, _HEAD)) and (known := _names().get(_plain(told[1]))):
        return known, ()
    guess = detection.detect(text)
    head = text[: 2 * _LETTERS]
    is_long = sum(map(str.isalpha, head)) >= _LETTERS or any("\u0370" <= letter.lower() < "\u1e00" for letter in head)
    doubt = f"language unclear, read as {guess.language}; name it with --language"
    return guess.language, () if guess.is_sure or not is_long else (doubt,)


def check(name: str) -> None:
    """Raise a UsageError unless this is the name of a language, or 'auto'."""
    if name.strip().lower() != AUTO:
        find(name)


def stop_words(name: str) -> frozenset[str]:
    """Return the stop words of a language by its English name, from Stopwords ISO; none if it has none."""
    from stopwordsiso import has_lang, stopwords

    code = language(name).code
    return frozenset(stopwords(code)) if has_lang(code) else frozenset()


@cache
def words_of_all(key: str) -> frozenset[str]:
    """Return the words that all languages have under a key of `Language`: for texts of no known language."""
    return frozenset(word for known in map(language, LANGUAGES) for word in getattr(known, key))


@cache
def _names() -> dict[str, str]:
    """Return the English name of each language by all that it is called."""
    every = map(language, LANGUAGES)
    return {_plain(called): known.name for known in every for called in (known.name, known.code, *known.names)}


def _plain(name: str) -> str:
    """Return a name without case and accents: 'Français' is also called 'francais'."""
    letters = unicodedata.normalize("NFKD", name.strip().lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
