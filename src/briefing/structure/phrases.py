"""What headings and boilerplate of a language open with, together with the English ones, which turn up everywhere.

Also where each kind of boilerplate is believed to be some.
"""

import re
from functools import cache

from briefing import languages
from briefing.languages import Vocabulary
from briefing.patterns import Openings, regex

DATELINE = regex(
    r"\(?[A-ZÀ-Þ][\w .’'-]{2,40}(?:,[^—–:()]{1,40})?(?: \([\w ]{2,20}\)| /[\w -]{2,20}/)?\)? ?(?:[—–]|--?) \S"
)
"""What a first paragraph opens with: 'LINDHOLM, Sweden (Reuters) — The ferry'."""
_AT_AN_END = frozenset(("adjournment", "byline", "contact", "date", "dateline", "genre", "release", "salutation",
                        "sign-off", "signature"))  # fmt: skip
"""Boilerplate that must stand at either end of the text."""
_ONLY_IN = {
    "press release": {"about", "disclaimer"},
    "mail": {"banner", "disclaimer", "quoted mail"},
    "minutes": {"adjournment", "attendance", "enactment"},
    "book": {"front matter", "imprint", "licence"},
    "law": {"enactment", "signature"},
    "judgment": {"court", "signature"},
    "": {"acknowledgements"},  # after the headings are known: one may stand above
}
"""By kind of text: boilerplate that only such texts have."""


@cache
def words(language: str, table: str, *kinds: str) -> str:
    """Return the alternatives that stand under some keys of a table of a language's file, after the English ones."""
    found = [getattr(known, table) for known in _tables(language)]
    return "|".join(own[kind] for kind in kinds for own in found if kind in own)


@cache
def headings(kind: str, language: str) -> Openings:
    """Return the words of whole headings of a kind."""
    return Openings(words(language, "headings", kind), r"\Z")


@cache
def kinds(kind: str, language: str) -> Openings:
    """Return the words that tell a kind of text, or a part of one."""
    return Openings(words(language, "kinds", kind))


@cache
def boilerplate(language: str) -> Openings:
    """Return what blocks of the kinds of boilerplate open with."""
    kinds = dict.fromkeys(kind for table in _tables(language) for kind in table.boilerplate)
    names = rf"(?-i:{_names(language)})(?:, [\w ]{{2,40}})?$"
    return Openings({kind: words(language, "boilerplate", kind).replace("{names}", names) for kind in kinds})


@cache
def believed(language: str, kind: str, *, at_an_end: bool) -> frozenset[str]:
    """Return which kinds of boilerplate there may be in a kind of text, at either end of it or elsewhere."""
    elsewhere = set().union(*_ONLY_IN.values()) - _ONLY_IN.get(kind, set())
    return boilerplate(language).names - elsewhere - (set() if at_an_end else _AT_AN_END)


@cache
def _names(language: str, *, most: int = 8) -> str:
    """Return what the names of people look like, one or several: a word and `most` at most after it."""
    known = map(languages.language, _both(language))
    joiners = "|".join(dict.fromkeys(word for own in known for word in (*own.ands, *own.particles)))
    return rf"[A-ZÀ-Þ][\w’'.-]*(?:,? (?:(?:{joiners}|&) ){{0,3}}[A-ZÀ-Þ][\w’'.-]*){{1,{most}}}"


@cache
def field(kind: str, language: str) -> Openings:
    """Return what a line opens with, before a colon or a gap, that says something about the article."""
    return Openings(words(language, "headings", kind), r"(?=[ \t]*:|[ \t]{2}|\Z)")


def months(language: str) -> str:
    """Return the alternatives of the names of months."""
    return "|".join(filter(None, (table.months for table in _tables(language))))


def is_date(line: str, language: str) -> bool:
    """Return whether a line holds a date and little else."""
    return any(map(str.isdigit, line)) and _dates(language).match(line) is not None


@cache
def _dates(language: str) -> re.Pattern[str]:
    month = months(language)
    names = rf"(?:(?-i:(?:{_names(language)}|[A-ZÀ-Þ]{{3,}}), |(?:{_names(language, most=2)}|[A-ZÀ-Þ]{{3,}}) ))?"
    day = r"(?:\d{1,2}(?:[^\W\d_]{2}|\.)?)"
    written = rf"(?:\w+,? )?(?:{day} (?:de )?)?(?:{month})(?: {day})?,? (?:de )?(?:19|20)\d\d\b"
    digits = r"(?:\w+,? )?(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
    clock = r"[^.]{0,4}[ap]\.m\.?|,? \d\d?[:.]\d\d\b.{0,80}"
    tail = rf"(?:[,;|·•–— -]*(?:[^\W\d_]{{3}}\.)?[^.]{{0,32}}\d(?:[^.]{{0,12}}\.?|{clock})|[.,;)]|{clock})?"
    bare = rf"{day} (?:de )?(?:{month})|(?:{month}) {day}"
    return re.compile(f"{names}(?:{written}|{digits}){tail}$|{names}(?:{bare})$", re.IGNORECASE)


def _tables(language: str) -> list[Vocabulary]:
    return list(map(languages.vocabulary, _both(language)))


def _both(language: str) -> list[str]:
    return list(dict.fromkeys(("english", language)))
