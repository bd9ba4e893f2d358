"""The parser of Markdown: CommonMark with tables, and what is written besides in notes, sites and manuals.

A text comes in; its blocks go out as markdown-it's tokens. Those of our own are `note_open` and `note_close` around
a footnote, `label` for the title of a box, `marks` for a line without words, and `table` for all rows of a table.
"""

import re
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers, rules_block
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from briefing.readers import commonmark_inline as inline

Rule = Callable[[StateBlock, int, int, bool], bool]

_DEEPEST = 60
"""Levels of lists and quotes, of which a list in a list is two: what lies deeper is shown with its marks."""
_BOX = re.compile(
    r"\[\^(?P<note>[^\]\[\s]{1,100})\]:[ \t]*|(?:!!!|\?\?\?\+?)[ \t]*[a-z-]{2,20}(?: [a-z-]{1,20}){0,3}"
    r"(?:[ \t]+\"(?P<title>[^\"\n]{0,300})\")?[ \t]*\Z|===[!+]?[ \t]+\"(?P<tab>[^\"\n]{1,300})\"[ \t]*\Z"
)
"""What begins a footnote, a box or a tab; what is indented by four below belongs to it."""
_MARKS = re.compile(
    r"(?::{3,}(?:[ \t]*(?:\{[^{}\n]{0,300}\}|[\w-]{1,40}(?:\[(?P<name>[^\]\n]{1,300})\])?))?(?P<title>[^\n{]{0,300})"
    r"|\{:[^{}\n]{0,300}\}[ \t]*|\[{1,2}_{0,2}TOC_{0,2}\]{1,2}[ \t]*)\Z",
    re.IGNORECASE,
)
"""A line that opens or closes a box, gives attributes, or stands for the table of contents."""
_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@cache
def parser() -> MarkdownIt:
    """Return the parser; what is inside paragraphs it leaves to `commonmark_inline.runs`."""
    made = MarkdownIt("zero")
    made.inline = inline.PlacedInline()
    made.configure("commonmark", {"maxNesting": _DEEPEST + 10, "strikethrough_single_tilde": True})
    made.enable(["table", "strikethrough"])
    made.disable(["inline", "text_join", "fragments_join", "newline"])
    made.inline.ruler.before("link", "hidden", inline.hidden)
    made.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - nobody follows it
    # Typed as the module that it is unless replaced.
    ours = {"parseLinkLabel": inline.label_end, "parseLinkDestination": inline.destination}
    made.helpers = SimpleNamespace(**vars(helpers) | ours)  # type: ignore[assignment]
    rules = made.block.ruler
    rules.at("table", _table, {"alt": ["paragraph", "reference"]})
    rules.at("blockquote", _bounded(rules_block.blockquote), _PARAGRAPH)
    rules.at("list", _bounded(rules_block.list_block), {"alt": ["paragraph", "reference", "blockquote"]})
    rules.before("reference", "box", _bounded(_box), {"alt": ["paragraph", "reference"]})
    rules.before("reference", "marks", _marks, _PARAGRAPH)
    return made


def _bounded(rule: Rule) -> Rule:
    """Return a rule of what holds other blocks that does not apply too deep down."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < _DEEPEST and rule(state, start, end, silent)

    return bounded


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table as one token of all its rows, in place of one for each cell."""
    is_table = rules_block.table(state, start, end, True)
    if silent or not is_table:
        return is_table
    outer, state.parentType = state.parentType, "table"
    state.line = start + 2
    while state.line < end and not _ends_table(state, state.line, end):
        state.line += 1
    state.parentType = outer
    token = state.push("table", "table", 0)
    token.map = [start, state.line]
    token.content = state.getLines(start, state.line, state.blkIndent, False)
    return True


def _ends_table(state: StateBlock, line: int, end: int) -> bool:
    """Return whether a line is no row: it is empty, indented otherwise, or begins what may end a quotation too."""
    if state.sCount[line] < state.blkIndent or state.isEmpty(line) or state.is_code_block(line):
        return True
    return any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("blockquote"))


def _match(pattern: re.Pattern[str], first: str, state: StateBlock, number: int) -> re.Match[str] | None:
    """Return what a pattern finds in the words of a line, if they begin with one of some signs."""
    at = state.bMarks[number] + state.tShift[number]
    if not state.src.startswith(tuple(first), at) or state.is_code_block(number):
        return None
    return pattern.match(state.src[at : state.eMarks[number]])


def _marks(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001 - every rule is called so
    found = _match(_MARKS, ":{[", state, start)
    if not found:
        return False
    if not silent:
        state.line = start + 1
        token = state.push("label", "", 0)
        token.map, token.content = [start, start + 1], found["name"] or found["title"] or ""
    return True


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = _match(_BOX, "[!?=", state, start)
    if not found or (silent and not found["note"]):
        return False
    if silent:
        return True
    before = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    kind = "note" if found["note"] else "box"
    token = state.push(f"{kind}_open", "", 1)
    token.map = [start, start + 1]
    state.blkIndent += 4
    if found["note"]:
        state.env.setdefault("notes", set()).add(found["note"])
        state.bMarks[start] += state.tShift[start] + found.end()
        state.tShift[start], state.sCount[start] = 0, state.blkIndent
    else:
        label = state.push("label", "", 0)
        label.map, label.content = token.map, found["title"] or found["tab"] or ""
        start += 1
    state.parentType = "blockquote"
    state.line = start
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    if found["note"]:
        state.bMarks[start], state.tShift[start], state.sCount[start], _ = before
    state.parentType = before[-1]
    state.push(f"{kind}_close", "", -1)
    return True
