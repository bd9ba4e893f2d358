"""The marks inside a paragraph of Markdown: a paragraph comes in, its words go out, each with its place in it."""

import re
from collections.abc import Iterable, Iterator, MutableMapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt, helpers
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefing.readers.prose import Run

_MOST_MARKS = 3_000
"""Of so many in one paragraph none is read, but shown: no author sets them, and each takes half a kilobyte."""
_CHARACTERS_A_MARK, _FEW_MARKS = 10, 20_000
"""Where a whole text has more marks than one to so many characters, the rest is shown; a few are always read."""
_MARK = re.compile(r"[*_`~<&\\!\[]")
_ENDS_TEXT = re.compile(r"[*_`~<&\\!\[\]{%]")
MARKS_LEFT = "marks left"
"""What an environment calls the number of marks that may still be read."""
_HIDDEN = re.compile(
    r"\[\^(?P<note>[^\]\[\s]{1,100})\]"  # A footnote's mark.
    r"|!\[\[[^\]\[\n]{1,300}\]\]"  # A picture of a wiki, and a page of it.
    r"|\[\[(?:[^\]\[\n|]{1,300}\|)?(?P<page>[^\]\[\n|]{1,300})\]\](?![(\[])"
    r"|\{\{[<%][^\n{}]{0,500}[>%]\}\}|\{%[^\n{}]{0,500}%\}"  # What a program that builds sites fills in.
    r"|(?<=[)\]`])\{(?:[.#:][\w-]|[\w-]{1,40}=)[^{}\n]{0,200}\}"  # Attributes of what stands before.
    r"|\{[a-z][\w:.+-]{0,40}\}`(?P<role>[^`<\n]{1,300}?)(?:\s*<[^`>\n]{0,300}>)?`"  # A role, as in MyST.
    r"|%%[^%\n]{1,500}%%"  # A comment.
)
_FILLED_IN = re.compile(r"[^\s()<>{}]{0,200}(?:\{[{%][^{}\n]{0,300}[%}]\}[^\s()<>{}]{0,200})+")
"""An address that a program fills in, in part or whole."""
_WORDS = frozenset({"text", "text_special", "code_inline"})
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def environment(text: str) -> dict[str, Any]:
    """Return what the parser is to know of a text, all of whose paragraphs share it."""
    return {MARKS_LEFT: max(_FEW_MARKS, len(text) // _CHARACTERS_A_MARK)}


def runs(parser: MarkdownIt, content: str, env: MutableMapping[str, Any]) -> list[Run]:
    """Return the words of a paragraph, each run with its offset; '' stands where a line is broken."""
    if not _ENDS_TEXT.search(content):
        return [(content, 0)]
    count = sum(1 for _ in _MARK.finditer(content))
    if count > _MOST_MARKS or count > env[MARKS_LEFT]:
        return [(content, 0)]
    env[MARKS_LEFT] -= count
    return list(_runs(parser.inline.parse(content, parser, env, [])))


def is_links(parser: MarkdownIt, content: str, env: MutableMapping[str, Any]) -> bool:
    """Return whether a paragraph is two links or more, and not a word besides."""
    if content.count("](") + content.count("][") < 2 or len(content) > 2_000:
        return False
    count = depth = 0
    for token in parser.inline.parse(content, parser, env, []):
        count += token.type == "link_open"
        depth += token.nesting if token.type.startswith("link_") else 0
        if not depth and token.type in _WORDS and any(sign.isalnum() for sign in token.content):
            return False
    return count > 1


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
    found = _FILLED_IN.match(text, start, stop)
    return (
        SimpleNamespace(ok=True, pos=found.end(), str=found[0])
        if found
        else helpers.parseLinkDestination(text, start, stop)
    )


@lru_cache(maxsize=1)
def _last_bracket(text: str) -> int:
    return text.rfind("]")
