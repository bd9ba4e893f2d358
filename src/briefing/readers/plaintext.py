"""Plain text: its lines to blocks, without the marks of markup around them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from briefing.blocks import Block, Kind, Reading
from briefing.patterns import regex
from briefing.readers import mending, plaintext_lines
from briefing.readers.limits import check_count, check_lines
from briefing.readers.readings import blanked

_HASHES = regex(r"(#{1,6})\s+(\S.*?)\s*#*$")
_BOLD = regex(r"(\*{2,3}|__) ?([^\s*_].*?)\s*\1:?$")
_UNDERLINES = {"=": 1, "-": 2, "~": 3, "^": 4, "*": 2, "_": 2, "#": 1}
_EQUALS = regex(r"(={2,6})\s*([^\s=].*?)\s*\1$")
_BULLET = regex(rf"(?:{plaintext_lines.BULLETS}\s+)?(?:\[[ xX]\]\s+)?(?=\S)")
_PAGE_NUMBER = regex(r"[-–—] ?\d+ ?[-–—]\Z")
_END = regex(r"#(?: ?#)*\Z")
"""What a press release ends with; once, and late."""
_LONGEST_MARKED = 250
_LONGEST_SIGNATURE = 8  # Blocks; what follows two dashes at the end of a text says who wrote it
_MOST_LINES = 1_000_000
_MOST_BLOCKS = 100_000
_SHORT_LINE = 20  # Characters that lines have at least, in the mean, where they are many
_NUMBERED = regex(r"^[ \t]{0,16}(?P<number>\d{1,2})(?=[ \t\r]|$)", re.MULTILINE)
_QUOTE = regex(r"^[ \t]*([A-Z]{1,4}(?=>))?>[> \t]*", re.MULTILINE)
"""Perhaps with the initials of who is quoted, as in 'AB> '."""
_FEWEST = 3  # How often initials stand before quotations, and pages are numbered, at least
_LONE = regex(r"^[ \t]*(\d{1,4})[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_PAGE_END = regex(r"^[ \t]*(?P<foot>(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?)[ \t]*\r?\n(?=\f)", re.MULTILINE)
"""The last line of a page, with no more than its number, before a form feed."""
_SHORTEST = 300  # Characters that a page has at least
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "»", "’", ")", "。")
_UNSEEN = regex("(?<![^\r\n])[\u200b\ufeff]+|\\[\\*\\d{1,4}\\]")
_FILLED = regex(r"^[ \t]*\S", re.MULTILINE)
_EMPTY_LINE = regex(r"\n[ \t]*\r?\n")
_SHORTEST_PAGE = 8  # So many lines of some page, at least, are numbered from 1 on; the last one may be shorter
_MOST_NUMBERED = 0.5  # The least share of all lines that numbers stand before
_STAR_PAGE = regex(r"(?<!\S)\*\d{1,4}(?=\s)")  # A page of a report, in the middle of its text: '*270'

_Page = list[re.Match[str]]


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    r"""Return the blocks of a plain text.

    Lines end in '\n', '\r\n' or '\r'. The reading's text has the length and the lines of `text`; in it, marks are
    blanked (quote marks, bullets, rulers and what marks a heading), and what line ends and pages broke is whole: see
    `mending`.
    """
    check_count(text.count("\n") + text.count("\r"), _MOST_LINES, "lines")
    check_lines(text, least=_SHORT_LINE)
    plain, between = _blank_numbers(_without_unseen(text))
    if not between:
        plain, between = _blank_page_numbers(plain)
    plain, quoted = _blank_quote_marks(plain)
    parts = plaintext_lines.split(plain, quoted=quoted, edges=frozenset(chain.from_iterable(between)))
    check_count(len(parts), _MOST_BLOCKS, "paragraphs")
    plain, blocks = mending.join_pages(plain, parts, between)
    plain, blocks = mending.join_unspaced(mending.mend_hyphens(plain, blocks), blocks)
    bare = tuple(_without_marks(plain, blocks))
    beside = zip([0, *(block.end for block in bare)], [*(block.start for block in bare), len(plain)], strict=True)
    return Reading(blanked(plain, beside), bare, is_marked=False)


def _without_unseen(text: str) -> str:
    """Return a text of the same length without what nobody sees before lines, and pages of reports: '[*2]'."""
    stars = [int(star[0][1:]) for star in _STAR_PAGE.finditer(text)] if "*" in text else []
    if len(stars) > 1 and all(after == before + 1 for before, after in pairwise(stars)):
        text = _STAR_PAGE.sub(lambda match: " " * len(match[0]), text)
    has_unseen = "\u200b" in text or "\ufeff" in text or "[*" in text
    return _UNSEEN.sub(lambda match: " " * len(match[0]), text) if has_unseen else text


def _blank_quote_marks(text: str) -> tuple[str, frozenset[int]]:
    """Return the text with its quote marks blanked, and the offsets of the lines that had them.

    Where every line has them, as in a letter sent on, nothing is a quotation.
    """
    starts: list[int] = []

    def blank(match: re.Match[str]) -> str:
        if match[1] and cited[match[1]] < _FEWEST:
            return match[0]
        starts.append(match.start())
        return " " * len(match[0])

    if ">" not in text:
        return text, frozenset()
    cited = Counter(match[1] for match in _QUOTE.finditer(text))
    unquoted = _QUOTE.sub(blank, text)
    is_all = len(starts) == sum(not line.isspace() for line in text.split("\n") if line)
    return unquoted, frozenset(() if is_all else starts)


def _blank_numbers(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of the same length without the numbers of its lines, and the spans between its pages.

    Numbers are those of lines where they count from 1 on each page, and stand before most lines.
    """
    pages = [page for page in _pages(text) if len(page) > 1]
    longest, numbered = max(map(len, pages), default=0), sum(map(len, pages))
    if longest < _SHORTEST_PAGE or numbered < _MOST_NUMBERED * sum(1 for _ in _FILLED.finditer(text)):
        return text, []
    between = [_between(text, page, after) for page, after in pairwise(pages)]
    return blanked(text, (number.span("number") for number in chain.from_iterable(pages))), between


def _pages(text: str) -> Iterator[_Page]:
    """Yield the runs of numbers that count up from 1; one between them, as that of a page, is in none."""
    page: _Page = []
    for number in _NUMBERED.finditer(text):
        if int(number["number"]) == len(page) + 1:
            page.append(number)
        elif int(number["number"]) == 1:
            yield page
            page = [number]
    yield page


def _between(text: str, page: _Page, after: _Page) -> tuple[int, int]:
    """Return the span from the first blank line behind a page to the first line of the next."""
    end = after[0].start()
    gap = _EMPTY_LINE.search(text, page[-1].end(), end)
    return (gap.end() if gap else end), end


def _blank_page_numbers(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of the same length without the lines that are but the number of a page, and where these were.

    Such numbers stand before a form feed, or count up, and some of them inside a sentence.
    """
    if "\f" in text and (ends := list(_PAGE_END.finditer(text))):
        return blanked(text, (end.span("foot") for end in ends)), [end.span() for end in ends]
    runs: dict[int, _Page] = {}
    for number in _LONE.finditer(text):
        value = int(number[1])
        run = runs.pop(value - 1, None) or runs.pop(value - 2, [])
        if run and number.start() - run[-1].end() < _SHORTEST:
            runs[int(run[-1][1])] = run
        elif len(run) >= len(runs.get(value, ())):
            run.append(number)
            runs[value] = run
    longest = max(runs.values(), key=len, default=[])
    before = (text[max(0, number.start() - 200) : number.start()].rstrip() for number in longest)
    inside = sum(not words.endswith(_SENTENCE_END) for words in before)
    if len(longest) < _FEWEST or 3 * inside < len(longest):
        return text, []
    return blanked(text, (number.span(1) for number in longest)), [number.span() for number in longest]


def _without_marks(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without rulers, bullets and the marks around headings, and with the levels that these give.

    '#', '==', '**' and '__' around a whole line, and a ruler right under a line, mark a heading. A bold line has
    level 0: its level is for its style to tell. Where there are '==', a '#' counts the entries of a list.
    """
    before: Block | None = None
    signed = next((n for n, block in enumerate(blocks) if text[block.start : block.end] == "--"), len(blocks))
    if len(blocks) - signed <= _LONGEST_SIGNATURE:
        blocks = [*blocks[:signed], *(block._replace(aside="signature") for block in blocks[signed + 1 :])]
    ended = [n for n, block in enumerate(blocks) if _END.match(text, block.start, block.end)]
    if len(ended) == 1 and 2 * blocks[ended[0]].start > len(text):
        blocks = [*blocks[: ended[0]], *(block._replace(aside="release") for block in blocks[ended[0] + 1 :])]
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


def _bare(text: str, block: Block, marks: str) -> Block:
    """Return a block without the marks that make it a heading, or its bullet."""
    is_line = block.kind is Kind.TEXT and block.lines == 1 and block.end - block.start <= _LONGEST_MARKED
    line = text[block.start : block.end] if is_line and text[block.start] in marks else ""
    if match := _HASHES.match(line) or _BOLD.match(line) or _EQUALS.match(line):
        start, end = match.span(2)
        level = len(match[1]) - (line[0] == "=") if line[0] in "#=" else 0
        return block._replace(start=block.start + start, end=block.start + end, mark=level)
    bullet = _BULLET.match(text, block.start, block.end)
    is_listed = bullet and bullet.end() > block.start and not _PAGE_NUMBER.match(text, block.start, block.end)
    return block._replace(start=bullet.end()) if bullet and is_listed else block


def _underlines(text: str, block: Block, ruler: Block) -> bool:
    line = text[ruler.start : ruler.end]
    long = ruler.end - ruler.start >= max(3, 0.5 * (block.end - block.start))
    near = not ruler.gap and block.kind is Kind.TEXT and ruler.line == block.line + block.lines
    return near and block.lines == 1 and long and line[0] in _UNDERLINES and not line.strip(line[0])
