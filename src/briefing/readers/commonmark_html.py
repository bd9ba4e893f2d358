"""The words of HTML that stands in Markdown: markup comes in, blocks go out, each word with its place in it."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from briefing.readers.prose import Run

_MARK = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<hidden>script|style|template|title|noscript|svg|math)\b.*?(?:</(?P=hidden)[ \t]*>|\Z)"
    r"|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[/!]?[a-z][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = re.compile(
    r"(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|picture|q|s|samp|small|source"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr)\Z",
    re.IGNORECASE,
)
_HEADING = re.compile(r"h([1-6])\Z", re.IGNORECASE)
_ASIDES = {
    "pre": "code",
    "textarea": "code",
    "table": "table",
    "thead": "table",
    "tbody": "table",
    "tr": "table",
    "th": "table",
    "td": "table",
    "nav": "navigation",
    "figcaption": "caption",
}


class HtmlPart(NamedTuple):
    """A heading, a paragraph or a cell."""

    runs: list[Run]
    """Its words, each run with its offset in the markup; '' stands where a line is broken."""
    level: int | None
    """A heading's depth; None for what is none."""
    aside: str
    """Why it is no part of the prose, or ''."""


def parts(html: str) -> Iterator[HtmlPart]:
    """Return what a piece of HTML shows, part by part."""
    runs: list[Run] = []
    level: int | None = None
    aside, links, others = "", 0, False
    at = depth = 0
    for found in (*_MARK.finditer(html), None):
        stop = found.start() if found else len(html)
        if stop > at:
            runs.append((html[at:stop], at))
            others = others or (not depth and any(sign.isalnum() for sign in html[at:stop]))
        at = found.end() if found else stop
        if found and found["entity"]:
            sign = unescape(found[0])
            runs.append(("" if sign.isspace() else sign, stop))
            continue
        tag = (found["tag"] or "").lower() if found else "p"
        opens = bool(found and not found["close"])
        if tag == "a":
            depth, links = int(opens), links + opens
        if tag == "br":
            runs.append(("", stop))
        elif tag and not _INLINE.match(tag):
            if runs:
                yield HtmlPart(runs, level, aside or ("links" if links > 1 and not others and level is None else ""))
            runs, links, others = [], 0, False
            if heading := _HEADING.match(tag):
                level = int(heading[1]) if opens else None
            if tag in _ASIDES:
                aside = _ASIDES[tag] if opens else ""
