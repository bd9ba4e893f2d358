"""A document as sumy sees it, and ratings in order."""

import math

import pytest

from briefing.document import Document, Heading, Paragraph, Section, Sentence
from briefing.scoring.dom import Tokenizer, document_model, ratings


def document(*sections, title=None):
    """A document of sections (heading or None, paragraphs of sentences); places in the text do not matter here."""
    numbers = iter(range(1000))
    return Document(
        "test",
        "",
        title,
        "english",
        tuple(
            Section(
                Heading(heading, 1, 0, 0, 1) if heading else None,
                tuple(
                    Paragraph(tuple(Sentence(next(numbers), text, 0, 0, 1) for text in texts)) for texts in paragraphs
                ),
            )
            for heading, *paragraphs in sections
        ),
    )


CASES = {
    "title and headings open the paragraph that follows": (
        document((None, ["One.", "Two."], ["Three."]), ("Then", ["Four."]), title="The title"),
        [["# The title", "One.", "Two."], ["Three."], ["# Then", "Four."]],
    ),
    "headings that follow each other stay together": (
        document(("First",), ("Second", ["One."])),
        [["# First", "# Second", "One."]],
    ),
    "a heading with nothing after it stands alone": (
        document((None, ["One."]), ("Last",)),
        [["One."], ["# Last"]],
    ),
    "nothing": (document(), []),
}


@pytest.mark.parametrize("case", CASES)
def test_document_model(case):
    given, expected = CASES[case]
    model = document_model(given)
    found = [
        [f"# {part}" if part.is_heading else str(part) for part in paragraph._sentences]
        for paragraph in model.paragraphs
    ]
    assert found == expected
    assert [str(sentence) for sentence in model.sentences] == [sentence.text for sentence in given.sentences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2024, COVID-19 cost the U.S. little.", ("In", "2024", "COVID-19", "cost", "the", "U.S.", "little")),
        ("It’s here — isn't it?", ("It's", "here", "isn't", "it")),
        ("…", ()),
    ],
)
def test_words(text, words):
    assert Tokenizer({}).to_words(text) == words


class Infos:
    """What sumy hands to a callable count."""

    def __init__(self, order, rating):
        self.order, self.rating = order, rating


@pytest.mark.parametrize(
    ("infos", "expected"),
    [
        ([Infos(2, 3), Infos(0, 1.5), Infos(1, 0)], [1.5, 0.0, 3.0]),
        ([Infos(0, math.nan), Infos(1, math.inf), Infos(2, 1)], [0.0, 0.0, 1.0]),
        ([], [0.0, 0.0, 0.0]),
    ],
)
def test_ratings_are_finite_and_in_order(infos, expected):
    model = document_model(document((None, ["One.", "Two.", "Three."])))
    assert ratings(lambda _, count: count(infos), model) == expected
