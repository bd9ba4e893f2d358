"""Openings match what the regular expression of all their alternatives matches, whatever is compiled of it."""

import re

import pytest

from briefing.patterns import Openings
from briefing.scoring import quotable

ALTERNATIVES = (
    r"(?:this|the) (?:story|article)s? (?:was|is)|photos? by|[(\[]?credits?:|\d+ (?:likes|shares)$|(?:to )?read more"
    r"|.{0,20}\brights reserved|.{2,9}(?:\.{3,}) ?\d|a{2}b|ab?c|©|größe|(?:x|\\)y|(?-i:[A-Z])\d"
)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "The story was told",
            "THIS ARTICLES IS",
            "The stories were",
            "Photo by",
            "photos by Ann",
            "Phone",
            "(Credit:",
        ),
        *(
            "credits:",
            "12 likes",
            "x 12 likes",
            "to read more",
            "Read more",
            "All rights reserved",
            "rights",
            "aab",
            "ac",
        ),
        *("ABC", "©", "GRÖSSE", "Größe", "y", "xy", r"\y", "A1", "a1", "abcd... 7", "", "the", "٣ shares"),
    ],
)
def test_what_matches_is_what_the_whole_expression_matches(line):
    found, whole = Openings(ALTERNATIVES).match(line), re.match(f"(?:{ALTERNATIVES})", line, re.IGNORECASE)
    assert (found and found[0]) == (whole and whole[0])


def test_only_what_a_text_opens_with_is_compiled():
    openings = Openings("photo by|written by")
    assert not openings.match("A sentence.")
    assert openings.match("Photo by Ann")
    assert ["match" in vars(own.pattern) for own in openings._alternatives] == [True, False]


def test_letters_spare_a_sentence_every_pattern_that_may_begin_anyhow():
    anyhow = [own for own in quotable._known("english")._alternatives if own.begins_anyhow]
    assert [own.source for own in anyhow if not own.inside] == []
