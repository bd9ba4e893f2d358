"""What blocks know of who says something, and when, goes along to their sentences."""

from briefing.blocks import Block, Reading
from briefing.structure import document

TALK = "The quay is rotten. It will be closed. Who pays?"


def test_sentences_keep_who_says_them_and_when():
    blocks = (
        Block(0, 38, 1, speaker="Ann", time="00:00:05", times=((20, "00:00:09"), (30, "00:00:11"))),
        Block(39, 48, 1),
    )
    found = document(Reading(TALK, blocks), name="a", language="english").sentences
    assert [(s.speaker, s.time, s.place) for s in found] == [
        ("Ann", "00:00:05", "00:00:05"),
        ("Ann", "00:00:09", "00:00:09"),
        (None, None, "1"),
    ]
