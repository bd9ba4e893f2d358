"""Org mode text: headlines, paragraphs and items, and in its place what stands beside them."""

import re
from collections.abc import Iterator

from briefing.blocks import TITLE, Reading, Span
from briefing.patterns import regex
from briefing.readers.readings import Sheet, lines, without_markup

_HEADLINE = regex(
    r"(\*{1,20})[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#\w\][ \t]*)?(?:COMMENT[ \t]+)?(?=\S)"
)
_TAGS = regex(r":(?:[\w@#%]+:)+\Z")
_TITLE = regex(r"#\+title:[ \t]*(\S.*)", re.IGNORECASE)
_ITEM = regex(r"[ \t]*(?:[-+]|[ \t]\*|\d{1,3}[.)])[ \t]+(?:\[[ X-]\][ \t]+)?")
_HIDDEN = regex(r"[ \t]*(?:#\+begin_(?!quote|verse|center)(\w+)|:(\w+):[ \t]*\Z)", re.IGNORECASE)
_BESIDE = (
    (regex(r"[ \t]*(?:#(?:\s|\Z)|#\+(?:begin|end|include)|-{5,}[ \t]*\Z|\|[-+|]+\Z)", re.IGNORECASE), ""),
    (regex(r"[ \t]*(?:#\+|(?:SCHEDULED|DEADLINE|CLOSED):)"), "metadata"),
    (regex(r"[ \t]*\|"), "table"),
    (regex(r"[ \t]*:(?:\s|\Z)"), "code"),
    (regex(r"[ \t]*\[fn:"), "note"),
)
"""What a line that is no prose looks like, and what it is: '' where it is a comment or a mark."""
_MARKUP = regex(
    r"\[\[[^\[\]\n]{1,2000}\]\[([^\]\n]{1,500})\]\]|\[\[[^\[\]\n]{1,2000}\]\]|\[fn:[^\]\n]{0,500}\]"
    r"|(?<![^\s({'\"-])[*/_=~+](?=\S)([^\n*/_=~+]{1,300})(?<=\S)[*/_=~+](?![^\s)}'\".,:;!?-])"
)


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return the reading of an Org text; nothing that it includes is read.

    Code, drawers, keywords, tables and footnotes stand beside the article; comments are no text.
    """
    page = Sheet(text)
    for level, aside, span in _blocks(text):
        if aside in ("code", "metadata", "table"):
            page.add_as_is(span, aside=aside)
        else:
            page.add(without_markup(text, span, _MARKUP), level=level, aside=aside)
    return page.reading()


def _blocks(text: str) -> Iterator[tuple[int | None, str, Span]]:
    """Return level, kind and place of each headline, paragraph, item, and of what stands beside them."""
    open_kind, open_span = "", (0, 0)
    for start, line, hidden in (*_lines(text), (len(text), "", "")):
        end = start + len(line)
        beside = hidden or next((kind for pattern, kind in _BESIDE if pattern.match(line)), None)
        headline = None if hidden else _HEADLINE.match(line)
        item = _ITEM.match(line) if beside is None else None
        if beside is None and not item and open_kind == "note" and open_span[1]:
            beside = "note"
        is_part = bool(line.strip()) and not headline and beside != ""
        if open_span[1] and (not is_part or item or (beside or "") != open_kind):
            yield None, open_kind, open_span
            open_span = 0, 0
        if title := None if hidden else _TITLE.match(line):
            yield TITLE, "", (start + title.start(1), start + title.end(1))
        elif headline:
            yield min(len(headline[1]), 6), "", (start + headline.end(), start + _before_tags(line))
        elif is_part:
            open_kind = beside or ""
            open_span = open_span[0] if open_span[1] else start + (item.end() if item else 0), end


def _before_tags(line: str) -> int:
    """Return where a headline ends, as in 'Ferries :harbour:traffic:'."""
    *_, last = line.rsplit(None, 1)
    return line.rindex(last) if _TAGS.match(last) else len(line)


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Return where each line starts, what it says, and what it stands in: 'code', 'metadata' for a drawer, or ''."""
    ends, kind = "", ""
    for start, line in lines(text):
        if ends and line.strip().lower() == ends:
            ends = ""
        elif ends:
            yield start, line if kind else "", kind
            continue
        elif not (hides := _HIDDEN.match(line)):
            yield start, line, ""
            continue
        else:
            ends = f"#+end_{hides[1]}".lower() if hides[1] else ":end:"
            kind = "metadata" if not hides[1] else "" if hides[1].lower() == "comment" else "code"
        yield start, "", ""
