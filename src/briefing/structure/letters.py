"""Mails: the subject is the title; what else stands around the message is no part of it.

Comes in: the blocks of a mail. Goes out: blocks that know the head, the greeting, the sign-off with the names under
it, and the older mails below. Letters on paper share the greeting and the sign-off.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefing.blocks import TITLE, Block, Kind, cut
from briefing.patterns import Openings, regex
from briefing.structure import phrases

_GREETED = regex(r"[^\W\d_][\w .’'-]{0,30}[,!]\Z")
_NAMED = regex(r"[^\Wa-z\d_][\w.’'-]*(?: [^\Wa-z\d_][\w.’'-]*){0,2}\Z")
"""What may be the name of who signs."""
_FIRST_LINE = regex(r"[^\r\n]*")
_MOST_WORDS, _LONGEST_LINE = 12, 60
"""How many words a line under a sign-off may have, or above the head; and one above a greeting
that is no sentence."""
_HEAD_BLOCKS, _HEAD_LINES = 6, 16
"""Blocks that the head of a mail is looked for in, and lines above the greeting of a letter."""
_BELOW = frozenset({"disclaimer", "signature"})
"""What stands under the names."""
_MOST_SENDER, _FEWEST_FIELDS = 100, 3
"""Characters of who sent an older mail, and fields of its head where that has no address."""
_FEWEST_WORDS = 8
"""Of a mail's own, above an older one."""


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark what is no part of the message, and its subject as the title."""
    if kind != "mail":
        return list(blocks)
    known = phrases.boilerplate(language)
    field = _field(language)
    # The messages of a box have their subjects as headings.
    is_one = any(block.level == TITLE for block in blocks)
    starts = [place for place, block in enumerate(blocks) if place and block.level == 1 and not is_one]
    found: list[Block] = []
    for start, end in pairwise([0, *starts, len(blocks)]):
        own = _head(text, blocks[start:end], field, language)
        own = _quoted(text, own, known, field)
        own = _greeting(text, own, known, language)
        found += _sign_off(text, own, known)
    return found


@cache
def _field(language: str) -> re.Pattern[str]:
    """Return what a field of a mail's head opens with; the first group is the sender, the second the subject."""
    groups = (("sender",), ("subject", "answer"), ("field", "other"))
    sender, subject, others = (phrases.words(language, "mail", *keys) for keys in groups)
    return re.compile(rf"(?:({sender})|({subject})|{others}) ?: ?", re.IGNORECASE)


@cache
def _answer(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{phrases.words(language, 'mail', 'answer')}) ?: ?)*", re.IGNORECASE)


def _match(field: re.Pattern[str], text: str, block: Block) -> re.Match[str] | None:
    return field.match(text, block.start, block.end) if block.lines == 1 and not block.aside else None


def _head(text: str, blocks: Sequence[Block], field: re.Pattern[str], language: str) -> list[Block]:
    """Mark the fields that a mail opens with, and brief lines above them; its subject without 'Re:' is the title."""
    top = blocks[:_HEAD_BLOCKS]
    if any(block.aside == "mail head" or block.level for block in top):
        return list(blocks)
    is_titled = any(block.level == TITLE for block in top)
    fields = [place for place, block in enumerate(top) if _match(field, text, block)]
    first = fields[0] if len(fields) > 1 else 0
    if any(block.word_count(text) > _MOST_WORDS for block in blocks[:first]):
        first = 0
    found = [block if block.level == TITLE else block._replace(aside="mail head") for block in blocks[:first]]
    for place, block in enumerate(blocks[first:], first):
        named = _match(field, text, block)
        if not named:
            return [*found, *blocks[place:]]
        found += [block._replace(aside="mail head")] if is_titled else _titled(text, block, named, language)
    return found


def _titled(text: str, block: Block, field: re.Match[str] | None, language: str) -> list[Block]:
    """Return a line of a head; where it tells the subject, that is parted as the title."""
    answer = _answer(language).match(text, field.end(), block.end) if field and field[2] else None
    name, *subject = cut(text, block, [answer.end()] if answer else [])
    return [name._replace(aside="mail head"), *(words._replace(level=TITLE) for words in subject)]


def _quoted(text: str, blocks: Sequence[Block], known: Openings, field: re.Pattern[str]) -> list[Block]:
    """Mark older mails: what is quoted, and all that follows a second head or the line that tells who wrote it."""
    is_quote = [block.kind is Kind.QUOTE for block in blocks]
    quoted = {place for place, quote in enumerate(is_quote) if quote}
    words = 0
    for place, block in enumerate(blocks):
        if block.aside or block.level is not None or is_quote[place]:
            continue
        is_said = known.match(text, block.start, block.end, kind="quoted mail") is not None
        names = text[block.end - 1] in ":：" and block.word_count(text) <= _MOST_WORDS
        if any(is_quote[place + 1 : place + 3]) and (is_said or names):
            quoted.add(place)
        elif is_said or _is_head(text, blocks[place : place + 5], field):
            quoted.add(place)
            if words >= _FEWEST_WORDS:  # Else it does no more than pass the older one on.
                quoted |= set(range(place, len(blocks)))
                break
        words += 0 if place in quoted else block.word_count(text)
    found = list(blocks)
    for place in quoted:
        block = blocks[place]
        is_other = block.aside or known.match(text, block.start, block.end, kind="disclaimer")
        if block.level != TITLE and not is_other:
            found[place] = block._replace(aside="quoted mail", level=None)
    return found


def _is_head(text: str, blocks: Sequence[Block], field: re.Pattern[str]) -> bool:
    """Return whether the head of an older mail begins: with a sender who has an address, or among other fields."""
    named = _match(field, text, blocks[0])
    if not named or not named[1]:
        return False
    fields = sum(_match(field, text, other) is not None for other in blocks)
    return fields >= _FEWEST_FIELDS or "@" in text[named.end() : named.end() + _MOST_SENDER]


def _greeting(text: str, blocks: Sequence[Block], known: Openings, language: str) -> list[Block]:
    """Mark the line that greets somebody, and above it the head of a letter, with the title."""
    field, found, is_first = _field(language), list[Block](), True
    for place, block in enumerate(blocks[:_HEAD_LINES]):
        if block.aside or block.level is not None:
            found.append(block)
            continue
        named = _GREETED.match(text, block.start, block.end) if is_first else None
        greets = named or known.match(text, block.start, block.end, kind="salutation")
        if greets and block.lines == 1 and block.word_count(text) <= _MOST_WORDS:
            below = list(blocks[place + 1 :])
            if below and below[0].is_open and not any(above.level == TITLE for above in found):
                about = below[0]  # In capitals it says what a letter is about.
                is_shouted = about.word_count(text) <= _MOST_WORDS and text[about.start : about.end].isupper()
                below[0] = about._replace(level=TITLE if is_shouted else None)
            return [*found, block._replace(aside="salutation"), *below]
        told = field.match(text, block.start, block.end)
        is_sentence = not told and block.ends_sentence(text)
        if block.word_count(text) > (_MOST_WORDS if is_sentence else _LONGEST_LINE):
            break
        if found and found[-1].level == TITLE and not told and not block.gap:
            found[-1] = found[-1]._replace(end=block.end, lines=found[-1].lines + 1)
        else:
            found += _titled(text, block, told, language)
        is_first = False
    return list(blocks)


def _sign_off(text: str, blocks: Sequence[Block], known: Openings) -> list[Block]:
    """Mark the sign-off and the names, titles and numbers under it."""
    open_ = ((place, block) for place, block in enumerate(blocks) if block.is_prose)
    own = [place for place, b in open_ if not any(known.kinds(text[b.start : b.end], among=_BELOW))]
    signed = [place for place in own[1:][-1:] if _NAMED.match(text, blocks[place].start, blocks[place].end)]
    for number, place in enumerate(own[1:], 1):
        line = _FIRST_LINE.match(text, blocks[place].start, blocks[place].end)[0].rstrip(" ,.!")  # type: ignore[index]
        words = (blocks[later].word_count(text) for later in own[number:])
        if known.match(f"{line},", kind="sign-off") and max(words) <= _MOST_WORDS:
            signed = own[number:]
            break
    return [b._replace(aside="sign-off") if at in signed else b for at, b in enumerate(blocks)]
