"""A block of a page as a person sees it, and the lines of it that are one paragraph."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any

from briefing.blocks import split_when
from briefing.patterns import CLAUSE_END, regex

_SHORT_LINE = 0.7
_LONGEST_LINE = 100
_COUNT = regex(r"\d{1,3}\s?/\s?(\d{1,3})(?:\s|\Z)")
_FEWEST_PICTURES, _FEWEST_PARAGRAPHS = 3, 3  # Of a gallery, and of an article beside it
_PROSE = 60  # So many letters make a paragraph, where they are no links


@dataclass(frozen=True, slots=True)
class Ancestry:
    """What the elements around a text say of it."""

    block: Any
    """The innermost element that parts it from what stands beside it."""
    level: int | None = None
    """The depth of the heading that it is in."""
    aside: str = ""
    """Why it is no prose of the article."""
    is_linked: bool = False
    is_bold: bool = False
    is_seen: bool = True


@dataclass(slots=True)
class Passage:
    """A block of text as a person sees it."""

    setting: Ancestry
    """What the elements around it say, where it begins."""
    text: str = ""
    """Its words, white space collapsed."""
    nodes: list[tuple[Any, bool]] = field(default_factory=list)
    """Which elements hold it: as their text, or (True) as their tail."""
    size: int = 0
    """How many letters it has, white space aside."""
    linked: int = 0
    """How many of them are in links."""
    bold: int = 0
    """How many are bold."""
    is_continued: bool = False
    """Whether no more than one line break parts it from the passage before."""

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph."""
        size = len(self.text.encode()) if self.size < _PROSE else self.size  # A sign of Chinese is a word.
        is_text = self.setting.level is None and not self.setting.aside
        return is_text and size >= _PROSE and 2 * self.linked < self.size


def chain_of(element: Any) -> Iterator[Any]:
    """Return an element and what it stands in, from the inside."""
    return chain((element,), element.iterancestors())


def joined(found: list[Passage]) -> list[Passage]:
    """Return the passages, the lines of one paragraph made one."""
    whole: list[Passage] = []
    for lines in split_when(found, _is_apart):
        is_prose = any(CLAUSE_END.search(line.text) for line in lines)
        longest = max(len(line.text) for line in lines) if is_prose else math.inf
        whole += map(_one, split_when(lines, partial(_ends, longest=longest)))
    return whole


def _is_apart(before: Passage, line: Passage) -> bool:
    is_one = line.is_continued or line.setting.level
    return not is_one or line.setting.block is not before.setting.block


def _ends(line: Passage, after: Passage, *, longest: float) -> bool:
    """Return whether a line break ends more than a line: after a sentence, or a short line before one that opens."""
    if line.setting.level:
        return False
    if CLAUSE_END.search(line.text):
        return True
    short = len(line.text) < _SHORT_LINE * longest and len(line.text) <= _LONGEST_LINE
    return short and not after.text[0].islower() and not after.text[0].isdigit()


def _one(lines: list[Passage]) -> Passage:
    first = lines[0]
    if len(lines) > 1:
        first.text = " ".join(line.text for line in lines)
        first.nodes = [node for line in lines for node in line.nodes]
        for name in ("size", "linked", "bold"):
            setattr(first, name, sum(getattr(line, name) for line in lines))
    return first


def without_pictures(found: list[Passage]) -> list[Passage]:
    """Return the passages, those aside that stand with pictures of a gallery, counted '7/50', beside other prose."""
    counted = [(passage.setting.block, count[1]) for passage in found if (count := _COUNT.match(passage.text))]
    totals = Counter(total for _, total in counted)
    holders = {block.getparent() for block, total in counted if totals[total] >= _FEWEST_PICTURES} - {None}
    inside = [passage for passage in found if not holders.isdisjoint(chain_of(passage.setting.block))]
    if sum(passage.is_prose for passage in found) - sum(passage.is_prose for passage in inside) >= _FEWEST_PARAGRAPHS:
        for passage in inside:
            passage.setting = replace(passage.setting, level=None, aside="caption")
    return found
