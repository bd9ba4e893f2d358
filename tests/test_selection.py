"""Which sentences are chosen: budgets, coverage, redundancy, coherence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import scoring, selection
from briefing.budget import Budget
from briefing.errors import UsageError
from briefing.scoring import Scores, quotable

FILLER = [
    "The harbour closes early on stormy autumn evenings.",
    "Bakers deliver warm bread before sunrise.",
    "Seven engineers repaired the broken turbine yesterday.",
    "Local schools received forty donated violins.",
    "A museum bought three medieval tapestries.",
    "Farmers planted drought resistant barley.",
    "Nurses organised vaccination clinics downtown.",
    "Astronomers photographed a distant comet.",
    "Carpenters restored the wooden staircase.",
    "Swimmers crossed the channel at night.",
]


def parse(text):
    return briefing.parse(text, format="markdown")


def sections(*bodies):
    """Give a document with a section for each body."""
    return parse("\n\n".join(f"## Part {'ABCDEFGHIJKLMNOP'[n]}\n\n{body}" for n, body in enumerate(bodies)))


def flat(document, values):
    """Give scores as the default method would."""
    ranks = [0] * len(values)
    for rank, index in enumerate(sorted(range(len(values)), key=lambda index: (-values[index], index)), 1):
        ranks[index] = rank
    return Scores(tuple(values), tuple(ranks), page=scoring.score(document).page)


def choose(document, values, coverage=True, **budget):
    return selection.choose(document, flat(document, values), Budget(**budget), selection.Policy(coverage))


def decide(document, values, coverage=True, **budget):
    return selection.decide(document, flat(document, values), Budget(**budget), selection.Policy(coverage))


def test_other_methods_are_taken_as_they_are():
    rain = "It rained on us all."
    document = parse(f"{rain}\n\n{rain}\n\nSnow fell on the whole of the coast.\n\nHail came last of all.")
    picks = [
        [sentence.index for sentence in briefing.summarize(document, sentences=2, method=method).sentences]
        for method in ("lead", "analyst")
    ]
    assert picks == [[0, 1], [0, 2]]


def test_without_vectors_nothing_leans():
    document = parse("Mayor Anders resigned on Friday. He denied every accusation. Bakers sell bread.")
    scores = flat(document, [0.1, 1.0, 0.8])
    assert selection.choose(document, scores, Budget(sentences=1)) == (2,)
    assert selection.choose(document, replace(scores, page=None), Budget(sentences=1)) == (1,)


# Budgets


@pytest.mark.parametrize(
    ("budget", "chosen"),
    [
        ({"sentences": 1}, (4,)),
        ({"sentences": 3}, (2, 3, 4)),
        ({"ratio": 0.25}, (3, 4)),
        ({"ratio": 0.01}, (4,)),
        ({"ratio": 1.0}, tuple(range(10))),
        ({"sentences": 99}, tuple(range(10))),
        ({"per_section": 2}, (3, 4)),
        ({"per_section": 4}, (2, 3, 4, 5)),
        ({"words": 6}, (4,)),
        ({"words": 12}, (3, 4)),
        ({"words": 4}, ()),
    ],
)
def test_budget(budget, chosen):
    document = parse(" ".join(FILLER))
    values = [0.1, 0.2, 0.6, 0.9, 1.0, 0.5, 0.4, 0.3, 0.2, 0.1]
    assert choose(document, values, **budget) == chosen


def test_word_budget_goes_on_to_what_still_fits():
    document = parse(" ".join(FILLER[:3]))
    assert [len(sentence.text.split()) for sentence in document.sentences] == [8, 6, 7]
    assert choose(document, [1.0, 0.9, 0.8], words=14) == (0, 1)
    assert choose(document, [0.9, 1.0, 0.8], words=13) == (1, 2)


@pytest.mark.parametrize(
    ("counts", "budget", "expected"),
    [
        ((100, 4000), {}, [(100, 230), (3, 230)]),
        ((100, 600), {}, [(100, 150), (3, 230)]),
        ((4, 80), {}, [(4, 20), (3, 230)]),
        ((100, 4000), {"minutes": 2}, [(100, 460)]),
        ((100, 4000), {"minutes": 0.001}, [(100, 1)]),
        ((100, 4000), {"words": 300}, [(100, 300)]),
        ((100, 4000), {"sentences": 300}, [(100, 4000)]),
        ((100, 4000), {"ratio": 0.2}, [(20, 4000)]),
        ((100, 4000), {"per_section": 1}, [(100, 4000)]),
    ],
)
def test_limits(counts, budget, expected):
    assert [(limit.sentences, limit.words) for limit in Budget(**budget).limits(*counts)] == expected


def test_default_length_is_a_quarter_but_three_sentences():
    document = parse(" ".join(FILLER))
    assert choose(document, [1.0, 0.9, 0.8, *[0.1] * 7]) == (0, 1, 2)
    long = parse(" ".join(f"Ship{n} brings salt{n} to the port of town{n} every day{n}." for n in range(100, 220)))
    made = briefing.summarize(long)
    assert 200 < made.briefing_size.words <= 230


@pytest.mark.parametrize(
    ("budget", "message"),
    [
        ({"sentences": 0}, "sentences must be at least 1, not 0"),
        ({"words": 0}, "words must be at least 1, not 0"),
        ({"per_section": -1}, "per_section must be at least 1, not -1"),
        ({"ratio": 0.0}, "a ratio of 0 makes no sense; give more than 0 and at most 1 (100%)"),
        ({"minutes": 0}, "0 minutes make no sense; give more than 0"),
        ({"ratio": 1.5}, "a ratio of 1.5 makes no sense; give more than 0 and at most 1 (100%)"),
        ({"sentences": 3, "words": 50}, "sentences and words exclude each other; give one length"),
    ],
)
def test_senseless_budget(budget, message):
    with pytest.raises(UsageError) as caught:
        Budget(**budget)
    assert str(caught.value) == message


# Coverage


def test_every_section_before_any_second():
    document = sections(" ".join(FILLER[:4]), FILLER[4], FILLER[5])
    values = [1.0, 0.9, 0.8, 0.7, 0.1, 0.2]
    assert choose(document, values, sentences=3) == (0, 4, 5)
    assert choose(document, values, sentences=3, coverage=False) == (0, 1, 2)


def test_too_many_sections_are_taken_by_their_best_sentence():
    document = sections(*FILLER[:5])
    assert choose(document, [0.1, 0.9, 0.3, 0.8, 0.2], sentences=2) == (1, 3)


def test_topmost_sections_before_subsections():
    document = parse(
        f"## One\n\n{FILLER[0]}\n\n### One a\n\n{FILLER[1]}\n\n### One b\n\n{FILLER[2]}\n\n## Two\n\n{FILLER[3]}"
    )
    assert choose(document, [1.0, 0.9, 0.8, 0.1], sentences=2) == (0, 3)


def test_empty_sections_take_no_place():
    document = parse(f"## Empty\n\n## Full\n\n{FILLER[0]} {FILLER[1]}\n\n## Void\n")
    assert choose(document, [0.5, 1.0], per_section=1) == (1,)


def test_a_thousand_sections_and_three_points():
    text = "\n\n".join(f"## Topic {n:x}\n\nParticle{n:x} moves{n:x} slowly{n:x}." for n in range(1000))
    document = parse(text)
    assert choose(document, [n / 1000 for n in range(1000)], sentences=3) == (997, 998, 999)


def test_sections_get_room_by_importance():
    document = sections(" ".join(FILLER[:5]), FILLER[5], FILLER[6])
    values = [1.0, 0.9, 0.8, 0.7, 0.6, 0.65, 0.1]
    assert choose(document, values, sentences=3, coverage=True) == (0, 5, 6)
    assert choose(document, values, sentences=3, coverage=None) == (0, 1, 5)
    assert choose(document, values, sentences=2, coverage=None) == (0, 1)
    assert choose(document, values, sentences=3, coverage=False) == (0, 1, 2)


def test_what_cannot_be_quoted_comes_only_with_the_whole():
    document = parse(f"The bill has the following three parts:\n\n{FILLER[0]} {FILLER[1]}")
    scores = scoring.score(document)
    assert scores.barred == {0: "list introduction"}
    assert selection.choose(document, scores, Budget(sentences=2)) == (1, 2)
    assert selection.choose(document, scores, Budget(ratio=1.0)) == (0, 1, 2)
    assert selection.decide(document, scores, Budget(sentences=1))[0].reason == "list introduction"


# Redundancy


def test_the_same_is_told_once_even_across_sections():
    document = sections(f"{FILLER[0]} {FILLER[1]}", f"{FILLER[0]} {FILLER[2]}")
    assert choose(document, [1.0, 0.2, 0.9, 0.1], sentences=3) == (0, 1, 3)
    assert choose(document, [1.0, 0.2, 0.9, 0.1], per_section=1) == (0, 3)


def test_a_text_that_is_given_whole_keeps_what_it_says_twice():
    document = parse(f"{FILLER[0]} {FILLER[1]} {FILLER[0]}")
    for budget in ({"sentences": 3}, {"words": 99}, {"ratio": 1.0}):
        assert choose(document, [1.0, 0.9, 0.8], **budget) == (0, 1, 2)
    assert choose(document, [1.0, 0.9, 0.8], per_section=3) == (0, 1)


def test_only_duplicates():
    document = parse(" ".join(FILLER[:1] * 8))
    assert choose(document, [1.0] * 8, sentences=3) == (0,)


def test_stop_words_alone_are_compared_too():
    document = parse("It is what it is. It is what it is. Bakers sell bread. Farmers sow barley.")
    assert choose(document, [1.0, 0.9, 0.2, 0.1], sentences=3) == (0, 2, 3)


def test_sharing_the_word_for_the_subject_is_no_repetition():
    document = parse(
        "The copper mine closes next spring after ninety years. Bakers sell bread. "
        "Prices for copper fell by a third since last summer."
    )
    assert choose(document, [1.0, 0.8, 0.85], sentences=2) == (0, 2)


def test_new_things_beat_better_repetitions():
    document = parse("Miners dug deep copper shafts. Miners dug deep copper tunnels. Poets read aloud. Cats sleep.")
    assert choose(document, [1.0, 0.9, 0.6, 0.1], sentences=2) == (0, 2)


# Coherence


@pytest.mark.parametrize(
    "second",
    [
        "He denied every accusation afterwards.",
        "This changed the whole negotiation.",
        "However, nobody believed the witness.",
        "“And so we lost everything,” he said.",
        "The latter had stopped the traffic.",
    ],
)
def test_dangling_opener_is_avoided(second):
    document = parse(f"{FILLER[0]}\n\n{second} {FILLER[1]} {FILLER[2]}")
    assert choose(document, [0.1, 0.8, 0.6, 0.2], sentences=1) == (2,)


def test_antecedent_comes_along():
    document = parse(f"Mayor Anders resigned on Friday. He denied every accusation. {FILLER[1]} {FILLER[2]}")
    assert choose(document, [0.6, 1.0, 0.3, 0.2], sentences=2) == (0, 1)
    assert choose(document, [0.5, 1.0, 0.65, 0.2], per_section=2) == (0, 1)


def test_antecedent_of_a_sections_only_sentence_comes_along():
    document = sections("Mayor Anders resigned on Friday. He denied every accusation.", FILLER[1], FILLER[2])
    assert choose(document, [0.2, 1.0, 0.5, 0.5], sentences=4) == (0, 1, 2, 3)
    assert choose(document, [0.05, 1.0, 0.5, 0.3], words=14) == (1, 2)


def test_a_short_sentence_of_little_worth_fills_no_words():
    text = f"{FILLER[0]} {FILLER[1]} Boats pay nothing. {FILLER[2][:-1]} while the whole of the town looked on."
    values = [1.0, 0.9, 0.2, 0.2]
    assert choose(parse(text), values, coverage=False, words=30) == (0, 1, 3)
    assert choose(parse(text), values, coverage=False, sentences=3) == (0, 1, 2)


def test_of_two_that_are_worth_as_much_the_shorter_is_read_sooner():
    long = "The council of the town closed the old bridge over the river in the spring of that year after a flood."
    document = parse(f"{FILLER[0]} {long} {FILLER[1]}")
    assert choose(document, [0.1, 0.8, 0.75], coverage=False, sentences=1) == (2,)
    assert choose(document, [0.1, 1.0, 0.75], coverage=False, sentences=1) == (1,)


def test_antecedent_comes_before_better_sentences_of_other_sections():
    document = sections("Mayor Anders resigned on Friday. He denied every accusation.", " ".join(FILLER[:3]))
    values = [0.1, 1.0, 0.5, 0.45, 0.4]
    assert choose(document, values, sentences=3) == (0, 1, 2)
    assert choose(document, values, sentences=3, coverage=False) == (1, 2, 3)


def test_antecedent_and_what_leans_on_it_beat_a_better_sentence_together():
    document = parse(f"Mayor Anders resigned on Friday. He denied every accusation. {' '.join(FILLER[:3])}")
    assert choose(document, [0.8, 1.0, 0.85, 0.3, 0.2], sentences=2, coverage=False) == (0, 1)
    assert choose(document, [0.8, 1.0, 0.85, 0.3, 0.2], sentences=1, coverage=False) == (2,)
    assert choose(document, [0.55, 1.0, 0.85, 0.3, 0.2], sentences=2, coverage=False) == (1, 2)
    assert choose(document, [0.1, 1.0, 0.59, 0.61, 0.2], sentences=2, coverage=False) == (1, 3)


def test_no_antecedent_is_fetched_from_another_section():
    document = sections(f"{FILLER[0]} Mayor Anders resigned.", f"He denied every accusation. {FILLER[1]}")
    assert choose(document, [0.1, 0.7, 1.0, 0.8], sentences=2, coverage=False) == (1, 3)


@pytest.mark.parametrize(
    ("bodies", "values", "chosen"),
    [
        (
            [f"{FILLER[0]} Mayor Anders resigned.", f"He denied every accusation. {FILLER[1]}"],
            [0.8, 0.9, 1, 0.2],
            (1, 2),
        ),
        ([f"Why now? What does it cost? Eleven crowns a day. {FILLER[1]}"], [1, 0.8, 0.7, 0.65], (0, 1, 2)),
    ],
    ids=["after it", "before it"],
)
def test_what_leans_counts_in_full_once_that_is_chosen(bodies, values, chosen):
    assert choose(sections(*bodies), values, sentences=len(chosen), coverage=False) == chosen


def test_question_does_not_stand_without_its_answer():
    document = parse(f"Who pays for repairs? Owners pay half of them. {FILLER[1]} {FILLER[2]}")
    assert choose(document, [0.8, 0.1, 0.6, 0.2], sentences=1) == (2,)
    assert choose(document, [1.0, 0.7, 0.6, 0.2], sentences=2) == (0, 1)


def test_question_and_an_answer_that_leans_on_it_come_together():
    document = parse(f"Who pays for repairs? They are paid by the owners. {FILLER[1]} {FILLER[2]}")
    assert choose(document, [1.0, 0.9, 0.8, 0.2], sentences=2, coverage=False) == (0, 1)


# Decisions


def test_decisions_say_why():
    document = parse(
        "Miners dug deep copper shafts. Miners dug deep copper shafts. Poets read aloud. "
        "Engineers repaired the broken turbine during a long cold night. He slept. Cats purr."
    )
    made = decide(document, [1.0, 0.9, 0.75, 0.7, 0.6, 0.5], words=10)
    assert [decision.reason for decision in made] == [
        "chosen",
        "repeats",
        "chosen",
        "over budget",
        "dangling opener",
        "chosen",
    ]
    assert [decision.index for decision in made] == [0, 1, 2, 3, 4, 5]
    assert [decision.place for decision in made] == [1, None, 2, None, None, 3]
    assert made[1].like == 0
    assert made[1].redundancy == pytest.approx(1.0)
    assert (made[2].redundancy, made[2].like) == (0.0, None)


def test_the_likest_of_the_chosen_is_named():
    document = parse(
        "Copper closed. Copper prices doubled. Prices at the northern harbour stayed as low as those of any other "
        "port of the whole eastern coast. Copper prices fell."
    )
    made = decide(document, [1.0, 0.9, 0.3, 0.1], sentences=3)
    assert [decision.like for decision in made] == [None, 0, 1, 1]
    first, second = sorted(decision.redundancy for decision in made[1:3])
    assert 0 < first < second < made[3].redundancy < 1


@pytest.mark.parametrize(
    ("values", "reasons"),
    [
        ([1.0, 0.2, 0.1, 0.9], ["chosen", "lower score", "lower score", "chosen"]),
        ([1.0, 0.9, 0.9, 0.9], ["chosen", "chosen", "lower score", "lower score"]),
    ],
)
def test_lower_score_is_the_usual_reason(values, reasons):
    document = parse(" ".join(FILLER[:4]))
    assert [decision.reason for decision in decide(document, values, sentences=2)] == reasons


def test_what_was_good_enough_but_for_what_it_repeats_repeats():
    document = parse("Miners dug deep copper shafts. Miners dug deep copper tunnels. Poets read aloud. Cats sleep.")
    made = decide(document, [1.0, 0.6, 0.6, 0.1], sentences=2)
    assert [decision.reason for decision in made] == ["chosen", "repeats", "chosen", "lower score"]


def test_what_is_better_than_another_section_s_best_found_its_own_section_full():
    document = sections(" ".join(FILLER[:2]), FILLER[2])
    made = decide(document, [1.0, 0.9, 0.1], sentences=2)
    assert [decision.reason for decision in made] == ["chosen", "section full", "chosen"]


# What holds for any text

WORDS = ["copper", "he", "this", "rain", "Berlin", "however", "opens", "slowly", "“yes”", "why?", "seven", "of"]
sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
body = st.lists(sentence, min_size=1, max_size=6).map(" ".join)
texts = st.lists(st.tuples(st.sampled_from(["", "## Head\n\n", "### Deep\n\n"]), body), min_size=1, max_size=8).map(
    lambda parts: "\n\n".join(head + text for head, text in parts)
)
budgets = st.one_of(
    st.just({}),
    st.integers(1, 12).map(lambda n: {"sentences": n}),
    st.integers(1, 60).map(lambda n: {"words": n}),
    st.floats(0.01, 1.0).map(lambda r: {"ratio": r}),
    st.integers(1, 3).map(lambda n: {"per_section": n}),
)


@given(texts, budgets, st.booleans())
def test_any_choice_keeps_its_budget_and_the_order(text, budget, coverage):
    document = parse(text)
    made = briefing.summarize(document, coverage=coverage, **budget)
    indices = [sentence.index for sentence in made.sentences]
    assert indices == sorted(set(indices))
    assert [document.sentences[index] for index in indices] == list(made.sentences)
    if "words" in budget:
        assert sum(len(sentence.text.split()) for sentence in made.sentences) <= budget["words"]
    elif "per_section" in budget:
        assert all(len(part.points) <= budget["per_section"] for part in made.parts)
    else:
        assert 1 <= len(indices) <= Budget(**budget).limits(len(document.sentences), 10**6)[0].sentences


@given(texts, st.integers(1, 12))
def test_any_second_means_that_no_section_had_to_wait(text, count):
    document = parse(text)
    made = selection.decide(document, scoring.score(document), Budget(sentences=count), selection.Policy(True))
    chosen = [[made[s.index] for s in section.sentences] for section in document.sections]
    waiting = [part for part in chosen if part and not any(decision.place for decision in part)]
    if any(sum(decision.place is not None for decision in part) > 1 for part in chosen):
        # What waits has nothing to say that is not said, or that can be quoted.
        assert all(decision.reason in ("repeats", *quotable.REASONS) for part in waiting for decision in part)


@given(texts)
def test_ties_go_to_the_earlier(text):
    document = parse(text)
    plain = [1.0] * len(document.sentences)
    (first,) = choose(document, plain, coverage=False, sentences=1)
    assert all(decision.reason != "lower score" for decision in decide(document, plain, sentences=1)[:first])


def test_what_is_longer_than_any_briefing_is_quoted_where_no_length_is_asked_for():
    text = " ".join(f"{'the tide is high and ' * 60}low." for _ in range(3))
    assert len(briefing.summarize(text).sentences) == 1
    assert briefing.summarize(text, words=230).sentences == ()
