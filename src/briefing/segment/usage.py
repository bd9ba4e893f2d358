"""How each language writes, read from the table usage.toml beside this module."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FLAGS = ("ordinals", "capitals")
_EVERYWHERE = frozenset({"al", "co", "corp", "etc", "inc", "jr", "ltd", "sr"})


@dataclass(frozen=True, slots=True)
class Usage:
    """The words of one language that tell whether a sentence goes on; usage.toml says what they are."""

    titles: frozenset[str]
    """Abbreviations that a name always follows."""
    places: frozenset[str]
    """Abbreviations that a name may follow, or a new sentence."""
    introducers: frozenset[str]
    """Abbreviations that something always follows."""
    counted: frozenset[str]
    """Abbreviations before a number."""
    finals: frozenset[str]
    """Abbreviations with inner dots that no name follows."""
    openers: frozenset[str]
    """Words that, with a capital, begin a sentence."""
    words: frozenset[str]
    """Words that Punkt takes for abbreviations."""
    speech: frozenset[str]
    """Verbs of saying."""
    reported: frozenset[str]
    """Words that begin reported speech."""
    ordinals: bool
    """Whether a full stop makes a number an ordinal."""
    capitals: bool
    """Whether all nouns have capitals."""
    abbreviations: frozenset[str]
    """All the abbreviations above, and those that end a sentence or not."""


@cache
def usage(language: str) -> Usage:
    """Give the usage of a language by its English name; an empty one where the table has none."""
    row = _table().get(language, {})
    fields: dict[str, Any] = {flag: row.get(flag, False) for flag in _FLAGS}
    fields |= {name: frozenset(row.get(name, "").split()) for name in Usage.__slots__ if name not in _FLAGS}
    kinds = (fields[kind] for kind in ("titles", "places", "introducers", "counted", "finals"))
    fields["abbreviations"] = _EVERYWHERE.union(row.get("others", "").split(), *kinds)
    return Usage(**fields)


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
