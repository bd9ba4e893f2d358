"""Headings inside paragraphs, as in text that was taken from pages: '… in full. 2.1 Data We began with …'.

Comes in: blocks. Goes out: blocks cut before such headings, which `runin_headings` parts from their paragraph. Where
only the capitals of a paper tell, the heading is parted here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.blocks import Block, Kind, cut
from briefing.languages import vocabulary
from briefing.patterns import regex

_FEWEST = 2
"""How many must stand inside paragraphs for any to be believed."""
_NUMBER = regex(r"(\d(?<![^\s(]\d)\d?(?:\.\d{1,2}){1,3})\.? (?=[A-Z][\w-]+)")
_AFTER_END = regex(r"[.!?][)”\"’]?\s+\Z")
_TITLE = regex(
    r"(?<=[.!?)”] )(?P<title>[A-Z][a-z]+(?: and [a-z]+| (?:(?:and|of|for|in) )?[A-Z][a-z-]+){1,4}) "
    r"(?=(?P<next>[A-Z][a-z]*),? [a-z])"
)
_Number = tuple[int, ...]


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Cut paragraphs before the headings inside them."""
    found = _cut(text, blocks, _numbered(text, blocks))
    return _titled(text, found, language) if kind == "paper" else found


def _numbered(text: str, blocks: Sequence[Block]) -> list[int]:
    """Return where decimal numbers stand after the end of a sentence, each the successor of the one before."""
    last: _Number = ()
    found: list[int] = []
    for block in (block for block in blocks if block.is_open and block.kind is Kind.TEXT):
        for match in _NUMBER.finditer(text, block.start, block.end):
            number = tuple(map(int, match[1].split(".")))
            inside = match.start() > block.start
            if inside and not (_AFTER_END.search(text, match.start() - 4, match.start()) and _follows(last, number)):
                continue
            last = number
            if inside:
                found.append(match.start())
    return found if len(found) >= _FEWEST else []


def _follows(last: _Number, number: _Number) -> bool:
    """Return whether the number of a section may come after another: 2.1 after 1.3, 2.1.1 and 2.2 after 2.1."""
    *above, own = number
    before = [*last[: len(above)]]
    if own == 1:
        return not last or (above >= before and number[0] <= last[0] + 1)
    return above == before and len(last) >= len(number) and own == last[len(above)] + 1


def _titled(text: str, blocks: Sequence[Block], language: str) -> list[Block]:
    """Part headings that only their capitals tell: '… in full. Error Analysis While most of them are …'."""
    openers = vocabulary(language).sentences.openers
    titles = [
        title
        for block in blocks
        if block.is_open and block.kind is Kind.TEXT
        for title in _TITLE.finditer(text, block.start, block.end)
        if title["next"].lower() in openers and title["title"].split()[0].lower() not in openers
    ]
    if len(titles) < _FEWEST:
        return list(blocks)
    starts = {title.start() for title in titles}
    places = [place for title in titles for place in title.span("title")]
    return [piece._replace(mark=0) if piece.start in starts else piece for piece in _cut(text, blocks, places)]


def _cut(text: str, blocks: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """Cut blocks at ascending offsets."""
    found: list[Block] = []
    for block in blocks:
        own = slice(bisect_right(places, block.start), bisect_left(places, block.end))
        found += cut(text, block, places[own]) if places[own] else [block]
    return found
