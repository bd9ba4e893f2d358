"""`briefing outline`: what was understood of the structure."""

import json

import pytest
from commandline import invoke

import briefing
from briefing.render import outline

ARTICLE = """\
# Harbour News

Rain fell. Snow followed.

## Ships

### Ferries

The ferry was late by an hour.
"""


def test_text_shows_the_tree(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(ARTICLE)
    assert invoke("outline", path).stdout.splitlines() == [
        "Harbour News",
        "",
        "level  line  sentences  words  heading",
        "    -     3          2      4  (before the first heading)",
        "    2     5          0      0  Ships",
        "    3     7          1      7    Ferries",
    ]


@pytest.mark.parametrize(
    ("name", "unit", "places"),
    [("docx", "paragraph", "2 4 7 9 15"), ("pdf", "page", "1 1 1 2 2"), ("md", "line", None)],
)
def test_places_are_called_what_they_are(data, name, unit, places):
    document = briefing.parse(briefing.read(data / "documents" / f"article.{name}"))
    head, *rows = outline.render_text(document).splitlines()[2:]
    assert head.split() == ["level", unit, "sentences", "words", "heading"]
    assert places is None or " ".join(row.split()[1] for row in rows) == places


def test_json(tmp_path):
    path = tmp_path / "harbour.md"
    path.write_text(ARTICLE)
    found = json.loads(invoke("outline", "-f", "json", path).stdout)
    assert list(found) == ["schema", "name", "title", "language", "kind", "sections", "account"]
    assert found["sections"][2] == {"heading": "Ferries", "level": 3, "line": 7, "sentences": 1, "words": 7}


def test_all_shows_what_was_left_out(seed):
    assert "To read original news" not in invoke("outline", seed).stdout
    *_, last, blank, account = invoke("outline", "--all", seed).stdout.splitlines()
    assert last.endswith("To read original news visit Japan’s MOD website.")
    assert blank == ""
    assert account == "682 words: heading 23, sentence 651, read more 8"
    assert json.loads(invoke("outline", "--all", "-f", "json", seed).stdout)["boilerplate"][0]["line"] == 22


def test_what_is_left_out_is_a_line_of_a_screen():
    text = f"# Quays\n\nIt rained.\n\n| a | b |\n|---|---|\n| {'wide ' * 40} | quay |\n"
    *_, table, blank, sums = outline.render_text(
        briefing.parse(text, format="markdown"), boilerplate=True, width=50
    ).splitlines()
    assert (len(table), table[-1], blank) == (50, "…", "")
    assert ", table " in sums


def test_what_is_long_is_folded_under_its_heading():
    document = briefing.parse(f"# {'Quays ' * 12}\n\n## {'Wide harbours ' * 8}\n\nIt rained.", format="markdown")
    lines = outline.render_text(document, width=50).splitlines()
    assert max(map(len, lines[2:])) <= 50
    assert lines[-1].strip().startswith(("Wide", "harbours"))
    assert " ".join(" ".join(lines).split()).count("harbours") == 8
