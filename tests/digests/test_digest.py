"""Digests of invented matters: every shared fact told once, every planted difference found, and no other."""

import json
from pathlib import Path

import pytest

import briefing

MATTERS = json.loads((Path(__file__).parents[1] / "data/digests/matters.json").read_text())


def parsed(name):
    texts = MATTERS[name]["articles"]
    return [briefing.parse(text, name=f"{name}{number}.txt") for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("name", MATTERS)
def test_a_shared_fact_is_told_once_and_a_difference_is_found(name):
    (matter,) = briefing.digest(parsed(name), words=400, one=True).matters
    for words in MATTERS[name]["shared"]:
        told = [point for point in matter.points if all(word in point.sentence.text for word in words)]
        assert len(told) == 1, words
        assert len(told[0].sources) > 1, words
    found = [[d.kind, d.ours, d.theirs] for point in matter.points for d in point.differences]
    planted = MATTERS[name]["differs"]
    assert sorted([kind, *sorted(pair)] for kind, *pair in found) == sorted([k, *sorted(p)] for k, *p in planted)


def test_articles_of_many_matters_are_told_apart():
    documents = [document for name in MATTERS for document in parsed(name)]
    made = briefing.digest(documents)
    groups = [{Path(origin.name).stem.rstrip("12345") for origin in matter.origins} for matter in made.matters]
    assert all(len(group) == 1 for group in groups)
    assert sum(len(matter.origins) > 1 for matter in made.matters) >= 7


def test_matters_that_are_not_asked_for_are_named():
    documents = [*parsed("tram"), *parsed("pool"), *parsed("mine"), *parsed("strike")]
    made = briefing.digest(documents, matters=1)
    assert len(made.matters) == 1
    assert made.left_out


@pytest.mark.parametrize("length", [{"words": 90}, {"minutes": 0.5}, {"sentences": 4}])
def test_a_length_is_that_of_the_whole(length):
    made = briefing.digest([*parsed("tram"), *parsed("storm")], **length)
    words = sum(len(sentence.text.split()) for sentence in made.sentences)
    points = sum(len(matter.points) for matter in made.matters)
    assert points <= length.get("sentences", 99)
    assert words <= length.get("words", 230 * length.get("minutes", 9))


def test_every_sentence_stands_in_its_source():
    documents = parsed("mine")
    (matter,) = briefing.digest(documents).matters
    tellings = [t for p in matter.points for group in (p, *p.differences) for t in group.tellings]
    assert tellings
    for telling in tellings:
        text = documents[telling.source - 1].text[telling.sentence.start : telling.sentence.end]
        assert " ".join(text.split()) == telling.sentence.text


def test_only_what_one_source_says_can_be_asked_for():
    (matter,) = briefing.digest(parsed("tram"), only_one=True, words=400).matters
    assert matter.points
    assert all(len(point.sources) == 1 and not point.differences for point in matter.points)
    assert not any("closed until Friday" in sentence.text for sentence in (p.sentence for p in matter.points))


def test_what_the_points_have_told_together_is_not_told_again():
    one = (
        "The driver Mara Tolk was charged with the theft of nine lamps on Monday. A court in Velby will hear her in "
        "June. The lamps came from a church that was built in 1702."
    )
    other = (
        "The driver Mara Tolk will be heard by a court in June. Two guards saw her in the nave. "
        "The parish wants its old lamps back before the winter."
    )
    made = briefing.digest([briefing.parse(one), briefing.parse(other)], one=True, sentences=3)
    assert "The lamps came from a church that was built in 1702." in [s.text for s in made.sentences]


def test_what_is_asked_for_comes_first():
    made = briefing.digest(parsed("storm"), sentences=1, query="charity blankets")
    assert "charity" in made.sentences[0].text
    assert made.query_matched
    assert briefing.digest(parsed("storm"), query="volcano").query_matched is False


def test_shared_headings_order_the_points():
    text = "# Week\n\n## Harvest\n\n{}\n\n## Fishing\n\n{}\n"
    one = text.format("The wheat harvest fell to 40 tonnes in the north.", "Boats landed less cod than a year ago.")
    other = text.format(
        "Rain delayed the barley harvest by two weeks.", "The herring fleet stays in port this month."
    )
    documents = [briefing.parse(part, format="markdown") for part in (one, other)]
    (matter,) = briefing.digest(documents, one=True, words=200).matters
    assert [point.heading for point in matter.points] == ["Harvest", "Harvest", "Fishing", "Fishing"]


def test_entries_of_a_feed_are_articles():
    feed = """<rss version="2.0"><channel><title>News</title>
    <item><title>Pool closes</title><link>https://example.org/1</link><pubDate>Mon, 02 Mar 2026 09:14:00 GMT</pubDate>
    <description>The council of Harle voted to close the old swimming pool in Garden Lane.</description></item>
    <item><title>Tram stops</title><link>https://example.org/2</link>
    <description>A tram left the rails in the centre of Velby on Monday.</description></item></channel></rss>"""
    document = briefing.parse(briefing.Source("feed.xml", feed.encode()))
    made = briefing.digest([document])
    origins = [origin for matter in made.matters for origin in matter.origins]
    assert [(o.title, o.date, o.address) for o in origins] == [
        ("Pool closes", "2026-03-02", "https://example.org/1"),
        ("Tram stops", None, "https://example.org/2"),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Friday, March 6, 2026", "2026-03-06"),
        ("Published: 6 March 2026", "2026-03-06"),
        ("2026-03-06", "2026-03-06"),
        ("February 30, 2026", None),
    ],
)
def test_the_day_stands_beside_the_article(line, day):
    text = f"Ferry runs again\n\n{line}\n\nThe ferry to Storby runs again. It had lain in dock since the storm.\n"
    (matter,) = briefing.digest([briefing.parse(text)]).matters
    assert matter.origins[0].date == day


def test_matters_are_told_in_the_order_of_the_days():
    texts = [
        "Ferry runs again\n\nMarch 6, 2026\n\nThe ferry to Storby runs again after three days of repairs.\n",
        "Storm stops ferry\n\nMarch 3, 2026\n\nA storm stopped the ferry to Storby and drove its crew ashore.\n",
    ]
    made = briefing.digest(list(map(briefing.parse, texts)), one=True)
    assert [point.source for matter in made.matters for point in matter.points] == [2, 1]


def test_of_nothing_there_is_an_empty_digest():
    assert briefing.digest([]).matters == ()
