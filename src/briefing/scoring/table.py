"""The signs of a sentence and what each weighs, as weights.txt has them, by the traits of the text.

tests/benchmarks/fit_weights.py fits them.
"""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

OTHER = "other"
"""The group of kinds that have no weights of their own."""
GROUPS = {
    "news": "news",
    "press release": "news",
    "paper": "paper",
    "proposal": "proposal",
    "law": "law",
}
"""Kinds of text, by `Document.kind`, whose readers quote by other signs."""
TRAITS = (*dict.fromkeys(GROUPS.values()), OTHER, "unparted", "long")
"""What a text may be, in the order of the columns: of a group, without headings, of more sentences than `LONG`."""
LONG = 100

GIVEN: Mapping[str, Mapping[str, float]] = {
    "minutes": {"words: resolution": 0.8},
    "transcript": {"words: resolution": 0.8, "words: request": 0.2},
    "judgment": {"words: holding": 0.8},
    "mail": {"words: resolution": 0.2, "words: request": 0.8},
}
"""What signs weigh besides in kinds of which no reader has marked any: meetings resolve, courts hold, letters ask."""

FILE = Path(__file__).with_name("weights.txt")


def _read() -> dict[str, tuple[float, ...]]:
    lines = (line.split(" | ") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {name.strip(): tuple(map(float, row.split())) for name, row, _reason in lines}


WEIGHTS: Mapping[str, tuple[float, ...]] = _read()
"""What each sign weighs in all texts, and what each trait of a text adds. Under '' stands what all begin with."""
SIGNS = tuple(dict.fromkeys([*filter(None, WEIGHTS), *chain.from_iterable(GIVEN.values())]))
"""The signs' names."""
