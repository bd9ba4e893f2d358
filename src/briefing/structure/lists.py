"""What stands between the paragraphs and says nothing by itself: lists without bullets, formulas, rows of figures.

Comes in: blocks that know which are headings. Goes out: blocks that know which of the others are no prose.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from briefing.blocks import Block, Kind, cut
from briefing.patterns import regex
from briefing.structure import phrases
from briefing.structure.heading_looks import words_of

_FEWEST = 3
"""How many short lines in a row are a list."""
_BARE_NAMES = 2
"""Words; a list whose median entry has no more is one of names, which the article is about."""
_MOST_WORDS, _FEWEST_OF_CAPTION = 12, 6
_LONGEST, _LONG = 240, 80
_LONGEST_PROMISE = 100
_SENTENCE = regex(r"[.!?][\"”’)]*\s+(?=[^\Wa-z]|[\"“(])")
_FINAL = regex(r"[.!?…。！？:：,;][\"'”’»)\]」』*]*\Z")
_PLACEHOLDER = regex(r"[(\[]?<(?:formula|math|equation|unk)>[)\]]?[.,;]?\Z")
_WORD = regex(r"[^\W\d_]{4,}")
_RELATION = regex(r"[=≈≤≥≠∝≡→←⇒∈]|\s[<>]\s|[∑∏∫√∂∇]")
_COMMAND = regex(
    r"[$%] [a-z][\w./-]*(?: \S+){0,12}\Z"
    r"|[a-z][\w.-]*(?= )(?=(?:\s+\S+){0,8}?\s+(?:--?[A-Za-z]|[~.]?/\w))(?:\s+\S+){1,8}\Z"
)
"""A line for a shell: '$ sudo halt', 'df -h /var/lib'."""
_FIGURE = regex(r"[-–+±(]?[$€£]?\d[\d.,:/%()±?*-]*[^\W\d_]{0,2}\Z")


def mark_lines(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Mark formulas, rows of figures, and lines of a table of contents that go on in the next."""
    found: list[Block] = []
    for block in reversed(blocks):
        goes_on = found and found[-1].aside == "contents" and not found[-1].gap
        is_contents = goes_on and block.end - block.start <= _LONGEST_PROMISE
        aside = "contents" if is_contents else _aside(text[block.start : block.end]) if block.is_open else ""
        found.append(block.set_aside(aside))
    return found[::-1]


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark lists without bullets, lines that only promise a list, and captions, where there is prose beside them."""
    clause = words_of(language).clause
    listed = [block.is_text and _is_entry(text, block, clause) for block in blocks]
    found = list(blocks)
    beside = (block for block, entry in zip(blocks, listed, strict=True) if block.is_open and not entry)
    if not any(_is_prose(text, block) for block in beside):
        return found
    for is_entry, group in groupby(range(len(blocks)), listed.__getitem__):
        places = list(group)
        counts = sorted(blocks[place].word_count(text) for place in places) if is_entry else []
        if len(counts) >= _FEWEST and counts[len(counts) // 2] > _BARE_NAMES:
            for place in places:
                found[place] = blocks[place]._replace(aside="list")
    found = _promises(text, found)
    opening = None if kind == "news" else _caption(language)
    return _captions(text, found, opening) if kind in ("news", "other") else found


def _promises(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark sentences that only promise what comes next and is no prose: a list, a formula, code that is gone."""
    found: list[Block] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if after is None or not block.is_text or not _leads(text, block, after):
            found.append(block)
            continue
        ends = [end.end() for end in _SENTENCE.finditer(text, block.start, block.end)]
        *rest, last = cut(text, block, ends[-1:])
        is_list = after.kind is Kind.ITEM or after.aside in ("list", "table")
        if is_list and (rest or last.end - last.start > _LONGEST_PROMISE):
            found.append(block)
        else:
            found += [*rest, last._replace(aside="lead-in")]
    return found


def _leads(text: str, block: Block, after: Block) -> bool:
    """Return whether a block breaks off before what is no prose."""
    if text[block.end - 1] not in ":：":
        return after.aside == "formula" and not block.ends_sentence(text)
    goes_on = after.is_text and text[after.start].islower()
    return goes_on or after.kind is Kind.ITEM or after.aside in ("list", "table", "formula")


@cache
def _caption(language: str) -> re.Pattern[str]:
    """Return what a caption opens with where the text may be no news: 'On the quay: Ann Berg', 'Ann Berg (left)'."""
    sides = phrases.words(language, "headings", "side")
    return re.compile(rf"[^\W\d_][\w’'-]*(?: [\w’'-]+){{0,3}}: [\"“‘']?[A-ZÀ-Þ]|[^.:]{{1,80}}\((?:{sides})\)")


def _captions(text: str, blocks: Sequence[Block], opening: re.Pattern[str] | None) -> list[Block]:
    """Mark the words under a picture: they do not end as paragraphs do, and open as captions where that is asked."""
    ends = [_ends(text, block) for block in blocks if block.is_open and _is_prose(text, block)]
    found = list(blocks)
    for place, block in enumerate(blocks[1:-1], 1) if sum(ends) >= 0.8 * len(ends) else ():
        unended = block.is_text and not _ends(text, block) and block.word_count(text) >= _FEWEST_OF_CAPTION
        if unended and (opening is None or opening.match(text, block.start, block.end)):
            found[place] = block._replace(aside="caption")
    return found


def _ends(text: str, block: Block) -> bool:
    return _FINAL.search(text, max(block.start, block.end - 8), block.end) is not None


def _is_prose(text: str, block: Block) -> bool:
    return block.end - block.start > _LONG or _ends(text, block)


def _is_entry(text: str, block: Block, clause: re.Pattern[str]) -> bool:
    """Return whether a line may be an entry of a list: brief, without an end, without what makes a sentence."""
    body = text[block.start : min(block.end, block.start + _LONGEST)]
    return len(body.split()) <= _MOST_WORDS and not _FINAL.search(body) and not clause.search(body)


def _aside(body: str) -> str:
    """Return 'code', 'formula' or 'table' for a line that is one, or ''."""
    if len(body) > _LONGEST:
        return ""
    words = body.split()
    if _COMMAND.match(body) and not _FINAL.search(body):
        return "code"
    if _PLACEHOLDER.match(body) or (_RELATION.search(body) and len(_WORD.findall(body)) <= len(words) / 4):
        return "formula"
    figures = sum(_FIGURE.match(word) is not None for word in words)
    return "table" if figures >= 3 and figures > 0.6 * len(words) else ""
