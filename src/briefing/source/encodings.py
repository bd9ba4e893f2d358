"""Bytes in no Unicode encoding come in, or the name of an encoding; the encoding that Python knows goes out.

A wrong encoding gives itself away: by letters that the language does not have ("élčves", "ańos"), by capitals after
small letters, by signs between letters. So each candidate is read and judged as each language: what its common words
say for it, times the share of its letters among those outside ASCII.
"""

import codecs
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from briefing import languages
from briefing.errors import unknown
from briefing.languages import Language
from briefing.languages.detection import SCRIPTS, scored
from briefing.patterns import regex

_CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257", "cp874"),  # Windows
    *("iso8859-15", "iso8859-2", "iso8859-16", "iso8859-5", "iso8859-7", "koi8-u"),  # Unix
    *("cp866", "cp850", "cp852", "mac-roman", "mac-latin2", "mac-cyrillic"),  # DOS, Macintosh
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),  # East Asia
)
"""What older texts are in, the commoner first: of two that read alike the first is taken."""
# Python's tricks among the codecs, which no text is in.
_NO_ENCODINGS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}

_SAMPLE = 16_384
_AROUND = 200
"""Bytes that are looked at, in pieces that reach so far around those outside ASCII."""
_HIGH = regex(rb"[\x80-\xff]")
_PAUSE = regex(rb"[\x00-\x3f]")
_DAMAGE = 1
"""Letters beyond ASCII for each byte that is not UTF-8, from which on a text is UTF-8, and damaged."""
_TEXT = 0.4
"""Below this no reading is text."""
_ENOUGH = 3.0
"""A lower score is chance."""
_CLEAR = 1.25
"""The best score over that of the next reading, from which on it is clear."""
_BEYOND_ASCII = regex("[^\x00-\x7f\ufffd]")
_CONTROLS = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEUTRAL = "“”„‟‘’‚«»‹›–—―…•·©®™°§€£¥¡¿ªº½¼¾²³¹×№†‡´\u00a0\u00ad\u202f\u3000"
_WIDE = "\u3000-\u303f\uff01-\uff60"
_BETWEEN = regex(
    r"(?<=[^\W\d_])(?:[^\w\s!-~’‘–—―·\u00a0-\u00a1\u00ad\u3000-\u303f\uff00-\uff65]|[ªº½¼¾²³¹])(?=[^\W\d_])"
)
"""A sign that stands between letters where no text has it; an apostrophe, a dash do."""
_MIXED = regex("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")
_CAPITAL_INSIDE = regex(r"(?<=[a-zß-öø-ÿα-ωа-я])(?=[^\x00-\x7f])[^\W\d_]")


class EncodingGuess(NamedTuple):
    """The likeliest encoding of some bytes."""

    encoding: str | None
    """Python's name for it; None where the bytes are text in none."""
    is_sure: bool
    """Whether the text says so clearly."""


def find(label: str) -> str | None:
    """Return Python's name for an encoding by any name; None for what no text is in.

    Latin-1 means Windows' superset, as browsers have it (WHATWG Encoding).
    """
    try:
        codec = codecs.lookup(label)
        "".encode(label)
    except (LookupError, ValueError, UnicodeError):
        return None
    if codec.name in ("iso8859-1", "ascii"):
        return "cp1252"
    return None if codec.name in _NO_ENCODINGS else codec.name


def named(label: str) -> str:
    """Return Python's name for the encoding that a user names; raise a UsageError where none is known."""
    found = find(label.strip())
    if found is None:
        raise unknown("encoding", label, ("utf-8", "utf-16", "latin-1", "windows-1252", *_CANDIDATES))
    return found


def guess(data: bytes) -> EncodingGuess:
    """Return the likeliest encoding of bytes that are not all UTF-8."""
    damaged = data.decode("utf-8", "replace")
    if len(_BEYOND_ASCII.findall(damaged)) > _DAMAGE * damaged.count("\ufffd"):
        return EncodingGuess("utf-8", is_sure=True)
    if len(_CONTROLS.findall(damaged)) > len(damaged) / 50:
        return EncodingGuess(None, is_sure=True)
    sample = _sample(data)
    readings = {name: sample.decode(name, "replace") for name in _CANDIDATES}
    scores = {name: _score(text) for name, text in readings.items()}
    best = max(scores, key=lambda name: scores[name])
    others = (score for name, score in scores.items() if readings[name] != readings[best])
    if scores[best] < _TEXT:
        return EncodingGuess(None, is_sure=True)
    return EncodingGuess(best, scores[best] >= max(_ENOUGH, _CLEAR * max(others, default=0.0)))


def _sample(data: bytes) -> bytes:
    """Return what stands around the first bytes outside ASCII."""
    pieces, size, at = [], 0, 0
    while size < _SAMPLE and (high := _HIGH.search(data, at)):
        after = high.start() + _AROUND
        pause = _PAUSE.search(data, after, after + _SAMPLE)  # not within a character of two bytes
        start, at = max(at, high.start() - _AROUND), pause.start() if pause else after + _SAMPLE
        pieces.append(data[start:at])
        size += at - start
    return b"\n".join(pieces)


def _score(text: str) -> float:
    """Return how likely it is that bytes are read as they should be: the best that a language gives this reading."""
    words = scored(text.lower(), _judges())
    letters = Counter(re.findall(f"[^\x00-\x7f{_NEUTRAL}]", text))
    wrong = (
        len(_BETWEEN.findall(text))
        + len(_MIXED.findall(text))
        + sum(sign.isupper() for sign in _CAPITAL_INSIDE.findall(text))
    )
    return max((1 + words[judge.name]) * _share(letters, _alphabet(judge), 3 * wrong) for judge in _judges())


def _share(letters: Counter[str], alphabet: re.Pattern[str], wrong: float) -> float:
    """Return the share of the letters that an alphabet has; those that no alphabet has count three times."""
    own = sum(count for letter, count in letters.items() if alphabet.match(letter))
    foreign = sum(
        count for letter, count in letters.items() if not alphabet.match(letter) and letter.lower() in _all()
    )
    others = letters.total() - own - foreign
    return (own + 1) / (own + 1 + foreign + 3 * others + wrong) + own / 1_000_000


@cache
def _judges() -> tuple[Language, ...]:
    """Return the languages, each with its common words, or its signs where it has no words between spaces."""
    known = map(languages.language, languages.LANGUAGES)
    return tuple(language._replace(signs=() if language.common else language.signs) for language in known)


@cache
def _alphabet(language: Language) -> re.Pattern[str]:
    signs = language.letters or SCRIPTS.get(language.script, "") + _WIDE
    return re.compile(f"[{signs}]" if signs else r"(?!)", re.IGNORECASE)


@cache
def _all() -> frozenset[str]:
    return frozenset(letter for judge in _judges() for letter in judge.letters)
