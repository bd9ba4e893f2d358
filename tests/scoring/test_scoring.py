"""What the default method looks at, a case a rule; and what holds of every method's scores."""

import math
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import scoring
from briefing.errors import UsageError
from briefing.scoring import analyst, coherence, dom, quotable, terms, vectors
from briefing.scoring import signs as sign_values
from briefing.scoring.vectors import TermVectors


def parse(text, language="english"):
    return briefing.parse(text, format="markdown", language=language)


def signs(text, language="english"):
    """Give the signs of each sentence of a text, without those that are nothing."""
    document = parse(text, language)
    page = scoring.score(document).page
    model = dom.document_model(document, dom.words_of(document, page.words))
    found = analyst.signs_of(page, model)
    return [{name: row[index] for name, row in found.items() if row[index]} for index in range(len(page.words))]


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The council raised it by two:", "form: colon"),
        ("Has the council raised the fee?", "form: question"),
        ("The council raised the fee!", "form: exclamation"),
        ("The council raised the fee by two", "form: unfinished"),
        ("(The council raised the fee.)", "form: bracket"),
        ("“The council raised the fee,” said Anna Berg.", "form: quotation"),
        ("The council raised the fee (Berg et al., 2019).", "form: citation"),
        ("The council raised `fee` at www.example.org.", "form: code"),
        ("The council: a short history of the fee.", "form: inner colon"),
        ("the council raised the fee.", "form: lower case"),
        ("And raised the fee,” said Anna Berg.", "form: half a quotation"),
        ("We have presented the fee.", "words: presentation"),
        ("In contrast, the fee fell.", "words: contrast"),
        ("The fee rose by 12 to all.", "numbers: any"),
        ("The fee rose by 12 %.", "numbers: percent"),
        ("The fee rose by €12.", "numbers: currency"),
        ("The fee rose to three million.", "numbers: amount"),
        ("The fee rose on Monday.", "numbers: date"),
        ("In this paper we present a fee.", "words: presentation"),
        ("The study found that fees rise.", "words: claim"),
        ("The council approved the fee.", "words: decision"),
        ("The fee has increased.", "words: change"),
        ("The fee is low, but hated.", "words: contrast"),
        ("The fee must be paid.", "words: duty"),
        ("I pay the fee.", "words: private voice"),
        ("See figure 3 for the fee.", "words: pointer"),
        ("The fee might rise.", "words: hedge"),
    ],
)
def test_form_and_words(sentence, sign):
    plain = "The council keeps the fee."
    own, other = signs(f"It begins somewhere.\n\n{sentence}\n\n{plain}")[1:]
    assert sign in own
    assert sign not in other


def test_a_year_is_no_number():
    first, second = signs("The fee rose in 2019. The fee fell to 20 pounds.")
    assert "numbers: any" not in first
    assert "numbers: any" in second


@pytest.mark.parametrize(
    ("language", "sentence", "sign"),
    [
        ("french", "Les ministres ont signé un texte.", "words: decision"),
        ("french", "Le prix a augmenté de deux millions.", "numbers: amount"),
        ("german", "Die Minister haben unterzeichnet.", "words: decision"),
        ("german", "Das Geld könnte fehlen.", "words: hedge"),
        ("spanish", "Los ministros firmaron un acuerdo.", "words: decision"),
        ("spanish", "El precio bajó, pero poco.", "words: contrast"),
    ],
)
def test_words_of_other_languages(language, sentence, sign):
    assert sign in signs(sentence, language)[0]


def test_a_language_without_cues_has_the_signs_that_need_no_words():
    (own,) = signs("Ma maksan 12 %.", "estonian")
    assert {"numbers: percent", "numbers: any", "place: first"} <= own.keys()
    assert not any(name.startswith("words: ") or name == "form: no verb" for name in own)
    assert coherence.companions(parse("Maja põles. See oli vana.", language="estonian")) == (None, None)


# Place


def test_place_counts_less_and_less():
    made = signs(" ".join(f"Item{n:x} came." for n in range(20)))
    for name in ("place: first", "place: opening", "place: beginning"):
        values = [own.get(name, 0.0) for own in made]
        assert values == sorted(values, reverse=True)
        assert values[0] > values[1]


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("Introduction", {"introduction"}),
        ("5 Conclusions", {"conclusion"}),
        ("Related Work", {"background"}),
        ("Work", set()),
        ("References", {"apparatus"}),
        ("Key findings", {"abstract", "conclusion", "results"}),
        ("Executive Summary", {"abstract"}),
        ("Results and Discussion", {"results", "discussion"}),
        ("The weather", set()),
    ],
)
def test_section_roles(heading, roles):
    (own,) = signs(f"## {heading}\n\nOne sentence stands here.")
    assert {name.removeprefix("role: ") for name in own if name.startswith("role: ")} == roles


@pytest.mark.parametrize(("kind", "roles"), [("paper", {"abstract"}), ("news", set())])
def test_what_a_paper_says_ahead_of_all_headings_is_its_abstract(kind, roles):
    document = replace(parse("We counted perch.\n\n## Where\n\nIn the bay, by night."), kind=kind)
    (_, ahead), (_, below) = sign_values.roles_of(document)
    assert (ahead, below) == (roles, set())


def test_subsections_have_their_parents_role():
    made = signs("## References\n\nBooks.\n\n### Maps\n\nAtlas.\n\n### Conclusion\n\nEnd.\n\n## Roads\n\nWay.")
    roles = [[name for name in own if name.startswith("role: ")] for own in made]
    assert roles == [["role: apparatus"], ["role: apparatus"], ["role: conclusion"], []]


def test_sections_and_paragraphs_open():
    made = signs("## A\n\nOne came. Two went.\n\n## B\n\nThree slept. Four ate. Five hid.")
    assert "section: opening" not in made[0]
    assert made[2]["section: opening"] > made[3]["section: opening"] > made[4]["section: opening"]
    assert ["paragraph: opening" in own for own in made] == [True, False, True, False, False]


# Content


def test_what_comes_again_and_again_is_said_often():
    made = signs("Bees make honey. Bees fill hives. Honey fills hives. Cars need roads. Moons make tides.")
    often = [own.get("topic: said often", 0.0) for own in made]
    assert min(often[:3]) > max(often[3:])


def test_headings_say_what_is_said_often():
    made = signs("## Cars\n\nBees fill hives. Bees fill hives now. Cars need roads. Cars need roads now.")
    assert made[2]["topic: said often"] > made[0]["topic: said often"]


def test_ranks_are_shared_by_equals():
    assert sign_values._ranked([3.0, 1.0, 3.0, 2.0]) == [0.25, -0.375, 0.25, -0.125]
    assert sign_values._ranked([1.0, 1.0]) == [0.0, 0.0]


# What no briefing quotes


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The bill has the following four parts:", "list introduction"),
        ("Not now.", "fragment"),
        ("Strengthening of the third pillar of defence", "remnant"),
        ("Figure 3: Rainfall was low by the month of May.", "caption"),
        ("In this Sunday, May 4, 2014 file photo the mayor of Harn opens the new lock.", "caption"),
        ("1 of 9 Full Screen Autoplay Close Skip Ad × The ferry lies at its pier after the storm.", "caption"),
        ("The police of Harn released this video still of the man on Sunday.", "caption"),
        ("March 3, 2019 A goat looks over the wall of the lock at Harn.", "caption"),
        ("March 3, 2019, was the day on which the lock was opened.", None),
        ("In this picture of the economy exports count more than wages do.", None),
        ("Ann Lee contributed to this report from the city of Oslo.", "credit"),
        ("Photographs by Ann Lee and by Bo Ode of the Courier.", "credit"),
        ("Ann Lee, the mayor of Lowick, at her desk (Photo: Lowick Courier)", "credit"),
        ("This work was supported by a grant of the city.", "credit"),
        ("Present: A. Lee (chair), B. Ode, C. Poe and D. Quist.", "attendance"),
        ("Thank you all for coming here today.", "greeting"),
        ("I hope everyone had a restful weekend.", "greeting"),
        ("I am Ida Holm the harbour master.", "greeting"),
        ("Today I'm going to just be diving into how the ice of the harbour grows.", "chatter"),
        ("Here's the background: in the old days, all boats of the harbour were of wood.", "pointer"),
        ("A huge thanks to all those who have come to the harbour this year.", "chatter"),
        ("meta: move the rules of the quay to the admin repo #25", "pointer"),
        ("Work is still in progress, with no update.", "formula"),
        ("No objections voiced by any of the members.", "formula"),
        ("Need someone to organize the election of the board.", "formula"),
        ("Ana thanked everyone for the work on Sunday.", "greeting"),
        ("LEE FARMS, INC., Appellant, v. COUNTY OF ASH, Appellee.", "formula"),
        ("See table 3 for the figures of all years.", "pointer"),
        ("The rest of this paper is about the mill.", "pointer"),
        ("Let’s take a look at the mill and all of its wheels.", "pointer"),
        ("Go on to step 4 if it is dry.", "step"),
        ("The council raised the fee by two euros.", None),
        ("Table salt was sold here for a century.", None),
        ("Present owners pay half of what it costs.", None),
        ("Thank-you letters were found in the ruins of the mill.", None),
        (
            "See-through walls were built around the whole of the pool of the old town, which cost four million.",
            None,
        ),
    ],
)
def test_what_is_not_quoted(sentence, reason):
    assert quotable.reason(sentence, "english") == reason


def test_what_stands_before_the_credit_of_a_picture_is_its_caption():
    text = (
        "The lock took four years to build.\n\nAnn Lee, who has led the council of the three towns on the river "
        "since the floods of the spring, opens the lock at Harn on Sunday before a crowd of people from both of its "
        "banks and from the hills behind them. (AP Photo/Bo Ode)\n\nBoats pay nothing in the first month."
    )
    document = briefing.parse(text)
    assert [quotable.reasons(scoring.page_of(document)).get(s.index) for s in document.sentences] == [
        None,
        "caption",
        "fragment",
        None,
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        ("english", "The Secretary shall prescribe regulations to carry out this Act.", "formula"),
        ("english", "This title may be cited as the Ferry Act of 2026.", "formula"),
        ("english", "ANN LEE, Appellant, ) Appeal from the Circuit vs. ) Court of Ash County", "formula"),
        ("english", "Ms. Holm introduced the following bill; which was referred to a committee.", "formula"),
        ("english", "With me is Ida Holm, who ran the port for eleven years.", "greeting"),
        ("english", "Okay, so thank you all for coming to Harn.", "greeting"),
        ("english", "Um, the ferry is late because of the wind.", "chatter"),
        ("english", "I think the, the ferry of Harn is late again.", "chatter"),
        ("english", "Today we are joined by Ida Holm, who runs the port.", "chatter"),
        ("english", "Q - You said that the ferry would be late.", "chatter"),
        ("spanish", "P - Has dicho que el barco llega tarde.", "chatter"),
        ("english", "On Friday she resigned.", None),
        ("english", "Below you can read how the pump is built.", "pointer"),
        ("english", "The parts of the pump are shown in the diagram below.", "pointer"),
        ("english", "The minutes of 9 March were read and approved.", "attendance"),
        ("english", "The meeting closed at a quarter past four.", "attendance"),
        ("english", "The agenda was adopted as it stands.", "attendance"),
        ("french", "L’ordre du jour de la séance est adopté.", "attendance"),
        ("german", "Die Tagesordnung wird einstimmig genehmigt.", "attendance"),
        ("spanish", "Se abre la sesión a las nueve.", "attendance"),
        ("english", "Held in Paris, the meeting ended without a result.", None),
        ("german", "Von links nach rechts: A. Lee, B. Ode und C. Poe.", "caption"),
        ("french", "Bonjour à toutes et à tous, chers amis.", "greeting"),
        ("german", "Anwesend: A. Lee, B. Ode, C. Poe und D. Quist.", "attendance"),
        ("german", "Siehe auch die Tabelle 3 im Anhang.", "pointer"),
        ("spanish", "Véase la tabla 3 del anexo segundo.", "pointer"),
        ("english", "In this post we've discussed the new pump.", "pointer"),
        ("english", "A copy of the plan of the pump can be found at the town hall.", "pointer"),
        ("english", "I am going to talk about the pump of Harn.", "chatter"),
        ("italian", "Per maggiori informazioni scrivi al comune di Harn.", "pointer"),
        ("portuguese", "Veja a tabela 3 do segundo anexo.", "pointer"),
        ("dutch", "Zie ook tabel 3 in de tweede bijlage.", "pointer"),
        ("chinese", "我今天的演讲主题是桥梁的安全。", "pointer"),
        ("japanese", "詳しくは三番目の表を見てほしい。", "pointer"),
        ("swedish", "Läs mer om pumpen i den andra bilagan.", "pointer"),
        ("russian", "Подробнее о насосе читайте в приложении.", "pointer"),
        ("polish", "Dzień dobry wszystkim, którzy tu są.", "greeting"),
        ("french", "Attendu que la pompe de Harn est vieille et qu'elle fuit ;", "attendance"),
        ("spanish", "Comuníquese, publíquese y archívese en el pueblo.", "formula"),
        ("spanish", "Art. 6º — Comuníquese, publíquese y archívese.", "formula"),
        ("spanish", "Ahora, imagina que la bomba tiene cien litros.", "chatter"),
        ("french", "Anne Lee est désignée secrétaire de séance.", "formula"),
        ("french", "On nous demande parfois pourquoi la pompe est vieille.", "chatter"),
        ("german", "Anna Lee wird einstimmig zur Versammlungsleiterin gewählt.", "formula"),
        ("german", "Nach dem Essen eröffnet die Vorsitzende die Mitgliederversammlung im Saal.", "formula"),
        ("german", "bei einer Behörde beschäftigt oder für sie tätig ist,", "clause"),
        ("german", "4.1. Öffentliche Brücken statt privater Fähren fördern.", "clause"),
        ("german", "4.1. Öffentliche Brücken müssen breit sein.", None),
        ("french", "REJETTE le pourvoi ;", None),
        ("french", "Condamne Anne Lee aux dépens ;", "formula"),
        ("german", "Die Beklagte hat die Kosten des Verfahrens zu tragen.", "formula"),
        ("danish", "Ida Holm blev valgt til dirigent ved mødet.", "formula"),
        ("german", "Ein Gespräch mit der Hafenmeisterin Ida Holm über Fähren.", "credit"),
        ("spanish", "Espero que estés bien y que hayas descansado estos días.", "greeting"),
        ("german", "Der Kassenwart berichtet über die erfolgte Kassenprüfung.", "formula"),
        ("dutch", "Ida Holm opent de vergadering om zeven uur.", "attendance"),
    ],
)
def test_what_is_not_quoted_in_other_languages(language, sentence, reason):
    assert quotable.reason(sentence, language) == reason


def test_what_is_not_quoted_of_a_talk():
    talk = """\
ANN: Who pays for the new harbour of Harn in the end? I have heard that the town pays.

BO: The town pays for the new harbour until 2041. What we had was a quay for ships that...

ANN: How many ships came to the harbour of Harn in the end? We were told of forty ships.

BO: Six ships came to the harbour in a good month. And then they went away again.

ANN: What did the yards say of the harbour of Harn? It cannot have been a surprise.

BO: The yards told us in 2017 that nobody wanted such ships any more.
"""
    document = briefing.parse(talk)
    page = scoring.page_of(document)
    told = quotable.reasons(page)
    assert {document.sentences[index].text[:9]: why for index, why in told.items()} == {
        "Who pays ": "open end",
        "What we h": "open end",
        "How many ": "open end",
        "What did ": "open end",
        "It cannot": "dangling",
    }
    asks = sign_values.sentence_signs(page, {})["speaker: asks"]
    assert {sentence.speaker: asks[sentence.index] for sentence in document.sentences} == {"ANN": 1.0, "BO": 0.0}


LISTS = """\
# Fields of an index

The fields of an index are checked by the server when it is made.

> Each field of an index is known to all of its users.

## Tests

- When the gate is off:
  - No field of an index can be set by a user.
- The count of the fields is checked each time.

If the gate is on, the following is true of an index at the server:

- Its fields can be set once only.

## Non-goals

- A field is never set by the server.
"""


def test_what_is_quoted_or_said_on_a_condition_is_not_quoted():
    document = briefing.parse(LISTS, format="markdown")
    barred = quotable.reasons(scoring.page_of(document))
    found = [(sentence.text[:9], barred.get(sentence.index)) for sentence in document.sentences]
    assert found == [
        ("The field", None),
        ("Each fiel", "quotation"),
        ("When the ", "list introduction"),
        ("No field ", "condition"),
        ("The count", None),
        ("If the ga", "list introduction"),
        ("Its field", "condition"),
        ("A field i", "condition"),
    ]


def test_centrality_is_higher_in_the_middle_of_things():
    made = TermVectors([["bee", "honey"], ["bee", "hive"], ["honey", "hive", "bee"], ["moon", "tide"]]).centrality()
    assert max(made) == made[2]
    assert made[3] == pytest.approx(1.0), "what is like nothing else is neither central nor marginal"
    assert sum(made) / 4 == pytest.approx(1.0, abs=0.01)


term_lists = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=6), max_size=30)


@given(term_lists)
def test_small_and_large_documents_are_walked_alike(sentences):
    made, ones = TermVectors(sentences), [1.0] * len(sentences)
    if any(sentences):
        assert vectors._few_cosines(made.weights)(ones) == pytest.approx(
            vectors._many_cosines(made.counts, made._roots)(ones)
        )
    assert all(math.isfinite(value) for value in made.centrality())


@given(term_lists)
def test_vectors_are_of_unit_length(sentences):
    for row in TermVectors(sentences).weights:
        assert sum(weight**2 for weight in row.values()) == pytest.approx(1.0 if row else 0.0)


# Coherence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna came. Bert left.", (None, None)),
        ("He came. Bert left.", (None, None)),
        ("Anna came. She left.", (None, 0)),
        ("Anna came. Sheila left.", (None, None)),
        ("Anna came. “This is late,” she said.", (None, 0)),
        ("Anna came. “We are late,” she said.", (None, 0)),
        ("Anna came. “We are late,” Bert said.", (None, None)),
        ("Anna came. “We are late.” Bert left.", (None, 0, None)),
        ("Anna came. “We are late,” I said.", (None, 0)),
        ("Anna came. “We are late,” Bo said.", (None, None)),
        ("Anna came. “We are late. We must run,” Bert said. Carl ran.", (None, 2, 1, None)),
        ("Anna came. “We are late. We must run. It rains,” Bert said. Carl ran.", (None, 2, 1, 2, None)),
        ("Anna came. «We are late. We must run,» Bert said. Carl ran.", (None, 2, 1, None)),
        ("Anna came. „We are late. We must run,“ Bert said. Carl ran.", (None, 2, 1, None)),
        ("Anna came. „We are late. We must run,” Bert said. Carl ran.", (None, 2, 1, None)),
        ('Anna came. "We are late. We must run," Bert said. Carl ran.', (None, 2, 1, None)),
        ('Anna came. "We are late," Bert said. Carl ran.', (None, None, None)),
        ("Anna came. “We are late. Carl ran.", (None, None, None)),
        ('Anna came. The pipe of 6" broke. Carl ran.', (None, None, None)),
        ("Anna came. The latter had left.", (None, 0)),
        ("Anna came. Second, Bert left.", (None, 0)),
        ("Anna came. For example, Bert left.", (None, 0)),
        ("Anna came. To that, Bert said no.", (None, 0)),
        ("Anna came. If that was so, Bert left.", (None, 0)),
        ("Anna came. As a result, Bert left.", (None, 0)),
        ("Anna came. If Bert leaves, nobody stays.", (None, None)),
        ("Anna came. In this study, Bert left.", (None, None)),
        ("Anna came. The two men left.", (None, 0)),
        ("Anna came. The two men from Oslo left.", (None, None)),
        ("Anna came. This paper left.", (None, None)),
        ("Anna came. This PEP left.", (None, None)),
        ("Anna came. This court left.", (None, None)),
        ("Anna came. Why did Bert leave? Nobody knows.", (None, 2, None)),
        ("Anna came. Why did Bert leave?", (None, None)),
    ],
)
def test_companions(text, expected):
    assert coherence.companions(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("The mayor said: “We raise the fee. We shall use it for the quay.” He left.", {1: "We shall use"}),
        ("Anna came. “We raise the fee. We use it for the quay,” Bert Lund said.", {1: "“We raise th"}),
        ("“I know this will be hard for the harbour.\n\nThe mayor left on Monday.", {0: "“I know this"}),
        ("“We raise the fee,” Bert said. “The quay will have it.”", {}),
    ],
)
def test_parts_of_a_longer_quotation_without_a_word_outside_of_it(text, halves):
    document = parse(text)
    assert {index: document.sentences[index].text[:12] for index in coherence.halves(document)} == halves


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("french", "Anne est venue. Elle est repartie."),
        ("german", "Anna kam. Danach ging Bert."),
        ("spanish", "Ana vino. Sin embargo, Berto se fue."),
        ("spanish", "Hay dos barcos. Están en el puerto."),
        ("german", "Anna kam. Bert jedoch ging."),
        ("italian", "Anna venne. Tuttavia Berto se ne andò."),
        ("portuguese", "Ana veio. No entanto, Berto foi embora."),
        ("dutch", "Anna kwam. Daarna vertrok Bert."),
        ("german", "Anna hat zwei Räder. Auf die greifen auch Gäste zurück."),
        ("english", "Anna has one bridge. Another bridge is planned."),
        ("english", "Anna has a boat. In principle, all boats float."),
        ("chinese", "安娜来了。另一个人也来了。"),
        ("japanese", "安奈が来た。この人は去った。"),
        ("swedish", "Anna kom. Däremot gick Bert."),
        ("danish", "Anna kom. Derefter gik Bert."),
        ("norwegian", "Anna kom. Dette gledet Bert."),
        ("finnish", "Anna tuli. Lisäksi Bert lähti."),
        ("polish", "Anna przyszła. Jednak Bert wyszedł."),
        ("czech", "Anna přišla. Přesto Bert odešel."),
        ("russian", "Анна пришла. Однако Берт ушёл."),
        ("ukrainian", "Анна прийшла. Вони пішли разом."),
        ("turkish", "Anna geldi. Bunun üzerine Bert gitti."),
        ("greek", "Η Άννα ήρθε. Ωστόσο ο Μπερτ έφυγε."),
        ("arabic", "وصلت آنا إلى الميناء. ومع ذلك غادر برت المدينة."),
        ("hindi", "अन्ना आई। लेकिन बर्ट चला गया।"),
        ("korean", "안나가 왔다. 그러나 버트는 떠났다."),
    ],
)
def test_openers_of_other_languages(language, text):
    assert coherence.companions(parse(text, language)) == (None, 0)


# Query


BEES = (
    "## Honey\n\nBees gather nectar all summer. Winter stores feed the hive.\n\n"
    "## Wax\n\nCandles burn slowly in the dark. Artists cast bronze with it. Church candles need pure wax."
)


def best(query, **options):
    document = parse(BEES)
    return [
        sentence.index
        for sentence in briefing.summarize(document, query=query, coverage=False, sentences=1, **options).sentences
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bee", 0),
        ("gathering", 0),
        ("winter store", 1),
        ("burning candle", 2),
        ("church candles", 4),
        ("bronze", 3),
    ],
)
def test_query(query, expected):
    assert best(query) == [expected]
    assert best(query, method="lead") == [expected]


def test_words_that_the_text_lacks_ask_for_nothing():
    document = parse(BEES)
    plain = scoring.score(document, query="candles").factors["query"]
    assert scoring.score(document, query="candles summarizers").factors["query"] == plain


def test_what_stands_near_the_words_of_a_query_comes_before_what_does_not():
    made = scoring.score(parse(BEES), query="bronze").factors["query"]
    assert made.index(max(made)) == 3
    assert made[2] == made[4] > made[0] == 0


def test_headings_answer_a_query_too():
    scores = scoring.score(parse(BEES), query="honey")
    assert scores.query_matched is True
    assert {index for index, value in enumerate(scores.factors["query"]) if value} == {0, 1}


@pytest.mark.parametrize("query", ["submarine", "the", "?!"])
def test_a_query_without_match_changes_nothing(query):
    document = parse(BEES)
    scores = scoring.score(document, query=query)
    assert scores.query_matched is False
    assert scores.values == scoring.score(document).values


@pytest.mark.parametrize("query", [None, "", "  "])
def test_no_query(query):
    assert scoring.score(parse(BEES), query=query).query_matched is None


# Every method

TEXTS = st.lists(
    st.lists(st.sampled_from(["bees", "hum", "the", "“no”", "Why?", "7", "é", "Wax"]), min_size=1, max_size=7)
    .map(" ".join)
    .map(lambda words: words + "."),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(TEXTS, st.sampled_from(["analyst", "lead", "luhn", "reduction"]))
def test_scores_are_scaled_and_ranked(text, method):
    document = briefing.parse(text)
    scores = scoring.score(document, method=method)
    count = len(document.sentences)
    assert len(scores.values) == len(scores.ranks) == count
    assert sorted(scores.ranks) == list(range(1, count + 1))
    assert all(0 <= value <= 1 for value in scores.values)
    assert not count or max(scores.values) == 1
    order = sorted(range(count), key=scores.ranks.__getitem__)
    assert order == sorted(range(count), key=lambda index: (-scores.values[index], index))


def test_factors_make_the_score():
    document = parse(BEES)
    scores = scoring.score(document)
    assert list(scores.factors) == ["place", "section", "form", "facts", "wording", "topic", "frequency"]
    start = analyst.weights_for(document)[""]
    worth = [analyst.positive(start + sum(numbers)) for numbers in zip(*scores.factors.values(), strict=True)]
    assert scores.values == pytest.approx([value / max(worth) for value in worth])


def test_worth_is_over_nothing_and_in_order():
    worth = [analyst.positive(value) for value in (-9.0, -0.5, 0.0, 0.05, 0.1, 0.2, 3.0)]
    assert worth == sorted(set(worth))
    assert worth[0] > 0
    assert worth[-2:] == [0.2, 3.0]


def test_other_methods_have_their_rating():
    scores = scoring.score(parse(BEES), method="luhn")
    assert list(scores.factors) == ["rating"]
    assert len(scores.factors["rating"]) == 5


def test_unknown_method():
    with pytest.raises(UsageError):
        scoring.score(parse(BEES), method="guess")


def test_small_documents_need_none_of_what_sumy_and_nltk_import():
    # Where the ways around it fail, all is imported as ever, and nobody would notice but by the time.
    code = (
        "import briefing, sys\n"
        "briefing.summarize('Bees hum. Wax melts. Bees make wax. Honey is sweet. Bears eat honey.')\n"
        "assert not {'numpy', 'requests', 'pycountry', 'nltk', 'nltk.corpus', 'scipy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_terms_of_a_sentence_without_end_are_those_of_its_beginning():
    # Each phrase is sought in the whole sentence: without a bound, that is the square of its length.
    endless = " ".join(["Kelp meadows"] * 200 + ["glass works"] * 200)
    document = briefing.parse(f"{endless}.\n\nKelp meadows grow. So do glass works.")
    assert "glass works" not in terms.key_terms(document, scoring.score(document).values)
