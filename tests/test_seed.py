"""The main job: a briefing of the example article."""

import json

import pytest
from commandline import invoke

import briefing

HEADINGS = [
    "Strengthening Defense Cooperation",
    "Concerns Over Chinese Military Activity",
    "Norway’s Focus on the Indo-Pacific",
    "Defense Industry and Space Cooperation",
    "Support for Ukraine",
    "Looking Ahead",
]


@pytest.fixture(scope="module")
def source(seed):
    return briefing.read(seed)


@pytest.fixture(scope="module")
def document(source):
    return briefing.parse(source)


def test_structure(document):
    assert document.title is None
    assert [heading.text for heading in document.headings] == HEADINGS
    assert document.sections[0].heading is None
    assert len(document.sentences) == 44


def test_closing_line_is_boilerplate(document):
    assert [item.text[:21] for item in document.boilerplate] == ["To read original news"]
    assert all("To read original news" not in sentence.text for sentence in document.sentences)


def test_default_briefing_covers_every_part_in_order(document):
    made = briefing.summarize(document)
    assert 8 <= len(made.sentences) <= 12
    assert [part.heading.text if part.heading else None for part in made.parts] == [None, *HEADINGS]
    assert all(part.points for part in made.parts)


def test_sentences_stand_in_the_source_on_their_line(source):
    lines = source.text.split("\n")
    for sentence in briefing.summarize(source).sentences:
        assert sentence.text in lines[sentence.line - 1]
        assert source.text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize(
    ("length", "counts"),
    [
        ({"sentences": 5}, {5}),
        ({"sentences": 1}, {1}),
        ({"sentences": 500}, {44}),
        ({"ratio": 0.1}, {4, 5}),
        ({"ratio": 1.0}, {44}),
        ({"per_section": 1}, {7}),
        ({"per_section": 2}, {14}),
    ],
)
def test_length(document, length, counts):
    assert len(briefing.summarize(document, **length).sentences) in counts


def test_words_are_never_exceeded(document):
    made = briefing.summarize(document, words=100)
    assert 60 <= sum(len(sentence.text.split()) for sentence in made.sentences) <= 100


def test_five_points_name_what_was_signed(document):
    made = briefing.summarize(document, sentences=5)
    assert any(
        "signed a Memorandum of Understanding" in sentence.text or "signing of the MOU" in sentence.text
        for sentence in made.sentences
    )


def test_default_briefing_answers_what_a_reader_asks(document):
    told = " ".join(sentence.text for sentence in briefing.summarize(document).sentences)
    for answer in (
        "Minoru Kihara and Norwegian Defense Minister Bjorn Gram signed a Memorandum of Understanding",
        "security threats in the Asia-Pacific region|importance of defending maritime regions",
        "paying closer attention to the Indo-Pacific region",
        "plan to collaborate on developing new defense technologies",
        "vocal supporters of Ukraine",
    ):
        assert any(words in told for words in answer.split("|"))


def test_text_in_a_pipe(run, seed):
    done = run("summarize", seed)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    blocks = text.rstrip("\n").split("\n\n")
    assert [block.split("\n")[0] for block in blocks[1:]] == HEADINGS
    assert all(line.startswith("- ") for block in blocks[1:] for line in block.split("\n")[1:])


def test_json_has_the_promised_keys(seed):
    made = json.loads(invoke("summarize", "-f", "json", seed).stdout)
    assert list(made)[:8] == ["schema", "name", "title", "language", "method", "document", "briefing", "parts"]
    assert made["schema"] == "briefing/1"
    assert made["document"]["sentences"] == 44
    part = made["parts"][1]
    assert list(part) == ["heading", "level", "line", "points"]
    assert (part["heading"], part["line"]) == (HEADINGS[0], 3)
    assert list(part["points"][0]) == ["text", "line", "start", "end", "score", "rank"]
