"""The parser of Markdown: CommonMark with tables, and what is written besides in notes, sites and manuals.

A text comes in; its blocks go out as markdown-it's tokens. Those of our own are `note_open` and `note_close` around
a footnote, `label` for the title of a box, `marks` for a line without words, and `table` for all rows of a table. A
paragraph is read by itself: its words go out, each with its place in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt, helpers, rules_block
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefing.patterns import regex
from briefing.readers.readings import Run

Rule = Callable[[StateBlock, int, int, bool], bool]

_DEEPEST = 60
"""Levels of lists and quotes, of which a list in a list is two: what lies deeper is shown with its marks."""
_BOX = regex(
    r"\[\^(?P<note>[^\]\[\s]{1,100})\]:[ \t]*|(?:!!!|\?\?\?\+?)[ \t]*[a-z-]{2,20}(?: [a-z-]{1,20}){0,3}"
    r"(?:[ \t]+\"(?P<title>[^\"\n]{0,300})\")?[ \t]*\Z|===[!+]?[ \t]+\"(?P<tab>[^\"\n]{1,300})\"[ \t]*\Z"
)
"""What begins a footnote, a box or a tab; what is indented by four below belongs to it."""
_MARKS = regex(
    r"(?::{3,}(?:[ \t]*(?:\{[^{}\n]{0,300}\}|[\w-]{1,40}(?:\[(?P<name>[^\]\n]{1,300})\])?))?(?P<title>[^\n{]{0,300})"
    r"|\{:[^{}\n]{0,300}\}[ \t]*|\[{1,2}_{0,2}TOC_{0,2}\]{1,2}[ \t]*)\Z",
    re.IGNORECASE,
)
"""A line that opens or closes a box, gives attributes, or stands for the table of contents."""
_PARAGRAPH: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_MOST_MARKS = 3_000
"""Of so many in one paragraph none is read, but shown: no author sets them, and each takes half a kilobyte."""
_CHARACTERS_A_MARK, _FEW_MARKS = 10, 20_000
"""Where a whole text has more marks than one to so many characters, the rest is shown; a few are always read."""
_MARK = regex(r"[*_`~<&\\!\[]")
_ENDS_TEXT = regex(r"[*_`~<&\\!\[\]{%]")
_MARKS_LEFT = "marks left"  # What an environment calls the number of marks that may still be read
_HIDDEN = regex(
    r"\[\^(?P<note>[^\]\[\s]{1,100})\]"  # A footnote's mark.
    r"|!\[\[[^\]\[\n]{1,300}\]\]"  # A picture of a wiki, and a page of it.
    r"|\[\[(?:[^\]\[\n|]{1,300}\|)?(?P<page>[^\]\[\n|]{1,300})\]\](?![(\[])"
    # What a program that builds sites fills in.
    r"|\{\{[<%][^\n{}]{0,500}[>%]\}\}|\{%[^\n{}]{0,500}%\}|<%[^\n%]{0,500}%>"
    r"|(?<=[)\]`])\{(?:[.#:][\w-]|[\w-]{1,40}=)[^{}\n]{0,200}\}"  # Attributes of what stands before.
    r"|\{[a-z][\w:.+-]{0,40}\}`(?P<role>[^`<\n]{1,300}?)(?:\s*<[^`>\n]{0,300}>)?`"  # A role, as in MyST.
    r"|%%[^%\n]{1,500}%%"  # A comment.
)
_FILLED_IN = regex(r"[^\s()<>{}]{0,200}(?:\{[{%][^{}\n]{0,300}[%}]\}[^\s()<>{}]{0,200})+")
"""An address that a program fills in, in part or whole."""
_WORDS = frozenset({"text", "text_special", "code_inline"})
_LINE_BREAK = regex(r"<br\b", re.IGNORECASE)


@cache
def parser() -> MarkdownIt:
    """Return the parser; what is inside paragraphs it leaves to `runs`."""
    made = MarkdownIt("zero")
    made.inline = PlacedInline()
    made.configure("commonmark", {"maxNesting": _DEEPEST + 10, "strikethrough_single_tilde": True})
    made.enable(["table", "strikethrough"])
    made.disable(["inline", "text_join", "fragments_join", "newline"])
    made.inline.ruler.before("link", "hidden", hidden)
    made.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    made.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - nobody follows it
    # Typed as the module that it is unless replaced.
    ours = {"parseLinkLabel": label_end, "parseLinkDestination": destination}
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
    if found and not silent:
        state.line = start + 1
        token = state.push("label", "", 0)
        token.map, token.content = [start, start + 1], found["name"] or found["title"] or ""
    return found is not None


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = _match(_BOX, "[!?=", state, start)
    if silent or not found:
        return bool(found and found["note"])
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


def environment(text: str) -> dict[str, Any]:
    """Return what the parser is to know of a text, all of whose paragraphs share it."""
    return {_MARKS_LEFT: max(_FEW_MARKS, len(text) // _CHARACTERS_A_MARK)}


def runs(content: str, env: MutableMapping[str, Any]) -> list[Run]:
    """Return the words of a paragraph, each run with its offset; '' stands where a line is broken."""
    if not _ENDS_TEXT.search(content):
        return [(content, 0)]
    count = sum(1 for _ in _MARK.finditer(content))
    if count > _MOST_MARKS or count > env[_MARKS_LEFT]:
        return [(content, 0)]
    env[_MARKS_LEFT] -= count
    return list(_runs(_inline(content, env)))


def is_links(content: str, env: MutableMapping[str, Any]) -> bool:
    """Return whether a paragraph is two links or more, and not a word besides."""
    if content.count("](") + content.count("][") < 2 or len(content) > 2_000:
        return False
    count = depth = 0
    for token in _inline(content, env):
        count += token.type == "link_open"
        depth += token.nesting if token.type.startswith("link_") else 0
        if not depth and token.type in _WORDS and any(sign.isalnum() for sign in token.content):
            return False
    return count > 1


def _inline(content: str, env: MutableMapping[str, Any]) -> list[Token]:
    return parser().inline.parse(content, parser(), env, [])


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    for token in tokens:
        if token.type in _WORDS and token.content:
            # An entity may stand for the end of a line, which has to stay where the source has it.
            yield "" if token.type == "text_special" and token.content.isspace() else token.content, token.meta["at"]
        elif token.type == "hardbreak" or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
            yield "", token.meta["at"]


class PlacedInline(ParserInline):
    """markdown-it's parser of what is inside paragraphs, whose tokens know where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.terminator_re = _ENDS_TEXT

    def tokenize(self, state: StateInline) -> None:
        """Make the tokens of a text, as the original does, and note in each where its content begins."""
        rules = self.ruler.getRules("")
        end = state.posMax
        while state.pos < end:
            start, count, waiting = state.pos, len(state.tokens), len(state.pending)
            if state.level >= state.md.options.maxNesting or not any(rule(state, False) for rule in rules):
                state.append_pending(state.src[state.pos])
                state.pos += 1
            if len(state.tokens) > count:
                _place(state.tokens[count:], start, state.pos, waiting)
        if waiting := len(state.pending):
            state.pushPending().meta["at"] = end - waiting


def _place(tokens: list[Token], start: int, stop: int, waiting: int) -> None:
    """Note where new tokens stand: of what a rule read from `start` to `stop`, and of so many characters before."""
    at = start - waiting
    for token in tokens:
        if "at" not in token.meta:
            token.meta["at"] = at
            if token.type == "code_inline":  # It has as many marks, and spaces to be left out, on either side.
                token.meta["at"] += (stop - start - len(token.content)) // 2
            elif token.info == "escape":
                token.meta["at"] += len(token.markup) - len(token.content)
            at += len(token.content) + (token.type == "link_open" and token.info == "auto")
        if waiting:
            at, waiting = start, 0


def hidden(state: StateInline, silent: bool) -> bool:
    """Read the marks that CommonMark does not know: notes, pages of a wiki, templates, attributes, comments."""
    found = _HIDDEN.match(state.src, state.pos, state.posMax)
    if not found or (found["note"] and found["note"] not in state.env.get("notes", ())):
        return False
    if not silent:
        shown = found["page"] or found["role"]
        token = state.push("text" if shown else "hidden", "", 0)
        if shown:
            token.content, token.meta["at"] = shown, found.start("page" if found["page"] else "role")
    state.pos = found.end()
    return True


def label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Return where the label of a link ends, or -1; markdown-it looks for it at length even if nothing closes."""
    is_open = start >= _last_bracket(state.src)
    return -1 if is_open else helpers.parseLinkLabel(state, start, disable_nested)


def destination(text: str, start: int, stop: int) -> Any:
    """Return the address of a link as markdown-it does, or one that is filled in later."""
    if found := _FILLED_IN.match(text, start, stop):
        return SimpleNamespace(ok=True, pos=found.end(), str=found[0])
    return helpers.parseLinkDestination(text, start, stop)


@lru_cache(maxsize=1)
def _last_bracket(text: str) -> int:
    return text.rfind("]")
