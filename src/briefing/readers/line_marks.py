"""Marks before lines: what nobody sees, quote marks, and numbers down the margin, as in bills and hearings.

Comes in: a plain text. Goes out: one of the same length, with those marks blanked, and where they stood.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from briefing.patterns import regex

_NUMBERED = regex(r"^[ \t]{0,16}(?P<number>\d{1,2})(?=[ \t\r]|$)", re.MULTILINE)
_QUOTE = regex(r"^[ \t]*([A-Z]{1,4}(?=>))?>[> \t]*", re.MULTILINE)
"""Perhaps with the initials of who is quoted, as in 'AB> '."""
_FEWEST = 3
"""How often initials stand before quotations, and pages are numbered, at least."""
_LONE = regex(r"^[ \t]*(\d{1,4})[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_PAGE_END = regex(r"^[ \t]*(?P<foot>(?:[-–—] ?)?\d{1,4}(?: ?[-–—])?)[ \t]*\r?\n(?=\f)", re.MULTILINE)
"""The last line of a page, with no more than its number, before a form feed."""
_SHORTEST = 300
"""Characters that a page has at least."""
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "»", "’", ")", "。")
_UNSEEN = regex("(?<![^\r\n])[\u200b\ufeff]+|\\[\\*\\d{1,4}\\]")
_FILLED = regex(r"^[ \t]*\S", re.MULTILINE)
_BLANK = regex(r"\n[ \t]*\r?\n")
_SHORTEST_PAGE = 8
"""So many lines of some page, at least, are numbered from 1 on; the last one may be shorter."""
_MOST = 0.5
"""The least share of all lines that numbers stand before."""

_STAR_PAGE = regex(r"(?<!\S)\*\d{1,4}(?=\s)")
"""A page of a report, in the middle of its text: '*270'."""

Page = list[re.Match[str]]


def without_unseen(text: str) -> str:
    """Return a text of the same length without what nobody sees before lines, and pages of reports: '[*2]'."""
    stars = [int(star[0][1:]) for star in _STAR_PAGE.finditer(text)] if "*" in text else []
    if len(stars) > 1 and all(after == before + 1 for before, after in pairwise(stars)):
        text = _STAR_PAGE.sub(lambda match: " " * len(match[0]), text)
    if "\u200b" in text or "\ufeff" in text or "[*" in text:
        return _UNSEEN.sub(lambda match: " " * len(match[0]), text)
    return text


def blank_quote_marks(text: str) -> tuple[str, frozenset[int]]:
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


def blank_numbers(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of the same length without the numbers of its lines, and the spans between its pages.

    Numbers are those of lines where they count from 1 on each page, and stand before most lines.
    """
    pages = [page for page in _pages(text) if len(page) > 1]
    if max(map(len, pages), default=0) < _SHORTEST_PAGE or sum(map(len, pages)) < _MOST * sum(
        1 for _ in _FILLED.finditer(text)
    ):
        return text, []
    between = [_between(text, page, after) for page, after in pairwise(pages)]
    return _without(text, chain.from_iterable(pages), "number"), between


def _pages(text: str) -> Iterator[Page]:
    """Yield the runs of numbers that count up from 1; one between them, as that of a page, is in none."""
    page: Page = []
    for number in _NUMBERED.finditer(text):
        if int(number["number"]) == len(page) + 1:
            page.append(number)
        elif int(number["number"]) == 1:
            yield page
            page = [number]
    yield page


def _between(text: str, page: Page, after: Page) -> tuple[int, int]:
    """Return the span from the first blank line behind a page to the first line of the next."""
    end = after[0].start()
    gap = _BLANK.search(text, page[-1].end(), end)
    return (gap.end() if gap else end), end


def blank_page_numbers(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text of the same length without the lines that are but the number of a page, and where these were.

    Such numbers stand before a form feed, or count up, and some of them inside a sentence.
    """
    if "\f" in text and (ends := list(_PAGE_END.finditer(text))):
        return _without(text, ends, "foot"), [end.span() for end in ends]
    runs: dict[int, Page] = {}
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
    return _without(text, longest, 1), [number.span() for number in longest]


def _without(text: str, numbers: Iterable[re.Match[str]], group: int | str) -> str:
    """Return a text in which a group of each match is blank."""
    pieces, at = [], 0
    for number in numbers:
        pieces += [text[at : number.start(group)], " " * len(number[group])]
        at = number.end(group)
    return "".join((*pieces, text[at:]))
