"""Sentences and words: one case a rule, in data/sentences.txt; and what holds for any text."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import segment
from briefing.language import LANGUAGES
from briefing.segment import repairs

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "data" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in segment.sentences(text, language=language)]


def wanted(marked: str) -> tuple[str, list[str]]:
    marked = marked.replace("\\n", "\n")
    return marked.replace(" ¦ ", " ").replace("¦", ""), [piece.strip() for piece in marked.split("¦")]


@pytest.mark.parametrize(("rule", "language", "marked"), CASES)
def test_case(rule, language, marked):
    text, pieces = wanted(marked)
    assert split(text, language) == pieces


@pytest.mark.parametrize("repair", repairs.REPAIRS, ids=lambda repair: repair.__name__)
def test_every_repair_is_needed_by_a_case_of_its_own(repair, monkeypatch):
    monkeypatch.setattr(segment, "REPAIRS", tuple(other for other in repairs.REPAIRS if other is not repair))
    own = [(language, wanted(marked)) for rule, language, marked in CASES if rule == repair.__name__]
    assert any(split(text, language) != pieces for language, (text, pieces) in own)
