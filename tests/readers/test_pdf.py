"""PDF: what print says of an article, what stands beside it, and files that mean harm."""

import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pdfs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import SourceError, readers
from briefing.readers import pdf, pdf_worker
from briefing.readers.pdf_lines import PrintRun
from briefing.source import Source

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
needs_pdfium = pytest.mark.skipif(
    importlib.util.find_spec("pypdfium2") is None, reason="reading PDF needs the extra 'documents'"
)


def parsed(data):
    return briefing.parse(Source("a", data))


def outline(data=b"%PDF-"):
    """Return the title, each heading after its level, and each paragraph."""
    document = parsed(data)
    result = [f"0 {document.title}"] if document.title else []
    for section in document.sections:
        result += [f"{section.heading.level} {section.heading.text}"] if section.heading else []
        result += [" ".join(sentence.text for sentence in paragraph.sentences) for paragraph in section.paragraphs]
    return result


def asides(data=b"%PDF-"):
    return [(item.kind, item.text) for item in parsed(data).boilerplate]


def line(text, baseline, left=70.0, right=500.0, size=10.0, bold=False, turn=0):
    return PrintRun(text, left, baseline, right, size, bold, turn)


def prose(texts, top=700, **options):
    """Return lines of a column, one below the other; the last is short."""
    *full, last = texts
    return [line(text, top - 12 * number, **options) for number, text in enumerate(full)] + [
        line(last, top - 12 * len(full), **options | {"right": options.get("left", 70.0) + 30})
    ]


@pytest.fixture
def printed(monkeypatch):
    """Return a function that says what stands on the pages of the PDF that is read next."""
    monkeypatch.setattr(pdf, "find_spec", bool)
    return lambda pages, title="": monkeypatch.setattr(pdf, "_ask_pdfium", lambda *_, **__: (title, pages))


FULL = "A full line of print that reaches the right edge of its column and goes"


def page(name):
    """Return the body of a page, whose lines are like those of no other page."""
    texts = [f"{name} {word} {FULL}" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
    return [line(text, 700 - 12 * number) for number, text in enumerate([*texts, f"{name} ends."])]


def body(name):
    return " ".join(text for text, *_ in page(name))


NAMES = ("Rain", "Snow", "Hail")
LEFT = ["The mill stands by the river", "where it has always stood and", "ground the corn of the town,", "and turns."]
RIGHT = ["Nobody knows who built it or", "when, and the books of the", "parish say nothing of it and", "never did."]
ROWS = [
    run
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    for run in (line(left, 600 - 12 * number, right=280), line(right, 600 - 12 * number, left=310, right=500))
]
PRINT = {
    "larger print is a heading, the largest the title": (
        [[line("Name", 700, size=20), line("One", 670, size=14), line(FULL, 650), line("on.", 638, right=90)]],
        ["0 Name", "2 One", f"{FULL} on."],
    ),
    "a title and an initial that are drawn last": (
        [
            [
                line("e go on.", 640, left=90),
                line(FULL, 628),
                line("on.", 616, right=90),
                line("Name", 700, size=20),
                line("W", 620, size=28, right=88),
            ]
        ],
        ["0 Name", f"We go on. {FULL} on."],
    ),
    "bold print is a heading": (
        [
            [line("Part one", 700, bold=True, right=120), line(FULL, 680), line("on and on.", 668)],
            [line("Part two", 700, bold=True, right=120), line(FULL, 680), line("on and on.", 668)],
        ],
        ["1 Part one", f"{FULL} on and on.", "1 Part two", f"{FULL} on and on."],
    ),
    "a heading of two lines": (
        [[line("A long", 700, size=14), line("heading", 684, size=14), line(FULL, 660), line("on.", 648)]],
        ["0 A long heading", f"{FULL} on."],
    ),
    "a bold paragraph is none": (
        [[*prose([FULL, FULL, "on it goes."], bold=True), *[line(FULL, 650 - 12 * row) for row in range(9)]]],
        [f"{FULL} {FULL} on it goes.", " ".join([FULL] * 9)],
    ),
    "a number of the text's print is none where larger print numbers": (
        [
            [
                line("1 Rain", 730, size=14),
                *page("Rain"),
                line("1 University of the Hills", 580, left=150, right=300),
                line("2 Snow", 550, size=14),
                *page("Snow")[:3],
            ]
        ],
        [
            "1 1 Rain",
            body("Rain"),
            "1 University of the Hills",
            "1 2 Snow",
            " ".join(text for text, *_ in page("Snow")[:3]),
        ],
    ),
    "a label and what it names is none": (
        [[*page("Rain"), line("Keywords: tides, trade, boats", 580, bold=True, right=200), line(FULL, 556)]],
        [body("Rain"), FULL],
    ),
    "names piled up are none": (
        [[*page("Rain"), *[line("LONDON", 580 - 24 * row, right=110) for row in range(4)], line(FULL, 460)]],
        [body("Rain"), *["LONDON"] * 4, FULL],
    ),
    "small capitals alone on a line stay in their sentence": (
        [[line("It goes on as under the heading of", 700), line("LARGE MILLS", 688, size=7), line("they say.", 676)]],
        ["It goes on as under the heading of LARGE MILLS they say."],
    ),
    "larger answers are paragraphs": (
        [
            [
                *page("Rain"),
                line("The oven is older than the mill and was carried out", 500, size=12),
                line("of the water.", 486, size=12, right=140),
                line("It works again.", 460, size=12, right=150),
            ]
        ],
        [
            body("Rain"),
            "The oven is older than the mill and was carried out of the water.",
            "It works again.",
        ],
    ),
    "bold words within a paragraph are no heading": (
        [[line(FULL, 700), line("on and never stops at all, and so", 688, bold=True), line("it goes on.", 676)]],
        [f"{FULL} on and never stops at all, and so it goes on."],
    ),
    "a number on a line apart makes a heading": (
        [
            [
                *page("Rain"),
                line("2. The Mill", 580, right=130),
                *prose([FULL, "on."], top=556),
                line("2.1. The Wheel", 520, right=140),
                *prose([FULL, "on."], top=496),
            ]
        ],
        [body("Rain"), "1 2. The Mill", f"{FULL} on.", "2 2.1. The Wheel", f"{FULL} on."],
    ),
    "so do capitals": (
        [[*page("Rain"), line("THE MILL", 580, left=250, right=300), *prose([FULL, "on."], top=556)]],
        [body("Rain"), "1 THE MILL", f"{FULL} on."],
    ),
    "entries of a list are no headings": (
        [[*page("Rain"), line("1. Flour", 580, right=120), line("2. Water", 556, right=120)]],
        [body("Rain"), "1. Flour", "2. Water"],
    ),
    "broken words are mended": (
        [
            [
                line("The en\u00ad", 700),
                line("gine and the well-known steam-", 688),
                line("ship, a well-", 676),
                line("known one.", 664),
            ]
        ],
        ["The engine and the well-known steamship, a well-known one."],
    ),
    "a name keeps its hyphen": ([[line("The Anglo-", 700), line("Saxon one.", 688)]], ["The Anglo-Saxon one."]),
    "no blank is put between lines of Chinese": (
        [[line("磨坊在河邊，", 700), line("一直都在那裡。", 688)]],
        ["磨坊在河邊，一直都在那裡。"],
    ),
    "a gap parts paragraphs": (
        [[line(FULL, 700), line("on.", 688), line(FULL, 660), line("on.", 648), line(FULL, 636), line("on.", 624)]],
        [f"{FULL} on.", f"{FULL} on. {FULL} on."],
    ),
    "the address of a site is no part of what follows": (
        [
            [
                line("harn-bridges.example.org", 712, right=180),
                *prose(["The bridge of the old harbor", "is to be shut."]),
            ]
        ],
        ["harn-bridges.example.org", "The bridge of the old harbor is to be shut."],
    ),
    "arrows of a font of signs are bullets": (
        [[line("\uf0d8 The bridge is shut", 700), line("\uf0d8 The ferry is free", 688)]],
        ["The bridge is shut", "The ferry is free"],
    ),
    "a short last line parts paragraphs": (
        [[line(FULL, 700), line("on.", 688, right=90), line(FULL, 676), line("on.", 664)]],
        [f"{FULL} on.", f"{FULL} on."],
    ),
    "an indented line opens a paragraph": (
        [[line(FULL, 700), line(f"{FULL}.", 688), line(FULL, 676, left=85), line("on.", 664)]],
        [f"{FULL} {FULL}.", f"{FULL} on."],
    ),
    "a paragraph goes on over the page": (
        [[line(FULL, 700), line(FULL, 688)], [line("on here.", 700)]],
        [f"{FULL} {FULL} on here."],
    ),
    "columns drawn one after the other": (
        [[*prose([FULL, "on."], right=280), *prose([FULL, "on."], left=300)]],
        [f"{FULL} on.", f"{FULL} on."],
    ),
    "columns drawn by rows": ([ROWS], [" ".join(LEFT), " ".join(RIGHT)]),
    "columns drawn by rows under lines across both": (
        [[line(FULL, 648, right=500), line("on.", 636, right=90), *ROWS]],
        [f"{FULL} on.", " ".join(LEFT), " ".join(RIGHT)],
    ),
    "a large initial opens its word": (
        [
            [
                line("T", 676, size=36, right=90),
                line("he mill stands here,", 700, left=95),
                line("so.", 688, left=95),
            ]
        ],
        ["The mill stands here, so."],
    ),
    "drawn at the height of its first line": (
        [[line("M", 690, size=28, right=90), line("ost mills stand", 700, left=95), line("here.", 688, left=95)]],
        ["Most mills stand here."],
    ),
    "drawn last, beside four lines": (
        [
            [
                *(
                    line(text, 700 - 12 * n, left=95)
                    for n, text in enumerate(("he mill", "stands", "here", "alone."))
                ),
                line("T", 664, size=50, right=90),
            ]
        ],
        ["The mill stands here alone."],
    ),
    "a last line with a year is no page number": (
        [[*prose([FULL] * 7 + ["the mills that stood here"]), line("before 1924.", 604, right=120)]],
        [" ".join([FULL] * 7 + ["the mills that stood here before 1924."])],
    ),
    "or is a word": (
        [[line("A", 676, size=36, right=90), line("mill stands here,", 700, left=95), line("a mill.", 688, left=95)]],
        ["A mill stands here, a mill."],
    ),
    "a bold abstract is a paragraph": (
        [
            [
                line("A Mill", 740, size=16),
                line("Abstract: Mills can be counted from the air when", 710, bold=True),
                line("their wheels turn, and many do, so that we", 698, bold=True),
                line("counted.", 686, right=120, bold=True),
                *page("Rain")[3:],
            ]
        ],
        [
            "0 A Mill",
            "Abstract: Mills can be counted from the air when their wheels turn, and many do, so that we counted.",
            " ".join(text for text, *_ in page("Rain")[3:]),
        ],
    ),
    "a title of two lines, and whose the authors in the middle below it are": (
        [
            [
                line("A Mill and the People of the", 740, left=200, right=400, size=16),
                line("Grey River and High Town", 720, left=210, right=390, size=16),
                line("M. Holt and S. de Iyer", 700, left=250, right=350, size=12),
                line("University of Orrin", 685, left=260, right=340),
                *page("Rain")[3:],
            ]
        ],
        ["0 A Mill and the People of the Grey River and High Town", " ".join(text for text, *_ in page("Rain")[3:])],
    ),
    "an initial that is no word of the text": (
        [[line("E", 660, left=70, right=98, size=52), line("very diver is", 690, left=104), line("very wet.", 678)]],
        ["Every diver is very wet."],
    ),
    "bullets and ligatures": (
        [[line("• The ﬁrst item.", 700), line("• The second.", 688)]],
        ["The first item.", "The second."],
    ),
}
BESIDE = {
    "running heads, page numbers and footnotes": (
        [
            [line("The Review", 780), *page(name), line(f"* A note on {name}.", 60, size=7), line(f"Page {n}", 20)]
            for n, name in enumerate(NAMES)
        ],
        {"running head": 3, "page number": 3, "footnote": 3},
    ),
    "a head that counts pages though it changes": (
        [[line(f"{name} {n}", 780), *page(name)] for n, name in enumerate(NAMES, 7)],
        {"page number": 3},
    ),
    "a table of contents": (
        [[line("Rain ........ 7", 720), line(FULL, 700), line("on.", 688)]],
        {"contents": 1},
    ),
    "no lines drawn out to the margin": (
        [[line(word, 700 - 12 * row, left=70 + 85 * place, right=140 + 85 * place)
          for row in range(3) for place, word in enumerate(("the", "mill", "stands", "beside", "it"))]],
        {},
    ),
    "a stamp set sideways": ([[line("Stamp of 2026", 300, turn=1), *page("Rain")]], {"margin stamp": 1}),
    "a watermark askew": ([[*page("Rain"), line("DRAFT", 300, size=90, turn=4)]], {"margin stamp": 1}),
    "numbers of lines in the margin": (
        [[*(line(f"{n + 1}", 700 - 12 * n, left=40, right=46) for n in range(5)), *page("Rain")]],
        {"line number": 1},
    ),
    "a caption in the middle of a paragraph": (
        [[line(FULL, 700), line("Figure 3: The wheel.", 664, right=200, size=8), line("on it goes.", 630)]],
        {"caption": 1},
    ),
    "a table": (
        [
            [
                *page("Rain"),
                *[line(text, 500 - 12 * row, left=70 + 100 * place, right=100 + 100 * place)
                  for row in range(3) for place, text in enumerate(("Oats", "12", "1924"))],
            ]
        ],
        {"table": 1},
    ),
    "the head of a table": (
        [
            [
                *page("Rain"),
                line("Grain", 512, right=100),
                *[
                    line(text, 500 - 12 * row, left=70 + 100 * place, right=100 + 100 * place)
                    for row in range(3)
                    for place, text in enumerate(("Oats", "12", "1924"))
                ],
            ]
        ],
        {"table": 1},
    ),
    "the head of a table, its cells one on the other": (
        [
            [
                *page("Rain"),
                *[
                    line(text, y, left, left + 40, bold=True)
                    for text, left, y in (("Sort", 70, 523), ("of", 70, 512), ("t", 170, 518), ("In", 270, 523))
                ],
                *[
                    line(text, 500 - 12 * row, left=70 + 100 * place, right=100 + 100 * place)
                    for row in range(3)
                    for place, text in enumerate(("Oats", "12", "1924"))
                ],
            ]
        ],
        {"table": 1},
    ),
    "a caption without a stop": (
        [[*page("Rain"), line("Figure 3 The Wheel", 560, right=200, bold=True), line("Nothing more.", 530)]],
        {"caption": 1},
    ),
    "the authors, and whose the paper is": (
        [
            [
                line("Posted by a press; doi.org is where it stands", 780, size=7),
                line("A Mill", 740, size=16),
                line("M. Holt and S. de Iyer", 720, size=12),
                *page("Rain"),
            ]
        ],
        {"small print": 1, "byline": 1},
    ),
    "a formula": (
        [[*prose([FULL, "so that"]), line("y = ax + b", 660, left=200, right=260), line("Here, a is so.", 636)]],
        {"formula": 1},
    ),
    "a stamp, and a running head that is told by no other page": (
        [
            [
                line("The Court of Appeals", 740, size=18),
                *page("Rain"),
                line("Court", 730, left=456, right=540, size=7),
                line("FILED", 715, left=470, right=520, size=14, bold=True),
                line("March 16, 2022", 700, left=460, right=530, size=11),
            ],
            [line("2 Holt et al.", 726, right=140, size=8), *page("Snow")],
        ],
        {"stamp": 1, "running head": 1},
    ),
    "a rule of signs": ([[*page("Rain"), line("* * *", 500, left=250, right=290)]], {"ornament": 1}),
}  # fmt: skip


@pytest.mark.parametrize("case", PRINT)
def test_print(case, printed):
    pages, expected = PRINT[case]
    printed(pages)
    assert outline() == expected


def test_a_paper_as_latex_sets_it(printed):
    head = [line("A Mill and", 740, 200, 380, size=24), line("its Wheel", 715, 210, 370, size=24)]
    authors = [
        line(text, 690 - 12 * row, left, left + 60, size=11)
        for left in (120, 400)
        for row, text in enumerate(("Nina Hart", "Institute of Mills", "nhart@corran.example"))
    ]
    body = [
        *(line(text, 480 - 12 * n, right=300) for n, text in enumerate([FULL[:50]] * 6)),
        line("I. INTRODUCTION", 390, left=150, right=230, size=8),
        line("A. Water", 374, right=110),
        *(line(text, 358 - 12 * n, right=300) for n, text in enumerate([FULL[:50]] * 5)),
        line("II. METHODS", 277, left=150, right=230, size=8),
        *(line(text, 262 - 12 * n, right=300) for n, text in enumerate([FULL[:50]] * 5)),
    ]
    printed([head + authors + body])
    document = briefing.parse(Source("a", b"%PDF-"))
    found = [f"{heading.level} {heading.text}" for heading in document.headings]
    assert found == ["2 I. INTRODUCTION", "3 A. Water", "2 II. METHODS"]
    assert {part.kind for part in document.boilerplate} == {"byline"}
    assert document.title == "A Mill and its Wheel"


def test_a_quotation_in_bold_capitals_is_no_heading(printed):
    quoted = [
        "TO TAKE PART IN OR CHANGE THE PLANS FOR",
        "LIFE, HOUSE, BOAT,",
        "AND PAY YOU MUST MEET A REPRESENTATIVE.",
    ]
    bold = [line(text, 560 - 14 * number, left=100, right=450, bold=True) for number, text in enumerate(quoted)]
    printed([[*page("Rain"), *bold, *prose([FULL, "on."], top=500)]])
    assert not briefing.parse(Source("a", b"%PDF-")).headings


def test_the_head_of_a_memorandum_is_none_of_its_sentences(printed):
    fields = ("TO: All who keep bees", "FROM: The Mayor", "DATE: 3 March 2026", "RE: Bees on roofs")
    head = [line(text, 690 - 14 * row, right=200) for row, text in enumerate(fields)]
    title = line("A NOTICE", 714, right=150, size=14, bold=True)
    printed([[title, *head, line("Bees may be kept on all roofs.", 600)]])
    assert outline() == ["0 A NOTICE", "Bees may be kept on all roofs."]


def test_a_lone_letter_is_no_part_of_the_sentence_on_the_next_page(printed):
    printed([[*page("Rain")[:-1], line("O", 590, 480, 492, size=12)], prose(["On that day it ended, said", "she."])])
    assert outline()[-1] == "On that day it ended, said she."


def test_the_largest_print_of_the_first_lines_is_the_title(printed):
    cover = [line("May 2026, Corran", 500, size=12, bold=True), line("A Mill and its Wheel", 650, size=20, bold=True)]
    printed([[line("A word of the press.", 720), *cover], page("Rain")])
    assert outline()[0] == "0 A Mill and its Wheel"


def test_tables_alone_are_refused(printed):
    rows = [
        line(text, 700 - 12 * row, left=70 + 100 * place, right=100 + 100 * place)
        for row in range(9)
        for place, text in enumerate(("Oats", "12", "1924"))
    ]
    printed([[line("Prices of grain in the week", 720, right=200), *rows]])
    with pytest.raises(SourceError, match="tables or a form"):
        readers.read(Source("a", b"%PDF-"), format="pdf")


def test_pages_of_pictures_are_told(printed):
    printed([[line("Case 4:08 Document 26", 765)], [line("Case 4:08 Document 26, page 2", 765)]])
    assert any("scanned" in doubt for doubt in readers.read(Source("a", b"%PDF-"), format="pdf").doubts)


@needs_pdfium
def test_what_a_form_is_filled_in_with_stands_where_it_is_seen():
    page = pdfs.text("The name:", 70, 700) + pdfs.text("So be it.", 70, 600)
    data = pdfs.pdf(page)
    form = b"/AcroForm<</Fields[8 0 R]/DR<</Font<</F1 3 0 R>>>>/DA(/F1 10 Tf 0 g)>>/Pages 2 0 R>>"
    data = data.replace(b"/Pages 2 0 R>>", form, 1).replace(b"/Type/Page/Parent", b"/Annots[8 0 R]/Type/Page/Parent")
    field = b"<</Subtype/Widget/FT/Tx/T(a)/V(She sells bread.)/Rect[70 640 400 660]/DA(/F1 10 Tf 0 g)/P 6 0 R>>"
    said = " ".join(outline(data.replace(b"trailer<<", b"8 0 obj%s endobj\ntrailer<<" % field)))
    assert said == "The name: She sells bread. So be it."


@pytest.mark.parametrize("case", BESIDE)
def test_what_stands_beside_the_article(case, printed):
    pages, expected = BESIDE[case]
    printed(pages)
    assert Counter(kind for kind, _ in asides()) == expected


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Rain one of many", True),
        ("10811.exe", False),
        ("Rain.indd", False),
        ("Microsoft Word - Rain one", False),
        ("Untitled", False),
        ("Slide 1", False),
        ("What stands nowhere", False),
        ("1", False),
        ("", False),
    ],
)
def test_a_title_in_the_properties_must_stand_in_print(title, is_one, printed):
    printed([page("Rain")], title)
    assert parsed(b"%PDF-").title == (title if is_one else None)


def test_each_sentence_knows_its_page(printed):
    printed([[*page("Rain"), line("2 Snow", 560, size=14)], [], page("Snow")[:3], page("Hail")])
    document = parsed(b"%PDF-")
    assert [heading.page for heading in document.headings] == [1]
    assert [sentence.page for sentence in document.sentences] == [1, 3]
    printed([[line("It rains.", 700), line("Then", 688)], [], [line("it snows. And", 700), line("it hails.", 688)]])
    assert [(sentence.text, sentence.page) for sentence in parsed(b"%PDF-").sentences] == [
        ("It rains.", 1),
        ("Then it snows.", 1),
        ("And it hails.", 3),
    ]


def test_pages_that_cannot_be_read_are_told(printed):
    printed([page("Rain"), None])
    assert "pages that cannot be read: 2" in parsed(b"%PDF-").doubts
    printed([page("Rain"), *[None] * 12])
    assert "pages that cannot be read: 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more" in parsed(b"%PDF-").doubts
    printed([None, None])
    with pytest.raises(SourceError, match="a broken PDF"):
        parsed(b"%PDF-")


HYPHENS = str.maketrans("", "", "-\u2010\u00ad\u0002\ufffe•*")
"""What may go between the print and the text: hyphens at line ends, and bullets."""


def signs(text):
    return Counter("".join(text.translate(HYPHENS).split()))


TEXTS = st.sampled_from(
    (
        "A sentence stands here.",
        "1 One",
        "2.1 Two",
        "THREE",
        "• four",
        "five-",
        "7",
        "y = 2x",
        "Fig. 1: A",
        "* *",
        "R",
    )
)
PLACES = st.tuples(TEXTS, st.integers(0, 30), st.integers(0, 60), st.sampled_from([6, 10, 10, 14, 30]), st.booleans())
RUNS = PLACES.map(
    lambda found: line(found[0], 12.0 * found[2], 18.0 * found[1], 18.0 * found[1] + 60, found[3], found[4])
)


@given(st.lists(st.lists(RUNS | RUNS.map(lambda run: run._replace(turn=1)), max_size=12), min_size=1, max_size=4))
def test_every_character_of_the_print_is_in_the_text(pages):
    reading = readers.readings.flow(pdf.pieces(pdf.lines(pages)))
    assert signs(reading.text) == signs(" ".join(run.text for found in pages for run in found))


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    with pytest.raises(SourceError, match=r"^a: a PDF; to read it, run: pip install 'briefing-cli\[documents\]'$"):
        parsed(b"%PDF-1.7")


@needs_pdfium
def test_a_pdf_is_asked_of_pdfium():
    drawn = pdfs.text("The name", 72, 700, 20) + pdfs.text("A line of print.", 72, 670)
    drawn += pdfs.text("Stamp", 20, 300, turn=pdfs.SIDEWAYS) + pdfs.text("4", 300, 20, 6)
    assert outline(pdfs.pdf(drawn, title="The name")) == ["0 The name", "A line of print."]
    assert asides(pdfs.pdf(drawn)) == [("footnote", "4"), ("margin stamp", "Stamp")]


@needs_pdfium
def test_a_line_has_the_size_of_most_of_its_print():
    drawn = pdfs.text("SUMMARY:", 72, 700, 6) + pdfs.text("The agency says something.", 108, 700)
    drawn += pdfs.text("And more of it is said here.", 72, 688)
    assert outline(pdfs.pdf(drawn)) == ["SUMMARY: The agency says something. And more of it is said here."]


@needs_pdfium
@pytest.mark.parametrize("name", ["article.pdf"])
def test_every_character_that_pdfium_gives_is_accounted_for(name):
    data = (DOCUMENTS / name).read_bytes()
    _, pages = pdf._ask_pdfium(data, name)
    text = readers.read(Source(name, data)).text
    assert signs(text) == signs(" ".join(run.text for runs in pages for run in runs))


@needs_pdfium
def test_pdfium_is_found_wherever_it_is_installed(tmp_path):
    """By PYTHONPATH or for one user alone, and where memory is short."""
    for found in Path(importlib.util.find_spec("pypdfium2").origin).parents[1].glob("pypdfium2*"):
        (tmp_path / found.name).symlink_to(found)
    source = tmp_path / "a.pdf"
    source.write_bytes(pdfs.pdf(pdfs.text("A line of print stands here.", 72, 700)))
    program = (
        "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; import resource;"
        "resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000));"
        "from briefing.readers import pdf;"
        "print(pdf._ask_pdfium(open(sys.argv[1], 'rb').read(), 'a')[1][0][0].text)"
    )
    path = os.pathsep.join([str(tmp_path), str(Path(briefing.__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-s", "-c", program, source],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert (done.stdout, done.stderr) == ("A line of print stands here.\n", "")


def test_what_a_font_calls_a_character_may_be_none():
    """Codes of a font's own beyond Unicode are shown as unknown characters, as PDFium's text has them."""
    assert [pdf_worker._character(code) for code in (65, 0x10FFFF, 0x110000, 0xFFFFFFFF)] == [
        "A",
        "\U0010ffff",
        "\ufffd",
        "\ufffd",
    ]


BAD = {
    "encrypted": ((DOCUMENTS / "encrypted.pdf").read_bytes(), "encrypted; open it with its password"),
    "scanned": (pdfs.pdf(b"0 0 m 100 100 l S"), "a PDF without text, perhaps scanned"),
    "broken": (b"%PDF-1.7 and then nothing", "a broken PDF"),
}


@needs_pdfium
@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_one_line(case):
    data, reason = BAD[case]
    with pytest.raises(SourceError, match=reason) as caught:
        parsed(data)
    assert "\n" not in str(caught.value)


LIMITS = {
    "MAX_PAGES": (lambda: pdfs.pdf(*[b""] * 21), "more than 2,000 pages"),
    "MAX_CHARACTERS": (lambda: pdfs.pdf(pdfs.text("a" * 30, 72, 700)), "more than 3,000,000 characters of text"),
    "MAX_RUNS": (
        lambda: pdfs.pdf(b"".join(pdfs.text("a b", 72, 20 * row) for row in range(30))),
        "more than 200,000 lines of print",
    ),
    "MEMORY_BYTES": (
        lambda: pdfs.pdf(b"BT " + b" " * 120_000_000, compress=True),
        "needed more than 450 MB of memory",
    ),
}


@needs_pdfium
@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_is_named(limit, tmp_path, monkeypatch):
    make, reason = LIMITS[limit]
    worker = tmp_path / "worker.py"
    lower = "100_000_000" if limit == "MEMORY_BYTES" else "20"
    worker.write_text(re.sub(rf"(?m)^{limit} = [\d_]+$", f"{limit} = {lower}", pdf.WORKER.read_text()))
    monkeypatch.setattr(pdf, "WORKER", worker)
    with pytest.raises(SourceError, match=reason):
        parsed(make())


WORKERS = {
    "hangs": ("while True: pass", 60, "takes more than 1 s of processor time"),
    "sleeps": ("import time; time.sleep(60)", 1, "takes longer than 1 s to read"),
    "crashes": (f"import os; os.kill(os.getpid(), {int(signal.SIGABRT)})", 60, "PDFium, which reads it, crashed or"),
}


@pytest.mark.parametrize("case", WORKERS)
def test_a_worker_that_does_not_answer_is_told_apart(case, tmp_path, monkeypatch):
    fault, seconds, reason = WORKERS[case]
    monkeypatch.setattr(pdf, "SECONDS", seconds)
    with pytest.raises(SourceError, match=reason):
        planted(fault, tmp_path, monkeypatch)


def test_a_fault_of_our_own_is_no_broken_file(tmp_path, monkeypatch):
    for fault in ("1 / 0", 'print(\'{"title": "", "pages": 2}\')'):
        with pytest.raises(SourceError) as caught:
            planted(fault, tmp_path, monkeypatch)
        assert isinstance(caught.value.__cause__, pdf.WorkerError)


def planted(fault, folder, monkeypatch):
    """Read a PDF by a worker with a fault."""
    worker = folder / "worker.py"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\n"
    worker.write_text(limit + fault)
    monkeypatch.setattr(pdf, "find_spec", bool)
    monkeypatch.setattr(pdf, "WORKER", worker)
    monkeypatch.setattr(pdf_worker, "CPU_SECONDS", 1)
    return parsed(b"%PDF-")
