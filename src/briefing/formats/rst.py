"""reStructuredText: sections, paragraphs and lists; code, tables, comments and directives are left out."""

import re
from collections.abc import Iterator

from briefing.document import Document
from briefing.formats import prose
from briefing.segment import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_RULER = re.compile(r"([!-/:-@\[-`{-~])\1+[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\(?(?:\d{1,3}|[a-zA-Z#])[.)])[ \t]+(?=\S)|\|[ \t]+")
_KEPT = re.compile(
    r"\.\.[ \t]+(?:note|tip|hint|important|warning|caution|danger|attention|error|epigraph|highlights|pull-quote)::"
)
_ASIDE = re.compile(r"[ \t]*(?:\.\.(?:[ \t]|\Z)|>>>[ \t]|:[^:\s][^:]{0,60}:(?:[ \t]|\Z)|__[ \t])")
_TABLE = re.compile(r"[ \t]*(?:\+[-=+]+\+|=+(?:[ \t]+=+)+)[ \t]*\Z")
_MARKUP = re.compile(
    r"``([^`]{1,500})``"
    r"|(?::[\w:.+-]{1,60}:)?`([^`<]{1,500}?)(?:\s*<[^`>]{0,2000}>)?`_{0,2}"
    r"|[ ]?\[(?:\d{1,4}|#?[\w.-]{0,40}|\*)\]_|(?<![\w*])\*\*(?=\S)([^*]{1,500})(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?!\w)|\|(?=\S)([^|\n]{1,100})(?<=\S)\|_{0,2}|(?<=\w)_{1,2}(?!\w)"
    r"|(?:(?<=\S)(:)|(?<=\s):):[ \t]*(?=\s*\Z)"
)


def parse(text: str, *, name: str, language: str) -> Document:
    """Give the document of a reStructuredText; nothing that it includes is read."""
    return prose.marked_document(text, _blocks(text), markup=_MARKUP, name=name, language=language)


def _blocks(text: str) -> Iterator[prose.Marked]:
    """Give each section's title, each paragraph and list item."""
    lines = list(_visible(text))
    styles: list[tuple[str, bool]] = []
    open_block: Span | None = None
    at = indent = 0
    while at < len(lines):
        start, line = lines[at]
        title, item = _title(lines, at), _ITEM.match(line)
        is_prose = bool(line.strip()) and not title and not _RULER.match(line)
        if open_block and (item or not is_prose or _indent(line) != indent):
            yield None, open_block
            open_block = None
        if title:
            offset, style = title
            styles += [] if style in styles else [style]
            begin, words = lines[at + offset]
            yield min(styles.index(style) + 1, 6), (begin, begin + len(words))
            at += 1 + offset
        elif is_prose:
            indent = item.end() if item else _indent(line)
            open_block = (open_block[0] if open_block else start + indent), start + len(line.rstrip())
        at += 1
    if open_block:
        yield None, open_block


def _visible(text: str) -> Iterator[tuple[int, str]]:
    """Give where each line starts and what it says, which is nothing inside code, tables, comments and directives."""
    hidden_over, in_table, before = None, False, ""
    for found in _LINE.finditer(text):
        line = found[1]
        if before.strip() == ".." and not line.strip():  # An empty comment: it has no text to hide.
            hidden_over = None
        is_hidden = hidden_over is not None and (not line.strip() or _indent(line) > hidden_over)
        in_table = bool(line.strip()) and (in_table or bool(_TABLE.match(line)))
        if not is_hidden:
            hidden_over = _hides_over(line)
        before = line
        yield found.start(), "" if is_hidden or in_table or _ASIDE.match(line) else line


def _hides_over(line: str) -> int | None:
    """Give the indentation over which the lines after this one are no prose; None if they may be."""
    if _KEPT.match(line):
        return None
    if _ASIDE.match(line):
        return _indent(line)
    item = _ITEM.match(line)
    return (item.end() if item else _indent(line)) if line.rstrip().endswith("::") else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _title(lines: list[tuple[int, str]], at: int) -> tuple[int, tuple[str, bool]] | None:
    """Give how far below a line a title stands, and its style, if one begins there: it is under- or overlined."""
    over, words, under = ([line for _, line in lines[at : at + 3]] + ["", "", ""])[:3]
    if _RULER.match(over) and words.strip() and over.rstrip() == under.rstrip() and not _RULER.match(words):
        return 1, (over[0], True)
    ruler = _RULER.match(words)
    if ruler and over.strip() and not over[0].isspace() and not _RULER.match(over):
        # A ruler shorter than its title is a mistake that docutils forgives from four signs on.
        return (0, (ruler[1], False)) if len(words.rstrip()) >= min(len(over.rstrip()), 4) else None
    return None
