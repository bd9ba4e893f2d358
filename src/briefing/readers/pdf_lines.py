"""From the runs of print of a PDF's pages to its lines in reading order, each knowing what it is beside the article.

A file may draw a page in any order, a row across two columns at a time, a stamp in the margin between two lines. What
is set sideways, the rows of tables, running heads and page numbers are known here, by where they stand.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise
from statistics import median
from typing import NamedTuple

from briefing.blocks import split_when
from briefing.patterns import regex
from briefing.readers.pdf_worker import INITIAL

_EDGE_LINES = 2  # How many lines at the top and at the bottom of a page may be a running head or foot
_LEAST_COUNTED = 4  # How many lines of a page have numbers in the margin, at least
_LEAST_ROWS = 3  # How many rows make a table, and how many lines side by side columns
_ENTRY_CELLS = 2  # How many cells an entry of a table of contents has: what is there, and on which page
_COLUMN_WORDS = 3.5  # How many words a line of a column has, on average, at least; a cell of a table has fewer
_JUSTIFIED, _FEWEST_WORDS = 1.7, 4  # How wide gaps are in a line, of so many small words, that is drawn out
_PROSE_WORD = regex(r"(?<!\S)[^\W\dA-ZÀ-Þ_][^\W\d_]+[,.;:]?(?!\S)")
_TABLE_DISTANCE = 1.5  # How far below its head a table begins, at most, in sizes of print
_HEAD_DISTANCE = 1.8  # How far above the next line a running head stands, at least, in sizes of print
_MOST_COLUMNS = 4
_DRAWN_LAST = 12  # How many lines of the top of a page may be drawn after the rest
_INITIAL_LINES = 20
"""How many lines before or behind it may have been drawn between an initial and the first line beside it."""
_MOST_INITIALS = 20  # How many initials a page may have
_PLAIN_NUMBER = regex(r"\d{1,4}\Z")
_PAGE_NUMBER = regex(
    r"\W*(?:[^\W\d_]{1,8}\W{1,3})?(?:\d{1,4}|[ivxlc]{1,7})(?:\W{1,3}(?:[^\W\d_]{1,4}\W{1,3})?\d{1,4})?\W*\Z"
)
_LEADERS = regex(r"\.\s?\.\s?\.\s?\.\s{0,20}\d{1,4}\Z")
_END_NUMBER = regex(r"\A\d{1,4}(?!\w)|(?<!\w)\d{1,4}\Z")
_NUMBER = regex(r"\d+|\b[ivxlc]+\b")
_MARKER = regex(r"\W{1,2}\Z|\W?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxlcIVXLC]{1,6})[.):]?\Z")
_WORD = regex(r"[^\W\d_]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_HYPHENS = str.maketrans({"\u00ad": None, "\u0002": "-", "\ufffe": "-"})
"""What is made of hyphens that are for the end of a line, elsewhere."""


class PrintRun(NamedTuple):
    """What stands on one line without a wide gap, as the worker gives it; lengths in points, from the bottom left."""

    text: str
    left: float
    baseline: float
    right: float
    size: float
    is_bold: bool = False
    turn: int = 0
    """How many quarters it is turned, against the clock; 4 for print along no edge of the page."""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line of print; lengths in points, from the bottom left of its page."""

    text: str
    left: float
    baseline: float
    right: float
    size: float
    """That of most of its characters."""
    is_bold: bool
    page: int
    """From 1."""
    aside: str = ""
    """What it is if no part of the article: 'margin stamp', 'line number', 'table', 'contents', 'running head' or
    'page number'."""


_Row = list[PrintRun]  # Runs side by side, from left to right


def lines(pages: Sequence[Sequence[PrintRun]]) -> list[PrintLine]:
    """Return the lines of pages in reading order; every character of the runs is in one of them."""
    found = [_page_lines(page, number) for number, page in enumerate(pages, 1)]
    first, *others = [list(page) for page in _with_edges(found)] or [[]]
    return _with_initials([*_from_the_top(first), *chain.from_iterable(others)])


def _from_the_top(page: list[PrintLine]) -> list[PrintLine]:
    """Return the lines of a page, what is drawn last and stands above the rest first: a title in a frame."""
    heights = [0.0 if line.aside or _is_letter(line.text) else line.baseline for line in page]
    for start in range(len(page) - 1, max(0, len(page) - _DRAWN_LAST), -1):
        last = list(filter(None, heights[start:]))
        if last and min(last) > max(heights[:start]):
            return [*page[start:], *page[:start]]
    return page


def _page_lines(page: Sequence[PrintRun], number: int) -> list[PrintLine]:
    upright = commonest((run.turn, len(run.text)) for run in page)
    straight = [run for run in page if run.turn == upright]
    counted = _line_numbers(straight)
    beside = set(counted)
    rows = list(split_when([run for run in straight if run not in beside], _is_parted))
    result = [_line(row, number, kind) for row, kind in _with_tables(_in_columns(rows, _MOST_COLUMNS))]
    result += [_line([run], number, "line number") for run in counted]
    return result + [_line([run], number, "margin stamp") for run in page if run.turn != upright]


def _line_numbers(runs: Sequence[PrintRun]) -> list[PrintRun]:
    """Return the numbers that count lines down the left margin, as in pleadings and manuscripts."""
    numbers = [run for run in runs if _PLAIN_NUMBER.match(run.text)]
    margin = median([run.left for run in runs if not _PLAIN_NUMBER.match(run.text)] or [0.0])
    counted = sorted((run for run in numbers if run.right <= margin), key=lambda run: -run.baseline)
    steps = [int(run.text) - int(before.text) for before, run in pairwise(counted)]
    return counted if len(counted) >= _LEAST_COUNTED and set(steps) == {1} else []


def _line(row: _Row, page: int, aside: str) -> PrintLine:
    text = " ".join(run.text for run in row).translate(_LIGATURES)
    text = text[:-1].translate(_HYPHENS) + text[-1:]
    main = max(row, key=lambda run: len(run.text))
    if not aside and not any(map(str.isalnum, text)):
        aside = "ornament"
    elif not aside and _LEADERS.search(text):
        aside = "contents"
    is_bold = all(run.is_bold for run in row)
    return PrintLine(text, row[0].left, main.baseline, row[-1].right, main.size, is_bold, page, aside)


def _is_parted(last: PrintRun, run: PrintRun) -> bool:
    """Return whether a run is not drawn to the right of the last, on one height with it."""
    height = max(run.size, last.size)
    is_initial = _is_letter(last.text) and last.size >= INITIAL * run.size
    is_beside = run.left > last.right - 0.3 * height and not is_initial
    return not is_beside or abs(run.baseline - last.baseline) >= 0.5 * height


def _in_columns(rows: list[_Row], most: int) -> list[_Row]:
    """Return the rows, those that run across columns taken apart, one column after the other."""
    gutter = _gutter(rows) if most > 1 else None
    if gutter is None:
        return rows
    result: list[_Row] = []
    left: list[_Row] = []
    right: list[_Row] = []
    for row in rows:
        before = [run for run in row if run.right <= gutter]
        after = [run for run in row if run.left >= gutter]
        if len(before) + len(after) < len(row):  # Across the whole page.
            result += [*left, *_in_columns(right, most - 1), row]
            left, right = [], []
        else:
            left += [before] if before else []
            right += [after] if after else []
    return result + left + _in_columns(right, most - 1)


def _gutter(rows: Sequence[_Row]) -> float | None:
    """Return where rows of running text leave a gap one below the other, or None."""
    steps: list[tuple[float, int]] = []
    for row in rows:
        for run, after in pairwise(row):
            steps += [(run.right, 1), (after.left, -1)]
    best, depth, place = 0, 0, 0.0
    steps.sort()
    for (at, step), (end, _) in pairwise([*steps, (float("inf"), 0)]):
        depth += step
        if depth > best:
            best, place = depth, (at + end) / 2
    crossing = [row for row in rows if row[0].left < place < row[-1].right]
    parted = [row for row in crossing if not any(run.left < place < run.right for run in row)]
    words = sum(len(run.text.split()) for row in parted for run in row)
    if len(parted) < _LEAST_ROWS or len(parted) * 2 < len(crossing) or words < 2 * _COLUMN_WORDS * len(parted):
        return None
    return place


def _with_tables(rows: Sequence[_Row]) -> list[tuple[_Row, str]]:
    """Return each row with 'table' or 'contents' if it is a row of one, else ''."""
    found: list[tuple[_Row, str]] = []
    for is_parted, group in groupby(rows, key=lambda row: len(_cells(row)) > 1):
        same = list(group)
        found += _named(same) if is_parted else ((row, "") for row in same)
    for place in range(len(found) - 2, -1, -1):  # What stands right above a table, or beside that, is its head.
        (row, kind), (below, kind_below) = found[place : place + 2]
        is_near = abs(row[0].baseline - below[0].baseline) <= _TABLE_DISTANCE * row[0].size
        if not kind and kind_below == "table" and is_near and len(row[0].text.split()) <= _COLUMN_WORDS:
            found[place] = row, kind_below
    return found


def _named(group: Sequence[_Row]) -> Iterator[tuple[_Row, str]]:
    cells = [cell for row in group for cell in _cells(row)]
    kind = ""
    if len(group) >= _LEAST_ROWS and sum(len(cell.split()) for cell in cells) <= _COLUMN_WORDS * len(cells):
        entries = [row for row in group if len(_cells(row)) == _ENTRY_CELLS]
        numbers = [int(found[0]) for row in entries if (found := _PLAIN_NUMBER.match(row[-1].text))]
        kind = "contents" if len(numbers) == len(group) and numbers == sorted(numbers) else "table"
    yield from ((row, kind) for row in group)


def _cells(row: _Row) -> list[str]:
    """Return the texts of a row that stand apart; the mark or number of a list or heading is none."""
    texts = [row[0].text]
    gaps = [(run.left - before.right) / max(run.size, before.size) for before, run in pairwise(row)]
    is_prose = len(_PROSE_WORD.findall(" ".join(run.text for run in row))) >= _FEWEST_WORDS
    widest = _JUSTIFIED if is_prose and max(gaps, default=0.0) < _JUSTIFIED else 1.0
    for gap, run in zip(gaps, row[1:], strict=True):
        if gap < widest or (len(texts) == 1 and _MARKER.match(texts[0])):
            texts[-1] += f" {run.text}"
        else:
            texts.append(run.text)
    return texts


def _with_edges(pages: Sequence[Sequence[PrintLine]]) -> Iterator[list[PrintLine]]:
    """Yield the lines of each page, those at its edges that count pages, or come again elsewhere, known as such."""
    edges = []
    for page in pages:
        upwards = sorted((line for line in page if not line.aside), key=lambda line: line.baseline)
        depth = min(_EDGE_LINES, len(upwards) // 4)
        edges.append(upwards[:depth] + upwards[len(upwards) - depth :] if depth else [])
    shapes = Counter(shape for edge in edges for shape in set(map(_shape, edge)))
    counted = Counter(found for number, edge in enumerate(edges) for line in edge for found in _offsets(line, number))
    offset, times = counted.most_common(1)[0] if counted else (0, 0)
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        kinds = {}
        for line in edge:
            comes_again = shapes[_shape(line)] >= max(2, len(pages) / 4)
            counts = times > 2 and times * 2 >= len(pages) and offset in _offsets(line, number)
            is_outermost = line in (edge[0], edge[-1]) and not (_WORD.search(line.text) and line.text[-1] in ".!?")
            if _PAGE_NUMBER.match(line.text) and (is_outermost or comes_again):
                kinds[id(line)] = "page number"
            elif comes_again or counts or (line is edge[-1] and _is_head(line, edge[-2:][0])):
                kinds[id(line)] = "running head"
        yield [replace(line, aside=kinds.get(id(line), line.aside)) for line in page]


def _is_head(line: PrintLine, below: PrintLine) -> bool:
    """Return whether the top line of a page, in smaller print and apart from the next, counts pages."""
    is_apart = line.baseline - below.baseline > _HEAD_DISTANCE * below.size and line.size < below.size
    return is_apart and _END_NUMBER.search(line.text) is not None


def _shape(line: PrintLine) -> str:
    return _NUMBER.sub("#", line.text.lower())


def _offsets(line: PrintLine, page: int) -> set[int]:
    """Return how far the numbers at the ends of a line are from the number of its page."""
    return {int(found) - page for found in _END_NUMBER.findall(line.text)}


def _with_initials(found: list[PrintLine]) -> list[PrintLine]:
    """Return the lines, each large initial put before the first word of the line that it opens."""
    body = commonest((line.size, len(line.text)) for line in found if not line.aside)
    large = (place for place, line in enumerate(found) if not line.aside and line.size >= INITIAL * body)
    initials = [place for place in large if _is_letter(found[place].text)]
    if not initials or len(initials) > _MOST_INITIALS * found[-1].page:
        return found
    lines = [line for place, line in enumerate(found) if place not in initials]
    words = {word for line in lines for word in _WORD.findall(line.text.lower())}
    result: dict[int, PrintLine] = dict(enumerate(found))
    for place in initials:
        initial = found[place]
        nearby = [near for near in range(place - _INITIAL_LINES, place + _INITIAL_LINES + 1) if near in result]
        beside = [near for near in nearby if _opens(initial, result[near])]
        if beside:
            near = max(beside, key=lambda near: result[near].baseline)
            text = _completed(initial.text, result[near].text, words)
            result[near] = replace(result[near], text=text, left=initial.left)
            del result[place]
        else:
            result[place] = replace(initial, aside="ornament")
    return [result[place] for place in sorted(result)]


def _is_letter(text: str) -> bool:
    """Return whether a text is a capital letter, with a quotation mark before it at most."""
    return len(text) <= 2 and text[-1:].isupper() and sum(map(str.isalpha, text)) == 1


def _opens(initial: PrintLine, line: PrintLine) -> bool:
    """Return whether an initial stands at the left of a line, as high as it or higher than its letters."""
    beside = initial.left < line.left < initial.right + 2 * line.size and line.page == initial.page
    return beside and line.size < initial.size and -line.size < line.baseline - initial.baseline < initial.size


def _completed(initial: str, text: str, words: set[str]) -> str:
    letter, first = initial[-1].lower(), _WORD.match(text)
    rest = first[0].lower() if first else ""
    is_word = not rest or (letter in words and rest in words and letter + rest not in words)
    return f"{initial} {text}" if is_word else initial + text


def commonest(weighted: Iterator[tuple[float, int]]) -> float:
    """Return the value, rounded to halves, that weighs most; 0 for none."""
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[round(value * 2) / 2] += weight
    return counts.most_common(1)[0][0] if counts else 0.0
