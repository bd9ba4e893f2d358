"""Every method of sumy gives sumy's own ratings, and finite ones where sumy has none."""

import math
import random
import warnings
from importlib import import_module
from importlib.resources import files
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

import briefing
from briefing.scoring.dom import Tokenizer, document_model, ratings
from briefing.scoring.lexicon import stop_words
from briefing.scoring.sumy_methods import NAMES, summarizer

LANGUAGES = sorted(path.name.removesuffix(".txt") for path in (files("sumy") / "data/stopwords").iterdir())
DETERMINED = tuple(name for name in NAMES if name != "random")

ENGLISH = """\
# The Harbour Bridge Closes
The harbour bridge will close to traffic on Monday, the council announced.
Engineers found cracks in two of its four piers. The cracks were reported in May.

# What the Engineers Found
They measured the cracks twice; the second measurement showed a clear increase.
"We can't wait," the chief engineer said. Perhaps the repair will take a year.
Engineers found cracks in two of its four piers. Why?

# What Comes Next
A ferry will carry people across the harbour. The ferry runs every 20 minutes and it is free.
The council expects 4,000 passengers a day. And so it was. Traffic. Traffic. Ferry.
"""
GERMAN = """\
# Die Brücke wird gesperrt
Die Brücke am Hafen wird am Montag gesperrt. Ingenieure fanden Risse in zwei von vier Pfeilern.
Die Risse wurden im Mai gemeldet.

# Wie es weitergeht
Eine Fähre bringt die Menschen über den Hafen. Die Fähre fährt alle 20 Minuten und kostet nichts.
Die Stadt rechnet mit 4.000 Fahrgästen am Tag. Und so war es. Fähre.
"""


def sentences(*texts):
    return [Sentence(text, Tokenizer({})) for text in texts]


def model(*paragraphs):
    return ObjectDocumentModel([Paragraph(paragraph) for paragraph in paragraphs])


def heading(text):
    return Sentence(text, Tokenizer({}), is_heading=True)


def written(text):
    """A document as it is written above: headings with #, sentences that end in a mark."""
    paragraphs = []
    for block in text.split("\n\n"):
        lines = block.splitlines()
        cut = [part for line in lines[1:] for part in line.replace("? ", "?\n").replace(". ", ".\n").splitlines()]
        paragraphs.append([heading(lines[0].strip("# ")), *sentences(*cut)])
    return model(*paragraphs)


def generated(language, *, count=30, seed=1):
    """A document of invented words and stop words of a language, with sentences of every odd kind."""
    generator = random.Random(f"{language} {seed}")
    stops = sorted(stop_words(language))
    letters = [letter for word in stops for letter in word if letter.isalpha()]
    names = ["".join(generator.choices(letters, k=generator.randint(3, 9))) for _ in range(200)]
    words = [generator.choice(stops) if place % 3 and place < 60 else names[place] for place in range(200)]
    weights = list(accumulate(1 / (place + 2.7) for place in range(200)))
    texts = ["", "...", names[0], names[0], names[1], " ".join(stops[:6])]
    while len(texts) < count:
        length = max(1, round(generator.lognormvariate(2.3, 0.6)))
        chosen = generator.choices(words, cum_weights=weights, k=length)
        texts.append(" ".join([chosen[0].title(), *chosen[1:]]) + ".")
    texts.extend(texts[-3:])
    generator.shuffle(texts)
    return model(
        [heading(f"{names[0]} {names[2]}"), *sentences(*texts[:5])],
        sentences(*texts[5:count]),
        [heading(names[3])],
        sentences(*texts[count:]),
    )


def like(ours):
    """sumy's own summarizer with the words of ours."""
    base = next(kind for kind in type(ours).__mro__ if kind.__module__.startswith("sumy."))
    theirs = getattr(import_module(base.__module__), base.__name__)(ours._stemmer)
    for name in ("stop_words", "_bonus_words", "_stigma_words", "_null_words"):
        if hasattr(ours, name):
            setattr(theirs, name, getattr(ours, name))
    return theirs


def sumy_ratings(summarizer, document):
    """What sumy gives: None for each sentence that it does not rate, or rates with NaN."""
    found = [None] * len(document.sentences)

    def note(infos):
        for info in infos:
            found[info.order] = float(info.rating) if math.isfinite(info.rating) else None
        return ()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summarizer(document, note)
    return found


def assert_like_sumy(ours, document):
    """Our ratings are finite, and sumy's to 1e-9 where sumy has any, else 0."""
    found = ratings(ours, document)
    expected = [rating or 0.0 for rating in sumy_ratings(like(ours), document)]
    assert found == pytest.approx(expected, rel=0, abs=1e-9)


# What differs between languages, stop words and stems, is asked for by all methods alike: each language with two.
@pytest.mark.parametrize(
    ("name", "language"),
    [(DETERMINED[(place + more) % len(DETERMINED)], own) for place, own in enumerate(LANGUAGES) for more in (0, 3)],
)
def test_ratings_are_those_of_sumy_in_every_language(name, language):
    ours = summarizer(name, language)
    document = generated(language)
    if name == "edmundson":
        ours.bonus_words, ours.stigma_words = document.words[::7], document.words[3::11]
    assert_like_sumy(ours, document)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "english"), (GERMAN, "german")])
@pytest.mark.parametrize("name", DETERMINED)
def test_ratings_are_those_of_sumy_on_articles(name, text, language):
    ours = summarizer(name, language)
    if name == "edmundson" and language == "german":
        ours.bonus_words, ours.stigma_words = ["fanden"], ["rechnet"]
    assert_like_sumy(ours, written(text))


@pytest.mark.parametrize("name", DETERMINED)
def test_ratings_are_those_of_sumy_on_a_longer_text(name):
    assert_like_sumy(summarizer(name, "english"), generated("english", count=70, seed=2))


@pytest.mark.parametrize("article", ["01-barrier.txt", "14-idle-hours.txt"])
@pytest.mark.parametrize("name", DETERMINED)
def test_sentences_picked_are_those_that_sumy_rates_best(name, article, data):
    document = briefing.parse(briefing.read(data / "corpus" / article), language="auto")
    model = document_model(document)
    theirs = sumy_ratings(like(summarizer(name, document.language)), model)
    for count in (1, 5, 12):
        ours = briefing.summarize(document, method=name, sentences=count, coverage=False).sentences
        # Where sumy's ratings are equal, either sentence will do.
        best = sorted(theirs, key=lambda rating: -(rating or 0.0))[:count]
        found = sorted((theirs[sentence.index] for sentence in ours), key=lambda rating: -(rating or 0.0))
        assert found == pytest.approx(best, rel=0, abs=1e-9)


ODD = {
    "nothing": model(),
    "an empty paragraph": model([]),
    "headings alone": model([heading("The Bridge")], [heading("The Ferry")]),
    "one sentence": model(sentences("The bridge closes.")),
    "one empty sentence": model(sentences("")),
    "empty sentences": model(sentences("", "...", "—")),
    "stop words alone": model(sentences("It was so.", "And they were not.")),
    "one word": model(sentences("Bridge.")),
    "one word each": model(sentences("Bridge.", "Ferry.", "Bridge!", "Harbour.")),
    "the same word": model(sentences("Bridge.", "Bridge.", "Bridge.")),
    "no word shared": model(sentences("Bridges close.", "Ferries sail.", "Engineers measure.")),
    "one sentence twice": model(sentences("Bridges close.", "Ferries sail.", "Bridges close.")),
    "a word in all sentences": model(sentences("Bridge one opens.", "Bridge two closes.", "Bridge three falls.")),
    "fewer words than sentences": model(sentences("bridge ferry", "ferry", "bridge", "ferry bridge", "bridge")),
    "a tie but for rounding": model(sentences("ferry", "harbour crack pier", "bridge ferry ferry")),
    "a sentence without words": model(sentences("Bridges close.", "", "Bridges open.")),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_documents_have_sumys_ratings_or_zeros(kind):
    for name in DETERMINED:
        assert_like_sumy(summarizer(name, "english"), ODD[kind])


@pytest.mark.parametrize("kind", ODD)
def test_a_number_as_count_chooses_that_many_sentences(kind):
    chosen = {name: len(summarizer(name, "english")(ODD[kind], 2)) for name in NAMES}
    assert chosen == dict.fromkeys(NAMES, min(2, len(ODD[kind].sentences)))


WORDS = st.sampled_from(["bridge", "Bridge", "ferry", "harbour", "Cracks", "crack", "the", "The", "of", "closing"])
SENTENCES = st.lists(WORDS, max_size=8).map(" ".join)


@given(st.sampled_from(DETERMINED), st.lists(st.lists(SENTENCES, max_size=5), max_size=4))
def test_ratings_are_those_of_sumy_whatever_the_text(name, paragraphs):
    document = model(*(sentences(*texts) for texts in paragraphs))
    assert_like_sumy(summarizer(name, "english"), document)


@given(
    st.sampled_from(NAMES),
    st.lists(st.text(max_size=40), max_size=8),
    st.sampled_from(["czech", "arabic", "turkish"]),
)
def test_every_text_has_one_finite_rating_a_sentence(name, texts, language):
    found = ratings(summarizer(name, language), model(sentences(*texts)))
    assert len(found) == len(texts)
    assert all(map(math.isfinite, found))


@pytest.mark.parametrize("seed", range(3))
def test_kl_of_many_sentences_takes_one_of_the_nearest_at_every_step(seed):
    ours = summarizer("kl", "english")
    ours._MANY = 0
    document = generated("english", count=40, seed=seed)
    left = dict.fromkeys(document.sentences)  # of duplicates, what is left of one is the same
    document = model(list(left))
    order = sorted(range(len(left)), key=lambda place: -ratings(ours, document)[place])
    frequency = ours.compute_tf(document.sentences)
    taken = []
    for place in order:
        divergences = {
            sentence: ours._kl_divergence(
                ours._joint_freq(ours._get_content_words_in_sentence(sentence), taken), frequency
            )
            for sentence in left
        }
        sentence = document.sentences[place]
        assert divergences[sentence] <= min(divergences.values()) + 2e-12
        taken.extend(sentence.words)
        del left[sentence]


def test_random_is_a_permutation_that_only_the_text_decides():
    document = written(ENGLISH.replace("Traffic. Traffic.", "Traffic."))
    distinct = model(list(dict.fromkeys(document.sentences)))
    found = ratings(summarizer("random", "english"), distinct)
    assert sorted(found) == list(range(len(found)))
    assert found == ratings(summarizer("random", "german"), distinct)
    assert found != ratings(summarizer("random", "english"), model([*distinct.sentences, *sentences("More.")]))[:-1]


def test_edmundson_in_a_language_without_cue_words_looks_at_headings_and_place():
    document = model(
        [heading("De brug"), *sentences("Eerst dit.", "Dan iets.", "Dit ook.", "Tot slot.")],
        sentences("Zo dan.", "De brug gaat dicht.", "Hierna niets."),
        sentences("Voorbij."),
    )
    first, middle, last = 1.0, 0.0, 1.0
    assert ratings(summarizer("edmundson", "malayalam"), document) == [
        *(first + 1, first, first, first + 1),
        *(middle + 1, 2 + 2, middle + 1),  # both words of the heading, for title and for location
        last + 1,
    ]


@pytest.mark.parametrize(
    ("text", "cue"), [("A significant result.", 2), ("Perhaps merely bricks.", -2), ("Bricks.", 0)]
)
def test_edmundson_in_english_counts_cue_words(text, cue):
    plain, cued = sentences("Bricks were sold.", text)
    opening, closing = sentences("Bricks open.", "Bricks close.")
    document = model([opening], [opening, plain, cued, closing], [closing])
    found = ratings(summarizer("edmundson", "english"), document)
    assert found[3] - found[2] == cue


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError):
        summarizer("none", "english")
