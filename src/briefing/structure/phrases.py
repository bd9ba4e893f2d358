"""The patterns of a language's headings and boilerplate, with the English ones, which turn up everywhere."""

import re
from functools import cache

from briefing.languages import Vocabulary, vocabulary

_JOINER = r"(?:(?:and|und|et|y|&|de|del|la|le|van|von|den|der|di) ){0,3}"
_NAME = rf"[A-ZÀ-Þ][\w’'.-]*(?:,? {_JOINER}[A-ZÀ-Þ][\w’'.-]*){{1,8}}"
_NAMES = rf"(?-i:{_NAME})(?:, [\w ]{{2,40}})?$"


@cache
def heading_words(kind: str, language: str) -> str:
    """Return the alternatives of `briefing.languages.schema.Headings` of a kind as one group."""
    words = (getattr(table.headings, kind) for table in _tables(language))
    return "(?:" + "|".join(filter(None, words)) + ")"


@cache
def boilerplate(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of boilerplate, each with what such a block opens with."""
    tables = [table.boilerplate for table in _tables(language)]
    kinds = dict.fromkeys(kind for table in tables for kind in table)
    joined = {kind: "|".join(table[kind] for table in tables if kind in table) for kind in kinds}
    return tuple(
        (kind, re.compile(f"(?:{pattern.replace('{names}', _NAMES)})", re.IGNORECASE))
        for kind, pattern in joined.items()
    )


@cache
def labels(language: str) -> re.Pattern[str]:
    """Return what a line that says something about the article, and nothing of it, opens with."""
    return re.compile(heading_words("label", language) + ":", re.IGNORECASE)


@cache
def dates(language: str) -> re.Pattern[str]:
    """Return what a line that holds a date and little else looks like."""
    months = "|".join(filter(None, (table.months for table in _tables(language))))
    names = rf"(?:(?-i:{_NAME}),? )?"
    day = r"(?:\d{1,2}(?:st|nd|rd|th|er|\.)?)"
    written = rf"(?:\w+,? )?(?:{day} (?:de )?)?(?:{months})(?: {day})?,? (?:de )?(?:19|20)\d\d\b"
    digits = r"(?:\w+,? )?(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
    tail = r"(?:[,;|·•–— -]*(?:rev\.|updated|at|um|à|a las)?[^.]{0,25}\d[^.]{0,12}\.?|[.,;)])?"
    bare = rf"{day} (?:de )?(?:{months})|(?:{months}) {day}"
    return re.compile(f"{names}(?:{written}|{digits}){tail}$|(?:{bare})$", re.IGNORECASE)


def _tables(language: str) -> list[Vocabulary]:
    return [vocabulary(name) for name in dict.fromkeys(("english", language))]
