"""`briefing compare`: methods side by side."""

import json
import re

import pytest
from commandline import invoke

import briefing
from briefing.budget import Budget
from briefing.inspection import Comparison, compare
from briefing.render.comparison import render_text

TEXT = "\n".join(
    f"The {place} reported {count} visitors to its old harbour museum."
    for count, place in enumerate(["city", "village", "county", "island", "parish", "borough"], 20)
)


def test_picks_are_those_of_a_briefing():
    document = briefing.parse(TEXT)
    made = compare(document, ["lead", "luhn"], Budget(sentences=2))
    assert made.picks["lead"] == (0, 1)
    assert made.picks["luhn"] == tuple(
        sentence.index for sentence in briefing.summarize(document, sentences=2, method="luhn").sentences
    )


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [((0, 1), (0, 1), 1.0), ((0, 1), (2, 3), 0.0), ((0, 1), (1, 2), 1 / 3), ((), (), 1.0)],
)
def test_overlap(first, second, overlap):
    made = Comparison(briefing.parse(TEXT), {"a": first, "b": second})
    assert made.overlap("a", "b") == made.overlap("b", "a") == pytest.approx(overlap)


def test_sections_covered():
    document = briefing.parse("# One\n\nRain fell.\n\n# Two\n\nSnow fell. Hail fell.\n", format="markdown")
    assert Comparison(document, {"a": (1, 2)}).covered("a") == 1
    assert Comparison(document, {"a": (0, 2)}).covered("a") == 2


def test_text_marks_who_picked_what():
    done = invoke("compare", "-n", "1", "-m", "lead", "-m", "luhn", input="Rain fell on Oslo. Snow fell on Oslo.")
    sentences, methods, agreement = done.stdout.split("\n\n")
    assert methods.splitlines()[0] == "a  lead  1 from 1 of 1 section"
    assert sentences.startswith("line  by  sentence\n   1  a")
    assert "Rain fell on Oslo." in sentences
    assert agreement == "Of the picks of two methods 100% are shared on average; most by a and b (100%).\n"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_pick_is_a_line_within_the_columns_of_a_screen(width, seed):
    made = compare(briefing.parse(briefing.read(seed)), ["lead", "luhn"], Budget(sentences=3))
    picks = len({index for chosen in made.picks.values() for index in chosen})
    sentences, methods, agreement = render_text(made, width=width).split("\n\n")
    assert max(map(len, f"{sentences}\n{methods}\n{agreement}".splitlines())) <= width
    _, *lines = sentences.splitlines()
    assert len(lines) == picks
    assert all(re.match(r" *\d+  [a.][b.]  \S", line) for line in lines)
    assert any(line.endswith("…") for line in lines) is (width < 200)


def test_json(seed):
    made = json.loads(invoke("compare", "-f", "json", "-n", "3", "-m", "lead", "-m", "text-rank", seed).stdout)
    assert made["schema"] == "briefing-comparison/1"
    assert list(made["methods"]) == ["lead", "text-rank"]
    assert made["methods"]["lead"]["overlap"]["lead"] == 1
    assert len(made["methods"]["text-rank"]["lines"]) == 3


def test_an_unknown_method_is_refused(seed):
    assert invoke("compare", "-m", "leed", seed).exit_code == 2
