"""Lines to blocks: what stands together in a plain text, before anyone asks what it means.

In hard-wrapped text the editor breaks a line where the next word would not have fitted; wherever it would have
fitted, the author ended a paragraph, a heading, a verse. A sentence that is not at its end tells more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.blocks import Block, Kind
from briefing.patterns import regex
from briefing.readers.mending import LINE_END, joiner
from briefing.segment.unspaced import count_wide


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
    reach: int
    """The column that it reaches, its indent included; a Chinese character takes two."""
    gap: bool
    """Whether a blank line, or the start of the text, stands before it."""
    quoted: bool
    """Whether quote marks stood before it."""


class Wrap(NamedTuple):
    """How the editor of a text broke its lines."""

    width: int
    """The column at which it is wrapped, or 0 if it is not."""
    indent: int
    """How far the first lines of paragraphs are indented, or 0."""
    is_exact: bool = False
    """Whether each line holds as many words as it can, so that one with room for more was ended by the author."""


_LINE = regex(rf"([^\r\n]*)(?:{LINE_END}|\Z)")
BULLETS = r"(?:[-*+~•·▪◦‣●○■□★☆–—o✓✔✗✘►▶➤→]|--)"
"""What stands before an entry of a list, as a regular expression."""
_BULLET = regex(rf"(?:{BULLETS}|»|\(?[a-z]\)|\(?[ivx]{{1,5}}\)|\d{{1,3}}[.)]|\(\d{{1,3}}\))\s+\S")
_ITEM = regex(rf"(?:{BULLETS}|\[[ xX]\])\s+\S")
_STAMP = regex(
    r"<all>|[\[(]\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d\d:\d\d\b|"
    r"\[?\d{1,4}[./-]\d\d?[./-]\d{2,4}(?:,? |T)\d\d?:\d\d|\d\d:\d\d(?= [<*])|"
    r"[^\W\d_][^\n:\[(]{0,40} [\[(]\d{1,2}:\d\d(?::\d\d)?[\])] ?:"
)
_FIELD = regex(r"[^\Wa-z\d_][\w-]{0,20} ?: \S")
_CELLS = regex(r"^\||\S\s*\|\s*\S[^|]*\||\S\t+\S|\S {3,}\S[^\n]*\S {3,}\S")
_ROW = regex(r"[^|\t\n]*(?:\|[^|\t\n]*\||\t+[^|\t\n]+\t)")
_LEADERS = ("....", ". . . ")  # What leads, in a table of contents, to the number of a page
_SENTENCE_END = ".!?:…。！？："
_CLOSERS = "\"'”’»)]*」』）"
_OPEN = regex(r"[「『（《〈【][^「『（《〈【」』）》〉】]*\Z")  # A quotation or bracket that a line leaves open
_INNER_END = regex(r"[^\W\d_]{3}[.!?…][\"'”’»)]*\s+[\"'“‘«(]*\w|[。！？]")
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 30
_WIDEST_ROW = 300
_VERSE_LINES = 3
_FEWEST_LINES = 20  # A shorter text is not asked whether it is double-spaced


def split(text: str, *, quoted: frozenset[int] = frozenset(), edges: frozenset[int] = frozenset()) -> list[Block]:
    """Return the blocks of a text.

    `quoted` holds the offsets of lines that stood behind quote marks, `edges` those at which pages begin and end.
    """
    lines = _single_spaced(text, list(_filled_lines(text, quoted)))
    lines = [line._replace(gap=line.gap or line.start - line.indent in edges) for line in lines] if edges else lines
    wrap = _wrap(text, lines)
    return [block for chunk in _chunks(lines) for block in _split_chunk(text, chunk, wrap)]


def _filled_lines(text: str, quoted: frozenset[int]) -> Iterator[Line]:
    gap, has_wide = True, count_wide(text) > 0
    for number, found in enumerate(_LINE.finditer(text), 1):
        raw = found[1]
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = found.start() + indent
            reach = indent + len(bare) + (count_wide(bare) if has_wide else 0)
            yield Line(start, start + len(bare), number, indent, reach, gap, found.start() in quoted)
        gap = not bare


def _single_spaced(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, in which one blank line is no gap where it stands between all of them."""
    if len(lines) < _FEWEST_LINES:
        return lines
    reaches = sorted(line.reach for line in lines)
    width = reaches[len(reaches) * 9 // 10]
    double = [(a, b) for a, b in pairwise(lines) if b.number - a.number == 2]
    full = sum(_is_full(text, a, b, width) and not _ends(text, a) for a, b in double)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or len(double) < 0.6 * len(lines) or full < 0.5 * len(double):
        return lines
    return [*lines[:1], *(b._replace(gap=b.gap and b.number - a.number != 2) for a, b in pairwise(lines))]


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines without a blank line between them, quoted and unquoted apart."""
    chunk: list[Line] = []
    for line in lines:
        if chunk and (line.gap or line.quoted != chunk[-1].quoted):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _wrap(text: str, lines: list[Line]) -> Wrap:
    """Return how the text is wrapped."""
    indent = _first_indent(lines)
    joints = [(a, b) for a, b in pairwise(lines) if not b.gap]
    running = [(a, b) for a, b in joints if not _ends(text, a) and not _capital(text, b)]
    if len(running) >= _FEWEST_LINES:
        width = _high(a.reach for a, _ in running)
        if width >= _NARROWEST_WRAP and sum(_is_full(text, a, b, width) for a, b in running) >= 0.95 * len(running):
            return Wrap(width, indent, is_exact=True)
    width = _high(line.reach for joint in joints for line in joint)
    full = sum(a.reach >= 0.75 * width for a, _ in joints)
    is_wrapped = len(joints) > 1 and _NARROWEST_WRAP <= width <= _WIDEST_WRAP and full >= 0.5 * len(joints)
    return Wrap(width if is_wrapped else 0, indent)


def _high(reaches: Iterable[int]) -> int:
    """Return what hardly any reaches beyond."""
    ordered = sorted(reaches) or [0]
    return ordered[len(ordered) * 98 // 100]


def _own_wrap(text: str, chunk: list[Line], wrap: Wrap) -> Wrap:
    """Return how a run of lines is wrapped, which may be narrower than the text."""
    own = max(line.reach for line in chunk)
    if wrap.is_exact or len(chunk) < _VERSE_LINES or not _NARROWEST_WRAP <= own <= _WIDEST_WRAP:
        return wrap
    joints = list(pairwise(chunk))
    even = sum(a.reach >= 0.7 * own for a, _ in joints) >= 0.7 * len(joints)
    running = sum(not _ends(text, a) and not _capital(text, b) for a, b in joints)
    return wrap._replace(width=own) if even and 2 * running >= len(joints) else wrap


def _first_indent(lines: list[Line]) -> int:
    """Return how far the first lines of paragraphs are indented; 0 where they are not, or the others hang."""
    peaks = Counter(a.indent for a, b in pairwise(lines) if not b.gap and a.indent > b.indent)
    valleys = sum(not b.gap and a.indent < b.indent and a.gap for a, b in pairwise(lines))
    return max(peaks, key=lambda indent: (peaks[indent], -indent)) if peaks.total() > valleys else 0


def _split_chunk(text: str, chunk: list[Line], wrap: Wrap) -> Iterator[Block]:
    if _is_table(text, chunk):
        yield _block(Kind.TABLE, chunk)
    elif _is_verse(text, chunk, wrap.width):
        yield _block(Kind.VERSE, chunk)
    else:
        wrap = _own_wrap(text, chunk, wrap)
        group = chunk[:1]
        for a, b, c in zip(chunk, chunk[1:], [*chunk[2:], None], strict=False):
            alone = wrap.width and c and _stands_alone(text, a, b, c, wrap.width)
            is_piece = not wrap.width and _is_piece(text, group, b, c)
            if is_piece or (not alone and _continues(text, group, b, wrap)):
                group.append(b)
            else:
                yield _block(_kind(text, group[0]), group)
                group = [b]
        yield _block(_kind(text, group[0]), group)


def _block(kind: Kind, lines: list[Line]) -> Block:
    if kind in (Kind.TEXT, Kind.VERSE) and lines[0].quoted:
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
    """Return whether the first word of `b` had no room on `a`."""
    if count_wide(text[b.start]):
        return a.reach + 4 > width  # A mark that may not open a line takes the character before it along.
    space = text.find(" ", b.start, min(b.end, b.start + width))
    word = (space if space > 0 else min(b.end, b.start + width)) - b.start
    return a.reach + 1 + word > width


def _ends(text: str, line: Line) -> bool:
    """Return whether a line ends where a sentence may, or before a list."""
    return text[max(line.start, line.end - 5) : line.end].rstrip(_CLOSERS)[-1:] in _SENTENCE_END


def _capital(text: str, line: Line) -> bool:
    """Return whether a line opens as a sentence may; where letters have no case, each may."""
    first = text[line.start]
    return not (first.islower() or first in ",;)–—")


def _stands_alone(text: str, a: Line, b: Line, c: Line, width: int) -> bool:
    """Return whether `b` is neither the rest of the sentence on `a` nor broken for want of room: a heading."""
    if not _ends(text, a) or text[b.end - 1] in ".!?:…,;。！？：":
        return False
    return _capital(text, b) and _capital(text, c) and not (_is_full(text, b, c, width) or _is_open(text, b))


def _is_piece(text: str, group: list[Line], b: Line, c: Line | None) -> bool:
    """Return whether `b` is a piece of a sentence that was copied from a page with a line for each link or number."""
    a, is_inside = group[-1], len(group) > 1 and group[-1].reach < _NARROWEST_WRAP
    goes_on = text[a.start : a.end].rpartition(" ")[2].islower()
    leads = goes_on and c and not c.gap and text[c.start].islower() and not text[b.start].islower()
    starts = b.reach < _NARROWEST_WRAP and bool(leads or text.endswith((",”", ',"'), a.start, a.end))
    is_dated = text[b.start] in "–—" and text[a.start : a.end].isupper()  # 'LINDHOLM', '— The ferry is back.'
    is_listed = any(line and _BULLET.match(text, line.start, line.end) for line in ((c,) if is_dated else (b, c)))
    return (is_inside or starts or is_dated) and not (_ends(text, a) or is_listed)


def _is_open(text: str, line: Line) -> bool:
    """Return whether a line ends with a word that none ends with for its own sake."""
    return joiner().search(text, max(line.start, line.end - 12), line.end) is not None


def _continues(text: str, group: list[Line], b: Line, wrap: Wrap) -> bool:
    """Return whether `b` goes on with a paragraph."""
    first, a, width = group[0], group[-1], wrap.width
    if _OPEN.search(text, a.start, a.end):
        return True
    if not width and not a.quoted and a.reach < _NARROWEST_WRAP:
        return False
    if "#" in (text[a.start], text[b.start]) or _is_ruler(text, a) or _is_ruler(text, b):
        return False
    heads = _FIELD.match(text, first.start, first.end) or text.startswith("---", first.start)
    if heads and _FIELD.match(text, b.start, b.end):  # a mail's head, a talk
        return False
    if _STAMP.match(text, b.start, b.end) or text.endswith(_LEADERS, a.start, a.end - 3):
        return False
    ended = _ends(text, a)
    if not ended and 2 * a.reach > _WIDEST_WRAP and text[first.start : b.end].isupper():
        return width > 0 or " " in text[b.start : b.end].strip()  # A long heading goes on; unwrapped, a word is one.
    full = width > 0 and _is_full(text, a, b, width) and not (wrap.is_exact and a.reach > width)
    listed = _BULLET.match(text, first.start, first.end) is not None
    if _BULLET.match(text, b.start, b.end) and (ended or listed or not full):
        return False
    if width and listed and b.indent > first.indent:
        return True
    opens = b.indent > a.indent and (ended or _capital(text, b))
    if width and wrap.indent and (opens or (ended and b.indent == wrap.indent)):
        return False
    return full or (not ended and _runs_on(text, group, b, wrap))


def _runs_on(text: str, group: list[Line], b: Line, wrap: Wrap) -> bool:
    """Return whether the sentence that a line leaves unfinished goes on with `b`, though there was room for more."""
    first, a, width = group[0], group[-1], wrap.width
    is_brief = a.reach < 0.6 * width and (len(group) == 1 or group[-2].reach < 0.6 * width)
    if is_brief or (width and _is_open(text, a)):
        return a.reach > 0.25 * width and _is_open(text, a)
    if not _capital(text, b):
        return True
    if wrap.is_exact or a.reach > _WIDEST_WRAP or not (width or count_wide(text[b.start])):
        return False
    goes_on = text[a.end - 1] == "," or (first.gap and a.reach > 0.8 * width)
    return goes_on or len(group) > 1 or _INNER_END.search(text, a.start, a.end) is not None
