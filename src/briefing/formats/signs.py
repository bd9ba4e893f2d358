"""The signs by which a block shows whether it is a heading, and what each is worth.

A block's score is the sum of the weights of its signs: the log-odds that it is a heading. The weights were
fitted by logistic regression on articles flattened from marked-up originals; those whose comment says so were
set by hand, because flattened texts cannot show them.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefing.formats import phrases
from briefing.formats.blocks import Block, Kind

WEIGHTS: dict[str, float] = {
    "bias": -0.4,  # every short block
    "marked": 6.0,  # '#', bold or underlined (by hand)
    "caps": 5.0,  # in capitals, where paragraphs are not
    "title": 1.3,  # most long words capitalised
    "single": 1.8,  # one capitalised word
    "lower": -1.6,  # opens in lower case
    "numbered": 0.9,  # I. 1. A. (a) § or Chapter 1
    "decimal": 3.1,  # 1.1
    "digit": 2.8,  # 1 without a full stop
    "in_series": 2.2,  # numbered like an earlier or later block, others between
    "before_sibling": -2.5,  # the next block is numbered likewise: a list
    "after_sibling": -1.7,  # so is the one before
    "section": 3.2,  # what any article may have: Introduction, References
    "asks": 1.6,  # opens with How, Why, What
    "ten_words": -1.4,  # 10 to 13 words
    "fourteen_words": -3.1,  # 14 words or more
    "ends_stop": -4.3,  # ends in a full stop
    "ends_bang": -2.8,  # ends in an exclamation mark
    "ends_colon": -3.7,  # ends in a colon, comma or semicolon
    "colons": 4.0,  # … after at most five words, as at least two others
    "inner_stop": -1.6,  # a full stop and more words
    "comma": -1.3,  # a comma inside
    "clause": -0.7,  # words that sentences have: is, have, we
    "quote": -1.7,  # opens with a quotation mark
    "code": -1.7,  # an address, a hash tag, marks of code
    "dated": -1.5,  # a year, a date or a time
    "labelled": -3.0,  # 'Name:' before it, as before others: speakers
    "repeated": -1.4,  # the very same words elsewhere
    "talk": -4.3,  # the text is a talk in short sentences
    "glued": -2.3,  # no blank line before it, where most blocks have one
    "in_a_run": -0.5,  # one of three or more short lines
    "before_prose": 1.8,  # a paragraph follows
    "before_short": -0.7,  # a short line follows
    "last": -3.9,  # nothing follows
    "after_colon": -1.9,  # what comes before ends in a colon
    "after_remark": -1.2,  # a short sentence comes before
    "after_short": -1.4,  # a short line comes before
    "alone": -4.2,  # the text has no other likely heading
    "alike": 1.3,  # others look like it
    "many_alike": 0.7,  # many do
    "unnumbered": -1.2,  # most others are numbered
    "not_caps": -2.5,  # most others are in capitals
}
"""The weight of each sign, in log-odds."""

_LONGEST = 200
_MOST_WORDS = 25
_CODE = re.compile(r"https?:|www\.|\w@\w|[{}|\\<>=@#;_]|\(\)|::|\$")
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\d/\d|\d:\d\d")
_STRIPPED = "\"'“”‘’«»„()[]*_.,:;!?…"
_SCHEMES = (
    ("decimal", re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\)?(?=\s+\S)")),
    ("ordinal", re.compile(r"\d{1,3}[.):](?=\s+\S)")),
    ("digit", re.compile(r"\d{1,2}(?=\s+\S)")),
    ("roman", re.compile(r"(?:[IVX]|[IVXLC]{2,7})[.):]?(?=\s+\S|$)")),
    ("letter", re.compile(r"[A-Z][.)](?=\s+\S)")),
    ("paren", re.compile(r"\(?[a-z\d]{1,3}\)(?=\s+\S)")),
    ("clause", re.compile(r"§+\s*\d[\d.]*[a-z]?")),
)


class Words(NamedTuple):
    """The patterns of a language."""

    section: re.Pattern[str]
    """A whole heading that any article may have."""
    clause: re.Pattern[str]
    """A word that sentences have and headings seldom."""
    asks: re.Pattern[str]
    """An opener of questions."""
    part: re.Pattern[str]
    """A word before a number, with the number."""


@cache
def words_of(language: str) -> Words:
    """Give the patterns of a language."""

    def pattern(before: str, kind: str, after: str) -> re.Pattern[str]:
        return re.compile(before + phrases.heading_words(kind, language) + after, re.IGNORECASE)

    sections = "|".join(
        phrases.heading_words(kind, language) for kind in ("section", "references", "contents")
    )
    return Words(
        section=re.compile(f"(?:{sections})$", re.IGNORECASE),
        clause=pattern(r"(?<=[\w’',] )", "clause", r"\b"),
        asks=pattern("", "asks", r"\b"),
        part=pattern("", "part", r" #?(?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six)\b"),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a block looks on its own."""

    text: str
    """Its words, white space collapsed; of a long block, its first line at most."""
    words: int
    """How many words it has, about."""
    short: bool
    """Whether it is short enough for a heading."""
    prose: bool
    """Whether it reads like a paragraph."""
    scheme: str
    """How it is numbered, or ''."""
    number: str
    """Its number, or ''."""
    case: str
    """'caps', 'title', 'sentence', 'single' (one capitalised word), 'lower', or '' in scripts without case."""
    end: str
    """Its last character, closing quotes and brackets aside."""
    label: str
    """The few words before a colon inside it, or ''."""


def look(text: str, block: Block, words: Words) -> Look:
    """Give the look of a block."""
    whole = block.end - block.start <= _LONGEST
    body = " ".join(text[block.start : block.end if whole else block.start + 80].split())
    scheme, number = numbering(body, words)
    label = body[: body.find(": ", 0, 32) + 1]
    if not whole:
        length = (block.end - block.start) // 6
        return Look(
            body, length, False, block.kind is Kind.TEXT, scheme, number, "", text[block.end - 1], label
        )
    count = body.count(" ") + 1
    end = body.rstrip("\"'”’»)*")[-1:] or body[-1]
    in_text = block.kind is Kind.TEXT
    prose = count > 22 or (count >= 8 and end in ".!…。！") or (count >= 4 and end == ".")
    short = count <= _MOST_WORDS and block.lines <= 3
    return Look(
        body,
        count,
        in_text and short,
        in_text and prose,
        scheme,
        number,
        case(body[len(number) :]),
        end,
        label,
    )


def numbering(body: str, words: Words) -> tuple[str, str]:
    """Give the scheme that a text is numbered in and its number, or two empty strings."""
    first = body[0]
    if first.isdigit() or first.isupper() or first in "(§" or body[1:2] == ")":
        for name, pattern in _SCHEMES:
            if match := pattern.match(body):
                return name, match[0]
    if match := words.part.match(body):
        return "part", match[0]
    return "", ""


def case(body: str) -> str:
    """Give the case of a text: see `Look.case`."""
    words = [bare for word in body.split() if (bare := word.strip(_STRIPPED)) and bare[0].isalpha()]
    if not words or not (words[0][0].isupper() or words[0][0].islower()):
        return ""
    if "".join(words).isupper() and len(words[0]) + len(words) > 2:
        return "caps"
    if words[0][0].islower():
        return "lower"
    long = [word[0].isupper() for word in words[1:] if len(word) > 3]
    if len(words) == 1:
        return "single"
    if not long:
        return "title" if all(word[0].isupper() for word in words) else "sentence"
    return "title" if sum(long) >= 0.75 * len(long) else "sentence"


def bare(look: Look) -> str:
    """Give the words of a block without its number and final marks."""
    return look.text[len(look.number) :].strip(" .:)–—-") or look.text


class Setting:
    """A text's blocks with what only the whole text can tell about each."""

    def __init__(self, text: str, blocks: Sequence[Block], *, language: str):
        self.words = words_of(language)
        self.blocks = blocks
        self.looks = [look(text, block, self.words) for block in blocks]
        paragraphs = [look for look in self.looks if look.prose]
        self.gapped = sum(block.gap for block in blocks) > 0.3 * len(blocks)
        self.shouts = 2 * sum(
            text[b.start : b.start + 200].isupper()
            for b, k in zip(blocks, self.looks, strict=True)
            if k.prose
        ) > len(paragraphs)
        self.talks = 2 * sum(k.words < 15 and k.end in ".!?…" for k in self.looks) > len(blocks) > 8
        self.times = Counter(look.text for look in self.looks if look.short)
        self.labels = Counter(look.label for look in self.looks if look.label)
        self.colons = _colon_heads(self.looks)
        self.series = _series(self.looks)
        self.runs = _runs(self.looks)

    def is_section(self, look: Look) -> bool:
        """Tell whether a block is a heading that any article may have, such as 'Introduction'."""
        return self.words.section.match(bare(look)) is not None

    def signs(self, place: int) -> Iterator[str]:
        """Give the signs of the block at a place."""
        own = self.looks[place]
        yield from (sign for sign, holds in _FORM if holds(own, self))
        if own.case not in ("", "sentence") and not (own.case == "caps" and self.shouts):
            yield own.case
        if own.scheme:
            yield own.scheme if own.scheme in ("decimal", "digit") else "numbered"
            if place in self.series:
                yield "in_series"
        yield from self._after(place, own)
        yield from self._before(place, own)
        if self.gapped and not self.blocks[place].gap:
            yield "glued"
        if self.runs[place] >= 3:
            yield "in_a_run"

    def _after(self, place: int, own: Look) -> Iterator[str]:
        """Give the signs in what it comes after."""
        if not place:
            return
        other, kind = self.looks[place - 1], self.blocks[place - 1].kind
        if other.end == ":":
            yield "after_colon"
        elif kind is not Kind.ITEM and not other.prose:
            yield "after_remark" if other.end in ".!?" else "after_short"
        if own.scheme and own.scheme == other.scheme:
            yield "after_sibling"

    def _before(self, place: int, own: Look) -> Iterator[str]:
        """Give the signs in what it comes before."""
        if place + 1 == len(self.blocks):
            yield "last"
            return
        other, kind = self.looks[place + 1], self.blocks[place + 1].kind
        if kind is Kind.TEXT and other.prose and other.words >= 15:
            yield "before_prose"
        elif kind is not Kind.ITEM and other.end not in ".:?!":
            yield "before_short"
        if own.scheme and own.scheme == other.scheme:
            yield "before_sibling"


_FORM: tuple[tuple[str, Callable[[Look, Setting], bool]], ...] = (
    ("ten_words", lambda own, _: 10 <= own.words <= 13),
    ("fourteen_words", lambda own, _: own.words >= 14),
    ("ends_stop", lambda own, _: own.end in ".…。"),
    ("ends_bang", lambda own, _: own.end in "!！"),
    ("ends_colon", lambda own, _: own.end in ":：,;"),
    ("colons", lambda own, at: own.text in at.colons),
    ("quote", lambda own, _: own.text[0] in "\"“„«‘'"),
    ("code", lambda own, _: _CODE.search(own.text) is not None),
    ("dated", lambda own, _: _DATED.search(own.text) is not None),
    ("section", lambda own, at: at.is_section(own)),
    ("clause", lambda own, at: at.words.clause.search(own.text) is not None),
    ("asks", lambda own, at: at.words.asks.match(bare(own)) is not None),
    ("comma", lambda own, _: "," in own.text),
    ("inner_stop", lambda own, _: ". " in own.text[len(own.number) + 1 :]),
    ("labelled", lambda own, at: at.labels[own.label] > 1),
    ("repeated", lambda own, at: at.times[own.text] > 1),
    ("talk", lambda _, at: at.talks),
)


def _colon_heads(looks: Sequence[Look]) -> frozenset[str]:
    """Give the brief lines that end in a colon and stand between paragraphs, if there are three or more."""
    found = frozenset(
        own.text
        for before, own, after in zip(looks, looks[1:], looks[2:], strict=False)
        if own.end in ":：" and own.words <= 5 and own.case != "lower" and before.prose and after.prose
    )
    return found if len(found) >= 3 else frozenset()


def _series(looks: Sequence[Look]) -> frozenset[int]:
    """Give the places of blocks that are numbered in a series, with other blocks between."""
    last: dict[str, int] = {}
    found: set[int] = set()
    for place, own in enumerate(looks):
        if own.scheme:
            before = last.get(own.scheme)
            if before is not None and place - before > 1 and looks[before].number != own.number:
                found |= {before, place}
            last[own.scheme] = place
    return frozenset(found)


def _runs(looks: Sequence[Look]) -> list[int]:
    """Give, for each block, how many short lines without a final mark stand in a run there."""
    bare_lines = [own.short and not own.prose and own.end not in ":.!?" for own in looks]
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(bare_lines), 1) if a != b), len(looks)]
    return [
        stop - start if bare_lines[start] else 0
        for start, stop in pairwise(edges)
        for _ in range(start, stop)
    ]
