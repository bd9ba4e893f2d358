"""How much a source may hold: what is refused, in one line that names the limit, before it takes time or memory."""

import re

from briefing.blocks import Reading
from briefing.patterns import regex

MAX_UNPACKED = 60_000_000
"""Bytes that an archive may unpack to, of all members that are read."""
MAX_RATIO = 100
"""How many times its own size an archive may unpack to; XML is packed to a tenth, at best to a fiftieth."""
MAX_TEXT_RATIO = 5
"""How many times as many characters as its own bytes an archive may hold; prose is packed to a third."""
SMALL_UNPACKED, SMALL_TEXT = 5_000_000, 2_000_000
"""Bytes and characters that any archive may unpack to, however small."""
MAX_MEMBERS = 20_000
"""Files in an archive."""
MAX_ELEMENTS = 1_000_000
"""Elements of markup in a document; a book of a thousand pages has half as many."""
MAX_BLOCKS = 50_000
"""Paragraphs, headings and the like in a source without lines."""
MAX_BRIEF = 25_000
"""Paragraphs, or sentences, that take no more than `BRIEF` bytes each in the mean: a list, or a table of words."""
BRIEF = 40
"""Bytes in UTF-8; a sentence of prose has twice as many at least."""
MAX_STRANGE = 100_000
"""Words of which more than half stand once: of as many words of any language, no more than a quarter are new."""
MAX_DEPTH = 1_000
"""How deep groups may stand in groups."""


class LimitError(Exception):
    """A source holds more than it may; the words say what, and how much is read."""


class BrokenError(Exception):
    """A source is not what its format asks for; the words say why."""


_SENTENCE_END = regex(r"[.!?…](?<![\s.!?…].)[\"'”’»)\]]*(?=[\sA-ZÀ-Þ]|\Z)|[。！？]")
_GAP = regex(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_MARK = regex(r"[>*+#-]|\d{1,9}[.)]")
_MARKS = regex(r"^[ \t]*+(?:(?:>|(?:[*+-]|\d{1,9}[.)]|#{1,6})[ \t])[ \t]*+)++", re.MULTILINE)
"""What begins items, quotations and headings in markup that is written by hand."""


def check_lines(text: str, *, least: int = 10) -> None:
    """Refuse, before it is read, a text of too many lines, paragraphs or items of hardly a word.

    `least` is how many characters its lines have at least, in the mean, where they are many.
    """
    lines = text.count("\n") + text.count("\r")
    if lines > MAX_BRIEF and len(text) < least * lines and len(text.split()) > MAX_BRIEF:
        raise LimitError(f"more than {MAX_BRIEF:,} lines of hardly a word")
    if lines > MAX_BRIEF:
        check_pieces(text, sum(1 for _ in _GAP.finditer(text)), "paragraphs")
    if sum(map(text.count, ">*+#-.)")) > MAX_BRIEF:
        check_pieces(text, sum(len(_MARK.findall(found[0])) for found in _MARKS.finditer(text)), "items")


def check_brief(reading: Reading) -> None:
    """Refuse a reading of too many paragraphs or sentences of hardly a word, or of too many words that stand once."""
    prose = reading.prose
    check_pieces(prose, sum(not block.aside for block in reading.blocks), "paragraphs")
    if sum(map(prose.count, ".!?…。！？")) > MAX_BRIEF:
        check_pieces(prose, sum(1 for _ in _SENTENCE_END.finditer(prose)), "sentences")
    words = prose.split()
    if len(words) > MAX_STRANGE and len(set(words)) > len(words) / 2:
        raise LimitError(f"more than {MAX_STRANGE:,} words, most of them different, which is no text")


def check_count(count: float, most: int, what: str) -> None:
    """Refuse more of something than is read."""
    if count > most:
        raise LimitError(f"more than {most:,} {what}")


def check_pieces(text: str, count: int, what: str) -> None:
    """Refuse a text of so many pieces, if they are too many of hardly a word."""
    if count > MAX_BRIEF and len(text.encode(errors="replace")) < BRIEF * count:
        raise LimitError(f"more than {MAX_BRIEF:,} {what} of hardly a word")
