"""Sentences and words: one case a rule, in data/sentences.txt; and what holds for any text."""

import socket
import subprocess
import sys
from itertools import pairwise, product
from pathlib import Path

import pytest
from growth import is_steep
from hypothesis import given
from hypothesis import strategies as st

from briefing import segment
from briefing.languages import LANGUAGES
from briefing.segment import repairs
from briefing.segment.unmarked import Lost

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "data" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in segment.sentences(text, language=language)]


ALL_REPAIRS = tuple(dict.fromkeys((*repairs.FULL_STOP, *repairs.REPAIRS)))


def wanted(marked: str) -> tuple[str, list[str]]:
    marked = marked.replace("\\n", "\n")
    return marked.replace(" ¦ ", " ").replace("¦", ""), [piece.strip() for piece in marked.split("¦")]


@pytest.mark.parametrize(("rule", "language", "marked"), CASES)
def test_case(rule, language, marked):  # noqa: ARG001 - it names the case
    text, pieces = wanted(marked)
    assert split(text, language) == pieces


@pytest.mark.parametrize("repair", ALL_REPAIRS, ids=lambda repair: repair.__name__)
def test_every_repair_is_needed_by_a_case_of_its_own(repair, monkeypatch):
    for order in ("FULL_STOP", "REPAIRS"):
        monkeypatch.setattr(segment, order, tuple(other for other in getattr(repairs, order) if other is not repair))
    own = [(language, wanted(marked)) for rule, language, marked in CASES if rule == repair.__name__]
    assert any(split(text, language) != pieces for language, (text, pieces) in own)


LOST = {
    "caption": ("captions", "Boats lie in the harbour on Friday ¦The ministers met there in the evening."),
    "caption in brackets": ("captions", "Boats are to be dearer by May (file photo) ¦The Finnish ministers met."),
    "pronoun after a name": ("captions", "It was paid for by the city and Visa ¦He said so on Friday."),
    "name that an opener ends": ("captions", "They drove for years in Formula One and then left."),
    "title": ("captions", "They met on the set of Doctor What in the evening."),
    "explanation": ("captions", "They had one idea in mind: The boats must leave."),
    "formula after a colon": ("formulas", "The sum of both is given by this: ¦The first part is small."),
    "its symbols": ("formulas", "The sum of both is given by this: ¦where n is the number of boats."),
    "formula inside": ("formulas", "We look for a sequence of ¦This is done by programming."),
    "label": ("formulas", "Step 5: For each boat take one."),
}


@pytest.mark.parametrize(("lost", "marked"), LOST.values(), ids=LOST)
def test_sentences_end_without_a_mark_where_something_is_lost(lost, marked):
    text, pieces = wanted(marked)
    spans = segment.sentences(text, lost=Lost(lost))
    assert [text[start:end] for start, end in spans] == pieces
    assert len(split(text, "english")) == 1


def test_no_case_names_a_rule_that_does_not_exist():
    names = {repair.__name__ for repair in ALL_REPAIRS}
    assert {rule for rule, _, _ in CASES} - names == {"items", "punkt", "scan"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_splits_plain_sentences(language):
    assert split("Abc defg hijk. Lmno pqrs? Tuvw xyz!", language) == ["Abc defg hijk.", "Lmno pqrs?", "Tuvw xyz!"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_splits_other_scripts(language):
    assert split("天黑了。我们回家。", language) == ["天黑了。", "我们回家。"]


TRAPS = st.lists(
    st.sampled_from(
        [
            *"aZé9 .!?…\"'“”«»()[]-—,;:•*\n\t\u00a0。《》」؟।\u0301\ud800😀",
            "e.g.",
            "U.S.",
            " Mr. ",
            "No. 5",
            " [7]",
            " 12 The ",
        ]
    )
).map("".join)


@given(st.one_of(st.text(st.characters()), TRAPS), st.sampled_from(sorted(LANGUAGES)))
def test_spans_ascend_apart_trimmed_and_cover_all_but_white_space(text, language):
    spans = segment.sentences(text, language=language)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert _bare("".join(text[start:end] for start, end in spans)) == _bare(text)
    assert spans == segment.sentences(text, language=language)


def _bare(text: str) -> str:
    return "".join(text.split())


@given(st.one_of(st.text(st.characters()), TRAPS))
def test_words_stand_in_the_text_in_order(text):
    at = 0
    for word in segment.words(text):
        at = text.index(word, at) + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2024 the U.S. ran short", ["In", "2024", "the", "U.S.", "ran", "short"]),
        ("COVID-19 didn't, doesn’t", ["COVID-19", "didn't", "doesn’t"]),
        ("AT&T paid 1,200.50, e.g. _now_.", ["AT&T", "paid", "1,200.50", "e.g.", "now"]),
        ("cafe\u0301 naïve Straße", ["cafe\u0301", "naïve", "Straße"]),
        ("हिन्दी में लिखना", ["हिन्दी", "में", "लिखना"]),
        ("می‌خواهم بروم", ["می‌خواهم", "بروم"]),
        ("天黑了 2024年", ["天黑", "黑了", "2024", "年"]),
        ("ท่าเรือ", ["ท่", "่า", "าเ", "เร", "รื", "ือ"]),
        ("東京タワー", ["東京", "京タ", "タワ", "ワー"]),
        ("— … !? 😀", []),
        ("", []),
    ],
)
def test_words(text, words):
    assert segment.words(text) == words


HARD = [
    *(".", "!", "…", " .", ". a", "a.", "A. ", "a", " ", "*", "-", "a-", "a,1", "。", "「あ。", "《あ。", " »", "¹"),
    *("(a. B ", "[a. B ", "[1", "a. [1,", "a. [a ", '"A. ', "a.'", "a.¹", '"A!" A ', "end. 7 ", "end.7", "e\u0301"),
    *("No. 5 ", "• a ", "2. ", "a. - ", "\ud800. A"),
]


@pytest.mark.parametrize("unit", HARD)
def test_time_grows_with_length_only(unit):
    assert not is_steep(lambda text: (segment.sentences(text), segment.words(text)), unit, frame="One. {}x")


@pytest.mark.parametrize("language", ["english", "german", "french"])
def test_what_is_decided_at_once_is_what_punkt_decides(language):
    model = segment.punkt.model(language)
    words = ("harbour", "w2", "Inc", "usw", "etc", "Dr", "J", "3", "x-ray", "St", "Nr", "art", "Ort")
    for word, following in product(words, ("The", "harbour", "Bach", "3", "(1998)", "…")):
        assert model.ends(f"{word}.", following) == model.tokenizer.text_contains_sentbreak(f"{word}. {following}")


def test_nothing_is_downloaded(monkeypatch):
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    segment.punkt.model.cache_clear()
    assert split("One. Two.", "english") == ["One.", "Two."]


@pytest.mark.parametrize("module", ["nltk", "punkt"])
def test_importing_loads_no_model(module):
    code = f"import sys, briefing.segment; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
