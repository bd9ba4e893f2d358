"""Org mode text: headlines, paragraphs and lists; code, drawers, tables and comments are left out."""

import re
from collections.abc import Iterator

from briefing.blocks import TITLE, Reading, Span
from briefing.readers import prose

_HEADLINE = re.compile(
    r"(\*{1,20})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#\w\][ \t]*)?(?:COMMENT[ \t]+)?(?=\S)"
)
_TAGS = re.compile(r"[ \t]+:[\w@#%:]{1,200}:[ \t]*\Z")
_TITLE = re.compile(r"#\+title:[ \t]*(\S.*)", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[-+]|[ \t]\*|\d{1,3}[.)])[ \t]+(?:\[[ X-]\][ \t]+)?")
_HIDDEN = re.compile(r"[ \t]*(?:#\+begin_(?!quote|verse|center)(\w+)|:(\w+):[ \t]*\Z)", re.IGNORECASE)
_ASIDE = re.compile(r"[ \t]*(?:#(?:\+|\s|\Z)|\||:(?:\s|\Z)|-{5,}[ \t]*\Z|(?:SCHEDULED|DEADLINE|CLOSED):|\[fn:)")
_MARKUP = re.compile(
    r"\[\[[^\[\]\n]{1,2000}\]\[([^\]\n]{1,500})\]\]|\[\[[^\[\]\n]{1,2000}\]\]|\[fn:[^\]\n]{0,500}\]"
    r"|(?<![^\s({'\"-])[*/_=~+](?=\S)([^\n*/_=~+]{1,300})(?<=\S)[*/_=~+](?![^\s)}'\".,:;!?-])"
)


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Give the reading of an Org text; nothing that it includes is read."""
    return prose.marked_reading(text, _blocks(text), markup=_MARKUP)


def _blocks(text: str) -> Iterator[prose.Marked]:
    """Give each headline, paragraph and list item."""
    open_block: Span | None = None
    for start, line in _visible(text):
        if title := _TITLE.match(line):
            yield TITLE, (start + title.start(1), start + title.end(1))
        headline, item = _HEADLINE.match(line), _ITEM.match(line)
        is_prose = bool(line.strip()) and not headline and not _ASIDE.match(line)
        if open_block and (item or not is_prose):
            yield None, open_block
            open_block = None
        if headline:
            tags = _TAGS.search(line)
            yield min(len(headline[1]), 6), (start + headline.end(), start + (tags.start() if tags else len(line)))
        elif is_prose:
            at = item.end() if item else 0
            open_block = (open_block[0] if open_block else start + at), start + len(line)
    if open_block:
        yield None, open_block


def _visible(text: str) -> Iterator[tuple[int, str]]:
    """Give where each line starts and what it says, which is nothing inside code and drawers."""
    hidden_until = ""
    for start, line in prose.lines(text):
        if hidden_until:
            hidden_until = "" if line.strip().lower() == hidden_until else hidden_until
            line = ""
        elif hides := _HIDDEN.match(line):
            hidden_until = f"#+end_{hides[1]}".lower() if hides[1] else ":end:"
            line = ""
        yield start, line
