"""What is no part of the article: bylines, credits, invitations, reference lists.

Only short blocks are looked at, and each is matched from its first character, so that a sentence that merely
mentions a newsletter stays. Where a name or a date would do as a heading too, the block must also stand at
either end of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from briefing.blocks import Block, Kind, collapse
from briefing.structure import phrases

Kinds = dict[int, str]
"""What boilerplate blocks are, by their place among the blocks that a step looks at."""

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
_ADDRESS = re.compile(r"(?:[^\n:.]{1,40}:\s*)?(?:https?://|www\.)\S+\Z")
"""A line that is no more than an address, with a label at most."""
_HEADER_BLOCKS = 12
_CONTENTS_ROW = 3
"""How many headings in a row, with nothing between, are a table of contents."""
_CITED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|https?:|www\.|\bdoi\b|\bpp?\. ?\d|\bISBN\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40}(?:,[^—–:]{1,40})?(?: \([\w ]{2,20}\))? ?(?:[—–]|--?)$")
_AUTHOR = re.compile(r"[Bb][Yy]:? ([^\W\d_][\w’'.-]+(?: [\w’'.-]+){1,3}?)(?=$|,| and )")
_LONGEST_AUTHOR_NOTE = 500
_DIARY_DATES = 3
_MOST_WORDS_AFTER_SIGN_OFF = 8


def mark_lines(text: str, blocks: Sequence[Block], *, language: str) -> list[Block]:
    """Mark each block that is boilerplate on its face.

    Where nothing else is left, the lines are what the text is about, and none is boilerplate but tables.
    """
    places = [place for place, block in enumerate(blocks) if not block.aside and block.level is None]
    found = [blocks[place] for place in places]
    kinds = _kinds(text, found, language=language)
    if len(kinds) == len(found):
        kinds = {place: kind for place, kind in kinds.items() if kind == "table"}
    return _marked(blocks, {places[place]: kind for place, kind in kinds.items()})


def mark_sections(text: str, blocks: Sequence[Block], *, language: str) -> list[Block]:
    """Mark each block that its heading makes boilerplate: references, contents, a note on who wrote it."""
    groups = _groups(blocks)
    titles = frozenset(_entry(_words(text, blocks[heading])) for heading, _ in groups if heading is not None)
    released = any(block.aside in _RELEASE_KINDS for block in blocks)
    kinds: Kinds = {}
    for number, (heading, places) in enumerate(groups, 1):
        name, last = "" if heading is None else _entry(_words(text, blocks[heading])), number == len(groups)
        if _is(name, "references", language) and _cites(text, [blocks[place] for place in places]):
            kinds |= dict.fromkeys(places, "reference")
        elif _is(name, "contents", language):
            kinds |= dict.fromkeys(_entries(text, blocks, places, titles, fewest=1), "contents")
        elif last and (_is(name, "author", language) or (released and _is(name, "about", language))):
            kinds |= dict.fromkeys(places, "about")
        else:
            kinds |= dict.fromkeys(_entries(text, blocks, places, titles, fewest=_CONTENTS_ROW), "contents")
    return _marked(blocks, kinds)


def mark_links(text: str, blocks: Sequence[Block], *, language: str) -> list[Block]:
    """Mark lines that are an address, and headings that lead away, as 'Read more', with the blocks under them."""
    kinds: Kinds = {
        place: "links"
        for place, block in enumerate(blocks)
        if not block.aside and block.level is None and _ADDRESS.fullmatch(text, block.start, block.end)
    }
    for heading, places in _groups(blocks, with_boilerplate=True):
        kind = "" if heading is None else _kind(_words(text, blocks[heading]), language=language, at_an_end=False)
        sentences = any(_SENTENCE_END.search(text, blocks[place].start, blocks[place].end) for place in places)
        if heading is not None and places and kind in _LEADS_AWAY and not sentences:
            kinds |= dict.fromkeys((heading, *places), kind)
    return _marked(blocks, kinds)


def _marked(blocks: Sequence[Block], kinds: Mapping[int, str]) -> list[Block]:
    return [replace(block, aside=kinds[place]) if place in kinds else block for place, block in enumerate(blocks)]


def _groups(blocks: Sequence[Block], *, with_boilerplate: bool = False) -> list[tuple[int | None, list[int]]]:
    """Give the place of each heading, None for what stands before the first, and those of the blocks under it."""
    groups: list[tuple[int | None, list[int]]] = [(None, [])]
    for place, block in enumerate(blocks):
        if block.aside and not (with_boilerplate and block.level is None):
            continue
        if block.level is None:
            groups[-1][1].append(place)
        elif block.level:
            groups.append((place, []))
    return groups


def _words(text: str, block: Block) -> str:
    return collapse(text[block.start : block.end])


def _kinds(text: str, blocks: Sequence[Block], *, language: str) -> Kinds:
    kinds: Kinds = {}
    for place, block in enumerate(blocks):
        if block.kind is Kind.TABLE:
            kinds[place] = "table"
        elif block.end - block.start <= _LONGEST:
            at_an_end = place < _ENDS or place >= len(blocks) - _ENDS
            kind = _kind(_words(text, block), language=language, at_an_end=at_an_end)
            if kind and (place or kind != "sign-off"):
                kinds[place] = kind
    _sign(text, blocks, kinds)
    _address(text, blocks, kinds)
    _label(text, blocks, kinds, language=language)
    _keep_diary(kinds)
    _note_authors(text, blocks, kinds)
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


def _keep_diary(kinds: Kinds) -> None:
    """Unmark dates that stand apart three times or more: they head the entries of a diary or a chronicle."""
    dates = [place for place, kind in kinds.items() if kind == "date"]
    if sum(place > 0 and place - 1 not in kinds for place in dates) >= _DIARY_DATES:
        for place in dates:
            del kinds[place]


def _note_authors(text: str, blocks: Sequence[Block], kinds: Kinds) -> None:
    """Mark last paragraphs that open with the name in the byline, as in 'Anna Berg is our harbour editor'."""
    bylines = [
        text[block.start : block.end] for place, block in enumerate(blocks[:_ENDS]) if kinds.get(place) == "byline"
    ]
    names = tuple(f"{match[1]} " for line in bylines if (match := _AUTHOR.search(line)))
    for place in range(max(_ENDS, len(blocks) - 4), len(blocks)):
        block = blocks[place]
        if names and block.end - block.start <= _LONGEST_AUTHOR_NOTE and text.startswith(names, block.start):
            kinds.setdefault(place, "author note")


def _sign(text: str, blocks: Sequence[Block], kinds: Kinds) -> None:
    """Mark the few short lines after a sign-off, the names of those who sign."""
    for place in range(max(0, len(blocks) - 4), len(blocks)):
        if kinds.get(place) == "sign-off":
            after = range(place + 1, len(blocks))
            if all(_count(text, blocks[later]) <= _MOST_WORDS_AFTER_SIGN_OFF for later in after):
                kinds.update(dict.fromkeys(after, "sign-off"))
            return


def _address(text: str, blocks: Sequence[Block], kinds: Kinds) -> None:
    """Mark the few short lines around the address at the head of a letter, up to whom it greets."""
    head = range(next((place for place in range(len(blocks)) if kinds.get(place) == "salutation"), 0))
    if any(kinds.get(place) == "address" for place in head):
        for place in head:
            if _count(text, blocks[place]) <= _MOST_WORDS_AFTER_SIGN_OFF:
                kinds.setdefault(place, "address")


def _label(text: str, blocks: Sequence[Block], kinds: Kinds, *, language: str) -> None:
    """Mark lines such as 'Status: Draft' before the first paragraph; one alone must be of a known label."""
    known = phrases.labels(language)
    labelled: list[int] = []
    for place, block in enumerate(blocks[:_HEADER_BLOCKS]):
        body = collapse(text[block.start : min(block.end, block.start + _LONGEST)])
        if _LABELLED.match(body) and (place or known.match(body)):  # 'Salt: A History' is a title.
            labelled.append(place)
        elif labelled or _SENTENCE_END.search(body):
            break
    if any(known.match(text, blocks[place].start) for place in labelled):
        kinds.update((place, kinds.get(place, "label")) for place in labelled)


def _count(text: str, block: Block) -> int:
    return len(text[block.start : block.end].split())


def _is(name: str, kind: str, language: str) -> bool:
    """Tell whether the words of a heading are of a kind."""
    return re.fullmatch(phrases.heading_words(kind, language), name) is not None


def _entries(
    text: str, blocks: Sequence[Block], places: Sequence[int], titles: frozenset[str], *, fewest: int
) -> Iterator[int]:
    """Give the places of the blocks that repeat headings, where at least so many stand in a row."""
    for repeats, run in groupby(
        places, lambda place: _entry(text[blocks[place].start : blocks[place].end]) in titles
    ):
        row = list(run)
        if repeats and len(row) >= fewest:
            yield from row


def _cites(text: str, blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are a list of works: at least half have a year, an address or pages."""
    return 2 * sum(_CITED.search(text, block.start, block.end) is not None for block in blocks) >= len(blocks)


def _entry(body: str) -> str:
    """Give the bare words of a heading, or of the entry for it in a table of contents."""
    return " ".join(body[:200].strip("-–—*+•·#[]() \t\r\n.:0123456789§").casefold().split())
