"""Every regular expression is linear, or is only given so much text: each is fed what makes such expressions slow."""

import ast
import importlib
import pkgutil
import re
import sys
from functools import cache
from pathlib import Path

import growth
import pytest

import briefing
from briefing import patterns, terminal
from briefing.digests import facts
from briefing.languages import LANGUAGES
from briefing.patterns import Openings
from briefing.readers import epub, mail, pdf_layout, pdf_notes
from briefing.source import Source
from briefing.structure import article_frame, letters, lists

UNITS = (
    *(
        "a",
        "A",
        "1",
        " ",
        "\n",
        "\t",
        "a ",
        "A ",
        "1 ",
        "a\n",
        "Ab ",
        "A. ",
        "1.",
        "1,",
        "1.1",
        "A,",
        "x.\n",
        "ab-\n",
    ),
    *(
        ".",
        "..",
        ". ",
        ",",
        ":",
        "::",
        "? ",
        "!",
        "–",
        "…",
        "'",
        '"',
        "“",
        "” ",
        "(",
        ")",
        "[",
        "]",
        "[a](",
        "[^",
        "{",
    ),
    *("*", "**", "* ", "_", "__a ", "`", "``", "~", "=", "=\n", "-", "- ", "#", "# ", "|", "|a", "a|", "a\t", ":a:"),
    *("<", "<a ", "<!--", "<meta a", "<?xml a", "&", "\\", "/", "http://", "www.", "a@", "a.b", "[fn:", "[[a][", "§"),
    *("and ", "By ", "By Ab ", "é", "\u0301", "中", "ก", "ก ", "\r", "\x1b[", "\x9b", "\u200d", "\u202e", "\ud800"),
)

BOUNDED = {
    "structure.headings._BOLD": 250,
    "structure.headings._HASHES": 250,
    "structure.heading_looks._SCHEMES": 200,
    "segment.repairs._NICKNAME": 40,
    "segment.unmarked._short_lines": 999,
}
"""Patterns that are not linear, and the length of what they are matched with."""

WAYS = {"readers.html_tree._ATTRIBUTE": "match"}
"""How patterns are used that are only searched for in what they have matched."""

MADE = {
    **dict.fromkeys(["structure.phrases.boilerplate", "structure.phrases.field", "structure.phrases._dates"], 240),
    "structure.phrases.headings": 240,
    "structure.heading_looks.__init__": 200,
    "structure.kinds._words": 200,
    "structure.lists._caption": growth.SIZE,
    "readers.mail._answer": growth.SIZE,
    **dict.fromkeys(["readers.epub._imprint_heading", "readers.pdf_notes._caption"], growth.SIZE),
    "segment.repairs._announcing": 60,
    **dict.fromkeys(["structure.runin_headings._glued", "structure.article_frame._placed"], growth.SIZE),
    **dict.fromkeys(["scoring.lexicon.cues", "scoring.quotable._known"], growth.SIZE),
}
"""Functions that make patterns which are only matched where a text begins, and the length of what they are given."""

SEARCHED = ("search", "sub", "subn", "findall", "finditer", "split")
"""Ways to use a pattern that try it at every place of a text."""
MODULES = {
    info.name.removeprefix("briefing."): importlib.import_module(info.name)
    for info in pkgutil.walk_packages(briefing.__path__, "briefing.")
    if not info.name.endswith("__main__")
}
SOURCES = {name: Path(module.__file__).read_text(encoding="utf-8") for name, module in MODULES.items()}


def _way(name, module):
    """Return how a pattern, or one of a table of them, is used: searched for, or matched where a text begins."""
    if known := WAYS.get(f"{module}.{name}"):
        return known
    where = [SOURCES[module]] if name.startswith("_") else SOURCES.values()
    ways = {way for source in where for way in re.findall(rf"\b{name}\.(\w+)", source)}
    return "finditer" if ways.intersection(SEARCHED) else "fullmatch" if "fullmatch" in ways else "match"


def _patterns(module):
    """Give the name of each pattern of a module, itself, the way it is used, and the length of what it is given."""
    for name, value in vars(MODULES[module]).items():
        full = f"{module}.{name}"
        for place, pattern in enumerate(_inside(value)):
            yield f"{full} {place}", pattern, _way(name, module), BOUNDED.get(full, growth.SIZE)
    for name, call in _calls(ast.parse(SOURCES[module])):
        if isinstance(call.args[0], ast.Constant):
            full = f"{module}.{name}"
            way = ast.unparse(call.func).removeprefix("re.")
            way = "finditer" if way in (*SEARCHED, "compile") else way
            yield f"{full} {call.lineno}", re.compile(call.args[0].value), way, BOUNDED.get(full, growth.SIZE)


def _inside(value):
    if isinstance(value, patterns._Regex):
        yield re.compile(*value._source)
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, dict):
        yield from _inside((*value, *value.values()))


def _calls(tree):
    """Give the calls of `re` that stand in functions, with the name of the function."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and re.fullmatch(r"re\.\w+", ast.unparse(node.func)) and node.args:
                    yield function.name, node


@pytest.mark.parametrize("room", sorted({name.partition(".")[0] for name in MODULES}))
def test_patterns_are_linear_or_bounded(room):
    modules = [name for name in MODULES if name.partition(".")[0] == room]
    found = [pattern for name in modules for pattern in _patterns(name)]
    assert len(found) >= sum(len(re.findall(r"(?<!def )\bregex\(", SOURCES[name])) for name in modules)
    # Modules share patterns: each is tried once.
    tried = {tuple(rest): name for name, *rest in found}
    slow = {}
    for (pattern, way, size), name in tried.items():
        if unit := growth.steep_unit(pattern, UNITS, way=way, size=size):
            slow[name] = unit
    assert slow == {}


EVERYTHING = """The Title Of It

By Anna Berg

1. First Things

“It closed,” said Anna Berg. Abstract. We have the following equation: It closed. It closed at 5 p.m. Then all
was well\u200b.

12 May 2024

The board met on Monday. Dr. Lindt spoke; she had the following formula: x. 港口今天关闭。渡轮\n不再开航。
ภาษาไทย ภาษา
"""

LATIN = "Le café fermé à Besançon. ".encode("latin-1")
COMPILED = cache(re.compile)
"""Which remembers more than `re` does."""


def _made_of(language, monkeypatch):
    """Give the patterns that are made when a text is briefed in a language, each with the function that makes it."""
    made = {}
    take = Openings.__init__

    def note(found, caller):
        module = caller.f_globals["__name__"].removeprefix("briefing.")
        if module not in (caller.f_globals["__name__"], "patterns"):
            made.update(dict.fromkeys(found, f"{module}.{caller.f_code.co_qualname.partition('.')[0]}"))

    def compiled(pattern, flags=0):
        note([COMPILED(pattern, flags)], sys._getframe(1))
        return COMPILED(pattern, flags)

    def taken(self, *args):
        take(self, *args)
        note([COMPILED(source, re.IGNORECASE) for source in self.sources], sys._getframe(1))

    for module in MODULES.values():
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and value.__module__.startswith("briefing."):
                value.cache_clear()
    monkeypatch.setattr(re, "compile", compiled)
    monkeypatch.setattr(Openings, "__init__", taken)
    for source in (EVERYTHING, *([Source("a", LATIN)] if language == "english" else ())):
        document = briefing.parse(source, language=language)
        briefing.summarize(document)
        terminal.sanitize(document.text)
    article_frame._placed(language)
    letters._field(language)
    letters._answer(language)
    facts._date_pattern(language)
    for make in (mail._answer, epub._imprint_heading, epub._rights, pdf_notes._caption):
        make()
    pdf_layout._between_names()
    lists._caption(language)
    monkeypatch.undo()
    return made


TRIED = set()


@pytest.mark.parametrize("language", sorted(LANGUAGES, key=lambda name: name != "english"))
def test_patterns_made_of_tables_are_linear_or_bounded(language, monkeypatch):
    made = _made_of(language, monkeypatch)
    # What differs between languages is words: all that is slow in any text is tried with the patterns of one.
    units = UNITS if language == "english" else ()
    slow = {}
    for pattern, name in made.items():
        if pattern in TRIED:
            continue
        TRIED.add(pattern)
        way = "match" if name in MADE else "finditer"
        if unit := growth.steep_unit(pattern, units, way=way, size=MADE.get(name, growth.SIZE)):
            slow[name] = unit
    assert slow == {}


def test_every_function_that_makes_a_pattern_of_a_table_is_reached(monkeypatch):
    makers = {
        f"{module}.{name}"
        for module, source in SOURCES.items()
        for name, call in _calls(ast.parse(source))
        if ast.unparse(call.func) == "re.compile" and not isinstance(call.args[0], ast.Constant)
    }
    assert makers - set(_made_of("english", monkeypatch).values()) == set()


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s+$",
        r"[ \t]+:[\w@#%:]{1,200}:[ \t]*\Z",
        r"\[\^[^\]\n]+\]",
        r"<[^>]*>",
        r"\w+@\w+",
        r"(?:x|\d+)z",
        r"\([^)]*\)(?=:)",
    ],
)
def test_a_square_is_found(pattern):
    assert growth.steep_unit(re.compile(pattern), UNITS, way="finditer")


@pytest.mark.parametrize("pattern", [r"(?:\w+\s?)*!", r"(?:a|a)+b", r"(?:\d+\.?)+x"])
def test_what_doubles_with_each_character_is_found(pattern, monkeypatch):
    monkeypatch.setattr(growth, "MOST", 0.2)
    with pytest.raises(AssertionError, match=r"more than 0\.2 s"):
        growth.steep_unit(re.compile(pattern), UNITS, way="match")


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\s+", "finditer"),
        (r"\s++(?=(\S?))", "finditer"),
        (r"(?<!\s)\s+$", "finditer"),
        (r"\[\^[^\]\n]{1,100}\]", "finditer"),
        (r"\s+\S", "match"),
        (r"(?:\w++\s?)*+!", "fullmatch"),
    ],
)
def test_a_line_is_none(pattern, way):
    assert growth.steep_unit(re.compile(pattern), UNITS, way=way) == ""
