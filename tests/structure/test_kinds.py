"""What kind a text is, and what of each kind is no message."""

import pytest
from articles import PARAGRAPHS

import briefing
from briefing.structure.kinds import KINDS

MAIL = """From: Anna Berg
To: Tom Lund
Subject: Re: The ferry in winter

Hello Tom,

the ferry stays in port until the ice has gone. Please tell the school today.

Many thanks
Anna

Sent from my phone

Am Montag, 3. März 2021 schrieb Tom Lund:
> When does it sail again? The children ask me every day.
"""
MINUTES = """Minutes of the Harbour Board

Present: Anna Berg, Tom Lund
Apologies: none

1. The ferry
The board agreed to keep the ferry in port until April.

2. The reef
Tom Lund will ask for three offers.

The meeting closed at nine.
"""
TALK = """[00:00:02] Anna: Welcome to the harbour, where the ferry has been frozen in for a week.
[00:00:09] Tom: Hello.
[00:00:11] Tom: The ice is half a metre thick, and it grows by a finger every night.
[00:00:20] Anna: Will it sail in March?
[00:00:24] Tom: Nobody knows, but the school has opened in the sports hall of the next town.
"""
RELEASE = """PRESSEMITTEILUNG

Lindholm baut einen neuen Hafen

Die Stadt Lindholm baut ab Mai einen neuen Hafen für die Fähre. Er kostet elf Millionen Kronen.

Über die Hafen Lindholm AG
Die Hafen Lindholm AG betreibt zwei Häfen. Sie wurde 1950 gegründet.

Pressekontakt:
Anna Berg
presse@lindholm.example
"""
LAW = """HARBOUR ACT

Be it enacted by the council of Lindholm,

SECTION 1. SHORT TITLE.

This Act may be cited as the Harbour Act.

SEC. 2. FERRIES.

(a) Winter.--No ferry shall sail while the ice is thicker than a hand.

Chapter 2
Piers

A pier shall have a ladder.
"""
BOOK = f"""The Project Gutenberg eBook of The Ferry

You may copy it.

*** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***

London: Holm & Sons

Printed in Great Britain

{PARAGRAPHS[0]}

Transcriber's note: a misprint was mended.

*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***

Nobody may sell it.
"""
NOVEL = """The Project Gutenberg eBook of De veerpont

Title: De veerpont

Language: Dutch

*** START OF THE PROJECT GUTENBERG EBOOK DE VEERPONT ***

Produced by volunteers and by the printer of
the town

DE VEERPONT

DOOR ANNA BERG

INHOUD.

I. HET IJS 3.
II. DE BOOT 9.

I.

HET IJS

De veerpont van Lindholm lag een week in het ijs, en niemand wist wanneer hij weer zou varen, want de winter was lang.

VOETNOTEN:

[A] Een oud woord voor pont.

II.

DE BOOT

In maart brak het ijs, en de kinderen van de school stonden met hun meester op de pier om de eerste boot te zien.
"""
EXPECTED = {
    "mail": (
        MAIL,
        "english",
        "The ferry in winter",
        ["the ferry stays in port until the ice has gone.", "Please tell the school today."],
    ),
    "minutes": (
        MINUTES,
        "english",
        "Minutes of the Harbour Board",
        ["The board agreed to keep the ferry in port until April.", "Tom Lund will ask for three offers."],
    ),
    "judgment": (
        "Lee Farms, Inc. v. County of Ash\n\nNo. 2025-0318\n\nFiled June 11, 2026\n\nThe county taxed nine silos as "
        "buildings.\n\nThe judgment of the district court is reversed.",
        "english",
        "Lee Farms, Inc. v. County of Ash",
        [
            "The county taxed nine silos as buildings.",
            "The judgment of the district court is reversed.",
        ],
    ),
    "transcript": (
        TALK,
        "english",
        None,
        [
            "Welcome to the harbour, where the ferry has been frozen in for a week.",
            "The ice is half a metre thick, and it grows by a finger every night.",
            "Will it sail in March?",
            "Nobody knows, but the school has opened in the sports hall of the next town.",
        ],
    ),
    "press release": (
        RELEASE,
        "german",
        "Lindholm baut einen neuen Hafen",
        [
            "Die Stadt Lindholm baut ab Mai einen neuen Hafen für die Fähre.",
            "Er kostet elf Millionen Kronen.",
        ],
    ),
    "law": (
        LAW,
        "english",
        "HARBOUR ACT",
        [
            "This Act may be cited as the Harbour Act.",
            "No ferry shall sail while the ice is thicker than a hand.",
            "A pier shall have a ladder.",
        ],
    ),
    "book": (BOOK, "english", None, briefing.parse(PARAGRAPHS[0]).sentences),
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_message_of_each_kind_is_what_is_left(kind):
    text, language, title, sentences = EXPECTED[kind]
    document = briefing.parse(text, language=language)
    expected = [getattr(sentence, "text", sentence) for sentence in sentences]
    assert (document.kind, document.title) == (kind, title)
    assert [sentence.text for sentence in document.sentences] == expected


SIGNED = {
    "news": "On Tuesday, the ministers of both states met in Lindholm. They signed a pact, the mayor said.",
    "paper": "We weigh ice (Berg, 2001), as Lund et al. did (Lund, 2002), and Kim (Kim, 1999). Table 1 has weights, "
    "Table 2 the days, Figure 1 the place and Figure 2 the rod. See also Roe et al. for more.",
    "proposal": "# Ice\n\n## Status\n\nDraft\n\n## Motivation\n\nIce is weighed (Berg, 2001), as Lund et al. "
    "did (Lund, 2002), and Kim (Kim, 1999).\n\n## Specification\n\nIt is weighed.\n\n## Alternatives\n\n"
    "None, say Roe et al. in their work.\n\n## Abstract\n\nIce.\n\n## Discussion\n\nNone.",
    "encyclopedia": f"History\n\n{PARAGRAPHS[0]}\n\nClimate\n\n{PARAGRAPHS[1]}\n\nEconomy\n\n{PARAGRAPHS[2]}",
    "judgment": f"DOCKET NO. 21-117\n\nORDER\n\nThe appeal is denied.\n\nFINDINGS OF FACT\n\n1. {PARAGRAPHS[0]}",
    "how-to": f"Clear the ice\n\n{PARAGRAPHS[0]}\n\nYou must wear a rope.\n\nCheck the ice.\n\nKeep to the path.\n\n"
    "Do not run.",
    "law": "SECTION 1. ICE.\n\n(a) In General.--The Secretary shall clear it. Chapter 2 is amended by "
    "striking 'ice'.\n\n(b) Reports.--The Secretary shall tell of it. The harbour shall pay.",
}


@pytest.mark.parametrize(("kind", "text"), SIGNED.items(), ids=SIGNED)
def test_kind_is_told_by_many_small_signs(kind, text):
    assert briefing.parse(text).kind == kind


def test_title_language_and_chapters_of_a_book():
    document = briefing.parse(NOVEL, language="auto")
    assert (document.title, document.language) == ("De veerpont", "dutch")
    assert [heading.text for heading in document.headings] == ["I. HET IJS", "VOETNOTEN:", "II. DE BOOT"]
    assert [len(list(section.sentences)) for section in document.sections] == [1, 0, 1]


@pytest.mark.parametrize("word", ["Chapter {}|One|Two", "{} Kapitel|Erstes|Zweites", "CHAPITRE {}|PREMIER|II"])
def test_chapters_are_counted_in_words(word):
    form, *numbers = word.split("|")
    names = [form.format(number) for number in numbers]
    text = "\n\n".join(f"{name}\n\n{words}" for name, words in zip(names, PARAGRAPHS, strict=False))
    language = {"C": "english", "{": "german"}[form[0]] if form[1] != "H" else "french"
    document = briefing.parse(text, language=language)
    assert (document.title, [heading.text for heading in document.headings]) == (None, names)


def test_episode_is_told_by_what_describes_it():
    episode = (
        '---\ndescription: "Ann and Bo speak of the harbour\n  that nobody wanted."\nepisode: 7\n---\n\nHello Ann.\n'
    )
    document = briefing.parse(episode, format="markdown")
    assert (document.kind, document.sentences[0].text) == (
        "transcript",
        "Ann and Bo speak of the harbour that nobody wanted.",
    )


def test_speaker_and_time_are_known():
    said = briefing.parse(TALK).sentences
    assert [(sentence.speaker, sentence.time) for sentence in said[:2]] == [("Anna", "00:00:02"), ("Tom", "00:00:11")]


TURNS = (
    ("Anna Holm", "The ferry has been frozen in for a week, and nobody has told the islands."),
    ("Tom Lund", "The ice is half a metre thick, and it grows by a finger every night."),
    ("Anna Holm", "Then the school has to open in the sports hall of the next town."),
    ("Tom Lund", "It will, from Monday on, and the children can sleep there as well."),
)
MARKS = {
    "a line of its own": "{name}\n{said}",
    "a line with the time": "{name}  0:0{place}\n{said}",
    "letters of questions": "{letter}.  {said}",
    "a name of the stage": "${name}: {said}",
}


@pytest.mark.parametrize("mark", MARKS)
def test_speakers_are_known_however_they_are_marked(mark):
    marked = [
        MARKS[mark].format(
            name=name.upper() if mark == "a line of its own" else name, said=said, place=place, letter=name[0]
        )
        for place, (name, said) in enumerate(TURNS)
    ]
    document = briefing.parse("\n\n".join(marked).replace("T.  ", "Q.  "))
    assert document.headings == ()
    assert [sentence.text for sentence in document.sentences] == [said for _, said in TURNS]
    assert [bool(sentence.speaker) for sentence in document.sentences] == [True] * len(TURNS)


def test_speakers_in_bold_are_known_and_one_time_of_many_is_none():
    text = "\n\n".join(f"**{name}:** {said}" for name, said in TURNS).replace("**Tom", "**[12:03] Tom", 1)
    said = briefing.parse(text, format="markdown").sentences
    assert [(sentence.speaker, sentence.time) for sentence in said] == [(name, None) for name, _ in TURNS]


def test_turns_of_a_hearing_have_many_paragraphs():
    said = "\n\n".join(["MS. HOLM:  {0}\n\n{1}\n\n{2}", "MR. LUND:  {2}\n\n{0}\n\n{1}"] * 6)
    front = "\n\n".join(f"Member {name}" for name in "ABCDEFGHIJ")
    document = briefing.parse(f"HEARING ON THE FERRY\n\n{front}\n\n{said.format(*PARAGRAPHS)}")
    assert document.kind == "transcript"
    assert {sentence.speaker for sentence in document.sentences} == {"MS. HOLM", "MR. LUND"}
    assert {item.kind for item in document.boilerplate} == {"speaker", "attendance"}


def test_who_was_there_ends_where_the_first_topic_begins():
    said = "\n\n".join(f"{name.upper()}: {said}" for name, said in TURNS)
    names = "\n".join(f"* Member {name}" for name in "ABCDEFGHIJ")
    text = f"# Sync\n\n## Attendees\n\n{names}\n\n## Notes\n\n### The ferry\n\nslides\n\n{said}"
    document = briefing.parse(text, format="markdown")
    assert [heading.text for heading in document.headings][-2:] == ["Notes", "The ferry"]
    assert "attendance" in {item.kind for item in document.boilerplate}


HEADED = {
    "forwarded": "---------- Forwarded message ---------\nFrom: Anna Berg\nDate: Tue, 6 May\nSubject: Ice\nTo: all",
    "forwarded by Apple": "Begin forwarded message:\n\nFrom: Anna Berg\nSubject: Ice\nReply-To: Anna Berg",
    "memorandum": "MEMORANDUM\n\nTO: All captains\nFROM: Anna Berg\nSUBJECT: Ice",
}


@pytest.mark.parametrize("head", HEADED.values(), ids=HEADED)
def test_line_above_the_head_of_a_mail_belongs_to_it(head):
    document = briefing.parse(
        f"{head}\n\nHi all,\n\n{PARAGRAPHS[0]}\n\nThanks\nAnna\n\n--\nAnna Berg | Harbour | 555-0142"
    )
    assert (document.kind, document.title, document.headings) == ("mail", "Ice", ())
    assert [sentence.text for sentence in document.sentences] == [
        sentence.text for sentence in briefing.parse(PARAGRAPHS[0]).sentences
    ]


def test_older_mail_is_quoted_though_its_lines_look_like_verse():
    text = f"From: Anna\nSubject: Ice\n\n{PARAGRAPHS[0]}\n\nAnna\n\n> Dear Anna,\n> Is there ice, and where?\n> Tom\n"
    assert [item.kind for item in briefing.parse(text).boilerplate][-2:] == ["sign-off", "quoted mail"]


def test_who_was_there_is_no_point_of_minutes():
    there = (
        "Present\nAnna Berg, Tom Lund\n\n1. Apologies\nAda Roe had sent hers, since she was at sea.\n\n2. The ferry\n"
    )
    document = briefing.parse(
        f"Minutes of the Harbour Board\n\n{there}The board agreed to sell it.\n\n3. Ice\nNone.\n"
    )
    assert [item.kind for item in document.boilerplate] == ["attendance"] * 3
    listed = briefing.parse("Minutes of the Board\n\nPresent\nAnna Berg\nTom Lund\n\nFerry\n\nWe agreed to sell.\n")
    assert [sentence.text for sentence in listed.sentences] == ["Ferry", "We agreed to sell."]
    marked = briefing.parse("# Sync\n\nPresent:\n\n- Anna\n- Tom\n\n## Ferry\n\nWe sell it.\n", format="markdown")
    assert [sentence.text for sentence in marked.sentences] == ["We sell it."]


@pytest.mark.parametrize(
    "head",
    [
        "Internet Engineering Task Force (IETF)            A. Berg\n"
        "Request for Comments: 9899                Harbour Systems\n"
        "ISSN: 2070-1721                                  May 2025\n\n\n            Counting Ferries",
        "Network Working Group                             A. Berg\n"
        "Internet-Draft                            Harbour Systems\n\n\n"
        "            Counting Ferries\n     draft-berg-counting-ferries-02",
        "PEP: 9345\nTitle: Counting Ferries\nVersion: 2\nStatus: Draft",
    ],
    ids=["RFC", "draft", "PEP"],
)
def test_title_of_a_proposal_stands_under_its_head(head):
    body = f"Abstract\n\n{PARAGRAPHS[0]}\n\nSecurity Considerations\n\n{PARAGRAPHS[1]}"
    assert briefing.parse(f"{head}\n\n{body}").title == "Counting Ferries"


def test_paper_is_told_by_its_sections_whatever_was_said_in_it():
    parts = ("Abstract", "1 Introduction", "2 Method", "3 Results")
    text = "\n\n".join(f"{part}\n\nThe guards said that ice is cold, and observed it." for part in parts)
    assert briefing.parse(f"Ice\n\n{text}").kind == "paper"


def test_times_of_a_zone_are_said_by_nobody():
    events = "\n".join(f"- 20:{minute} UTC: The pumps of the harbour stop again" for minute in range(10, 22))
    text = f"# The flood\n\nThe pumps failed.\n\n## Timeline\n\n{events}\n\n## Causes\n\nThe fuse was old."
    document = briefing.parse(text, format="markdown")
    assert (document.kind, {sentence.speaker for sentence in document.sentences}) == ("other", {None})


def test_kind_is_one_of_those_named():
    assert briefing.parse("\n\n".join(PARAGRAPHS)).kind in KINDS


def test_talk_without_marks_is_doubted():
    assert any("sentences" in doubt for doubt in briefing.parse("and then we went home " * 100).doubts)


RUN_IN = {
    "2.1 The Ice We measured it every day with a rod of steel.": "2.1 The Ice",
    "2.2 Snow It fell on the ice for a week and would not melt.": "2.2 Snow",
    "2.3 Crossing of Ferries Ferries were counted by two of us.": "2.3 Crossing of Ferries",
    "2.4 Main Results Sleds were lighter than any ferry.": "2.4 Main Results",
}


def test_numbered_heading_that_runs_into_its_paragraph_is_parted():
    document = briefing.parse("\n\n".join(RUN_IN))
    assert [heading.text for heading in document.headings] == list(RUN_IN.values())
    assert [sentence.text for sentence in document.sentences] == [
        text.removeprefix(heading).strip() for text, heading in RUN_IN.items()
    ]


INNER = (
    "In this paper, we measure ice (Berg, 2001). It lasts for weeks. 2.1 The Rod We took one of steel, as did others "
    "(Lund, 1999). It does not bend. 2.2 Snow It fell on the ice and would not melt, as we show in 1.5 Degrees. "
    "It was cold (Berg, 2002; Lund et al., 2003). Error Analysis The rod is too short (Kim, 1999). Further Work We "
    "will take a longer one, as Berg et al. did."
)


def test_headings_inside_paragraphs_are_parted():
    document = briefing.parse(f"Abstract\n\n{PARAGRAPHS[0]}\n\nIntroduction\n\n{INNER}")
    headings = [heading.text for heading in document.headings]
    assert headings == ["Abstract", "Introduction", "2.1 The Rod", "2.2 Snow", "Error Analysis", "Further Work"]


def test_headline_byline_and_date_on_lines_that_touch_are_apart():
    head = "Council of Lindholm votes for a second ferry after eleven icy winters\nBy Anna Berg, Harbour Gazette"
    document = briefing.parse(f"{head}\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert document.title == head.split("\n")[0]
    assert [item.kind for item in document.boilerplate] == ["byline"]
    touching = briefing.parse(f"{head}\nHarbour Writer\nLINDHOLM, May 6\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert [item.kind for item in touching.boilerplate] == ["byline", "byline", "date"]


@pytest.mark.parametrize(
    "lines",
    [
        "Anna Berg | Harbour Writer\nPosted: May 6, 2026 - 6:14 AM",
        "ANNA BERG | Lindholm\nTuesday, May 6, 2026 | 9:12 a.m.",
        "Anna Berg\n@annaberg\n6 May 2026 09.12 GMT",
    ],
)
def test_who_wrote_it_and_when_stand_apart_in_copied_news(lines):
    document = briefing.parse(f"Council votes for a second ferry\n\n{lines}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")
    assert document.title == "Council votes for a second ferry"
    assert [item.text for item in document.boilerplate] == lines.splitlines()


@pytest.mark.parametrize("head", ["ANNA BERG [0:{}5]: ", "Anna Berg  00:0{}\n", "Anna Berg (00:0{}):\n"])
def test_speaker_and_time_may_stand_before_the_words_or_above_them(head):
    said = [f"The ferry has lain in the ice for {days} days, and nobody knows when it will sail." for days in "2345"]
    document = briefing.parse("\n\n".join(head.format(n) + words for n, words in enumerate(said)))
    assert [sentence.text for sentence in document.sentences] == said
    assert {(sentence.speaker or "").title() for sentence in document.sentences} == {"Anna Berg"}
    assert all(sentence.time for sentence in document.sentences)
    assert not document.headings


def test_notes_are_minutes_by_their_title_and_parts():
    text = "# Weekly meeting, 2 March 2026\n\nJon said that the gate sticks.\n\nDECISION: It is replaced in May.\n"
    assert briefing.parse(text, format="markdown").kind == "minutes"


LINES = (
    "The pier is shut until the new piles have come from the mill.",
    "Who pays for the piles, and when do they come?",
)
CHATS = {
    "messages with their days": (
        [f"04/03/2026, 18:0{n} - {who}: {LINES[n % 2]}" for n, who in enumerate(("Ann", "Ben", "Ann", "Ben"))],
        ["Ann", "Ben", "Ann", "Ben"],
    ),
    "names over what they say": (
        ["Ann Berg  9:02 AM", LINES[0], "", "Ben Lund  9:04 AM", LINES[1], "", "Ann Berg  9:05 AM", LINES[0]],
        ["Ann Berg", "Ben Lund", "Ann Berg"],
    ),
    "whoever calls on others": (
        [
            f"Chair Holm: {LINES[1]}",
            "",
            f"Moser (SP): {LINES[0]}",
            "",
            f"Chair Holm: {LINES[1]}",
            "",
            f"Minister Lie: {LINES[0]}",
        ],
        ["Chair Holm", "Moser (SP)", "Chair Holm", "Minister Lie"],
    ),
}


@pytest.mark.parametrize(("lines", "speakers"), CHATS.values(), ids=CHATS)
def test_speakers_of_chats_and_records(lines, speakers):
    document = briefing.parse("\n".join(lines))
    assert [sentence.speaker for sentence in document.sentences] == speakers
    assert {sentence.text for sentence in document.sentences} == set(LINES)


def test_sounds_between_sentences_stand_aside():
    text = f"{LINES[0]} (Applause.) We pay (half of) the piles. [Music]\n\n(Laughter)\n\n{LINES[1]}"
    document = briefing.parse(text)
    assert [item.text for item in document.boilerplate] == ["(Applause.)", "[Music]", "(Laughter)"]
    assert [sentence.text for sentence in document.sentences] == [LINES[0], "We pay (half of) the piles.", LINES[1]]


MINUTES = (
    "# Harbour board meeting, March 4, 2026\n\n## Participants\n\n- Ann Berg\n- Ben Lund\n\n## Agenda\n\n1. Piles\n\n"
)


@pytest.mark.parametrize("initials", [("AB", "BL"), ("", "")], ids=["who said it", "nobody named"])
def test_minutes_without_agenda_and_attendance(initials):
    notes = "\n\n".join(
        f"{who}: {line}".removeprefix(": ") for who, line in zip(initials * 6, LINES[:1] * 12, strict=True)
    )
    document = briefing.parse(f"{MINUTES}## Notes\n\n{notes}\n\nACTION: Ben orders the piles.\n", format="markdown")
    said = [sentence.text for sentence in document.sentences]
    assert document.kind == "minutes"
    assert said == [*(LINES[:1] * 12), "ACTION: Ben orders the piles."]
    assert [heading.text for heading in document.headings] == ["Participants", "Agenda", "Notes"]


def test_what_was_said_under_the_agenda_stays():
    said = (
        "Ann: The piles under the new house have to be of oak, and so we need another ten of them before the frost."
    )
    items = "".join(
        f"{n}. Quay {n}\n\n{said} And it will cost as much again as the piles of last year did.\n\n" for n in "234"
    )
    notes = f"{MINUTES}{items}## Close\n\n{LINES[0]}\n\n## Next meeting\n\n{LINES[1]}\n\n{LINES[0]}\n"
    assert not [item for item in briefing.parse(notes, format="markdown").boilerplate if item.kind == "agenda"]


def test_plain_minutes_keep_their_title_and_what_stands_before_the_first_turn():
    said = "\n\n".join(f"{who}: {LINES[0]}" for who in ("Ann", "Ben", "Ann", "Ben", "Ann", "Ben"))
    head = "Joint Nordvik Harbour Board Meeting 2026-03-04\n\nPresent\n\n- Ann Berg\n- Ben Lund\n\n"
    topics = "Announcements\n\n- The crane is closed until May, please tell your crews\n\nQuay 3\n\n"
    document = briefing.parse(f"{head}{topics}{said}\n")
    assert (document.kind, document.title) == ("minutes", "Joint Nordvik Harbour Board Meeting 2026-03-04")
    assert "The crane is closed until May, please tell your crews" in [
        sentence.text for sentence in document.sentences
    ]


def test_two_may_say_the_same_and_action_items_are_nobody():
    said = "\n\n".join(f"- {who}: {LINES[0]}" for who in ("AB", "BL/AB", "AB", "AI", "BL", "AI", "AB", "BL"))
    document = briefing.parse(f"{MINUTES}## Notes\n\n{said}\n", format="markdown")
    assert [sentence.speaker for sentence in document.sentences][:3] == ["AB", "BL/AB", "AB"]
    assert "AI" not in {sentence.speaker for sentence in document.sentences}


RECORD = "\n\n".join(
    f"# March {day}\n\n- The board discussed the piles of quay {day}, and decided to pay." for day in (3, 4, 5, 6)
)


def test_minutes_by_dated_headings_and_decisions():
    assert briefing.parse(RECORD, format="markdown").kind == "minutes"


def test_decisions_on_record_are_proposals():
    text = f"# Piles of oak\n\n## Context\n\n{LINES[0]}\n\n## Decision\n\n{LINES[0]}\n\n## Consequences\n\n{LINES[1]}"
    assert briefing.parse(text, format="markdown").kind == "proposal"


def test_chat_knows_who_says_what_and_what_its_program_says():
    lines = [
        "14:30 * bo has joined",
        "14:31 <ann> the pump of the north gate is broken since friday",
        "2026-03-03T14:32:10 <@bo> I can bring the spare pump tomorrow at nine",
        "14:33 <ann> somebody must open the gate for the pump",
        "14:34 * bo has quit",
    ]
    document = briefing.parse("\n".join(lines))
    told = [(sentence.speaker, sentence.time, sentence.text.split()[0]) for sentence in document.sentences]
    assert told == [("ann", "14:31", "the"), ("bo", "14:32:10", "I"), ("ann", "14:33", "somebody")]
