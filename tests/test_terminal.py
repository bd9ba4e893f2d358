"""What may be sent to a terminal, and how."""

import io
import os
import re
import sys
import unicodedata

import pytest
from growth import is_steep
from hypothesis import given
from hypothesis import strategies as st

from briefing import terminal
from briefing.terminal import Ink, cells, ink, sanitize, wrap

ATTACKS = {
    "CSI colour": ("red \x1b[31mtext\x1b[0m", "red text"),
    "CSI clear screen": ("\x1b[2J\x1b[Hgone", "gone"),
    "CSI with every kind of byte": ("a\x1b[?25;1!pb", "ab"),
    "8-bit CSI": ("a\x9b31mb", "ab"),
    "OSC title, BEL": ("\x1b]0;owned\x07title", "title"),
    "OSC title, ST": ("\x1b]2;owned\x1b\\title", "title"),
    "OSC 52 clipboard": ("\x1b]52;c;cm0gLXJmIC8=\x07paste", "paste"),
    "OSC 8 link": ("\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\ here", "click here"),
    "8-bit OSC": ("\x9d0;owned\x9ctitle", "title"),
    "OSC that never ends": ("\x1b]0;a whole article follows", "0;a whole article follows"),
    "OSC so long that it is the article": ("\x1b]" + "word " * 1000 + "\x07", "word " * 1000),
    "DCS": ("\x1bP1$r0m\x1b\\done", "done"),
    "8-bit DCS": ("\x90q#0\x9cdone", "done"),
    "APC, PM, SOS": ("\x1b_a\x1b\\\x1b^b\x1b\\\x1bXc\x1b\\d", "d"),
    "full reset": ("\x1bcreset", "reset"),
    "character set": ("\x1b(0lqk", "lqk"),
    "bare escape": ("a\x1b", "a"),
    "escape inside an escape": ("\x1b\x1b[31m[2Jx", "[2Jx"),
    "escape torn by a null": ("\x1b\x00[31mx", "[31mx"),
    "8-bit C1": ("a\x84\x85b\x8d", "a b"),
    "bare CR": ("harmless\rrm -rf /", "harmless rm -rf /"),
    "backspace": ("rm\b\bls", "rmls"),
    "BEL, NUL, DEL, shift out": ("a\x07\x00\x7f\x0eb", "ab"),
    "line ends": ("a\r\nb\n\nc\u2028d\u2029e\x0bf\x0cg", "a b c d e f g"),
    "tab": ("a\tb", "a b"),
    "override, open": ("file\u202egnp.exe", "filegnp.exe"),
    "override, closed by the wrong sign": ("a\u202eb\u2069c", "abc"),
    "isolate, open": ("a\u2066b", "ab"),
    "closers alone": ("a\u202cb\u2069", "ab"),
    "zero-width space": ("pass\u200bword", "password"),
    "zero-width joiner between letters": ("pass\u200d\u200cword", "password"),
    "word joiner, byte order mark, soft hyphen": ("a\u2060b\ufeffc\xadd", "abcd"),
    "tags": ("a\U000e0068\U000e0069", "a"),
    "tags behind a flag, unclosed": ("\U0001f3f4\U000e0067", "\U0001f3f4"),
    "variation selectors that hide bytes": ("a\U000e0155\U000e0156", "a"),
    "lone surrogate": ("a\udc80b", "a\ufffdb"),
    "marks of direction among letters from left to right": ("a\u200eb\u200fc\u061cd", "abcd"),
    "marks of direction in a row": ("\u200e\u200f\u061c\u200fשלום", "\u200eשלום"),
    "variation selectors behind letters": ("a\ufe0fb\ufe00", "ab"),
    "variation selectors in a row": ("❤\ufe0f\ufe0e\ufe00", "❤\ufe0f"),
    "ideographic variants in a row": ("葛\U000e0100\U000e0101", "葛\U000e0100"),
    "Mongolian variants elsewhere": ("a\u180bb", "ab"),
    "joiner behind a selector that goes": ("a\ufe0f\u200db", "ab"),
    "joiner behind a filler that goes": ("a\u115f\u200db", "ab"),
    "Hangul fillers": ("a\u3164b\uffa0c\u115fd\u1160e", "abcde"),
    "Hangul fillers alone": ("\u115f\u1160", ""),
    "musical beams": ("a\U0001d173b\U0001d17ac", "abc"),
    "shorthand, unassigned": ("a\U0001bca0b\ufff0c\u2065d\U000e0fffe", "abcde"),
    "Khmer vowels that nobody writes": ("ក\u17b4\u17b5", "ក"),
    "joiner of graphemes between letters": ("pass\u034fword", "password"),
}

ORDINARY = {
    "ASCII": "Plain words: [bold]not markup[/bold], :warning:, 100 % & more.",
    "typography": "“Curly” – dashes — and … no\u00a0break",
    "emoji family": "👨\u200d👩\u200d👧 and ❤\ufe0f\u200d🔥",
    "flag spelt in tags": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Persian, ZWNJ": "می\u200cخواهم",
    "Hindi, ZWJ": "क्\u200dष",
    "Malayalam, ZWJ": "ന്\u200d",
    "Khmer, zero-width space": "ខ្ញុំ\u200bទៅ",
    "combining": "e\u0301 n\u0303 Z\u0334\u0335",
    "ideograph with variation": "葛\U000e0100城",
    "Hebrew marks": "\u200eabc\u200f שלום",
    "heart, and a key with its cap": "❤\ufe0f 1\ufe0f\u20e3 ©\ufe0e",
    "mathematical variant": "∩\ufe00",
    "Mongolian variants": "ᠠ\u180b ᠠ\u180b\u200d",
    "Hebrew marks parted": "ל\u05b7\u034f\u05b4",
    "Arabic mark": "\u061cعربي",
    "old Korean": "\u115f\u1161 ᄀ\u1160",
    "closed embedding": "a \u202bשלום\u202c b",
    "nested isolates": "\u2066a \u2067ב\u2069\u2069",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_sanitize_disarms(attack):
    text, safe = ATTACKS[attack]
    assert sanitize(text) == safe


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_sanitize_keeps(text):
    assert sanitize(text) == text


@given(
    st.text(
        st.sampled_from(
            "\x1b\x9b\x9d\x90\x9c\x07[]P\\0;m a\n\r\b\u202e\u202c\u2066\u2069\u200d\u200b葛\U000e0100\udc80"
            "❤\ufe0f\ufe00\u200fש\u3164\u115f\u1160ᄀ\u1161\u034f\u05b7ᠠ\u180b\u061c"
        )
    )
)
def test_sanitize_is_final_and_leaves_no_control(text):
    safe = sanitize(text)
    assert sanitize(safe) == safe
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in safe)


@pytest.mark.parametrize(
    "unit", ["\x1b]", "\x9d", "\x1b[", "\x1b[0", "\x9b;", "\x1bP\x9d", "\x1b", "\u202e", "\x1b]a\x07", "\r", "\u200d"]
)
def test_sanitize_is_linear(unit):
    assert not is_steep(sanitize, unit)


COLOUR = [
    ("always", {"NO_COLOR": "1"}, False, Ink.COLOUR),
    ("never", {"FORCE_COLOR": "1"}, True, Ink.NONE),
    ("auto", {}, True, Ink.COLOUR),
    ("auto", {}, False, Ink.NONE),
    ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, Ink.PLAIN),
    ("auto", {"NO_COLOR": "1"}, False, Ink.NONE),
    ("auto", {"NO_COLOR": "1", "TERM": "dumb"}, True, Ink.NONE),
    ("auto", {"NO_COLOR": ""}, True, Ink.COLOUR),
    ("auto", {"FORCE_COLOR": "1"}, False, Ink.COLOUR),
    ("auto", {"FORCE_COLOR": "0"}, False, Ink.NONE),
    ("auto", {"FORCE_COLOR": ""}, False, Ink.NONE),
    ("auto", {"CLICOLOR_FORCE": "1"}, False, Ink.COLOUR),
    ("auto", {"CLICOLOR_FORCE": ""}, False, Ink.NONE),
    ("auto", {"CLICOLOR": "0"}, True, Ink.NONE),
    ("auto", {"TERM": "dumb"}, True, Ink.NONE),
    ("auto", {"TERM": "unknown"}, True, Ink.NONE),
    ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, Ink.COLOUR),
]


@pytest.mark.parametrize(("choice", "environment", "tty", "wanted"), COLOUR)
def test_ink(choice, environment, tty, wanted, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    stream.isatty = lambda: tty
    assert ink(choice, stream) is wanted


LOCALES = [
    ({"LANG": "C.UTF-8"}, "utf-8", True),
    ({"LANG": "C"}, "utf-8", False),
    ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, "utf-8", False),
    ({"LANG": "C", "LC_ALL": "C.UTF-8"}, "utf-8", True),
    ({}, "utf-8", True),
    ({}, None, True),
    ({}, "ascii", False),
    ({}, "cp1252", False),
    ({}, "no such encoding", False),
]


@pytest.mark.parametrize(("environment", "encoding", "shown"), LOCALES)
def test_shows_unicode(environment, encoding, shown, monkeypatch):
    monkeypatch.delenv("LANG")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    class Stream(io.StringIO):
        pass

    Stream.encoding = encoding
    assert terminal.shows_unicode(Stream()) is shown


def test_without_a_stream_unicode_is_shown():
    assert terminal.shows_unicode(None)


def test_width_is_that_of_columns_else_80(monkeypatch):
    monkeypatch.setattr("sys.__stdout__", io.StringIO())
    assert terminal.size().columns == 80
    monkeypatch.setenv("COLUMNS", "60")
    assert terminal.size().columns == 60


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("utf-8", "“a” – … é 港"), ("cp1252", "“a” – … é ?"), ("latin-1", '"a" - ... é ?'), ("ascii", '"a" - ... ? ?')],
)
def test_write_replaces_what_an_encoding_lacks_by_the_nearest(encoding, written, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stdout", stream)
    terminal.write("“a” – … é 港")
    assert stream.buffer.getvalue().decode(encoding) == written


def test_write_keeps_all_where_there_is_no_encoding(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    terminal.write("“a” 港")
    assert sys.stdout.getvalue() == "“a” 港"


def test_write_says_so_when_standard_output_is_closed(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OSError, match=r"^it is closed$"):
        terminal.write("text")


def test_write_is_quiet_about_what_nobody_reads_any_more(monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as stream:
        monkeypatch.setattr("sys.stdout", stream)
        with pytest.raises(BrokenPipeError):
            terminal.write("text")
        terminal.write("more text")  # and closing the stream raises nothing either


@pytest.mark.parametrize(
    ("text", "width", "more", "shown"),
    [
        ("The ferry", 9, "...", "The ferry"),
        ("The ferry", 8, "...", "The f..."),
        ("The ferry", 7, "...", "The..."),
        ("The ferry", 3, "...", "..."),
        ("  The ferry", 8, "...", "  The..."),
        ("港の船", 6, "…", "港の船"),
        ("港の船", 5, "…", "港の…"),
        ("港の船", 4, "…", "港…"),
    ],
)
def test_cut_fills_its_columns_and_says_that_more_was_there(text, width, more, shown):
    assert terminal.cut(text, width, more=more) == shown


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("The ferry stopped.", 18, ["The ferry stopped."]),
        ("The ferry stopped.", 17, ["The ferry", "stopped."]),
        ("The ferry stopped.", 10, ["The ferry", "stopped."]),
        ("A breakwater", 6, ["A", "breakw", "ater"]),
        ("港の船", 4, ["港の", "船"]),
        ("[b]not markup", 13, ["[b]not markup"]),
        ("Norway’s “ferry” (late)", 9, ["Norway’s", "“ferry”", "(late)"]),
        ("九年。船は来ない。", 8, ["九年。船", "は来な", "い。"]),  # no line begins with what ends a sentence,
        ("船は「来ない」と", 6, ["船は", "「来な", "い」と"]),  # nor ends with what opens a quotation
        ("メーターは船に、", 6, ["メー", "ターは", "船に、"]),  # nor begins with a mark of length
        ("船は\xa0[3]", 6, ["船", "は\xa0[3]"]),
        ("boat ", 4, ["boat"]),
        ("18\xa0million boats", 12, ["18\xa0million", "boats"]),
    ],
)
def test_wrap_breaks_at_spaces_and_shows_none_at_an_end(text, width, lines):
    assert wrap(text, width) == lines


@given(
    st.text(st.sampled_from("a b港é\u0301\u0627👍—")).map(lambda text: " ".join(text.split())),
    st.integers(min_value=2, max_value=30),
)
def test_wrap_keeps_every_character_in_order_and_the_width(text, width):
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == text.replace(" ", "")
