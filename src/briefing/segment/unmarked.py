"""Sentences that end without a mark, since what stood behind them is lost: a formula, the line end after a caption.

Only for texts of which that is known: in others a colon leads on to an explanation, and a capital opens a title.
"""

import re
from enum import StrEnum

from briefing.languages.schema import Sentences


class Lost(StrEnum):
    """What texts of a kind lose on their way to plain text."""

    NOTHING = ""
    """Their sentences end as they should."""
    CAPTIONS = "captions"
    """Lines under pictures have run into what follows, as in news."""
    FORMULAS = "formulas"
    """Formulas, figures and tables are gone or have left remnants, as in papers."""


_FEWEST_WORDS = 3
"""How many words a sentence has at least that ends without a mark."""
_JOINT = re.compile(r"(?<=[\w)] )(?<![.!?…:;,—–-] )([A-ZÀ-Þ][a-zà-þ]+)(?=(?:['’]\w{1,2})?,? (\w))")
_COLON = re.compile(r"(?<=[\w)\]]: )(?:([A-ZÀ-Þ][a-zà-þ]+)\b|where \S)")
_AMBIGUOUS = frozenset(("one", "who", "or", "no", "nor", "none", "well", "will", "to", "if"))
"""Openers that names and numbers end with: "Formula One"."""
_NAMED = frozenset(("he", "she", "it", "they", "we", "there", "this", "these", "that", "the"))
"""Openers that hardly belong to the name before them."""


def starts(text: str, usage: Sentences, lost: Lost) -> list[int]:
    """Return where sentences start though no mark ends the one before."""
    if lost is Lost.NOTHING:
        return []
    places = [place.start() for place in _JOINT.finditer(text) if _parts(text, place, usage)]
    if lost is Lost.FORMULAS:
        found = (p for p in _COLON.finditer(text) if not p[1] or p[1].lower() in usage.openers)
        places += [p.start() for p in found if len(text[max(0, p.start() - 60) : p.start()].split()) > _FEWEST_WORDS]
    return sorted(places)


def _parts(text: str, place: re.Match[str], usage: Sentences) -> bool:
    """Return whether a word with a capital opens a sentence rather than a title: "on Friday The ministers met"."""
    word, before = place[1].lower(), text[max(0, place.start() - 60) : place.start()].split()
    if word not in usage.openers - _AMBIGUOUS or len(before) <= _FEWEST_WORDS:
        return False
    goes_on = not place[2].isupper() or before[-1].endswith(")")
    return goes_on and (not before[-1][0].isupper() or word in _NAMED)
