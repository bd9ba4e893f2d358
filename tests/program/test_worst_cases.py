"""Texts that bring readers down: every one is parsed, briefed and printed in time that grows with its length."""

import time

import pytest

import briefing
from briefing.render import FORMATS, render

SIZE = 20_000
SECONDS = 3
"""Ten times what the slowest takes; a square would take minutes."""

ANY = ("text", "markdown", "html")
MARKED = ("markdown", "rst", "org")
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
    "quotations left open": ("Go on now. “a” " + "“ " * 150_000, ("text",)),
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
    "pages of a wiki": ("[[a|", ("markdown", "org")),
    "templates": ("{{< ", ("markdown",)),
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
    "comments": ("<!--", ("markdown", "html")),
    "roles": (":a:`b ", ("rst",)),
    "addresses": ("http://", ("text", "markdown")),
    "rows": ("|a|b|\n", ("text", "markdown")),
    "nested blocks": ("<div>", ("html",)),
    "nested lists": ("<ul><li>", ("html",)),
    "nested styles": ("<b>", ("html",)),
    "cells": ("<table><tr><td>", ("html",)),
    "marks in a paragraph": ("<p>" + "<b>a</b> " * 20_000, ("html",)),
    "spaces in a heading": ("<h2>" + " " * 20_000 + "x</h2>", ("html",)),
}
CASES = {f"{name} in {form}": (unit, form) for name, (unit, formats) in UNITS.items() for form in formats}


@pytest.mark.parametrize("case", CASES)
def test_hostile_text_takes_no_longer_than_its_length(case):
    unit, form = CASES[case]
    text = unit * max(1, SIZE // len(unit)) + "\n\nThe last sentence stands here.\n"
    began = time.process_time()
    try:
        made = briefing.summarize(briefing.parse(text, format=form))
    except briefing.BriefingError:
        pass
    else:
        assert all(render(made, shown) for shown in FORMATS)
    assert time.process_time() - began < SECONDS


NESTED = {
    "quotes": "".join(f"{'>' * depth} a\n" for depth in range(150)),
    "lists": "".join(f"{'  ' * depth}- a\n" for depth in range(150)),
    "both": "".join(f"{'> ' * depth}- a\n" for depth in range(150)),
    "brackets": "[" * 20_000 + "a" + "]" * 20_000,
    "emphasis": "*a _b " * 2_000 + "c_ d* " * 2_000,
    "images": "![a" * 3_000 + "](b)" * 3_000,
    "ticks": "".join("`" * count + "a" for count in range(150)),
    "lazy quotes": ">" * 1_000 + "a\n" + "b\n" * 3_000,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("format", ["text", "markdown", "rst", "org"])
def test_depth_breaks_nothing(format, text):
    began = time.process_time()
    document = briefing.parse(f"A sentence stands here.\n\n{text}", format=format)
    assert document.sentences[0].text == "A sentence stands here."
    assert time.process_time() - began < SECONDS


def test_every_plane_of_unicode():
    text = " ".join(chr(code) * 2 for code in range(32, 0x110000, 97))
    document = briefing.parse(f"A sentence stands here.\n\n{text}")
    assert len(document.text) == len(text) + 25
    assert all(render(briefing.summarize(document), form) for form in FORMATS)
