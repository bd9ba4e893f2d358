"""Mails: the subject is the title; what else stands around the message is no part of it.

Comes in: the blocks of a mail. Goes out: blocks that know the head, the greeting, the sign-off with the names under
it, and the older mails below. Letters on paper share the greeting and the sign-off.
"""

import re
from collections.abc import Sequence
from functools import cache

from briefing.blocks import TITLE, Block, Kind, cut
from briefing.patterns import Openings, regex
from briefing.structure import phrases

_GREETED = regex(r"[^\W\d_][\w .’'-]{0,30}[,!]\Z")
_NAMED = regex(r"[^\Wa-z\d_][\w.’'-]*(?: [^\Wa-z\d_][\w.’'-]*){0,2}\Z")
"""What may be the name of who signs."""
_FIRST_LINE = regex(r"[^\r\n]*")
_MOST_WORDS = 12
"""How many words a line under a sign-off may have, or above the head."""
_HEAD_BLOCKS = 6


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark what is no part of the message, and its subject as the title."""
    if kind != "mail":
        return list(blocks)
    known = phrases.boilerplate(language)
    field = _field(language)
    found = _head(text, blocks, field, language)
    found = _quoted(text, found, known, field)
    found = _greeting(text, found, known)
    return _sign_off(text, found, known)


@cache
def _field(language: str) -> re.Pattern[str]:
    """Return what a field of a mail's head opens with; the first group is the sender, the second the subject."""
    keys = ("sender", "subject", "field", "other")
    sender, subject, *others = (phrases.words("mail", key, language) for key in keys)
    return re.compile(rf"(?:({sender})|({subject})|{'|'.join(others)}) ?: ?", re.IGNORECASE)


@cache
def _answer(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{phrases.words('mail', 'answer', language)}) ?: ?)*", re.IGNORECASE)


def _match(field: re.Pattern[str], text: str, block: Block) -> re.Match[str] | None:
    return field.match(text, block.start, block.end) if block.lines == 1 and not block.aside else None


def _head(text: str, blocks: Sequence[Block], field: re.Pattern[str], language: str) -> list[Block]:
    """Mark the fields that a mail opens with, and brief lines above them; its subject without 'Re:' is the title."""
    fields = [place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if _match(field, text, block)]
    first = fields[0] if len(fields) > 1 else 0
    if any(block.word_count(text) > _MOST_WORDS for block in blocks[:first]):
        first = 0
    found = [block._replace(aside="mail head") for block in blocks[:first]]
    for place, block in enumerate(blocks[first:], first):
        named = _match(field, text, block)
        if not named:
            found += blocks[place:]
            break
        if named[2]:
            answer = _answer(language).match(text, named.end(), block.end)
            name, *subject = cut(text, block, [answer.end() if answer else named.end()])
            found += [name._replace(aside="mail head"), *(words._replace(level=TITLE) for words in subject)]
        else:
            found.append(block._replace(aside="mail head"))
    return found


def _quoted(text: str, blocks: Sequence[Block], known: Openings, field: re.Pattern[str]) -> list[Block]:
    """Mark older mails: what is quoted, and all that follows a second head or the line that tells who wrote it."""
    is_quote = [block.kind is Kind.QUOTE for block in blocks]
    open_end = len(blocks)
    quoted: set[int] = {place for place, quote in enumerate(is_quote) if quote}
    for place, block in enumerate(blocks):
        if block.aside or block.level == TITLE:
            continue
        if known.match(text, block.start, block.end, kind="quoted mail"):
            if any(is_quote[place + 1 : place + 3]):
                quoted.add(place)
            else:
                open_end = place
                break
        elif (
            (named := _match(field, text, block))
            and named[1]
            and sum(_match(field, text, other) is not None for other in blocks[place : place + 5]) >= 3
        ):
            open_end = place
            break
    quoted |= set(range(open_end, len(blocks)))
    return [
        block._replace(aside="quoted mail", level=None)
        if place in quoted and not block.aside and not known.match(text, block.start, block.end, kind="disclaimer")
        else block
        for place, block in enumerate(blocks)
    ]


def _greeting(text: str, blocks: Sequence[Block], known: Openings) -> list[Block]:
    """Mark the first line of the message if it greets somebody."""
    for place, block in enumerate(blocks):
        if not block.aside and block.level is None:
            greets = known.match(text, block.start, block.end, kind="salutation")
            named = _GREETED.match(text, block.start, block.end)
            if block.lines == 1 and (greets or named) and block.word_count(text) <= _MOST_WORDS:
                return [*blocks[:place], block._replace(aside="salutation"), *blocks[place + 1 :]]
            break
    return list(blocks)


def _sign_off(text: str, blocks: Sequence[Block], known: Openings) -> list[Block]:
    """Mark the sign-off and the names, titles and numbers under it."""
    below = ("disclaimer", "signature")

    def is_below(block: Block) -> bool:
        return any(known.match(text, block.start, block.end, kind=kind) for kind in below)

    own = [
        place for place, block in enumerate(blocks) if not block.aside and block.level is None and not is_below(block)
    ]
    for number, place in enumerate(own):
        line = _FIRST_LINE.match(text, blocks[place].start, blocks[place].end)[0].rstrip(" ,.!")  # type: ignore[index]
        if number and known.match(f"{line},", kind="sign-off"):
            rest = own[number:]
            if all(blocks[later].word_count(text) <= _MOST_WORDS for later in rest):
                signed = set(rest)
                return [b._replace(aside="sign-off") if at in signed else b for at, b in enumerate(blocks)]
    if own[1:] and _NAMED.match(text, blocks[own[-1]].start, blocks[own[-1]].end):
        return [b._replace(aside="sign-off") if at == own[-1] else b for at, b in enumerate(blocks)]
    return list(blocks)
