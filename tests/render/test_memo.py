"""`briefing memo`: one screen, whole sentences, and no section forgotten in silence."""

import json
import re
from dataclasses import replace

import pytest
from commandline import invoke
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.document import Briefing, Part, Point, Sentence, Size
from briefing.render import SCREEN_LINES, Look
from briefing.render.memo import Head, order
from briefing.render.memo_layout import compose, reference, render
from briefing.terminal import cells

HEAD = Head("24 November 2026")
NEWS = """\
The bridge at Overton has closed for good. Engineers found cracks in all four of its piers. Some cars turned.

## The cracks

The cracks are wide enough for a hand, said the engineers. They grew in the frost of two winters.

## The detour

Drivers must go by way of Marsh Lane, which adds twenty minutes. Buses will run every half hour.
"""


def memo_of(text, head=HEAD, lines=SCREEN_LINES, width=80, **options):
    document = briefing.parse(text, format="markdown", name="dir/news.md")
    made = briefing.summarize(
        document, **({"method": "lead", "ratio": None if "sentences" in options else 1.0} | options)
    )
    return render(compose([made], head, lines=lines, width=width), "text", Look(width=width))


def command(*arguments, **options):
    result = invoke("memo", "--method", "lead", *arguments, **options)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.md"
    file.write_text(NEWS)
    return str(file)


def test_parts_stand_in_order():
    assert re.findall(r"^([A-Z ]+)(?::|$)", memo_of(NEWS), re.MULTILINE) == [
        *("MEMORANDUM", "TO", "FROM", "RE", "BOTTOM LINE", "KEY POINTS", "SOURCE")
    ]


def test_points_stand_under_their_heading_with_their_line():
    text = memo_of(NEWS)
    assert "\nThe cracks\n- The cracks are wide enough for a hand, said the engineers. [5]\n- They grew" in text
    assert "SOURCE: news.md, 7 sentences; numbers in brackets are lines" in text


def test_subject_is_the_strongest_lead_sentence_and_is_not_said_again():
    text = memo_of(NEWS)
    assert "RE:       The bridge at Overton has closed for good\n" in text
    assert text.count("closed for good") == 1


def test_subject_is_nothing_that_is_told_further_down():
    told = "The ministers of the province have met in Overton for the third time since the floods of the spring. " * 3
    assert "RE:       news.md\n" in memo_of(f"{told}\n\nThe trade of the province has doubled in two years.")


def test_subject_is_the_title_where_there_is_one():
    text = memo_of(f"# Overton loses its bridge\n\n{NEWS}")
    assert "RE:       Overton loses its bridge\n" in text
    assert "The bridge at Overton has closed for good. [3]" in text


def test_subject_is_another_sentence_or_the_name_where_the_first_is_too_long():
    lead = f"The bridge {'over the wide and muddy river ' * 4}has closed for good."
    longer = NEWS.replace("The bridge at Overton has closed for good.", lead)
    assert "RE:       Engineers found cracks in all four of its piers\n" in memo_of(longer)
    assert "RE:       news.md\n" in memo_of(f"{lead} {'None of it has been so. ' * 4}", sentences=1)


def test_nobody_who_speaks_says_what_a_talk_is_about(tmp_path):
    (tmp_path / "talk.srt").write_text(
        "1\n00:00:01,000 --> 00:00:09,000\nAnn sent me a mug. It has a hole that none can close.\n"
    )
    assert "RE:       talk.srt\n" in invoke("memo", tmp_path / "talk.srt").stdout


def test_a_title_is_never_cut():
    title = f"The bridge {'over the wide and muddy river ' * 4}has closed for good"
    text = memo_of(f"# {title}\n\n{NEWS}")
    assert title in " ".join(text.split())


def test_heading_that_ends_in_a_mark_gets_no_colon():
    text = memo_of("Lead one. Lead two.\n\n## What now?\n\nBuses will run every half hour.\n", lines=12)
    assert "\n- What now? Buses" in text


def test_classification_stands_at_the_edge_of_the_first_line():
    first = memo_of(NEWS, Head("today", classification="CONFIDENTIAL")).splitlines()[0]
    assert re.fullmatch("MEMORANDUM +CONFIDENTIAL", first)


def test_long_names_move_the_date_to_a_line_of_its_own():
    text = memo_of(NEWS, Head("24 November 2026", to="All Members of the Bridge Committee"))
    assert "TO:       All Members of the Bridge Committee\n" in text
    assert "\nDATE:     24 November 2026\n" in text


def test_sections_without_room_are_named():
    sections = "".join(f"## Section {n}\n\nThe section {n} has {'many words ' * 20}in it.\n\n" for n in range(40))
    text = memo_of(f"# Title\n\nThe lead comes first.\n\n{sections}")
    named = re.findall(r"Section \d", re.search(r"LEFT OUT: (.*)", text)[1])
    told = re.findall(r"^- (Section \d):", text, re.MULTILINE)
    told += [f"Section {n}" for n in re.findall(r"BOTTOM LINE\nThe section (\d)", text)]
    assert sorted(named + told) == [f"Section {n}" for n in range(9)]
    assert len(named) > 3
    assert len(told) >= 3


def test_every_section_gets_its_best_before_any_gets_a_second():
    first = "".join(f"The first section says thing {n} {'at some length ' * 6}indeed. " for n in range(6))
    text = memo_of(
        f"# Title\n\n## First\n\n{first}\n\n## Last\n\nIt has little to say {'and much to add ' * 8}here.\n",
        lines=16,
        ratio=1.0,
        method="lead",
    )
    assert "\n- Last: It has little to say" in text
    assert "thing 5" not in text


def test_more_names_than_fit_a_line_are_counted():
    sections = "".join(
        f"## {'Long heading ' * 3}{n}\n\nThe section {n} has {'many ' * 30}words.\n\n" for n in range(20)
    )
    assert re.search(r"LEFT OUT: .+;\s+and\s+\d+\s+more\nSOURCE", memo_of(sections), re.DOTALL)


def test_a_name_of_several_sections_is_said_once():
    sections = "".join(f"## Votes\n\nThe vote {n} of the club has {'many ' * 40}voices.\n\n" for n in range(20))
    assert "LEFT OUT: Votes\n" in memo_of(sections)


def test_sentence_longer_than_the_screen_is_left_out_not_cut():
    text = memo_of(f"# Title\n\n{'word ' * 500}end.\n\n## Short\n\nThis one fits.\n")
    assert "word" not in text
    assert "This one fits. [7]" in text


def test_nothing_short_enough_is_said():
    assert "No sentence is short enough" in memo_of(f"# Title\n\n{'word ' * 500}end.\n")


words = st.sampled_from(
    ["bridge", "river", "of", "a", "Überführung", "port", "港は潮とともに", "الميناء", "e\u0301te\u0301"]
)
sentences = st.lists(words, min_size=3, max_size=40).map(lambda many: f"The {' '.join(many)} end.")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
headings = st.lists(words, min_size=1, max_size=20).map(lambda many: f"## The {' '.join(many)}")


@given(st.lists(st.tuples(headings, paragraphs), min_size=1, max_size=12), st.integers(12, 60))
def test_any_memo_fits_its_screen_with_whole_sentences(sections, lines):
    source = "\n\n".join(part for section in sections for part in section)
    text = memo_of(source, lines=lines)
    assert text.count("\n") <= lines - 1
    assert all(cells(line) <= 80 for line in text.splitlines())
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert not re.search(r"^ *\[\d+\]", text, re.MULTILINE), "a reference stands with its sentence"
    document = briefing.parse(source, format="markdown")
    said = {re.sub(r"\s", "", sentence.text) for sentence in document.sentences}
    body = re.sub(r"\s", "", text.partition("BOTTOM LINE")[2])
    for cited in re.findall(r"The(?:(?!end\.\[).)*end\.(?=\[\d+\])", body):
        assert any(cited.endswith(sentence) for sentence in said)


def test_command_fits_the_screen_of_a_terminal(news):
    text = command(news, "--date", "2026-11-24")
    assert text.count("\n") < 24
    assert "DATE:  24 November 2026" in text


@pytest.mark.parametrize("date", ["24. November", "Monday 7"])
def test_date_in_other_words_stays(news, date):
    assert f"DATE:  {date}" in command(news, "--date", date)


@pytest.mark.parametrize("date", ["tomorrow", "2026-02-30", "26-1", ""])
def test_what_is_no_date_is_refused(news, date):
    result = invoke("memo", news, "--date", date)
    assert result.exit_code == 2
    assert "is no date; give one such as" in result.stderr


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_any_width_is_kept(width):
    text = memo_of(f"# Overton loses its bridge\n\n{NEWS}", width=width)
    assert max(map(cells, text.splitlines())) <= width
    assert "Overton loses its bridge" in text


def test_width_is_that_of_the_terminal_within_reason(data):
    article = str(data / "harbour.md")
    printed = {width: command(article, "--width", width) for width in ("20", "90", "300")}
    widths = {width: max(map(cells, text.splitlines())) for width, text in printed.items()}
    assert widths["20"] <= 40
    assert 80 < widths["90"] <= 90
    assert 90 < widths["300"] <= 100


def test_json_has_what_the_text_says(news):
    found = json.loads(command(news, "-f", "json", "--to", "The Mayor", "-r", "100%"))
    assert list(found) == ["schema", "date", "to", "sender", "subject", "classification", "articles"]
    (article,) = found["articles"]
    assert found["schema"] == "briefing-memo/1"
    assert article["bottom_line"][0]["text"] in NEWS
    assert len(article["bottom_line"]) == 1
    assert [points["heading"] for points in article["key_points"]] == [None, "The cracks", "The detour"]


def test_each_source_has_a_memo_of_its_own_in_a_directory(news, data, tmp_path):
    command(news, str(data / "harbour.md"), "--output-dir", str(tmp_path / "out"))
    made = sorted((tmp_path / "out").glob("*.txt"))
    assert [file.name[:4] for file in made] == ["harb", "news"]
    assert all(file.read_text().startswith("MEMORANDUM\n") for file in made)


def test_date_is_today_without_one(news, monkeypatch):
    monkeypatch.setattr("briefing.cli.options.long_date", lambda day: f"the day {day.year}")
    assert re.search(r"DATE:  the day \d{4}", command(news))


def test_head_is_filled_in(news):
    text = command(news, "--to", "The Mayor", "--from", "Ada", "--subject", "Bridge", "--classification", "SECRET")
    for field in ("TO:       The Mayor", "FROM:     Ada", "RE:       Bridge", "SECRET"):
        assert field in text


def test_words_limit_what_is_quoted(news):
    quoted = re.findall(r"(.*?) \[\d+\]", command(news, "--words", "20").partition("BOTTOM LINE")[2])
    assert 0 < sum(len(text.split()) for text in quoted) <= 20 + 2, "and the heading"


def test_taller_screen_holds_more(data):
    long = command(str(data / "harbour.md"), "--lines", "60")
    assert long.count(" [") > command(str(data / "harbour.md")).count(" [")
    assert long.count("\n") < 60


def test_several_sources_make_one_memo_with_a_block_each(news, data):
    text = command(news, str(data / "harbour.md"))
    assert text.count("MEMORANDUM") == 1
    assert "RE:       2 articles\n" in text
    assert text.count("BOTTOM LINE") == text.count("SOURCE:") == 2
    assert "\nThe Harbour That Moved" in text


def test_source_that_fails_leaves_the_others(news):
    result = invoke("memo", "-m", "lead", "no-such-file", news)
    assert result.exit_code == 1
    assert "RE:       The bridge at Overton" in result.stdout
    assert result.stderr == "briefing: no-such-file: no such file; check the path\n"


def test_markdown_is_escaped_and_quotes_the_same_sentences(news):
    text = command(news, "-f", "markdown", "--to", "*Ada*")
    assert r"**To:** \*Ada\*" in text
    assert re.search(r"^\*\*The detour\*\*\n\n- Drivers must go .* minutes\. \[9\]$", text, re.MULTILINE)


def test_rich_has_the_words_of_text(news):
    coloured = command(news, "-f", "rich", "--color", "always")
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == command(news, "-f", "text")


def test_what_is_said_stands_with_who_says_it_and_when():
    sentence = Sentence(0, "It is rotten.", 0, 13, 7, "Ann Berg", "00:12:03")
    assert reference(sentence) == "Ann Berg: It is rotten. [00:12:03]"
    assert reference(replace(sentence, speaker="A")) == "It is rotten. [00:12:03]"


def test_where_there_is_room_more_is_said_than_in_a_briefing(tmp_path):
    file = tmp_path / "minutes.txt"
    file.write_text(
        "".join(
            f"The committee decided matter {name} at some length, and nobody spoke against it.\n\n"
            for name in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
        )
    )
    assert command(str(file)).count(" [") > len(briefing.summarize(file.read_text(), method="lead").sentences)


@pytest.mark.parametrize("lines", [40, 50, 70])
def test_more_is_said_only_where_each_point_has_lines_of_its_own(seed, lines):
    shown = command(str(seed), "--lines", str(lines)).split("KEY POINTS\n")[1]
    assert "\nNorway’s Focus on the Indo-Pacific\n- " in shown


def test_headings_of_one_name_are_told_apart_by_what_they_stand_under():
    text = memo_of(
        "# Ponds\n\n## One\n\n### Results\n\nNo toads came.\n\n## Two\n\n### Results\n\nMany toads came.\n"
    )
    assert "\nTwo: Results\n- Many toads came. [13]" in text


def test_a_long_heading_is_not_said_with_each_below_it():
    long = "Agenda of the video call of the fifteenth of March"
    text = memo_of(f"# Ponds\n\n## {long}\n\n### Toads\n\nNo toads came.\n\n### Lamps\n\nMany lamps burn.\n")
    assert "\nLamps\n- Many lamps burn. [11]" in text


@pytest.mark.parametrize(
    ("after", "completes"),
    [
        ("The ban begins on 3 May in all four towns.", True),
        ("The council voted for it on a cold night.", True),
        ("Lead has long been a matter of the river.", False),
        ("\n\n- The ban begins on 3 May in all four towns.", False),
    ],
)
def test_a_fact_completes_the_bottom_line(after, completes):
    text = f"# Lead is banned\n\nThe towns on the river ban lead in the pipes of new houses. {after}\n"
    made = briefing.summarize(briefing.parse(text, format="markdown"), ratio=1.0)
    assert (made.completion is not None) == completes


def test_a_law_that_is_called_an_act_is_about_what_it_calls_itself():
    law = "AN ACT\n\nBe it enacted by the Legislature:\n\nThis Act may be cited as the Battery Act.\n\n"
    law += "A dealer shall mark old batteries."
    assert "RE:       Battery Act\n" in memo_of(law)


def test_what_a_meeting_decided_keeps_its_label(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text(
        "Weekly meeting\n\nAttendees: Ana, Jon, Ida\n\nThe gate\n\nJon said that the gate sticks in the frost.\n\n"
        "ACTION: Jon to order a gate by Friday.\n\nThe staff\n\nTwo drivers leave at the end of the month.\n\n"
        "DECISION: The night shift is given up from May.\n"
    )
    text = command(str(file), "-m", "analyst")
    assert "ACTION: Jon to order" in text
    assert "DECISION: The night shift" in text


def test_a_judgment_is_about_its_parties():
    text = "# COURT OF APPEALS\n\nLEE FARMS, INC., Appellant, v. COUNTY OF ASH, Appellee.\n\nFiled June 11, 2026\n\n"
    text += "The county taxed nine silos.\n\nThe judgment of the district court is reversed.\n"
    assert "RE:       LEE FARMS, INC., Appellant, v. COUNTY OF ASH, Appellee\n" in memo_of(text)
    assert "RE:       In re: ANN LEE\n" in memo_of(
        text.replace("LEE FARMS, INC., Appellant, v. COUNTY OF ASH, Appellee.", "In re: ANN LEE")
    )


def test_each_topmost_section_comes_before_a_second_of_one():
    section = "Sets have a sign of their own in mathematics, and the authors of this text want one. " * 3
    ideas = "".join(f"### Idea {n}\n\nThe idea {n} needs a key that nobody has. \n\n" for n in range(40))
    text = memo_of(f"# Sets\n\n## Motivation\n\n{section}\n\n## Rejected\n\n{ideas}## Cost\n\nIt costs two days.\n")
    assert "\n- Cost: It costs two days." in text
    assert "\n- Rejected: Idea 0: The idea" in text


@pytest.mark.parametrize("aside", ["Rejected ideas", "Introduction"])
def test_a_side_matter_comes_after_what_is_proposed(aside):
    text = f"# Sets\n\nSets get a sign.\n\n## {aside}\n\nA word is long.\n\n## Cost\n\nIt costs two days.\n"
    made = briefing.summarize(briefing.parse(text, format="markdown"), method="lead", ratio=1.0)
    assert order(made) == [0, 2, 1]


def test_what_leans_on_another_comes_last():
    points = [Point(Sentence(n, f"It is {n}.", n, n, 1), 1.0, 9 - n, n - 1 if n % 2 else None) for n in range(6)]
    size = Size(6, 9)
    made = Briefing("a.txt", "A", "english", "analyst", size, size, (Part(None, tuple(points)),))
    assert order(made) == [5, 4, 2, 0, 3, 1]
