"""From the chosen sentences to the briefing: which headings stay, and what is counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import composition, scoring

NESTED = """\
Nobody expected rain.

## Roads

### Bridges

Two bridges closed. One reopened.

### Tunnels

Tunnels stayed dry.

## Rivers

Rivers rose quickly.

### Dams

#### Old dams

Engineers watched the dams.
"""


def compose(text, chosen):
    document = briefing.parse(text, format="markdown")
    return composition.compose(document, chosen, scoring.score(document, method="lead"), method="lead")


@pytest.mark.parametrize(
    ("chosen", "parts"),
    [
        ([0], [(None, 1)]),
        ([1, 2], [("Roads", 0), ("Bridges", 2)]),
        ([1, 3], [("Roads", 0), ("Bridges", 1), ("Tunnels", 1)]),
        ([4], [("Rivers", 1)]),
        ([5], [("Rivers", 0), ("Dams", 0), ("Old dams", 1)]),
        ([3, 4], [("Roads", 0), ("Tunnels", 1), ("Rivers", 1)]),
        ([0, 5], [(None, 1), ("Rivers", 0), ("Dams", 0), ("Old dams", 1)]),
        ([], []),
    ],
)
def test_headings_stay_above_their_points(chosen, parts):
    made = compose(NESTED, chosen)
    assert [(part.heading.text if part.heading else None, len(part.points)) for part in made.parts] == parts


def test_a_chapter_stands_above_the_points_of_its_sections():
    made = compose("# One\n\n## Roads\n\nTwo bridges closed.\n\n# Two\n\nRivers rose quickly.\n", [0])
    assert [part.heading.text for part in made.parts] == ["One", "Roads"]


def test_what_is_known_of_the_document_is_taken_over():
    document = briefing.parse("# Weather\n\nEs regnete.", format="markdown", name="w.md", language="german")
    scores = replace(scoring.score(document, method="lead"), query_matched=False)
    made = composition.compose(document, [0], scores, method="lead", terms=("Regen",))
    assert (made.name, made.title, made.language) == ("w.md", "Weather", "german")
    assert (made.terms, made.query_matched) == (("Regen",), False)
    assert composition.compose(document, [0], scores, method="lead").terms == ()


@pytest.mark.parametrize(
    ("chosen", "names"),
    [([], ["Bridges", "Tunnels", "Rivers", "Old dams"]), ([1, 4], ["Tunnels", "Old dams"]), ([1, 2, 3, 4, 5], [])],
)
def test_sections_without_a_point_are_named(chosen, names):
    assert [heading.text for heading in compose(NESTED, chosen).left_out] == names


def test_headings_alone_are_kept():
    made = compose("## Roads\n\n## Rivers\n", [])
    assert [part.heading.text for part in made.parts] == ["Roads", "Rivers"]
    assert (made.document_size.sentences, made.briefing_size.words) == (0, 0)


def test_sizes_ranks_and_scores():
    made = compose(NESTED, [0, 4])
    assert (made.document_size.sentences, made.document_size.words) == (6, 18)
    assert (made.briefing_size.sentences, made.briefing_size.words) == (2, 6)
    points = [point for part in made.parts for point in part.points]
    assert [(point.rank, point.score) for point in points] == [(1, 1.0), (5, pytest.approx(0.2))]
    assert made.method == "lead"


@given(st.sets(st.integers(0, 5)))
def test_points_are_the_chosen_sentences_in_order(chosen):
    made = compose(NESTED, chosen)
    assert [sentence.index for sentence in made.sentences] == sorted(chosen)
    assert all(part.points or part.heading for part in made.parts)
