"""Mails: the subject is the title; what else stands around the message is no part of it.

Comes in: the blocks of a mail. Goes out: blocks that know the head, the greeting, the sign-off with the names under
it, and the older mails below. Letters on paper share the greeting and the sign-off.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.blocks import TITLE, Block, Kind, cut
from briefing.openings import Openings
from briefing.structure import phrases

_FIELD = re.compile(
    r"(?:(from|von|de)|(subject|betreff|objet|asunto)|to|cc|bcc|date|sent|reply-to|message-id|importance|attachments?|an|"
    r"gesendet|datum|à|envoyé|para|enviado|fecha|priority|priorität) ?: ?",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|antw) ?: ?)*", re.IGNORECASE)
_GREETED = re.compile(r"[^\W\d_][\w .’'-]{0,30}[,!]\Z")
_FIRST_LINE = re.compile(r"[^\r\n]*")
_MOST_WORDS = 8
"""How many words a line under a sign-off may have."""


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark what is no part of the message, and its subject as the title."""
    if kind != "mail":
        return list(blocks)
    patterns = phrases.boilerplate(language)
    found = _head(text, blocks)
    found = _quoted(text, found, patterns)
    found = _greeting(text, found, patterns)
    return _sign_off(text, found, patterns)


def _is_field(text: str, block: Block) -> re.Match[str] | None:
    return _FIELD.match(text, block.start, block.end) if block.lines == 1 and not block.aside else None


def _head(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark the fields that a mail opens with; its subject without 'Re:' is the title."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        field = _is_field(text, block)
        if not field:
            found += blocks[place:]
            break
        if field[2]:
            answer = _ANSWER.match(text, field.end(), block.end)
            name, *subject = cut(text, block, [answer.end() if answer else field.end()])
            found += [replace(name, aside="mail head"), *(replace(words, level=TITLE) for words in subject)]
        else:
            found.append(replace(block, aside="mail head"))
    return found


def _quoted(text: str, blocks: Sequence[Block], patterns: Mapping[str, Openings]) -> list[Block]:
    """Mark older mails: what is quoted, and all that follows a second head or the line that tells who wrote it."""
    wrote = patterns["quoted mail"]
    is_quote = [block.kind is Kind.QUOTE for block in blocks]
    open_end = len(blocks)
    quoted: set[int] = {place for place, quote in enumerate(is_quote) if quote}
    for place, block in enumerate(blocks):
        if block.aside or block.level == TITLE:
            continue
        if wrote.match(text, block.start, block.end):
            if any(is_quote[place + 1 : place + 3]):
                quoted.add(place)
            else:
                open_end = place
                break
        elif (field := _is_field(text, block)) and field[1] and _fields(text, blocks[place : place + 5]) >= 3:
            open_end = place
            break
    quoted |= set(range(open_end, len(blocks)))
    disclaimer = patterns["disclaimer"]
    return [
        replace(block, aside="quoted mail", level=None)
        if place in quoted and not block.aside and not disclaimer.match(text, block.start, block.end)
        else block
        for place, block in enumerate(blocks)
    ]


def _fields(text: str, blocks: Sequence[Block]) -> int:
    return sum(_is_field(text, block) is not None for block in blocks)


def _greeting(text: str, blocks: Sequence[Block], patterns: Mapping[str, Openings]) -> list[Block]:
    """Mark the first line of the message if it greets somebody."""
    for place, block in enumerate(blocks):
        if not block.aside and block.level is None:
            greets = patterns["salutation"].match(text, block.start, block.end)
            named = _GREETED.match(text, block.start, block.end)
            if block.lines == 1 and (greets or named) and block.count(text) <= _MOST_WORDS:
                return [*blocks[:place], replace(block, aside="salutation"), *blocks[place + 1 :]]
            break
    return list(blocks)


def _sign_off(text: str, blocks: Sequence[Block], patterns: Mapping[str, Openings]) -> list[Block]:
    """Mark the sign-off and the names, titles and numbers under it."""
    below = (patterns["disclaimer"], patterns["signature"])
    own = [
        place
        for place, block in enumerate(blocks)
        if not block.aside and block.level is None and not any(p.match(text, block.start, block.end) for p in below)
    ]
    for number, place in enumerate(own):
        line = _FIRST_LINE.match(text, blocks[place].start, blocks[place].end)[0].rstrip(" ,.!")  # type: ignore[index]
        if number and patterns["sign-off"].match(f"{line},"):
            rest = own[number:]
            if all(blocks[later].count(text) <= _MOST_WORDS for later in rest):
                signed = set(rest)
                return [replace(b, aside="sign-off") if at in signed else b for at, b in enumerate(blocks)]
    return list(blocks)
