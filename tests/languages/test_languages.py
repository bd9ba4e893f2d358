"""Languages: telling them apart, what each has, and counting words where no spaces divide them."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from commandline import invoke
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing import UsageError, languages, segment
from briefing.languages import LANGUAGES, detection, find, schema
from briefing.languages.detection import detect
from briefing.scoring import lexicon

SAID = tomllib.loads((Path(__file__).parents[1] / "data" / "languages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_told_by_two_sentences(language):
    assert detect(SAID[language]) == detection.LanguageGuess(language, is_sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12.5 % (2024)",
        "https://example.org/a?b=c",
        "Այբուբեն",
        "Това е българският език, който се пише на кирилица.",
        "شورای شهر روز سه‌شنبه بودجه جدیدی را تصویب کرد که به مدارس پول بیشتری می‌دهد.",
        "Inaprubahan ng konseho ng lungsod noong Martes ang bagong badyet para sa mga paaralan.",
        "El tren va sortir de la ciutat a les sis del matí. El batlle diu que la ciutat no té prou diners, i que es "
        "demanaran a l'estat. La gent de la ciutat hi està d'acord, però no tota.",
        "Bæjarstjórn samþykkti á þriðjudag nýja fjárhagsáætlun sem veitir skólum meira fé.",
    ],
)
def test_what_cannot_be_told_is_not_claimed(text):
    assert not detect(text).is_sure


def test_english_takes_no_model():
    code = """
import sys
from briefing.languages.detection import detect
text = "The old harbour had been quiet for thirty years when the first sensors arrived in it. " * 200
assert detect(text).language == "english"
assert "py3langid" not in sys.modules and "numpy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text())
def test_any_text_has_some_language(text):
    assert detect(text).language in LANGUAGES


def test_of_a_long_text_a_sample_is_looked_at():
    assert len(detection._sample(SAID["english"] * 20_000)) < 7_000


NAMES = {
    "german": ["german", "GERMAN", " de ", "DE", "Deutsch", "deu", "de-DE", "de_AT.UTF-8", "de-Latn-CH-1996"],
    "chinese": ["zh-CN", "zh-Hans-CN", "中文", "zho"],
    "portuguese": ["pt_BR", "português", "portugues"],
    "norwegian": ["no", "nb", "nn-NO", "Bokmål"],
    "korean": ["한국어"],
    "romanian": ["Română", "romana", "ro-MD"],
    "turkish": ["TÜRKÇE"],
}


@pytest.mark.parametrize(("language", "name"), [(own, name) for own, names in NAMES.items() for name in names])
def test_a_language_has_many_names(language, name):
    assert find(name).name == language


def test_no_two_languages_share_a_name():
    names = [called for known in map(languages.language, LANGUAGES) for called in (known.code, *known.names)]
    assert len(names) == len({*names, *LANGUAGES}) - len(LANGUAGES)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("germann", "did you mean 'german'"),
        ("deutch", "did you mean 'deutsch'"),
        ("klingon", "choose one of auto, arabic, "),
        ("xx-DE", "choose one of"),
        ("de-", "unknown language"),
        ("", "unknown language"),
    ],
)
def test_a_language_that_is_not_known(name, hint):
    with pytest.raises(UsageError, match=hint):
        briefing.parse("Text.", language=name)


def test_a_language_that_is_named_is_all_that_is_read():
    schema.language.cache_clear()
    schema.vocabulary.cache_clear()
    briefing.summarize(briefing.parse(SAID["german"], language="german"))
    assert schema.language.cache_info().currsize <= 2  # English headings turn up everywhere
    assert schema.vocabulary.cache_info().currsize <= 2


NEAR = {
    "english": [
        SAID["english"] + " Der Hafen (German for the harbour) was not ours.",
        "日本語 and 中文 are two of the languages that this English text names in passing.",
    ],
    "german": ["Die Firma Microsoft stellt Windows und Office her und verkauft sie in aller Welt an viele Kunden."],
    "japanese": ["東京は日本の首都であり、世界最大級の都市である。"],
    "chinese": ["iPhone 和 iPad 都是苹果公司的产品，在全世界销售。"],
    "danish": [
        "Byrådet i Nordvig vedtog tirsdag et nyt budget, der giver skolerne flere penge.",
        "Toget kørte fra Nordvig klokken seks og nåede frem midt på dagen.",
    ],
    "norwegian": [
        "Toget gikk fra Nordvik klokka seks og kom fram midt på dagen.",
        "Ordføreren sier at pengene ikke rekker til alle skolene i kommunen.",
        "Eg veit ikkje kvifor dei gjer det, men no er det slutt på pengane.",
    ],
    "swedish": ["Kommunstyrelsen beslutade på tisdagen om en ny budget som ger skolorna mer pengar."],
    "hungarian": [
        "A városi tanács kedden elfogadta az új kikötő tervét.",
        "A polgármester szerint a pénz nem elég minden iskolának.",
    ],
    "slovak": ["Mestské zastupiteľstvo v utorok schválilo nový rozpočet, ktorý dáva školám viac peňazí."],
    "czech": ["Zastupitelstvo města v úterý schválilo nový rozpočet, který dává školám více peněz."],
    "romanian": [
        "Consiliul local a aprobat marți planul pentru noul port al orașului.",
        "Primarul spune că banii nu ajung pentru toate școlile din comună.",
        "Primarul spune ca banii nu ajung pentru toate scolile din comuna si ca va cere ajutor.",
    ],
    "french": ["Le conseil municipal a approuvé mardi le plan du nouveau port de la ville."],
    "italian": ["Il consiglio comunale ha approvato martedì il piano per il nuovo porto della città."],
    "indonesian": [
        "Dewan kota pada hari Selasa menyetujui rencana pelabuhan baru.",
        "Wali kota mengatakan bahwa uang itu tidak cukup untuk semua sekolah.",
    ],
    "finnish": ["Kaupunginvaltuusto hyväksyi tiistaina uuden talousarvion, joka antaa kouluille lisää rahaa."],
    "estonian": ["Linnavolikogu kiitis teisipäeval heaks uue eelarve, mis annab koolidele rohkem raha."],
}


@pytest.mark.parametrize(("language", "text"), [(own, text) for own, texts in NEAR.items() for text in texts])
def test_a_sentence_tells_a_language_from_its_neighbours(language, text):
    assert detect(text).language == language


def test_the_api_expects_english_and_the_program_looks(run):
    assert briefing.parse(SAID["german"]).language == "english"
    assert briefing.parse(SAID["german"], language="auto").language == "german"
    shown = run("summarize", "-f", "json", stdin=SAID["german"].encode())
    assert b'"language": "german"' in shown.stdout or b'"language":"german"' in shown.stdout
    assert shown.stderr == b""


def test_doubt_is_said_once_and_kept_quiet():
    text = "Xyzzy plugh frotz. Gnusto rezrov, blorb izyuk. " * 6
    assert invoke("summarize", input=text).stderr.count("language unclear, read as ") == 1
    assert invoke("summarize", "--quiet", input=text).stderr == ""
    assert invoke("summarize", "-l", "english", input=text).stderr == ""


@pytest.mark.parametrize(
    "text", ["It rained in Oslo. The trams ran late.", "Trams run late.", "Profits rose. Shares fell.", "Nej!"]
)
def test_a_few_words_are_no_reason_for_doubt(text):
    assert invoke("summarize", input=text.encode()).stderr == ""


@pytest.mark.parametrize(
    "text",
    [
        "பழைய துறைமுகம் முப்பது ஆண்டுகளாக அமைதியாக இருந்தது.",  # Tamil
        "ძველი პორტი ოცდაათი წელი ჩუმად იყო.",
        "जुने बंदर तीस वर्षे शांत होते.",  # Marathi
        "Старото пристанище.",  # Bulgarian
        "முதல் the of and to in is that for it as was with துறைமுகம் "
        "துறைமுகம் முப்பது ஆண்டுகளாக அமைதியாக இருந்தது முதல் உணரிகள் வந்தபோது பழைய துறைமுகம் முப்பது ஆண்டுகளாக",
    ],
)
def test_a_script_or_a_language_that_has_no_file_is_unclear(text):
    assert "language unclear" in languages.resolve("auto", text)[1][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_briefed(language):
    document = briefing.parse(f"{SAID[language]}\n\n" * 3, language=find(language).code)
    made = briefing.summarize(document, sentences=1)
    assert made.language == language
    assert len(made.sentences) == 1


def test_stop_words_for_all_but_one():
    assert [language for language in LANGUAGES if not lexicon.stop_words(language)] == ["malayalam"]


def test_languages_are_listed():
    rows = [row.split("\t") for row in invoke("languages").stdout.splitlines()]
    assert [row[0] for row in rows] == list(LANGUAGES)
    assert ["german", "de", "sentences by Punkt, stop words, stems"] in rows
    assert ["slovak", "sk", "sentences by Punkt (czech), stop words, stems"] in rows


@pytest.mark.parametrize(("listing", "columns"), [("methods", 40), ("languages", 80)])
def test_a_terminal_shows_a_listing_in_columns(listing, columns, terminal):
    screen = terminal(listing, columns=columns)
    lines = screen.read().decode().splitlines()
    assert screen.close() == 0
    assert max(map(len, lines)) <= columns
    assert not any("\t" in line for line in lines)


def test_methods_are_listed():
    rows = [row.split("\t") for row in invoke("methods").stdout.splitlines()]
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
