"""Which language a text is in: by its script, in the Latin script by its commonest words, or else by py3langid.

A few dozen function words make up a third of any prose, and hardly two languages share many of them: counting
them tells languages apart (Grefenstette 1995) in a tenth of a millisecond. The model of py3langid (Lui & Baldwin
2012) is better on a line or two of any text, but takes a second to load: it is asked where the count is close.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefing.language import LANGUAGES, Language

SCRIPTS = {
    "kana": "\u3040-\u30ff\uff66-\uff9f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "thai": "\u0e00-\u0e7f",
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
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language of a text."""

    language: str
    """Its English name, lower case; 'english' where nothing tells."""
    is_sure: bool
    """Whether the text says so clearly."""


def detect(text: str) -> Guess:
    """Give the likeliest language of a text, of those that `LANGUAGES` lists."""
    return _of_sample(_sample(text).lower().replace("’", "'"))


@lru_cache(maxsize=1)  # Who asks how sure it is asks a second time.
def _of_sample(sample: str) -> Guess:
    script = _script(sample)
    guess = _by_words(sample) if script == "latin" else _by_letters(sample, script)
    if guess.is_sure or script != "latin" or guess.language == "english":
        return guess
    name, probability = _by_model(sample)
    return Guess(name, probability >= _LIKELY)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    return "\n".join(text[start : start + third] for start in (0, (len(text) - third) // 2, len(text) - third))


def _script(sample: str) -> str:
    if not any("\u0370" <= sign <= "\u1fff" or sign >= "\u3040" for sign in set(sample)):
        return "latin"
    counts = {script: len(re.findall(f"[{characters}]", sample)) for script, characters in SCRIPTS.items()}
    script = max(counts, key=lambda script: counts[script])
    # A sign of a script without spaces says as much as several letters.
    spelled = len(_LATIN_LETTER.findall(sample)) / (4 if script in ("han", "kana", "hangul") else 1)
    if counts[script] <= spelled:
        return "latin"
    return "kana" if script == "han" and counts["kana"] * 20 > counts["han"] else script


def _by_letters(sample: str, script: str) -> Guess:
    counts = {language.name: sum(map(sample.count, _signs(language))) for language in _written_in(script)}
    best = max(counts, key=lambda name: counts[name])
    # Bulgarian and Serbian are Cyrillic too: without a letter of its own it may be any.
    return Guess(best, len(counts) == 1 or counts[best] * 200 > len(sample))


def _by_words(sample: str) -> Guess:
    counts = Counter(_WORD.findall(sample))
    weights = _weights()
    counts.update({sign: count for sign in weights if sign[0] == "*" and (count := sample.count(sign[1:]))})
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for word, count in counts.items():
        for language, weight in weights.get(word, ()):
            # The tenth "de" says less than the first.
            scores[language] += weight * count**0.5
    second, best = sorted(scores, key=lambda name: (scores[name], name == "english"))[-2:]
    return Guess(best, scores[best] >= _ENOUGH and scores[best] > _CLEAR * scores[second])


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Give what a common word, or '*' and a sign, says for each language: the less, the more languages have it."""
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for language in _written_in("latin"):
        for word in {*language.common.split(), *(f"*{sign}" for sign in _signs(language))}:
            languages[word].append(language.name)
    return {word: tuple((name, 1 / len(names)) for name in names) for word, names in languages.items()}


def _written_in(script: str) -> list[Language]:
    return [language for language in LANGUAGES.values() if language.script == script]


def _signs(language: Language) -> list[str]:
    return language.signs.split()


def _by_model(sample: str) -> tuple[str, float]:
    code, probability = _model().classify(sample)
    return next(language.name for language in LANGUAGES.values() if language.code == code), probability


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([language.code for language in _written_in("latin")])
    return model
