"""The Python API, and what holds for every text."""

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.scoring import DEFAULT_METHOD, METHODS
from briefing.segment import count_words

WORD = st.text("abcdeéøжה漢", min_size=1, max_size=8)
SENTENCE = st.builds(
    lambda words, end: " ".join(words).capitalize() + end,
    st.lists(WORD, min_size=1, max_size=12),
    st.sampled_from(".!?…"),
)
LINE = st.one_of(
    st.lists(SENTENCE, max_size=6).map(" ".join),
    st.builds(lambda words: " ".join(words).title(), st.lists(WORD, min_size=1, max_size=5)),
    st.just(""),
)
ARTICLE = st.builds(
    lambda lines, end: end.join(lines), st.lists(LINE, min_size=1, max_size=25), st.sampled_from(["\n", "\r\n", "\r"])
)
TEXT = ARTICLE | st.text(max_size=400)


def collapse(text):
    return " ".join(text.split())


def parsed(text, **options):
    try:
        return briefing.parse(text, **options)
    except briefing.SourceError:
        return None


@pytest.mark.parametrize("format", ["text", "markdown"])
@given(text=TEXT)
def test_every_sentence_and_heading_stands_where_it_says(format, text):
    document = parsed(text, format=format)
    if document is None:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    items = sorted([*document.sentences, *document.headings, *document.boilerplate], key=lambda item: item.start)
    for item in items:
        assert collapse(document.text[item.start : item.end]) == item.text
        assert (
            item.text.split()[0] in document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[item.line - 1]
        )
    assert all(before.end <= after.start for before, after in pairwise(items))
    assert [sentence.index for sentence in document.sentences] == list(range(len(document.sentences)))
    assert len(document.text) == len(text)
    assert all(1 <= item.line <= len(lines) for item in items)


@given(
    text=ARTICLE,
    length=st.one_of(
        st.just({}),
        st.builds(lambda n: {"sentences": n}, st.integers(1, 30)),
        st.builds(lambda n: {"words": n}, st.integers(1, 120)),
        st.builds(lambda share: {"ratio": share}, st.floats(0.01, 1)),
        st.builds(lambda n: {"per_section": n}, st.integers(1, 3)),
    ),
    coverage=st.booleans(),
)
def test_a_briefing_is_a_part_of_its_document_within_the_budget(text, length, coverage):
    document = parsed(text)
    if document is None:
        return
    made = briefing.summarize(document, coverage=coverage, **length)
    assert set(made.sentences) <= set(document.sentences)
    assert list(made.sentences) == sorted(made.sentences, key=lambda sentence: sentence.index)
    assert made.briefing_size.words == sum(count_words(sentence.text) for sentence in made.sentences)
    assert made.briefing_size.words <= length.get("words", made.briefing_size.words)
    assert made.briefing_size.sentences <= length.get("sentences", made.briefing_size.sentences)
    for point in (point for part in made.parts for point in part.points):
        assert 0 <= point.score <= 1
        assert 1 <= point.rank <= len(document.sentences)


@given(text=ARTICLE)
def test_every_method_scores_every_text(text):
    document = parsed(text)
    if document is None:
        return
    short = min(3, len(document.sentences))
    for method in METHODS:
        made = briefing.summarize(document, sentences=3, method=method)
        assert len(made.sentences) == short or (method == DEFAULT_METHOD and 1 <= len(made.sentences) <= short)
        assert made.method == method


def test_types_are_frozen():
    document = briefing.parse("One sentence stands here. And a second one.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.sentences[0].text = "other"


def test_a_document_is_taken_as_well_as_a_text():
    text = "The council met on Monday. It rained.\n\nThe mayor spoke at length. Nobody listened."
    assert briefing.summarize(text) == briefing.summarize(briefing.parse(text))


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Only one sentence stands here.", ["Only one sentence stands here."]),
        ("First it rained. Then it snowed.", ["First it rained.", "Then it snowed."]),
        ("No full stop at all", ["No full stop at all"]),
    ],
)
def test_a_short_text_is_returned_whole(text, points):
    assert [sentence.text for sentence in briefing.summarize(text).sentences] == points


def test_an_article_in_capitals():
    text = "THE COUNCIL MET ON MONDAY. IT RAINED ALL DAY.\n\nTHE MAYOR SPOKE AT LENGTH. NOBODY LISTENED TO HIM."
    made = briefing.summarize(text, sentences=2)
    assert len(made.sentences) == 2
    assert all(sentence.text.endswith(".") for sentence in made.sentences)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end):
    document = briefing.parse(end.join(["Rain fell on Oslo.", "", "", "Snow fell on Bergen.", "Hail fell on Bodø."]))
    assert [(sentence.text, sentence.line) for sentence in document.sentences] == [
        ("Rain fell on Oslo.", 1),
        ("Snow fell on Bergen.", 4),
        ("Hail fell on Bodø.", 5),
    ]
