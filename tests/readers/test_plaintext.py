"""Lines, blocks and offsets of plain text."""

import re
import textwrap
from contextlib import suppress

import pytest
from articles import HEADINGS, LAYOUTS, PARAGRAPHS, article, lay_out
from growth import is_steep
from hypothesis import example, given
from hypothesis import strategies as st

import briefing
from briefing import readers, structure
from briefing.errors import SourceError
from briefing.readers import limits, plaintext


def parse(text, language="english"):
    reading = readers.read_text(text, format="text", name="text")
    return structure.document(reading, name="text", language=language)


def texts(document):
    return [sentence.text for sentence in document.sentences]


# --- Layouts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_decides_nothing(layout):
    document = parse(article(layout=layout))
    assert [heading.text for heading in document.headings] == list(HEADINGS)
    assert [len(section.paragraphs) for section in document.sections] == [1, 2, 2, 2]
    assert texts(document) == texts(parse(article(layout="blank")))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_leaves_text_without_headings_alone(layout):
    document = parse(lay_out(PARAGRAPHS, layout))
    assert document.title is None
    assert [section.heading for section in document.sections] == [None]
    assert len(document.sections[0].paragraphs) == len(PARAGRAPHS)


def test_paragraphs_run_on_over_lines_of_uneven_length():
    text = (
        "The council of Lindholm met late on a Tuesday in\nMarch, in the old school, because the\n"
        "town hall had lost its roof in the storm of\nthe week before and nobody would sit there."
    )
    (paragraph,) = parse(text).sections[0].paragraphs
    assert len(paragraph.sentences) == 1


COPIED = """\
LINDHOLM
— The council of Lindholm counted the boats in the harbour and along the outer quay today. More than
40
of them lie in the ice, and about
9
crews have gone home for the winter.
“The ice grows by a finger every night, and nobody has told the islands of it so far,”
Harn County
Clerk Anna Holm said.
The school of the town opens on Monday, and the children of the islands sleep there.
# # #
Documents to download
LINDHOLM COUNTS ITS BOATS
"""


def test_lines_that_are_pieces_of_a_sentence_are_joined_and_a_release_ends_with_its_sign():
    document = parse(COPIED)
    assert document.headings == ()
    assert [text[:32] for text in texts(document)] == [
        "LINDHOLM — The council of Lindho",
        "More than 40 of them lie in the ",
        "“The ice grows by a finger every",
        "The school of the town opens on ",
    ]
    assert texts(document)[2].endswith(",” Harn County Clerk Anna Holm said.")


SPOKEN = (
    "The council of Lindholm met late on a Tuesday in March, in the old school, because the town hall had lost its "
    "roof in the storm of the week before and nobody would sit there. The mayor read the letters that had come from "
    "the islands, one after the other, and the clerk wrote down what each of them asked for."
)


def test_a_heading_glued_to_a_wrapped_paragraph_ends_where_there_was_room_for_more():
    heads = [
        "Why the Council of Lindholm Now Meets in the Old Schoolhouse",
        "What All the Letters From the Outer Islands Are Asking For",
    ]
    paragraph = textwrap.fill(SPOKEN, 72)
    lines = "\n\n".join(f"{head}\n{paragraph}\n\n{paragraph}\n\n{paragraph}" for head in heads * 2)
    document = parse(f"{paragraph}\n\n{lines}")
    assert [heading.text for heading in document.headings] == heads * 2


def numbered(text, *, page, gap="\n", foot=""):
    """Set a text as courts and parliaments do: numbered lines, pages, and a foot or head between these."""
    lines = textwrap.wrap(text, 44)
    pages = [lines[at : at + page] for at in range(0, len(lines), page)]
    set_pages = (gap.join(f"{n:>3}   {line}" for n, line in enumerate(lines, 1)) for lines in pages)
    return f"\n\n{foot}".join(set_pages)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("foot", ["", "                    2\n", "     S. 12                 Draft\n\n"])
def test_numbers_of_lines_are_no_words(gap, foot):
    text = " ".join([SPOKEN] * 3)
    document = parse(numbered(text, page=17, gap=gap, foot=foot))
    assert " ".join(texts(document)) == text
    assert [item.kind for item in document.boilerplate] == (["page number"] if foot else [])


def test_a_list_is_not_numbered_lines():
    text = "\n".join(f"{n} sacks of grain came on the ferry of that day." for n in range(3, 15))
    assert texts(parse(text))[0] == "3 sacks of grain came on the ferry of that day."


def test_one_blank_line_between_all_lines_parts_nothing():
    paragraphs = [textwrap.fill(SPOKEN, 44, initial_indent=" " * 6)] * 4
    document = parse("\n".join(paragraphs).replace("\n", "\n\n"))
    assert [len(paragraph.sentences) for paragraph in document.sections[0].paragraphs] == [2, 2, 2, 2]


def test_hanging_entries_are_one_paragraph_each():
    text = (
        "1. The first stones must be laid before the ice is gone, since no barge\n"
        "   can reach the reef in summer without a pilot.\n"
        "2. The second load may follow when the fund has opened its books again,\n"
        "   which is not before the end of June."
    )
    assert [len(paragraph.sentences) for paragraph in parse(text).sections[0].paragraphs] == [1, 1]


def test_bullets_are_no_part_of_their_sentences():
    text = f"{PARAGRAPHS[0]}\n\n- Rock and not mud.\n* Fewer piles.\n• Half the price.\n\n{PARAGRAPHS[1]}"
    assert texts(parse(text))[2:5] == ["Rock and not mud.", "Fewer piles.", "Half the price."]


def test_quote_marks_are_blanked():
    text = f"{PARAGRAPHS[0]}\n\n> Nobody can wait for\n> another winter.\n\n{PARAGRAPHS[1]}"
    document = parse(text)
    assert "Nobody can wait for another winter." in texts(document)
    assert len(document.text) == len(text)
    assert document.text.count("\n") == text.count("\n")


def test_verse_keeps_together():
    verse = (
        "The ice is on the water,\nThe boat is in the bay,\nThe fisherman has a daughter,\nWho waits for him all day."
    )
    document = parse(f"{PARAGRAPHS[0]}\n\n{verse}\n\n{PARAGRAPHS[1]}")
    assert " ".join(verse.split()) in texts(document)
    assert not document.headings


def test_tables_are_kept_out():
    table = "Year | Crossings | Passengers\n2019 | 1,204 | 48,120\n2020 | 1,113 | 20,305"
    document = parse(f"{PARAGRAPHS[0]}\n\n{table}\n\n{PARAGRAPHS[1]}")
    (item,) = document.boilerplate
    assert (item.kind, item.line, document.text[item.start : item.end]) == ("table", 3, table)
    assert len(document.sentences) == 4


@pytest.mark.parametrize("ruler", ["* * *", "----------", "=====", "***", "~~~", "· · ·"])
def test_rulers_separate_and_vanish(ruler):
    document = parse(f"{PARAGRAPHS[0]}\n\n{ruler}\n\n{PARAGRAPHS[1]}")
    assert len(document.sentences) == 4
    assert not document.headings
    assert not document.boilerplate


def test_a_text_that_is_quoted_throughout_is_read_as_if_it_were_not():
    text = article(layout="blank")
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    assert [heading.text for heading in parse(quoted).headings] == list(HEADINGS)
    assert texts(parse(quoted)) == texts(parse(text))


def test_what_nobody_sees_before_a_line_is_no_part_of_it():
    document = parse("\ufeff" + article(layout="tight", after=["© 2021 Harbour Gazette"]).replace("\n", "\n\u200b"))
    assert [heading.text for heading in document.headings] == list(HEADINGS)
    assert [item.text for item in document.boilerplate] == ["© 2021 Harbour Gazette"]
    assert not any("\u200b" in text for text in texts(document))


def test_document_has_the_name_and_the_language_that_it_is_given():
    document = briefing.parse("Es regnete.", name="a.txt", language="german")
    assert (document.name, document.language) == ("a.txt", "german")


# --- Hyphens ---------------------------------------------------------------------------------------


def test_hyphen_is_mended_where_the_whole_word_is_known():
    text = "The breakwater is old. A new break-\nwater would cost eleven million, they say."
    document = parse(text)
    assert "A new breakwater would cost eleven million, they say." in texts(document)
    assert len(document.text) == len(text)
    assert document.text.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A breakwater is old. They want a break-\nwater. It is dear.", "They want a breakwater."),
        (
            "In the old town hall of the harbour they met Anne-\nMarie, who is old and has been there for ever and\n"
            "knows all that they wanted to hear of the ferry.",
            "In the old town hall of the harbour they met Anne-Marie, who is old and has been there for ever and "
            "knows all that they wanted to hear of the ferry.",
        ),
        ("A well-known reef. It is a well-\nknown (and old) reef.", "It is a well-known (and old) reef."),
        ("A breakwater is old. The new one is a break-\nwater", "The new one is a breakwater"),
        ("Nobody in the harbour had seen a well-\nknown reef.", "Nobody in the harbour had seen a well-known reef."),
    ],
)
def test_what_follows_a_hyphen_comes_whole(text, sentence):
    assert sentence in texts(parse(text))
    assert len(parse(text).text) == len(text)


def test_mended_words_change_no_paragraph():
    lines = [
        "The harbour at Lindholm froze twice last winter, and the Lindholm-",
        "Varnes ferry, which carries the schoolchildren of three islands,",
        "stayed in port for a week both times.",
    ]
    (section,) = parse("\n".join(lines) + "\n\n" + "\n".join(lines)).sections
    assert [len(paragraph.sentences) for paragraph in section.paragraphs] == [1, 1]
    assert "the Lindholm-Varnes ferry, which" in section.paragraphs[1].sentences[0].text


@pytest.mark.parametrize("text", ["They came pre-\nand left after the war."])
def test_hyphen_stays_where_it_may_belong(text):
    assert parse(text).text == text


# --- Hard-wrapped lines ----------------------------------------------------------------------------

WRAPPED = {
    "a capital, a figure and a quotation go on": (
        "The ferry had been late for a week when the council met on the\n"
        "Tuesday before Easter in the house of the\n"
        "Seamen's Guild, where it was told that\n"
        '"exact" figures cost nothing and that it had been given\n'
        "12 of them, all different, by the three companies that were asked.",
        1,
    ),
    "two lines that end in a small word": (
        textwrap.fill(PARAGRAPHS[0], 72) + "\n\nThe next boat leaves on\nTuesday, if the ice has gone.",
        3,
    ),
    "paragraphs narrower than the text": (
        "The keeper wrote that the light had burned all night, and that\nno ship had passed but one, which was the\n"
        "Varnes mail boat.\n\n" + textwrap.fill(" ".join(PARAGRAPHS[:2]), 90),
        5,
    ),
    "Japanese": ("港町の議会は月曜日に新しい桟橋の計画を可決した。費用は四十億円\nで、半分を国が払う。", 2),
    "a Japanese quotation is open": ("港町の市長は\n「新しい桟橋を\n作る」と話した。費用は四十億円だ。", 2),
    "Chinese over three lines": (
        "市议会星期一批准了新码头的计划，预计工程费用为四千万元，\n"
        "其中一半由国家承担，另一半由城市和渔民协会共同分担，而市长\n"
        "说工程明年春天开始。居民仍然可以提出意见。",
        2,
    ),
}


@pytest.mark.parametrize(("text", "count"), WRAPPED.values(), ids=WRAPPED)
def test_sentence_goes_on_over_the_end_of_a_line(text, count):
    assert len(texts(parse(text))) == count


def test_no_space_comes_into_a_chinese_sentence_and_lines_stay():
    text = WRAPPED["Chinese over three lines"][0]
    first, second = parse(text).sentences
    assert (" " in first.text, first.line, second.line) == (False, 1, 3)
    assert len(parse(text).text) == len(text)


def test_page_inside_a_paragraph_goes_behind_it():
    foot = "Berg              Memo              [Page 1]\n\nMEMO 7             Ferries             May 2021"
    rest = "   once a night. It is not late so often, and\n   never early.\n"
    text = f"The ferry runs twice a day and\n\n\n{foot}\n\n\n{rest}"
    document = parse(text)
    assert [(item.text, item.line) for item in document.sentences] == [
        ("The ferry runs twice a day and once a night.", 1),
        ("It is not late so often, and never early.", 9),
    ]
    assert [item.kind for item in document.boilerplate] == ["page number"]
    assert len(document.text) == len(text)


# --- Lines and offsets -----------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_from_one_and_end_three_ways(end):
    text = end.join(["", PARAGRAPHS[0], "", HEADINGS[0], PARAGRAPHS[1], "", HEADINGS[1], PARAGRAPHS[2]])
    document = parse(text)
    assert document.text == text
    assert [heading.line for heading in document.headings] == [4, 7]
    assert [sentence.line for sentence in document.sentences] == [2, 2, 5, 5, 8, 8]


def test_other_line_breaks_of_unicode_end_no_line():
    text = "One goes here.\x0bTwo\x0c goes there.\u2028Three.\x85Four.\n\nFive goes last."
    assert parse(text).sentences[-1].line == 3


def test_byte_order_mark_is_no_part_of_the_text():
    document = parse("\ufeffThe ferry stopped.")
    assert texts(document) == ["The ferry stopped."]
    assert document.sentences[0].start == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\ufeff", "\t\u00a0\u3000\r\n\x0c"])
def test_nothing_gives_nothing(text):
    document = parse(text)
    assert (document.sections, document.title, document.boilerplate) == ((), None, ())


@pytest.mark.parametrize("text", ["The ferry stopped.", "The ferry stopped", "FERRY STOPPED", "Ferry", "7", "…", "#"])
def test_one_line_is_a_sentence_or_nothing(text):
    document = parse(text)
    assert not document.headings
    assert document.title is None
    assert texts(document) in ([text], [])


def test_article_in_capitals_has_no_headings():
    document = parse("\n\n".join(PARAGRAPHS).upper())
    assert not document.headings
    assert len(document.sentences) == len(parse("\n\n".join(PARAGRAPHS)).sentences)


def test_list_of_short_lines_is_no_outline():
    document = parse("Harbour\nFerry\nSchool\nClinic\nTown hall\nReef\n")
    assert not document.headings
    assert len(document.sentences) == 6


def collapse(text):
    return " ".join(text.split())


PIECES = """
    # |## |> |>|- |1. |**|__|===|---|||. |! |? |: |“|”|(|)|1.1 |IV. |By Anna Berg|Photo: |© 2020|Advertisement|
    References|Contents|Chapter 1|March 3, 2021|Ferries|The Price of Stone|the ice|Nobody can wait. |Ä|字|é
"""
WHITE = ["\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "\x0c", "\u00a0", "\u2028", "\ufeff", "-\n", "\n---\n"]
ALPHABET = st.sampled_from([*WHITE, *PIECES.split("|"), *PARAGRAPHS[:3], "\x00"]) | st.text(max_size=8)


@given(st.lists(ALPHABET, max_size=40).map("".join))
@example("**\n**")
@example("> > a\r\n>\r\n> b\r")
@example("a-\nb ab\r\n=\r\n====")
@example("- [x]\n\nThe ice")
def test_invariants(text):
    document = parse(text)
    assert len(document.text) == len(text)
    assert len(re.findall(r"\r\n|\r|\n", document.text)) == len(re.findall(r"\r\n|\r|\n", text))
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    assert [sentence.index for sentence in document.sentences] == list(range(len(document.sentences)))
    pieces = []
    for section in document.sections:
        assert section.heading or section.paragraphs
        pieces += ([section.heading] if section.heading else []) + list(section.sentences)
    assert all(section.heading for section in document.sections[1:])
    assert [piece.start for piece in pieces] == sorted(piece.start for piece in pieces)
    everything = sorted([*pieces, *document.boilerplate], key=lambda piece: piece.start)
    end = 0
    for piece in everything:
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end
        assert piece.text
        assert collapse(document.text[piece.start : piece.end]) == piece.text
        assert piece.line == sum(start <= piece.start for start in starts)
    assert all(1 <= heading.level <= 6 for heading in document.headings)
    assert document.title is None or document.title.strip()


# --- Speed -----------------------------------------------------------------------------------------

WORST = {
    "blank lines": "\n",
    "short lines": "a\n",
    "headings": "The Price of Stone\n\nIt is high, say those who pay it in the end, year after year.\n\n",
    "numbered lines": "1. Stone\n",
    "quotes": "> " * 50 + "\n",
    "hyphens": "ab-\n",
    "hashes": "### a ###\n",
    "bars": "| a | b |\n",
    "rulers": "---\n",
    "names": "By " + "Ab " * 40 + "x\n",
    "dots": ". . . . \n",
    "spaces": " " * 100,
    "letters": "x" * 100,
    "marks": "*_#>" * 25,
    "commas": "The ice,\n",
}


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST)
def test_worst_cases_are_linear(unit):
    def read(text):
        with suppress(SourceError):  # Of some units there may not be so many.
            parse(text)

    assert not is_steep(read, unit)


@pytest.fixture
def low_limits(monkeypatch):
    """Let a hundredth of what is too much be too much: to read what is just within takes seconds."""
    for module, names in ((limits, ("MAX_BRIEF", "MAX_STRANGE")), (plaintext, ("_MOST_LINES", "_MOST_BLOCKS"))):
        for name in names:
            monkeypatch.setattr(module, name, getattr(module, name) // 100)


ENDLESS = {
    "brief lines": ("a\n" * 251, "250 lines of hardly a word"),
    "brief items": ("- The second word of it\n" * 251, "250 items of hardly a word"),
    "brief sentences": ("“A b. " * 251, "250 sentences of hardly a word"),
    "sentences without a space": ("It.Is." * 126, "250 sentences of hardly a word"),
    "words that stand once": (" ".join(map(str, range(1_001))), "more than 1,000 words, most of them different"),
    "lines": ("a" + "\r" * 10_001, "more than 10,000 lines"),
    "paragraphs": (f"{'The word ' * 5}ends.\n\n" * 1_001, "more than 1,000 paragraphs"),
}


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize("case", ENDLESS)
def test_a_list_without_end_is_refused(case):
    text, reason = ENDLESS[case]
    with pytest.raises(SourceError, match=reason):
        parse(text)


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize("format", ["markdown", "rst", "org"])
def test_brief_paragraphs_without_end_are_refused(format):
    with pytest.raises(SourceError, match="250 paragraphs of hardly a word"):
        briefing.parse("A word of it, and more.\n\n" * 251, format=format)


LONG = {
    "lines of prose": "The ferry sails at nine, whatever the tide.\n" * 260,
    "blank lines": "\n" * 2_000,
    "verse": "Nor did the ferry go that day,\nNor would it go at night,\nSo still the water lay,\n\n" * 80,
}


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize("case", LONG)
def test_what_is_long_is_not_refused_for_that(case):
    assert parse(LONG[case] + "It does.").sentences


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_joined_lines_of_chinese_leave_the_ends_of_all_lines(end):
    text = f"渡轮{end}今天{end}停航\n\n港口{end}今天{end}关闭。船\n\n都停在港口。\n"
    assert len(briefing.parse(text).text.splitlines()) == len(text.splitlines())


def test_a_short_line_inside_a_wrapped_paragraph_goes_on():
    text = (
        "     The ferry from the northern point had been due at noon, but the fog\n"
        "lay on the sound until three, and old\nMrs. Penhallow, who had brought a chair, knitted a whole sleeve\n"
        "on the quay. At last the bell was heard off the\nWidow Rocks, and all of them got up to look for the mast."
    )
    assert [block.lines for block in plaintext.read(text, name="text").blocks] == [5]


def test_numbers_of_pages_inside_paragraphs_are_left_out():
    pages = [f"{PARAGRAPHS[0]} The ferry of the town\n{n}\nlay in the ice. {PARAGRAPHS[1]}" for n in (394, 395, 397)]
    document = briefing.parse("\n".join(pages))
    assert [s.text for s in document.sentences].count("The ferry of the town lay in the ice.") == 3
    document = briefing.parse(
        f"{PARAGRAPHS[0]} The ferry of the town\n\n        - 12 -\n\flay in the ice. {PARAGRAPHS[1]}"
    )
    assert "The ferry of the town lay in the ice." in [s.text for s in document.sentences]


def test_initials_before_quotations_are_quote_marks():
    said = "\n".join(
        f"AB> {line}" for line in ("I think the ferry", "is late again.", "", "It is not the first time.")
    )
    document = briefing.parse(
        f"From: Tom\nSubject: The ferry\n\n{said}\n\nIt sails on Monday, as the harbour says.\n"
    )
    assert [s.text for s in document.sentences] == ["It sails on Monday, as the harbour says."]
