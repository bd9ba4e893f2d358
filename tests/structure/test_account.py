"""Each character that was read is a title's, a heading's, a sentence's, or that of something left out."""

from pathlib import Path

import accounts
import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import readers, structure

DATA = Path(__file__).parents[1] / "data"
FILES = sorted(path for folder in ("corpus", "documents", "pages") for path in (DATA / folder).glob("*.*"))
READABLE = [path for path in FILES if path.suffix != ".toml" and path.stem != "encrypted"]

LINES = st.sampled_from(
    (
        *("", "  ", "A sentence stands here. Another follows.", "# Name", "**Bold**", "=====", "---", "- item"),
        *(
            "> quoted",
            "a | b | c",
            "1. First",
            "By Anna Berg",
            "Read more:",
            "hy-",
            "phen",
            "References",
            "• one • two",
        ),
    )
)


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_every_character_is_accounted_for(path):
    accounts.check(briefing.parse(briefing.read(path)))


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["text", "markdown", "rst", "org", "html"]))
def test_so_it_is_in_any_text(lines, format):
    text = "\n".join(lines) if format != "html" else "".join(f"<p>{line}</p>" for line in lines)
    try:
        reading = readers.read_text(text, format=format, name="text")
    except briefing.SourceError:
        return
    accounts.check(structure.document(reading, name="text", language="english"))


@given(st.text(max_size=200))
def test_nothing_of_a_plain_text_is_lost_but_its_marks(text):
    document = structure.document(readers.read_text(text, format="text", name="t"), name="t", language="english")
    accounts.check(document)
    assert len(document.text) == len(text)
    # Of letters and digits only "o" is a bullet, and "x" the mark of a task that is done.
    assert [sign for sign in document.text if sign.isalnum() and sign not in "oxX"] == [
        sign for sign in text if sign.isalnum() and sign not in "oxX"
    ]
