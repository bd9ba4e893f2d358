"""Which lines are headings, how deep, and which line is the title."""

import pytest
from articles import HEADINGS, PARAGRAPHS, article, lay_out

import briefing
from briefing.structure.headings import WEIGHTS

PLAIN = ("blank", "tight", "wrapped", "touching", "packed")


def parse(text, language="english"):
    return briefing.parse(text, name="text", language=language)


def outline(text, language="english"):
    return [(heading.level, heading.text) for heading in parse(text, language).headings]


# --- Headings, by the sign that each kind lives by: the lines, and the levels expected ----------------

KINDS = {
    "title case": (["A Winter Without Ferries", "The Price of Stone", "Lessons From Varnes"], "111"),
    "sentence case": (["How the ferry stopped", "What the stones would cost", "Looking to Varnes"], "111"),
    "capitals": (["A WINTER WITHOUT FERRIES", "THE PRICE OF STONE", "LESSONS FROM VARNES"], "111"),
    "lower case": (["the ferry in winter", "the price of stone", "lessons from varnes"], "111"),
    "questions": (["Why did the ferry stop?", "What would the stones cost?", "Can Varnes teach us?"], "111"),
    "brief lines with a colon": (["Ferries:", "The price of stone:", "Lessons from Varnes:"], "111"),
    "apostrophes": (["Lindholm’s Winter", "The Council's Choice", "Everybody’s Ferry"], "111"),
    "two only": (["The Ferry in Winter", "The Price of Stone"], "11"),
    "1.": (["1. A winter without ferries", "2. The price of stone", "3. Lessons from Varnes"], "111"),
    "1": (["1 A winter without ferries", "2 The price of stone", "3 Lessons from Varnes"], "111"),
    "1.1": (["1 Ferries", "1.1 Ice", "1.1.1 Thick ice", "1.2 Snow", "2 Stones"], "12321"),
    "1.1 under 1.": (["1. Ferries", "1.1. Ice", "2. Stones", "2.1. Rock"], "1212"),
    "I.": (["I. A winter without ferries", "II. The price of stone", "III. Lessons from Varnes"], "111"),
    "I alone": (["I", "II", "III"], "111"),
    "A.": (["A. A winter without ferries", "B. The price of stone", "C. Lessons from Varnes"], "111"),
    "(a)": (["(a) A winter without ferries", "(b) The price of stone", "(c) Lessons from Varnes"], "111"),
    "I., A., 1.": (["I. Ferries", "A. Ice", "1. Thick ice", "B. Snow", "II. Stones"], "12321"),
    "chapters": (["Chapter 1", "Chapter 2", "Chapter 3"], "111"),
    "named chapters": (["CHAPTER I: THE FERRY", "CHAPTER II: THE STONES", "CHAPTER III: VARNES"], "111"),
    "parts and appendix": (["Part One", "Part Two", "Appendix A"], "111"),
    "numbers in words": (["First Chapter", "Second Chapter", "Chapter the Last"], "111"),
    "sections": (["Section 1. Ferries", "Section 2. Stones", "Section 3. Varnes"], "111"),
    "§": (["§ 1 Ferries", "§ 2 Stones", "§ 3 Varnes"], "111"),
    "days": (["Day 1", "Day 2", "Day 3"], "111"),
    "years": (["1945", "1968", "1989"], "111"),
    "dates of a diary": (["12 March 1912", "13 March 1912", "15 March 1912"], "111"),
    "capitals over title case": (["FERRIES", "Ice and Snow", "STONES", "Lessons From Varnes"], "1212"),
    "usual headings": (["Introduction", "A Winter Without Ferries", "The Price of Stone", "Conclusion"], "1111"),
    "quoted": (["“The ferry in winter”", "“The price of stone”", "“Lessons from Varnes”"], "111"),
    "#1": (["#1 A winter without ferries", "#2 The price of stone", "#3 Lessons from Varnes"], "111"),
    "any word and a number": (["Lesson 1: a winter without ferries", "Lesson 2: the price of stone"], "11"),
    "one in quotation marks": (["The Price of Stone", "“It always rang”", "Lessons From Varnes"], "111"),
    "more words in quotation marks": (["How it stopped", "“We sing because we must”", "Looking to Varnes"], "111"),
    "labelled alike": (["Example: a winter without ferries", "Example: the price of stone"], "11"),
    "usual headings of papers": (["Abstract", "1 Ferries", "1.1 Ice", "2 Stones", "References"], "11211"),
}


@pytest.mark.parametrize("layout", PLAIN)
@pytest.mark.parametrize(("lines", "levels"), KINDS.values(), ids=KINDS)
def test_kind_of_heading(lines, levels, layout):
    assert outline(article(lines, layout=layout)) == list(zip(map(int, levels), lines, strict=True))


MARKS = {
    "# Ferries": (1, "Ferries"),
    "## Ice and snow ##": (2, "Ice and snow"),
    "###### Thin ice": (6, "Thin ice"),
    "**The ferry and the ice**": (1, "The ferry and the ice"),
    "__The ferry and the ice__": (1, "The ferry and the ice"),
    "*** The ferry ***": (1, "The ferry"),
    "The ferry and the ice\n=====================": (1, "The ferry and the ice"),
    "The ferry and the ice\n---------------------": (2, "The ferry and the ice"),
    "The ferry and the ice\n~~~~~~~~~~~~~~~~~~~~~": (3, "The ferry and the ice"),
}


@pytest.mark.parametrize("layout", ["blank", "tight"])
@pytest.mark.parametrize(("lines", "expected"), MARKS.items(), ids=MARKS)
def test_marks_make_a_heading_and_are_no_part_of_it(lines, expected, layout):
    document = parse(article([lines], layout=layout))
    (heading,) = document.headings
    assert (heading.level, heading.text) == expected
    assert document.text[heading.start : heading.end] == heading.text


def test_heading_over_several_lines_is_one():
    long = "What the council of Lindholm learned from the costs of the breakwater in Varnes"
    assert outline(article([*HEADINGS[:2], long], layout="wrapped"))[2] == (1, long)


def test_section_and_its_first_subsection_may_touch():
    lines = ["1 Ferries", "1.1 Ice"]
    blocks = [PARAGRAPHS[0], *lines, PARAGRAPHS[1], "2 Stones", PARAGRAPHS[2]]
    assert [text for _, text in outline(lay_out(blocks, "blank"))] == ["1 Ferries", "1.1 Ice", "2 Stones"]


def test_heading_over_a_list():
    blocks = [PARAGRAPHS[0], HEADINGS[0], "- Ice", "- Snow", HEADINGS[1], PARAGRAPHS[1], HEADINGS[2], PARAGRAPHS[2]]
    assert [text for _, text in outline(lay_out(blocks, "tight"))] == list(HEADINGS)


def test_a_word_under_a_long_title_in_capitals_is_a_heading():
    title, heads = (
        "WHAT A WINTER WITHOUT A FERRY COST THE ISLAND OF VARNES AND ITS HARBOUR",
        ["ABSTRACT", "COSTS", "PLANS"],
    )
    parts = [f"{head}\n{paragraph}" for head, paragraph in zip(heads, PARAGRAPHS, strict=False)]
    assert [head for _, head in outline(f"{title}\n" + "\n".join(parts))][-3:] == heads


def test_where_nouns_have_capitals_these_make_no_titles():
    heads = ["Neue Regeln", "Freie Netze", "Offene Daten", "Gutes tun und darüber reden!", "Kleine Häfen"]
    paragraph = OTHER_LANGUAGES["german"][1]
    text = f"{paragraph}\n\n" + "\n\n".join(f"{head}\n{paragraph}" for head in heads)
    assert [head.text for head in briefing.parse(text, language="german").headings] == heads


OTHER_LANGUAGES = {
    "german": (
        ["Ein Winter ohne Fähre", "Was die Steine kosten", "Lehren aus Varnes", "Boote, die nicht fahren"],
        "Der Hafen von Lindholm fror im letzten Winter zweimal zu, und beide Male blieb die Fähre eine Woche lang "
        "im Hafen. Die Fischer sagen, dass solche Kälte früher häufig war.",
    ),
    "french": (
        ["Un hiver sans bac", "Le prix de la pierre", "Les leçons de Varnes"],
        "Le port de Lindholm a gelé deux fois l’hiver dernier, et chaque fois le bac est resté à quai pendant une "
        "semaine. Les pêcheurs disent que de tels froids étaient courants autrefois.",
    ),
    "greek": (
        ["Χειμώνας χωρίς πλοίο", "Η τιμή της πέτρας", "Μαθήματα από αλλού"],
        "Το λιμάνι πάγωσε δύο φορές τον περασμένο χειμώνα, και τις δύο φορές το πλοίο έμεινε δεμένο για μια "
        "εβδομάδα. Οι ψαράδες λένε ότι τέτοιο κρύο ήταν κάποτε συνηθισμένο.",
    ),
    "malayalam": (  # a script without case
        ["മഞ്ഞുകാലം", "കല്ലിന്റെ വില", "പുതിയ പാഠങ്ങൾ"],
        "കഴിഞ്ഞ മഞ്ഞുകാലത്ത് തുറമുഖം രണ്ടു തവണ തണുത്തുറഞ്ഞു, രണ്ടു തവണയും കടത്തുബോട്ട് ഒരാഴ്ച നിർത്തിയിട്ടു. "
        "ഇത്തരം തണുപ്പ് പണ്ട് സാധാരണമായിരുന്നു എന്ന് മുക്കുവർ പറയുന്നു എന്നാണ് കേട്ടത്.",
    ),
}


@pytest.mark.parametrize(("language", "parts"), OTHER_LANGUAGES.items(), ids=OTHER_LANGUAGES)
def test_other_languages(language, parts):
    lines, paragraph = parts
    blocks = [paragraph, *(block for line in lines for block in (line, paragraph, paragraph))]
    assert [text for _, text in outline(lay_out(blocks, "blank"), language)] == lines


# --- Not headings -----------------------------------------------------------------------------------

TRAPS = {
    "byline": ["By Anna Berg and Tom Lund"],
    "dateline": ["LINDHOLM, March 3 (Reuters) —"],
    "date": ["Tuesday, 3 March 2021"],
    "photo credit": ["Photo: Anna Berg/Harbour Archive"],
    "caption": ["The old ferry in the ice, January 1985"],
    "numbered caption": ["Figure 2: Ferry crossings in a year"],
    "speakers": ["ANNA: Did you see the ice?", "TOM: I was on the boat.", "ANNA: And the captain?", "TOM: He slept."],
    "speaker names": ["Anna Berg:", "Tom Lund:"],
    "list": ["- More Piles", "- Rock Instead of Mud", "- A Second Ferry"],
    "numbered list": ["1. More piles", "2. Rock instead of mud", "3. A second ferry"],
    "steps": ["1. Open the Valve", "2. Close the Gate", "3. Pump the Water Out"],
    "stars and waves": ["★ More Piles", "~ Rock Instead of Mud"],
    "numbered paragraphs": [f"{n}. {PARAGRAPHS[n]}" for n in (1, 2, 3)],
    "bare numbers that leap": ["Day 7", "Day 14", "Day 22"],
    "verse": [
        "The ice is on the water,",
        "The boat is in the bay,",
        "The fisherman has a daughter,",
        "Who waits all day;",
    ],
    "table row": ["Year | Crossings | Passengers"],
    "table row with tabs": ["Year\tCrossings\tPassengers"],
    "advertisement": ["Advertisement"],
    "read more": ["Read more: Ice Closes the Northern Ports"],
    "pull quote": ["“We cannot wait another winter”"],
    "lead-in": ["Here is what the engineers wrote:"],
    "remark": ["Not everyone agrees."],
    "exclamation": ["Nobody saw it coming, though!"],
    "address": ["www.lindholm-harbour.example"],
    "formula": ["cost = piles * depth"],
    "prices": ["Adults $12, children $6"],
    "labels in capitals": [
        "SUMMARY: The ferry must stop. It is old.",
        "DATES: It stops in May and is sold in June.",
    ],
    "time": ["10:30 a.m."],
    "number": ["12"],
    "salutation": ["Dear Council,"],
    "tags": ["Tags: harbour, ferry, ice"],
    "ruler": ["* * *"],
    "symbols": ["❧"],
}


@pytest.mark.parametrize("headed", [True, False], ids=["with headings", "without"])
@pytest.mark.parametrize("layout", ["blank", "tight"])
@pytest.mark.parametrize("lines", TRAPS.values(), ids=TRAPS)
def test_trap(lines, layout, headed):
    headings = HEADINGS if headed else ()
    blocks = [*PARAGRAPHS[:2], *headings[:1], *PARAGRAPHS[2:4], *lines, PARAGRAPHS[4]]
    blocks += [*headings[1:2], PARAGRAPHS[5], PARAGRAPHS[1], *headings[2:], *PARAGRAPHS[2:5]]
    document = parse(lay_out(blocks, layout))
    assert [heading.text for heading in document.headings] == list(headings)
    assert document.title is None


LAST_LINES = {
    "points elsewhere": "To read the original story visit the harbour’s website",
    "sign-off": "Best regards,",
    "title-cased": "The Harbour Gazette",
    "numbered": "4. The End of the Ice",
    "capitals": "LINDHOLM GAZETTE",
}


@pytest.mark.parametrize(
    "lines",
    [
        ["1 small onion", "2 ripe tomatoes", "salt to taste", "3 cloves of garlic", "a little oil"],
        ["Who pays for it?", "What does it cost?", "How many know?", "When will it be ready?"],
    ],
    ids=["ingredients", "questions"],
)
def test_only_the_last_line_of_a_list_may_head_what_follows(lines):
    text = lay_out([PARAGRAPHS[0], HEADINGS[0], PARAGRAPHS[1], *lines, PARAGRAPHS[2]], "blank")
    assert set(lines[:-1]).isdisjoint(heading for _, heading in outline(text))


def test_usual_heading_may_be_the_last_line_where_its_table_is_gone():
    assert [heading.text for heading in parse(article(after=["Filmography"])).headings] == [*HEADINGS, "Filmography"]


@pytest.mark.parametrize("line", LAST_LINES.values(), ids=LAST_LINES)
def test_last_line_heads_nothing(line):
    assert [heading.text for heading in parse(article(after=[line])).headings] == list(HEADINGS)


@pytest.mark.parametrize(
    ("stray", "lines"),
    [
        ("Half a winter later", [heading.upper() for heading in HEADINGS]),
        ("Half a winter later, in the old harbour of Varnes", HEADINGS),
        ("“Half a Winter Later and No Ferry”", HEADINGS),
    ],
    ids=["not in capitals", "not in title case", "quoted"],
)
def test_outlier_is_suspect_where_headings_look_alike(stray, lines):
    """The same line heads a section where its like do."""
    blocks = lay_out(
        [PARAGRAPHS[0], lines[0], PARAGRAPHS[1], stray, PARAGRAPHS[2], *lines[1:2], PARAGRAPHS[3]], "blank"
    )
    text = "\n\n".join(
        [blocks, lines[2], PARAGRAPHS[4], "LAST WORDS" if lines[0].isupper() else "Last Words", PARAGRAPHS[5]]
    )
    assert stray not in [heading for _, heading in outline(text)]
    assert len(outline(text)) == 4


def test_talk_has_no_headings():
    lines = [
        "Hello!",
        "How are you?",
        "Cold.",
        "Which ferry do we take?",
        "The first.",
        "Is it late?",
        "It is.",
        "Why?",
    ] * 3
    assert not parse("\n".join(lines)).headings


def test_repeated_line_is_suspect():
    blocks = [block for paragraph in PARAGRAPHS for block in (paragraph, "Get the harbour app")]
    assert not parse(lay_out([*blocks, PARAGRAPHS[0]], "blank")).headings


# --- Title ------------------------------------------------------------------------------------------

TITLE = "Storm Over a Small Harbour in the North"


@pytest.mark.parametrize("layout", PLAIN)
@pytest.mark.parametrize(
    "before",
    [[TITLE], [TITLE, "By Anna Berg"], [TITLE, "March 3, 2021"], [f"# {TITLE}"], [TITLE.upper()]],
    ids=["longer", "byline", "date", "hash", "capitals"],
)
def test_title_is_told_from_the_headings(before, layout):
    document = parse(article(layout=layout, before=before))
    assert document.title == before[0].strip("# ")
    assert [heading.text for heading in document.headings] == list(HEADINGS)


def test_title_before_the_first_heading():
    document = parse(lay_out(["The Harbour", *article(lead=0).split("\n\n")], "blank"))
    assert document.title == "The Harbour"
    assert [heading.text for heading in document.headings] == list(HEADINGS)


def test_title_over_questions_and_words_in_quotation_marks():
    lines = ["The Old Bell", "“It always rang”", "Who Hears It?", "Lessons From Varnes"]
    document = parse("\n\n".join(f"{line}\n\n{PARAGRAPHS[place]}" for place, line in enumerate(lines)))
    assert (document.title, [heading.text for heading in document.headings]) == (lines[0], lines[1:])


ODD_ENDS = {
    "full stops": [
        f"{what} in {what}." for what in ("Price", "Stones", "Winter", "Lessons", "Maps", "Roads", "Bells")
    ],
    "Spanish questions": ["¿Por qué no había ferry?", "¿Cuánto cuestan las piedras?", "¿Qué se aprendió?"],
    "questions of many words": [
        f"Does Lindholm need more of it in winter for {what}?" for what in ("ice", "tar", "oil", "salt")
    ],
}


@pytest.mark.parametrize("lines", ODD_ENDS.values(), ids=ODD_ENDS)
def test_headings_that_end_alike_in_a_mark(lines):
    text = lay_out(
        [
            TITLE,
            *([PARAGRAPHS[0]] if lines[0][-1] == "." else []),
            *(block for line in lines for block in (line, *PARAGRAPHS)),
        ],
        "blank",
    )
    document = briefing.parse(text, language="spanish" if lines[0][0] == "¿" else "english")
    assert [heading.text for heading in document.headings] == lines


def test_fields_that_come_again_and_again_are_no_headings():
    fields = [
        "Purpose: Sale of tickets",
        "Basis: The contract of sale",
        "Purpose: Mooring of Boats",
        "Basis: Old custom",
    ]
    blocks = [PARAGRAPHS[0]]
    for place, heading in enumerate(HEADINGS):
        blocks += [heading, PARAGRAPHS[place], *fields[2 * place : 2 * place + 2], PARAGRAPHS[0]]
    assert [text for _, text in outline(lay_out(blocks, "blank"))] == list(HEADINGS)


SEVERAL_TOPS = {
    "over nothing": ("# The Lights\n\n# Moors\n\nWho goes there?\n\n# Bogs\n\nNobody.", "The Lights"),
    "named by the others": (
        "# Lanterns\n\nOld things.\n\n# Moors\n\nA lantern helps.\n\n# Bogs\n\nNo lantern does.",
        "Lanterns",
    ),
    "one like the others": ("# Moors\n\nWet.\n\n# Bogs\n\nWetter.\n\n# Fens\n\nWettest.", None),
    "after a line": ("Draft of May\n\n# Lanterns\n\nOld things.\n\n## Moors\n\nWet.", "Lanterns"),
    "after a line, of no other heading": ("It rained.\n\n# Lanterns\n\nOld things.", None),
}


@pytest.mark.parametrize(("text", "title"), SEVERAL_TOPS.values(), ids=SEVERAL_TOPS)
def test_title_among_topmost_headings_of_markdown(text, title):
    assert briefing.parse(text, format="markdown").title == title


@pytest.mark.parametrize("title", [TITLE, "“Nobody can wait”"])
def test_title_without_headings(title):
    document = parse(lay_out([title, *PARAGRAPHS], "blank"))
    assert document.title == title
    assert [section.heading for section in document.sections] == [None]


@pytest.mark.parametrize("first", ["Introduction", "1. Ferries", "Abstract", "# Ferries"])
def test_first_heading_is_no_title(first):
    rest = {"1. Ferries": ["2. Stones", "3. Varnes"], "# Ferries": ["# Stones", "# Varnes"]}.get(
        first, list(HEADINGS)
    )
    document = parse(article([first, *rest], lead=0))
    assert document.title is None
    assert [heading.text for heading in document.headings] == [line.strip("# ") for line in [first, *rest]]


@pytest.mark.parametrize("first", ["The ferry stopped.", "Dear readers,", "“Nobody can wait!”", "Here it comes:"])
def test_first_line_that_is_no_title(first):
    assert parse(lay_out([first, *PARAGRAPHS], "blank")).title is None


# --- The table of signs -----------------------------------------------------------------------------


def test_signs_are_few():
    assert len(WEIGHTS) <= 52
    assert all(abs(weight) <= 6 for weight in WEIGHTS.values())


def test_brief_paragraphs_of_chinese_are_no_headings_and_have_some():
    text = (
        "海边的灯塔\n\n灯塔已经很旧了。冬天没有人住在那里。\n\n"
        "灯塔的历史\n\n渔民一百年前修了它。石头是从小岛运来的。\n\n以后的计划\n\n国家想要关掉它。镇上的人都反对这件事。\n"
    )
    document = briefing.parse(text, language="chinese")
    assert [heading.text for heading in document.headings] == ["灯塔的历史", "以后的计划"]


@pytest.mark.parametrize(
    ("lines", "run_in"),
    [
        (["1 Ferries", "2 Stones", "3 Varnes"], "2.1 Rock of the Island. "),
        (["THE QUIET MONTHS", "THE PRICE OF STONE", "LESSONS FROM VARNES"], "1.1 Rock of the Island. "),
    ],
)
def test_what_runs_in_is_no_heading_beside_headings_on_lines_of_their_own(lines, run_in):
    first, second = PARAGRAPHS[0], PARAGRAPHS[1]
    body = "\n\n".join(f"{line}\n\n{run_in}{first}\n\n{run_in.replace('.1', '.2')}{second}" for line in lines)
    document = parse(body)
    assert [heading.text for heading in document.headings] == lines
    assert {line.kind for line in document.boilerplate} == {"run-in heading"}


def test_last_heading_before_a_list_or_an_address_in_a_text_without_blank_lines():
    lines = [*HEADINGS[:2], "Words of Warning"]
    text = article(lines[:2], layout="tight") + "\n" + lines[2] + "\n- Bring a coat that is dry.\n- Mind the ice."
    assert [heading for _, heading in outline(text)] == lines


@pytest.mark.parametrize(
    ("head", "title", "headings"),
    [
        (
            "The Woman Who Counts Swifts",
            "The Woman Who Counts Swifts",
            ["How?", "What do they eat?", "Will they stay?"],
        ),
        ("Camping at the Lake", "Camping at the Lake", ["How to get there:", "What to bring:", "Rules of the camp:"]),
        (
            "Councils of Lindholm",
            "Councils of Lindholm",
            ["Who pays for stones", "Who brings the stones", "No more stones"],
        ),
        ("Grandfathers at Sea", None, ["Grandfathers at Sea", "Who pays for stones", "Who brings the stones"]),
        ("第一章", None, ["第一章"]),
    ],
)
def test_title_over_headings_that_end_unlike_it(head, title, headings):
    lines = [head, PARAGRAPHS[0]]
    for heading, paragraph in zip(headings, PARAGRAPHS[1:], strict=False):
        lines += [heading, paragraph] if heading != head else [paragraph]
    document = parse("\n\n".join(lines), "chinese" if head == "第一章" else "english")
    assert (document.title, [found.text for found in document.headings]) == (title, headings)


def test_item_that_goes_on_with_a_list_is_no_heading():
    items = "1) Open the valve\n2) Close the gate\n3) Start the pump"
    assert not outline("\n\n".join([*PARAGRAPHS[:2], items, PARAGRAPHS[2], "4) Stop the pump again", PARAGRAPHS[3]]))


def test_names_after_a_colon_are_no_headings():
    lines = [
        HEADINGS[0],
        PARAGRAPHS[0],
        "Few could steer, among them:",
        "Anna Berg\nTom Lund\nAda Roe",
        PARAGRAPHS[1],
    ]
    assert outline("\n\n".join([*lines, HEADINGS[1], *PARAGRAPHS[2:4]])) == [(1, HEADINGS[0]), (1, HEADINGS[1])]


def test_a_chapter_over_an_article_and_numbers_of_chinese_are_headings():
    parts = ["Décret du 3 mars sur les quais", "Chapitre Ier : Dispositions générales", "Article 1er"]
    parts += [
        "Tout quai est inspecté chaque année.",
        "Article 2",
        "Un quai pourri est fermé.",
        "Chapitre II : Sanctions",
    ]
    parts += ["Article 3", "Quiconque rouvre un quai fermé est puni d’une amende."]
    headings = [text for _, text in outline("\n\n".join(parts), "french")]
    assert headings == [parts[1], parts[2], parts[4], parts[6], parts[7]]
    text = "关于码头的通知\n\n一、关闭的原因\n\n工人在木桩中发现了许多腐烂的地方，吊车不能再停在那里。\n\n"
    text += "二、关闭的时间\n\n码头从六日起关闭，到秋天再查。\n\n三、别的码头\n\n渡船改在鱼市停靠。学生免费乘车。"
    assert [text for _, text in outline(text, "chinese")] == ["一、关闭的原因", "二、关闭的时间", "三、别的码头"]


def test_words_in_capitals_over_a_headline_are_no_title_of_news():
    said = "The council decided on Tuesday that the ferry must stop, the mayor said."
    document = parse(f"LOCAL NEWS\n\nThe ferry of Lindholm is to stop in winter\n\n{said}\n\n{said} {PARAGRAPHS[0]}")
    assert document.title == "The ferry of Lindholm is to stop in winter"
    assert [(line.text, line.kind) for line in document.boilerplate] == [("LOCAL NEWS", "kicker")]
    other = parse(f"LOCAL NEWS\n\nThe ferry of Lindholm is to stop\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert other.title == "The ferry of Lindholm is to stop"
    assert parse(f"LOCAL NEWS\n\n{said}").title == "LOCAL NEWS"


def test_heading_over_a_line_that_leads_to_a_list():
    parts = (
        f"The {name}\n\nThe council has said the following about it:\n\n- Ice\n- Snow" for name in ("plan", "cost")
    )
    assert [text for _, text in outline("\n\n".join([PARAGRAPHS[0], *parts, PARAGRAPHS[1]]))] == [
        "The plan",
        "The cost",
    ]


def test_number_of_an_article_and_its_name_between_blank_lines_are_headings_of_a_law():
    body = "\n\n".join(f"Article {n}\n\nName {n} of it\n\n{PARAGRAPHS[n]}" for n in (1, 2, 3))
    document = parse(f"REGULATION (EU) 2025/77\n\nHAS ADOPTED THIS REGULATION:\n\n{body}")
    assert document.kind == "law"
    assert [text.text for text in document.headings][:2] == ["Article 1", "Name 1 of it"]


STANDARD = """Network Working Group                                       A. Berg
Internet-Draft                                       Hafen University
Expires: 13 November 2025


                      Ferries over Thin Ice
                    draft-berg-ferries-over-ice-02

Abstract

   Ferries sail over thin ice when the wind has broken it.

Table of Contents

   1. Ice ..........................................................2
      1.1. A Name of a Section that Goes on in the Line
           Below ...................................................3
"""


def test_where_numbers_rule_nothing_else_is_a_heading():
    numbers = ["1", *(f"1.{n}" for n in range(1, 6)), "2", *(f"2.{n}" for n in range(1, 5)), "A.1"]
    parts = [f"{n}.  Part {n.replace('.', ' of ')}\n\nice_depth\n\n{PARAGRAPHS[0]}" for n in numbers]
    document = briefing.parse("\n\n".join([STANDARD, *parts, "Specification", PARAGRAPHS[1]]))
    assert (document.kind, document.title) == ("proposal", "Ferries over Thin Ice")
    headings = [heading.text.split(". Part")[0] for heading in document.headings]
    assert headings == [
        "Abstract",
        "Table of Contents",
        *numbers,
        "Specification",
    ]
    assert not any("..." in sentence.text for sentence in document.sentences)


def test_a_word_in_capitals_begins_no_paragraph():
    texts = [f"The {who} MUST NOT sail over ice that is thinner than a hand." for who in ("ferry", "sled", "boat")]
    document = briefing.parse("\n\n".join([f"1.  Rules\n\n{texts[0]}", *texts[1:]]))
    assert [sentence.text for sentence in document.sentences] == texts


@pytest.mark.parametrize(
    ("text", "title", "headings"),
    [
        (
            "Mending a net\n\n{0}\n\nBefore you start\n\n{1}\n\nThe work\n\n"
            "1. Wash it.\n2. Dry it.\n3. Tie it.\n\n{2}",
            "Mending a net",
            ["Before you start", "The work"],
        ),
        (
            "The old ferry\n\n{0}\n\nTickets\n\nAdults 9.00\nChildren 4.50\nDogs 2.00\n\n"
            "Opening times\n\nMonday closed\nFriday 10:00 - 17:00\nSunday 11:00 - 16:00\n\n{1}",
            "The old ferry",
            ["Tickets", "Opening times"],
        ),
        (
            "The goose of Harn\n\n{0}\n\nThe players\n\nThe Miller - Ann Lee\nHis Wife - Bo Ode\nA Judge - Cy Poe\n\n"
            "The evening\n\n{1}",
            "The goose of Harn",
            ["The players", "The evening"],
        ),
        (
            "1. The server\n\n{0}\n\n2. Before the move\n\n{1}\n\n"
            "3. The move\n\n$ systemctl stop tided\n$ sync all\n\n{2}",
            None,
            ["1. The server", "2. Before the move", "3. The move"],
        ),
        (
            "Moving the office\n\n{0}\n\nWhat to bring\n\n1. A lamp\n2. A chair\n3. A plant\n\n{1}\n\n"
            "On the day\n\n1. Be there\n2. Carry nothing\n\n{2}",
            "Moving the office",
            ["What to bring", "On the day"],
        ),
    ],
)
def test_headings_over_lists_without_bullets(text, title, headings):
    document = parse(text.format(*PARAGRAPHS))
    assert (document.title, [found.text for found in document.headings]) == (title, headings)


def test_number_of_a_paragraph_is_no_heading_with_a_name():
    said = "{} Sun Tzu said: In war, the ferry of Harn is of great use to the town."
    document = parse("\n\n".join(said.format(number) for number in ("1.", "2.", "3.")))
    assert not document.headings


ABSTRACT = (
    "Background Lamps of the quay are said to keep moths from fields. Methods We counted moths under forty lamps. "
    "Results White lamps drew nine of ten moths. They drew them all night long. Conclusions Amber lamps save moths."
)


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_the_labels_of_an_abstract_are_headings(format):
    told = "Moths are fewer than they were, as Lee et al. (2019) found [1]. " * 4
    cited = "[1] Lee, A. (2019). Moths. Journal of Moths, 3, 1-9."
    parts = ["# Lamps", "## Abstract", ABSTRACT, "## Introduction", told, "## References", cited]
    text = "\n\n".join(part.lstrip("# ") if format == "text" else part for part in parts)
    document = briefing.parse(text, format=format)
    labels = ["Background", "Methods", "Results", "Conclusions"]
    assert [heading.text for heading in document.headings][1:5] == labels
    assert [sentence.text.split()[0] for sentence in document.sentences[:3]] == ["Lamps", "We", "White"]
