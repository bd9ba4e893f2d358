"""Formats that have lines: whatever a text is made of, the document's has its length, its lines and its words."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import briefing
from briefing.blocks import collapse

FORMATS = ("text", "markdown", "ipynb", "rst", "org", "mediawiki")
ENDS = re.compile(r"\r\n|\r|\n")
WORDS = """word Text. a_b hy- phen ferry- man 中文 。 ไทย é İ ß ŉ “ ” . &#0; &#10; &#13; &amp; &nbsp; &nGt;
    &NotGreaterFullEqual; * ** ` `` \\ | = === --- ~~~ :: .. [a](b) [^1] [^1]: <b> </b> <br> <!-- --> [[a][b]]
    #+TITLE:x :a:`b` {{ }} {{a}} ''' <ref>a</ref> == [[a:b]] <pre> </pre>""".split()  # noqa: SIM905
MARKS = ["- ", "* ", "1. ", "> ", "# ", ".. ", " ", "    ", "\t", "Page 3", "\x0cPage 4", "\\\n", "  \n", "```\n"]
ODD = ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\0", "\u0301", "\xad", "\u200b", "\ufeff", "\U0001f600"]
BLOCKS = ["|a|b|\n|-|-|\n", "---\ntitle: x\n---\n", "\n", "\n\n", "\r\n", "\r"]
PIECES = st.sampled_from([*WORDS, *MARKS, *ODD, *BLOCKS])


def parsed(text, form):
    source = json.dumps({"cells": [{"cell_type": "markdown", "source": text}]}) if form == "ipynb" else text
    return briefing.parse(source, format=form)


@given(st.lists(PIECES, max_size=30).map("".join))
@example("\x0c\r\nŉ&amp;")
@example("> \u2028\n> a\xad&NotGreaterFullEqual;")
@example("&#10;ไทย ภาษา\r中文\n")
@example("\\\n&#0;\r\x0cPage 4\né  \n")
@pytest.mark.parametrize("form", FORMATS)
def test_the_text_has_the_length_and_the_lines_of_the_source(form, text):
    try:
        document = parsed(text, form)
    except briefing.SourceError:
        return
    assert len(document.text) == len(text)
    assert ENDS.findall(document.text) == ENDS.findall(text)
    for part in (*document.titles, *document.headings, *document.sentences, *document.boilerplate):
        assert collapse(document.text[part.start : part.end]) == part.text
