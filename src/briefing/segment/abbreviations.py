"""Repairs for abbreviations and numbers: does the full stop after "Dr.", "Fig.", "U.S." or "5." end a sentence?"""

from briefing.languages.schema import EVERYWHERE
from briefing.patterns import regex
from briefing.segment.candidate import Candidate, is_common, is_word, opens

_DASHES = "-–—―"
_NUMBER = regex(r"[#§№]?\d")
_LETTERED = regex(r"(?:[IVXLC]{1,6}|[A-Z])\b(?!['’])")
_ROMAN = regex(r"[IVXLC]{2,6}\Z")
_ACRONYM = regex(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+\Z")
_CODE = regex(r"[A-Z]{1,6}(?:[-–./][A-Z]{1,4}){0,3}[-–./ ]?\d")
_NUMBERED = regex(r"(?:Nos?|Nr)\. ?(?:\d|[A-Z]-?\d)")
_SIGNS = frozenset("§¶")
_COUNTED = frozenset({"al", "n°", "nº", "nr", "rs"})
"""Abbreviations before a number in any language: "et al. 2005"."""
_FORMS = frozenset(
    {"KG", "KGaA", "OHG", "Inc", "Ltd", "LLC", "LLP", "LP", "PLC", "SpA", "GmbH", "AG", "NV", "BV", "AB", "Corp"}
)
"""What follows in a firm's name."""
_ATTRIBUTIVE = frozenset({"the", "a", "an", "its", "their", "this", "that", "every", "each"})
_FEW_WORDS = 3
_TWO_CAPITALS = regex(r"[A-ZÀ-Þ]\w+\s[A-ZÀ-Þ]")
_DIALLED = regex(r"\(\d{3}\)")


def introducer(c: Candidate) -> bool | None:
    """Go on after "e.g.", "vs." and their like."""
    if c.key in c.usage.introducers and (c.word[1:].islower() or c.word == "NB"):
        return False
    return None


def title(c: Candidate) -> bool | None:
    """Go on after "Dr.", "Gov.", for a name follows; after "St." too, but for "Main St. The"."""
    if not c.head[:1].isupper():
        return None
    sure = c.key in c.usage.titles and c.word[0].isupper() and not (c.word.isupper() and len(c.word) > 1)
    likely = c.key in c.usage.titles or (c.key in c.usage.places and c.word[0].isupper())
    is_name = c.key in c.usage.titles and _TWO_CAPITALS.match(c.text, c.after)  # "mw. De Wit"
    return False if sure or is_name or (likely and not opens(c)) else None


def reference(c: Candidate) -> bool | None:
    """Go on after "Fig.", "Art. No.", "Sept." before a number, in figures or Roman, a letter, a file number."""
    street = c.usage.capitals and c.key.endswith("str")
    if not (_is_counted(c, c.key) or street):
        return None
    if _NUMBER.match(c.head) or _CODE.match(c.text, c.after) or _NUMBERED.match(c.text, c.after):
        return False
    return False if _LETTERED.match(c.head) and (not opens(c) or c.head[-1] in ",;") else None


def _is_counted(c: Candidate, key: str) -> bool:
    return key in c.model.numbered or key in c.usage.counted or key in _COUNTED


def section_sign(c: Candidate) -> bool | None:
    """Go on before "§" after an abbreviation: "42 U.S.C. § 1983"; and before a code to dial: "N.W. (202)"."""
    if c.following[0] in _SIGNS:
        return False if _ACRONYM.match(c.word) or not is_word(c) else None
    return False if _DIALLED.match(c.following) and _ACRONYM.match(c.word) else None


SHORT = (introducer, title, reference, section_sign)
"""What is asked of a full stop alone, in this order: does it only shorten a word?"""


def legal_form(c: Candidate) -> bool | None:
    """Go on inside a firm's name: "Huber GmbH & Co. KG", "Wahoo! Inc."; end behind it, "Lake Corp. Critics".

    It must have stood before: a firm's name may begin a sentence, but hardly by its form.
    """
    if c.key in EVERYWHERE and c.word[:1].isupper() and c.mark == "." and not c.closers and is_common(c):
        return True
    return False if not c.closers and c.head.rstrip(".,;:)'’s") in _FORMS else None


def hour(c: Candidate) -> bool | None:
    """Go on at "10 a.m. ET", and at "At 5 a.m. Mr. Hale", where nothing was said yet; end at "6 p.m. Mr. Hale"."""
    if c.key not in c.usage.hours:
        return None
    name = c.head.rstrip(".,;:?!)’'s").lower()
    if name in c.usage.zones or len(c.text[c.start : c.at].split()) <= _FEW_WORDS:
        return False
    return True if (name in c.usage.titles and c.head[:1].isupper()) or is_common(c) else None


def initial(c: Candidate) -> bool | None:
    """End at "the value of k. Figures show"; go on at "Fed. R. Civ. P. 12", where it belongs to a name in short."""
    if len(c.word) != 1 or not c.word.isalpha():
        return None
    before = c.text[max(c.start, c.at - 40) : c.at].split()[-2:-1]
    if before and before[0].endswith(".") and _NUMBER.match(c.head):
        return False
    if before and before[0].lower() in c.usage.lettered and c.head[:1].isupper():
        return True
    named = c.word.isupper() and before and before[0] in c.usage.openers  # "by B. Wood"
    return True if before and before[0].islower() and before[0].isalpha() and not named and is_common(c) else None


def acronym(c: Candidate) -> bool | None:
    """End at "the U.S. She" and "5 p.m. They"; go on at "the U.S. Government" and "a U.S. firm"."""
    if "." not in c.word or c.mark != "." or not _ACRONYM.match(c.word):
        return None
    if opens(c):
        return True
    if c.head[:1].islower() or (c.following[0] in _DASHES and c.spaced):
        return False
    before = c.text[max(c.start, c.at - 40) : c.at].split()[-2:-1]
    if c.head[:1].isupper() and before and before[0].lower() in _ATTRIBUTIVE and not c.closers:
        return False
    named = c.word.isupper() and c.head[:1].isupper() and c.closers in ("", ")") and c.key not in c.usage.finals
    return False if named else None


def ordinal(c: Candidate) -> bool | None:
    """Go on at "5. května", "Ludwig XIV. König", German "die 27. Große Kammer"; not at the page "vgl. S. 12. Um"."""
    if not c.usage.ordinals or not c.head[:1].isalpha():
        return None
    before = c.text[max(c.start, c.at - 20) : c.at].split()[-2:-1]
    if before and c.word.isdigit() and c.head[0].isupper() and _is_counted(c, before[0].rstrip(".").lower()):
        return True
    fewest = 4 if before and before[0].islower() and before[0] in c.usage.openers else 3
    numbered = c.word.isdigit() and len(c.word) < fewest and (c.usage.capitals or c.head[0].islower())
    return False if _ROMAN.match(c.word) or (numbered and not opens(c)) else None
