"""What stands above an article's text: headline, byline and date apart, the title under the head of a proposal.

Comes in: blocks. Goes out: those of the head cut where they run into one another, and marked where that is known.
"""

import re
from collections.abc import Sequence
from functools import cache

from briefing.blocks import TITLE, Block, Kind, cut
from briefing.languages import vocabulary
from briefing.patterns import regex
from briefing.structure import phrases

_LONGEST_TITLE = 240
_LINE = regex(r"[^\r\n]+")
_HEAD_BLOCKS = 4
_PREAMBLE = regex(
    r"^[ \t]*(?:Request for Comments: *\d|Internet-Draft|Network Working Group|Internet Engineering Task Force)", re.M
)
_TITLE_LABEL = regex(r"Title:\s+")
_DRAFT = regex(r"\sdraft-\S+\Z")
"""The file of an Internet-Draft, under its title."""
_SIGNED = frozenset({"byline", "date"})


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Part lines of the head from one another."""
    apart = _apart(text, blocks, language=language)
    return _preamble(text, apart) if kind == "proposal" else apart


def _apart(text: str, blocks: Sequence[Block], *, language: str) -> list[Block]:
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


def _preamble(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark what an RFC or a PEP has above its title, and the title, which stands in the middle or behind 'Title:'."""
    for place, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if not block.is_open:
            continue
        if label := _TITLE_LABEL.match(text, block.start, block.end):
            return _with_title(text, blocks, place, [label.end()])
        if _PREAMBLE.search(text, block.start, min(block.end, block.start + 1_000)):
            end = next((at for at in range(place + 1, len(blocks)) if blocks[at].gap), len(blocks))
            title = blocks[end] if end < len(blocks) else None
            if title and title.is_open and title.end - title.start < _LONGEST_TITLE and text[title.end - 1] != ".":
                draft = _DRAFT.search(text, title.start, title.end)
                return _with_title(text, blocks, end, [title.start, *([draft.start()] if draft else [])])
            return [*(above._replace(aside="metadata") for above in blocks[:end]), *blocks[end:]]
    return list(blocks)


def _with_title(text: str, blocks: Sequence[Block], place: int, cuts: Sequence[int]) -> list[Block]:
    """Mark what stands between the first two of some offsets in a block as the title, all up to there as metadata."""
    title, after = cuts[0], cuts[1] if len(cuts) > 1 else blocks[place].end
    pieces = [*blocks[:place], *cut(text, blocks[place], cuts)]
    return [
        *(b._replace(level=TITLE) if title <= b.start < after else b._replace(aside="metadata") for b in pieces),
        *blocks[place + 1 :],
    ]
