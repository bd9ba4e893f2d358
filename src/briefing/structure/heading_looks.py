"""How a block looks on its own: its length, case, numbering, last character."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from briefing import languages
from briefing.blocks import Block, Kind, collapse
from briefing.languages import vocabulary
from briefing.patterns import Openings, regex
from briefing.segment import count_words
from briefing.structure import phrases

_LONGEST = 200
_MOST_WORDS = 25
_NOTES = regex(r"(?<!\])(?:\[\d{1,3}\])+\Z")
_STRIPPED = "\"'“”‘’«»„()[]*_.,:;!?…¿¡"
_SCHEMES = (
    ("bare", regex(r"\d{1,4}\.?(?=$)")),
    ("decimal", regex(r"(?:\d{1,3}|[A-Z])(?:\.\d{1,3})+\.?\)?(?=\s+\S)")),
    ("ordinal", regex(r"\d{1,3}[.):](?=\s+\S)|#\d{1,3}[.):]?(?=\s+\S)|\d\d(?:\d\d)?/\d{1,4}(?=\s+\S)")),
    ("digit", regex(r"\d{1,2}(?=\s+\S)")),
    ("roman", regex(r"[IVXLC]{1,7}(?:(?<![CL])[.):]|(?<=[IVXLC]{2})[.):]?)(?=\s+[^\sa-z])|[IVX]{1,7}[.):]?$")),
    ("letter", regex(r"[A-Z][.)](?=\s+\S)")),
    ("paren", regex(r"\(?[a-z\d]{1,3}\)(?=\s+\S)")),
    ("part", regex(r"第[一二三四五六七八九十百零〇\d]{1,6}[章節节回卷部篇編话話幕]")),
    ("ordinal", regex(r"[一二三四五六七八九十]{1,3}、")),
    ("part", regex(r"[A-ZÀ-Þ][a-zà-þ]{2,12} #?\d{1,2}:(?= \S)")),
    ("clause", regex(r"§+\s*\d[\d.]*[a-z]?")),
)


def openers_of(language: str) -> frozenset[str]:
    """Return the words that sentences open with; the English ones where a language has none."""
    return vocabulary(language).sentences.openers or vocabulary("english").sentences.openers


class LookPatterns:
    """The patterns of a language."""

    def __init__(self, language: str) -> None:
        """Make them of the words of the language and the English ones."""
        words = partial(phrases.words, language, "headings")
        english, own = vocabulary("english"), vocabulary(language)
        self.section = Openings(words("section", "references", "contents"), "$")
        """A whole heading that any article may have."""
        self.clause = re.compile(rf"(?<=[\w’',] )(?:{words('clause')})\b", re.IGNORECASE)
        """A word that sentences have and headings seldom."""
        self.comma = re.compile(own.headings.get("comma", ","))
        """A comma that headings seldom have."""
        self.asks = Openings(words("asks"), r"\b")
        """An opener of questions."""
        number = rf"(?:\d{{1,3}}|[ivxlc]{{1,6}}|[a-h]|{words('numerals')})\b"
        self.part = Openings(words("part"), rf" (?:#|the )?{number}")
        """A word before a number, with the number."""
        self.ordered = Openings(words("numerals"), rf" (?:{words('part')})(?=$|[:.])")
        """A number in words before such a word: 'First Chapter'."""
        self.openers = openers_of(language) - english.sentences.articles - own.sentences.articles
        """Words that sentences open with, articles aside."""
        self.small = frozenset((*languages.language("english").joiners, *languages.language(language).joiners))
        """Words that no heading ends with."""
        self.capitals = own.sentences.capitals
        """Whether all nouns have capitals, so that these make no title."""


words_of = cache(LookPatterns)
"""Returns the patterns of a language."""


class BlockLook(NamedTuple):
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
    """'caps', 'title', 'sentence', 'single' (a capitalised word), 'lower', or '' in scripts without case."""
    end: str
    """Its last character, closing quotes and brackets aside."""
    label: str
    """The few words before a colon inside it, or ''."""

    def is_sibling(self, other: "BlockLook") -> bool:
        """Return whether both are numbered alike; an article is no sibling of its chapter."""
        alike = self.scheme != "part" or self.text[0] == other.text[0]
        return bool(self.scheme) and self.scheme == other.scheme and alike


def look(text: str, block: Block, words: LookPatterns) -> BlockLook:
    """Return the look of a block."""
    length = block.end - block.start
    opening = text[block.start : block.end if length <= _LONGEST else block.start + 80]
    return _look(opening, text[block.end - 1], length, block.lines, words, in_text=block.kind is Kind.TEXT)


# Lists and tables repeat the same few short lines without end, and some blocks are looked at twice.
@lru_cache(maxsize=4_096)
def _look(opening: str, last: str, length: int, lines: int, words: LookPatterns, *, in_text: bool) -> BlockLook:
    body = collapse(opening)
    scheme, number = numbering(body, words)
    label = body[: body.find(": ", 0, 32) + 1]
    if length > _LONGEST:
        return BlockLook(body, length // 6, False, in_text, scheme, number, "", last, label)
    count = body.count(" ") + 1 if body.isascii() else count_words(body)
    end = _NOTES.sub("", body).rstrip("\"'”’»)*")[-1:] or body[-1]
    prose = count > 22 or (count >= 8 and end in ".!…。！") or (count >= 4 and end == ".")
    short = count <= _MOST_WORDS and lines <= 3
    return BlockLook(
        body, count, in_text and short, in_text and prose, scheme, number, case(body[len(number) :]), end, label
    )


def numbering(body: str, words: LookPatterns) -> tuple[str, str]:
    """Return the scheme that a text is numbered in and its number, or two empty strings."""
    first = body[0]
    if first.isdigit() or first.isupper() or first in "(§#第一二三四五六七八九十" or body[1:2] == ")":
        for name, pattern in _SCHEMES:
            if match := pattern.match(body):
                return name, match[0]
    if match := words.part.match(body) or words.ordered.match(body):
        return "part", match[0]
    return "", ""


def case(body: str) -> str:
    """Return the case of a text: see `BlockLook.case`."""
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


def bare(look: BlockLook) -> str:
    """Return the words of a block without its number and final marks."""
    return look.text[len(look.number) :].strip(" .:)–—-¿¡") or look.text


def is_quoted(look: BlockLook) -> bool:
    """Return whether a block opens and ends with quotation marks."""
    return look.text[0] in "\"“„«‘'" and look.text[-1] in "\"”“»’'"


def fields(looks: Sequence[BlockLook]) -> set[str]:
    """Return the labels that stand twice or oftener and touch another such: 'Purpose: Sales', 'Basis: Contract'."""
    often = {label for label, times in Counter(look.label for look in looks).items() if label and times > 1}
    pairs = [{a.label, b.label} for a, b in pairwise(looks) if a.label != b.label and {a.label, b.label} <= often]
    return {label for label in often if sum(label in pair for pair in pairs) > 1}
