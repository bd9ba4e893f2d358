"""`briefing explain`: what made each score, and what became of each sentence."""

import json
import math
import re

import pytest
from commandline import invoke

import briefing
from briefing.budget import Budget
from briefing.inspection import explain
from briefing.render import Look
from briefing.render.explanation import render

TEXT = """\
The old ferry terminal was closed on Monday by the harbour board.

The harbour board closed the old ferry terminal on Monday.

Engineers found cracks in three of the terminal's nine piers.

They will drill cores from each pier next week.

The café is shut too.
"""


@pytest.fixture(scope="module")
def made():
    return explain(briefing.parse(TEXT), Budget(sentences=2))


def test_chosen_are_those_of_the_briefing(made):
    chosen = [decision.index for decision in made.decisions if decision.place]
    assert chosen == [sentence.index for sentence in briefing.summarize(TEXT, sentences=2).sentences]


def test_factors_make_the_score(made):
    raw = [math.fsum(values) for values in zip(*made.scores.factors.values(), strict=True)]
    by_score = sorted(range(len(raw)), key=made.scores.values.__getitem__)
    assert by_score == sorted(range(len(raw)), key=raw.__getitem__)


def test_verdicts(made):
    assert [made.verdict(index) for index in range(3)] == ["chosen 1", "repeats line 1", "chosen 2"]
    assert made.verdict(4) == "lower score"


def run(*words):
    result = invoke("explain", "-n", "2", "-l", "en", *words, input=TEXT)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_text_is_tab_separated():
    header, *rows = (line.split("\t") for line in run().splitlines())
    assert header[:3] == ["line", "rank", "score"]
    assert header[-3:] == ["redundancy", "verdict", "sentence"]
    assert len(rows) == 5
    assert all(len(row) == len(header) for row in rows)
    assert rows[1][-2] == "repeats line 1"


def test_json():
    data = json.loads(run("-f", "json"))
    assert data["schema"] == "briefing-explanation/1"
    assert [sentence["chosen"] for sentence in data["sentences"]] == [1, None, 2, None, None]
    assert set(data["sentences"][0]["factors"]) >= {"place", "section", "form", "facts", "wording", "topic"}


@pytest.mark.parametrize("width", [40, 50, 80, 120, 200])
def test_a_table_has_two_lines_a_sentence_that_fit_its_columns(width):
    header, *lines = run("-f", "table", "--width", str(width)).splitlines()
    assert max(map(len, [header, *lines])) <= width
    assert header.split()[:4] == ["line", "rank", "score", "verdict"]
    assert [line[0] for line in lines[::2]] == ["■", " ", "■", " ", " "]
    assert [line.strip() for line in lines[1::2]][4] == "The café is shut too."
    assert bool(re.search(r"■ .* chosen 1 .* [a-z]+ [+]\d[.]\d\d", lines[0])) is (width >= 50)


def test_a_table_cuts_by_columns_and_with_ascii_where_it_must():
    made = explain(briefing.parse("東京で日本とノルウェーの防衛相が会談した。", language="japanese"), Budget())
    assert render(made, "table", Look(width=30)).splitlines()[2] == "    東京で日本とノルウェーの…"
    assert render(made, "table", Look(width=30, unicode=False)).splitlines()[2] == "    東京で日本とノルウェー..."


def test_a_sentence_that_its_section_has_no_room_for_says_so():
    text = "# Ferries\n\nThe ferry sank on Monday. Divers of the navy search the ferry for its crew of nine.\n"
    text += "# Trains\n\nA train was late again today.\n"
    made = explain(briefing.parse(text, format="markdown"), Budget(sentences=2), coverage=True)
    assert sorted(made.verdict(index) for index in range(2)) == ["chosen 1", "section full"]
    assert made.verdict(2) == "chosen 2"


def test_shade_shows_the_whole_article_and_marks_the_chosen():
    plain = run("--shade")
    assert plain.count("»") == 2
    shaded = run("--shade", "--color", "always")
    assert "\x1b[7m" in shaded
    assert re.sub(r"\s+", " ", re.sub(r"\x1b\[[\d;]*m", "", shaded)).count("terminal") == TEXT.count("terminal")


def test_a_plain_method_has_its_rating():
    header = run("-m", "luhn").splitlines()[0].split("\t")
    assert header == ["line", "rank", "score", "rating", "redundancy", "verdict", "sentence"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_no_cell_is_a_formula_to_a_spreadsheet(sign):
    document = briefing.parse(f'{sign}HYPERLINK("http://example.org") it says. Another sentence stands here.')
    rows = render(explain(document, Budget(sentences=1)), "text").splitlines()
    assert rows[1].split("\t")[-1] == f"'{document.sentences[0].text}"
    assert rows[2].split("\t")[-1] == "Another sentence stands here."
