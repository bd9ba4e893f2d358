"""What a text says of itself above its first paragraph, as in 'Title: …' and 'Status: Draft'.

Comes in: blocks of a kind of text. Goes out: blocks that know these fields, the title and the status among them; of
an RFC, the lines above its title.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Any

from briefing.blocks import TITLE, Block, Kind, cut
from briefing.patterns import regex
from briefing.structure import phrases

STATUS = "status"
"""What says how far a text has come: 'Draft', 'Withdrawn'."""
_HEAD_BLOCKS, _CAPTION = 12, 24
_MOST_STATUS_WORDS = 8
_LONGEST, _SHORTEST_TITLE, _LONGEST_TITLE = 4_000, 4, 240
_FIELD = regex(
    r"^[ \t]*([^\W\d_][\w-]*(?: [\w-]+){0,2})(?:[ \t]?:|(?=[ \t]{2}))[ \t]*"
    r"(?P<quote>[\"'](?=\S))?(?P<value>\S[^\r\n]{0,100}?|)(?(quote)(?P=quote))[ \t]*\r?$",
    re.M,
)
"""A line of a preamble, its name and what it says; in a table no more than a gap stands between."""
_VALUE = regex(r"[^\\]*[^\W\d_]{4}[^\\]*\Z")
"""A title or a status: no 'N/A', and nothing that is to be read in other letters."""
_SAID = regex(r"[.!?…\"”]\Z")
_FENCES = ("code", "table", "metadata")
"""What a preamble may stand in."""
_TAG = regex(r"</?[a-z]+>\Z")
_OFFICIAL = regex(
    r"^[ \t]*(?:Request for Comments: *\d|Internet-Draft|Network Working Group|Internet Engineering Task Force)", re.M
)
_DRAFT = regex(r"\sdraft-\S+\Z")
"""The file of an Internet-Draft, under its title."""

_ORDER = regex(r"(?:[A-Z][\w'’-]* (?:AND )?){0,3}(?:ORDER|JUDGMENT|OPINION|DECISION|RULING)\b(?: \S+){3,60}\Z")
_VERSUS = regex(r"[^,;]{1,60}(?:, Inc\.)? vs?\.? [A-Z][^;]{1,80}\Z")
"""What a court writes over what it orders, and who was against whom."""
_Fields = list[re.Match[str]]


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark the fields that stand before the first paragraph or heading, but those of a mail."""
    if kind == "mail":
        return list(blocks)
    if kind == "proposal":
        blocks = _official(text, blocks)
    elif kind == "judgment":
        blocks = _without_court(text, _ordered(text, blocks), language)
    fields = _fields(text, blocks, language, is_book=kind == "book")
    is_titled = any(block.level == TITLE for block in blocks)
    found: list[Block] = []
    for place, block in enumerate(blocks):
        pieces = _parted(text, block, fields[place], language, is_titled=is_titled) if place in fields else [block]
        if not is_titled and any(piece.level == TITLE for piece in pieces):
            is_titled = True  # What stands above it is no title.
            found = [above.set_aside("label") for above in found]
        found += pieces
    return found


def mark_status(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark the few words under the heading 'Status' of a proposal."""
    found = list(blocks)
    if kind == "proposal" and not any(block.aside == STATUS for block in blocks):
        names = phrases.field(STATUS, language)
        for place, (above, block) in enumerate(pairwise(blocks), 1):
            is_named = above.level and names.match(above.words(text).rstrip(":"))
            if is_named and block.is_open and block.word_count(text) <= _MOST_STATUS_WORDS:
                found[place] = block._replace(aside=STATUS)
                break
    return found


def _fields(text: str, blocks: Sequence[Block], language: str, *, is_book: bool) -> dict[int, _Fields]:
    """Return the fields in each block of the preamble, by its place; some field must have a name that is known."""
    known, dates = phrases.field("label", language), phrases.boilerplate(language)
    found: dict[int, _Fields] = {}
    is_preamble = False
    for place, block in enumerate(blocks[:_HEAD_BLOCKS]):
        is_dated = block.is_open and dates.match(text, block.start, block.end, kind="date")
        if block.level == TITLE or is_dated or (block.aside and block.aside not in _FENCES):
            continue
        if block.level is not None or block.mark is not None:
            break
        line = text.rfind("\n", 0, block.start) + 1  # A mark that is blank now may stand before the first name.
        fields = list(_FIELD.finditer(text, line, min(block.end, block.start + _LONGEST)))
        is_known = any(known.match(text, field.start(1)) for field in fields)
        is_own = is_known or len(fields) > 1 or block.kind is Kind.ITEM or place > 0  # 'Salt: A History' is a title.
        is_tag = _TAG.match(text, block.start, block.end) is not None
        if is_tag or (block.aside and is_known) or (not block.aside and is_own and _are_all(block, fields)):
            found[place] = fields
        elif block.is_open and not is_book and (found or block.ends_sentence(text)):
            break
        is_preamble = is_preamble or (place in found and is_known)
    return found if is_preamble else {}


def _are_all(block: Block, fields: _Fields) -> bool:
    """Return whether an open block is its fields, perhaps with lines that go on."""
    is_said = any(_SAID.search(field["value"]) or ":" not in field[0] for field in fields)
    return len(fields) >= (block.lines if block.lines < 3 else block.lines / 2) and not is_said


def _parted(text: str, block: Block, fields: _Fields, language: str, *, is_titled: bool) -> list[Block]:
    """Return the pieces of a block of fields: the title and the status apart from the rest."""
    rest = "label" if not block.aside else "metadata" if block.aside == "code" else block.aside
    nothing = phrases.headings("nothing", language)
    known: dict[int, dict[str, Any]] = {}
    wanted: dict[str, dict[str, Any]] = {STATUS: {"aside": STATUS}, "named": {"aside": "", "level": TITLE}}
    for key, told in islice(wanted.items(), 1 if is_titled else 2):
        names = phrases.field(key, language)
        own = (
            field.span("value")
            for field in fields
            if names.match(text, field.start(1))
            and _VALUE.match(field["value"])
            and not nothing.match(field["value"])
        )
        for start, end in islice(own, 1):
            known[start] = told
            known.setdefault(end, {"aside": rest})
    return [piece._replace(**known.get(piece.start, {"aside": rest})) for piece in cut(text, block, sorted(known))]


def _official(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark the title that stands in the middle under the head of an RFC, and what is above it."""
    found = list(blocks)
    for place, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.is_open and _OFFICIAL.search(text, block.start, min(block.end, block.start + _LONGEST)):
            end = next((at for at in range(place + 1, len(blocks)) if blocks[at].gap), len(blocks))
            found[:end] = [above._replace(aside="metadata") for above in blocks[:end]]
            for title in blocks[end : end + 1]:
                if title.is_open and title.end - title.start < _LONGEST_TITLE and text[title.end - 1] != ".":
                    draft = _DRAFT.search(text, title.start, title.end)
                    name, *file = cut(text, title, [draft.start()] if draft else [])
                    file = [piece._replace(aside="metadata") for piece in file]
                    found[end : end + 1] = [name._replace(level=TITLE), *file]
            break
    return found


def _without_court(text: str, blocks: Sequence[Block], language: str) -> list[Block]:
    """Set aside what looks like a title or a heading at the head of a judgment and only names the court."""
    known = phrases.boilerplate(language)
    named = [block for block in blocks[:_CAPTION] if block.level is not None]
    court = {b for b in named if b.end - b.start < _SHORTEST_TITLE or known.match(b.words(text), kind="court")}
    return [block._replace(level=None, aside="court") if block in court else block for block in blocks]


def _ordered(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark the title that says what a court orders, and the names of the court and the parties above it."""
    for place, block in enumerate(blocks[:_CAPTION]):
        name = block.words(text)
        if _VERSUS.match(name):
            break
        is_head = not block.aside and (name.isupper() or block.mark is not None or block.level is not None)
        if is_head and _ORDER.match(name):
            above = [other._replace(level=None, aside=other.aside or "caption") for other in blocks[:place]]
            return [*above, block._replace(level=TITLE), *blocks[place + 1 :]]
    return list(blocks)
