"""The signs by which a block shows whether it is a heading: what each is worth stands in heading_weights.txt."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import TypeVar

from briefing.blocks import Block, Kind
from briefing.patterns import regex
from briefing.structure.heading_looks import BlockLook, LookPatterns, bare, fields, is_quoted, look, words_of

Key = TypeVar("Key")

_CODE = regex(r"https?:|www\.|\w@\w|[{}|\\<>=@#;_]|\(\)|::|\$|(?:\.\.\.|…|\. \. \.)\s?\w")
_SYMBOL = regex(r"[{}!<>@|/\\=~^`$%&+;,]|» |\[\d|ISBN\b")
_DATED = regex(r"\b(?:1[89]|20)\d\d\b|\d/\d|\d:\d\d")
_DIGITS = regex(r"\d\d")
_LEAD = 6
"""How many words a line with a colon at its end has that leads to a list; a heading before it has no more."""
_RULING = ("decimal", "digit", "ordinal")
_FEWEST_RULING = 10
_FEWEST_DECIMALS = 3
_FEWEST_TOUCHING = 3
_LONG_RUN = 4
"""How many short lines in a row are a list, whatever they look like."""


class Setting:
    """A text's blocks with what only the whole text can tell about each."""

    def __init__(self, text: str, blocks: Sequence[Block], *, language: str):
        self.words = words_of(language)
        self.blocks = blocks
        self.looks = [look(text, block, self.words) for block in blocks]
        self.gapped = sum(block.gap for block in blocks) > 0.3 * len(blocks)
        paragraphs = [b for b, k in zip(blocks, self.looks, strict=True) if k.prose]
        self.shouts = 2 * sum(text[b.start : b.start + 200].isupper() for b in paragraphs) > len(paragraphs)
        self.talks = 2 * sum(k.words < 15 and k.end in ".!?…" for k in self.looks) > len(blocks) > 8
        self.remarks = sum(look.words < 14 and look.end in ".!" for look in self.looks)
        self.times = Counter(look.text for look in self.looks if look.short)
        believed = _speakers(self.looks) | fields(self.looks)
        self.labels = Counter(look.label for look in self.looks if look.label in believed)
        self.series = _series(self.looks)
        self.leaps = _leaps(self.looks)
        self.lists = _lists(self.looks)
        self.runs = _runs(self.looks)
        self.grouped = _grouped(blocks, self.looks) if self.gapped else frozenset()
        self.ruled = _ruled(self.looks, self.series)
        self.tails = Counter(tail for look in self.looks if look.short and (tail := _tail(look)))
        self.bottom = 1 + max((place for place, look in enumerate(self.looks) if look.prose), default=-1)
        self.colons = _colon_heads(self.looks, self.words)
        # Lists and tables repeat the same few short lines without end.
        self._forms: dict[str, tuple[str, ...]] = {}

    def is_section(self, look: BlockLook) -> bool:
        """Return whether a block is a heading that any article may have, such as 'Introduction'."""
        return self.words.section.match(bare(look)) is not None

    def signs(self, place: int) -> Iterator[str]:
        """Yield the signs of the block at a place."""
        own = self.looks[place]
        if own.text not in self._forms:
            self._forms[own.text] = tuple(sign for sign, holds in _FORM if holds(own, self))
        yield from self._forms[own.text]
        if own.case not in ("", "sentence", "lower") and not (own.case == "caps" and self.shouts):
            yield own.case
        yield from self._numbers(place, own)
        yield from self._after(place, own)
        yield from self._before(place, own)
        above = self.looks[place - 1]
        tops = self.blocks[place - 1].gap and above.short and not above.prose  # A heading may follow it at once.
        if self.gapped and not self.blocks[place].gap and not tops:
            yield "glued"

    def _is_apart(self, place: int) -> bool:
        """Return whether blank lines stand around a line."""
        return self.gapped and place + 1 < len(self.blocks) and self.blocks[place].gap and self.blocks[place + 1].gap

    def _heads_lines(self, place: int) -> bool:
        """Return whether a line stands over numbered ones, or apart over some that touch: 'Tickets', over prices."""
        lines = self.grouped | self.lists
        return self._is_apart(place) and not self.looks[place].scheme and place + 1 in lines

    def heads_list(self, place: int) -> bool:
        """Return whether a list follows a block: behind bullets, numbered, or short lines in a row."""
        if self._heads_lines(place) or place + 1 == len(self.blocks):
            return place + 1 < len(self.blocks)
        return self.blocks[place + 1].kind is Kind.ITEM or len(self.runs[place + 1]) > _LONG_RUN

    def _is_address(self, place: int) -> bool:
        """Return whether a line is one of the last few, which touch: a name, a street, a number to call."""
        few = self.gapped and place >= len(self.blocks) - _LONG_RUN and not self.looks[place].scheme
        after = self.blocks[place + 1]
        return few and not after.gap and after.kind is Kind.TEXT and not self.is_section(self.looks[place])

    def _numbers(self, place: int, own: BlockLook) -> Iterator[str]:
        """Yield the signs in how it is numbered."""
        in_series = place in self.series and not (place in self.lists and own.scheme == "digit")
        if place in self.leaps:
            yield "wordless"
        elif in_series:
            yield "in_series"
        elif not any(map(str.isalpha, own.text)):
            yield "wordless"
        if own.scheme == "decimal" or (own.scheme == "digit" and in_series):
            yield own.scheme
        elif own.scheme not in ("", "digit", "bare"):
            yield "numbered"
        if place in self.lists:
            yield "in_a_list"
        if place in self.ruled and not own.scheme and (own.case == "lower" or not self.is_section(own)):
            yield "among_numbered"

    def _after(self, place: int, own: BlockLook) -> Iterator[str]:
        """Yield the signs in what it comes after."""
        if not place:
            return
        other, kind = self.looks[place - 1], self.blocks[place - 1].kind
        run = self.runs[place]
        opener = run.start - 1
        goes_on = place < run.stop - 1 or run.stop >= self.bottom or not self.looks[run.stop].prose
        if len(run) >= _LONG_RUN and place > run.start and goes_on and not self._heads_lines(place):
            yield "inside_a_run"
        if place == 1 and own.case == "lower" and self.looks[0].short:
            yield "runs_on"
        if (place > opener + 1 or len(run) > 1) and opener >= 0 and self.looks[opener].end == ":":
            yield "in_colon_run"
        # The title, or the lines of a list that ends here.
        follows = (place == 1 and own.scheme == "part") or (place - 1 in self.grouped and self._is_apart(place))
        if other.end == ":":
            yield "after_colon"
        elif kind is not Kind.ITEM and not (other.prose or follows):
            yield "after_short"
        if own.is_sibling(other):
            yield "after_sibling"

    def _before(self, place: int, own: BlockLook) -> Iterator[str]:
        """Yield the signs in what it comes before."""
        if place + 1 == len(self.blocks) and self.is_section(own):
            return  # Its table or list is gone.
        if place + 1 == len(self.blocks) or (place >= self.bottom and self._is_address(place)):
            yield "last"
            return
        other, kind = self.looks[place + 1], self.blocks[place + 1].kind
        if own.words > 2 and not self.blocks[place + 1].gap and other.text[0].islower() and own.end not in ".:?!":
            yield "runs_on"
        has_more = other.text.count("。") > 1 or (not own.case and ". " in other.text)
        is_long = other.prose and (other.words >= 15 or has_more)
        leads = other.end in ":：" and own.words <= _LEAD <= other.words and not own.scheme
        if kind is Kind.TEXT and (is_long or leads or (own.end.isalpha() and self._heads_lines(place))):
            yield "before_prose"
        elif kind is not Kind.ITEM and other.end not in ".:?!。：？！":
            yield "before_short"
        if own.is_sibling(other):
            yield "before_sibling"


_FORM: tuple[tuple[str, Callable[[BlockLook, Setting], bool]], ...] = (
    ("ten_words", lambda own, _: 10 <= own.words <= 13),
    ("fourteen_words", lambda own, _: own.words >= 14),
    ("ends_stop", lambda own, _: own.end in ".…。"),
    ("ends_bang", lambda own, _: own.end in "!！"),
    ("ends_colon", lambda own, _: own.end in ":：,;"),
    ("colons", lambda own, at: own.text in at.colons),
    ("code", lambda own, _: _CODE.search(own.text, len(own.number)) is not None),
    ("quoted", lambda own, _: is_quoted(own) and own.end in ".,!?…"),
    ("symbol", lambda own, _: _SYMBOL.match(own.text) is not None),
    ("digits", lambda own, _: _DIGITS.search(own.text, len(own.number)) is not None),
    ("dated", lambda own, _: _DATED.search(own.text) is not None),
    ("section", lambda own, at: at.is_section(own)),
    ("clause", lambda own, at: at.words.clause.search(own.text) is not None),
    ("asks", lambda own, at: at.words.asks.match(bare(own)) is not None),
    ("comma", lambda own, at: at.words.comma.search(own.text) is not None),
    ("inner_stop", lambda own, _: ". " in own.text[len(own.number) + 1 :]),
    ("labelled", lambda own, at: at.labels[own.label] > 1),
    ("repeated", lambda own, at: at.times[own.text] == 2),
    ("refrain", lambda own, at: at.times[own.text] > 2),
    ("talk", lambda _, at: at.talks),
    ("same_tail", lambda own, at: at.tails[_tail(own)] > 3),
    ("small_end", lambda own, at: own.words > 2 and own.text.rpartition(" ")[2] in at.words.small),
)


def _speakers(looks: Sequence[BlockLook]) -> set[str]:
    """Return the labels before what does not end in a word: what somebody says has a mark at its end."""
    return {k.label for k in looks if k.label and not (k.short and k.end.isalpha() and not _CODE.search(k.text))}


def _tail(look: BlockLook) -> str:
    """Return the last two words of a line of three or more, if they are more than words: '(before) (after)'."""
    tail = " ".join(look.text.split()[-2:]) if look.words > 2 and not look.scheme else ""
    return "" if tail.replace(" ", "").isalpha() else tail


def _colon_heads(looks: Sequence[BlockLook], words: LookPatterns) -> frozenset[str]:
    """Return the brief lines that end in a colon and stand between paragraphs, if there are three or more."""

    def heads(own: BlockLook) -> bool:
        first = own.text.split(maxsplit=1)[0].strip(":,").casefold()
        opens = first in words.openers and not words.asks.match(own.text)
        return own.end in ":：" and own.words <= 5 and not opens and "," not in own.text

    found = [
        own.text
        for before, own, after in zip(looks, looks[1:], looks[2:], strict=False)
        if heads(own) and (before.prose or heads(before)) and (after.prose or heads(after))
    ]
    return frozenset(found) if len(set(found)) >= 3 else frozenset()


def _series(looks: Sequence[BlockLook]) -> frozenset[int]:
    """Return the places of blocks that are numbered in a series, with other blocks between."""
    numbered: dict[str, list[int]] = {}
    for place, own in enumerate(looks):
        if own.scheme:
            numbered.setdefault(own.scheme, []).append(place)
    pairs = chain.from_iterable(map(pairwise, numbered.values()))
    return frozenset(at for a, b in pairs if b - a > 1 and looks[a].number != looks[b].number for at in (a, b))


def _ruled(looks: Sequence[BlockLook], series: frozenset[int]) -> range:
    """Return the places from the first to the last numbered heading, where ten or more rule the text."""
    numbered = [place for place in sorted(series) if looks[place].short and looks[place].scheme in _RULING]
    decimals = sum(looks[place].scheme == "decimal" for place in numbered)
    rules = len(numbered) >= _FEWEST_RULING and decimals >= _FEWEST_DECIMALS
    return range(numbered[0], numbered[-1]) if rules else range(0)


def _leaps(looks: Sequence[BlockLook]) -> frozenset[int]:
    """Return the places of three bare numbers or more that leap: 'Day 7', 'Day 14', 'Day 22', as under pictures."""
    bare = [place for place, own in enumerate(looks) if own.scheme == "part" and own.text == own.number]
    numbers = [int(digits[0]) for place in bare if (digits := re.search(r"\d+", looks[place].number))]
    leaps = len(numbers) == len(bare) >= 3 and all(after > before + 1 for before, after in pairwise(numbers))
    return frozenset(bare if leaps else ())


def _lists(looks: Sequence[BlockLook]) -> frozenset[int]:
    """Return the places of three or more numbered alike in a row, or brief questions, and what goes on with them."""
    found: set[int] = set()
    next_item = "", 0
    runs = list(_stretches(looks, key=lambda own: own.scheme or (own.end if own.end in "?？" and own.short else "")))
    listed = {scheme for scheme, run in runs if len(run) >= 3}
    for scheme, run in runs:
        digits = re.search(r"\d+", looks[run.start].number)
        number = int(digits[0]) if digits else 0
        is_brief = number == 1 < len(run) and scheme in listed
        if scheme and (len(run) >= 3 or is_brief or (number and (scheme, number) == next_item)):
            found.update(run)
            next_item = scheme, number + len(run) if number else 0
    return frozenset(found)


def _runs(looks: Sequence[BlockLook]) -> list[range]:
    """Return, for each block, the places of the run of short lines without a final mark that it is in."""
    runs: list[range] = []
    for plain, run in _stretches(looks, key=_is_plain):
        runs += [run] * len(run) if plain else [range(place, place) for place in run]
    return runs


def _grouped(blocks: Sequence[Block], looks: Sequence[BlockLook]) -> frozenset[int]:
    """Return the places of three or more short lines that touch, between blank lines: an address, prices."""
    starts = [place for place, block in enumerate(blocks) if block.gap] or [0]
    groups = [range(*ends) for ends in pairwise((*starts, len(blocks)))]
    alike = (group for group in groups if group.start and len(group) >= _FEWEST_TOUCHING)
    return frozenset(at for group in alike if all(_is_plain(looks[at]) for at in group) for at in group)


def _is_plain(look: BlockLook) -> bool:
    """Return whether a line is brief, without a mark at its end, and not numbered for sure: '2 tomatoes'."""
    if not look.short or look.prose or look.scheme not in ("", "digit"):
        return False
    return look.end not in ":.!?" and look.words <= 10 and "://" not in look.text


def _stretches(looks: Sequence[BlockLook], *, key: Callable[[BlockLook], Key]) -> Iterator[tuple[Key, range]]:
    """Yield the stretches of blocks with the same key, and the places of each."""
    start = 0
    for value, group in groupby(looks, key):
        stop = start + sum(1 for _ in group)
        yield value, range(start, stop)
        start = stop
