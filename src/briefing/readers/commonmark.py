"""Markdown, read by markdown-it-py: headings, paragraphs and items, and in its place what stands beside them."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from markdown_it.token import Token

from briefing.blocks import TITLE, Kind, Reading, collapse
from briefing.patterns import SENTENCE_END, regex
from briefing.readers import commonmark_parser
from briefing.readers.readings import Run, Sheet, blanks

_FRONT_MATTER = regex(
    r"\A\ufeff?(?:(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)^\1[ \t]*\r?$|((?:@def [^\r\n]*\r?\n)+))",
    re.DOTALL | re.MULTILINE,
)
_FRONT_TITLE = regex(
    r"^(?:@def )?(?:title|feature(?= ?: ?[a-z]+-[a-z]+-))[ \t]*[:=]((?:[^\r\n]|\r?\n(?=[ \t]))*)", re.MULTILINE
)
"""A title, perhaps over lines, or the short name of what is proposed."""
_FRONT_TEXT = regex(
    r"^(?:description|summary|excerpt|abstract|teaser|chapeau(?:-text)?)[ \t]*[:=]((?:[^\r\n]|\r?\n(?=[ \t]))*)",
    re.MULTILINE,
)
_SHORTEST_TEXT = 40  # Characters of a sentence that says what the text is about, and so opens it
_AROUND_TEXT = " \t\r\n\"'>|-"
_WIDE_ESCAPE = regex(r"\\U00(0[0-9A-Fa-f]{5}|10[0-9A-Fa-f]{4})")
_LINE_REST = regex(r"(?<![^\S\r\n])[^\S\r\n]++(?![^\r\n])")
"""White space that ends a line: where it is more than blanks and tabs, the parser would leave out the whole line."""
_COMPONENT = regex(
    r"^[ \t]*</?[A-Z][\w.]*(?:\s[^<>]{0,500})?/?>[ \t]*\r?$|\{/\*[^*]{0,2000}\*/\}"
    r"|^(?:import\s[^\n]{1,300}\sfrom\s|export\s(?:const|default|let|function)\s)[^\n]*(?:\n[^\r\n]+)*",
    re.MULTILINE,
)
"""What programs fill in, on lines of its own: '<Steps>', which is no tag of HTML, and what they import for it."""
_ALERT = regex(r"\[![\w-]{1,40}\][-+]?[ \t]*")
_TASK = regex(r"\[[ xX]\][ \t]+")
_LONGEST_ATTRIBUTES = 300
_BOLD = regex(r"(\*{2,3}|_{2,3})(?=\S)((?:(?!\1)[^\n\\]|\\.){1,100})(?<=\S)\1[ \t]*(?:\n|\Z)")
_NO_HEADING = (".", ",", ";", "!", "…", "。", "！", "，", "；")
_KINDS = {"list_item": Kind.ITEM, "blockquote": Kind.QUOTE}
_CELL = regex(r"(?:[^|\\]|\\\|?)+")
_MARK = regex(
    r"<!--.*?(?:-->|\Z)|<(?P<hidden>script|style|template|title|noscript|svg|math)\b.*?(?:</(?P=hidden)[ \t]*>|\Z)"
    r"|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[/!]?[a-z][^<>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = regex(
    r"(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|picture|q|s|samp|small|source"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr)\Z",
    re.IGNORECASE,
)
_HEADING = regex(r"h([1-6])\Z", re.IGNORECASE)
_ASIDES = {
    **dict.fromkeys(("pre", "textarea"), "code"),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), "table"),
    "nav": "navigation",
    "aside": "aside",
    "figcaption": "caption",
}


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return the reading of a Markdown text: CommonMark with tables, front matter, footnotes and boxes.

    Code, tables, footnotes, front matter, labels of boxes and rows of links stand beside the article; pictures,
    comments and addresses of links are no text. A bold line of its own, or that begins a paragraph, is a heading.
    A single first-level heading that comes before all else is the title, as is `title:` in the front matter.
    """
    page = Sheet(text.replace("\0", "\ufffd"))
    body = page.text
    title = None
    if front := _FRONT_MATTER.match(body):
        title = _read_front_matter(page, *front.span(front.lastindex or 0))
        body = blanks(body[: front.end()]) + body[front.end() :]
    body = _LINE_REST.sub(lambda rest: " " * len(rest[0]), body)
    if any(map(body.__contains__, ("/>", "</", "{/*"))):
        body = _COMPONENT.sub(lambda found: blanks(found[0]), body)
    _Writer(page).read(body)
    return page.reading(title=title)


def _read_front_matter(page: Sheet, start: int, end: int) -> str | None:
    """Write the front matter with its title and what describes the text; return a title written in another way."""
    title, described = _FRONT_TITLE.search(page.text, start, end), _FRONT_TEXT.search(page.text, start, end)
    written = _unescaped(collapse(title[1])) if title else None
    for field in sorted(filter(None, (None if written else title, described)), key=re.Match.start):
        words = field[1].strip(_AROUND_TEXT)
        at = field.start(1) + field[1].find(words)
        page.add_as_is((start, field.start()), aside="metadata")
        is_said = len(words) >= _SHORTEST_TEXT and SENTENCE_END.search(words)
        own = {"level": TITLE} if field is title else {"aside": "" if is_said else "description"}
        page.add_as_is((at, at + len(words)), **own)
        start = field.end()
    page.add_as_is((start, end), aside="metadata")
    return written


def _unescaped(value: str) -> str | None:
    """Return what a value in double quotes with escapes says, or one with entities of HTML; None for any other."""
    if "\\" not in value or not value.startswith('"'):
        plain = unescape(value)
        return plain.strip(_AROUND_TEXT) if plain != value else None
    wide = _WIDE_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), value)
    try:
        said = json.loads(wide)
    except ValueError:
        return None
    return said if isinstance(said, str) and said.isprintable() else None


class _Rows:
    """The rows of a block, and where they stand in the source: each ends a line there, but for closing marks."""

    def __init__(self, page: Sheet, content: str, line: int) -> None:
        self.content = content
        self._starts: list[int] = []
        self._shifts: list[int] = []
        starts, offset = page.starts, 0
        for number, row in enumerate(content.split("\n"), line):
            words = row.strip(" \t")
            last = starts[number + 1] if number + 1 < len(starts) else len(page.text)
            place = page.text.rfind(words, starts[number], last) if words else last
            self._starts.append(offset)
            self._shifts.append(place - offset - (len(row) - len(row.lstrip(" \t"))))
            offset += len(row) + 1
        self._starts.append(offset)

    def place(self, runs: Iterable[Run], base: int = 0) -> Iterator[Run]:
        """Return runs of the content, or of what begins in it at `base`, with their places in the source."""
        for run, at in runs:
            start = 0 if run else 1
            if not run:
                yield run, at
            while start < len(run):
                offset = base + at + start
                row = bisect_right(self._starts, offset) - 1
                stop = min(len(run), start + self._starts[row + 1] - 1 - offset)
                part = run[start:stop]
                if offset == self._starts[row]:  # What indents a row may be wider than it is in the source.
                    part = part.lstrip(" \t")
                if part:
                    yield part, base + at + stop - len(part) + self._shifts[row]
                if stop < len(run):
                    yield "", 0
                start = stop + 1


class _Writer:
    """Writes the blocks of a text into a page."""

    def __init__(self, page: Sheet) -> None:
        self._page = page
        self._env = commonmark_parser.environment(page.text)
        self._inside: list[str] = []
        self._is_first = False
        self._in_comment = False
        self._depth = 1

    def read(self, text: str) -> None:
        """Read a text, whose lines are those of the page."""
        tokens = commonmark_parser.parser().parse(text, self._env)
        level: int | None = None
        for number, token in enumerate(tokens):
            kind, _, side = token.type.rpartition("_")
            if token.type == "heading_open":
                self._depth = level = int(token.tag[1])
            elif kind in ("blockquote", "list_item", "note", "box"):
                self._inside.append(kind) if side == "open" else self._inside.pop()
                self._is_first = side == "open"
            elif token.type == "inline" or (not token.nesting and token.map):
                self._block(token, level, tokens[number + 2 : number + 4])
                level, self._is_first = None, False
                opened, closed = token.content.rfind("<!--"), token.content.rfind("-->")
                self._in_comment = opened > closed if token.type == "html_block" else self._in_comment and closed < 0

    def _block(self, token: Token, level: int | None, after: Sequence[Token]) -> None:
        first = token.map[0] if token.map else 0
        rows = _Rows(self._page, token.content, first + (token.type == "fence"))
        if token.type in ("fence", "code_block"):
            self._add(rows, [(token.content, 0)], "code")
        elif token.type == "html_block":
            for runs, depth, aside in _html_parts(token.content):
                self._add(rows, runs, aside, level=depth)
        elif token.type == "table":
            self._add(rows, self._cells(token.content), "table")
        elif token.type == "label":
            self._add_inline(rows, 0, len(token.content), aside="label")
        elif token.type == "inline":
            self._paragraph(rows, level, after)

    def _paragraph(self, rows: _Rows, level: int | None, after: Sequence[Token]) -> None:
        content, start = rows.content, 0
        stop = _before_attributes(content) if level is not None else len(content)
        mark = _ALERT if self._inside[-1:] == ["blockquote"] else _TASK
        if level is None and self._is_first and (found := mark.match(content)):
            start = found.end()
        elif level is None and not self._inside and (found := _BOLD.match(content)) and _is_heading(found, after):
            self._add_inline(rows, *found.span(2), level=min(self._depth + 1, 6))
            start = found.end()
        self._add_inline(rows, start, stop, level=level)

    def _add_inline(self, rows: _Rows, start: int, stop: int, *, level: int | None = None, aside: str = "") -> None:
        content = rows.content[start:stop]
        if level is None and commonmark_parser.is_links(content, self._env):
            aside = aside or "links"
        self._add(rows, commonmark_parser.runs(content, self._env), aside, at=start, level=level)

    def _add(self, rows: _Rows, runs: Iterable[Run], aside: str, *, at: int = 0, level: int | None = None) -> None:
        aside = "comment" if self._in_comment else "note" if "note" in self._inside else aside
        kind = _KINDS.get(self._inside[-1], Kind.TEXT) if self._inside else Kind.TEXT
        self._page.add(rows.place(runs, at), level=None if aside else level, aside=aside, kind=kind)

    def _cells(self, content: str) -> Iterator[Run]:
        """Return the words of a table, cell by cell; its second row says no more than where columns are."""
        offset = 0
        for number, row in enumerate(content.split("\n")):
            for cell in _CELL.finditer(row) if number != 1 else ():
                words = cell[0].strip(" \t")
                base = offset + cell.start() + cell[0].find(words)
                for run, at in commonmark_parser.runs(words, self._env):
                    yield from _without_escapes(run, base + at)
                yield "", 0
            offset += len(row) + 1


def _before_attributes(content: str) -> int:
    """Return where the words of a heading end, as in 'Options {#options}'."""
    at = content.rfind("{", -_LONGEST_ATTRIBUTES) if content.endswith("}") else -1
    return at if at > 0 and content.startswith(("{#", "{.", "{:"), at) else len(content)


def _is_heading(found: re.Match[str], after: Sequence[Token]) -> bool:
    """Return whether a bold line that begins a paragraph is a heading, by its look and by what comes after it."""
    if found[2].endswith(_NO_HEADING):
        return False
    if found.end() == len(found.string):
        if not after or after[0].nesting < 0 or after[0].type in ("heading_open", "hr"):
            return False
        next_bold = _BOLD.match(after[1].content) if len(after) > 1 else None
        return not next_bold or next_bold.end() < len(next_bold.string)
    row, *_ = found.string[found.end() :].split("\n", 1)
    word = row.split(None, 1)[0]
    return not word[0].islower() and len(found[2]) + 1 + len(word) <= len(row)


def _without_escapes(run: str, at: int) -> Iterator[Run]:
    """Return a run of a cell without the backslash that a stroke needs there even in code."""
    for part in re.split(r"\\(?=\|)", run):
        if part or not run:
            yield part, at
        at += len(part) + 1


def _html_parts(html: str) -> Iterator[tuple[list[Run], int | None, str]]:
    """Yield the words, level and kind aside of each heading, paragraph and cell that a piece of HTML shows.

    Each run of words has its offset in the markup; '' stands where a line is broken.
    """
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
                yield runs, level, aside or ("links" if links > 1 and not others and level is None else "")
            runs, links, others = [], 0, False
            if heading := _HEADING.match(tag):
                level = int(heading[1]) if opens else None
            if tag in _ASIDES:
                aside = _ASIDES[tag] if opens else ""
