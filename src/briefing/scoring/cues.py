"""Words that say what a sentence or a section is for, by language; the words are in `languages`.

Phrases are one or two words, lower case, as `segment.words` gives them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing import languages

Names = Mapping[str, tuple[str, ...]]
"""Of each phrase, the names of what it is a sign of."""


class Cues(NamedTuple):
    """The cues of a language."""

    opening: re.Pattern[str] | None
    """Matches the beginning of a sentence that leans on the one before; None where none are known."""
    sentences: Names
    """Signs within sentences."""
    roles: Names
    """Signs in headings."""


@cache
def of(language: str) -> Cues:
    """Return the cues of a language by its English name; of one without, cues that match nothing."""
    known = languages.vocabulary(language)
    leaning = known.scoring.leaning
    opening = re.compile(rf"[\"'“”„«»‘’(\[\s]*(?:{leaning})(?!\w)", re.IGNORECASE) if leaning else None
    return Cues(opening, _by_phrase(known.cues), _by_phrase(known.roles))


def named(words: Sequence[str], names: Names) -> list[str]:
    """Return what the words, in lower case, and their pairs are signs of, once for each time."""
    found: list[str] = []
    for phrase in words:
        if phrase in names:
            found += names[phrase]
    for first, second in pairwise(words):
        if (pair := f"{first} {second}") in names:
            found += names[pair]
    return found


def _by_phrase(tables: Mapping[str, Iterable[str]]) -> Names:
    found: dict[str, tuple[str, ...]] = {}
    for name, phrases in tables.items():
        for phrase in phrases:
            found[phrase] = (*found.get(phrase, ()), name)
    return found
