"""From a language's TOML file to its `Language` and `Vocabulary`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from briefing.languages.schema import EVERYWHERE, Headings, Language, Scoring, Sentences, Vocabulary

_FOLDER = Path(__file__).parent
_ROWS = {"sentences": Sentences, "headings": Headings, "scoring": Scoring}
_PHRASES = ("cues", "roles", "facts")
_ALTERNATIVES = ("boilerplate", "kinds", "mail", "unquotable")

T = TypeVar("T", Sentences, Headings, Scoring)


def names() -> tuple[str, ...]:
    """Return the English names of all languages: those of the files here."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def language(name: str) -> Language:
    """Return what stands first in a language's file, without reading the rest: all of them take two milliseconds."""
    keys = tomllib.loads(_read(name).partition("\n[")[0])
    for key in ("signs", "common", "joiners", "paired"):
        keys[key] = tuple(keys.get(key, "").split())
    keys["names"] = tuple(filter(None, keys.get("names", "").split(", ")))
    _check(f"{name}.toml", keys, Language._fields)
    return Language(name, **keys)


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the tables of a language's file."""
    content = tomllib.loads(_read(name))
    tables = {key: value for key, value in content.items() if isinstance(value, dict)}
    months = tables.pop("dates", {})
    _check(f"{name}.toml", tables, Vocabulary._fields)
    _check(f"{name}.toml, [dates]", months, ["months"])
    known: dict[str, Any] = {
        key: _row(kind, tables.get(key, {}), f"{name}.toml, [{key}]") for key, kind in _ROWS.items()
    }
    known |= {key: {sign: _phrases(text) for sign, text in tables.get(key, {}).items()} for key in _PHRASES}
    for key in _ALTERNATIVES:
        known[key] = {kind: _alternatives(text) for kind, text in tables.get(key, {}).items()}
    known["sentences"] = _with_abbreviations(known["sentences"])
    return Vocabulary(months=_alternatives(months.get("months", "")), **known)


def _with_abbreviations(known: Sentences) -> Sentences:
    kinds = (known.titles, known.places, known.introducers, known.counted, known.finals, known.hours, known.others)
    return known._replace(abbreviations=EVERYWHERE.union(*kinds))


def _read(name: str) -> str:
    return (_FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def _row(kind: type[T], row: Mapping[str, Any], place: str) -> T:
    defaults: dict[str, Any] = kind._field_defaults
    _check(place, row, defaults.keys() - {"abbreviations"})
    return kind(**{key: _value(value, defaults[key]) for key, value in row.items()})


def _value(value: Any, default: Any) -> Any:
    if isinstance(default, frozenset):
        return frozenset(value.split())
    return _alternatives(value) if isinstance(default, str) else value


def _alternatives(text: str) -> str:
    return "|".join(text.strip("\n").split("\n"))


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def _check(place: str, found: Mapping[str, Any], known: Any) -> None:
    if unknown := sorted(set(found) - set(known)):
        raise ValueError(f"{place}: unknown key {unknown[0]!r}; the keys are those of languages/schema.py")
