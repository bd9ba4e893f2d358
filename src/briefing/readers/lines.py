"""Lines to blocks: what stands together in a plain text, before anyone asks what it means.

A line break is either the author's or the editor's. In hard-wrapped text the editor breaks a line where the
next word would not have fitted; wherever it would have fitted, the author ended a paragraph, a heading, an
address or a verse. That test, with the text's own width, tells most of the rest.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.blocks import Block, Kind


class Line(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    number: int
    """Its number in the text, from 1."""
    indent: int
    """How many characters of white space stand before it."""
    gap: bool
    """Whether a blank line, or the start of the text, stands before it."""
    quoted: bool
    """Whether quote marks stood before it."""


_QUOTE = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_HYPHEN = re.compile(r"\b([^\W\d_]{2,30})-( ?\n[ \t]*)([^\W\d_]{2,30})([^\s-]{0,30})(?!\S)")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"\b[^\W\d_]{2,30}-[^\W\d_]{2,30}\b")
_UNSEEN = re.compile("^[\u200b\ufeff]+", re.MULTILINE)
_BULLET = re.compile(r"(?:[-*+•·▪◦‣●○■□–—]|\(?[a-z]\)|\(?[ivx]{1,5}\)|\d{1,3}[.)]|\(\d{1,3}\))\s+\S")
_ITEM = re.compile(r"(?:[-*+•·▪◦‣●○■□–—o]|\[[ xX]\])\s+\S")
_FIELD = re.compile(r"[A-Z][\w-]{1,20}: \S")
_CELLS = re.compile(r"^\||\S\s*\|\s*\S[^|]*\||\S\t+\S|\S {3,}\S[^\n]*\S {3,}\S")
_ROW = re.compile(r"[^|\t\n]*(?:\|[^|\t\n]*\||\t+[^|\t\n]+\t)")
_SENTENCE_END = ".!?:…。！？"
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 30
_WIDEST_ROW = 300
_VERSE_LINES = 3


def normalise(text: str) -> str:
    r"""Give a text of the same length whose lines all end in '\n', none of them opening with what nobody sees."""
    text = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    if "\u200b" in text or "\ufeff" in text:
        return _UNSEEN.sub(lambda match: " " * len(match[0]), text)
    return text


def blank_quote_marks(text: str) -> tuple[str, frozenset[int]]:
    """Give the text with its quote marks blanked, and the offsets of the lines that had them.

    Where every line has them, as in a letter sent on, nothing is a quotation.
    """
    starts: list[int] = []

    def blank(match: re.Match[str]) -> str:
        starts.append(match.start())
        return " " * len(match[0])

    if ">" not in text:
        return text, frozenset()
    unquoted = _QUOTE.sub(blank, text)
    is_all = len(starts) == sum(not line.isspace() for line in text.split("\n") if line)
    return unquoted, frozenset(() if is_all else starts)


def split(text: str, *, quoted: frozenset[int] = frozenset()) -> list[Block]:
    r"""Give the blocks of a text whose lines end in '\n'.

    Args:
        text: the text, as `normalise` gives it.
        quoted: the offsets of lines that stood behind quote marks.
    """
    lines = list(_lines(text, quoted))
    width = _wrap_width(lines)
    indented = _indents_first_lines(lines)
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        blocks.extend(_split_chunk(text, chunk, width=width, indented=indented))
    return blocks


def mend_hyphens(text: str, blocks: Sequence[Block]) -> str:
    r"""Move the second half of a word hyphenated within a block up to its first: same length, same lines.

    Where the text has the whole word elsewhere the hyphen goes. It stays where the text has that elsewhere, or a
    capital follows, as in 'Asia-\nPacific', which no one hyphenates for want of room.
    """
    if "-\n" not in text and "- \n" not in text:
        return text
    matches = list(_HYPHEN.finditer(text))
    wholes = {match[1] + match[3] for match in matches} & set(_WORD.findall(text))
    compounds = {f"{match[1]}-{match[3]}" for match in matches} & set(_COMPOUND.findall(text))
    starts = [block.start for block in blocks]

    def mend(match: re.Match[str]) -> str:
        first, gap, second, tail = match.groups()
        if match.end() > blocks[bisect_right(starts, match.start()) - 1].end:
            return match[0]
        if first + second in wholes and second.islower():
            return f"{first}{second}{tail}{gap} "
        stays = f"{first}-{second}" in compounds or second.istitle()
        return f"{first}-{second}{tail}{gap}" if stays else match[0]

    return _HYPHEN.sub(mend, text)


def _lines(text: str, quoted: frozenset[int]) -> Iterator[Line]:
    offset, gap = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            yield Line(start, start + len(bare), number, indent, gap, offset in quoted)
        gap = not bare
        offset += len(raw) + 1


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    """Give the runs of lines without a blank line between them, quoted and unquoted apart."""
    chunk: list[Line] = []
    for line in lines:
        if chunk and (line.gap or line.quoted != chunk[-1].quoted):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _wrap_width(lines: list[Line]) -> int:
    """Give the width at which the text is wrapped, or 0 if it is not."""
    joints = [(a, b) for a, b in pairwise(lines) if not b.gap]
    if len(joints) < 2:
        return 0
    lengths = sorted(line.indent + line.end - line.start for joint in joints for line in joint)
    width = lengths[len(lengths) * 98 // 100]
    full = sum(a.indent + a.end - a.start >= 0.75 * width for a, _ in joints)
    return width if _NARROWEST_WRAP <= width <= _WIDEST_WRAP and full >= 0.5 * len(joints) else 0


def _indents_first_lines(lines: list[Line]) -> bool:
    """Tell whether paragraphs open with an indented line (rather than hang behind one that is not)."""
    peaks = valleys = 0
    for a, b in pairwise(lines):
        if not b.gap:
            peaks += a.indent > b.indent
            valleys += a.indent < b.indent and a.gap
    return peaks > valleys


def _split_chunk(text: str, chunk: list[Line], *, width: int, indented: bool) -> Iterator[Block]:
    if _is_table(text, chunk):
        yield _block(Kind.TABLE, chunk)
    elif _is_verse(text, chunk, width):
        yield _block(Kind.VERSE, chunk)
    else:
        group = chunk[:1]
        for a, b, c in zip(chunk, chunk[1:], [*chunk[2:], None], strict=False):
            alone = width and c and _stands_alone(text, a, b, c, width)
            if not alone and _continues(text, group[0], a, b, width=width, indented=indented):
                group.append(b)
            else:
                yield _block(_kind(text, group[0]), group)
                group = [b]
        yield _block(_kind(text, group[0]), group)


def _block(kind: Kind, lines: list[Line]) -> Block:
    if kind is Kind.TEXT and lines[0].quoted:
        kind = Kind.QUOTE
    first = lines[0]
    return Block(first.start, lines[-1].end, first.number, kind, len(lines), first.gap)


def _kind(text: str, line: Line) -> Kind:
    if _ROW.match(text, line.start, min(line.end, line.start + _WIDEST_ROW)):
        return Kind.TABLE
    head = text[line.start : min(line.end, line.start + 12)]
    if head[0].isalnum() and not head[1:2].isspace() and head[1:2] != ")":
        return Kind.TEXT
    if _is_ruler(text, line):
        return Kind.RULER
    return Kind.ITEM if _ITEM.match(head) else Kind.TEXT


def _is_ruler(text: str, line: Line) -> bool:
    return line.end - line.start <= 200 and not any(map(str.isalnum, text[line.start : line.end]))


def _is_table(text: str, chunk: list[Line]) -> bool:
    whole = text[chunk[0].start : chunk[-1].end]
    if len(chunk) < 2 or not any(mark in whole for mark in ("|", "\t", "   ")):
        return False
    rows = (line for line in chunk if line.end - line.start <= _WIDEST_ROW)
    return sum(_CELLS.search(text, line.start, line.end) is not None for line in rows) > 0.6 * len(chunk)


def _is_verse(text: str, chunk: list[Line], width: int) -> bool:
    """Short lines, broken before they are full, most of them capitalised, and many with a comma at the end."""
    if len(chunk) < _VERSE_LINES or any(line.end - line.start > 70 for line in chunk):
        return False
    if sum(text[line.end - 1] in ",;—–-" for line in chunk) < 0.25 * len(chunk):
        return False
    if any(_BULLET.match(text, line.start) or _is_ruler(text, line) for line in chunk):
        return False
    breaks = list(pairwise(chunk))
    free = sum(not _is_full(text, a, b, width or 70) for a, b in breaks)
    upper = sum(not text[line.start].islower() for line in chunk)
    return free >= 0.8 * len(breaks) and upper >= 0.6 * len(chunk)


def _is_full(text: str, a: Line, b: Line, width: int) -> bool:
    """Tell whether the first word of `b` had no room on `a`."""
    space = text.find(" ", b.start, min(b.end, b.start + width))
    word = (space if space > 0 else min(b.end, b.start + width)) - b.start
    return a.indent + a.end - a.start + 1 + word > width


def _stands_alone(text: str, a: Line, b: Line, c: Line, width: int) -> bool:
    """Tell whether `b` is neither the rest of the sentence on `a` nor broken for want of room: a heading."""
    if text[a.end - 1] not in _SENTENCE_END or text[b.end - 1] in _SENTENCE_END + ",;":
        return False
    capital = not text[b.start].islower() and not text[c.start].islower()
    return capital and not _is_full(text, b, c, width)


def _continues(text: str, first: Line, a: Line, b: Line, *, width: int, indented: bool) -> bool:
    """Tell whether `b` goes on with the paragraph that opens with `first` and has come to `a`."""
    if not width and not a.quoted and a.end - a.start < _NARROWEST_WRAP:
        return False
    if "#" in (text[a.start], text[b.start]) or _is_ruler(text, a) or _is_ruler(text, b):
        return False
    if _FIELD.match(text, a.start, a.end) and _FIELD.match(text, b.start, b.end):  # the head of a letter
        return False
    ended = text[a.end - 1] in _SENTENCE_END
    goes_on = not ended and text[b.start].islower()
    if not width:
        return goes_on
    full = _is_full(text, a, b, width)
    listed = _BULLET.match(text, first.start, first.end) is not None
    if _BULLET.match(text, b.start, b.end) and (ended or listed or not full):
        return False
    if listed and b.indent > first.indent:
        return True
    if indented and b.indent > a.indent:
        return False
    return full or (goes_on and a.end - a.start >= 0.6 * width)
