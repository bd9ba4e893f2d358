"""Plain text: its lines to blocks, without the marks of markup around them."""

from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.blocks import Block, Kind, Reading
from briefing.patterns import regex
from briefing.readers import line_marks, mending, plaintext_lines
from briefing.readers.limits import LimitError, check_lines
from briefing.readers.readings import blanks

_HASHES = regex(r"(#{1,6})\s+(\S.*?)\s*#*$")
_BOLD = regex(r"(\*{2,3}|__) ?([^\s*_].*?)\s*\1:?$")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "*": 2, "_": 2, "#": 1}
_EQUALS = regex(r"(={2,6})\s*([^\s=].*?)\s*\1$")
_BULLET = regex(rf"(?:{plaintext_lines.BULLETS}\s+)?(?:\[[ xX]\]\s+)?(?=\S)")
_PAGE_NUMBER = regex(r"[-–—] ?\d+ ?[-–—]\Z")
_LONGEST_MARKED = 250
_LONGEST_SIGNATURE = 8
"""Blocks; what follows two dashes at the end of a text says who wrote it."""
_MOST_LINES = 1_000_000
_MOST_BLOCKS = 100_000
_SHORT_LINE = 20
"""Characters that lines have at least, in the mean, where they are many."""


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    r"""Return the blocks of a plain text.

    Lines end in '\n', '\r\n' or '\r'. The reading's text has the length and the lines of `text`; in it, marks are
    blanked (quote marks, bullets, rulers and what marks a heading), and what line ends and pages broke is whole: see
    `mending`.
    """
    count = text.count("\n") + text.count("\r")
    if count > _MOST_LINES:
        raise LimitError(f"more than {_MOST_LINES:,} lines")
    check_lines(text, least=_SHORT_LINE)
    plain, between = line_marks.blank_numbers(line_marks.without_unseen(text))
    if not between:
        plain, between = line_marks.blank_page_numbers(plain)
    plain, quoted = line_marks.blank_quote_marks(plain)
    parts = plaintext_lines.split(plain, quoted=quoted, edges=frozenset(chain.from_iterable(between)))
    if len(parts) > _MOST_BLOCKS:
        raise LimitError(f"more than {_MOST_BLOCKS:,} paragraphs")
    plain, blocks = mending.join_pages(plain, parts, between)
    plain, blocks = mending.join_unspaced(mending.mend_hyphens(plain, blocks), blocks)
    bare = tuple(_without_marks(plain, blocks))
    return Reading(_blanked(plain, bare), bare, is_marked=False)


def _without_marks(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without rulers, bullets and the marks around headings, and with the levels that these give.

    '#', '==', '**' and '__' around a whole line, and a ruler right under a line, mark a heading. A bold line has
    level 0: its level is for its style to tell. Where there are '==', a '#' counts the entries of a list.
    """
    before: Block | None = None
    signed = next((n for n, block in enumerate(blocks) if text[block.start : block.end] == "--"), len(blocks))
    if len(blocks) - signed <= _LONGEST_SIGNATURE:
        blocks = [*blocks[:signed], *(block._replace(aside="signature") for block in blocks[signed + 1 :])]
    marks = "*_=" if any(_EQUALS.match(text, block.start, block.end) for block in blocks) else "#*_="
    for block in blocks:
        if block.kind is Kind.RULER:
            if before and before.mark is None and _underlines(text, before, block):
                before = before._replace(mark=_UNDERLINES[text[block.start]])
            continue
        if before:
            yield before
        before = _bare(text, block, marks)
    if before:
        yield before


def _blanked(text: str, blocks: Sequence[Block]) -> str:
    """Return a text with all between its blocks blanked, except the line ends."""
    pieces, at = [], 0
    for block in blocks:
        pieces += [blanks(text[at : block.start]), text[block.start : block.end]]
        at = block.end
    return "".join((*pieces, blanks(text[at:])))


def _bare(text: str, block: Block, marks: str) -> Block:
    is_line = block.kind is Kind.TEXT and block.lines == 1 and block.end - block.start <= _LONGEST_MARKED
    if not is_line or text[block.start] not in marks:
        return _without_bullet(text, block)
    line = text[block.start : block.end]
    match = _HASHES.match(line) or _BOLD.match(line) or _EQUALS.match(line)
    if not match:
        return _without_bullet(text, block)
    start, end = match.span(2)
    level = len(match[1]) - (line[0] == "=") if line[0] in "#=" else 0
    return block._replace(start=block.start + start, end=block.start + end, mark=level)


def _without_bullet(text: str, block: Block) -> Block:
    bullet = _BULLET.match(text, block.start, block.end)
    is_listed = bullet and bullet.end() > block.start and not _PAGE_NUMBER.match(text, block.start, block.end)
    return block._replace(start=bullet.end()) if bullet and is_listed else block


def _underlines(text: str, block: Block, ruler: Block) -> bool:
    line = text[ruler.start : ruler.end]
    long = ruler.end - ruler.start >= max(3, 0.5 * (block.end - block.start))
    near = not ruler.gap and block.kind is Kind.TEXT and ruler.line == block.line + block.lines
    return near and block.lines == 1 and long and line[0] in _UNDERLINES and not line.strip(line[0])
