"""Blocks cut in pieces: what stands together in a source may be a heading with its paragraph."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from briefing.blocks import Block

_LINE_END = re.compile(r"\r\n|\r|\n")


def cut(text: str, block: Block, places: Iterable[int]) -> list[Block]:
    """Return the pieces of a block between offsets, without the white space around them; empty ones vanish."""
    pieces: list[Block] = []
    at, line = block.start, block.line
    bounds = [block.start, *places, block.end]
    for start, end in pairwise(bounds):
        body = text[start:end]
        first, last = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
        if first >= last:
            continue
        line += _count(text, at, first)
        at = first
        lines = 1 + _count(text, first, last)
        pieces.append(replace(block, start=first, end=last, line=line, lines=lines, gap=block.gap and not pieces))
    return pieces


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _LINE_END.finditer(text, start, end))
