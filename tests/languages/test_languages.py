"""Languages: telling them apart, what each has, and counting words where no spaces divide them."""

import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import UsageError, segment
from briefing.languages import LANGUAGES, detection, find
from briefing.languages.detection import detect
from briefing.scoring import lexicon

SAID = tomllib.loads((Path(__file__).parents[1] / "data" / "languages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_told_by_two_sentences(language):
    assert detect(SAID[language]) == detection.Guess(language, is_sure=True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SAID["english"] + " Der Hafen (German for the harbour) was not ours.", "english"),
        ("日本語 and 中文 are two of the languages that this English text names in passing.", "english"),
        (
            "Die Firma Microsoft stellt Windows und Office her und verkauft sie in aller Welt an viele Kunden.",
            "german",
        ),
        ("東京は日本の首都であり、世界最大級の都市である。", "japanese"),
        ("iPhone 和 iPad 都是苹果公司的产品，在全世界销售。", "chinese"),
    ],
)
def test_a_text_that_names_another_language(text, language):
    assert detect(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5 % (2024)",
        "https://example.org/a?b=c",
        "Այբուբեն",
        "Това е българският език, който се пише на кирилица.",
    ],
)
def test_what_cannot_be_told_is_not_claimed(text):
    assert not detect(text).is_sure


def test_english_takes_no_time_and_no_model():
    code = """
import sys, time
from briefing.languages.detection import detect
text = "The old harbour had been quiet for thirty years when the first sensors arrived in it. " * 200
began = time.perf_counter()
assert detect(text).language == "english"
assert time.perf_counter() - began < 0.05
assert "py3langid" not in sys.modules and "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text())
def test_any_text_has_some_language(text):
    assert detect(text).language in LANGUAGES


def test_a_long_text_takes_no_longer_than_its_sample():
    detect(SAID["english"])
    began = time.process_time()
    detect(SAID["english"] * 20_000)
    assert time.process_time() - began < 0.05


@pytest.mark.parametrize(
    ("name", "code"), [("german", "de"), ("German", "de"), ("DE", "de"), (" de ", "de"), ("no", "no")]
)
def test_names_and_codes(name, code):
    assert find(name).code == code


def test_a_language_that_is_not_known():
    with pytest.raises(UsageError, match="did you mean 'german'"):
        find("germann")
    with pytest.raises(UsageError, match="unknown language"):
        briefing.parse("Text.", language="klingon")


def test_the_api_expects_english_and_the_program_looks(run):
    assert briefing.parse(SAID["german"]).language == "english"
    assert briefing.parse(SAID["german"], language="auto").language == "german"
    shown = run("summarize", "-f", "json", stdin=SAID["german"].encode())
    assert b'"language": "german"' in shown.stdout or b'"language":"german"' in shown.stdout
    assert shown.stderr == b""


def test_doubt_is_said_once_and_kept_quiet(run):
    text = b"Xyzzy plugh frotz. Gnusto rezrov, blorb izyuk. " * 6
    assert run("summarize", stdin=text).stderr.count(b"language unclear, read as ") == 1
    assert run("summarize", "--quiet", stdin=text).stderr == b""
    assert run("summarize", "-l", "english", stdin=text).stderr == b""


@pytest.mark.parametrize(
    "text", ["It rained in Oslo. The trams ran late.", "Trams run late.", "Profits rose. Shares fell.", "Nej!"]
)
def test_a_few_words_are_no_reason_for_doubt(run, text):
    assert run("summarize", stdin=text.encode()).stderr == b""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_briefed(language):
    document = briefing.parse(f"{SAID[language]}\n\n" * 3, language=find(language).code)
    made = briefing.summarize(document, sentences=1)
    assert made.language == language
    assert len(made.sentences) == 1


def test_stop_words_for_all_but_one():
    assert [language for language in LANGUAGES if not lexicon.stop_words(language)] == ["malayalam"]


def test_languages_are_listed(run):
    rows = [row.split("\t") for row in run("languages").stdout.decode().splitlines()]
    assert [row[0] for row in rows] == list(LANGUAGES)
    assert ["german", "de", "sentences by Punkt, stop words, stems"] in rows
    assert ["slovak", "sk", "sentences by Punkt (czech), stop words, stems"] in rows


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("listing", ["methods", "languages"])
def test_a_terminal_shows_a_listing_in_columns(listing, columns, terminal):
    screen = terminal(listing, columns=columns)
    lines = screen.read().decode().splitlines()
    assert screen.close() == 0
    assert max(map(len, lines)) <= columns
    assert not any("\t" in line for line in lines)


def test_methods_are_listed(run):
    rows = [row.split("\t") for row in run("methods").stdout.decode().splitlines()]
    assert rows[0][0] == briefing.DEFAULT_METHOD
    assert all(len(row) == 2 for row in rows)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Four words are here.", 4),
        ("旧港口安静。", 3),  # five characters
        ("東京タワー", 3),
        ("漢.", 1),
        ("Dashes – here as before.", 5),
        ("价格是20元。", 4),  # two for three characters, one for the number, one for the last
        ("ท่าเรือเก่า", 3),  # eleven letters and marks
        ("오래된 항구는 조용했다.", 3),  # Korean has spaces
        ("Слово за словом", 3),
        ("", 0),
    ],
)
def test_words_are_counted_as_a_reader_would(text, count):
    assert segment.count_words(text) == count


def test_a_word_budget_means_something_without_spaces():
    document = briefing.parse(SAID["chinese"] * 5, language="chinese")
    made = briefing.summarize(document, words=40)
    assert 0 < sum(segment.count_words(sentence.text) for sentence in made.sentences) <= 40
    assert len(made.sentences) < len(document.sentences)


def test_thai_sentences_end_at_spaces_but_not_at_every_one():
    text = "ท่าเรือเก่าเงียบมาสามสิบปีแล้ว เมื่อเซ็นเซอร์ตัวแรกมาถึงในฤดูใบไม้ผลิ วิศวกร ติดตั้งมันไว้ที่ท่าเรือ"
    assert len(segment.sentences(text, language="thai")) == 3
