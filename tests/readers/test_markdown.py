"""Markdown: each word is read once and stands where the source has it, as another library's rendering tells."""

import json
import re
from itertools import pairwise
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

import briefing
from briefing import readers
from briefing.blocks import collapse

DATA = Path(__file__).parents[1] / "data"
FIXTURES = [DATA / "harbour.md", DATA / "documents" / "article.md", Path(__file__).parents[2] / "README.md"]


def blocks(text):
    """Return the kind of each block, or its level, and its words."""
    reading = readers.read_text(text, format="markdown", name="text")
    assert len(reading.text) == len(text)
    assert re.findall(r"\r\n|\r|\n", reading.text) == re.findall(r"\r\n|\r|\n", text)
    assert all(before.end <= after.start for before, after in pairwise(reading.blocks))
    return [(block.aside or block.level, collapse(reading.text[block.start : block.end])) for block in reading.blocks]


def rendered(text):
    """Return the characters that GitHub's own library shows of a text, but white space."""
    page = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    return "".join(html.document_fromstring(f"<html><body>{page}</body></html>").text_content().split())


def read(text):
    return "".join("".join(words.split()) for _, words in blocks(text))


SENTENCES = {
    "code over two lines": (
        "Run `tool migrate\n--all` on every host. Then rest.",
        "Run tool migrate --all on every host. Then rest.",
    ),
    "an escape before the same in code": (
        r"Set max\_len first, `max_len` later.",
        "Set max_len first, max_len later.",
    ),
    "an entity before its sign": ("AT&amp;T met AT&T &mdash; and &quot;won&quot;.", 'AT&T met AT&T — and "won".'),
    "a blank as entity": ("Ten&nbsp;km or ten\u00a0km.", "Ten km or ten km."),
    "a line end as entity": ("One&#10;two.", "One two."),
    "an entity that stands for two": ("Not &nGt; much.", "Not ≫⃒ much."),
    "nested emphasis": ("***All* of** _it_ **__is__** *here*.", "All of it is here."),
    "emphasis inside a word": ("Un**believ**able *th*ing.", "Unbelievable thing."),
    "links": (
        'See [the *long*\nguide](<a b> "A title") and [it][ref] or [ref].\n\n[ref]: /u "the guide"',
        "See the long guide and it or ref.",
    ),
    "an address wrapped": ("A [link](\n/there)ed word.", "A linked word."),
    "autolinks": ("At <http://x.y/%20z> or <a@b.c>.", "At http://x.y/%20z or a@b.c."),
    "a link with a script": ("Press [here](javascript:go) now.", "Press here now."),
    "hard breaks": ("One  \ntwo\\\nthree.", "One two three."),
    "tags": ("The <b>bo</b>ld<br>man <!-- not --> ran<sup>2</sup>.", "The bold man ran2."),
    "a tag over two lines": ("Un<b\n class='x'>believable</b> it is.", "Unbelievable it is."),
    "two ticks": ("Write ``a`b`` or `` ` `` or ` x `.", "Write a`b or ` or x."),
    "lone marks": ("Take 2 * 3 * 4 and a_b_c [not] a `link.", "Take 2 * 3 * 4 and a_b_c [not] a `link."),
    "struck": ("It is ~~not~~ ~never~ so.", "It is not never so."),
    "a picture": ("A ![view of *it*](x.png) here.", "A here."),
    "a picture in a link": ("[![Build](b.svg)](http://c) Runs.", "Runs."),
    "a footnote": ("Text.[^1] More[^no].\n\n[^1]: Its note.", "Text. More[^no]."),
    "a quote lazily continued": ("> One *two\nthree* four.", "One two three four."),
    "an item with tabs": ("-\tOne\n\ttwo `three\n\tfour`.", "One two three four."),
    "an alert": ("> [!NOTE]\n> Stop it now.", "Stop it now."),
    "a task": ("- [x] Keep it.", "Keep it."),
    "templates": ('{{< note >}}Kept.{{< /note >}} And %%not%% {% include "a" %}so<%= page %>.', "Kept. And so."),
    "pages of a wiki": ("See [[Page|the page]] and ![[a.png]] [[Other]].", "See the page and Other."),
    "attributes": ("A [link](x){.button} here.", "A link here."),
    "roles": ("Use {ref}`the guide <x:y>` or {mod}`os`, {not}one.", "Use the guide or os, {not}one."),
    "an address to be filled in": (
        "[Get *it*]({% link a.md %}) from [there]({{ site.url }}/x 'T').",
        "Get it from there.",
    ),
}


PREFIXED = {"a quote lazily continued", "an item with tabs", "an alert", "a task"}
IN_LISTS = [
    (prefix, case) for case in SENTENCES for prefix in ("", "> ", "- ", "1. > ") if not prefix or case not in PREFIXED
]


@pytest.mark.parametrize(("prefix", "case"), IN_LISTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_words_of_a_paragraph(prefix, case, end):
    text, expected = SENTENCES[case]
    inner = " " * len(prefix) if ">" not in prefix else prefix.replace("1. ", "   ")
    text = prefix + text.replace("\n", f"\n{inner}")
    shown = blocks(text.replace("\n", end))
    assert [words for aside, words in shown if aside is None] == [expected]


def test_what_no_line_has_room_for_is_parted_where_the_line_ends():
    assert blocks("abcdefgh[](\n/u)ijklm nop.") == [(None, "abcdefgh ijklm nop.")]


KINDS = {
    "code": (
        "Text.\n\n```sh\nrm -rf *\n```\n\n\tmore = 1",
        [(None, "Text."), ("code", "rm -rf *"), ("code", "more = 1")],
    ),
    "a table": ("| a `x\\|y` | *b* |\n|---|:-:|\n| 1 | 2 \\| 3 | 4 |", [("table", "a x|y b 1 2 | 3 4")]),
    "a note": (
        "Text.[^a]\n\n[^a]: Its *note*\n    goes on.\n\n    And on.\n\nEnd.",
        [(None, "Text."), ("note", "Its note goes on."), ("note", "And on."), (None, "End.")],
    ),
    "front matter": (
        "---\ndate: 1\ntitle: 'Name'\ntags: [a]\n---\n\nText.",
        [("metadata", "date: 1"), (0, "Name"), ("metadata", "tags: [a]"), (None, "Text.")],
    ),
    "front matter that says what it is about": (
        "---\ndescription: 'The gauge of Reef sends what it sees to all who ask.'\ntitle: Name\n---\n\nText.",
        [(None, "The gauge of Reef sends what it sees to all who ask."), (0, "Name"), (None, "Text.")],
    ),
    "front matter with the head of a press release": (
        "---\ntitle: Name\nchapeau-text: The gauge of Reef sends what it sees to all who ask.\n---\n\nText.",
        [(0, "Name"), (None, "The gauge of Reef sends what it sees to all who ask."), (None, "Text.")],
    ),
    "components": (
        "import A from './a'\n\n<Steps>\n1. Add `a` to it.\n</Steps>\n{/* No. */}\n<Card a='b'>\nText.\n</Card>",
        [(None, "Add a to it."), (None, "Text.")],
    ),
    "front matter of another kind": ('+++\ntitle = "Name"\n+++\nText.', [(0, "Name"), (None, "Text.")]),
    "markup": (
        '<h1 align="center">Name &amp; <i>more</i></h1>\n<p>A<br>text.</p>\n<!-- no -->\n<script>no()</script>\n',
        [(1, "Name & more"), (None, "A text.")],
    ),
    "a comment over blocks": (
        "<p>Shown.\n<!-- Not\n\nthis\n\nor this. -->\n\nShown again.",
        [(None, "Shown."), ("comment", "this"), ("comment", "or this. -->"), (None, "Shown again.")],
    ),
    "markup beside": (
        "<table><tr><td>1</td><td>2</td></tr></table>\n<pre>code</pre>\n",
        [("table", "1"), ("table", "2"), ("code", "code")],
    ),
    "brackets in attributes": ('<Box of="List<T>">\n\nText.\n\n</Box>', [(None, "Text.")]),
    "links": (
        "[One](a) | [Two](b)\n\n<p><a href=a>One</a> • <a href=b>Two</a></p>",
        [("links", "One | Two"), ("links", "One • Two")],
    ),
    "a box": (
        '::: tip Heads up\nUse it.\n:::\n\n!!! note "Mind"\n\n    The gap.\n\nEnd.',
        [("label", "Heads up"), (None, "Use it."), ("label", "Mind"), (None, "The gap."), (None, "End.")],
    ),
    "attributes": ("## Options {#options .x}\n\nText.\n{: .note}", [(2, "Options"), (None, "Text.")]),
    "bold lines": (
        "# T\n\n***Why***\n\nIt is so.\n\n**Who pays**\nThe state pays half of it.\n\n**All.**\n\n**Last**",
        [
            (1, "T"),
            (2, "Why"),
            (None, "It is so."),
            (2, "Who pays"),
            (None, "The state pays half of it."),
            (None, "All."),
            (None, "Last"),
        ],
    ),
    "a bold phrase that is wrapped": (
        "**The whole of the town council**\nof Nordvik agreed.",
        [(None, "The whole of the town council of Nordvik agreed.")],
    ),
    "deep quotes": (">" * 100 + " Text.", [(None, ">" * 40 + " Text.")]),
}


@pytest.mark.parametrize("case", KINDS)
def test_each_kind_of_block_stands_in_its_place(case):
    text, expected = KINDS[case]
    assert blocks(text) == expected
    assert blocks(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_a_file_shows_what_another_library_shows(path):
    text = path.read_text(encoding="utf-8")
    assert read(text) == rendered(text)


PIECES = st.sampled_from(
    [
        *(
            "word",
            "Text.",
            "a_b",
            "é",
            "中文",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n> ",
            "\n- ",
            "\n1. ",
            "\n  ",
            "\n## ",
            "\n===\n",
        ),
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "`a\nb`",
            " ~~a~~ ",
            "\\*",
            "\\_",
            "\\a",
            "\\\n",
            "  \n",
            "&amp;",
            "&mdash;",
            "&nbsp;",
        ),
        *(
            "&",
            "[a](b)",
            "[*a*\nb](<c d> 'e')",
            "[a][r]",
            "[r]",
            "![a](b)",
            "<http://a.b>",
            "<b>c</b>",
            "<br>",
            "[",
            "]",
            "(x",  # A bracket that ends a paragraph keeps markdown-it from asking for a reference.
            ")",
            "!",
        ),
        *(
            "\n\n```\ncode\n```\n\n",
            "\n\n    code\n\n",
            "\n\n| a | b |\n|---|---|\n| *c* | `d` |\n\n",
            "\n***\n",
            "\n<!-- no -->\n",
        ),
    ]
)
REFERENCE = "\n\n[r]: /u 'Title'\n"


@given(st.lists(PIECES, max_size=25).map(lambda pieces: "".join(pieces) + REFERENCE))
@example("> `a\n> b` c" + REFERENCE)
def test_any_text_shows_what_another_library_shows(text):
    assert read(text) == rendered(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_words_stand_on_their_lines(text):
    text = text.replace("中文", "Ä")  # a sentence without spaces has all its words on its first line
    found = readers.read_text(text, format="markdown", name="text").text
    for written, line in zip(found.split("\n"), text.split("\n"), strict=True):
        at = iter(line)
        assert all(sign in at for sign in written if sign.isalnum())


def test_a_document_of_a_notebook_has_its_code_beside():
    code = {"cell_type": "code", "source": "a = `1`", "outputs": [{"text": ["2\n"]}]}
    cells = [{"cell_type": "markdown", "source": ["# Name\n", "Text."]}, code]
    document = briefing.parse(json.dumps({"cells": cells}), format="ipynb")
    assert [sentence.text for sentence in document.sentences] == ["Text."]
    assert [(item.kind, item.text) for item in document.boilerplate] == [("code", "a = `1`"), ("code", "2")]


def test_a_ticket_in_brackets_and_a_lone_address_are_no_sentences():
    text = "- It is shown. (#412)\n- It is mended. (see @ann)\n- **Issue**: https://x.example/1\n"
    document = briefing.parse(text, format="markdown")
    assert [sentence.text for sentence in document.sentences] == [
        "It is shown. (#412)",
        "It is mended. (see @ann)",
    ]
    assert [(item.kind, item.text) for item in document.boilerplate] == [("links", "Issue: https://x.example/1")]
