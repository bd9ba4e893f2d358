"""What stands around an article's text: headline, byline and date; in a page copied as text, menu and other stories.

Comes in: blocks. Goes out: the title that a page says twice, the menu above it and the other stories below aside; the
blocks of the head cut where they run into one another, and the headline of a release.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from briefing.blocks import TITLE, Block, cut
from briefing.patterns import regex
from briefing.structure import phrases
from briefing.structure.heading_looks import case
from briefing.structure.phrases import DATELINE

_HEAD_OF_PAGE = 80
_WORDS_OF_TITLE, _WORDS_OF_CALL = 4, 4
"""The title has so many at least, 'Latest posts' at most."""
_SITE = regex(r" [|–—·-] ")
_LINE = regex(r"[^\r\n]+")
_HEAD_BLOCKS, _HEAD_OF_RELEASE = 4, 16
_MOST_LINES = 8
_SIGNED = frozenset({"byline", "date"})
_REACHED = regex(r"\d{3}[-. /)]{1,2}\d{2}|@\w|www\.|#")
"""How somebody can be reached."""
_LONGEST_HEADLINE, _WORDS_OF_HEADLINE, _MOST_WORDS_OF_CALL = 300, 5, 12


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Mark the title, the menu and the other stories of a copied page."""
    title, end = _title(text, blocks, language), _end(text, blocks, language)
    found = list(blocks)
    found[:title] = [block.set_aside("navigation") for block in blocks[:title]]
    found[end:] = [block.set_aside("read more") for block in blocks[end:]]
    if title:
        found[title] = blocks[title]._replace(level=TITLE)
    for place in _captions(text, blocks):
        found[place] = found[place].set_aside("caption")
    return found


def _title(text: str, blocks: Sequence[Block], language: str) -> int:
    """Return the place of the last of the lines above the first paragraph that says the only one said twice; or 0."""
    head = list(takewhile(lambda block: not block.is_paragraph(text), blocks[:_HEAD_OF_PAGE]))
    names = [_SITE.split(block.words(text))[0] if block.is_open else "" for block in head]
    often = Counter(name for name in names if name.count(" ") + 1 >= _WORDS_OF_TITLE)
    twice = [name for name, count in often.items() if count > 1]
    if len(twice) != 1 or len(head) == len(blocks):
        return 0
    place = len(names) - 1 - names[::-1].index(twice[0])
    entries = {name for name in names[:place] if " " in name and not phrases.is_date(name, language)} - {*twice}
    is_contents = any(block.words(text) in entries for block in blocks[place:])
    return 0 if is_contents or head[place].words(text) != twice[0] else place


def _captions(text: str, blocks: Sequence[Block]) -> set[int]:
    """Return the places under a title of what a picture shows, and of the same with who took it in the next line."""
    found: set[int] = set()
    for place, (above, block) in enumerate(pairwise(blocks[1:_HEAD_OF_PAGE]), 1):
        are_lines = block.is_open and above.is_open and not block.ends_sentence(text)  # "A quay – a wall for boats."
        shown = above.words(text) if are_lines else ""
        if shown.count(" ") + 1 >= _WORDS_OF_TITLE and _SITE.match(block.words(text).removeprefix(shown)):
            found |= {place, place + 1}
    return found


def _end(text: str, blocks: Sequence[Block], language: str) -> int:
    """Return the place of what calls the reader to other stories, where no paragraph follows."""
    known, end = phrases.boilerplate(language), len(blocks)
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        if block.is_paragraph(text):
            break
        is_call = block.is_open and block.word_count(text) <= _WORDS_OF_CALL
        if is_call and next(known.kinds(block.words(text)), "") == "read more":
            end = place
    return end


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Cut blocks at the head of an article at lines that are a byline or a date; find the headline of a release."""
    is_release = kind == "press release"
    found: list[Block] = []
    for place, block in enumerate(blocks):
        if place >= (_HEAD_OF_RELEASE if is_release else _HEAD_BLOCKS) or not block.is_text:
            found.append(block)
            continue
        lines = list(_LINE.finditer(text, block.start, block.end))[:_MOST_LINES]
        last = max((n for n, line in enumerate(lines) if _is_signed(line[0].strip(), language)), default=-1)
        ends = {line.start() for line in lines[1 : last + 2]}
        if is_release:
            ends |= {line.start() for line in lines[1:] if DATELINE.match(text, line.start())}
            call = _call(text, block, language)
            ends |= {call.end() + 1} if call and text.startswith(":", call.end()) else set()
        found += cut(text, block, sorted(ends))
    return _headed(text, found, language) if is_release else found


def _headed(text: str, blocks: list[Block], language: str) -> list[Block]:
    """Return the blocks of a release, the lines of its headline joined, all above it aside where it is called one."""
    head = blocks[:_HEAD_OF_RELEASE]
    calls = {at: call for at, block in enumerate(head) if (call := _call(text, block, language))}
    called = [at + 1 for at, call in calls.items() if _heads(text, head[:at], call, language)]
    groups: list[list[int]] = [[]]
    for at, block in list(enumerate(head))[called[-1] if called else 0 :]:
        if not block.is_text or block.end - block.start > _LONGEST_HEADLINE or DATELINE.match(text, block.start):
            break
        is_known = _is_known(text, block, language)
        groups += [[]] if block.gap or is_known else []
        groups[-1] += [] if is_known else [at]
    words = ([head[at].word_count(text) for at in group] for group in groups)
    long = (group for group, counts in zip(groups, words, strict=True) if counts[:1] > [3] and sum(counts) > 4)
    if not (lines := next(long, [])):
        return blocks
    first = head[lines[0]]
    style = case(first.words(text))
    same = [at for at in lines if style in ("caps", "title") and case(head[at].words(text)) == style] or lines[:1]
    headline = first._replace(end=head[same[-1]].end, level=TITLE if called else None)
    above = [block.set_aside("release") if called else block for block in blocks[: lines[0]]]
    return [*above, headline, *blocks[same[-1] + 1 :]]


def _is_known(text: str, block: Block, language: str) -> bool:
    """Return whether a line tells when, from whom or how to reach them."""
    line = block.words(text)
    told = phrases.boilerplate(language).match(line) or phrases.is_date(line, language) or _REACHED.search(line)
    return bool(told)


def _call(text: str, block: Block, language: str) -> re.Match[str] | None:
    """Return the words of a line that call a text a press release; the headline may stand behind their colon."""
    found = phrases.kinds("press release", language).match(text, block.start, block.end)
    is_one = found and (block.word_count(text) <= _MOST_WORDS_OF_CALL or text.startswith(":", found.end()))
    return found if is_one else None


def _heads(text: str, above: Sequence[Block], call: re.Match[str], language: str) -> bool:
    """Return whether the headline stands below a call: it calls for release, or all above it is brief."""
    is_strong = text.startswith(":", call.end()) or phrases.kinds("release", language).match(call[0]) is not None
    return is_strong or all(block.word_count(text) < _WORDS_OF_HEADLINE for block in above)


def _is_signed(line: str, language: str) -> bool:
    signed = any(phrases.boilerplate(language).kinds(line, among=_SIGNED))
    return signed or phrases.is_date(line, language) or _placed(language).match(line) is not None


@cache
def _placed(language: str) -> re.Pattern[str]:
    """Return what a line looks like that says where and when: 'LINDHOLM, 3 March 2021, in the evening'."""
    place, months = r"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+)", phrases.months(language)
    return re.compile(rf"{place},? [^.!?]{{0,20}}\b(?:{months})\b[^.!?]{{0,60}}\Z", re.IGNORECASE)
