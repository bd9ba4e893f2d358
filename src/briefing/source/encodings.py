"""Bytes in no Unicode encoding come in, or the name of an encoding; the encoding that Python knows goes out."""

import codecs
from typing import NamedTuple

from briefing.errors import unknown
from briefing.languages import LANGUAGES, language
from briefing.languages.detection import scored
from briefing.patterns import regex

_CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257", "cp874"),  # Windows
    *("iso8859-15", "iso8859-2", "iso8859-16", "iso8859-5", "iso8859-7", "koi8-u"),  # Unix
    *("cp866", "cp850", "cp852", "mac-roman", "mac-latin2", "mac-cyrillic"),  # DOS, Macintosh
    *("cp932", "euc_jis_2004", "gb18030", "big5hkscs", "cp949"),  # East Asia
)
"""What older texts are in, the commoner first: of two that read alike the first is taken."""
# Python's tricks among the codecs, which no text is in.
_NO_ENCODINGS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}

_AROUND, _SAMPLE = 200, 50_000
"""Bytes before and after the first one outside ASCII that are looked at."""
_HIGH = regex(rb"[\x80-\xff]")
_TEXT, _CLEAR = 0.03, 0.15
"""The confidence of chardet below which much is no text, and from which on an encoding is clear: a page has 0.5."""
_AGREED, _MIXED = 1.2, 3
"""How much likelier an encoding is whose letters are of the language of the words in ASCII, and how much less where
words are in two alphabets, times their share."""
_TWO_ALPHABETS = regex("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")
_BEYOND_ASCII = regex("[^\x00-\x7f\ufffd]")
_CONTROLS = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class EncodingGuess(NamedTuple):
    """The likeliest encoding of some bytes."""

    encoding: str | None
    """Python's name for it; None where the bytes are text in none."""
    is_sure: bool
    """Whether the text says so clearly."""


def find(label: str) -> str | None:
    """Return Python's name of an encoding, for Latin-1 Windows' (WHATWG Encoding); None for what no text is in."""
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
    if len(_BEYOND_ASCII.findall(damaged)) > damaged.count("\ufffd"):
        return EncodingGuess("utf-8", is_sure=True)
    first = _HIGH.search(data)
    if first is None or len(_CONTROLS.findall(damaged)) > len(damaged) / 50:
        return EncodingGuess(None, is_sure=True)
    from chardet import detect_all

    sample = data[max(0, first.start() - _AROUND) : first.start() + _SAMPLE]
    found = detect_all(sample, include_encodings=_CANDIDATES, ignore_threshold=True, compat_names=False)
    words = scored(sample.decode("ascii", "ignore").lower(), tuple(map(language, LANGUAGES)))
    code = language(max(words, key=lambda name: words[name])).code
    readings = {name: sample.decode(name, "replace") for name in _CANDIDATES}
    likely = dict.fromkeys(_CANDIDATES, 0.0)
    for told in found:
        if name := told["encoding"]:
            mixed = len(_TWO_ALPHABETS.findall(readings[name])) / len(sample)
            likely[name] = told["confidence"] * (_AGREED if told["language"] == code else 1) - _MIXED * mixed
    best = max(likely, key=lambda name: likely[name])
    if likely[best] < _TEXT and len(sample) > _AROUND:
        return EncodingGuess(None, is_sure=True)
    name = next(name for name in _CANDIDATES if readings[name] == readings[best])
    return EncodingGuess(name, likely[best] >= _CLEAR)
