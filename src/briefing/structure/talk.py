"""Talks: who speaks and when are marks at the head of a turn, and no words of it.

Comes in: the blocks of a transcript or an interview. Goes out: blocks without those marks, which know their speaker
and time; turns of a few words are left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from briefing.blocks import Block, Kind, cut
from briefing.languages import vocabulary
from briefing.patterns import regex
from briefing.structure import phrases

_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?: ?[AaPp]\.?[Mm]\b\.?)?"
_NAME = r"\$?[A-ZÀ-ÞА-Я][\w.’'-]*(?:[ /](?:[A-ZÀ-ÞА-Я(][\w.’'()-]*|\d{1,2}|de|von|van|der|del)){0,4}"
_TURN = regex(
    rf"(?:>> ?)?(?:[\[(]?(?P<day>\d{{1,4}}[./-]\d\d?[./-]\d{{2,4}}(?:,? |T))?"
    rf"(?P<first>{_TIME})[\])]?(?:\s*[-–—]+>?\s*(?:[\[(]?{_TIME}[\])]?)?)?[ \t]*)?"
    rf"(?:(?P<who>{_NAME}|Q|A)(?:[ \t]*[\[(](?P<second>{_TIME})[\])])?[ \t]*:(?=\s|\Z)"
    rf"(?:\s+[\[(](?P<third>{_TIME})[\])])?|<[ @+%&~]?(?P<nick>[^<>\s]{{1,30}})>(?=\s)|(?P<side>[QA])\.(?=\s)"
    rf"|(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{2,40}})[ \t]*(?=[\r\n]|\Z)"
    rf"|(?P<name>{_NAME})[ \t]+[\[(]?(?P<alone>{_TIME})[\])]?[ \t]*(?=[\r\n]|\Z))?\s*"
)
_BESIDE = regex(r"[(\[][^()\[\]\r\n]{3,100}[)\]]")
"""What may be heard beside the words."""
_FEWEST, _FEWEST_TIMED = 4, 3
_MANY, _LONG_TURNS = 10, 8
"""Where so many turns open with names in capitals, each may have so many paragraphs, as in hearings."""
_FRONT = 8
"""Lines of a list of those who are there, at least."""
_ENDS = '.!?…:”"’)]'
_SHORTEST_TURN = 5
"""Words; a shorter turn says nothing that a reader must know."""
_LONGEST_HEAD = 80
_NOTICE = ("* ", "*** ", "-!- ", "--> ", "<-- ")


class Turns(NamedTuple):
    """How a talk is marked."""

    heads: dict[int, re.Match[str]]
    """The mark at the head of a block, by the block's place."""
    timed: bool
    """Whether the marks tell the time."""
    asked: float
    """Which share of the turns are questions."""


def turns(text: str, blocks: Sequence[Block]) -> Turns | None:
    """Return the turns of a talk, if its blocks open with a time or with names that come again; else None."""
    said = [place for place, block in enumerate(blocks) if block.kind in (Kind.TEXT, Kind.ITEM) and not block.aside]
    heads: dict[int, re.Match[str]] = {}
    zones = vocabulary("english").sentences.zones  # '21:04 UTC: The site is back.' is said by nobody.
    for place in said:
        start, end = blocks[place].start, min(blocks[place].end, blocks[place].start + _LONGEST_HEAD)
        if text.find(":", start, end) < 0 and not text[start:end].lstrip("> ")[:3].isupper():
            continue  # Most blocks open with no mark.
        match = _TURN.match(text, start, end)
        if match and (match["first"] or _who(match)) and (match["who"] or "").lower() not in zones:
            heads[place] = match
    shouted = 2 * sum(match["label"] is not None for match in heads.values()) >= len(heads)
    if not shouted:
        heads = {place: match for place, match in heads.items() if not match["label"]}
    names = Counter(filter(None, map(_who, heads.values())))
    timed = sum(_when(match) is not None for match in heads.values())
    repeated = {name: times for name, times in names.items() if times > 1}
    looks = set() if shouted else set(map(_look, repeated)) - {(False, 0)}  # Headings may be in capitals too.
    ours = {name: times for name, times in names.items() if name in repeated or _look(name) in looks}
    is_full = len(repeated) > 1 or (len(ours) > 1 and 3 * len(heads) >= 2 * len(said))
    again = sum(ours.values()) if is_full else 0
    fewest = _FEWEST_TIMED if timed == len(heads) else _FEWEST
    if len(heads) < fewest or (2 * timed < len(heads) and 2 * again < len(heads)):
        return None
    # A mark on a line of its own stands for the block behind it too.
    marked = len(heads) + sum(match.end() >= blocks[place].end for place, match in heads.items())
    loud = sum(times for name, times in repeated.items() if name.isupper())
    if 2 * marked < len(said) and (loud < _MANY or _LONG_TURNS * loud < len(said)):
        return None
    if 2 * timed < len(heads):
        heads = {p: m for p, m in heads.items() if _who(m) in ours or (timed >= _FEWEST and m["first"])}
    asked = sum(text[blocks[place].end - 1] in "?？" for place in heads)
    return Turns(heads, 2 * timed >= len(heads), asked / len(heads))


def _who(match: re.Match[str]) -> str | None:
    return match["who"] or match["nick"] or match["side"] or match["label"] or match["name"]


def _look(name: str) -> tuple[bool, int]:
    """Return how a name looks: whether it is in capitals, and how many words it has."""
    return name.isupper(), name.count(" ")


def _when(match: re.Match[str]) -> str | None:
    return match["first"] or match["second"] or match["third"] or match["alone"]


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Part the mark of each turn from what is said, and tell each block its speaker and time; sounds stand aside."""
    blocks = [piece for block in blocks for piece in _without_sounds(text, block, language)]
    known = turns(text, blocks) if kind in ("transcript", "interview", "minutes") else None
    heads = known.heads if known else {}
    if kind == "minutes":  # 'ACTION:' is nobody.
        results = phrases.kinds("agenda", language)
        heads = {place: head for place, head in heads.items() if not results.match(head[0].strip())}
    if not known or not heads:
        return blocks
    front = blocks[: min(heads)]
    found = list(front) if kind == "minutes" else _front(text, front)
    speaker = time = None
    opens = False
    for place, block in islice(enumerate(blocks), len(found), None):
        head = heads.get(place)
        if head is None:
            found.append(_turn(text, block, block.speaker or speaker, block.time or time, opens=opens))
            opens = False
        else:
            speaker = _who(head) or speaker
            mark, *said = cut(text, block, [head.end()])
            found.append(mark._replace(aside="speaker"))
            time = _when(head) if known.timed else None
            found += [_turn(text, words, speaker, time, opens=True) for words in said]
            is_notice = head["day"] or text.startswith(_NOTICE, head.end())
            if is_notice and not _who(head):  # So says the program of a chat.
                found[-1] = found[-1]._replace(aside="notice")
            opens = not said  # A mark with a line of its own is that of the next block.
        time = time if opens else None
        if kind == "minutes" and not opens:  # What is noted next may be anybody's.
            speaker = None
    return found


def _without_sounds(text: str, block: Block, language: str) -> list[Block]:
    """Return the pieces of a block; what was heard between its sentences, as '(Applause.)', stands aside."""
    sounds: dict[int, int] = {}
    known = phrases.boilerplate(language)
    for note in _BESIDE.finditer(text, block.start, block.end) if block.is_open else ():
        before = text[block.start : note.start()][-3:].rstrip()
        if (not before or before[-1] in _ENDS) and known.match(text, *note.span(), kind="sound"):
            sounds[note.start()] = note.end()
    pieces = cut(text, block, sorted((*sounds, *sounds.values()))) if sounds else [block]
    return [piece._replace(aside="sound") if piece.start in sounds else piece for piece in pieces]


def _front(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return what stands before the first turn: behind the title, many lines without a full stop say who is there.

    What stands under the last heading belongs to the turn that follows, and so do the headings right above that.
    """
    end = max((n for n, block in enumerate(blocks) if block.level is not None), default=len(blocks))
    while 0 < end < len(blocks) and blocks[end - 1].level is not None:
        end -= 1
    ahead = enumerate(blocks[:end] if end else blocks)
    listed = {n for n, block in ahead if n and block.is_open and text[block.end - 1] not in ".!?"}
    if len(listed) < _FRONT:
        return list(blocks)
    return [block._replace(aside="attendance") if n in listed else block for n, block in enumerate(blocks)]


def _turn(text: str, words: Block, speaker: str | None, time: str | None, *, opens: bool) -> Block:
    """Return what is said with its speaker and time; where it opens a turn and has a few words, it is left out."""
    short = opens and not words.aside and words.word_count(text) < _SHORTEST_TURN
    return words._replace(speaker=speaker, time=time, aside="short turn" if short else words.aside)
