"""From a language's TOML file to its `Language` and `Vocabulary`, a field for each table.

In the file words stand apart by spaces; phrases by commas; alternatives of a regular expression, matched without
regard to case, by '|' or a line end. Any key but `code` may be missing: then the language does without.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

EVERYWHERE = frozenset({"al", "co", "corp", "etc", "inc", "jr", "ltd", "sr"})
"""Abbreviations of any language."""


class Language(NamedTuple):
    """What stands first in the file, before any table: what a language is called, and how it is told from others."""

    name: str
    """English name, lower case: the file's name."""
    code: str
    """ISO 639-1 code."""
    names: tuple[str, ...] = ()
    """What else it is called, lower case: its own name for itself, other codes."""
    script: str = "latin"
    """What it is written in: 'latin', or one of `briefing.languages.detection.SCRIPTS`."""
    punkt: str = "english"
    """The Punkt model that knows its abbreviations: its own or a near relative's."""
    stemmer: str = ""
    """The stemmer that sumy or NLTK has for it; '' for none."""
    letters: str = ""
    """All letters of its script that its texts have, where languages without a file here have more."""
    signs: tuple[str, ...] = ()
    """Letters and groups of letters that few others in its script have, or have so often, lower case."""
    common: tuple[str, ...] = ()
    """The words that its texts are full of, lower case: how it is told from others in its script."""
    joiners: tuple[str, ...] = ()
    """Words that no line and no heading ends with for its own sake: "the", "of", "and"."""
    ands: tuple[str, ...] = ()
    """What joins the names of two people: "and"."""
    particles: tuple[str, ...] = ()
    """Words in lower case inside names of people: "van", "de"; in English of all nations."""
    paired: tuple[str, ...] = ()
    """What follows a word of which half is left out: "pre- and postwar"."""
    heading_styles: tuple[str, ...] = ()
    """What word processors call their styles of headings, before the level, lower case."""
    title_styles: tuple[str, ...] = ()
    """What they call that of the title."""


class Sentences(NamedTuple):
    """The words that tell whether a sentence goes on, in lower case and without the last full stop."""

    titles: frozenset[str] = frozenset()
    """Abbreviations that a name always follows: "dr", "gov"."""
    places: frozenset[str] = frozenset()
    """Abbreviations that a name may follow, or a new sentence: "st", "fr"."""
    introducers: frozenset[str] = frozenset()
    """Abbreviations that something always follows: "e.g", "vs"."""
    counted: frozenset[str] = frozenset()
    """Abbreviations before a number, beside those of the package punkt: "sept", "op"."""
    lettered: frozenset[str] = frozenset()
    """Words that a letter follows: "vitamin C"."""
    finals: frozenset[str] = frozenset()
    """Abbreviations with inner dots that no name follows: "ph.d", "p.m"."""
    hours: frozenset[str] = frozenset()
    """Abbreviations after an hour: "a.m"."""
    zones: frozenset[str] = frozenset()
    """What may follow them, with a capital: zones of time, days."""
    others: frozenset[str] = frozenset()
    """Abbreviations that end a sentence or not: "blvd"."""
    articles: frozenset[str] = frozenset()
    """Its articles, which open headings as well as sentences."""
    capitalized: frozenset[str] = frozenset()
    """Openers that have a capital wherever they stand, as they are written: "I", "Sie"."""
    openers: frozenset[str] = frozenset()
    """Words that, with a capital, begin a sentence and are no part of a name: "she", "the", "however"."""
    words: frozenset[str] = frozenset()
    """Words, as they are written, that Punkt takes for abbreviations: "ill", "OK"."""
    speech: frozenset[str] = frozenset()
    """Verbs that tell who said the quotation before them, in the forms used for it."""
    reported: frozenset[str] = frozenset()
    """Words that begin reported speech: "said the firm was", "said he was"."""
    formulas: str = ""
    """What announces a formula or code, before a colon; alternatives."""
    ordinals: bool = False
    """Whether a full stop makes a number an ordinal: "am 3. Mai"."""
    capitals: bool = False
    """Whether all nouns have capitals, so that one after a number tells nothing."""
    question: str = ""
    """A question mark of its own, such as the Greek ";"."""
    spaced: bool = False
    """Whether sentences end at spaces, as no sign ends them."""
    abbreviations: frozenset[str] = EVERYWHERE
    """All the abbreviations above, and those of every language: no key of the file."""


Phrases = Mapping[str, frozenset[str]]
"""Phrases of one or two words, lower case, by what they are a sign of."""


class Vocabulary(NamedTuple):
    """The tables of a language."""

    sentences: Sentences = Sentences()
    """Where sentences end."""
    headings: Mapping[str, str] = MappingProxyType({})
    """The words that give headings away, and lines like them, by kinds that english.toml explains; alternatives."""
    scoring: Mapping[str, str] = MappingProxyType({})
    """What sentences open with, by what it says of their worth, as english.toml explains; alternatives."""
    months: str = ""
    """Names of the months, for lines that are a date; alternatives."""
    boilerplate: Mapping[str, str] = MappingProxyType({})
    """What opens a short block that is no part of the article, by kind; alternatives, '{names}' for people."""
    kinds: Mapping[str, str] = MappingProxyType({})
    """What opens a line that shows what kind a text is, by the names in `briefing.structure.kinds`; alternatives."""
    mail: Mapping[str, str] = MappingProxyType({})
    """The fields in the head of a mail: 'sender', 'subject', 'field' (of mails alone), 'other'; and 'answer', what
    stands before the subject of an answer; alternatives."""
    unquotable: Mapping[str, str] = MappingProxyType({})
    """What opens a sentence that no briefing quotes, by the names in `briefing.scoring.quotable`; alternatives."""
    cues: Phrases = MappingProxyType({})
    """Phrases of sentences, by the names of the signs in `briefing.scoring.signs`."""
    roles: Phrases = MappingProxyType({})
    """Phrases of headings, by the names of the roles in `briefing.scoring.signs`."""
    facts: Phrases = MappingProxyType({})
    """Words around facts: 'about', 'least', 'most' before a number, 'said', and 'role', what is no part of a name."""
    edmundson: Phrases = MappingProxyType({})
    """Words for Edmundson's method: 'bonus', of value, conclusion and causality; 'stigma', of hedging and asides."""


_FOLDER = Path(__file__).parent
_PHRASES = ("cues", "roles", "facts", "edmundson")
_ALTERNATIVES = ("headings", "scoring", "boilerplate", "kinds", "mail", "unquotable")


def names() -> tuple[str, ...]:
    """Return the English names of all languages: those of the files here."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def language(name: str) -> Language:
    """Return what stands first in a language's file, without reading the rest: all of them take two milliseconds."""
    keys = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8").partition("\n[")[0])
    for key in ("signs", "common", "joiners", "ands", "particles", "paired", "heading_styles", "title_styles"):
        keys[key] = tuple(keys.get(key, "").split())
    keys["names"] = tuple(filter(None, keys.get("names", "").split(", ")))
    _check(f"{name}.toml", keys, Language._fields)
    return Language(name, **keys)


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the tables of a language's file."""
    tables = dict(_tables(name))
    months = tables.pop("dates", {})
    _check(f"{name}.toml", tables, Vocabulary._fields)
    _check(f"{name}.toml, [dates]", months, ["months"])
    known: dict[str, Any] = {}
    for key in _PHRASES:
        rows = tables.get(key, {}).items()
        known[key] = {sign: frozenset(" ".join(each.split()) for each in text.split(",")) for sign, text in rows}
    for key in _ALTERNATIVES:
        known[key] = {kind: _alternatives(text) for kind, text in tables.get(key, {}).items()}
    own = _sentences(tables.get("sentences", {}), f"{name}.toml, [sentences]")
    return Vocabulary(own, months=_alternatives(months.get("months", "")), **known)


def alternatives_of_all(table: str, key: str) -> str:
    """Return the alternatives that all languages have under a key of a table: for texts of no known language."""
    found = (_alternatives(_tables(name).get(table, {}).get(key, "")) for name in names())
    return "|".join(dict.fromkeys(filter(None, found)))


@cache
def _tables(name: str) -> dict[str, dict[str, Any]]:
    content = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return {key: value for key, value in content.items() if isinstance(value, dict)}


def _sentences(row: Mapping[str, Any], place: str) -> Sentences:
    defaults = Sentences._field_defaults
    _check(place, row, defaults.keys() - {"abbreviations"})
    own = Sentences(**{key: _value(value, defaults[key]) for key, value in row.items()})
    kinds = (own.titles, own.places, own.introducers, own.counted, own.finals, own.hours, own.others)
    return own._replace(abbreviations=EVERYWHERE.union(*kinds))


def _value(value: Any, default: Any) -> Any:
    if isinstance(default, frozenset):
        return frozenset(value.split())
    return _alternatives(value) if isinstance(default, str) else value


def _alternatives(text: str) -> str:
    return "|".join(text.strip("\n").split("\n"))


def _check(place: str, found: Mapping[str, Any], known: Any) -> None:
    if unknown := sorted(set(found) - set(known)):
        raise ValueError(f"{place}: unknown key {unknown[0]!r}; the keys are those of languages/schema.py")
