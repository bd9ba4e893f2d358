"""Many texts through `pipe`: in order, lazily, errors as values."""

import os
import pickle
import signal
from itertools import count, islice

import pytest

import briefing

ARTICLE = "The bridge at Overton has closed. Engineers found {} cracks. Drivers go another way. It may take years.\n"
TEXTS = [ARTICLE.format(number) for number in range(12)]


@pytest.mark.parametrize("jobs", [None, 2])
def test_briefings_are_those_of_summarize_in_order(jobs):
    assert list(briefing.pipe(TEXTS, jobs=jobs, sentences=2)) == [
        briefing.summarize(text, sentences=2) for text in TEXTS
    ]


@pytest.mark.parametrize("jobs", [None, 2])
def test_errors_are_values_and_contexts_come_back(jobs):
    texts = [TEXTS[0], "", {"text": None, "name": "n7"}, {"text": TEXTS[1], "language": "klingon"}, TEXTS[2]]
    pairs = list(briefing.pipe(zip(texts, count(5), strict=False), jobs=jobs, as_tuples=True))
    assert [context for _, context in pairs] == [5, 6, 7, 8, 9]
    assert [type(made).__name__ for made, _ in pairs] == [
        "Briefing",
        "SourceError",
        "SourceError",
        "UsageError",
        "Briefing",
    ]
    assert str(pairs[2][0]) == "n7: no text in it; nothing to brief"


def test_a_record_brings_its_name_and_language():
    record = {"text": "Die Brücke ist gesperrt. Es gibt Risse.", "name": 7, "language": "de", "url": "x"}
    (made,) = briefing.pipe([record])
    assert (made.name, made.language) == ("7", "german")


@pytest.mark.parametrize("jobs", [None, 2])
def test_texts_are_taken_as_they_are_needed(jobs):
    taken = []
    texts = (taken.append(number) or TEXTS[0] for number in count())
    made = briefing.pipe(texts, jobs=jobs)
    assert len(list(islice(made, 3))) == 3
    made.close()
    assert len(taken) <= 200


@pytest.mark.parametrize("options", [{"words": 3, "ratio": 0.1}, {"method": "x"}, {"language": "x"}, {"format": "x"}])
def test_wrong_options_are_raised_at_once(options):
    with pytest.raises(briefing.UsageError):
        briefing.pipe([], **options)


class Deadly(str):
    """A text that kills whoever unpacks it."""

    def __reduce__(self):
        return os.kill, (_Itself(), signal.SIGKILL)


class _Itself:
    def __index__(self):
        return os.getpid()


def test_a_process_that_dies_loses_its_text_alone():
    made = list(briefing.pipe([TEXTS[0], Deadly(), TEXTS[1]], jobs=2))
    assert str(made[1]) == "its process was killed (SIGKILL)"
    assert [made[0], made[2]] == [briefing.summarize(text) for text in TEXTS[:2]]


def test_errors_cross_processes():
    error = briefing.SourceError("a: b")
    assert str(pickle.loads(pickle.dumps(error))) == "a: b"
