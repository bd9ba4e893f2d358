"""Every format, and the drawn ones at every width, as a person last approved them.

`pytest --renew-golden` writes the files anew; `git diff tests/golden` then shows what has changed.
"""

import pytest
from commandline import invoke

import briefing
from briefing.render import Look, highlight, memo, memo_layout, render
from briefing.terminal import Ink

ARTICLE = "harbour.md"
METHOD = "lead"
"""It will still choose the same sentences when the other methods are better."""

FORMATS = {"text": "txt", "lines": "lines", "markdown": "md", "json": "json"}
RICH = [(40, False), (60, False), (80, False), (80, True), (120, False), (200, False)]


@pytest.fixture
def document(data, monkeypatch):
    monkeypatch.chdir(data)
    return briefing.parse(briefing.read(ARTICLE))


@pytest.fixture
def made(document):
    return briefing.summarize(document, method=METHOD)


def command(*arguments):
    result = invoke(arguments[0], ARTICLE, "--method", METHOD, *arguments[1:])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("format", FORMATS)
def test_format(format, made, golden):
    text = render(made, format)
    assert command("summarize", "--format", format) == text
    golden(f"golden/briefing.{FORMATS[format]}", text)


@pytest.mark.parametrize(("width", "colour"), RICH)
def test_rich(width, colour, made, golden):
    text = render(made, "rich", Look(width=width, colour=colour))
    color = "always" if colour else "never"
    assert command("summarize", "--format", "rich", "--width", str(width), "--color", color) == text
    golden(f"golden/rich-{width}{'-colour' * colour}.txt", text)


def test_rich_on_a_short_screen(made, golden):
    golden("golden/rich-80-short.txt", render(made, "rich", Look(height=24)))


def test_rich_without_colour_but_bold(made, golden):
    golden("golden/rich-80-bold.txt", render(made, "rich", Look(colour=Ink.PLAIN)))


@pytest.mark.usefixtures("document")
def test_text_spaced_and_with_what_is_left_out(golden):
    golden("golden/briefing-spaced.txt", command("summarize", "-n", "2", "--no-coverage", "--spaced", "--left-out"))


def test_rich_in_ascii(made, golden, monkeypatch):
    text = render(made, "rich", Look(unicode=False))
    monkeypatch.setenv("LC_ALL", "C")
    assert command("summarize", "--format", "rich") == text
    golden("golden/rich-80-ascii.txt", text)


@pytest.mark.parametrize("format", ["rich", "text"])
def test_highlight(format, document, made, golden):
    text = highlight.render(document, made.sentences, format)
    assert command("summarize", "--highlight", "--format", format) == text
    golden(f"golden/highlight-{format}.txt", text)


def test_highlight_in_colour(document, made, golden):
    text = highlight.render(document, made.sentences, "rich", Look(colour=True))
    assert command("summarize", "--highlight", "--format", "rich", "--color", "always") == text
    golden("golden/highlight-colour.txt", text)


@pytest.mark.parametrize("format", memo.FORMATS)
def test_memo(format, document, golden):
    head = memo.Head("24 November 2026", "The Council", "Ada Moor", classification="INTERNAL")
    text = memo_layout.render(
        memo_layout.compose([briefing.summarize(document, method=METHOD, sentences=6)], head),
        format,
        Look(colour=True),
    )
    words = ("--to", "The Council", "--from", "Ada Moor", "--date", "2026-11-24", "--classification", "INTERNAL")
    assert command("memo", "-n", "6", "--format", format, "--color", "always", *words) == text
    golden(f"golden/memo-{format}.txt", text)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.usefixtures("document")
def test_memo_of_any_width(width, golden):
    text = command("memo", "--date", "2026-11-24", "--width", str(width))
    golden(f"golden/memo-{width}.txt", text)


@pytest.mark.usefixtures("document")
def test_memo_of_several(golden):
    golden("golden/memo-several.txt", command("memo", ARTICLE, "--date", "2026-11-24"))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.usefixtures("document")
def test_explain(width, golden):
    golden(f"golden/explain-{width}.txt", command("explain", "--format", "table", "--width", str(width)))


@pytest.mark.usefixtures("document")
def test_compare(golden):
    result = invoke("compare", ARTICLE, "-m", "lead", "-m", "random", "-n", "5")
    golden("golden/compare.txt", result.stdout)
