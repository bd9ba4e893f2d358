"""No article, file name or error text does anything to the terminal it is shown on."""

import io
import json
import re

import pytest
from commandline import invoke

import briefing
from briefing.budget import Budget
from briefing.document import Boilerplate, Document, Heading, Paragraph, Section, Sentence
from briefing.inspection import compare, explain
from briefing.render import (
    FORMATS,
    Look,
    comparison,
    explanation,
    highlight,
    memo,
    memo_layout,
    outline,
    progress,
    render,
)

WIDE = Look(width=200, colour=True)

ATTACKS = {
    "CSI": "\x1b[2J\x1b[31m",
    "OSC 52 clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "OSC 8 link": "\x1b]8;;http://evil.example\x1b\\",
    "title": "\x1b]0;owned\x07",
    "DCS": "\x1bP1$r0m\x1b\\",
    "8-bit C1": "\x9b31m\x9d0;owned\x9c\x84",
    "bare CR": "\r",
    "backspace": "\b\b\b",
    "bidi override": "\u202e",
    "open isolate": "\u2067",
    "zero width": "\u200b\u200d\ufeff",
    "marks of direction": "\u200e\u200f\u061c",
    "fillers and variants": "\u3164\u115f\ufe0f\ufe00",
}
"""Each vanishes without a trace, or leaves a space."""

MARKUP = [
    "[bold red]x[/]",
    "[/etc]",
    "[link=http://evil.example]y[/link]",
    ":warning:",
    "[@click=app.bell]z[/]",
    "\\[x]",
]
"""Markup of rich, emoji codes: shown as they are."""

OURS = re.compile(r"\x1b\[(?:0|1|2|4|7|35)(?:;(?:0|1|2|4|7|35))*m")
"""The escape sequences that we send: styles and one of the sixteen colours."""
DRAWN = [
    *FORMATS,
    *(f"highlighted {name}" for name in ("rich", "text")),
    *(f"memo in {name}" for name in memo.FORMATS),
]


OTHERS = ["outline", "explanation", "shaded explanation", "comparison", "folded comparison"]


def drawn(form, document):
    """Give the briefing of a document in a form, wide and in colour, or what another command prints of it."""
    if form in OTHERS:
        return drawn_otherwise(form, document)
    made = briefing.summarize(document, sentences=3)
    kind, _, name = form.rpartition(" ")
    match kind:
        case "highlighted":
            return highlight.render(document, made.sentences, name, WIDE)
        case "memo in":
            head = memo.Head("today", made.name, made.name, classification=made.title)
            return memo_layout.render(memo_layout.compose([made], head), name, WIDE)
        case _:
            return render(made, name, WIDE)


def drawn_otherwise(form, document):
    """Give the output of the other commands that print what an article says."""
    budget = Budget(sentences=3)
    match form:
        case "outline":
            return outline.render_text(document, boilerplate=True)
        case "shaded explanation":
            return highlight.render(document, document.sentences[:3:2], "rich", WIDE, [0, 1, 2, 3])
        case "explanation":
            made = explain(document, budget)
            return "".join(explanation.render(made, name, Look(width=200)) for name in ("table", "text"))
        case _:
            made = compare(document, ["lead", "luhn"], budget)
            return comparison.render_text(made, width=200 if form == "folded comparison" else None)


def article(payload):
    """Give a document that has a payload wherever a source can put one."""
    bad = f"be{payload}fore"
    sentences = [Sentence(n, f"Sentence {n} has {bad} in it.", 20 * n, 20 * n + 9, n + 1) for n in range(4)]
    headings = [Heading(f"Heading {bad}", 1, 50, 60, 2), Heading(f"Other {bad}", 2, 61, 70, 3)]
    sections = (
        Section(None, (Paragraph(tuple(sentences[:1])),)),
        Section(headings[0], (Paragraph(tuple(sentences[1:3])),)),
        Section(headings[1], (Paragraph(tuple(sentences[3:])),)),
    )
    left_out = (Boilerplate(f"Share {bad}", "link", 70, 80, 4),)
    return Document(f"name-{bad}.txt", "x" * 100, f"Title {bad}", "english", sections, left_out)


def controls(text):
    """Give the characters of a text that do something other than stand there."""
    return re.findall(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u115f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]",
        OURS.sub("", text),
    )


@pytest.mark.parametrize("form", [*DRAWN, *OTHERS])
def test_attack_is_disarmed(form):
    for name, attack in ATTACKS.items():
        text = drawn(form, article(attack))
        assert controls(text.replace("\t", " ") if form == "explanation" else text) == [], name
        assert re.search("be ?fore", text) or form == "json", name


@pytest.mark.parametrize("command", ["outline", "explain", "compare", "evaluate"])
def test_attack_in_an_error_of_the_other_commands_is_disarmed(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for attack in ATTACKS.values():
        name = f"no{attack}file.txt".replace("/", "")
        result = invoke(command, name, *(["--reference", name] if command == "evaluate" else []))
        assert (result.exit_code, controls(result.stderr)) == (1, [])


def test_attack_in_a_set_of_articles_is_disarmed(tmp_path):
    for attack in ATTACKS.values():
        (tmp_path / "data.jsonl").write_text(json.dumps({"id": attack, "text": "", "refs": [attack]}))
        result = invoke("evaluate", "--data", tmp_path / "data.jsonl")
        assert (result.exit_code, controls(result.stderr)) == (1, [])


@pytest.mark.parametrize("form", [form for form in [*DRAWN, *OTHERS] if not form.endswith(("json", "markdown"))])
def test_markup_of_rich_is_text(form):
    for markup in MARKUP:
        assert f"be{markup}fore" in OURS.sub("", drawn(form, article(markup)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_in_an_error_is_disarmed(attack, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = f"no{ATTACKS[attack]}file.txt".replace("/", "")
    result = invoke("summarize", name)
    assert result.exit_code == 1
    assert (
        re.fullmatch(r"briefing: no ?file\.txt: no such file; check the path\n", result.stderr)
        or attack == "OSC 8 link"
    )
    assert controls(result.stderr) == []


@pytest.mark.parametrize("words", ["--{}", "-m {}", "-l {}", "-f {}", "-n {}", "-o {}/none/out"])
def test_attack_in_a_usage_error_is_disarmed(words, tmp_path):
    (tmp_path / "a.txt").write_text("A sentence.")
    for attack in ATTACKS.values():
        result = invoke("summarize", tmp_path / "a.txt", *(word.format(attack) for word in words.split(" ")))
        assert result.exit_code in (1, 2)
        assert controls(result.stderr) == []


def test_attack_in_a_header_is_disarmed(tmp_path):
    files = [tmp_path / f"{n}\x1b[31m\u202e.txt" for n in range(2)]
    for file in files:
        file.write_text("A sentence that stands alone.")
    result = invoke("summarize", *files)
    assert "==> " in result.stdout
    assert controls(result.stdout) == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_in_progress_is_disarmed(attack, monkeypatch):
    stream = io.StringIO()
    stream.isatty = lambda: True
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    name = f"be{ATTACKS[attack]}fore [bold]:warning:"
    assert list(progress.watched([name] * 4, str, wanted=True, failed=[name])) == [name] * 4
    shown = stream.getvalue()
    assert re.search(r"be ?fore \[bold\]:warning:", shown)
    # What is left is rich's own: styles, the cursor, a line that is drawn again.
    assert controls(re.sub(r"\x1b\[[0-9;?]*[A-Zhlm]|\r", "", shown)) == []
    assert ATTACKS[attack] == "\r" or ATTACKS[attack] not in shown
