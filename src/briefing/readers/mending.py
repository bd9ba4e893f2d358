"""Words and sentences that line ends and pages broke, made whole: the same length, the same number of lines.

Comes in: a text and its blocks. Goes out: the text in which what belongs together stands together. What is moved
keeps its line: a line end that stood inside a word goes behind it, one inside a Chinese sentence behind that.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from briefing import languages
from briefing.blocks import Block, Kind, Span
from briefing.patterns import regex
from briefing.segment.unspaced import LETTERS, has_letters

LINE_END = r"(?:\r\n|\r|\n)"
"""What ends a line, as part of a regular expression."""
_HYPHEN = regex(rf"\b([^\W\d_]{{2,30}})-([ \t]?{LINE_END}[ \t]*)([^\W\d_]{{2,30}})([^\s-]{{0,30}})(?!\S)")
_BROKEN = regex(rf"-[ \t]?{LINE_END}[ \t]*[^\W\d_]")
_WORD = regex(r"[^\W\d_]+")
_BREAK = regex(rf"((?<![^\S\r\n])[^\S\r\n]*+{LINE_END}\s*)")
_RETURN = regex(r"\r(?!\n)")
_WITHIN = regex(f"[{LETTERS}、，：；」』）》〉]\\Z")
_OPENS = regex(f"[{LETTERS}、，。：；！？「『（《〈」』）》〉]")
_FULL_STOP = regex(r"[。！？]+[」』）”’》]*")
_FOOT = regex(r"(?:\S.{0,120}\s{2,})?\[?[Pp]age\s+[\divxlc]{1,5}(?:\s+of\s+\d{1,5})?\]?(?:\r?\n.{1,120})?\Z")
"""The foot of a page, perhaps with the head of the next right below."""
_COLUMNS = regex(r"(?>\S.*?\s{3,})\S.*\S\s{3,}\S")
_DIGITS = regex(r"\d+")
_PAGE_HEAD = "page number"
_WIDEST_HEAD = 160
_COMPOUND = regex(r"\b[^\W\d_]{2,30}-[^\W\d_]{2,30}\b")


@cache
def joiner() -> re.Pattern[str]:
    """Return what finds, at the end, a word that no line ends with for its own sake in some language."""
    return re.compile(rf"\b(?:{'|'.join(sorted(languages.words_of_all('joiners')))})$")


def mend_hyphens(text: str, blocks: Sequence[Block]) -> str:
    r"""Move the second half of a word hyphenated within a block up to its first.

    Where the text has the whole word elsewhere, or breaks words for want of room again and again, the hyphen goes;
    else it stays.
    """
    if not (matches := list(_HYPHEN.finditer(text)) if _BROKEN.search(text) else []):
        return text
    wholes = {match[1] + match[3] for match in matches} & set(_WORD.findall(text))
    compounds = {f"{match[1]}-{match[3]}" for match in matches} & set(_COMPOUND.findall(text))
    breaks_words = len(wholes) > 2 + len(compounds)
    starts = [block.start for block in blocks]
    paired = languages.words_of_all("paired")

    def mend(match: re.Match[str]) -> str:
        first, gap, second, tail = match.groups()
        if match.end() > blocks[bisect_right(starts, match.start()) - 1].end:
            return match[0]
        whole = first + second
        if second in paired or not (second.islower() or second.istitle()):
            return match[0]
        if second.islower() and (whole in wholes or (breaks_words and f"{first}-{second}" not in compounds)):
            return f"{whole}{tail}{gap} "
        return f"{first}-{second}{tail}{gap}"

    return _HYPHEN.sub(mend, text)


def join_unspaced(text: str, blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """Move each line end inside a Chinese, Japanese or Thai sentence behind it: no space stands between its words."""
    if not has_letters(text) or ("\n" in text and _RETURN.search(text)):
        return text, list(blocks)  # A return moved before a line feed would be one end of a line with it.
    pieces, found, at = [], [], 0
    for block in blocks:
        body = text[block.start : block.end]
        joined = _joined(body) if block.lines > 1 and block.kind in (Kind.TEXT, Kind.ITEM, Kind.QUOTE) else body
        pieces += [text[at : block.start], joined]
        at = block.end
        found.append(block._replace(end=block.start + len(joined.rstrip())))
    return "".join((*pieces, text[at:])), found


def _joined(body: str) -> str:
    first, *others = _BREAK.split(body)
    pieces, held = [first], ""
    for gap, line in zip(others[::2], others[1::2], strict=True):
        if not (_WITHIN.search(pieces[-1]) and _OPENS.match(line)):
            pieces += [held, gap, line]
            held = ""
        elif stop := _FULL_STOP.search(line):
            pieces += [line[: stop.end()], held + gap, line[stop.end() :]]
            held = ""
        else:
            pieces.append(line)
            held += gap
    return "".join((*pieces, held))


def join_pages(text: str, blocks: Sequence[Block], between: Sequence[Span] = ()) -> tuple[str, list[Block]]:
    """Mark the heads and feet of pages, and move those that stand inside a paragraph behind it.

    `between` has spans that are known to be between pages.
    """
    at = [block.start for block in blocks]
    known = (range(bisect_left(at, start), bisect_left(at, end)) for start, end in between)
    heads = _page_heads(text, blocks).union(*known)
    starts = {end for _, end in between}
    found: list[Block] = []
    for place, block in enumerate(blocks):
        if place in heads:
            found.append(block._replace(aside=_PAGE_HEAD))
            continue
        opens_page = starts and max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) + 1 in starts
        before = len(found)
        while before and found[before - 1].aside:
            before -= 1
        if 0 < before < len(found) and _goes_on(text, found[before - 1], block):
            text, joined = _over_page(text, found[before - 1], found[before:], block)
            found[before - 1 :] = joined
        elif 0 < before == len(found) and opens_page and _goes_on(text, found[-1], block):
            lines = block.line + block.lines - found[-1].line
            found[-1] = found[-1]._replace(end=block.end, lines=lines)
        else:
            found.append(block)
    return text, found


def _page_heads(text: str, blocks: Sequence[Block]) -> set[int]:
    """Return the places of blocks that are the foot of a page, or what stands after one again and again."""
    short = ((place, block) for place, block in enumerate(blocks) if block.end - block.start <= _WIDEST_HEAD)
    lines = {place: text[block.start : block.end] for place, block in short}
    feet = {place for place, line in lines.items() if _FOOT.match(line)}
    after = {place: _DIGITS.sub("", line) for place, line in lines.items() if place - 1 in feet}
    forms = Counter(after.values())
    again = (place for place, form in after.items() if forms[form] > 1 or _COLUMNS.match(lines[place]))
    return feet.union(again)


def _goes_on(text: str, before: Block, after: Block) -> bool:
    """Return whether a paragraph is broken off by the end of a page."""
    if before.kind is not Kind.TEXT or after.kind is not Kind.TEXT or text[before.end - 1] in ".!?:":
        return False
    joins = joiner().search(text, max(before.start, before.end - 12), before.end)
    return text[after.start].islower() or joins is not None


def _over_page(text: str, before: Block, heads: Sequence[Block], after: Block) -> tuple[str, list[Block]]:
    """Return a text in which a paragraph goes on over the end of a page, with the blocks of both."""
    words = " ".join(text[head.start : head.end] for head in heads)
    ends = [before.end, *(head.end for head in heads)]
    starts = [*(head.start for head in heads), after.start]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    gap = "".join(gaps)
    spaces = gap.replace("\r", "").replace("\n", "")
    if len(spaces) < len(heads):
        return text, [before, *heads, after]
    for space in spaces[: len(heads)]:
        gap = gap.replace(space, "", 1)
    if gap.count("\r\n") > sum(between.count("\r\n") for between in gaps):
        return text, [before, *heads, after]  # Two ends of lines would be one.
    moved = "".join((gap, text[after.start : after.end], " ", words))
    end = after.end - len(words) - 1
    head = Block(end + 1, after.end, after.line + after.lines - 1, aside=_PAGE_HEAD)
    joined = before._replace(end=end, lines=before.lines + after.lines)
    return text[: before.end] + moved + text[after.end :], [joined, head]
