"""Texts and files that bring readers down: every one is read whole, or refused for a reason, with bounded means."""

import json
import resource

import pytest
from hostile import HOSTILE, LAST

import briefing
from briefing import pool
from briefing.blocks import collapse
from briefing.render import FORMATS, render
from briefing.source import Source

SIZE = 4_000
DEEP = ("nested blocks", "nested lists", "nested styles", "cells")


ANY = ("text", "markdown", "html")
MARKED = ("markdown", "rst", "org", "mediawiki")
UNITS = {
    "no space": ("x", ANY),
    "one word": ("word ", ANY),
    "one short sentence": ("Word. ", ("text",)),
    "blank lines": ("\n", ANY),
    "short lines": ("a\n", ("text", "markdown")),
    "short paragraphs": ("A\n\n", ("text", "markdown")),
    "headings": ("# Heading\n\n", ("text", "markdown")),
    "underlined headings": ("A b\n===\n\n", ("text", "rst", "markdown")),
    "dots": (". ", ANY),
    "marks": ("?!.,;:-", ANY),
    "combining marks": ("\u0301", ("text", "html")),
    "a joiner": ("\u200d", ("text",)),
    "escapes": ("\x1b]", ("text", "markdown")),
    "a lone surrogate": ("\ud800", ("text", "html")),
    "initials": ("A. ", ("text",)),
    "open quotations": ("“A b. ", ("text",)),
    "quotations left open": ("Go on now. “a” " + "“ " * 20_000, ("text",)),
    "open brackets": ("(A b. ", ("text",)),
    "bullets": ("- ", MARKED),
    "items": ("- a\n", ("text", "markdown")),
    "quote marks": (">", ("text", "markdown")),
    "square brackets": ("[", MARKED),
    "images": ("![", ("markdown",)),
    "links": ("[a](", ("markdown", "org")),
    "references": ("[a][", ("markdown",)),
    "stars": ("**a *b ", ("markdown", "rst")),
    "lines below": ("_a ", ("markdown", "org")),
    "footnotes": ("[^a", MARKED),
    "footnotes that are there": ("a[^1]", ("markdown",)),
    "code in a long word": ("`a", ("markdown",)),
    "pages of a wiki": ("[[a|", ("markdown", "org", "mediawiki")),
    "files of a wiki": ("\n[[a:b [[c]] ", ("mediawiki",)),
    "tables of a wiki": ("{| ", ("mediawiki",)),
    "notes of a wiki": ("<ref>a", ("mediawiki",)),
    "code of a wiki": ("<pre>a", ("mediawiki",)),
    "templates": ("{{< ", ("markdown", "mediawiki")),
    "boxes": ("!!! note\n", ("markdown",)),
    "rows of a table": ("|a|\n|-|\n", ("markdown", "org")),
    "definitions": ('[a]: b "c\n', ("markdown",)),
    "tags": ("* a :a", ("org",)),
    "mixed indents": ("a\n      b\n  c\n", ("markdown", "rst")),
    "attributes": ('<a b="', ("markdown", "html")),
    "ticks": ("`a ", ("markdown", "rst")),
    "angle brackets": ("<", ("markdown", "html")),
    "entities": ("&#", ("markdown", "html")),
    "declarations": ("a <!A ", ("markdown",)),
    "comments": ("<!--", ("markdown", "html", "mediawiki")),
    "roles": (":a:`b ", ("rst",)),
    "addresses": ("http://", ("text", "markdown")),
    "rows": ("|a|b|\n", ("text", "markdown")),
    "nested blocks": ("<div>", ("html",)),
    "nested lists": ("<ul><li>", ("html",)),
    "nested styles": ("<b>", ("html",)),
    "cells": ("<table><tr><td>", ("html",)),
    "marks in a paragraph": ("<p>" + "<b>a</b> " * 4_000, ("html",)),
    "spaces in a heading": ("<h2>" + " " * 8_000 + "x</h2>", ("html",)),
}
CASES = {f"{name} in {form}": (unit, form) for name, (unit, formats) in UNITS.items() for form in formats}


REFUSED = {
    "bullets in rst": "nested too deeply",
    **dict.fromkeys([f"{name} in html" for name in DEEP], "more than 500 elements, one in the other"),
    **dict.fromkeys(["attributes in html", "comments in html", "comments in markdown"], "no article"),
}
"""What is said of cases that are refused: they are too deep, or a mark or a comment takes up all of them."""


def check_is_briefed(document):
    """Check that a document has sentences, and that every format has something to show of its briefing."""
    made = briefing.summarize(document)
    assert json.loads(render(made, "json"))["document"]["sentences"] == len(document.sentences) > 0
    assert all(render(made, shown) for shown in FORMATS)


@pytest.mark.parametrize("case", CASES)
def test_hostile_text_is_read_to_its_end_or_refused_for_a_reason(case):
    unit, form = CASES[case]
    reason = REFUSED.get(case)
    text = unit * max(1, (SIZE if reason else SIZE // 2) // len(unit)) + f"\n\n{LAST}\n"
    if reason:
        with pytest.raises(briefing.SourceError, match=reason):
            briefing.parse(text, format=form)
    else:
        document = briefing.parse(text, format=form)
        assert LAST.rstrip(".") in collapse(document.text)
        check_is_briefed(document)


REFUSED_FILES = {
    "groups": "more than 1,000 groups, one in the other",
    "tags left open": "a tag with more than 2,000 attributes",
    "parts in parts": "a message of more than 200 parts in parts",
    "lists in a notebook": "no notebook that can be read",
    "drawers": "no article in it",
    "words on a page": "tables or a form, and hardly a sentence",
}
"""What is said of hostile files that are refused; all others are read."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_read_to_its_end_or_refused_for_a_reason(name):
    form, make = HOSTILE[name]
    source, form = Source("file", make(12_000 if name in REFUSED_FILES else 3_000)), None if form == "gz" else form
    if reason := REFUSED_FILES.get(name):
        with pytest.raises(briefing.SourceError, match=reason):
            briefing.parse(source, format=form)
    else:
        document = briefing.parse(source, format=form)
        assert LAST in collapse(document.text)
        check_is_briefed(document)


LARGE = {
    "a letter on each line": "more than 25,000 lines of hardly a word",
    "open quotations": "more than 25,000 sentences of hardly a word",
    "cells of a table": "",
    "elements": "",
    "paragraphs": "more than 50,000 paragraphs",
    "a chapter listed again": "",
    "paragraphs in rtf": "more than 25,000 paragraphs of hardly a word",
    "parts": "a message of more than 5,000 parts",
    "entries": "more than 5,000 entries",
    "mixed indents": "more than 40,000 items and indented blocks",
}
"""What is said of these where they are of a megabyte; nothing of what is read, of half of one."""


@pytest.mark.parametrize("name", LARGE)
def test_large_hostile_file_takes_little_memory_or_is_refused_early(name):
    (found,) = pool.results(briefed, [name], jobs=1)
    said, megabytes = found.value
    assert LARGE[name] in said
    assert bool(LARGE[name]) is ("split it" in said or "too many" in said), said
    assert megabytes < 100


def briefed(name):
    """Return what is said of a large file, and the megabytes that it takes: as a process of its own tells."""
    form, make = HOSTILE[name]
    before, said = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, ""
    try:
        source = Source("file", make(1_000_000 if LARGE[name] else 500_000))
        render(briefing.summarize(briefing.parse(source, format=form)), "json")
    except briefing.SourceError as error:
        said = str(error)
    return said, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1_000


NESTED = {
    "quotes": "".join(f"{'>' * depth} a\n" for depth in range(150)),
    "lists": "".join(f"{'  ' * depth}- a\n" for depth in range(150)),
    "both": "".join(f"{'> ' * depth}- a\n" for depth in range(150)),
    "brackets": "[" * 20_000 + "a" + "]" * 20_000,
    "emphasis": "*a _b " * 2_000 + "c_ d* " * 2_000,
    "images": "![a" * 3_000 + "](b)" * 3_000,
    "ticks": "".join("`" * count + "a" for count in range(150)),
    "lazy quotes": ">" * 300 + "a\n" + "b\n" * 900,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("format", ["text", "markdown", "rst", "org"])
def test_depth_breaks_nothing(format, text):
    document = briefing.parse(f"A sentence stands here.\n\n{text}", format=format)
    assert document.sentences[0].text == "A sentence stands here."


def test_every_plane_of_unicode():
    text = " ".join(chr(code) * 2 for code in range(32, 0x110000, 97))
    document = briefing.parse(f"A sentence stands here.\n\n{text}")
    assert len(document.text) == len(text) + 25
    assert all(render(briefing.summarize(document), form) for form in FORMATS)
