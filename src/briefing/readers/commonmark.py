"""Markdown to Document, through markdown-it-py."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefing.blocks import TITLE, Reading, Span
from briefing.readers import prose
from briefing.readers.prose import Lines

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)^\1[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title\s*[:=][ \t\"']*(.+?)[ \t\r\"']*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:.*$", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\n]+\]")
_PIECE = re.compile(r"\s+|\S+")
_WINDOW = 2_000
"""How far ahead a word is looked for: longer than any link's address."""


def read(text: str, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Give the reading of a Markdown text (CommonMark with tables, front matter and footnotes).

    Code, tables, images, HTML, front matter and footnotes are left out. A single first-level heading that comes
    before all else is the title, as is `title:` in the front matter.
    """
    front = _FRONT_MATTER.match(text)
    marked = prose.blanks(text[: front.end()]) + text[front.end() :] if front else text
    marked = _FOOTNOTE.sub(lambda match: prose.blanks(match[0]), marked)
    found = _FRONT_TITLE.search(front[2]) if front else None
    words = list(prose.blanks(marked))
    blocks: list[prose.Marked] = []
    if front and found and found[1]:
        start, end = (front.start(2) + offset for offset in found.span(1))
        words[start:end] = text[start:end]
        blocks.append((TITLE, (start, end)))
    blocks += _blocks(marked, words)
    return prose.reading("".join(words), blocks)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Typed as the module that it is unless replaced.
    parser.helpers = SimpleNamespace(**vars(helpers) | {"parseLinkLabel": _label_end})  # type: ignore[assignment]
    return parser


def _label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Give where the label of a link ends, or -1; markdown-it looks for it at length even if nothing closes."""
    is_open = start >= _last_bracket(state.src)
    return -1 if is_open else helpers.parseLinkLabel(state, start, disable_nested)


@lru_cache(maxsize=1)
def _last_bracket(text: str) -> int:
    return text.rfind("]")


def _blocks(marked: str, words: list[str]) -> Iterator[prose.Marked]:
    """Write the words of each block into `words`; give its level and span."""
    lines = Lines(marked)
    in_table = False
    for before, token in pairwise(_parser().parse(marked)):
        in_table = (in_table or before.type == "table_open") and before.type != "table_close"
        if token.type != "inline" or in_table or token.map is None:
            continue
        first, last = token.map
        block = lines.starts[first], lines.starts[last] if last < len(lines.starts) else len(marked)
        if span := prose.write_words(_characters(marked, block, token.children or []), block, words):
            yield int(before.tag[1]) if before.type == "heading_open" else None, span


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
