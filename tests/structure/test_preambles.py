"""What a text says of itself above its first paragraph: its title, and how far it has come."""

import json

import pytest

import briefing
from briefing.render import memo_layout, outline
from briefing.render.memo import Head
from briefing.source import Source

BODY = (
    "## Motivation\n\nThe ferry is late each winter, and nobody says so.\n\n"
    "## Specification\n\nA bell is rung once for each hour that the ferry is late."
)
FIELDS = "Title: Bells for the ferry\n  Author: Anna Berg <anna@reef.example>\n  Status: Withdrawn\n  Type: Process"
PREAMBLES = {
    "fenced": (f"```\n  Number: 7\n  {FIELDS}\n```\n", "Bells for the ferry", "Withdrawn"),
    "tagged": (f"<pre>\n  Number: 7\n  {FIELDS}\n</pre>\n", "Bells for the ferry", "Withdrawn"),
    "front matter": (
        "---\nnumber: 7\ntitle: Bells for the ferry\nstatus: Draft\n---\n",
        "Bells for the ferry",
        "Draft",
    ),
    "front matter in quotes": (
        "---\ntitle: 'Bells for\n  the ferry'\nstatus: \"in_force\"\n---\n",
        "Bells for the ferry",
        "in_force",
    ),
    "a folded title": ("---\ntitle: >-\n  Bells for\n  the ferry\ndate: 1\n---\n", "Bells for the ferry", None),
    "definitions": ('@def published = "3 May"\n@def title = "Bells for the ferry"\n', "Bells for the ferry", None),
    "a feature": ("---\nfeature: bells-for-the-ferry\nauthor: Anna\n---\n", "bells-for-the-ferry", None),
    "escapes": ('---\ntitle: "Bells \\U0001F514 \\"here\\""\n---\n', 'Bells 🔔 "here"', None),
    "entities": ("---\ntitle: >-\n  Bells N&ordm; 7\n  for the ferry\n---\n", "Bells Nº 7 for the ferry", None),
    "a feature's name": ("- Feature Name: `ferry_bells`\n- Start Date: 2026-03-01\n", "ferry_bells", None),
    "a list under the title": (
        "# Bells for the ferry\n\n* Proposal: [FE-7](7.md)\n* Authors: Anna Berg\n* Status: **Rejected (2026)**\n",
        "Bells for the ferry",
        "Rejected (2026)",
    ),
    "a table": (
        "# Bells\n\n| | |\n|--|--|\n| Date | 3 May |\n| Status | Approved |\n| Authors | Anna |\n",
        "Bells",
        "Approved",
    ),
    "a heading": ("# Bells\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n", "Bells", "Accepted"),
    "none": ("# Bells\n\nA bell is no clock.\n", "Bells", None),
    "no name": ("# Bells for the ferry\n\n- Feature Name: none\n- Status: unknown\n", "Bells for the ferry", None),
    "not available": ("- Feature Name: N/A\n- Start Date: 2026-03-01\n- Status: TBD\n", None, None),
    "a page that is out": ("---\ntitle: Bells\nstatus: publish\n---\n", "Bells", None),
}


@pytest.mark.parametrize(("head", "title", "status"), PREAMBLES.values(), ids=PREAMBLES)
def test_title_and_status_of_a_proposal(head, title, status):
    document = briefing.parse(f"{head}\n{BODY}", format="markdown")
    assert (document.title, document.status) == (title, status)
    assert not any(word in sentence.text for sentence in document.sentences for word in ("Author", "Date", "publish"))


def test_title_and_status_of_a_proposal_in_rst():
    parts = "Motivation\n==========\n\nThe ferry is late.\n\nRationale\n=========\n\nIt is."
    text = f"Number: 7\n{FIELDS.replace('  ', '')}\n\n{parts}"
    document = briefing.parse(text, format="rst")
    assert (document.title, document.status) == ("Bells for the ferry", "Withdrawn")


def test_status_is_told():
    document = briefing.parse(f"{PREAMBLES['fenced'][0]}\n{BODY}", format="markdown")
    made = briefing.summarize(document)
    memo = memo_layout.compose([made], Head(date="today"))
    assert made.status == json.loads(outline.render_json(document))["status"] == "Withdrawn"
    assert "\nSTATUS:   Withdrawn\n" in memo_layout.render(memo, "text")


def test_title_of_a_book_stands_behind_its_label():
    head = "The Project Gutenberg eBook of Bells\n\nThis eBook is for all.\n\nTitle: Bells\n\nAuthor: Anna Berg"
    start = "*** START OF THE PROJECT GUTENBERG EBOOK BELLS ***"
    document = briefing.parse(f"{head}\n\n{start}\n\nCHAPTER I\n\n" + "The bell rang twice over the quay. " * 9)
    assert (document.title, document.kind) == ("Bells", "book")


def test_entries_of_a_wiki_are_no_headings():
    steps = "# Ring the bell.\n# Wait for the ferry.\n\n"
    body = (
        f"==Motivation==\n\nThe ferry is late, and nobody says so.\n\n{steps}==Rationale==\n\nIt is late each winter."
    )
    source = Source("bells.mediawiki", f"<pre>\n  {FIELDS}\n</pre>\n\n{body}".encode())
    document = briefing.parse(source)
    assert [heading.text for heading in document.headings] == ["Motivation", "Rationale"]
    assert (document.kind, document.status) == ("proposal", "Withdrawn")
