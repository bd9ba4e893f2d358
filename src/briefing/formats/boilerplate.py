"""What is no part of the article: bylines, credits, invitations, reference lists.

Only short blocks are looked at, and each is matched from its first character, so that a sentence that merely
mentions a newsletter stays. Where a name or a date would do as a heading too, the block must also stand at
either end of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from briefing.document import Heading
from briefing.formats import phrases
from briefing.formats.blocks import Block, Kind

Group = tuple[Heading | None, Sequence[Block]]
"""A heading, None for what stands before the first, and the blocks under it."""

_LONGEST = 240
_ENDS = 6
"""How many blocks at either end of a text may hold what only an end can hold."""
_AT_THE_ENDS = frozenset({"byline", "date", "sign-off", "contact", "salutation", "release", "genre"})
_LEADS_AWAY = frozenset({"advertisement", "comments", "read more", "share", "subscribe"})
"""What the heading of a list of links may be."""
_RELEASE_KINDS = frozenset({"contact", "release"})
"""What shows that a text is a press release, which ends with who sent it."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*\Z")
_LABELLED = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+){0,2}: ?\S.{0,100}(?<![.!?…\"”])\Z")
_HEADER_BLOCKS = 12
_CONTENTS_ROW = 3
"""How many headings in a row, with nothing between, are a table of contents."""
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
    _address(text, blocks, kinds)
    _label(text, blocks, kinds, language=language)
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


def _address(text: str, blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Mark the few short lines around the address at the head of a letter, up to whom it greets."""
    head = blocks[: next((at for at, block in enumerate(blocks) if kinds.get(block.start) == "salutation"), 0)]
    if any(kinds.get(block.start) == "address" for block in head):
        for block in head:
            if len(text[block.start : block.end].split()) <= _MOST_WORDS_AFTER_SIGN_OFF:
                kinds.setdefault(block.start, "address")


def _label(text: str, blocks: Sequence[Block], kinds: dict[int, str], *, language: str) -> None:
    """Mark lines such as 'Status: Draft' before the first paragraph; one alone must be of a known label."""
    known = phrases.labels(language)
    labelled: list[int] = []
    for place, block in enumerate(blocks[:_HEADER_BLOCKS]):
        body = " ".join(text[block.start : min(block.end, block.start + _LONGEST)].split())
        if _LABELLED.match(body) and (place or known.match(body)):  # 'Salt: A History' is a title.
            labelled.append(block.start)
        elif labelled or _SENTENCE_END.search(body):
            break
    if any(known.match(text, start) for start in labelled):
        kinds.update((start, kinds.get(start, "label")) for start in labelled)


def marked(text: str, groups: Sequence[Group], *, language: str) -> dict[int, str]:
    """Give the kind of each block and each heading that is boilerplate in a text whose headings are known."""
    paragraphs = [block for _, blocks in groups for block in blocks]
    kinds = lines(text, paragraphs, language=language)
    kinds |= sections(text, groups, kinds, language=language)
    for heading, blocks in groups:
        if heading and (kind := _leads_away(text, heading, blocks, language=language)):
            kinds |= dict.fromkeys((heading.start, *(block.start for block in blocks)), kind)
    return kinds if any(block.start not in kinds for block in paragraphs) else {}


def _leads_away(text: str, heading: Heading, blocks: Sequence[Block], *, language: str) -> str:
    """Give the kind of boilerplate that a heading and the blocks under it are: links, and no sentence; or ''."""
    kind = _kind(heading.text, language=language, at_an_end=False)
    sentences = any(_SENTENCE_END.search(text, block.start, block.end) for block in blocks)
    return kind if blocks and kind in _LEADS_AWAY and not sentences else ""


def sections(text: str, groups: Sequence[Group], noise: Mapping[int, str], *, language: str) -> dict[int, str]:
    """Give the kind of each block that its heading makes boilerplate: references, contents, a note on who wrote it.

    Args:
        text: the text.
        groups: its headings, and the blocks under each.
        noise: what `lines` found.
        language: English name of its language.
    """
    titles = frozenset(_entry(heading.text) for heading, _ in groups if heading)
    released = not _RELEASE_KINDS.isdisjoint(noise.values())
    kinds: dict[int, str] = {}
    for place, (heading, blocks) in enumerate(groups, 1):
        name, last = _entry(heading.text) if heading else "", place == len(groups)
        if _is(name, "references", language) and _cites(text, blocks):
            kinds.update((block.start, "reference") for block in blocks)
        elif _is(name, "contents", language):
            kinds.update((start, "contents") for start in _entries(text, blocks, titles, fewest=1))
        elif last and (_is(name, "author", language) or (released and _is(name, "about", language))):
            kinds.update((block.start, "about") for block in blocks)
        else:
            kinds.update((start, "contents") for start in _entries(text, blocks, titles, fewest=_CONTENTS_ROW))
    return kinds


def _is(name: str, kind: str, language: str) -> bool:
    """Tell whether the words of a heading are of a kind."""
    return re.fullmatch(phrases.heading_words(kind, language), name) is not None


def _entries(text: str, blocks: Sequence[Block], titles: frozenset[str], *, fewest: int) -> Iterator[int]:
    """Give the starts of the blocks that repeat headings, where at least so many stand in a row."""
    for repeats, run in groupby(blocks, lambda block: _entry(text[block.start : block.end]) in titles):
        starts = [block.start for block in run]
        if repeats and len(starts) >= fewest:
            yield from starts


def _cites(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are a list of works: at least half have a year, an address or pages."""
    return 2 * sum(_CITED.search(text, block.start, block.end) is not None for block in blocks) >= len(blocks)


def _entry(body: str) -> str:
    """Give the bare words of a heading, or of the entry for it in a table of contents."""
    return " ".join(body[:200].strip("-–—*+•·#[]() \t\r\n.:0123456789§").casefold().split())
