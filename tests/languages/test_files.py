"""The languages' files: what each lacks, and that a slip of the pen in one is noticed."""

import re

import pytest

from briefing.languages import LANGUAGES, language, schema, vocabulary
from briefing.scoring import quotable
from briefing.scoring.table import SIGNS
from briefing.structure import phrases

LATIN = {name for name in LANGUAGES if language(name).script == "latin"}
COMPLETE = {"english", "french", "german", "spanish"}
"""The languages that have every key."""
TABLES = {"headings", "months", "boilerplate", "kinds", "mail", "scoring", "unquotable", "cues", "roles", "facts"}
WITHOUT = {
    **{name: {"facts"} for name in ("czech", "finnish", "hungarian", "indonesian", "romanian")},
    **{name: {"facts", "mail"} for name in ("greek", "turkish")},
    **{name: {"sentences", "months", "mail", "facts"} for name in ("chinese", "japanese", "korean")},
    **dict.fromkeys(("estonian", "slovak", "slovene", "thai"), TABLES),
    "arabic": {"sentences", "mail", "roles", "facts"},
    "hebrew": TABLES - {"scoring", "unquotable", "cues"} | {"sentences"},
    "hindi": TABLES - {"headings", "scoring", "unquotable"} | {"sentences"},
    "malayalam": TABLES | {"sentences"},
    "ukrainian": {"sentences", "mail", "facts"},
}
"""The tables that a language does without; a language's sentences are known better than the rest."""


def lacking(name):
    """Give the tables that a language does without; Edmundson's words are known in English alone."""
    tables = vocabulary(name)._replace(edmundson="")._asdict().items()
    return {name for name, table in tables if table == getattr(schema.Vocabulary(), name)}


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_a_language_lacks_is_known(name):
    assert lacking(name) == WITHOUT.get(name, set())


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_a_complete_language_has_every_key(name):
    known, english = vocabulary(name), vocabulary("english")
    assert known.headings.keys() - {"comma"} == english.headings.keys()
    assert set(known.boilerplate) <= set(english.boilerplate)
    assert set(known.kinds) <= set(english.kinds)
    assert set(known.mail) == set(english.mail)
    assert set(known.cues) <= set(english.cues)
    assert {name for name in SIGNS if name.startswith("role: ")} <= {f"role: {name}" for name in english.roles}
    assert set(known.roles) <= set(english.roles)
    assert set(known.unquotable) <= set(english.unquotable) <= set(quotable.REASONS)


@pytest.mark.parametrize("name", sorted(LATIN))
def test_a_latin_language_can_be_told(name):
    known = language(name)
    assert len(known.common) >= 40
    assert len(set(known.common)) == len(known.common)
    assert all(word == word.lower() for word in (*known.common, *known.signs, *known.names))


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_pattern_of_a_language_compiles(name):
    known = vocabulary(name)
    assert known.headings.keys() - {"comma"} <= vocabulary("english").headings.keys()
    for pattern in (
        *known.headings.values(),
        *known.boilerplate.values(),
        *known.kinds.values(),
        *known.mail.values(),
        *known.unquotable.values(),
        known.months,
        *known.scoring.values(),
    ):
        re.compile(pattern)
    assert [re.compile(source, re.IGNORECASE) for source in phrases.boilerplate(name).sources]
    assert phrases.is_date("3 May 2024", name)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("code = 'xx'\ncolour = 'red'", "test.toml: unknown key 'colour'"),
        ("code = 'xx'\n[sentences]\ntitels = 'dr'", r"\[sentences\]: unknown key 'titels'"),
        ("code = 'xx'\n[heading]\nasks = 'how'", "unknown key 'heading'"),
        ("code = 'xx'\n[dates]\ndays = 'monday'", "unknown key 'days'"),
    ],
)
def test_a_key_that_nobody_reads_is_refused(tmp_path, monkeypatch, content, complaint):
    (tmp_path / "test.toml").write_text(content)
    monkeypatch.setattr(schema, "_FOLDER", tmp_path)
    monkeypatch.setattr(schema, "_tables", schema._tables.__wrapped__)
    with pytest.raises(ValueError, match=complaint):
        schema.language.__wrapped__("test"), schema.vocabulary.__wrapped__("test")


def test_a_language_is_one_file(tmp_path, monkeypatch):
    (tmp_path / "test.toml").write_text(
        "code = 'xx'\n[headings]\nasks = '''\nhow|why\nwhat\n'''\n[cues]\nnews = 'new, first of'"
    )
    monkeypatch.setattr(schema, "_FOLDER", tmp_path)
    monkeypatch.setattr(schema, "_tables", schema._tables.__wrapped__)
    assert schema.names() == ("test",)
    known = schema.vocabulary.__wrapped__("test")
    assert known.headings["asks"] == "how|why|what"
    assert known.cues == {"news": {"new", "first of"}}
