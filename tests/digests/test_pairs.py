"""Two sentences of two articles: do they tell the same, and if so, otherwise?"""

from pathlib import Path

import pytest

import briefing

ROWS = [line.split("\t") for line in (Path(__file__).parents[1] / "data/digests/pairs.tsv").read_text().splitlines()]
KINDS = ("number", "date", "name")


def relation(one, other):
    (matter,) = briefing.digest([one, other], one=True, words=200).matters
    if found := [difference.kind for point in matter.points for difference in point.differences]:
        return found[0]
    return "same" if any(len(point.sources) == 2 for point in matter.points) else "other"


def test_sixty_pairs_are_told_apart():
    found = [(label, relation(one, other), one, other) for label, one, other in ROWS]
    assert len(found) == 60
    differs = [row for row in found if row[1] in KINDS]
    assert [row for row in differs if row[0] != row[1]] == [], "a paraphrase is called a contradiction"
    missed = [row for row in found if row[0] in KINDS and row[1] not in KINDS]
    assert len(missed) <= 2
    assert sum(row[0] == row[1] for row in found) >= 55


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ROWS])
def test_the_order_of_sources_changes_nothing(one, other):
    assert (relation(one, other) in KINDS) == (relation(other, one) in KINDS)


def test_of_several_lengths_none_is_held_against_another():
    one = "The tremor near Harle was felt for a minute at a depth of 28 kilometers."
    other = "The tremor near Harle, 18 kilometers from Velby, was felt for a minute at a depth of 90 kilometers."
    assert relation(one, other) == "same"
