"""Markdown to Document, through markdown-it-py.

The document's text is the source with everything that is not prose made spaces: the same length, the same
lines. Emphasis, links and entities shrink to their words, each word standing where the source has it, so every
offset and line holds for both.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.document import Document, Heading
from briefing.formats.assembly import Lines, assemble, collapse
from briefing.segment import Span

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title\s*[:=]\s*(.+)$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:.*$", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]+\]")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_PIECE = re.compile(r"\s+|\S+")
_WINDOW = 2_000
"""How far ahead a word is looked for: longer than any link's address."""


def parse(text: str, *, name: str, language: str) -> Document:
    """Give the document of a Markdown text (CommonMark with tables, front matter and footnotes).

    Code, tables, images, HTML, front matter and footnotes are left out. A single first-level heading that comes
    before all else is the title, as is `title:` in the front matter.
    """
    front = _FRONT_MATTER.match(text)
    marked = _blanks(text[: front.end()]) + text[front.end() :] if front else text
    marked = _FOOTNOTE.sub(lambda match: _blanks(match[0]), marked)
    plain, blocks = _prose(marked)
    title = _FRONT_TITLE.search(front[2]) if front else None
    if title:
        return assemble(plain, blocks, name=name, language=language, title=title[1].strip(" \t\"'") or None)
    topmost = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    if topmost == blocks[:1] != []:
        return assemble(plain, blocks[1:], name=name, language=language, title=topmost[0].text)
    return assemble(plain, blocks, name=name, language=language, title=None)


def _prose(marked: str) -> tuple[str, list[Heading | Span]]:
    """Give the text with all but its prose made spaces, and its headings and paragraphs in order."""
    lines = Lines(marked)
    prose = list(_blanks(marked))
    spans: list[tuple[int | None, Span]] = []
    in_table = False
    for before, token in pairwise(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(marked)):
        in_table = (in_table or before.type == "table_open") and before.type != "table_close"
        if token.type != "inline" or in_table or token.map is None:
            continue
        first, last = token.map
        block = lines.starts[first], lines.starts[last] if last < len(lines.starts) else len(marked)
        if span := _write_words(_characters(marked, block, token.children or []), block, prose):
            spans.append((int(before.tag[1]) if before.type == "heading_open" else None, span))
    plain = "".join(prose)
    return plain, [
        span if level is None else Heading(collapse(plain[slice(*span)]), level, *span, lines.number(span[0]))
        for level, span in spans
    ]


def _write_words(characters: Iterable[tuple[str, int]], block: Span, prose: list[str]) -> Span | None:
    """Write each word of a block at its place in the source; give the span of them all."""
    first = free = block[0]
    written = in_word = False
    for character, place in characters:
        if character.isspace():
            in_word = False
            continue
        if not in_word:
            free = max(free + written, place)
        while free < block[1] and prose[free] in "\r\n":
            free += 1
        if free >= block[1]:
            break
        first = first if written else free
        prose[free] = character
        free += 1
        in_word = written = True
    return (first, free) if written else None


def _characters(marked: str, block: Span, children: list[Token]) -> Iterator[tuple[str, int]]:
    """Give each character of the prose of a block and where in the source it stands, nearly."""
    cursor, end = block
    for child in children:
        if child.type in ("text", "code_inline"):
            for piece in _PIECE.findall(_FOOTNOTE_MARK.sub("", child.content)):
                # Escapes and entities are not found as they are; the window keeps the search linear.
                found = marked.find(piece, cursor, min(end, cursor + len(piece) + _WINDOW))
                cursor = max(cursor, found)
                yield from zip(piece, range(cursor, cursor + len(piece)), strict=True)
                cursor = min(end, cursor + len(piece))
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n", cursor
        elif (
            child.type == "html_inline"
            or child.type == "image"
            or (child.type == "link_close" and child.markup != "autolink")
        ):
            closing = ">" if child.type == "html_inline" else ")"
            cursor = max(cursor, marked.find(closing, cursor, min(end, cursor + _WINDOW)) + 1)


def _blanks(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text)
