"""Subtitles: sentences over cues, with who says them and when; marks are no words."""

import pytest

import briefing
from briefing import readers
from briefing.source import Source


def srt(*cues):
    """Make subtitles of cues: seconds from, seconds to, text."""
    return "\n".join(
        f"{number}\n00:00:{begin:02},000 --> 00:00:{end:02},000\n{text}\n"
        for number, (begin, end, text) in enumerate(cues, 1)
    )


def said(text, name="a.srt"):
    document = briefing.parse(Source(name, text.encode()))
    return [(sentence.time, sentence.speaker, sentence.text) for sentence in document.sentences]


def test_sentences_go_on_over_cues_and_know_their_time():
    text = srt((1, 4, "Welcome to the harbour. Today"), (5, 8, "we talk with the mayor,\nIda Holm."))
    assert said(text) == [
        ("00:00:01", None, "Welcome to the harbour."),
        ("00:00:01", None, "Today we talk with the mayor, Ida Holm."),
    ]
    document = briefing.parse(text, format="subtitles")
    assert len(document.text) == len(text)
    assert [sentence.line for sentence in document.sentences] == [3, 3]


@pytest.mark.parametrize("cue", ["ANN: {}", "[ANN]: {}", ">> ANN: {}", "- ANN: {}"])
def test_a_name_before_what_is_said_is_its_speaker(cue):
    assert said(srt((1, 4, cue.format("The quay is rotten and old.")))) == [
        ("00:00:01", "ANN", "The quay is rotten and old.")
    ]


def test_a_word_before_a_colon_is_no_speaker():
    assert said(srt((1, 4, "Remember: the quay is rotten."))) == [("00:00:01", None, "Remember: the quay is rotten.")]


def test_the_voices_of_web_subtitles_are_speakers():
    text = (
        "WEBVTT - Sea\n\nNOTE by hand\n\nid\n00:01.000 --> 00:04.000 line:0\n<v Ida Holm>The quay &amp; all of it.\n"
    )
    assert said(text, "a.vtt") == [("00:00:01", "Ida Holm", "The quay & all of it.")]


def test_turns_sounds_and_short_answers_are_apart():
    document = briefing.parse(
        srt(
            (1, 3, "[music]"),
            (4, 6, "- Is the quay of Nordvik really rotten?\n- It is."),
            (7, 9, "<i>So</i> it closes."),
        ),
        format="subtitles",
    )
    assert [sentence.text for sentence in document.sentences] == ["Is the quay of Nordvik really rotten?"] or [
        sentence.text for sentence in document.sentences
    ] == ["Is the quay of Nordvik really rotten?", "It is.", "So it closes."]
    assert ("sound", "[music]") in [(item.kind, item.text) for item in document.boilerplate]


def test_a_line_that_rolls_up_is_said_once():
    text = srt((1, 3, "The quay is"), (3, 5, "The quay is\nrotten and old."))
    assert said(text) == [("00:00:01", None, "The quay is rotten and old.")]


def test_without_marks_it_is_cut_at_pauses_and_said_so():
    text = srt(*((n * 3, n * 3 + 1, "so we went down to the quay and looked at the piles") for n in range(12)))
    document = briefing.parse(Source("a.srt", text.encode()))
    assert len(document.sentences) == 12
    assert document.doubts[-1] == "few marks end a sentence: cut at pauses"


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("a.txt", srt((1, 4, "One."), (5, 6, "Two.")), "subtitles"),
        ("a.srt", srt((1, 4, "One.")), "subtitles"),
        ("a.srt", "No cue in it.", "text"),
    ],
)
def test_subtitles_are_told_by_their_times(name, text, format):
    assert readers.detect(Source(name, text.encode())) == format


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("talk.txt", "0:00\nThe oldest pier of the town\n0:04\nstands in a field.\n0:07\nIt still bears.\n"),
        ("late.txt", "59:58\nThe oldest pier\n1:00:01\nof the town\n1:00:04\nstands in a field.\n"),
        (
            "talk.sbv",
            "0:00:00.500,0:00:03.000\nThe oldest pier of the town\n\n0:00:03.000,0:00:05.000\nstands in a field.\n",
        ),
    ],
)
def test_times_on_lines_of_their_own(name, text):
    document = briefing.parse(Source(name, text.encode()))
    assert document.sentences[0].text == "The oldest pier of the town stands in a field."
    assert document.sentences[0].time == ("00:59:58" if name == "late.txt" else "00:00:00")
