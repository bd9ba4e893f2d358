"""What stands between the paragraphs and says nothing by itself: lists without bullets, formulas, rows of figures.

Comes in: blocks that know which are headings. Goes out: blocks that know which of the others are no prose.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from briefing.blocks import Block, Kind
from briefing.structure.looks import words_of

_FEWEST = 3
"""How many short lines in a row are a list."""
_BARE_NAMES = 2.5
"""Words; a list whose entries have fewer each is one of names, which the article is about."""
_MOST_WORDS = 12
_LONGEST = 240
_LONGEST_PROMISE = 100
_CAPTION = re.compile(
    r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}: [\"“‘']?[A-ZÀ-Þ]|"
    r"[^.:]{1,80}\((?:left|right|links|rechts|à gauche|à droite|izquierda|derecha)\)"
)
_SENTENCE = re.compile(r"[.!?]\s")
_FINAL = re.compile(r"[.!?…。！？:：,;][\"'”’»)\]」』*]*\Z")
_PLACEHOLDER = re.compile(r"[(\[]?<(?:formula|math|equation|unk)>[)\]]?[.,;]?\Z")
_WORD = re.compile(r"[^\W\d_]{4,}")
_RELATION = re.compile(r"[=≈≤≥≠∝≡→←⇒∈]|\s[<>]\s|[∑∏∫√∂∇]")
_FIGURE = re.compile(r"[-–+±(]?[$€£]?\d[\d.,:/%()±?*-]*[^\W\d_]{0,2}\Z")


def mark_lines(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Mark formulas and rows of figures."""
    return [
        replace(block, aside=aside)
        if not _is_done(block) and (aside := _aside(text[block.start : block.end]))
        else block
        for block in blocks
    ]


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark lists without bullets, lines that only promise a list, and captions, where there is prose beside them."""
    clause = words_of(language).clause
    listed = [block.kind is Kind.TEXT and not _is_done(block) and _is_entry(text, block, clause) for block in blocks]
    proses = [
        not _is_done(block) and not entry and _is_prose(text, block)
        for block, entry in zip(blocks, listed, strict=True)
    ]
    if not any(proses):
        return list(blocks)
    found: list[Block] = []
    for is_entry, group in groupby(range(len(blocks)), listed.__getitem__):
        run = list(group)
        words = sum(len(text[blocks[place].start : blocks[place].end].split()) for place in run)
        if is_entry and len(run) >= _FEWEST and words > _BARE_NAMES * len(run):
            found += [replace(blocks[place], aside="list") for place in run]
        else:
            found += [blocks[place] for place in run]
    marked = _promises(text, found)
    return _captions(text, marked, proses, kind) if kind in ("news", "other") else marked


def _promises(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark brief lines that end in a colon before a list."""
    found = list(blocks)
    for place, (block, after) in enumerate(pairwise(blocks)):
        listed = after.kind is Kind.ITEM or after.aside in ("list", "table")
        brief = not _is_done(block) and text[block.end - 1] in ":：" and block.end - block.start <= _LONGEST_PROMISE
        if listed and brief and not _SENTENCE.search(text, block.start, block.end):
            found[place] = replace(block, aside="lead-in")
    return found


def _captions(text: str, blocks: Sequence[Block], proses: Sequence[bool], kind: str) -> list[Block]:
    """Mark what stands between paragraphs and does not end as they do: the words under a picture.

    Where the text may be no news, they must open as captions do: 'Cold comfort: Anna Berg on the ferry'.
    """
    ends = [_FINAL.search(text, max(block.start, block.end - 8), block.end) is not None for block in blocks]
    full = sum(end for end, prose in zip(ends, proses, strict=True) if prose)
    if full < 0.8 * sum(proses):
        return list(blocks)
    return [
        replace(block, aside="caption")
        if 0 < place < len(blocks) - 1
        and block.kind is Kind.TEXT
        and not _is_done(block)
        and not ends[place]
        and (kind == "news" or _CAPTION.match(text, block.start, block.end))
        and len(text[block.start : block.end].split()) >= 6
        else block
        for place, block in enumerate(blocks)
    ]


def _is_done(block: Block) -> bool:
    return bool(block.aside) or block.level is not None or block.mark is not None


def _is_prose(text: str, block: Block) -> bool:
    return block.end - block.start > 80 or _FINAL.search(text, max(block.start, block.end - 8), block.end) is not None


def _is_entry(text: str, block: Block, clause: re.Pattern[str]) -> bool:
    """Tell whether a line may be an entry of a list: brief, without an end, without what makes a sentence."""
    body = text[block.start : min(block.end, block.start + _LONGEST)]
    return len(body.split()) <= _MOST_WORDS and not _FINAL.search(body) and not clause.search(body)


def _aside(body: str) -> str:
    """Return 'formula' or 'table' for a line that is one, or ''."""
    if len(body) > _LONGEST:
        return ""
    words = body.split()
    if _PLACEHOLDER.match(body) or (_RELATION.search(body) and len(_WORD.findall(body)) <= len(words) / 4):
        return "formula"
    figures = sum(_FIGURE.match(word) is not None for word in words)
    if figures >= 3 and figures > 0.6 * len(words):
        return "table"
    return ""
