"""What is no part of the article: bylines, credits, invitations, reference lists.

Only short blocks are looked at, and each is matched from its first character, so that a sentence that merely
mentions a newsletter stays. Where a name or a date would do as a heading too, the block must also stand at
either end of the text.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.document import Heading
from briefing.formats import phrases
from briefing.formats.blocks import Block, Kind

_LONGEST = 240
_ENDS = 6
"""How many blocks at either end of a text may hold what only an end can hold."""
_AT_THE_ENDS = frozenset({"byline", "date", "sign-off", "contact", "salutation", "release"})
_CITED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|https?:|www\.|\bdoi\b|\bpp?\. ?\d|\bISBN\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40}(?:,[^—–:]{1,40})?(?: \([\w ]{2,20}\))? ?(?:[—–]|--?)$")
_AUTHOR = re.compile(r"[Bb][Yy]:? ([^\W\d_][\w’'.-]+(?: [\w’'.-]+){1,3}?)(?=$|,| and )")
_LONGEST_AUTHOR_NOTE = 500
_DIARY_DATES = 3
_MOST_WORDS_AFTER_SIGN_OFF = 8


def lines(text: str, blocks: Sequence[Block], *, language: str) -> dict[int, str]:
    """Give the kind of each block that is boilerplate on its face, by its start.

    Where nothing else is left, the lines are what the text is about, and none is boilerplate but tables.
    """
    kinds: dict[int, str] = {}
    for place, block in enumerate(blocks):
        if block.kind is Kind.TABLE:
            kinds[block.start] = "table"
        elif block.end - block.start <= _LONGEST and block.kind is not Kind.RULER:
            at_an_end = place < _ENDS or place >= len(blocks) - _ENDS
            kind = _kind(" ".join(text[block.start : block.end].split()), language=language, at_an_end=at_an_end)
            if kind and (place or kind != "sign-off"):
                kinds[block.start] = kind
    _sign(text, blocks, kinds)
    _keep_diary(blocks, kinds)
    _note_authors(text, blocks, kinds)
    if len(kinds) == len(blocks):
        return {start: kind for start, kind in kinds.items() if kind == "table"}
    return kinds


# Lists and tables repeat the same few short lines without end.
@lru_cache(maxsize=1_000)
def _kind(body: str, *, language: str, at_an_end: bool) -> str:
    for kind, pattern in phrases.boilerplate(language):
        if pattern.match(body) and (at_an_end or kind not in _AT_THE_ENDS):
            return kind
    if at_an_end and phrases.dates(language).match(body):
        return "date"
    return "dateline" if at_an_end and _DATELINE.match(body) else ""


def _keep_diary(blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Unmark dates that stand apart three times or more: they head the entries of a diary or a chronicle."""
    dated = [
        block.start
        for before, block in pairwise(blocks)
        if kinds.get(block.start) == "date" and before.start not in kinds
    ]
    if len(dated) >= _DIARY_DATES:
        for start in [start for start, kind in kinds.items() if kind == "date"]:
            del kinds[start]


def _note_authors(text: str, blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Mark last paragraphs that open with the name in the byline, as in 'Anna Berg is our harbour editor'."""
    bylines = [text[block.start : block.end] for block in blocks[:_ENDS] if kinds.get(block.start) == "byline"]
    names = tuple(f"{match[1]} " for line in bylines if (match := _AUTHOR.search(line)))
    for block in blocks[_ENDS:][-4:]:
        if names and block.end - block.start <= _LONGEST_AUTHOR_NOTE and text.startswith(names, block.start):
            kinds.setdefault(block.start, "author note")


def _sign(text: str, blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Mark the few short lines after a sign-off, the names of those who sign."""
    for block in blocks[-4:]:
        if kinds.get(block.start) == "sign-off":
            after = [b for b in blocks if b.start > block.start]
            if all(len(text[b.start : b.end].split()) <= _MOST_WORDS_AFTER_SIGN_OFF for b in after):
                kinds.update((b.start, "sign-off") for b in after)
            return


def sections(text: str, groups: Sequence[tuple[Heading | None, Sequence[Block]]], *, language: str) -> dict[int, str]:
    """Give the kind of each block that its heading makes a reference or an entry of a table of contents."""
    titles = frozenset(_entry(heading.text) for heading, _ in groups if heading)
    kinds: dict[int, str] = {}
    for heading, blocks in groups:
        if heading and blocks:
            if re.fullmatch(phrases.heading_words("references", language), _entry(heading.text)) and _cites(
                text, blocks
            ):
                kinds.update((block.start, "reference") for block in blocks)
            elif re.fullmatch(phrases.heading_words("contents", language), _entry(heading.text)):
                kinds.update(
                    (block.start, "contents") for block in blocks if _entry(text[block.start : block.end]) in titles
                )
    return kinds


def _cites(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are a list of works: at least half have a year, an address or pages."""
    return 2 * sum(_CITED.search(text, block.start, block.end) is not None for block in blocks) >= len(blocks)


def _entry(body: str) -> str:
    """Give the bare words of a heading, or of the entry for it in a table of contents."""
    return " ".join(body[:200].strip("-–—*+•·#[]() \t\r\n.:0123456789§").casefold().split())
