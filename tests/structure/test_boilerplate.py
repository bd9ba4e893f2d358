"""What is no part of the article, and what only looks like it."""

import pytest
from articles import HEADINGS, PARAGRAPHS, article, lay_out

import briefing
from briefing.structure import phrases


def parse(text, language="english"):
    return briefing.parse(text, name="text", language=language)


ANYWHERE = {
    "byline": [
        "By Anna Berg",
        "by Anna Berg and Tom Lund",
        "Written by: Anna van den Berg",
        "By ANNA BERG, Harbour Editor",
        "Words and pictures by Anna Berg",
    ],
    "advertisement": ["Advertisement", "ADVERTISEMENT", "Sponsored content", "End of promotion"],
    "share": [
        "Share this article",
        "Share on Facebook",
        "Share:",
        "Follow us on Twitter",
        "Follow Harbour News on Facebook and X.",
        "Like us on Facebook",
        "Tweet",
    ],
    "read more": [
        "Skip to content",
        "View gallery",
        "Latest posts",
        "Read more: Ice closes the northern ports",
        "READ MORE | Ice closes the northern ports",
        "Related stories",
        "See also: The price of stone",
        "To read original news visit the harbour’s website.",
        "Read the full report on the harbour’s website.",
        "You may also like",
        "Click here to see the drawings.",
        "Back to top",
    ],
    "origin": [
        "This article was originally published in the Harbour Gazette.",
        "Originally published by the Harbour Gazette on 3 March.",
        "Source: Harbour Gazette",
        "Reprinted with permission from the Harbour Gazette.",
    ],
    "subscribe": [
        "Sign up for our newsletter",
        "Subscribe to the Harbour Gazette for two crowns a week.",
        "Subscribe now",
        "Get the best of Lindholm in your inbox every morning.",
        "Join our mailing list",
        "Enter your email address",
    ],
    "copyright": [
        "© 2021 Harbour Gazette",
        "Copyright 2021 Harbour Gazette. All rights reserved.",
        "(c) 2021 Anna Berg",
        "CC BY-SA 4.0",
    ],
    "credit": [
        "Photo: Anna Berg",
        "(Photo by Anna Berg)",
        "Image credit: Harbour Archive",
        "Image copyright Ida Holm",
        "Picture: Tom Lund/Getty Images",
        "(Reporting by Anna Berg; Editing by Tom Lund)",
        "Transcribed by a machine",
        "Anna Berg (@annaberg) March 3, 2021",
        "A ferry lies in the ice at Lindholm, Friday, Jan. 9, 2021. (AP Photo/Anna Berg)",
    ],
    "caption": [
        "Your browser does not support the video tag.",
        "Caption: The ferry in the ice",
        "Figure 2: Ferry crossings in a year",
        "Table 1. Costs of the breakwater",
    ],
    "comments": ["12 comments", "Leave a comment", "Comments are closed.", "Join the conversation"],
    "tags": ["Tags: harbour, ferry, ice", "Filed under: Harbour", "#harbour #ferry #ice"],
    "address": ["12 Quay Street, Lindholm", "Lindholm, NY 10401"],
    "page number": ["Page 3 of 10", "- 3 -", "5 min read"],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in ANYWHERE.items() for line in lines])
@pytest.mark.parametrize("place", [0, 3, 20], ids=["first", "middle", "last"])
def test_boilerplate(kind, line, place):
    blocks = list(PARAGRAPHS) * 3
    blocks.insert(place, line)
    document = parse(lay_out(blocks, "tight"))
    assert [(item.kind, item.text) for item in document.boilerplate] == [(kind, line)]
    assert line not in [sentence.text for sentence in document.sentences]
    assert not document.headings
    assert document.title is None


AT_THE_END = {
    "date": [
        "March 3, 2021",
        "Tuesday, 3 March 2021",
        "2021-03-03",
        "03.03.2021, 10:30",
        "Published on March 3, 2021",
        "3 March",
        "March 3, 2021 07:00 ET | Source: Lund Corp.",
    ],
    "dateline": ["LINDHOLM, 3 March (Reuters) —"],
    "release": ["FOR IMMEDIATE RELEASE", "Press release", "SOURCE Lund Ferries Inc.", "Contact: Anna Berg, 555-0100"],
    "genre": ["An essay", "A short story", "Opinion", "Editorial"],
    "salutation": ["Dear Councillor Berg,", "To whom it may concern:"],
    "sign-off": ["Best regards,", "Yours sincerely,", "ENDS"],
    "contact": [
        "For more information about ferries, visit:",
        "For more information, contact the harbour office.",
        "Media contact: Anna Berg",
        "Contacts",
    ],
}


def test_who_wrote_stands_above_when_it_was_published():
    head = (
        "Rain Fills the Cellar of the Archive\nAnna Berg, culture reporter\nFirst published: 3 March 2021, 09:12\n\n"
    )
    assert [item.kind for item in parse(head + "\n\n".join(PARAGRAPHS)).boilerplate] == ["byline", "date"]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in AT_THE_END.items() for line in lines])
def test_boilerplate_at_the_end_only(kind, line):
    assert [item.kind for item in parse(article(after=[line])).boilerplate] == [kind]
    blocks = list(PARAGRAPHS) * 3
    blocks.insert(9, line)
    assert not parse(lay_out(blocks, "blank")).boilerplate


def test_names_after_a_sign_off_go_with_it():
    document = parse(article(after=["Yours sincerely,", "Anna Berg", "Harbour Master"]))
    assert [item.text for item in document.boilerplate] == ["Yours sincerely,", "Anna Berg", "Harbour Master"]


def test_note_on_the_author_is_told_by_the_byline():
    note = "Anna Berg is the harbour editor of the Gazette. She has sailed since she was four."
    lines = [
        item.text for item in parse(article(before=["The Last Ferry", "By Anna Berg"], after=[note])).boilerplate
    ]
    assert lines == ["By Anna Berg", note]
    assert not parse(article(after=[note])).boilerplate


def test_greeting_from_somebody_is_a_heading():
    document = briefing.parse(article([HEADINGS[0], "Hello From Anna"], layout="blank"))
    assert [heading.text for heading in document.headings] == [HEADINGS[0], "Hello From Anna"]


def test_time_and_name_are_no_title():
    document = briefing.parse(lay_out(["5:45 AM PST 11/19/2019 by Anna Berg", *PARAGRAPHS[:3]], "blank"))
    assert document.title is None
    assert [item.kind for item in document.boilerplate] == ["byline"]


def test_letter_has_no_title():
    document = parse(lay_out(["12 Quay Street", "Lindholm", "3 March", "Dear Council,", *PARAGRAPHS], "tight"))
    assert document.title is None
    assert not document.headings


KEPT = [
    "12 streets were closed that day.",
    "Dear to all of Lindholm is the ferry.",
    "Subscribers read more books than other people do.",
    "Read more books and you will sleep better, the doctor said.",
    "Share prices fell when the ferry stopped.",
    "Tweets about the ice were everywhere that morning.",
    "Photo albums from that winter show the ferry in the ice.",
    "Images of the frozen ferry went around the world.",
    "By Tuesday the ferry was running again.",
    "By Christmas",
    "Copyright law does not protect the drawings.",
    "Related work began in Varnes a year ago.",
    "Topics of the council were few.",
    "Tags hung from every pile that had been tested.",
    "Sources in the council deny this.",
    "Signing up for the ferry takes a minute.",
    "Figure skating on the harbour ice was a custom once.",
    "Table manners were never his strength.",
    "Follow the coast until you see the reef.",
    "Comments from the council were few.",
    "Advertisements for the ferry hang in every school.",
    "Originally, the reef was an island.",
    "Published figures say otherwise.",
    "The newsletter of the harbour has told its readers to sign up for the vote.",
]


@pytest.mark.parametrize("line", KEPT)
def test_sentence_that_only_looks_like_boilerplate(line):
    blocks = [*PARAGRAPHS[:3], line, *PARAGRAPHS[3:]]
    document = parse(lay_out(blocks, "tight"))
    assert not document.boilerplate
    assert line in [sentence.text for sentence in document.sentences]


OTHER_LANGUAGES = {
    "german": {
        "byline": "Von Anna Berg",
        "date": "3. März 2021",
        "read more": "Lesen Sie auch: Eis sperrt die Häfen",
        "credit": "Foto: Anna Berg",
        "copyright": "Alle Rechte vorbehalten",
        "advertisement": "Anzeige",
    },
    "french": {
        "byline": "Par Anne Berger",
        "date": "Publié le 3 mars 2021",
        "read more": "À lire aussi : La glace ferme les ports",
        "credit": "Crédit photo : Anne Berger",
        "copyright": "Tous droits réservés",
        "share": "Partager cet article",
    },
    "spanish": {
        "byline": "Por Ana García",
        "date": "3 de marzo de 2021",
        "read more": "Lea también: El hielo cierra los puertos",
        "subscribe": "Suscríbete a nuestro boletín",
        "copyright": "Todos los derechos reservados",
        "advertisement": "Publicidad",
    },
}


@pytest.mark.parametrize(
    ("language", "kind", "line"),
    [(language, *pair) for language, lines in OTHER_LANGUAGES.items() for pair in lines.items()],
)
def test_other_languages(language, kind, line):
    document = parse(lay_out([PARAGRAPHS[0], line], "blank"), language)
    assert [item.kind for item in document.boilerplate] == [kind]


REFERENCES = [
    "Berg, A. (2019). Ice and Harbours of the North. Lindholm: Reef Press.",
    "Lund, T. 2020. The price of stone. Journal of Ports 12, pp. 3-14.",
    "https://www.lindholm-harbour.example/drawings",
]


@pytest.mark.parametrize("heading", ["References", "REFERENCES", "4. Bibliography", "Works Cited"])
def test_references_are_kept_out(heading):
    lines = [f"{n}. {line}" for n, line in enumerate(HEADINGS, 1)] if heading[0] == "4" else HEADINGS
    document = parse(
        article([line.upper() for line in lines] if heading.isupper() else lines, after=[heading, *REFERENCES])
    )
    assert document.headings[-1].text == heading
    assert [item.kind for item in document.boilerplate] == ["reference"] * 3
    assert not document.sections[-1].paragraphs


def test_references_that_are_prose_stay():
    document = parse(article([*HEADINGS, "References"], lead=0))
    assert not document.boilerplate


@pytest.mark.parametrize("bullet", ["- ", "", "1. "])
def test_contents_are_kept_out(bullet):
    entries = [f"{bullet}{heading}" for heading in HEADINGS]
    document = parse(article(before=["Contents", *entries], lead=0))
    assert [item.kind for item in document.boilerplate] == ["contents"] * 3
    assert [heading.text for heading in document.headings] == ["Contents", *HEADINGS]


def test_dotted_contents_are_kept_out():
    entries = [f"{heading} .......... {page}" for page, heading in enumerate(HEADINGS, 3)]
    document = parse(article(before=entries))
    assert [item.kind for item in document.boilerplate] == ["contents"] * 3


@pytest.mark.parametrize("line", ["Read more about the ferry.", "© 2021 Harbour Gazette"])
def test_a_text_is_never_all_boilerplate(line):
    assert [sentence.text for sentence in parse(line).sentences] == [line]


def test_a_language_without_a_table_has_the_english_one():
    assert phrases.boilerplate("estonian").names == phrases.boilerplate("english").names
    assert phrases.words("estonian", "headings", "section") == phrases.words("english", "headings", "section")


def test_what_stands_around_the_address_of_a_letter_goes_with_it():
    head = ["12 Quay Street", "Lindholm", "3 March"]
    document = parse(lay_out([*head, "Dear Council,", *PARAGRAPHS], "blank"))
    assert [item.text for item in document.boilerplate] == [*head, "Dear Council,"]


HEADS = {
    "labels": (["The Last Ferry", "Author: Anna Berg", "Status: Draft", "Reviewers: two"], 3),
    "one known label": (["The Last Ferry", "Status: Draft"], 1),
    "no known label": (["The Last Ferry", "Lindholm: a harbour without ferries"], 0),
    "no title above": (["Status: Draft"], 1),
    "title with a label of its own": (["Proposal 7: Ferries in Winter", "Status: Draft"], 1),
    "dialogue": (["The Last Ferry", "Anna: Who is the author?", "Status: I do not know."], 0),
}


@pytest.mark.parametrize(("head", "count"), HEADS.values(), ids=HEADS)
def test_lines_that_label_the_article(head, count):
    document = parse(article(before=head))
    assert " ".join(item.text for item in document.boilerplate) == " ".join(head[len(head) - count :])
    assert {item.kind for item in document.boilerplate} <= {"label", "status"}


def test_head_of_a_mail_in_wrapped_text():
    head = "From: Anna Berg <anna@reef.example>\nTo: Tom Lund <tom@reef.example>\nSubject: Re: Ice"
    document = parse(head + "\n\n" + article(layout="wrapped"))
    assert [(item.kind, item.text) for item in document.boilerplate] == [
        ("mail head", "From: Anna Berg <anna@reef.example>"),
        ("mail head", "To: Tom Lund <tom@reef.example>"),
        ("mail head", "Subject: Re:"),
    ]
    assert (document.kind, document.title) == ("mail", "Ice")


def test_labels_further_down_stay():
    assert not parse(article(after=["Status: Draft", PARAGRAPHS[5]])).boilerplate


@pytest.mark.parametrize(
    ("heading", "before", "kinds"),
    [
        ("About Reef Works", ["FOR IMMEDIATE RELEASE"], ["release", "about", "about"]),
        ("About Reef Works", [], []),
        ("About the author", [], ["about"]),
    ],
    ids=["press release", "other article", "author"],
)
def test_note_about_who_sent_or_wrote_it(heading, before, kinds):
    document = parse(article(before=before, after=[heading, PARAGRAPHS[3]]))
    assert [item.kind for item in document.boilerplate] == kinds


MARKED = {
    "markdown": ("# {}\n", "## {}\n", "- {}\n", "{}\n"),
    "rst": ("{}\n" + "=" * 80 + "\n", "{}\n" + "-" * 80 + "\n", "- {}\n", "{}\n"),
    "org": ("* {}\n", "** {}\n", "- {}\n", "{}\n"),
    "html": ("<h1>{}</h1>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", "<p>{}</p>"),
}


def mark(format, blocks):
    """Give an article of (sign, words) in a format; signs are '#' title, '##' heading, '-' item, '' paragraph."""
    signs = dict(zip(("#", "##", "-", ""), MARKED[format], strict=True))
    body = "\n".join(signs[sign].format(words) for sign, words in blocks)
    return f"<html><body><article>{body}</article></body></html>" if format == "html" else body


def marked(format, *, before=(), after=()):
    sections = [pair for n, heading in enumerate(HEADINGS) for pair in (("##", heading), ("", PARAGRAPHS[n + 1]))]
    blocks = [("#", "The Last Ferry"), *before, ("", PARAGRAPHS[0]), *sections, *after]
    return briefing.parse(mark(format, blocks), format=format)


AROUND = {
    "byline": ([("", "By Anna Berg")], [], ["By Anna Berg"]),
    "contents": ([("-", heading) for heading in HEADINGS], [], list(HEADINGS)),
    "subscribe": ([], [("", "Sign up for our newsletter")], ["Sign up for our newsletter"]),
    "reference": ([], [("##", "References"), *(("-", line) for line in REFERENCES)], REFERENCES),
    "read more": (
        [],
        [("##", "Related articles"), ("-", "Ice Closes the Northern Ports"), ("-", "A Bridge Too Far")],
        ["Related articles", "Ice Closes the Northern Ports", "A Bridge Too Far"],
    ),
}


@pytest.mark.parametrize("format", MARKED)
@pytest.mark.parametrize(("kind", "before", "after", "lines"), [(k, *v) for k, v in AROUND.items()], ids=AROUND)
def test_boilerplate_between_marked_headings(format, kind, before, after, lines):
    document = marked(format, before=before, after=after)
    plain = marked(format)
    # What trafilatura leaves out of a page is not there to be marked.
    assert [item.text for item in document.boilerplate] == lines or format == "html"
    assert {item.kind for item in document.boilerplate} <= {kind}
    assert [sentence.text for sentence in document.sentences] == [sentence.text for sentence in plain.sentences]
    assert document.title == "The Last Ferry"
    for item in document.boilerplate:
        assert " ".join(document.text[item.start : item.end].split()) == item.text
        assert item.line == document.text.count("\n", 0, item.start) + 1


@pytest.mark.parametrize("format", MARKED)
def test_marked_heading_over_sentences_is_never_boilerplate(format):
    document = marked(format, after=[("##", "Subscribe"), ("", PARAGRAPHS[4])])
    assert not document.boilerplate
    assert document.headings[-1].text == "Subscribe"


def test_a_marked_text_is_never_all_boilerplate():
    document = briefing.parse("# Ferry\n\n## Notes\n\n© 2021 Harbour Gazette\n", format="markdown")
    assert [sentence.text for sentence in document.sentences] == ["© 2021 Harbour Gazette"]


PROMISES = {
    "list": ("These boats lie there:", "- The Anna"),
    "code that is gone": ("Instead of writing:", "you may write it in full, which takes longer."),
    "formula": ("It is cold. The sum of both is given by", "a = b + c"),
}


@pytest.mark.parametrize(("promise", "after"), PROMISES.values(), ids=PROMISES)
def test_sentence_that_only_promises_what_is_no_prose(promise, after):
    document = briefing.parse("\n\n".join([PARAGRAPHS[0], promise, after, PARAGRAPHS[1]]))
    assert [item.text for item in document.boilerplate if item.kind == "lead-in"] == [promise.split(". ")[-1]]


@pytest.mark.parametrize(("names", "kept"), [(["The Anna", "The Berta"] * 2, True), (["The long Anna"] * 4, False)])
def test_list_without_bullets_is_kept_if_it_is_of_names(names, kept):
    document = briefing.parse("\n\n".join([PARAGRAPHS[0], "They are these boats.", *names, PARAGRAPHS[1]]))
    assert (names[0] in [sentence.text for sentence in document.sentences]) == kept


def test_entries_of_a_list_of_works_are_no_headings():
    works = "\n".join(
        f'{n}. "The ferry of year {n}"\nHarbour Gazette. {n} May 1998. Retrieved 4 June.\n{n + 1}. Berg 2004, p. {n}'
        for n in range(1, 40, 2)
    )
    document = briefing.parse(f"Ice\n{PARAGRAPHS[0]}\nSnow\n{PARAGRAPHS[1]}\nReferences\n{works}")
    assert not any("Berg" in text for text in [s.text for s in (*document.sentences, *document.headings)])


RELEASES = {
    "a sender above, a headline over two lines": (
        "HARBOUR DEPARTMENT\nOffice of Public Affairs\n\nFOR IMMEDIATE RELEASE\nTuesday, March 3, 2026\n\n"
        "HARBOUR DEPARTMENT FINES SHIPPING LINE\nFOR DUMPING OIL OFF THE COAST\n\nLINDHOLM – {}\n\n{}",
        "HARBOUR DEPARTMENT FINES SHIPPING LINE FOR DUMPING OIL OFF THE COAST",
        "english",
    ),
    "a headline behind the call, and the first paragraph at once": (
        "Contact: Ann Lee\n555-0100\n\nFOR IMMEDIATE RELEASE: Council Sues Landlord Over\nEvictions of Forty Families"
        "\nLINDHOLM, Sweden – {}\n\n{}",
        "Council Sues Landlord Over Evictions of Forty Families",
        "english",
    ),
    "a sender in capitals, and an embargo": (
        "UNIVERSITY OF LINDHOLM\nPRESS RELEASE\nUnder embargo until 16:00 GMT, 3 March 2026\n\n"
        "Mussels count the tides, study finds\n\n{}\n\n{}",
        "Mussels count the tides, study finds",
        "english",
    ),
    "a date and a contact above, in Spanish": (
        "3 de marzo de 2026 Contacto: Ana Prado\nOficina de Prensa\nprensa@example.org\n\nPARA PUBLICACIÓN INMEDIATA:"
        " Vecino condenado a nueve años por el incendio del muelle\n\n(Lindholm) — {}\n\n{}",
        "Vecino condenado a nueve años por el incendio del muelle",
        "spanish",
    ),
    "a headline above what only says what it is": (
        "Harbour closes for two winters of repairs\n\nPress release\n\n3 March 2026\n\n{}\n\n{}",
        "Harbour closes for two winters of repairs",
        "english",
    ),
}


@pytest.mark.parametrize("case", RELEASES)
def test_the_headline_of_a_press_release(case):
    page, title, language = RELEASES[case]
    document = parse(page.format(*PARAGRAPHS[:2]), language)
    assert (document.kind, document.title, document.headings) == ("press release", title, ())
    assert document.sentences[0].text.endswith(PARAGRAPHS[0].partition(". ")[0] + ".")


def test_a_copied_page():
    """Its menu and the lists of other stories stand around the article, whose title it says twice."""
    head = "Harbour closes for two winters | Gazette\nSkip to content\nMay 1, 2021\n\n"
    head += "Harbour closes for two winters\n\nMay 1, 2021\n\n"
    foot = "Share\n\nLatest posts\n\nGoose stops train for the second time in a week\nMarch 2, 2021\n"
    document = parse(head + "\n\n".join([*PARAGRAPHS[:4], foot]))
    assert (document.title, document.headings) == ("Harbour closes for two winters", ())
    assert list(dict.fromkeys(item.kind for item in document.boilerplate)) == [
        "navigation",
        "date",
        "share",
        "read more",
    ]
    shown = "The chair of the harbour, Ann Lee\nThe chair of the harbour, Ann Lee - GAZETTE/B. Ode\n\n"
    document = parse("Harbour closes for two winters\n\n" + shown + "\n\n".join(PARAGRAPHS[:4]))
    assert document.title == "Harbour closes for two winters"
    assert [item.kind for item in document.boilerplate] == ["caption", "caption"]
    told = "The old harbour of Lindholm\n\nThe old harbour of Lindholm – a basin of stone that boats leave in May."
    assert not parse(f"Harbours\n\n{told}\n\n" + "\n\n".join(PARAGRAPHS[:4])).boilerplate
    contents = "Lindholm\n\nContents\n\nThe harbour in winter\n\nThe harbour in summer\n\n"
    parts = f"The harbour in winter\n\n{PARAGRAPHS[0]}\n\nThe harbour in summer\n\n{PARAGRAPHS[1]}"
    assert [heading.text for heading in parse(contents + parts).headings][-1] == "The harbour in summer"
