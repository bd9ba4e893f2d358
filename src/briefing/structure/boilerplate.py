"""What is no part of the article: bylines, credits, invitations, reference lists, and what each kind of text adds.

Only short blocks are looked at, and each is matched from its first character, so that a sentence that merely
mentions a newsletter stays. Where a name or a date would do as a heading too, the block must also stand at
either end of the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, groupby

from briefing.blocks import Block, Kind
from briefing.patterns import regex
from briefing.structure import phrases

Asides = dict[int, str]
"""What boilerplate blocks are, by their place among the blocks that a step looks at."""

_REACH = {
    **dict.fromkeys(("contact", "sign-off"), "lines"),
    "attendance": "list",
    **dict.fromkeys(("about", "disclaimer"), "part"),
    **dict.fromkeys(("licence", "signature"), "rest"),
    "front matter": "before",
}
"""What goes with boilerplate: 'lines' (short lines after it), 'list' (the items after it), 'part' (all up to the next
short line), 'rest' (all after it), 'before' (all before it); with what does not stand here nothing goes."""
_SECTIONS = {
    "": (("thanks", "acknowledgements"),),
    "minutes": (("attendance", "attendance"), ("jokes", "jokes")),
    "book": (("back_matter", "back matter"),),
    **dict.fromkeys(("paper", "proposal"), (("imprint", "copyright"),)),
}
"""By kind of text, '' for all: headings whose sections are no part of the article, and what the sections are."""
_Groups = list[tuple[int | None, str, list[int]]]
_LONGEST, _LONGEST_NOTE = 240, 1_000
"""Characters of what is looked at; a note at the foot of what is sent out may be long."""
_SENT = frozenset({"press release", "mail"})
_ENDS = 6
"""How many blocks at either end of a text may hold what only an end can hold."""
_LEADS_AWAY = frozenset({"advertisement", "comments", "read more", "share", "subscribe"})
"""What the heading of a list of links may be."""
_IN_THE_MIDDLE = frozenset({"enactment", "read more", "share"})
"""What stands among the paragraphs, as headings do: 'IT IS RESOLVED', 'Read more'."""
_SIGNED_GROUPS = 3
"""How many headings from the end on may be who signed."""
_LONGEST_INVITATION = 200
"""Words under a heading that invites readers to subscribe, to sign in, to listen."""
_RELEASE_KINDS = frozenset({"contact", "release"})
"""What shows that a text is a press release, which ends with who sent it."""
_OF_SENDER = frozenset({"contact", "disclaimer"})
_ADDRESS = regex(r"(?:[^\n:.]{1,40}:\s*)?(?:https?://|www\.)\S+\Z")
"""A line that is no more than an address, with a label at most."""
_POINTERS = "»›→➤▶►▸> "
"""What a line opens with that leads away."""
_CONTENTS_ROW = 3
"""How many headings in a row, with nothing between, are a table of contents."""
_LONGEST_ITEM = 30
"""Words of the longest item of an agenda; what is longer was said."""
_CITED = regex(r"\w\.\w{2,4}/|\b(?:1[5-9]|20)\d\d\b|https?:|www\.|\bdoi\b|\bpp?\. ?\d|\bISBN\b", re.IGNORECASE)
_NUMBERED = regex(r"\d{1,3}\. \S")
_DATELINE = regex(r"[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{2,40}(?:,[^—–:]{1,40})?(?: \([\w ]{2,20}\))? ?(?:[—–]|--?)$")
_AUTHOR = regex(r"[Bb][Yy]:? ([^\W\d_][\w’'.-]+(?: [\w’'.-]+){1,3}?)(?=$|,| and )")
_SIGNED = regex(r"[^\W\d_][\w’'.-]+(?: [^\W\d_][\w’'.-]+){1,3}(?:, \w+(?: \w+){0,4})?\Z|@\w+\Z")
_WHOSE = regex(r"[^\W\d_]\w+(?: [^\Wa-z\d_]\w+){0,3}\Z")
_LONGEST_AUTHOR_NOTE = 500
_DIARY_DATES, _MOST_WORDS_AFTER_SIGN_OFF = 3, 8
_OVER_NAMES = regex(r"[^:]*+:\Z|(?:\w++ ?){1,3}\Z")


def mark_lines(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark each block that is boilerplate on its face.

    Where nothing else is left, the lines are what the text is about, and none is boilerplate but tables.
    """
    places = [place for place, block in enumerate(blocks) if block.is_prose]
    found = [blocks[place] for place in places]
    headed = {n for n, place in enumerate(places) if place and blocks[place - 1].level is not None}
    asides: Asides = {}
    longest = _LONGEST_NOTE if kind in _SENT else _LONGEST
    last = len(found) - _ENDS * (2 if kind == "law" else 1)  # Several sign a law.
    for place, block in enumerate(found):
        if block.kind is Kind.TABLE:
            asides[place] = "table"
        elif block.end - block.start <= longest:
            at_an_end = place < _ENDS or place >= last or kind == "press release"
            aside = _aside(block.words(text), language=language, at_an_end=at_an_end, kind=kind)
            asides |= {place: aside} if aside and (place or aside != "sign-off") else {}
    _reach(text, found, asides, headed)
    _address(text, found, asides)
    _sign_head(text, found, asides)
    _say_whose(text, found, asides)
    _keep_diary(asides)
    _note_authors(text, found, asides)
    if len(asides) == len(found):
        asides = {place: aside for place, aside in asides.items() if aside == "table"}
    return _marked(blocks, {places[place]: aside for place, aside in asides.items()})


def mark_sections(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark each block that its heading makes boilerplate: references, contents, a note on who wrote it."""
    groups = _groups(text, blocks)
    titles = frozenset(_entry(line) for _, line, _ in groups if line)
    released = kind == "press release" or any(block.aside in _RELEASE_KINDS for block in blocks)
    asides, known = _references(text, blocks, groups, language), phrases.boilerplate(language)
    rows = (*_SECTIONS[""], *_SECTIONS.get(kind, ()))
    for number, (_, line, places) in enumerate(groups, 1):
        name, last, found = _entry(line), number == len(groups), iter(places)
        if aside := next((aside for words, aside in rows if _is(name, words, language)), ""):
            pass
        elif kind == "minutes" and _is(name, "agenda", language) and _is_plan(text, blocks, places):
            aside = "agenda"
        elif last and kind == "paper":
            aside, own = "acknowledgements", ((place, blocks[place]) for place in places)
            found = (place for place, b in own if known.match(text, b.start, b.end, kind=aside))
        elif _is(name, "links", language) and not any(blocks[place].ends_sentence(text) for place in places):
            aside = "links"
        elif (last and _is(name, "author", language)) or (released and _is(name, "about", language)):
            aside = "about"
        elif released and (sender := _aside(name, language=language, at_an_end=True, kind=kind)) in _OF_SENDER:
            aside = sender
        else:
            aside, fewest = "contents", 1 if _is(name, "contents", language) else _CONTENTS_ROW
            found = _entries(text, blocks, places, titles, fewest=fewest)
        asides |= dict.fromkeys(found, aside)
    return _marked(blocks, asides)


def _is_plan(text: str, blocks: Sequence[Block], places: Sequence[int]) -> bool:
    """Return whether blocks say what is to come: short, told by nobody, and the smaller part of the text."""
    told = any(blocks[place].speaker or blocks[place].word_count(text) > _LONGEST_ITEM for place in places)
    return 2 * len(places) < len(blocks) and not told


def mark_links(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark lines that are an address, and headings that lead away, as 'Read more', with the blocks under them."""
    asides: Asides = {
        place: "links"
        for place, block in enumerate(blocks)
        if block.is_prose and _ADDRESS.fullmatch(text, block.start, block.end)
    }
    known = phrases.boilerplate(language)
    groups = _groups(text, blocks, with_boilerplate=True)
    for left, (heading, line, places) in zip(range(len(groups), 0, -1), groups, strict=True):
        aside = _aside(line, language=language, at_an_end=left <= _SIGNED_GROUPS, kind=kind)
        below = sum(blocks[place].word_count(text) for place in places if not blocks[place].aside)
        invites = below <= _LONGEST_INVITATION and known.match(line, kind="invitation")
        leads = aside in _LEADS_AWAY and not any(blocks[place].ends_sentence(text) for place in places)
        if heading is not None and places and (leads or invites):
            asides |= dict.fromkeys((heading, *places), "invitation" if invites else aside)
        elif heading is not None and aside == "signature":
            asides |= {place: aside for place, block in enumerate(blocks) if place >= heading and not block.aside}
        elif heading is not None and aside in _IN_THE_MIDDLE:
            asides[heading] = aside
    return _marked(blocks, asides)


def _references(text: str, blocks: Sequence[Block], groups: _Groups, language: str) -> Asides:
    """Return what is a list of works by its heading, with the entries that look like headings themselves."""
    asides, is_open = dict[int, str](), False

    def cites(places: Sequence[int]) -> bool:  # At least half have a year, an address or pages.
        found = (_CITED.search(text, blocks[place].start, blocks[place].end) for place in places)
        return 2 * sum(map(bool, found)) >= len(places)

    for heading, line, places in groups:
        if heading is not None and is_open and (_CITED.search(line) or (_NUMBERED.match(line) and cites(places))):
            asides |= dict.fromkeys((heading, *places), "reference")
            continue
        is_open = heading is not None and _is(_entry(line), "references", language) and cites(places)
        asides |= dict.fromkeys(places if is_open else (), "reference")
    return asides


def _marked(blocks: Sequence[Block], asides: Mapping[int, str]) -> list[Block]:
    return [block._replace(aside=asides[place]) if place in asides else block for place, block in enumerate(blocks)]


def _groups(text: str, blocks: Sequence[Block], *, with_boilerplate: bool = False) -> _Groups:
    """Return the place and the words of each heading, None for what stands before the first, and what is under it."""
    groups: _Groups = [(None, "", [])]
    for place, block in enumerate(blocks):
        if block.aside and not (with_boilerplate and block.level is None):
            continue
        if block.level is None:
            groups[-1][2].append(place)
        elif block.level:
            groups.append((place, block.words(text), []))
    return groups


# Lists and tables repeat the same few short lines without end.
@lru_cache(maxsize=1_000)
def _aside(body: str, *, language: str, at_an_end: bool, kind: str) -> str:
    body = body.lstrip(_POINTERS) or body
    known = phrases.boilerplate(language)
    if aside := next(known.kinds(body, among=phrases.believed(language, kind, at_an_end=at_an_end)), None):
        return aside
    if at_an_end and phrases.is_date(body, language):
        return "date"
    return "dateline" if at_an_end and _DATELINE.match(body) else ""


def _reach(text: str, blocks: Sequence[Block], asides: Asides, headed: Set[int]) -> None:
    """Mark what goes with boilerplate, up to a heading: lines under a contact, the part under 'About us'."""
    for place, aside in list(asides.items()):
        if not (reach := _REACH.get(aside)):
            continue
        after = range(place + 1, len(blocks))
        heads = _OVER_NAMES.match(text, blocks[place].start, blocks[place].end)
        if reach == "list" and heads and any(blocks[p].gap for p in after):
            reach = "touching"
        if reach == "before":
            after = range(place)
        elif reach != "rest":
            ends = (p for p in after if p in asides or p in headed or not _goes(text, blocks[p], reach))
            end = next(ends, len(blocks))
            after = range(place + 1, end)
        asides |= dict.fromkeys(after, aside)


def _goes(text: str, block: Block, reach: str) -> bool:
    """Return whether a block goes with the boilerplate before it."""
    is_brief = block.word_count(text) <= _MOST_WORDS_AFTER_SIGN_OFF and not block.ends_sentence(text)
    if reach in ("list", "touching"):
        is_named = reach == "touching" or text.find(",", block.start, block.end) > 0
        return block.kind is Kind.ITEM or (is_brief and not block.gap and is_named)
    return is_brief if reach == "lines" else not (is_brief and block.gap)


def _sign_head(text: str, blocks: Sequence[Block], asides: Asides) -> None:
    """Mark a brief line between the headline and the date: who wrote it, as in 'Anna Berg, harbour correspondent'."""
    heads = {"date", "dateline"}
    for place in (2, 1):
        unknown = place not in asides or text[blocks[place].start] == "@"
        dated = asides.get(place + 1) in heads and unknown
        if dated and place < len(blocks) and _SIGNED.match(text, blocks[place].start, blocks[place].end):
            asides[place] = "byline"
            heads.add("byline")


def _say_whose(text: str, blocks: Sequence[Block], asides: Asides) -> None:
    """Mark a brief line that touches the byline above it, as in 'Staff Writer', where blank lines part paragraphs."""
    for place, block in enumerate(blocks[1:_ENDS], 1):
        named = asides.get(place - 1) == "byline" and not block.gap and _WHOSE.match(text, block.start, block.end)
        if named and any(later.gap for later in blocks[place:]):
            asides.setdefault(place, "byline")


def _keep_diary(asides: Asides) -> None:
    """Unmark dates that stand apart three times or more: they head the entries of a diary or a chronicle."""
    dates = [place for place, aside in asides.items() if aside == "date"]
    if sum(place > 0 and place - 1 not in asides for place in dates) >= _DIARY_DATES:
        for place in dates:
            del asides[place]


def _note_authors(text: str, blocks: Sequence[Block], asides: Asides) -> None:
    """Mark last paragraphs that open with the name in the byline, as in 'Anna Berg is our harbour editor'."""
    bylines = [block.words(text) for place, block in enumerate(blocks[:_ENDS]) if asides.get(place) == "byline"]
    names = tuple(f"{match[1]} " for line in bylines if (match := _AUTHOR.search(line)))
    for place in range(max(_ENDS, len(blocks) - 4), len(blocks)):
        block = blocks[place]
        if names and block.end - block.start <= _LONGEST_AUTHOR_NOTE and text.startswith(names, block.start):
            asides.setdefault(place, "author note")


def _address(text: str, blocks: Sequence[Block], asides: Asides) -> None:
    """Mark the short lines that touch an address."""
    for place in [place for place, aside in asides.items() if aside == "address"]:
        for near, touching in ((place - 1, place), (place + 1, place + 1)):
            if 0 <= near < len(blocks) and not blocks[touching].gap and _goes(text, blocks[near], "lines"):
                asides.setdefault(near, "address")


def _is(name: str, kind: str, language: str) -> bool:
    """Return whether the words of a heading are of a kind."""
    return phrases.headings(kind, language).match(name) is not None


def _entries(
    text: str, blocks: Sequence[Block], places: Sequence[int], titles: frozenset[str], *, fewest: int
) -> Iterator[int]:
    """Yield the places of the blocks that repeat headings, where at least so many stand in a row."""
    rows = groupby(places, lambda place: _entry(text[blocks[place].start : blocks[place].end]) in titles)
    yield from chain.from_iterable(row for repeats, run in rows if len(row := list(run)) >= fewest and repeats)


def _entry(body: str) -> str:
    """Return the bare words of a heading, or of the entry for it in a table of contents."""
    numbered = body[:200].lstrip("-–—*+•·#[]() \t\r\n.:0123456789§").rstrip("-–—*+•·#[]() \t\r\n.:")
    bare = numbered.rstrip("0123456789")
    words = bare.rstrip(" .\t…") if bare[-1:] in (" ", ".", "\t", "…") else numbered
    return " ".join(words.casefold().split())
