"""MediaWiki text: headings, paragraphs and entries, and in its place what stands beside them."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from briefing.blocks import Kind, Reading, Span
from briefing.patterns import regex
from briefing.readers.readings import Sheet, lines, without_markup

_HEADING = regex(r"(={1,6})[ \t]*([^\s=](?:.{0,250}[^\s=])?)[ \t]*\1[ \t\0]*\Z")
_ITEM = regex(r"[*#:;]+[ \t]*")
_TAGS = "pre|source|syntaxhighlight|gallery|math|timeline|code|nowiki"
_BESIDE = (
    regex(r"<!--(?:[^-<]|-(?!->)|<(?!!--)){0,5000}-->|<ref\b[^<>]{0,200}/>", re.IGNORECASE),
    regex(r"\{\{[^{}]*\}\}|\{\|[^{}]*\|\}"),
    regex(rf"<({_TAGS})\b[^<>]{{0,200}}>(?:[^<]|<(?!/?(?:{_TAGS})\b)){{0,20000}}</\1>|^ .*\S.*", re.I | re.M),
    regex(r"<ref\b[^<>]{0,200}>(?:[^<]|<(?!/?ref\b)){0,5000}</ref>", re.IGNORECASE),
    regex(r"^\[\[:?\w+:(?! )(?:[^\[\]]|\[\[[^\[\]]*\]\]|\[[^\[\]]*\])*\]\]", re.MULTILINE),
)
"""What is no prose: comments, templates and tables, code, notes; at the start of a line what files the page away."""
_DEEPEST = 12  # How many templates may stand in each other
_ASIDES = {"{": "table", "[": "links", "<": "code", " ": "code"}  # What begins with a sign is
_GONE = regex(r"\0(?:[\0\s]*\0)?")
_LETTER = regex(r"[^\r\n]")
_MARKUP = regex(
    r"[ \t]?[(\[]\0(?:[\0\s]*\0)?[)\]]|\0(?:[\0\s]*\0)?|'{2,5}|\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]"
    r"|</?\w[^<>]{0,300}>|__[A-Z]+__|\[\w{3,6}:[^\s\[\]]{1,2000}(?: ([^\[\]\n]{1,500}))?\]"
)


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return the reading of a MediaWiki text; no template is filled in."""
    page = Sheet(text.replace("\0", "\ufffd"))
    body = page.text.replace("&nbsp;", 6 * "\xa0")
    for pattern in _BESIDE:
        for _ in range(_DEEPEST):
            body, count = pattern.subn(lambda found: _LETTER.sub("\0", found[0]), body)
            if not count:
                break
    starts, ends = [], []
    for span, level, kind in _blocks(body):
        starts.append(span[0])
        ends.append(span[1])
        page.add(without_markup(body, span, _MARKUP), level=level, kind=kind)
    for gone in _GONE.finditer(body):
        before = bisect_right(starts, gone.start()) - 1
        if before < 0 or ends[before] <= gone.start():  # Inside a paragraph it is a note.
            page.add_as_is(gone.span(), aside=_ASIDES[page.text[gone.start()]])
    return page.reading()


def _blocks(body: str) -> Iterator[tuple[Span, int | None, Kind]]:
    """Yield the place, level and look of each heading, paragraph and entry."""
    opened: Span | None = None
    for start, line in [*lines(body), (len(body), "")]:
        end = start + len(line)
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if opened and (heading or item or not line.strip()):
            yield opened, None, Kind.TEXT
            opened = None
        if heading:
            yield (start + heading.start(2), start + heading.end(2)), len(heading[1]), Kind.TEXT
        elif item:
            yield (start + item.end(), end), None, Kind.ITEM
        elif opened or line.strip("\0 \t"):
            opened = (opened or (start,))[0], end
