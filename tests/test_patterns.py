"""Every regular expression is linear, or is only given so much text: each is fed what makes such expressions slow."""

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import briefing
from briefing import terminal
from briefing.languages import LANGUAGES, vocabulary
from briefing.segment import _final, unspaced
from briefing.structure import looks, phrases

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
SIZE = 4_000
SECONDS = 0.05
"""A square would be 16 million steps, which take longer; a line takes a hundredth of this."""

BOUNDED = {
    "structure.headings._BOLD": 250,
    "structure.headings._HASHES": 250,
    "structure.looks._SCHEMES": 200,
}
"""Patterns that are not linear, and the length of what they are matched with."""


def _patterns():
    """Give the name of each pattern, itself, whether it is searched for, and the length of what it is given."""
    for info in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        source = Path(module.__file__).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            full = f"{info.name.removeprefix('briefing.')}.{name}"
            searched = re.search(rf"\b{name}\.(?:search|sub|findall|finditer|split)\b", source)
            for place, pattern in enumerate(_inside(value)):
                yield f"{full} {place}", pattern, searched is not None, BOUNDED.get(full, SIZE)
    for language in (name for name in LANGUAGES if vocabulary(name).boilerplate):
        for kind, pattern in phrases.boilerplate(language):
            yield f"{language} {kind}", pattern, False, 240
        yield f"{language} dates", phrases.dates(language), False, 240
        for kind, pattern in zip(looks.Words._fields, looks.words_of(language), strict=True):
            yield f"{language} {kind}", pattern, kind == "clause", 200
        yield f"{language} ends", _final(vocabulary(language).sentences), True, SIZE
    for pattern in (terminal._invisible(), unspaced._run(), unspaced._piece()):
        yield pattern.pattern[:20], pattern, True, SIZE


def _inside(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _inside(item)


def _seconds(pattern, text, *, searched):
    if isinstance(pattern.pattern, bytes):
        text = text.encode("utf-8", "surrogatepass")
    began = time.process_time()
    if searched:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - began


PATTERNS = {name: rest for name, *rest in _patterns()}


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear_or_bounded(name):
    pattern, searched, size = PATTERNS[name]
    slow = {
        unit: seconds
        for unit in UNITS
        for text in [unit * (size // len(unit) + 1)]
        # What is slow is tried again: a machine that does something else may have been.
        if (seconds := _seconds(pattern, text[:size], searched=searched)) > SECONDS
        and (seconds := _seconds(pattern, text[:size], searched=searched)) > SECONDS
    }
    assert not slow
