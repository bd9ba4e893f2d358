"""Stop words and stems of each language."""

import pytest

from briefing.scoring.lexicon import stemmer, stop_words


@pytest.mark.parametrize(
    ("language", "word"),
    [("english", "the"), ("english", "don't"), ("german", "und"), ("spanish", "por qué"), ("korean", "에 대해")],
)
def test_sumys_stop_words(language, word):
    assert word in stop_words(language)


@pytest.mark.parametrize("language", ["english", "german", "hebrew", "malayalam"])
def test_no_stop_word_is_blank(language):
    assert not {word for word in stop_words(language) if word != word.strip() or not word}


@pytest.mark.parametrize(
    ("language", "word", "stem"),
    [
        ("english", "bridges", "bridg"),
        ("german", "häuser", "haus"),
        ("slovak", "mestami", "mest"),
        ("hungarian", "hidak", "hid"),
        ("romanian", "podurile", "podur"),
        ("indonesian", "jembatan", "jembatan"),
        ("arabic", "الكتاب", "كتاب"),
        ("greek", "γέφυρες", "γέφυρες"),  # a stemmer that needs a package that is not ours
        ("polish", "mosty", "mosty"),
        ("turkish", "köprüler", "köprüler"),  # none at all
        ("czech", "2", "2"),  # the Czech stemmer warns of words without case
        ("czech", "東京", "東京"),
        ("english", "a" * 65 + "ing", "a" * 65 + "ing"),
    ],
)
def test_stems(language, word, stem):
    assert stemmer(language)(word) == stem


def test_a_stemmer_asks_for_each_word_once(monkeypatch):
    asked = []
    monkeypatch.setattr("briefing.scoring.lexicon._sumy_stemmer", lambda _: lambda word: asked.append(word) or word)
    stem = stemmer.__wrapped__("english")
    assert [stem("bridge"), stem("bridge")] == ["bridge", "bridge"]
    assert asked == ["bridge"]
