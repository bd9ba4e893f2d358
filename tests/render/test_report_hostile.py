"""Whatever an article, its name or its address says, a report has the same elements: it is all words."""

import random
from pathlib import Path

import pytest
from lxml import html

import briefing
from briefing.document import (
    Boilerplate,
    Briefing,
    Document,
    Heading,
    Paragraph,
    Part,
    Point,
    Section,
    Sentence,
    Size,
)
from briefing.render.report import render

html5lib = pytest.importorskip("html5lib", reason="html5lib is not installed")

TEXTS, A_PAGE = 2_000, 500
ATTACKS = [
    line.encode("ascii").decode("unicode_escape")
    for line in (Path(__file__).parents[1] / "data" / "attacks.txt").read_text(encoding="ascii").splitlines()
]
"""Pieces of HTML, CSS, SVG, templates and addresses that do something where they are not words."""


def texts():
    """Yield attacks, alone, joined, cut, in other letters and among words; the same at every run."""
    chance = random.Random(7)
    for _ in range(TEXTS):
        parts = [chance.choice(ATTACKS) for _ in range(chance.choice((1, 1, 2, 3)))]
        text = chance.choice(("", " ", "word ", '"', "'", ">")).join(parts)
        text = chance.choice((str, str.upper, str.title, str.swapcase))(text)
        cut = chance.choice((0, 0, 0, chance.randrange(len(text))))
        yield chance.choice(("", "The ", "a>", "\t")) + text[cut:] + chance.choice(("", " says.", "<", "\\", "&"))


def report(words):
    """Return a report whose every word that may come from a source is one of those given."""
    words = iter(words)
    name = f"https://example.org/{next(words)}"
    title = next(words)
    sections, parts, asides, at, index = [], [], [], 0, 0
    for _ in range(A_PAGE // 6):
        heading = Heading(next(words), 1, at, at + 1, at + 1)
        sentences = tuple(
            Sentence(index + n, next(words), at + 2 + n, at + 3 + n, at + 2 + n, speaker=next(words))
            for n in range(2)
        )
        asides.append(Boilerplate(next(words), "note", at + 8, at + 9, at + 3))
        sections.append(Section(heading, (Paragraph(sentences),)))
        parts.append(Part(heading, (Point(sentences[0], 1.0, index + 1),)))
        at, index = at + 10, index + 2
    document = Document(name, " " * 10 * A_PAGE, title, "english", tuple(sections), tuple(asides))
    made = Briefing(
        name, title, "english", "lead", Size(index, 99), Size(index // 2, 50), tuple(parts), (sections[0].heading,)
    )
    return render([(document, made)], date="24 November 2026")


def shape(tree):
    """Return the elements of a tree in order, each with the names of its attributes."""
    elements = (element for element in tree.iter() if isinstance(element.tag, str))
    return [(element.tag.rpartition("}")[2], sorted(map(str, element.attrib))) for element in elements]


@pytest.mark.parametrize("parse", [html.document_fromstring, html5lib.parse])
def test_hostile_words_change_no_element(parse):
    harmless = shape(parse(report(f"word {n}" for n in range(A_PAGE + 10))))
    hostile = list(texts())
    for start in range(0, len(hostile), A_PAGE):
        words = hostile[start : start + A_PAGE] + ["word"] * 10
        assert shape(parse(report(words))) == harmless, words


def test_nothing_but_the_source_is_linked_to():
    page = html.document_fromstring(report([*texts()][: A_PAGE + 10]))
    outside = {href for href in page.xpath("//@href | //@src | //@action") if not href.startswith("#")}
    assert outside
    assert all(href.startswith("https://example.org/") for href in outside)


def test_a_name_that_is_no_web_address_is_no_link():
    document = briefing.parse("One sentence stands here. Another follows it.", name="javascript:alert(1)//x")
    page = html.document_fromstring(render([(document, briefing.summarize(document))], date="x"))
    assert not [href for href in page.xpath("//@href") if not href.startswith("#")]
