"""Every format, and the drawn ones at every width, as a person last approved them.

`pytest --renew-golden` writes the files anew; `git diff tests/golden` then shows what has changed.
"""

import pytest
from typer.testing import CliRunner

import briefing
from briefing.cli import app
from briefing.render import highlight, memo, memo_layout, render

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
    result = CliRunner().invoke(app, [arguments[0], ARTICLE, "--method", METHOD, *arguments[1:]])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("format", FORMATS)
def test_format(format, made, golden):
    text = render(made, format)
    assert command("summarize", "--format", format) == text
    golden(f"golden/briefing.{FORMATS[format]}", text)


@pytest.mark.parametrize(("width", "colour"), RICH)
def test_rich(width, colour, made, golden):
    text = render(made, "rich", width=width, colour=colour)
    color = "always" if colour else "never"
    assert command("summarize", "--format", "rich", "--width", str(width), "--color", color) == text
    golden(f"golden/rich-{width}{'-colour' * colour}.txt", text)


def test_rich_in_ascii(made, golden, monkeypatch):
    text = render(made, "rich", unicode=False)
    monkeypatch.setenv("LC_ALL", "C")
    assert command("summarize", "--format", "rich") == text
    golden("golden/rich-80-ascii.txt", text)


@pytest.mark.parametrize("format", highlight.FORMATS)
def test_highlight(format, document, made, golden):
    text = highlight.render(document, made, format)
    assert command("summarize", "--highlight", "--format", format) == text
    golden(f"golden/highlight-{format}.txt", text)


def test_highlight_in_colour(document, made, golden):
    text = highlight.render(document, made, "rich", colour=True)
    assert command("summarize", "--highlight", "--format", "rich", "--color", "always") == text
    golden("golden/highlight-colour.txt", text)


@pytest.mark.parametrize("format", memo.FORMATS)
def test_memo(format, document, golden):
    head = memo.Head("24 November 2026", "The Council", "Ada Moor", classification="INTERNAL")
    text = memo_layout.render(
        memo_layout.compose([briefing.summarize(document, method=METHOD)], head), format, colour=True
    )
    words = ("--to", "The Council", "--from", "Ada Moor", "--date", "2026-11-24", "--classification", "INTERNAL")
    assert command("memo", "--format", format, "--color", "always", *words) == text
    golden(f"golden/memo-{format}.txt", text)
