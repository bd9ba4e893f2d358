"""Which language a text is in: by its script, in the Latin script by its commonest words, or else by py3langid.

A few dozen function words make up a third of any prose, and hardly two languages share many of them: counting
them tells languages apart (Grefenstette 1995) in a tenth of a millisecond. The model of py3langid (Lui & Baldwin
2012) is better on a line or two of any text, but takes a second to load: it is asked where the count is close.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any, NamedTuple

from briefing.languages.schema import Language, language, names
from briefing.patterns import regex

SCRIPTS = {
    "kana": "\u3040-\u30ff\uff66-\uff9f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "thai": "\u0e00-\u0e7f",
    "devanagari": "\u0900-\u097f",
    "malayalam": "\u0d00-\u0d7f",
    "arabic": "\u0600-\u06ff\u0750-\u077f",
    "hebrew": "\u0590-\u05ff",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u04ff",
}
"""Characters of each script other than Latin, as in a regular expression's set."""

_SAMPLE = 6_000
"""Characters that are looked at, in three pieces: a text's first lines may quote another language."""
_ENOUGH = 3.0
"""A lower score is chance: a word or two that many languages have."""
_CLEAR = 1.4
"""The best score over the next one, from which on it is clear."""
_LIKELY = 0.8
"""The probability that py3langid gives, from which on it is clear."""
_WORD = regex(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LATIN_LETTER = regex("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


class LanguageGuess(NamedTuple):
    """The likeliest language of a text."""

    language: str
    """Its English name, lower case; 'english' where nothing tells."""
    is_sure: bool
    """Whether the text says so clearly."""


def detect(text: str) -> LanguageGuess:
    """Return the likeliest language of a text, of those that have a file here."""
    sample = _sample(text).lower().replace("’", "'")
    script = _script(sample)
    guess = _by_words(sample) if script in ("latin", "") else _by_letters(sample, script)
    if guess.is_sure or script != "latin" or guess.language == "english":
        return guess if script else LanguageGuess("english", is_sure=False)
    return _by_model(sample) or LanguageGuess(guess.language, is_sure=False)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    return "\n".join(text[start : start + third] for start in (0, (len(text) - third) // 2, len(text) - third))


def _script(sample: str) -> str:
    """Return the script of a text, '' where it is none of those known."""
    if not any("\u0370" <= sign <= "\u1fff" or sign >= "\u3040" for sign in set(sample)):
        return "latin"
    counts = {script: len(re.findall(f"[{characters}]", sample)) for script, characters in SCRIPTS.items()}
    script = max(counts, key=lambda script: counts[script])
    # A sign of a script without spaces says as much as several letters.
    latin = len(_LATIN_LETTER.findall(sample))
    if counts[script] <= latin / (4 if script in ("han", "kana", "hangul") else 1):
        return "latin" if 2 * latin > sum(map(str.isalpha, sample)) else ""
    return "kana" if script == "han" and counts["kana"] * 20 > counts["han"] else script


def _by_letters(sample: str, script: str) -> LanguageGuess:
    counts = {known.name: sum(map(sample.count, known.signs)) for known in _written_in(script)}
    best = max(counts, key=lambda name: counts[name])
    # Bulgarian is Cyrillic too, and Marathi in the letters of Hindi: without signs of its own it may be any.
    has_signs = not language(best).signs or counts[best] * 200 > len(sample)
    # Persian and Urdu are in Arabic letters, and in a few that Arabic has not.
    own = language(best).letters
    written = re.findall(f"[{SCRIPTS[script]}]", sample)
    has_letters = not own or sum(letter not in own for letter in written) * 50 < len(written)
    return LanguageGuess(best, has_signs and has_letters)


def _by_words(sample: str) -> LanguageGuess:
    scores = scored(sample, _written_in("latin"))
    second, best = sorted(scores, key=lambda name: (scores[name], name == "english"))[-2:]
    is_clear = scores[best] >= _ENOUGH and scores[best] > _CLEAR * scores[second]
    return LanguageGuess(best, is_clear and (best == "english" or not _is_of_another(sample, best)))


def _is_of_another(sample: str, name: str) -> bool:
    """Return whether a language without a file here has more of the words of a text: it is Catalan, not Spanish."""
    from stopwordsiso import langs, stopwords

    words = Counter(_WORD.findall(sample))

    def had(code: str) -> int:
        return sum(map(words.__getitem__, words.keys() & stopwords(code)))

    others = langs() - {language(known).code for known in names()}
    return max(map(had, others)) > had(language(name).code)


def scored(sample: str, languages: tuple[Language, ...]) -> dict[str, float]:
    """Return how much a text in lower case speaks for each of some languages by their words and signs in it."""
    counts = Counter(_WORD.findall(sample))
    weights = _weights(languages)
    counts.update({sign: count for sign in weights if sign[0] == "*" and (count := sample.count(sign[1:]))})
    scores = {known.name: 0.0 for known in languages}
    for word, count in counts.items():
        for name, weight in weights.get(word, ()):
            # The tenth "de" says less than the first.
            scores[name] += weight * count**0.5
    return scores


@cache
def _weights(languages: tuple[Language, ...]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return what a common word, or '*' and a sign, says for each language: the less, the more languages have it."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for known in languages:
        for word in dict.fromkeys([*known.common, *(f"*{sign}" for sign in known.signs)]):
            having[word].append(known.name)
    return {word: tuple((name, 1 / len(among)) for name in among) for word, among in having.items()}


@cache
def _written_in(script: str) -> tuple[Language, ...]:
    return tuple(known for known in map(language, names()) if known.script == script)


def _by_model(sample: str) -> LanguageGuess | None:
    """Return what py3langid says; None where it is a language without a file here."""
    code, probability = _model().classify(sample)
    known = (known.name for known in _written_in("latin") if known.code == code)
    return next((LanguageGuess(name, probability >= _LIKELY) for name in known), None)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
