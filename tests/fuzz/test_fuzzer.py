"""The fuzzer sees what it is there for: a fault, or a hang, in any reader."""

import importlib
import runpy
import signal
import time
from itertools import product
from pathlib import Path

import pytest

from briefing import readers

READERS = {
    "text": "plaintext",
    "markdown": "commonmark",
    "ipynb": "notebook",
    "rst": "rst",
    "org": "org",
    "mediawiki": "mediawiki",
    "html": "html",
    "docx": "word",
    "odt": "opendocument",
    "epub": "epub",
    "rtf": "rtf",
    "pdf": "pdf",
    "mail": "mail",
    "feed": "feed",
    "subtitles": "subtitles",
}
FAULTS = {
    "crash": lambda: 1 // 0,
    "lookup": lambda: {}["nothing"],
    "hang": lambda: time.sleep(60),
}


@pytest.fixture(scope="module")
def fuzzer():
    return runpy.run_path(str(Path(__file__).with_name("run.py")))


def found(fuzzer, target, folder):
    """Return how many findings an input gives that may take a second."""
    before = signal.signal(signal.SIGALRM, fuzzer["_time_out"])
    fuzzer["run"].__globals__["SECONDS_AN_INPUT"] = 1
    try:
        return fuzzer["run"](target, inputs=1, seconds=20, seed=1, findings=folder)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_every_format_is_fuzzed(fuzzer):
    assert set(READERS) == set(readers.FORMATS) <= set(fuzzer["TARGETS"])


@pytest.mark.parametrize(
    ("target", "fault"),
    [*product(READERS, ("crash", "lookup")), ("text", "hang"), ("pdf", "hang")],  # A hang takes a second each.
)
def test_a_fault_in_a_reader_is_found(target, fault, fuzzer, monkeypatch, tmp_path):
    module = importlib.import_module(f"briefing.readers.{READERS[target]}")
    monkeypatch.setattr(module, "read", lambda *_, **__: FAULTS[fault]())
    assert found(fuzzer, target, tmp_path) >= 1


def test_a_broken_file_is_none(fuzzer, tmp_path):
    assert found(fuzzer, "docx", tmp_path) == 0
