"""Laws, judgments, minutes and letters: what is no part of what they say, and what they say in the end."""

import pytest

import briefing
from briefing.scoring import page_of, quotable

BILL = """[Congressional Bills 119th Congress]

                                 An Act

    To light the harbors of the islands and to keep the lamps that burn at
   the mouths of the inland harbors through the winter in oil, and for
                             other purposes.

    Be it enacted by the Senate and House of Representatives of the
United States of America in Congress assembled,

                             TITLE I--LIGHT

SEC. 2. LAMPS AT THE MOUTHS OF ALL HARBORS AND ON ALL THE ISLANDS OF
THE UNITED STATES.

    (a) Duty.--The Secretary shall keep a lamp at each harbor. The lamp shall burn all night.

                               Speaker of the House of Representatives.
"""
JUDGMENT = """Holm v Ports of Corran

1. This is an appeal by the owner of a boat. She says that the quay was rotten. [*2] The judge held
that it was sound.

2. The quay was rotten, as the diver told the court.

3. The appeal is allowed, and it must pay 900 crowns.
"""
MINUTES = """Minutes of the Harbour Board

Present: I. Holm, J. Berg

The agenda was approved as it stood.

1. Coffee
The board agreed to buy a coffee machine.

2. Quay 3
The board decided to close the quay from May until it is rebuilt, which will cost nine million crowns.
"""
LETTER = """3 March 2026

Ms. Ida Holm
Harbour Office

Re: Lease of the net loft
and of the yard

Dear Ms. Holm,

My client accepts the rent of 900 crowns from May. He asks that the roof be mended before.

Sincerely,
Per Lie
"""
SHOUTED = LETTER.replace("Re: Lease of the net loft\nand of the yard\n\n", "").replace(
    "My client", "LEASE OF THE NET LOFT\n\nMy client"
)
INLINE = "Jon wrote on Monday:\n\n> When is the boat out?\n\nBy the tenth of March.\n\nIda\n\n-- \nIda Holm\nQuay 3\n"


@pytest.mark.parametrize(
    ("text", "title", "headings", "first", "last"),
    [
        (
            BILL,
            None,
            [
                "TITLE I--LIGHT",
                "SEC. 2. LAMPS AT THE MOUTHS OF ALL HARBORS AND ON ALL THE ISLANDS OF THE UNITED STATES.",
            ],
            "other purposes.",
            "The lamp shall burn all night.",
        ),
        (
            JUDGMENT,
            "Holm v Ports of Corran",
            [],
            "owner of a boat.",
            "The appeal is allowed, and it must pay 900 crowns.",
        ),
        (LETTER, "Lease of the net loft and of the yard", [], "from May.", "He asks that the roof be mended before."),
        (SHOUTED, "LEASE OF THE NET LOFT", [], "from May.", "He asks that the roof be mended before."),
        (INLINE, None, [], "By the tenth of March.", "By the tenth of March."),
    ],
    ids=["bill", "judgment", "letter", "letter with a line in capitals", "answers between quotations"],
)
def test_what_frames_them_is_no_part_of_them(text, title, headings, first, last):
    document = briefing.parse(text)
    assert (document.title, [heading.text for heading in document.headings]) == (title, headings)
    assert document.sentences[0].text.endswith(first)
    assert document.sentences[-1].text == last
    assert not any("[*2]" in sentence.text for sentence in document.sentences)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (JUDGMENT, "The appeal is allowed"),
        (MINUTES, "The board decided to close"),
        (BILL, "The Secretary shall keep"),
    ],
    ids=["judgment", "minutes", "bill"],
)
def test_bottom_line_is_what_was_decided(text, outcome):
    assert briefing.summarize(text).bottom_line.text.startswith(outcome)


def test_nobody_else_says_what_a_speaker_of_minutes_did_not():
    lines = ["* DM: we need a pool of people who help.", "* JS: we could ask for one.", "* DM: we have the money."]
    lines += [
        "* JS: then we ask in May.",
        "* XY/ZZ: the board may pay for half of it.",
        "* AI: JS to write to the board.",
    ]
    document = briefing.parse("# Minutes of the meeting\n\n" + "\n".join(lines), format="markdown")
    assert [sentence.speaker for sentence in document.sentences[-2:]] == ["XY/ZZ", None]


HEADS = {
    "lines of parties": (
        "United States Court of Appeals\n\nFor the First Circuit\n\nNo. 20-7\n\nANN LEE, Plaintiff, Appellant, v.\n\n"
        "ODE HARBOURS INC., in its own name, Defendant, Appellee.",
        "ANN LEE v. ODE HARBOURS INC.",
    ),
    "a matter": (
        "IN THE UNITED STATES DISTRICT COURT\n\nFOR THE DISTRICT OF CORRAN\n\nIN RE: Ode Harbours",
        "IN RE: Ode Harbours",
    ),
}


@pytest.mark.parametrize(("head", "name"), HEADS.values(), ids=HEADS)
def test_a_judgment_is_called_by_who_is_in_it_not_by_its_court(head, name):
    text = f"{head}\n\nORDER\n\nThe quay was rotten, as the diver told the court.\n\nThe appeal is dismissed."
    made = briefing.summarize(briefing.parse(text))
    assert made.subject == name


STAMPS = (
    "Case 1:20-cv-0123 Document 12 Filed 03/03/26 Page 1 of 9",
    "Filed United States Court of Appeals",
    "I. HOLM, Clerk",
)


@pytest.mark.parametrize("stamp", STAMPS)
def test_what_a_court_stamps_on_a_page_is_no_part_of_a_judgment(stamp):
    document = briefing.parse(f"{JUDGMENT}\n{stamp}\n")
    assert document.sentences == briefing.parse(JUDGMENT).sentences
    assert document.boilerplate[-1].kind == "court"


ACT = """# Harbours Act 2026

##### 1. Definitions

**1.**—(1) In this Act, “pier” means a pier of wood.

##### 2. Amendment of section 4

**2.**The Act of 1950 is amended by the substitution of “3 May” for “2 May”.

##### 3. Ladders

**3.** (1) A pier shall have a ladder for each ten boats that lie at it.

“(2) A ladder shall be of iron.”.

##### 4. Short title

**4.** (1) This Act may be cited as the Harbours Act 2026.
"""


def test_what_a_section_is_cited_by_is_no_part_of_it():
    document = briefing.parse(ACT, format="markdown")
    assert (document.kind, [sentence.text for sentence in document.sentences]) == (
        "law",
        [
            "In this Act, “pier” means a pier of wood.",
            "The Act of 1950 is amended by the substitution of “3 May” for “2 May”.",
            "A pier shall have a ladder for each ten boats that lie at it.",
            "“(2) A ladder shall be of iron.”.",
            "This Act may be cited as the Harbours Act 2026.",
        ],
    )


LAW = """REGULATION ON LAMPS

THE COUNCIL HAS ADOPTED THIS REGULATION:

Article 1

Every quay shall have a lamp.

Article 2

It shall burn from dusk until dawn.

Article 3

This Regulation shall enter into force on 1 May.

Done at Corran, 3 March 2026.

For the Parliament

The President

I. HOLM

For the Council

The President

J. BERG
"""


def test_all_who_sign_a_law_are_left_out():
    document = briefing.parse(LAW)
    assert document.kind == "law"
    assert document.sentences[-1].text == "This Regulation shall enter into force on 1 May."
    assert [heading.text for heading in document.headings] == ["Article 1", "Article 2", "Article 3"]


def test_who_closes_a_meeting_is_no_part_of_it():
    text = "Protokoll der Sitzung des Hafenrats\n\nAnwesend: Frau Holm, Herr Berg\n\n"
    text += "1. Kai 3\nDer Rat beschloss, den Kai zu sperren.\n\n"
    text += "2. Verschiedenes\nEs gab keine Fragen.\n\nFrau Holm schließt die Sitzung um 21.15 Uhr.\n"
    document = briefing.parse(text, language="german")
    assert (document.kind, document.sentences[-1].text) == ("minutes", "Es gab keine Fragen.")


def test_a_law_may_say_what_it_rules_in_the_type_of_headings():
    rule = "Art. 1 — There is hereby created at the mouth of each harbor of the islands a lamp that burns all night."
    law = briefing.parse(f"# Lamps\n\n##### {rule}\n\n##### Of the keeper.\n\nHe keeps it.", format="markdown")
    assert [heading.text for heading in law.headings] == ["Of the keeper."]
    assert law.sentences[0].text.endswith("burns all night.")


def test_a_heading_that_stands_twice_says_nothing():
    minutes = "# Minutes\n\n## Report of the year by the chair\n\nReport of the year by the chair.\n\nIt was adopted."
    assert quotable.reasons(page_of(briefing.parse(minutes, format="markdown")))[0] == "remnant"


def test_what_frames_a_judgment_in_german_is_no_part_of_it():
    judgment = briefing.parse(
        "BUNDESGERICHTSHOF\n\nIM NAMEN DES VOLKES\n\nURTEIL\n\nVerkündet am: 12. Juni 2024\n\nfür Recht erkannt:\n\n"
        "Die Revision der Hafengesellschaft gegen das Urteil vom 3. Mai 2023 wird zurückgewiesen.\n\nTatbestand:\n\n"
        "1\nDie Hafengesellschaft verlangt von der Klägerin seit 2021 mehr Miete für einen Liegeplatz in Harn.\n\n"
        "2\nDas Landgericht hat die Berufung zurückgewiesen.\n\nEntscheidungsgründe:\n\n"
        "3\nDie Revision hat keinen Erfolg, denn die Miete war vereinbart.\n\nVon Rechts wegen\n",
        language="german",
    )
    assert judgment.kind == "judgment"
    assert judgment.sentences[0].text.startswith("Die Revision der Hafengesellschaft")
    assert {aside.kind for aside in judgment.boilerplate} == {"court", "paragraph number"}
