"""From the lines of a PDF to the same lines, those known that stand beside the article by their print.

Footnotes, captions, formulas and scraps of figures. Small print at the foot of a column is footnotes; elsewhere it is
prose where it reads as such: a block quotation, an abstract.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

from briefing.languages import alternatives_of_all
from briefing.patterns import regex
from briefing.readers.pdf_headings import GAP, SMALL, Measures
from briefing.readers.pdf_lines import PrintLine

_FOOT = 1 / 3  # In which share of a page, from below, footnotes may stand without text above them
_PROSE_WORDS = 12
_WORDS_A_LINE = 4  # How many words small print has at least, in all and a line, to be prose
_LINES_OF_STAMP, _WORDS_OF_STAMP, _SIZES_OF_STAMP = 8, 6, 3
"""A stamp has at most so many lines, a line so many words, and so many sizes of print at least."""
_HEIGHT_OF_STAMP = 8  # In sizes of its largest print
_IMPRINT = regex(r"\bdoi\b|https?://|www\.|©|\bcopyright\b|\bissn\b|\blicen[cs]e\b", re.IGNORECASE)
_MOST_CAPTION_LINES = 12
_FORMULA_LETTERS = 0.35  # Up to which share of a formula's characters may stand in words
_SYMBOLS = regex(r"[=<>±×÷∑∏∫√∞≈≠≤≥∈∀∃∂∇→⇒|^]")
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_PROSE = regex(r"[^\W\d_]{3}|[.,;]\Z")
_FIGURES = regex(r"\d+")


@cache
def _caption() -> re.Pattern[str]:
    """Return what a caption opens with: 'Figure 3:', 'Tab. IV'."""
    number = r"(?:\d{1,3}(?:[.-]\d{1,3})?|[IVX]{1,5}|[A-Z]\d)[a-z]?(?:\s?[.:|–—]|\s*\Z|\s(?-i:[A-ZÀ-Þ]))"
    return re.compile(rf"(?:{alternatives_of_all('headings', 'figure')})\s{{0,2}}{number}", re.IGNORECASE)


def noted(lines: Sequence[PrintLine], usual: Measures) -> list[PrintLine]:
    """Return lines, those that stand beside the article known as what they are."""
    result: list[PrintLine] = []
    bottoms = _bottoms(lines, usual)
    largest = max((line.size for line in lines if line.page == 1 and not line.aside), default=0.0)
    for column in _columns(lines):
        column = _without_stamp(column, largest)
        result += _with_captions(_with_small(_with_formulas(column, usual), usual, bottoms), usual)
    return result


def _without_stamp(column: list[PrintLine], largest: float) -> list[PrintLine]:
    """Return the lines of a column, aside if they are a stamp: few, short, in several sizes, none the `largest`."""
    shown = [line for line in column if not line.aside]
    sizes = {line.size for line in shown}
    is_short = all(len(line.text.split()) <= _WORDS_OF_STAMP for line in shown)
    is_small = len(shown) <= _LINES_OF_STAMP and len(sizes) >= _SIZES_OF_STAMP and max(sizes) < largest
    if not is_short or not is_small or shown[0].page > 1:
        return column
    is_near = shown[0].baseline - shown[-1].baseline < _HEIGHT_OF_STAMP * max(sizes)
    return [replace(line, aside=line.aside or "stamp") for line in column] if is_near else column


def _columns(lines: Sequence[PrintLine]) -> Iterator[list[PrintLine]]:
    """Yield the lines of each column: a new one begins where print goes up again, or on a new page."""
    column: list[PrintLine] = []
    last: PrintLine | None = None
    for line in lines:
        if last and not line.aside and (line.page != last.page or line.baseline > last.baseline + line.size):
            yield column
            column = []
        column.append(line)
        last = last if line.aside else line
    yield column


def _bottoms(lines: Sequence[PrintLine], usual: Measures) -> dict[int, float]:
    """Return the height of each page below which footnotes may stand alone."""
    heights: dict[int, tuple[float, float]] = {}
    for line in lines:
        if not line.aside and not _is_small(line, usual):
            low, high = heights.get(line.page, (line.baseline, line.baseline))
            heights[line.page] = min(low, line.baseline), max(high, line.baseline)
    return {page: low + (high - low) * _FOOT for page, (low, high) in heights.items()}


def _is_small(line: PrintLine, usual: Measures) -> bool:
    return line.size < SMALL * usual.size


def _with_small(column: Sequence[PrintLine], usual: Measures, bottoms: dict[int, float]) -> list[PrintLine]:
    """Return the lines of a column, its small print known as what it is."""
    runs = groupby(column, key=lambda line: "aside" if line.aside else _is_small(line, usual))
    groups = [(key, list(group)) for key, group in runs]
    last = max((place for place, (key, _) in enumerate(groups) if key is False), default=-1)
    result: list[PrintLine] = []
    for place, (key, group) in enumerate(groups):
        kind = ""
        if key is True:
            top = group[0]
            words = " ".join(line.text for line in group)
            is_prose = len(words.split()) >= max(_PROSE_WORDS, _WORDS_A_LINE * len(group))
            at_foot = last >= 0 or top.baseline <= bottoms.get(top.page, 0.0)
            if _caption().match(top.text):
                kind = "caption"
            elif len(group) == 1 and _continues(groups[max(place - 1, 0) : place + 2], usual):
                kind = ""
            elif place > last and at_foot:
                kind = "footnote"
            elif not is_prose or (not place and _IMPRINT.search(words)):
                kind = "small print"
        result += [replace(line, aside=kind) for line in group] if kind else group
    return result


def _continues(groups: Sequence[tuple[object, Sequence[PrintLine]]], usual: Measures) -> bool:
    """Return whether a small line, among what stands around it, is one of larger ones: a label, small capitals."""
    lines = [line for key, group in groups if key != "aside" for line in (group[0], group[-1])]
    return any(0 < before.baseline - after.baseline <= GAP * usual.distance for before, after in pairwise(lines))


def _with_captions(column: Sequence[PrintLine], usual: Measures) -> list[PrintLine]:
    """Return the lines of a column, the captions among them known up to the next gap or other print."""
    result: list[PrintLine] = []
    last: PrintLine | None = None
    count = 0
    for line in column:
        if line.aside:
            result.append(line)
            continue
        gap = last.baseline - line.baseline if last else 0.0
        starts = _caption().match(line.text) and (last is None or gap > GAP * usual.distance or count > 0)
        goes_on = last and 0 < count < _MOST_CAPTION_LINES and gap <= GAP * usual.distance and line.size == last.size
        count = 1 if starts else count + 1 if goes_on else 0
        result.append(replace(line, aside="caption") if count else line)
        last = line
    return result


def _with_formulas(column: Sequence[PrintLine], usual: Measures) -> list[PrintLine]:
    """Return the lines of a column, displayed formulas and rows of figures among them known as such."""
    result: list[PrintLine] = []
    left = min((line.left for line in column if not line.aside), default=0.0)
    for line in column:
        kind = ""
        if not line.aside and line.left > left + line.size:
            characters = len(line.text.replace(" ", ""))
            is_other = _is_small(line, usual) or _PROSE.search(line.text)
            letters = sum(map(len, _LONG_WORD.findall(line.text)))
            if letters <= _FORMULA_LETTERS * characters and _SYMBOLS.search(line.text):
                kind = "formula"
            elif sum(map(len, _FIGURES.findall(line.text))) * 2 > characters and not is_other:
                kind = "table"
        result.append(replace(line, aside=kind) if kind else line)
    return result
