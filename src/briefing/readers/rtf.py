"""Rich Text Format: the paragraphs among its control words (Microsoft's specification 1.9.1)."""

import codecs
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any, AnyStr

from briefing.blocks import Reading
from briefing.patterns import regex
from briefing.readers.limits import MAX_DEPTH, check_count, check_pieces
from briefing.readers.office import PARENT, OfficeParagraph, reading, said_by, told_by_name

_TOKEN = regex(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^\\{}])|([{}])|[\r\n]+|\\([\\{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_PARAGRAPH = regex(r"\\(?:par|cell|row|sect|page|line)(?![a-z])")
_UNREAD = regex(
    r"(?:\*|fonttbl|colortbl|info|pict|fldinst|object|themedata|datastore|latentstyles|listtable|listoverridetable"
    r"|rsidtbl|stylesheet|generator|pntext|listtext|xmlnstbl|nonshppict|shprslt|revtbl)\Z"
)
"""Groups whose text is not shown, or says again what stands beside it."""
_ASIDES = {
    **{f"{what}{which}": what for what in ("header", "footer") for which in ("", "l", "r", "f")},
    "footnote": "note",
    "annotation": "comment",
    "shptxt": "text box",
}
"""Groups whose text is shown, but is no part of the article's prose."""
_SIGNS = dict.fromkeys(("tab", "line", "emspace", "enspace"), " ")
_SIGNS |= zip(("emdash", "endash", "bullet", "~", "_"), "—–•\u00a0\u2011", strict=True)
_SIGNS |= zip(("lquote", "rquote", "ldblquote", "rdblquote"), "‘’“”", strict=True)
_CODE_PAGES = {0: 1252, 2: 1252, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257}
_CODE_PAGES |= {204: 1251, 238: 1250, 128: 932, 129: 949, 134: 936, 136: 950, 222: 874}
"""Of the character sets that fonts are of."""
_ENDS = {"par", "sect", "page", "cell", "row", "\r", "\n"}
_PARAGRAPH_WORDS = frozenset(("pard", "s", "outlinelevel", "intbl", "dropcapli", "dropcapt"))
_CHARACTER_WORDS = frozenset(("uc", "deleted", "v", "b", "f", "fs", "plain"))
_BULLET = regex(r"\A\s*[•▪◦·\uf0b7]\s*")


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    unread: str = ""
    """The group whose text is not read, or 'stylesheet' or 'title'."""
    aside: str = ""
    """Why its text is no part of the article's prose, or ''."""
    fallback: int = 1
    """How many characters follow a Unicode one for old readers."""
    deleted: bool = False
    """Whether the text is struck by a tracked change."""
    hidden: bool = False
    """Whether the text is not to be seen."""
    font: int | None = None
    """The number of the font that the text is in."""
    bold: bool = False
    """Whether the print is bold."""
    size: float = 12
    """The size of the print, in points."""


class _RtfText:
    """Takes down the paragraphs of an RTF text as it is told."""

    def __init__(self) -> None:
        self.found: list[OfficeParagraph] = []
        self.title: list[str] = []
        self._codec = "cp1252"
        self._codecs: dict[int | None, str] = {}
        self._default_font: int | None = None
        self._undecoded = bytearray()
        self._paragraph = OfficeParagraph()
        self._style = ""
        self._said: dict[str, dict[str, Any]] = {"": {}}
        self._in_table, self._tables = False, 0
        self._drop_cap: list[str] = []
        self._is_drop_cap = False
        self._to_skip = 0
        self._states = [_State()]

    def read(self, text: str) -> None:
        """Take down all paragraphs of a text."""
        for word, number, code, symbol, brace, escaped, plain in _tokens(text):
            if word or symbol or brace:
                self._decode()
            if brace:
                self._group(brace)
            elif (word or symbol) in _ENDS:
                self._end(in_table=self._in_table or word in ("cell", "row"))
            elif word or symbol:
                self._control(word or symbol, int(number) if number else None)
            else:
                self._undecoded += self._unskipped(bytes.fromhex(code) or (escaped or plain).encode("latin-1"))
        self._decode()
        self._paragraph.words = self._drop_cap + self._paragraph.words
        self._end(in_table=self._in_table)

    def _end(self, *, in_table: bool) -> None:
        """End the paragraph; in a note or at the head of a page, part no more than its words."""
        state, paragraph = self._states[-1], self._paragraph
        if state.unread or state.aside:
            self._write(" ")
            return
        if self._is_drop_cap:
            self._drop_cap, self._is_drop_cap = self._drop_cap + paragraph.words, False
            paragraph.words = []
        elif in_table:
            paragraph.aside, paragraph.container = paragraph.aside or "table", self._tables + 1
        else:
            self._tables = len(self.found)  # No two tables have as many paragraphs before them.
        if paragraph.words:
            paragraph.words[0] = _BULLET.sub("", paragraph.words[0], count=1)
        if paragraph.words or paragraph.asides:
            self.found.append(paragraph)
        self._paragraph = OfficeParagraph(paragraph.level, said_by(self._style, self._said).get("aside", ""))

    def _group(self, brace: str) -> None:
        self._to_skip = 0
        outer = self._states[-1]
        if brace == "{":
            check_count(len(self._states), MAX_DEPTH, "groups, one in the other")
            self._states.append(copy(self._states[-1]))
        elif len(self._states) > 1:
            self._states.pop()
        if "stylesheet" in (outer.unread, self._states[-1].unread):
            self._style = ""  # Each group in it is of another style.

    def _control(self, word: str, number: int | None) -> None:
        state = self._states[-1]
        if word in _ASIDES or _UNREAD.match(word) or (word == "title" and state.unread == "info"):
            self._name_group(word)
        elif state.unread == "stylesheet":
            self._define_style(word, number or 0)
        elif word in _PARAGRAPH_WORDS and not state.unread:
            self._format_paragraph(word, number or 0)
        elif word in _CHARACTER_WORDS:
            self._format_characters(word, number)
        elif word in ("ansicpg", "deff", "fcharset"):
            self._choose_codec(word, number or 0)
        elif word == "u" and number is not None:
            self._write(chr(number % 65_536))
            self._to_skip = state.fallback
        elif word in _SIGNS:
            self._write(self._unskipped(_SIGNS[word]))

    def _name_group(self, word: str) -> None:
        state = self._states[-1]
        if word in _ASIDES:
            state.aside, state.unread = state.aside or _ASIDES[word], ""
        elif word == "title":
            state.unread = word
            self.title.clear()  # It may come twice, the second time in Unicode.
        else:
            state.unread = state.unread or word

    def _format_characters(self, word: str, number: int | None) -> None:
        state = self._states[-1]
        if word == "uc":
            state.fallback = max(number or 0, 0)
        elif word == "f":
            state.font = number
        elif word == "fs":
            state.size = (number or 24) / 2
        elif word == "plain":
            state.font, state.hidden, state.bold, state.size = self._default_font, False, False, 12
        else:
            setattr(state, {"deleted": "deleted", "v": "hidden", "b": "bold"}[word], number != 0)

    def _choose_codec(self, word: str, number: int) -> None:
        if word == "ansicpg":
            self._codec = _codec(number)
        elif word == "deff":
            self._default_font = number
        elif number in _CODE_PAGES and self._codec != "utf-8":  # Who writes that writes it in every font.
            self._codecs[self._states[-1].font] = _codec(_CODE_PAGES[number])

    def _format_paragraph(self, word: str, number: int) -> None:
        paragraph = self._paragraph
        if word == "s":
            self._style = str(number)
            said = said_by(self._style, self._said)
            paragraph.level, paragraph.aside = said.get("level"), said.get("aside", "")
        elif word == "outlinelevel":
            paragraph.level = number + 1 if number < 9 else None
        elif word == "intbl":
            self._in_table = True
        elif word.startswith("dropcap"):
            self._is_drop_cap = True
        elif word == "pard":
            self._style, self._in_table, self._is_drop_cap = "", False, False
            paragraph.level, paragraph.aside = None, ""

    def _define_style(self, word: str, number: int) -> None:
        if word in ("s", "cs", "ts"):
            self._style = str(number)
        said = self._said.setdefault(self._style, {})
        if word == "sbasedon":
            said[PARENT] = str(number)
        elif word == "outlinelevel":
            said["level"] = number + 1 if number < 9 else None

    def _unskipped(self, piece: AnyStr) -> AnyStr:
        skipped = min(self._to_skip, len(piece))
        self._to_skip -= skipped
        return piece[skipped:]

    def _decode(self) -> None:
        # A character may be several bytes, each of them written in its own way.
        if self._undecoded:
            codec = self._codecs.get(self._states[-1].font, self._codec)
            self._write(self._undecoded.decode(codec, errors="replace"))
            self._undecoded.clear()

    def _write(self, text: str) -> None:
        state = self._states[-1]
        if state.unread == "title":
            self.title.append(text)
        elif state.unread == "stylesheet":
            # Its name ends with a semicolon.
            self._said.setdefault(self._style, {}).update(told_by_name(text.strip().removesuffix(";")))
        elif not state.unread:
            changed = "deleted text" if state.deleted else "hidden text" if state.hidden else ""
            if self._drop_cap and not (state.aside or changed):
                text, self._drop_cap = "".join([*self._drop_cap, text]), []
            self._paragraph.write(text, aside=state.aside or changed, bold=state.bold, size=state.size)


def _tokens(text: str) -> Iterator[tuple[str, ...]]:
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if found[1] == "bin":  # So many bytes of a picture follow.
            at += max(int(found[2] or 0), 0)
        else:
            yield found.groups(default="")


def read(data: bytes, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return the text of an RTF file; tables, notes, headers, deletions and hidden text stand aside."""
    reader, text = _RtfText(), data.decode("latin-1")
    check_pieces(text, sum(1 for _ in _PARAGRAPH.finditer(text)), "paragraphs")
    reader.read(text)
    for paragraph in reader.found:
        paragraph.words = [_joined(paragraph.words)]
        paragraph.asides = [(aside, [_joined(words)]) for aside, words in paragraph.asides]
    return reading(reader.found, title=_joined(reader.title))


def _joined(pieces: list[str]) -> str:
    # Characters beyond 16 bits come as two halves.
    return "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _codec(page: int) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
