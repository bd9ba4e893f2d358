"""Which format a source is in; what Markdown, reStructuredText and Org give: prose, where the source has it."""

from itertools import pairwise
from pathlib import Path

import pytest
from commandline import invoke
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import SourceError, UsageError, readers
from briefing.blocks import collapse
from briefing.source import Source

MARKUP = ("markdown", "rst", "org")

TEXT = "One plain line of text.\n\nAnother - with a dash, a # and a *star*."
MARKDOWN = "# One\n\nText.\n\n## Two\n\n- an item\n- [a link](x)\n"
HTML = "<!DOCTYPE html>\n<html><body><p>Text.</p></body></html>"
RST = "One\n===\n\n.. note:: Mind.\n\nText with ``code`` and :ref:`more`.\n"
ORG = "#+TITLE: One\n\n* Two\n\nText.\n"
WIKI = "'''Reef''' is a [[town]].{{Fact}}\n\n== History ==\n\nText.\n"
NOTEBOOK = '{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": ["Text."]}]}'
DETECTED = [
    # name, content, format: a name is believed where the content does not speak against it.
    ("a.txt", TEXT, "text"),
    ("a", TEXT, "text"),
    ("a.md", TEXT, "markdown"),
    ("a.rst", TEXT, "rst"),
    ("a.org", TEXT, "org"),
    ("a", MARKDOWN, "markdown"),
    ("a.txt", MARKDOWN, "markdown"),
    ("a", HTML, "html"),
    ("a.txt", HTML, "html"),
    ("a.md", HTML, "html"),
    ("a.html", TEXT, "text"),
    ("a.html", "<p>Text.</p>", "html"),
    ("a", "<h1>Title</h1><p>Text.</p>", "html"),
    ("a", "<p> opens a paragraph of a page.", "text"),
    ("a", "<p align=center>Logo</p>\n\n# Title\n\n## One\n\n- item\n", "markdown"),
    ("a", "<?xml version='1.0'?><!-- made by hand -->\n<html><p>Text.</p></html>", "html"),
    ("a", "\ufeff<HTML><p>Text.</p>", "html"),
    ("a.txt", "The tag <html> opens a page, and </p> ends a paragraph.", "text"),
    ("a", RST, "rst"),
    ("a", ORG, "org"),
    ("a.wiki", TEXT, "mediawiki"),
    ("a.txt", WIKI, "mediawiki"),
    ("a.txt", "A talk\n\n== Part ==\n\nText.", "text"),
    ("a.json", NOTEBOOK, "ipynb"),
    ("a", "{\\rtf1 Text.}", "rtf"),
    ("a.txt", "%PDF-1.7", "pdf"),
    ("a.doc", "{\\rtf1 Text.}", "rtf"),
    ("a", "Prices\n# 1 in town\nand - as ever - high.", "text"),
    ("a", "* One star only\n\nText.", "text"),
]


@pytest.mark.parametrize(("name", "content", "format"), DETECTED)
def test_detection(name, content, format):
    assert readers.detect(Source(name, content.encode())) == format


@pytest.mark.parametrize(
    ("media_type", "content", "format"),
    [
        ("text/html", "Text", "html"),
        ("text/markdown", TEXT, "markdown"),
        ("text/plain", HTML, "html"),
        ("text/html", "%PDF-1.7", "pdf"),
        ("application/octet-stream", TEXT, "text"),
    ],
)
def test_a_servers_word_goes_before_a_name_and_after_the_bytes(media_type, content, format):
    assert readers.detect(Source("a.txt", content.encode(), media_type=media_type)) == format


def test_from_overrules(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>One is plain.</p>")
    shown = invoke("summarize", "--from", "text", path)
    assert (shown.exit_code, shown.stdout) == (0, "- <p>One is plain.</p>\n")


def test_a_format_that_is_not_known():
    shown = invoke("summarize", "--from", "mardown", input="Text.")
    assert shown.exit_code == 2
    assert "did you mean 'markdown'?" in shown.stderr


def test_a_document_is_not_read_from_a_text():
    with pytest.raises(UsageError, match="'docx' is read from a file"):
        briefing.parse("text", format="docx")


@pytest.mark.parametrize("format", readers.FORMATS)
def test_nothing_is_no_article(format):
    with pytest.raises(SourceError, match=r"^a: "):
        briefing.parse(Source("a", b" \n "), format=format)


def outline(text, format):
    """Give the title, each heading after its level and line, and each sentence."""
    document = briefing.parse(text, format=format)
    assert len(document.text) == len(text)
    assert document.text.splitlines() != []
    assert len(document.text.splitlines()) == len(text.splitlines())
    result = [f"0 {document.title}"] if document.title else []
    for section in document.sections:
        if section.heading:
            result.append(f"{section.heading.level} {section.heading.text} :{section.heading.line}")
        result += [f"{sentence.text} :{sentence.line}" for sentence in section.sentences]
    return result


CASES = [
    ("markdown", "# Name\n\nText.\n\n## Part\n\nMore.", ["0 Name", "Text. :3", "2 Part :5", "More. :7"]),
    ("markdown", "Name\n====\n\nText.\n\nPart\n----\n\nMore.", ["0 Name", "Text. :4", "2 Part :6", "More. :9"]),
    ("markdown", "---\ntitle: Name\n---\n\n# Part\n\nText.", ["0 Name", "1 Part :5", "Text. :7"]),
    ("markdown", '*Loud* and **bold** `code`, [a link](http://x.y/z "t").', ["Loud and bold code, a link. :1"]),
    ("markdown", "A ![picture](x.png) here.[^1]\n\n[^1]: A note.", ["A here. :1"]),
    ("markdown", "- One item.\n- Two items.\n\n> Quoted text.", ["One item. :1", "Two items. :2", "Quoted text. :4"]),
    ("markdown", "Text.\n\n```\ncode = 1\n```\n\n    code = 2\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["Text. :1"]),
    ("markdown", "<div>\nshown\n</div>\n\nText <b>bold</b>.", ["shown :2", "Text bold. :5"]),
    ("markdown", "Two\nlines &amp; an entity.", ["Two lines & an entity. :1"]),
    ("rst", "Name\n====\n\nText.\n\nPart\n----\n\nMore.", ["0 Name", "Text. :4", "2 Part :6", "More. :9"]),
    ("rst", "====\nName\n====\n\nPart\n====\n\nText.", ["0 Name", "2 Part :5", "Text. :8"]),
    (
        "rst",
        "*Loud* **bold** ``code`` :ref:`role <t>` `link <http://x>`__ ref_ [1]_ |sub|.",
        ["Loud bold code role link ref sub. :1"],
    ),
    ("rst", ".. include:: /etc/passwd\n\n.. image:: x\n   :alt: y\n\n.. A comment.\n\nText.", ["Text. :8"]),
    ("rst", ".. note::\n\n   Kept.\n\nText.", ["Kept. :3", "Text. :5"]),
    ("rst", "Run::\n\n    rm -rf /\n\nText.", ["Run: :1", "Text. :5"]),
    ("rst", "- One.\n\n..\n\n   Quoted.\n", ["One. :1", "Quoted. :5"]),
    ("rst", ":Author: Ann\n\nText.\n\n==  ==\nA   B\n==  ==\n1   2\n==  ==\n\n+---+\n| x |\n+---+\n", ["Text. :3"]),
    ("rst", "- One\n  goes on.\n- Two.\n\n1. Three.", ["One goes on. :1", "Two. :3", "Three. :5"]),
    ("rst", "Name\n++++\n\nText.\n\nPart\n....\n\nMore.", ["0 Name", "Text. :4", "2 Part :6", "More. :9"]),
    (
        "rst",
        "A term\n  What it means.\n\n| A line.\n| Another.",
        ["A term :1", "What it means. :2", "A line. :4", "Another. :5"],
    ),
    (
        "rst",
        r"A \*star\*, a snake\_case\_, C:\\Temp, ``a\b`` and :math:`\pi`, re\ *structured*\ Text, \`a\`." + "\\\nB.",
        [r"A *star*, a snake_case_, C:\Temp, a\b and \pi, restructuredText, `a`. :1", "B. :2"],
    ),
    ("rst", "Read `the\nlong guide <http://x.y/z>`_ first.", ["Read the long guide first. :1"]),
    (
        "rst",
        "- An item.\n\n  .. versionadded:: 3.6\n     Not prose.\n\nThe range is 1\n- 5 items.",
        ["An item. :1", "The range is 1 - 5 items. :6"],
    ),
    (
        "rst",
        ">>> 1 + 1\n2\n\n.. note:: A note\n   goes\ton.\n\n.. raw:: html\n   :file: /etc/passwd",
        ["A note goes on. :4"],
    ),
    ("rst", ">>> code\n\nText.\n\n----\n\nMore.", ["Text. :3", "More. :7"]),
    (
        "org",
        "#+TITLE: Name\n* TODO [#A] Part :tag:\nText.\n** Deep\nMore.",
        ["0 Name", "1 Part :2", "Text. :3", "2 Deep :4", "More. :5"],
    ),
    (
        "org",
        "*bold* /slant/ =code= [[http://x][a link]] and [[file:/etc/passwd]]5/7 a_b.",
        ["bold slant code a link and 5/7 a_b. :1"],
    ),
    (
        "org",
        '#+INCLUDE: "/etc/passwd"\n#+begin_src sh\n* rm\n#+end_src\n:PROPERTIES:\n:ID: 1\n:END:\nText.',
        ["Text. :8"],
    ),
    (
        "org",
        "#+BEGIN_QUOTE\nQuoted.\n#+END_QUOTE\n| a | b |\n: fixed\n# comment\n- [X] One\n  goes on.\n",
        ["Quoted. :2", "One goes on. :7"],
    ),
    ("org", "Text.[fn:1]\n\n[fn:1] A note.", ["Text. :1"]),
    (
        "mediawiki",
        "{{Box\n|a = {{b}}\n}}\n'''Reef''' ({{lang|R}}) is a [[Town (place)|town]] of "
        "[[salt]]s,<ref>Lee\n2019.</ref> of\n4,000&nbsp;people.{{fact}}\n[[Category:Towns]]\n== Past ==\n"
        "* [http://x One] item<br/>\n pre = 1\n<pre>\n== No ==\n</pre>\n",
        ["Reef is a town of salts, of 4,000 people. :4", "2 Past :8", "One item :9"],
    ),
]


@pytest.mark.parametrize(("format", "text", "expected"), CASES)
def test_markup(format, text, expected):
    assert outline(text, format) == expected
    assert outline(text.replace("\n", "\r\n"), format) == expected


MARKS = st.lists(
    st.sampled_from(
        [
            *"aé. #*_`[](){}<>!|:-=+~>\\\n\n\t😀&",
            "word ",
            "Text. ",
            "\n\n",
            "* ",
            "- ",
            "::",
            ".. ",
            "===",
            "[[",
            "]]",
            "](",
            "#+",
        ]
    )
).map("".join)


@pytest.mark.parametrize("format", MARKUP)
@given(text=st.one_of(MARKS, st.text(st.characters(exclude_categories=["Cs"]))))
def test_offsets_hold_in_any_text(format, text):
    try:
        document = briefing.parse(text, format=format)
    except SourceError:
        return
    assert len(document.text) == len(text)
    marks = sorted((*document.sentences, *document.headings), key=lambda mark: mark.start)
    for mark in marks:
        assert " ".join(document.text[mark.start : mark.end].split()) == mark.text
    assert all(before.end <= after.start for before, after in pairwise(marks))


HARD = [
    "*",
    "_",
    "`",
    "[",
    "[[",
    "[a](",
    "*a ",
    "**",
    ".. ",
    "::\n\n",
    "| ",
    "* \n",
    "#+begin_src\n",
    "=\n",
    "``",
    ":a:`",
    "> ",
    "- ",
    "  ",
]


REFUSED = {
    **dict.fromkeys([("markdown", "`"), ("markdown", "``"), ("markdown", "  ")], "no article in it"),
    **dict.fromkeys([("rst", ".. "), ("org", "| "), ("org", "#+begin_src\n")], "no article in it"),
    ("rst", "- "): "nested too deeply",
}
"""What is code, a table or a comment to its last word, or goes deeper than may be, and what is said of it."""


@pytest.mark.parametrize("format", MARKUP)
@pytest.mark.parametrize("piece", HARD)
def test_hard_texts_are_read_to_their_end_or_refused_for_a_reason(format, piece):
    text = piece * (6_000 // len(piece)) + " end."
    if reason := REFUSED.get((format, piece)):
        with pytest.raises(SourceError, match=reason):
            briefing.parse(text, format=format)
    else:
        assert briefing.parse(text, format=format).text.rstrip().endswith("end.")


def test_what_only_docutils_takes_for_the_end_of_a_line_moves_nothing():
    document = briefing.parse("One.\x0cTwo.\u2028Three.\x85\n\nFour.", format="rst")
    assert [(sentence.text, sentence.line) for sentence in document.sentences][-1] == ("Four.", 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("".join(f"{' ' * depth}Text.\n\n" for depth in range(500)), "nested too deeply"),
        ("::\n\n" * 24_000, "too many blocks of code"),
        (f"- {'word ' * 8}\n" * 41_000, "more than 40,000 items and indented blocks"),
        (("a\n" + " " * 8 + "b\n") * 9_000, "more than 40,000 items and indented blocks"),
        ("- a\n" * 120_000, "more than 25,000 lines of hardly a word"),
    ],
)
def test_what_would_take_docutils_too_long_is_one_line(text, reason):
    with pytest.raises(SourceError, match=f"^text: {reason}"):
        briefing.parse(text, format="rst")


def test_the_example_is_in_every_format_that_can_be_read():
    found = {
        path.suffix.removeprefix(".") for path in (Path(__file__).parents[1] / "data" / "documents").glob("article.*")
    }
    assert found == set(readers.FORMATS) - {"text", "markdown", "mail", "feed", "subtitles"} | {"md"}


ASIDES = [
    (
        "rst",
        "Text [1]_ of [Berg20]_.\n\n.. [1] A note\n   goes on.\n\n.. code-block:: sh\n   :linenos:\n\n   rm x\n"
        "\n::\n\n   rm y\n",
        [
            ("", "Text of [Berg20]."),
            ("markup", ".. [1] A note goes on."),
            ("markup", ".. code-block:: sh :linenos:"),
            ("markup", "rm x"),
            ("markup", "rm y"),
        ],
    ),
    (
        "rst",
        "==  ==\nA   B\n==  ==\n1   2\n==  ==\n\n.. A comment\n   goes on.\n\n",
        [("markup", "A B"), ("markup", "1 2"), ("markup", ".. A comment goes on.")],
    ),
    (
        "rst",
        ":Author: Ann\n\n-a, --all  Do all.\n",
        [("markup", ":Author: Ann"), ("label", "-a, --all"), ("", "Do all.")],
    ),
    (
        "rst",
        "RFC: 9\nTitle: Tides\nStatus: Draft\n\nSee :rfc:`2822` and :pep:`8`.\n",
        [("metadata", "RFC: 9 Title: Tides Status: Draft"), ("", "See RFC 2822 and PEP 8.")],
    ),
    (
        "org",
        "#+AUTHOR: Ann\n:PROPERTIES:\n:ID: 1\n:END:\n| a |\n|---|\n: x = 1\n#+begin_src c\ny;\n#+end_src\n"
        "# no\n[fn:1] A note\nof two lines.",
        [
            ("metadata", "#+AUTHOR: Ann"),
            ("metadata", ":ID: 1"),
            ("table", "| a |"),
            ("code", ": x = 1"),
            ("code", "y;"),
            ("note", "A note of two lines."),
        ],
    ),
]


@pytest.mark.parametrize(("format", "text", "expected"), ASIDES)
def test_what_is_no_prose_stands_in_its_place(format, text, expected):
    for end in ("\n", "\r\n"):
        reading = readers.read_text(text.replace("\n", end), format=format, name="text")
        shown = [(block.aside, collapse(reading.text[block.start : block.end])) for block in reading.blocks]
        assert shown == expected


@pytest.mark.parametrize("format", MARKUP)
def test_a_line_end_between_chinese_letters_is_no_blank(format):
    document = briefing.parse("北港市议会通过了\n建设计划。国家承担费用。", format=format)
    assert [sentence.text for sentence in document.sentences] == ["北港市议会通过了建设计划。", "国家承担费用。"]
