"""Deterministic, offline, light to import."""

import os
import socket
import subprocess
import sys

import pytest

from briefing.scoring import METHODS

EVERYTHING = """
import briefing, sys
from briefing.render import render
from briefing.scoring import METHODS
source = briefing.read(sys.argv[1])
for method in METHODS:
    print(render(briefing.summarize(source, method=method, ratio=1.0), "json"), end="")
for choice in ({}, {"words": 60}, {"query": "Ukraine", "sentences": 9}, {"coverage": False}):
    print(render(briefing.summarize(source, **choice), "json"), end="")
print(briefing.digest([briefing.parse(source)] * 2))
"""


def python(code, *words, **environment):
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=True,
        timeout=120,
    ).stdout


def test_hash_order_decides_nothing_and_no_socket_is_opened(seed, monkeypatch, capsys):
    class Refused(socket.socket):
        def __init__(self, *_arguments, **_options):
            raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket", Refused)
    monkeypatch.setattr("sys.argv", ["-c", str(seed)])
    exec(EVERYTHING, {})
    monkeypatch.undo()
    first = capsys.readouterr().out
    assert first == python(EVERYTHING, seed, PYTHONHASHSEED="1")
    assert first.count('"schema"') == len(METHODS) + 4


@pytest.mark.parametrize(
    "code", ["import briefing", "import briefing.cli", "import briefing.source, briefing.document"]
)
def test_importing_loads_nothing_heavy(code):
    heavy = {"nltk", "sumy", "numpy", "lxml", "rich", "requests", "markdown_it", "punkt", "docutils"}
    loaded = python(f"{code}\nimport sys\nprint(*sorted(sys.modules))").split()
    assert heavy.isdisjoint(loaded)
