"""What text in older encodings is in, told by the letters and words of the languages."""

import random

import pytest
from commandline import invoke

from briefing import SourceError, UsageError, read
from briefing.source import Source, encodings

WESTERN = "cp1252 iso8859-15 mac-roman"
CENTRAL = "cp1250 iso8859-2"
TEXTS = {
    "Les élèves de l'école ont été reçus à la mairie, où le maire a salué leur succès.": f"{WESTERN} cp850",
    "Il est né à Nîmes. Sa sœur, elle, vit près de la forêt.": WESTERN,
    "Los niños vuelven mañana a la piscina. Cuesta dos euros al año.": "cp1252 iso8859-15 cp850",
    "¿Qué pasa aquí? Nada, señor, no ha sido más que un susto.": WESTERN,
    "Não há pão em Vilamar desde terça-feira, e as mãos da irmã não chegam.": f"{WESTERN} cp850",
    "Es heißt, der Hund möge Käse. Größe zählt für ihn nicht.": f"{WESTERN} cp850",
    "La città è più bella perché c'è il mare, però costa troppo.": WESTERN,
    "Borgmesteren sagde, at øen får en ny færge næste år.": WESTERN,
    "Kommunen köper en ny färja till ön. Båten går på ström.": WESTERN,
    "Tämä on hyvä päätös, sanoi pormestari, sillä silta kestää.": WESTERN,
    "Şehir meclisi pazartesi günü yeni iskele planını kabul etti.": "cp1254",
    "İstanbul'da yağmur yağıyor, bu yüzden okullar bugün de kapalı kalacak.": "cp1254",
    "Gmina Żółta kupiła most. Wójt mówi, że to się opłaci.": CENTRAL,
    "Město koupilo nový most. Starosta říká, že je to dobře.": CENTRAL,
    "Mesto kúpilo nový most, ktorý má stáť v údolí. Ľudia sú radi.": CENTRAL,
    "Občina je kupila nov most, ki naj bi stal čez reko.": CENTRAL,
    "A polgármester szerint hűvös ősz lesz, és a híd készen áll.": CENTRAL,
    "Primăria a cumpărat podul şi îl va repara în această vară.": CENTRAL,
    "Мэр сказал, что мост откроют весной.": "cp1251 koi8-r iso8859-5 cp866",
    "МОСТ ЗАКРЫТ ДО ВЕСНЫ. Мэр сказал, что его откроют.": "cp1251 koi8-r",
    "Мер сказав, що міст відкриють навесні і це не жарт.": "cp1251 koi8-u",
    "Ο δήμαρχος είπε ότι η γέφυρα θα ανοίξει την άνοιξη.": "cp1253",
    "ראש העיר אמר כי הגשר ייפתח באביב.": "cp1255",
    "قال رئيس البلدية إن الجسر سيفتح في الربيع.": "cp1256",
    "市长说，这座桥将在春天开放。": "gbk",
    "市長說，這座橋將在春天開放。": "big5",
    "市長は橋が春に開くと言った。": "cp932 euc_jp",
    "시장은 다리가 봄에 열린다고 말했다.": "euc_kr",
    "นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในฤดูใบไม้ผลิ": "cp874",
    "The café was “naïve” – it’s £5, or €6, at Müller’s.": "cp1252",
    "It’s 20° outside, and the wind is up.": "cp1252",
}
FRENCH = (
    "Où est passé le garçon ? Il a été vu près de la forêt, à côté du château, l'été dernier. Les élèves de l'école "
    "ont été reçus à la mairie, où le maire a salué leur succès. Sa sœur, elle, vit à Nîmes depuis février. "
)
CASES = [(text, encoding) for text, names in TEXTS.items() for encoding in names.split()]


def in_it(text, encoding):
    """Give a text in an encoding; what it has no sign for becomes a question mark."""
    return text.replace("œ", "oe").encode(encoding) if encoding == "mac-roman" else text.encode(encoding)


@pytest.mark.parametrize(("text", "encoding"), CASES, ids=[f"{name}-{text[:12]}" for text, name in CASES])
def test_the_letters_of_a_language_tell_the_encoding(text, encoding):
    data = in_it(text, encoding)
    # What two encodings have in common may be read as either.
    read_again = Source("a", data).text
    assert read_again == data.decode(encoding) or read_again.translate(str.maketrans("șțȘȚ", "şţŞŢ")) == text


def test_a_clear_case_is_sure_and_a_few_words_are_not():
    assert encodings.guess(FRENCH.encode("cp1252")) == encodings.EncodingGuess("cp1252", is_sure=True)
    assert encodings.guess("Grüße".encode("cp1252")) == encodings.EncodingGuess("cp1252", is_sure=False)


def test_letters_far_into_one_long_line_are_looked_at():
    text = "the line goes on and on " * 2_000 + "Les élèves ont été reçus à la mairie, près de la forêt. " * 9
    assert Source("a", text.encode("cp1252")).text == text


def test_a_long_text_is_judged_by_a_sample():
    text = "市长说，这座桥将在春天开放。" * 60_000
    assert encodings.guess(text.encode("gb18030")).encoding == "gb18030"


def test_a_damaged_text_stays_what_it_is():
    source = Source("a", "Die Brücke ist schön. ".encode() * 9 + b"Und gr\xfcn.")
    assert source.text.endswith("Und gr\ufffdn.")
    assert source.doubts == ("not all of it is utf-8: 1 sign is lost",)
    mixed = "Die schöne Brücke, sagte er, ist größer und grün. ".encode() + b"\x84Gr\xfc\x93"
    assert Source("a", mixed).encoding == "utf-8"


def test_bytes_that_spell_nothing_are_refused():
    noise = random.Random(1)
    with pytest.raises(SourceError, match="not text in any known encoding"):
        _ = Source("a", bytes(noise.randrange(1, 256) for _ in range(2_000))).text


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("Latin-1", "cp1252"),
        ("KOI8-R", "koi8-r"),
        ("utf8", "utf-8"),
        (" cp850 ", "cp850"),
    ],
)
def test_an_encoding_is_named(tmp_path, name, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfabc \xe9\xe8")
    source = read(path, encoding=name)
    assert source.encoding == encoding
    assert source.text == source.data.decode(encoding, "replace").removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("name", "hint"), [("cp1525", "did you mean 'cp125"), ("klingon", "choose one of utf-8, "), ("rot13", "")]
)
def test_an_encoding_that_is_not_known(name, hint):
    with pytest.raises(UsageError, match=f"unknown encoding '{name}'.*{hint}"):
        read("nosuch.txt", encoding=name)


DOUBTS = {
    "sure": (FRENCH, None, "not UTF-8, read as windows-1252"),
    "unsure": ("Grüße", None, "encoding unclear, read as windows-1252; name it with --encoding"),
    "named": ("Grüße", "windows-1252", ""),
    "named, and wrong": ("Grüße", "utf-8", "not all of it is utf-8: 2 signs are lost"),
}


@pytest.mark.parametrize(("text", "named", "doubt"), DOUBTS.values(), ids=DOUBTS)
def test_what_is_said_of_an_encoding(tmp_path, text, named, doubt):
    path = tmp_path / "a.txt"
    path.write_bytes(f"{text}".encode("cp1252"))
    shown = invoke("summarize", "-l", "german", *(["--encoding", named] if named else []), path)
    assert shown.stderr == (f"briefing: {path}: {doubt}\n" if doubt else "")


def test_a_wrong_name_is_a_wrong_command_line():
    shown = invoke("outline", "--encoding", "cp1525", input="Text.")
    assert shown.exit_code == 2
    assert "unknown encoding 'cp1525'; did you mean 'cp125" in shown.stderr
