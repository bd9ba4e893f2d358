"""Measuring briefings: what each measure says, what means are worth, and `briefing evaluate`."""

import io
import json
import sys
from operator import attrgetter

import pytest
from commandline import invoke
from sumy.evaluation import cosine_similarity, f_score, precision, recall, unit_overlap
from sumy.models import TfDocumentModel

import briefing
from briefing import evaluation
from briefing.evaluation import BASELINE, Article, dataset, evaluate
from briefing.evaluation.measures import MEASURES, measure, reference_sentences
from briefing.render.evaluation import COLUMNS, render
from briefing.render.progress import watched
from briefing.source import Source

TEXT = (
    "The ferry sank at night. Nobody was hurt. It had left Oslo at noon. Divers search the wreck. They start today."
)
REFERENCE = "The ferry sank in the night. Divers search for it."
COMPARED = [name for name in MEASURES if name != "answered"]
"""The measures that need no questions."""


@pytest.fixture
def document():
    return briefing.parse(TEXT)


def figures(document, indices, *references):
    return measure(document, [document.sentences[index] for index in indices], references or [REFERENCE])


# Chosen: the ferry sank at night (5 words). Reference: the ferry sank in the night / divers search for it (10 words).
@pytest.mark.parametrize(
    ("name", "common", "chosen", "referred"),
    [
        ("rouge-1", 4, 5, 10),  # the ferry sank night
        ("rouge-2", 2, 4, 9),  # the-ferry ferry-sank
        ("rouge-l", 4, 5, 10),
        ("rouge-lsum", 4, 5, 10),
        ("sentences", 0, 1, 2),
    ],
)
def test_precision_recall_and_f_by_hand(document, name, common, chosen, referred):
    figure = figures(document, [0])[name]
    assert figure.precision == pytest.approx(common / chosen)
    assert figure.recall == pytest.approx(common / referred)
    assert figure.value == pytest.approx(2 * common / (chosen + referred))


def test_sentence_order_matters_to_rouge_l_alone(document):
    reversed_reference = "Divers search for it. The ferry sank in the night."
    made, straight = figures(document, [0, 3], reversed_reference), figures(document, [0, 3])
    assert made["rouge-l"].value < made["rouge-lsum"].value
    assert made["rouge-lsum"] == straight["rouge-lsum"]
    assert made["rouge-1"] == straight["rouge-1"]


def test_english_words_are_stemmed_and_others_are_not():
    for language, value in (("english", 1.0), ("german", 0.0)):
        document = briefing.parse("Ferries", language=language)
        assert measure(document, document.sentences, ["ferry"])["rouge-1"].value == value


@pytest.mark.parametrize("text", ["Паром затонул ночью.", "Η κυβέρνηση συμφώνησε.", "Søen blev målt."])
def test_letters_outside_ascii_make_words(text):
    document = briefing.parse(text, language="danish")
    made = measure(document, document.sentences, [text])
    assert made["rouge-1"].value == made["rouge-lsum"].value == 1


def test_references_count_by_their_mean(document):
    one, other = figures(document, [0]), figures(document, [0], "Divers search the wreck.")
    both = figures(document, [0], REFERENCE, "Divers search the wreck.")
    for name in COMPARED:
        assert both[name].value == pytest.approx((one[name].value + other[name].value) / 2)
        if one[name].recall is not None:
            assert both[name].recall == pytest.approx((one[name].recall + other[name].recall) / 2)


@pytest.mark.parametrize(
    ("indices", "share"),
    [
        ([0, 1], 0),
        ([0, 2], 1 / 2),  # 'It', and what it is stayed behind
        ([1, 2], 0),  # 'It' follows the sentence before it
        ([4], 1),
        ([2, 4], 1),
        ([], 0),
    ],
)
def test_dangling_openers(document, indices, share):
    assert figures(document, indices)["dangling"].value == share


def test_dangling_openers_are_those_that_the_default_method_avoids():
    document = briefing.parse("Die Fähre sank. Das Wetter war gut. Sie lag quer.", language="german")
    assert measure(document, document.sentences[2:], ["Fähre"])["dangling"].value == 1
    assert measure(document, document.sentences[:1], ["Fähre"])["dangling"].value == 0


def test_content_measures_are_sumys(document):
    chosen = [document.sentences[0], document.sentences[3]]
    reference = "Divers search the wreck. It lies deep."
    made = measure(document, chosen, [reference])

    def model(text):
        return TfDocumentModel(briefing.segment.words(text))

    short, whole = model(" ".join(sentence.text for sentence in chosen)), model(TEXT)
    assert made["cosine"].value == cosine_similarity(short, model(reference))
    assert made["overlap"].value == unit_overlap(short, model(reference))
    assert made["article-cosine"].value == cosine_similarity(short, whole)
    assert made["article-overlap"].value == unit_overlap(short, whole)
    picked, referred = [sentence.text for sentence in chosen], ["Divers search the wreck.", "It lies deep."]
    assert made["sentences"].precision == precision(picked, referred) == 1 / 2
    assert made["sentences"].recall == recall(picked, referred) == 1 / 2
    assert made["sentences"].value == f_score(picked, referred)


def test_content_measures_by_hand():
    document = briefing.parse("Red red blue.")
    made = measure(document, document.sentences, ["Blue red green."])
    assert made["cosine"].value == pytest.approx((2 * 1 + 1 * 1) / (5**0.5 * 3**0.5))
    assert made["overlap"].value == 2 / 3


@pytest.mark.parametrize(
    ("reference", "sentences"),
    [
        ("One is here. Two is there.", ["One is here.", "Two is there."]),
        ("One is\nwrapped. Two is\r\ntoo.", ["One is wrapped.", "Two is too."]),
        ("One paragraph\n\nAnother", ["One paragraph", "Another"]),
        ("- one item\n- another\n• a third", ["- one item", "- another", "• a third"]),
    ],
)
def test_sentences_of_a_reference(reference, sentences):
    assert reference_sentences(reference, "english") == sentences


class TestResampling:
    def test_interval_of_equal_values_is_that_value(self):
        assert evaluation.intervals([[0.5, 1.0]] * 10) == [(0.5, 0.5), (1.0, 1.0)]

    def test_interval_is_that_of_the_normal_distribution_nearly(self):
        table = [[number % 2] for number in range(400)]
        [(low, high)] = evaluation.intervals(table)
        assert low == pytest.approx(0.5 - 1.96 * 0.5 / 20, abs=0.006)
        assert high == pytest.approx(0.5 + 1.96 * 0.5 / 20, abs=0.006)

    def test_certain_and_random_differences(self):
        differences = [[0.1, 0.1 if number % 2 else -0.1, 0.0] for number in range(40)]
        certain, random, none = evaluation.p_values(differences)
        assert certain == 1 / (1 + evaluation.RESAMPLES)
        assert random == none == 1

    def test_small_case_by_hand(self):
        # Of the 8 ways to draw 3 signs, 2 give a mean as far from 0 as three gains do.
        [p] = evaluation.p_values([[1.0], [2.0], [3.0]])
        assert p == pytest.approx(2 / 8, abs=0.04)

    def test_one_article_tells_nothing_of_others(self):
        assert evaluation.intervals([[0.5, 1.0]]) == evaluation.p_values([[0.5, 1.0]]) == [None, None]

    def test_same_numbers_each_time(self):
        table = [[(number * 7919 % 101) / 101] for number in range(30)]
        assert evaluation.intervals(table) == evaluation.intervals(table)
        # Written down once: another generator or seed would give others.
        [(low, high)] = evaluation.intervals(table)
        assert (round(low, 6), round(high, 6)) == (0.391386, 0.587203)


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


@pytest.fixture(scope="module")
def articles():
    rest = "Divers search a ferry wreck off Oslo. A ferry wreck off Oslo draws divers. Off Oslo divers see a ferry."
    reference = "Divers search a ferry wreck off Oslo."
    return [Article(day, f"Rain fell on {day}. {rest}", (reference,), length={"sentences": 1}) for day in DAYS]


def test_methods_stand_beside_the_lead(articles):
    made = evaluate(iter(articles), ["text-rank", "lead", "text-rank"])
    assert (made.articles, list(made.results)) == (6, [BASELINE, "text-rank"])
    lead, other = made.results.values()
    assert list(lead) == list(COMPARED)
    for name, estimate in other.items():
        base = lead[name]
        assert base.gain is base.p is None
        assert estimate.gain == pytest.approx(estimate.mean.value - base.mean.value)
        assert estimate.interval[0] <= estimate.mean.value + 1e-12
        assert estimate.interval[1] >= estimate.mean.value - 1e-12
    assert other["rouge-1"].gain > 0
    assert other["rouge-1"].p < 0.05


def test_dangling_is_left_out_where_the_openers_of_a_language_are_not_known(articles):
    estonian = Article("et", "Sadas vihma. Sadas ka lund.", ("Sadas vihma.",), language="et")
    made = evaluate([*articles, estonian], [])
    assert set(COMPARED) - set(made.results[BASELINE]) == {"dangling"}


# Command line


RECORD = {"id": "a", "text": TEXT, "refs": [REFERENCE], "sentences": 2}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "one.txt").write_text(REFERENCE)
    (tmp_path / "two.txt").write_text("Divers search the wreck.")
    records = [RECORD, RECORD | {"id": 7, "refs": [REFERENCE, "A wreck."], "words": 20, "sentences": None}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n\n")
    return tmp_path


IN_FOLDER = pytest.mark.usefixtures("folder")


def cli(*words, **options):
    return invoke("evaluate", *words, **options)


def cli_json(*words, **options):
    done = cli(*words, "-f", "json", **options)
    assert (done.exit_code, done.stderr) == (0, "")
    return json.loads(done.stdout)


@IN_FOLDER
def test_json():
    made = cli_json("--data", "set.jsonl")
    assert list(made) == ["schema", "articles", "coverage", "baseline", "confidence", "resamples", "seed", "methods"]
    assert (made["schema"], made["articles"], made["resamples"]) == ("briefing-evaluation/1", 2, 1000)
    assert [method["method"] for method in made["methods"]] == ["lead", briefing.DEFAULT_METHOD]
    measures = made["methods"][1]["measures"]
    assert list(measures) == COMPARED
    assert list(measures["rouge-1"]) == ["value", "precision", "recall", "low", "high", "gain", "p"]
    assert measures["cosine"]["precision"] is None


@IN_FOLDER
def test_article_and_references():
    words = ["article.txt", "--reference", "one.txt", "--reference", "two.txt", "-n", "1", "-m", "lead"]
    [lead] = cli_json(*words)["methods"]
    expected = figures(briefing.parse(TEXT), [0], REFERENCE, "Divers search the wreck.")
    assert lead["measures"]["rouge-1"]["value"] == round(expected["rouge-1"].value, 6)
    assert cli_json("-", *words[1:], input=TEXT) == cli_json(*words[1:], input=TEXT) == cli_json(*words)


def test_lengths_of_the_set_beat_those_of_the_command_line(folder):
    for options in ([], ["-n", "4"], ["-r", "100%"]):
        assert cli_json("--data", "set.jsonl", *options) == cli_json("--data", "set.jsonl")
    (folder / "free.jsonl").write_text(json.dumps(RECORD | {"sentences": None}))
    [one, four] = (cli_json("--data", "free.jsonl", "-n", count, "-m", "lead")["methods"][0] for count in "14")
    assert one["measures"]["rouge-1"]["recall"] < four["measures"]["rouge-1"]["recall"]


@IN_FOLDER
def test_all_methods():
    from briefing.scoring import METHODS

    names = [method["method"] for method in cli_json("article.txt", "--reference", "one.txt", "-m", "all")["methods"]]
    assert names[0] == "lead"
    assert sorted(names) == sorted(METHODS)


@IN_FOLDER
def test_table_in_a_pipe():
    done = cli("--data", "set.jsonl", "-m", "luhn", "-m", "lsa")
    head, *rows = done.stdout.split("\n\n")[0].splitlines()
    assert head.split()[:4] == ["measure", "method", "prec.", "recall"]
    assert [row.split()[:2] for row in rows] == [
        [name, method] for name in COMPARED for method in ("lead", "luhn", "lsa")
    ]
    assert len({len(row.rstrip()) for row in rows if " luhn " in row}) == 1
    assert "2 articles" in done.stdout
    assert all(line == line.rstrip() for line in done.stdout.splitlines())
    assert "\x1b" not in done.stdout


def test_output_file(folder):
    done = cli("--data", "set.jsonl", "-o", "made.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (folder / "made.txt").read_text() == cli("--data", "set.jsonl").stdout


def test_table_fits_a_screen(articles):
    text = render(evaluate(articles, ["text-rank"]), "text", width=80)
    assert max(map(len, text.splitlines())) <= 80
    assert all(column in text for column in COLUMNS)


def test_progress_shows_on_a_terminal_and_nowhere_else(folder, monkeypatch):
    done = invoke("evaluate", "--data", folder / "set.jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    monkeypatch.setattr("briefing.render.progress._PATIENCE", 0)
    articles = [Article(f"art{number}", TEXT, (REFERENCE,)) for number in range(4)]
    for wanted in (True, False):
        stream = io.StringIO()
        stream.isatty = lambda: True
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(watched(articles, attrgetter("name"), wanted=wanted)) == articles
        assert ("art3" in stream.getvalue()) == wanted


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON: "),
        ("[" * 100_000, "JSON"),
        ("[1]", "not an object"),
        ('{"text": "T.", "refs": ["R."]}', "no id"),
        ('{"id": "x", "refs": ["R."]}', "'x' has no text"),
        ('{"id": "x", "text": " ", "refs": ["R."]}', "'x' has no text"),
        ('{"id": "x", "text": "T."}', "'x' has no refs"),
        ('{"id": "x", "text": "T.", "refs": []}', "'x' has no refs"),
        ('{"id": "x", "text": "T.", "refs": "R."}', "'x' has no refs"),
        ('{"id": "x", "text": "T.", "refs": [" "]}', "'x' has no refs"),
        ('{"id": "x", "text": "T.", "refs": ["R."], "words": 0}', "whole number"),
        ('{"id": "x", "text": "T.", "refs": ["R."], "words": true}', "whole number"),
        ('{"id": "x", "text": "T.", "refs": ["R."], "words": 9, "sentences": 1}', "either"),
        ('{"id": "x", "text": "T.", "refs": ["R."], "lang": "tlh"}', "unknown language 'tlh'"),
    ],
)
def test_a_bad_line_is_named(folder, line, reason):
    (folder / "bad.jsonl").write_text(json.dumps(RECORD) + "\n" + line + "\n")
    done = cli("--data", "bad.jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "bad.jsonl: line 2: " in done.stderr
    assert reason in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        ([], 2, "nothing to compare with"),
        (["article.txt"], 2, "nothing to compare with"),
        (["article.txt", "--data", "set.jsonl"], 2, "give it alone"),
        (["--data", "set.jsonl", "--reference", "one.txt"], 2, "give it alone"),
        (["--data", "set.jsonl", "-m", "lexrank"], 2, "did you mean 'lex-rank'"),
        (["--data", "set.jsonl", "-n", "3", "-w", "9"], 2, "exclude each other"),
        (["--data", "set.jsonl", "-l", "klingon"], 2, "unknown language"),
        (["--data", "none.jsonl"], 1, "none.jsonl: no such file"),
        (["none.txt", "--reference", "one.txt"], 1, "none.txt: no such file"),
        (["article.txt", "--reference", "none.txt"], 1, "none.txt: no such file"),
        (["article.txt", "--reference", "blank.txt"], 1, "blank.txt: no text in it"),
        (["--data", "blank.txt"], 1, "blank.txt: no text in it"),
    ],
)
def test_errors(folder, words, code, reason):
    (folder / "blank.txt").write_text(" \n")
    done = cli(*words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert reason in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


@IN_FOLDER
def test_without_rouge_score_its_command_is_named(monkeypatch):
    from briefing.evaluation import measures

    measures._rouge_scorer.cache_clear()
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    done = cli("article.txt", "--reference", "one.txt")
    assert done.exit_code == 1
    assert done.stderr == "briefing: rouge-score is not installed; run: pip install 'briefing-cli[evaluate]'\n"


def test_separators_inside_a_string_end_no_line():
    text = json.dumps(RECORD | {"text": "One stands here.\u2028Two stands there."}, ensure_ascii=False)
    [article] = dataset.articles(Source("set", text.encode()), language="english", length={"words": 5})
    assert "\u2028" in article.text
    assert article.length == {"sentences": 2}


ASKED = {
    "id": "bridge",
    "text": "The council closed the old bridge on Monday.\n\nA new bridge will cost nine million euros by then.",
    "sentences": 1,
    "questions": [
        {
            "question": "What was closed?",
            "evidence": ["the pier", ["The council", "the old bridge"]],
            "importance": 3,
        },
        {"question": "What does a new one cost?", "evidence": ["nine million euros"]},
    ],
}


def test_questions_answered(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(ASKED) + "\n")
    (result,) = cli_json("--questions", str(path), "-m", "lead")["methods"]
    assert result["measures"]["answered"]["value"] == 0.75


@pytest.mark.parametrize(
    "wrong",
    [
        {"questions": 7},
        {"questions": [7]},
        {"questions": [{"question": "Why?"}]},
        {"questions": [{"evidence": [7]}]},
        {"questions": [{"evidence": [[]]}]},
        {"questions": [{"evidence": ["so"], "importance": 0}]},
        {"questions": []},
    ],
)
def test_questions_that_are_none_are_refused(tmp_path, wrong):
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({**ASKED, **wrong}) + "\n")
    done = cli("--questions", str(path))
    assert done.exit_code == 1
    assert "line 1: article 'bridge'" in done.stderr
