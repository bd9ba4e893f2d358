"""What holds no article is refused in one line that says what to do, by its name and by its looks; prose is not."""

import gzip

import pytest

import briefing
from briefing import readers
from briefing.source import Source

PROSE = (
    "The council {of Nordvik} met on Monday [again]. It adopted the plan; the quay, old as it is, will be mended.\n"
)
CODE = "import os\n\n\ndef harbour(quay):\n    for pile in quay:\n        print(pile)\n    return quay\n"
CSV = "name,year,cost\n" + "Quay,2026,40\nFerry,2027,9\n" * 4
LOG = "2026-03-02 09:14:00,123 INFO harbour: the quay is open\n" * 12
JSON = '{"quay": {"text": "The quay is rotten. It is old.", "cost": 40}}'
REFUSED = [
    ("a.json", JSON, "JSON"),
    ("a.txt", JSON, "JSON"),
    ("a", f"{JSON}\n{JSON}\n", "JSON"),
    ("a.jsonl", f"{JSON}\n{JSON}\n", "JSON"),
    ("a", "[" * 5_000, "JSON"),
    ("a.csv", CSV, "a table of values"),
    ("a.txt", CSV, "a table of values"),
    ("a.tsv", CSV.replace(",", "\t"), "a table of values"),
    ("a.py", CODE, "source code"),
    ("a.txt", CODE, "source code"),
    ("a", "#!/bin/sh\nset -e\ncd /srv\nmake all\n", "source code"),
    ("a.log", LOG, "a log"),
    ("a.txt", LOG, "a log"),
    ("a.xml", "<?xml version='1.0'?><quay><pile/></quay>", "XML"),
    (
        "a.opml",
        "<?xml version='1.0'?>\n<opml version='2.0'><body/></opml>",
        "a list of feeds; give it to briefing digest",
    ),
    ("a", "<opml version='1.0'><body><outline text='Quay'/></body></opml>", "a list of feeds"),
    ("a.tex", "Text.", "TeX; convert it first: pandoc"),
    ("a.txt", "\\documentclass{article}\n\\begin{document}\nText.\n\\end{document}", "TeX; convert it first"),
    ("a.adoc", "= Quay\n\nText.", "AsciiDoc; convert it first: asciidoctor"),
    ("a.txt", "= Quay\n:toc:\n\nText.\n\n== Who pays\n\nText.", "AsciiDoc"),
]


@pytest.mark.parametrize(("name", "text", "reason"), REFUSED)
def test_what_holds_no_article_is_refused(name, text, reason):
    with pytest.raises(briefing.SourceError) as caught:
        readers.detect(Source(name, text.encode()))
    assert str(caught.value).startswith(f"{name}: {reason}")


@pytest.mark.parametrize(
    "name", ["a.txt", "a", "a.json", "a.csv", "a.py", "a.log", "a.xml", "a.yaml", "notes.2026-03.s"]
)
def test_prose_is_read_whatever_its_name(name):
    assert readers.detect(Source(name, (PROSE * 5).encode())) == "text"


@pytest.mark.parametrize(
    "text",
    [
        "Quay, ferry, mole\nPlan, cost, year\n",
        "= 40 million\n\nThat is what the quay costs.",
        "[The quay] was closed on Monday.\n\nIt will be mended.",
        "Dear Ann,\nThe quay is closed\nuntil April\nYours,\nIda\n",
        "09:14 The quay\n10:00 The ferry\n11:00 The mole\n12:00 The end\n",
    ],
)
def test_what_only_resembles_it_is_read(text):
    assert readers.detect(Source("a.txt", text.encode())) == "text"


def test_a_named_format_is_believed():
    assert briefing.parse(Source("a.py", CODE.encode()), format="text").sentences


def test_gzip_is_opened_and_its_inner_name_counts():
    packed = gzip.compress(b"# One\n\nText.\n", mtime=0)
    assert readers.detect(Source("a.md.gz", packed)) == "markdown"
    document = briefing.parse(Source("a.md.gz", packed))
    assert (document.name, [sentence.text for sentence in document.sentences]) == ("a.md.gz", ["Text."])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"a" * 3_000_000, mtime=0), "unpacks to more than 5 times its size"),
        (gzip.compress(PROSE.encode(), mtime=0)[:-20], "breaks off"),
        (b"\x1f\x8b\x08 and then nothing", "a broken gzip file"),
    ],
)
def test_what_cannot_be_unpacked_is_one_line(data, reason):
    with pytest.raises(briefing.SourceError, match=reason):
        readers.read(Source("a.gz", data))
