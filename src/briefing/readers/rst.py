"""reStructuredText: the sections, paragraphs and lists that docutils finds, without code, tables and directives."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, states

from briefing.blocks import Reading, Span
from briefing.errors import SourceError
from briefing.readers import prose

_SPACE = re.compile(r"\s")
_MARKUP = re.compile(
    r"\\(?:[ \t]|(\S?))|``([^`]{1,500})``"
    r"|(?::[\w:.+-]{1,60}:)?`([^`<]{1,500}?)(?:\s*<[^`>]{0,2000}>)?`_{0,2}"
    r"|[ ]?\[(?:\d{1,4}|#?[\w.-]{0,40}|\*)\]_|(?<![\w*])\*\*(?=\S)([^*]{1,500})(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?!\w)|\|(?=\S)([^|\n]{1,100})(?<=\S)\|_{0,2}|(?<=\w)_{1,2}(?!\w)"
    r"|(?:(?<=\S)(:)|(?<=\s):):[ \t]*(?=\s*\Z)"
)
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,  # Above all that there are: mistakes are no concern of ours.
    "halt_level": 5,
    "line_length_limit": 1_000_000_000,
    "syntax_highlight": "none",
}
_WITHOUT_PROSE = (
    nodes.Invisible,
    nodes.FixedTextElement,
    nodes.table,
    nodes.figure,
    nodes.footnote,
    nodes.citation,
    nodes.field_list,
    nodes.topic,
    nodes.sidebar,
    nodes.decoration,
    nodes.system_message,
)
_MOST_COPIES = 2_000_000_000
"""docutils copies all lines below each `::`: so many lines take some seconds."""


def read(text: str, *, name: str) -> Reading:
    """Give the reading of a reStructuredText; nothing that it includes is read.

    Raises:
        SourceError: it is nested too deeply, or of far too many blocks of code.
    """
    # What docutils takes for an end of a line, or counts as several columns, would move all that follows.
    lines = [(start, _SPACE.sub(" ", line).rstrip()) for start, line in prose.lines(text)]
    if sum(line.endswith("::") for _, line in lines) * len(lines) > _MOST_COPIES:
        raise SourceError(f"{name}: too many blocks of code to be an article")
    try:
        tree = _tree("\n".join(line for _, line in lines))
    except RecursionError:
        raise SourceError(f"{name}: nested too deeply to be read") from None
    return prose.marked_reading(text, _blocks(tree, lines, 0), markup=_MARKUP)


def _tree(text: str) -> Any:
    """Give docutils' tree of blocks, the markup in their words left as it is: it is found later, where it stands."""
    settings = frontend.get_default_settings(Parser)
    vars(settings).update(_SETTINGS)
    inliner = states.Inliner()
    inliner.parse = lambda text, *_: ([nodes.Text(text)], [])
    tree = utils.new_document("", settings)
    Parser(inliner=inliner).parse(text, tree)
    return tree


def _blocks(node: Any, lines: Sequence[tuple[int, str]], depth: int) -> Iterator[prose.Marked]:
    """Give each section's title, each paragraph, term and line of verse under a node."""
    for child in node.children:
        if isinstance(child, nodes.title):
            if isinstance(node, nodes.section):  # Its line is that of the ruler below.
                yield min(depth, 6), _span(child.rawsource, child.line - 2, lines)
        elif isinstance(child, nodes.paragraph | nodes.line | nodes.term):
            if child.rawsource:
                yield None, _span(child.rawsource, child.line - 1, lines)
        elif not isinstance(child, _WITHOUT_PROSE):
            yield from _blocks(child, lines, depth + isinstance(child, nodes.section))


def _span(words: str, number: int, lines: Sequence[tuple[int, str]]) -> Span:
    """Give where words stand that begin on a line (counted from 0) and end with that or a later one."""
    first, *rest = words.split("\n")
    start, line = lines[number]
    end, last = lines[number + len(rest)]
    return start + len(line) - len(first), end + len(last)
