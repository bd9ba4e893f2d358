"""How a briefing is drawn, beyond what the golden files show."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

import briefing
from briefing.document import Briefing, Document, Heading, Part, Point, Sentence, Size
from briefing.render import FORMATS, Look, highlight, outline, render, render_digest
from briefing.terminal import Ink, cells

WIDTHS = [20, 40, 60, 80, 120, 200]
STYLE = re.compile(r"\x1b\[([\d;]*)m")


def briefing_of(*parts, title=None, name="a.txt", terms=(), left_out=()):
    """Give a briefing from pairs of a heading (text, level) and its sentences, each on a line of its own."""
    made, line, index = [], 0, 0
    for heading, texts in parts:
        line += 1
        head = Heading(*heading, 0, 0, line) if heading else None
        points = []
        for text in texts:
            line += 1
            points.append(Point(Sentence(index, text, 0, 0, line), 1 / (index + 1), index + 1))
            index += 1
        made.append(Part(head, tuple(points)))
    size = Size(index, index * 10)
    missing = tuple(Heading(text, 1, 0, 0, 1) for text in left_out)
    return Briefing(name, title, "english", "lead", Size(4 * index, 40 * index), size, tuple(made), missing, terms)


words = st.sampled_from(
    ["word", "a", "Überführungsgesetz", "港は潮とともに動く", "الميناء", "e\u0301te\u0301", "👍", "x" * 90]
)
texts = st.lists(words, min_size=1, max_size=30).map(" ".join)
headings = st.none() | st.tuples(texts, st.integers(1, 6))
briefings = st.lists(st.tuples(headings, st.lists(texts, max_size=3)), max_size=5).map(
    lambda parts: briefing_of(*parts)
)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_digest_has_its_sources_at_the_edge_or_where_points_stand_if_there_is_one(width):
    texts = [
        "The ferry sank off Oslo on Monday.",
        "A ferry sank off Oslo. Divers search it.",
        "Snow fell.\n\nIt melted.",
    ]
    several = render_digest(briefing.digest(texts), "rich", Look(width=width)).splitlines()
    lines = render_digest(briefing.digest(texts[2:]), "rich", Look(width=width)).splitlines()
    assert max(map(cells, [*several, *lines])) <= max(20, min(width, 100))
    assert [line.split()[-1] for line in lines if line.endswith(("1", "3")) and "•" in line] == ["1", "3"]
    assert [shown[1].split()[-1] for shown in (several, lines)] == ["source", "line"]


@given(briefings, st.sampled_from(WIDTHS), st.booleans())
def test_rich_keeps_the_width_and_every_word_in_order(made, width, colour):
    text = STYLE.sub("", render(made, "rich", Look(width=width, colour=colour)))
    assert all(cells(line) <= min(width, 100) for line in text.splitlines())
    assert not re.search(r"[ \t]$", text, re.MULTILINE) or colour
    squeezed = re.sub(r"[\s\d]", "", text)
    position = 0
    for sentence in made.sentences:
        found = squeezed.find(re.sub(r"\s", "", sentence.text), position)
        assert found >= 0
        position = found + 1


@given(briefings)
def test_text_has_a_line_a_heading_and_a_point_whatever_the_script(made):
    lines = [line for line in render(made, "text").splitlines() if line]
    expected = []
    for part in made.parts:
        expected += [part.heading.text] if part.heading else []
        expected += [f"- {point.sentence.text}" for point in part.points]
    assert lines == expected


@pytest.mark.parametrize("format", FORMATS)
def test_without_colour_nothing_is_sent_but_text(format):
    made = briefing_of((("Heading", 1), ["One.", "Two."]), title="Title", terms=("one",), left_out=["Other"])
    assert "\x1b" not in render(made, format)


def test_colours_are_of_the_sixteen_and_never_black_or_white():
    made = briefing_of((("Heading", 1), ["One.", "Two."]), title="Title", terms=("one",), left_out=["Other"])
    codes = {
        int(code)
        for found in STYLE.findall(render(made, "rich", Look(colour=True)))
        for code in found.split(";")
        if code
    }
    assert codes <= {0, 1, 2, 4, *range(31, 37), *range(91, 97)}
    assert codes & set(range(31, 37))


def test_nested_headings_are_indented():
    made = briefing_of((("Top", 2), ["One."]), (("Sub", 3), ["Two."]), (("Deep", 5), ["Three."]))
    text = render(made, "rich")
    assert re.search("^Top$", text, re.MULTILINE)
    assert re.search("^  Sub$", text, re.MULTILINE)
    assert re.search("^    Deep$", text, re.MULTILINE)
    assert re.search("^  • One", text, re.MULTILINE)
    assert re.search("^    • Two", text, re.MULTILINE)


def test_heading_with_subsections_only_stands_close_to_the_first():
    text = render(briefing_of((("Top", 1), []), (("Sub", 2), ["One."])), "rich")
    assert "\n\nTop\n  Sub\n    • One." in text


def test_lines_after_the_first_hang_under_the_words():
    text = render(briefing_of((None, ["many words " * 20])), "rich", Look(width=40))
    first, *rest = [line for line in text.splitlines() if "many" in line]
    assert first.startswith(" • many")
    assert rest
    assert all(line.startswith("   ") and line[3] != " " for line in rest)


def test_line_number_stands_at_the_right_edge_of_the_last_line():
    text = render(briefing_of((None, ["many words " * 12])), "rich")
    numbered = [line for line in text.partition("  points")[0].splitlines() if re.search(r"\d$", line)]
    assert [len(line) for line in numbered] == [80]
    assert numbered[0].endswith(" 2")


def test_without_colour_bold_print_may_stay():
    text = render(briefing_of((("Heading", 1), ["First of all."])), "rich", Look(colour=Ink.PLAIN))
    assert re.search(r"\x1b\[1mFirst", text)
    assert not re.search(r"\x1b\[(?:[\d;]*;)?3\d", text)


def test_best_sentence_is_bold():
    text = render(briefing_of((None, ["First of all.", "Second of all."])), "rich", Look(colour=True))
    assert re.search(r"\x1b\[1mFirst", text)
    assert not re.search(r"\x1b\[1mSecond", text)


@pytest.mark.parametrize(
    ("indices", "sentences", "strip"),
    [
        ((0,), 4, "■···"),
        ((0, 3), 4, "■··■"),
        ((59, 119), 120, "·" * 23 + "■" + "·" * 23 + "■"),
        ((0, 1), 120, "2" + "·" * 47),
    ],
)
def test_strip_shows_where_the_points_come_from(indices, sentences, strip):
    points = tuple(Point(Sentence(index, "Words.", 0, 0, 1), 1.0, 1) for index in indices)
    made = Briefing("a", None, "english", "lead", Size(sentences, 9), Size(1, 1), (Part(None, points),))
    assert f"  points      {strip}  ■ one  · none\n" in render(made, "rich")


def test_sections_left_out_are_named_and_the_rest_counted():
    made = briefing_of((None, ["One."]), left_out=[f"Section {n}" for n in range(9)])
    assert "left out    Section 0 · Section 1 · Section 2 · Section 3 · and 5 more\n" in render(made, "rich")


def test_rows_break_between_their_items():
    made = briefing_of(
        (None, ["One."]), name="dir/of/some/article.txt", terms=("alpha beta", "gamma delta", "epsilon")
    )
    lines = render(made, "rich", Look(width=40)).splitlines()
    assert lines[0] == "dir/of/some/article.txt" + " " * 13 + "line"
    assert lines[1] == "4 sentences → 1 (25%) · 10 s → 5 s"
    assert lines[-2:] == [" key terms   alpha beta · gamma delta", "             epsilon"]


def test_ascii_draws_nothing_else():
    made = briefing_of(
        (("Heading", 1), ["One.", "Two."]), title="Title", terms=("one", "two"), left_out=["Other", "More"]
    )
    assert render(made, "rich", Look(unicode=False)).isascii()


def test_markup_and_emoji_codes_are_words():
    text = "See [/etc] and [bold]x[/bold], :warning: and [link=y]z[/link]."
    made = briefing_of(((text, 1), [text]), title=text, name=text)
    assert all(text in render(made, form, Look(width=100)) for form in ("rich", "text", "lines"))


def test_empty_briefing_is_drawn():
    made = Briefing("a.txt", None, "english", "lead", Size(0, 0), Size(0, 0), ())
    assert render(made, "rich").startswith("a.txt · 0 sentences → 0 · ")
    assert [render(made, form) for form in ("text", "lines", "markdown")] == ["", "", ""]


def test_json_goes_on_with_what_came_later():
    made = json.loads(render(briefing_of((None, ["One."]), terms=("port",)), "json"))
    assert list(made)[-4:] == ["terms", "unit", "left_out", "bottom_line"]
    assert made["terms"] == ["port"]


ARTICLE = "Lead one. Lead two.\n\n## Heading\n\nPoint one. Point two.\n\nPoint three. Point four.\n"


@pytest.fixture
def document() -> Document:
    return briefing.parse(ARTICLE, format="markdown")


def test_highlight_has_signs_without_colour(document):
    made = briefing.summarize(document, sentences=2, method="lead")
    assert "» Lead one. « Lead two." in highlight.render(document, made.sentences, "rich")
    assert ">> Lead one. << Lead two." in highlight.render(document, made.sentences, "rich", Look(unicode=False))


def test_key_terms_are_the_article_s_words():
    text = "The ferries left the Harbour. A ferry is slow. Every ferry meets the harbour wall. The Harbour sleeps."
    assert sorted(briefing.summarize(text).terms) == ["Harbour", "ferry"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (  # names of several words are one, and none is cut
            "The mayor met Ann Orlo in New Lowick. In May the lawyers of Ann Orlo left New Lowick. Rain fell.",
            ["Ann Orlo", "New Lowick"],
        ),
        (  # so are phrases, in whichever form; a unit after a number says nothing
            "A night train needs 40 million. Night trains are slow. Buses cost 20 million. The night train is full.",
            ["night train"],
        ),
        (  # a comma parts words
            "They sell apples, pears. Apples, pears and plums are sweet. Plums rot.",
            ["apples", "pears", "plums"],
        ),
    ],
)
def test_key_terms_are_things(text, terms):
    assert sorted(map(str.casefold, briefing.summarize(text).terms)) == sorted(map(str.casefold, terms))


def test_key_terms_need_stop_words():
    assert briefing.summarize("അത് ഒരു വീടാണ്. അത് ഒരു വീടാണ്.", language="malayalam").terms == ()


def test_what_is_said_is_shown_with_who_says_it_and_when():
    made = briefing_of((None, ["The quay is rotten."]), title="Talk")
    point = replace(made.parts[0].points[0], sentence=Sentence(0, "It is rotten.", 0, 0, 7, "Ann Berg", "00:12:03"))
    made = replace(made, parts=(Part(None, (point,)),))
    drawn = render(made, "rich").splitlines()
    assert drawn[1].endswith("time")
    assert re.search(r"Ann Berg: It is rotten\. .* 00:12:03$", "\n".join(drawn), re.MULTILINE)
    assert json.loads(render(made, "json"))["parts"][0]["points"][0].items() >= {
        ("speaker", "Ann Berg"),
        ("time", "00:12:03"),
    }


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("- point", "\\- point"),
        ("==> a.txt <==", "\\==> a.txt <=="),
        ("> chosen", "\\> chosen"),
        ("\\- point", "\\\\- point"),  # so that what stood there can be told
        ("\u200b- point", "\\- point"),
        ("-1 degree", "-1 degree"),
        ("\\begin", "\\begin"),
        ("– point", "– point"),
    ],
)
def test_a_heading_looks_like_nothing_else_in_plain_text(heading, line):
    made = briefing_of(((heading, 1), ["One."]), title=heading)
    assert render(made, "text") == f"{line}\n\n{line}\n- One.\n"
    document = briefing.parse("# T\n\n## x\n\nOne.", format="markdown")
    section = replace(document.sections[-1], heading=replace(document.headings[0], text=heading))
    document = replace(document, title=heading, sections=(section,))
    assert highlight.render(document, made.sentences, "text") == f"{line}\n\n{line}\n\n> One.\n"
    assert outline.render_text(document).startswith(f"{line}\n\n")


MARKS = st.text(st.sampled_from("ab1 \\`*_[](){}<>~|$&;:#+-=!.x"), min_size=1, max_size=30)


@given(MARKS, MARKS)
def test_markdown_shows_the_words_whatever_they_are(heading, sentence):
    heading, sentence = f"h{heading}h", " ".join(f"{sentence}.".split())
    text = render(briefing_of(((heading, 1), [sentence])), "markdown")
    tree = html.fromstring(f"<body>{MarkdownIt('commonmark').enable(['table', 'strikethrough']).render(text)}</body>")
    assert " ".join(tree.xpath("string(//h2)").split()) == " ".join(heading.split())
    assert " ".join(tree.xpath("string(//li)").split()) == sentence


@pytest.mark.parametrize("text", ["snake_case, [sic] and ~5 of a < b", "1. Introduction", "A & B", "5 - 3 = 2"])
def test_markdown_escapes_nothing_needlessly(text):
    assert f"## {text}\n" in render(briefing_of(((text, 1), ["One."])), "markdown")


@pytest.mark.parametrize("heading", ["In C #", "Signs ##", "#", "##", "a # b", "C#", "a \\#", "a \\ ##", "- #"])
def test_a_markdown_heading_keeps_the_signs_at_its_end(heading):
    text = render(briefing_of(((heading, 1), ["One."]), title=heading), "markdown")
    assert briefing.parse(text, format="markdown").title == heading
    assert re.findall("<h[12]>(.*)</h[12]>", MarkdownIt().render(text)) == [heading, heading]


def test_of_a_whole_article_nothing_is_drawn_of_where_points_come_from():
    drawn = render(briefing.summarize("Rain fell on Oslo. Snow fell on Rome."), "rich")
    assert drawn.splitlines()[0].split() == ["text", "·", "all", "2", "sentences", "·", "5", "s", "line"]
    assert "points" not in drawn


def test_every_place_is_written_under_the_strip_where_there_is_room():
    points = tuple(Point(Sentence(index, "Words.", 0, 0, line), 1.0, 1) for index, line in ((0, 7), (2, 117)))
    made = Briefing("a", None, "english", "lead", Size(3, 9), Size(2, 2), (Part(None, points),))
    assert "  lines       7 117\n" in render(made, "rich")


def test_the_bottom_line_is_bold_where_there_is_one():
    made = briefing_of((None, ["First of all.", "Second of all."]))
    text = render(replace(made, bottom_line=made.sentences[1]), "rich", Look(colour=True))
    assert re.search(r"\x1b\[1mSecond", text)
    assert not re.search(r"\x1b\[1mFirst", text)


def test_who_says_a_point_stands_behind_it():
    cue = "1\n00:00:02,000 --> 00:00:05,000\n<v Ben>The ice broke two of the boats.\n"
    made = briefing.summarize(briefing.parse(briefing.Source("talk.srt", cue.encode())))
    for name in ("text", "markdown"):
        assert render(made, name) == "- The ice broke two of the boats. [Ben]\n"
    assert render(made, "lines") == "The ice broke two of the boats.\n"
