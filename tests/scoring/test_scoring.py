"""What the default method looks at, a case a rule; and what holds of every method's scores."""

import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import scoring
from briefing.errors import UsageError
from briefing.scoring import coherence, cues, features, vectors
from briefing.scoring.vectors import TermVectors


def parse(text, language="english"):
    return briefing.parse(text, format="markdown", language=language)


# Form and words of a sentence


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The council raised the local parking fee by two euros.", "The council raised it."),
        (
            "The council raised the local parking fee by two euros.",
            "Has the council raised the local parking fee again?",
        ),
        ("The council raised the local parking fee by two euros.", "The council raised the local parking fee by two"),
        (
            "The council raised the local parking fee by two euros.",
            "(The council raised the local parking fee by two.)",
        ),
        (
            "The council raised the local parking fee by two euros.",
            "“The council raised the parking fee,” said Anna Berg.",
        ),
        (
            "The council raised the local parking fee by two euros.",
            "The council raised the parking fee (Berg et al., 2019).",
        ),
        ("(a) The council raised the local parking fee by two.", "(As the council raised the local parking fee.)"),
        ("[12] The council raised the local parking fee by two.", "[As the council raised the local parking fee.]"),
        ("Word " * 70 + "end.", "Word " * 170 + "end."),
    ],
)
def test_form(better, worse):
    assert features.form(better, len(better.split())) > features.form(worse, len(worse.split()))


@pytest.mark.parametrize(
    ("words", "weight"),
    [
        ("the ship sank", 1.0),
        ("we propose a parser", 1.25),
        ("propose we a parser", 1.0),
        ("this paper treats parsers", 1.25),
        ("nobody said anything", 0.85),
        ("the ship that she sank", 0.9),
        ("ships such as this", 0.7),
        ("ships as such", 1.0),
        ("for example ships sink", 0.7 * 0.85),
        ("ministers signed the treaty", 1.3),
        ("i might go", 0.7 * 0.85),
        ("see figure 3", 0.85),
    ],
)
def test_cue_words(words, weight):
    assert features.cue_words([words.split()], cues.of("english")) == [pytest.approx(weight)]


@pytest.mark.parametrize(
    ("language", "words", "weight"),
    [
        ("french", "les ministres ont signé un texte", 1.3),
        ("french", "le maire a déclaré forfait", 0.85),
        ("german", "die minister haben unterzeichnet", 1.3),
        ("german", "das könnte regnen", 0.85),
        ("spanish", "los ministros firmaron un acuerdo", 1.3),
        ("spanish", "aves por ejemplo gansos", 0.7),
    ],
)
def test_cue_words_of_other_languages(language, words, weight):
    assert features.cue_words([words.split()], cues.of(language)) == [pytest.approx(weight)]


def test_a_language_without_cues_stays_neutral():
    assert features.cue_words([["i", "said"]], cues.of("finnish")) == [1.0]
    assert coherence.companions(parse("Talo paloi. Se oli vanha.", language="finnish")) == (None, None)


# Place


def test_the_beginning_counts_more_where_there_are_no_headings():
    news = features.position(parse("One came. Two went. Three slept. Four ate."))
    parted = features.position(parse("## A\n\nOne came. Two went.\n\n## B\n\nThree slept. Four ate."))
    assert news == sorted(news, reverse=True)
    assert news[1] > parted[1] > 1


def test_the_beginning_of_a_long_text_is_longer():
    def fifth(count):
        return features.position(parse(" ".join(f"Item{n:x} came." for n in range(count))))[5]

    assert fifth(400) > fifth(40)


@pytest.mark.parametrize(
    ("heading", "weight"),
    [
        ("Introduction", 1.2),
        ("5 Conclusions", 1.8),
        ("Related Work", 0.6),
        ("Work", 1.0),
        ("References", 0.6),
        ("Key findings", 2.0),
        ("Executive Summary", 2.0),
        ("Conclusions and Future Work", 1.8),
        ("Plot summary", 0.6),
        ("The weather", 1.0),
    ],
)
def test_section_roles(heading, weight):
    assert features.section(parse(f"## {heading}\n\nOne sentence stands here."))[0] == pytest.approx(weight)


@pytest.mark.parametrize(
    ("headings", "weight"),
    [
        (("1 Introduction", "2 Methods"), 2.0),
        (("I. Bees", "II. Wasps"), 2.0),
        (("Introduction", "Bees"), 2.0),
        (("Bees", "Wasps"), 1.0),
        (("1.5 million bees", "2 Wasps"), 1.0),
        (("1 bee in 5 stings", "Wasps"), 1.0),
        (("I saw a bee", "2 Wasps"), 1.0),
        (("Introduction",), 1.0),
        (("2 Bees", "3 Wasps"), 1.0),
        (("1 Bees",), 1.0),
    ],
)
def test_an_abstract_stands_before_the_first_of_several_numbers(headings, weight):
    text = "Bees and wasps fly.\n\n" + "\n\n".join(f"## {heading}\n\nOne flies." for heading in headings)
    assert features.section(parse(text))[0] == pytest.approx(weight)


def test_subsections_have_their_parents_role():
    document = parse("## References\n\nBooks.\n\n### Maps\n\nAtlas.\n\n### Conclusion\n\nEnd.\n\n## Roads\n\nWay.")
    roles = [weight / (1.5 if index else 1) for index, weight in enumerate(features.section(document))]
    assert roles == pytest.approx([0.6, 0.6, 1.8, 1.0])


def test_the_first_sentences_of_later_sections_count_more():
    weights = features.section(parse("## A\n\nOne came. Two went.\n\n## B\n\nThree slept. Four ate. Five hid."))
    assert weights[:2] == [1.0, 1.0]
    assert weights[2] > weights[3] > weights[4] > 1


def test_paragraphs():
    assert features.paragraph(parse("One came. Two went.\n\nThree slept.")) == [1.05, 1.0, 1.05]
    assert features.paragraph(parse("One came.\n\nTwo went.")) == [1.0, 1.0]


# Content


def test_topic_prefers_what_comes_again_and_again():
    made = features.topic(
        TermVectors([["bee", "honey"], ["bee", "hive"], ["honey", "hive"], ["car", "road"], ["moon", "tide"]]), []
    )
    assert min(made[:3]) > max(made[3:])


def test_topic_listens_to_headings():
    terms = TermVectors([["bee", "hive"], ["bee", "hive"], ["car", "road"], ["car", "road"]])
    plain, headed = features.topic(terms, []), features.topic(terms, [["car"]])
    assert plain[0] == plain[2]
    assert headed[2] > headed[0]


def test_topic_of_words_that_never_come_again_is_neutral():
    assert features.topic(TermVectors([["bee"], ["car"]]), []) == [1.0, 1.0]


def test_centrality_is_higher_in_the_middle_of_things():
    made = TermVectors([["bee", "honey"], ["bee", "hive"], ["honey", "hive", "bee"], ["moon", "tide"]]).centrality()
    assert max(made) == made[2]
    assert made[3] == pytest.approx(1.0), "what is like nothing else is neither central nor marginal"
    assert sum(made) / 4 == pytest.approx(1.0, abs=0.01)


term_lists = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=6), max_size=30)


@given(term_lists)
def test_small_and_large_documents_are_walked_alike(sentences):
    made = TermVectors(sentences)
    small = vectors._walk(made.weights, len(made.frequency))
    assert small == (vectors._walk_large(made.weights, len(made.frequency)) if made.frequency else small)
    assert all(math.isfinite(value) for value in small)


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
        ("Anna came. In addition, Bert left.", (None, 0)),
        ("Anna came. In addition to Bert, Carl left.", (None, None)),
        ("Anna came. Why did Bert leave? Nobody knows.", (None, 2, None)),
        ("Anna came. Why did Bert leave?", (None, None)),
    ],
)
def test_companions(text, expected):
    assert coherence.companions(parse(text)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("french", "Anne est venue. Elle est repartie."),
        ("german", "Anna kam. Danach ging Bert."),
        ("spanish", "Ana vino. Sin embargo, Berto se fue."),
    ],
)
def test_openers_of_other_languages(language, text):
    assert coherence.companions(parse(text, language)) == (None, 0)


# Query


BEES = (
    "## Honey\n\nBees gather nectar all summer. Winter stores feed the hive.\n\n"
    "## Wax\n\nCandles burn slowly. Artists cast bronze with it. Church candles need pure wax."
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


@given(TEXTS, st.sampled_from(["positional-lexrank", "lead", "luhn", "reduction"]))
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
    assert list(scores.factors) == ["centrality", "topic", "position", "section", "paragraph", "form", "cues"]
    products = [math.prod(numbers) for numbers in zip(*scores.factors.values(), strict=True)]
    low, high = min(products), max(products)
    assert scores.values == pytest.approx([(product - low) / (high - low) for product in products])


def test_other_methods_have_their_rating():
    scores = scoring.score(parse(BEES), method="luhn")
    assert list(scores.factors) == ["rating"]
    assert len(scores.factors["rating"]) == 5


def test_unknown_method():
    with pytest.raises(UsageError):
        scoring.score(parse(BEES), method="guess")


def test_small_documents_need_no_numpy():
    code = (
        "import briefing, sys\n"
        "briefing.summarize('Bees hum. Wax melts. Bees make wax. Honey is sweet. Bears eat honey.')\n"
        "assert 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
