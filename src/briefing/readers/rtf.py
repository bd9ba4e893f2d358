"""Rich Text Format: the paragraphs among its control words (Microsoft's specification 1.9.1)."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import AnyStr

from briefing.blocks import Reading
from briefing.readers.flow import Piece, flow, style_level

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^\\{}])|([{}])|[\r\n]+|\\([\\{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_ASIDE = re.compile(
    r"(?:\*|fonttbl|colortbl|info|pict|header[lrf]?|footer[lrf]?|footnote|annotation|fldinst|object|themedata|datastore"
    r"|latentstyles|listtable|listoverridetable|rsidtbl|generator|pntext|listtext|xmlnstbl|nonshppict|shpinst|revtbl)\Z"
)
_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": " ",
    "line": " ",
    "emspace": " ",
    "enspace": " ",
    "~": "\u00a0",
    "_": "\u2011",
}
_CODE_PAGES = {
    0: 1252,
    2: 1252,
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
}
"""Of the character sets that fonts are of."""
_ENDS = {"par", "sect", "page", "cell", "row", "\r", "\n"}
_BULLET = re.compile(r"\A\s*[•▪◦·\uf0b7]\s*")


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    aside: str = ""
    """The destination that is left out, or 'stylesheet' or 'title'."""
    fallback: int = 1
    """How many characters follow a Unicode one for old readers."""
    deleted: bool = False
    """Whether the text is struck by a tracked change."""
    hidden: bool = False
    """Whether the text is not to be seen."""
    font: int | None = None
    """The number of the font that the text is in."""


@dataclass(slots=True)
class _Reader:
    codec: str = "cp1252"
    codecs: dict[int | None, str] = field(default_factory=dict)
    default_font: int | None = None
    undecoded: bytearray = field(default_factory=bytearray)
    words: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    level: int | None = None
    style: int = 0
    levels: dict[int, int | None] = field(default_factory=dict)
    based_on: dict[int, int] = field(default_factory=dict)
    in_table: bool = False
    to_skip: int = 0
    states: list[_State] = field(default_factory=lambda: [_State()])

    def blocks(self, text: str) -> Iterator[Piece]:
        for word, number, code, symbol, brace, escaped, plain in _tokens(text):
            if word or symbol or brace:
                self._decode()
            if brace:
                self._group(brace)
            elif (word or symbol) in _ENDS and not self.states[-1].aside:
                yield from self._end(in_table=self.in_table or word in ("cell", "row"))
            elif word or symbol:
                self._control(word or symbol, int(number) if number else None)
            else:
                self.undecoded += self._unskipped(bytes.fromhex(code) or (escaped or plain).encode("latin-1"))
        self._decode()
        yield from self._end(in_table=self.in_table)

    def _end(self, *, in_table: bool) -> Iterator[Piece]:
        if not in_table:
            yield Piece(_BULLET.sub("", _joined(self.words), count=1), self.level)
        self.words.clear()

    def _group(self, brace: str) -> None:
        self.to_skip = 0
        if brace == "{":
            outer = self.states[-1]
            self.states.append(_State(outer.aside, outer.fallback, outer.deleted, outer.hidden, outer.font))
        elif len(self.states) > 1:
            self.states.pop()

    def _control(self, word: str, number: int | None) -> None:
        state = self.states[-1]
        if _ASIDE.match(word):
            state.aside = state.aside or word
        elif word == "stylesheet":
            state.aside = word
        elif word == "title" and state.aside == "info":
            state.aside = word
            self.title.clear()  # It may come twice, the second time in Unicode.
        elif state.aside == "stylesheet":
            self._define_style(word, number or 0)
        elif word in ("pard", "s", "outlinelevel", "intbl") and not state.aside:
            self._format_paragraph(word, number or 0)
        elif word in ("uc", "deleted", "v", "f", "plain"):
            self._format_characters(word, number)
        elif word in ("ansicpg", "deff", "fcharset"):
            self._choose_codec(word, number or 0)
        elif word == "u" and number is not None:
            self._write(chr(number % 65_536))
            self.to_skip = state.fallback
        elif word in _SIGNS:
            self._write(self._unskipped(_SIGNS[word]))

    def _format_characters(self, word: str, number: int | None) -> None:
        state = self.states[-1]
        if word == "uc":
            state.fallback = max(number or 0, 0)
        elif word == "deleted":
            state.deleted = number != 0
        elif word == "v":
            state.hidden = number != 0
        elif word == "f":
            state.font = number
        elif word == "plain":
            state.font, state.hidden = self.default_font, False

    def _choose_codec(self, word: str, number: int) -> None:
        if word == "ansicpg":
            self.codec = _codec(number)
        elif word == "deff":
            self.default_font = number
        elif number in _CODE_PAGES and self.codec != "utf-8":  # Who writes that writes it in every font.
            self.codecs[self.states[-1].font] = _codec(_CODE_PAGES[number])

    def _format_paragraph(self, word: str, number: int) -> None:
        if word == "s":
            self.level = style_level(number, self.levels, self.based_on)
        elif word == "outlinelevel":
            self.level = number + 1 if number < 9 else None
        elif word == "intbl":
            self.in_table = True
        elif word == "pard":
            self.level, self.in_table = None, False

    def _define_style(self, word: str, number: int) -> None:
        if word in ("s", "cs", "ts"):
            self.style = number
        elif word == "sbasedon":
            self.based_on[self.style] = number
        elif word == "outlinelevel":
            self.levels[self.style] = number + 1 if number < 9 else None

    def _unskipped(self, piece: AnyStr) -> AnyStr:
        skipped = min(self.to_skip, len(piece))
        self.to_skip -= skipped
        return piece[skipped:]

    def _decode(self) -> None:
        # A character may be several bytes, each of them written in its own way.
        if self.undecoded:
            self._write(self.undecoded.decode(self.codecs.get(self.states[-1].font, self.codec), errors="replace"))
            self.undecoded.clear()

    def _write(self, text: str) -> None:
        state = self.states[-1]
        if state.aside == "title":
            self.title.append(text)
        elif not (state.aside or state.deleted or state.hidden):
            self.words.append(text)


def _tokens(text: str) -> Iterator[tuple[str, ...]]:
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if found[1] == "bin":  # So many bytes of a picture follow.
            at += max(int(found[2] or 0), 0)
        else:
            yield found.groups(default="")


def read(data: bytes, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Give the paragraphs of an RTF text; tables, notes, headers, deletions and hidden text are left out."""
    reader = _Reader()
    blocks = list(reader.blocks(data.decode("latin-1")))
    return flow(blocks, title=_joined(reader.title))


def _joined(pieces: list[str]) -> str:
    # Characters beyond 16 bits come as two halves.
    return "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _codec(page: int) -> str:
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return "cp1252"
