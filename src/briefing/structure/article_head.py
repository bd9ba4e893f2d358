"""What stands above an article's text: headline, byline and date apart.

Comes in: blocks. Goes out: those of the head cut where they run into one another.
"""

import re
from collections.abc import Sequence
from functools import cache

from briefing.blocks import Block, Kind, cut
from briefing.languages import vocabulary
from briefing.patterns import regex
from briefing.structure import phrases

_LINE = regex(r"[^\r\n]+")
_HEAD_BLOCKS = 4
_SIGNED = frozenset({"byline", "date"})


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Cut blocks at the head of an article at lines that are a byline or a date."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        if place >= _HEAD_BLOCKS or block.kind is not Kind.TEXT or not block.is_open or block.lines == 1:
            found.append(block)
            continue
        lines = list(_LINE.finditer(text, block.start, block.end))[:6]
        last = max((n for n, line in enumerate(lines) if _is_signed(line[0].strip(), language)), default=-1)
        found += cut(text, block, [line.start() for line in lines[1 : last + 2]])
    return found


def _is_signed(line: str, language: str) -> bool:
    signed = any(phrases.boilerplate(language).kinds(line, among=_SIGNED))
    return signed or phrases.is_date(line, language) or _placed(language).match(line) is not None


@cache
def _placed(language: str) -> re.Pattern[str]:
    """Return what a line looks like that says where and when: 'LINDHOLM, 3 March 2021, in the evening'."""
    months = "|".join(filter(None, (vocabulary(name).months for name in dict.fromkeys(("english", language)))))
    return re.compile(
        rf"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+),? [^.!?]{{0,20}}\b(?:{months})\b[^.!?]{{0,60}}\Z", re.IGNORECASE
    )
