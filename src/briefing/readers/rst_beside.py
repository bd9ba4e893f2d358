"""What stands beside the prose in reStructuredText: its lines come in, and which are prose."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.blocks import Span

Row = tuple[int, str]
"""Where a line starts, and what it says."""

_EXPLICIT = re.compile(
    r"\.\.(?:[ ]+(?:(?P<note>\[[^\]\n]{1,100}\])|(?P<target>_)|\|[^|\n]{1,200}\|[ ]+(?P<substitute>[\w:.+-]+)::"
    r"|(?P<name>[\w:.+-]{1,60})::)|(?P<comment>[ ]|\Z))"
)
_FIELD = re.compile(r":(?=\S)[^:\n]{1,200}:(?:[ ]|\Z)")
_TABLE_BORDER = re.compile(r"=+(?: +=+)+\Z|\+[-=+]+\+\Z")
_MARK = re.compile(r"([^\w\s])\1+\Z|__[ ]+\S|\.\.\Z")
"""A ruler, or the target of a link that has no name."""
_ENUMERATOR = re.compile(r"[ ]*(?:[-*+•‣⁃]|\(?(?:#|\w{1,8})[.)]|\|)?(?:[ ]+|\Z)")
_KINDS = {
    "code": {"code", "code-block", "sourcecode", "parsed-literal", "literalinclude", "doctest", "testcode", "prompt"},
    "caption": {"image", "figure"},
    "formula": {"math"},
    "table": {"table", "csv-table", "list-table"},
    "contents": {"contents", "toctree", "sectnum"},
    "": {"include", "raw", "highlight", "role", "default-role", "index", "meta", "currentmodule", "module"},
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}
_WITHOUT_ARGUMENT = frozenset({"code", "caption", "contents", ""})
"""Kinds whose directive is followed by what nobody sees: a language, the name of a file."""


def spans(rows: Sequence[Row], covered: Mapping[int, int]) -> Iterator[tuple[str, Span]]:
    """Return what stands beside the prose, in a word, and where: `covered` has the lines of the prose, from 0.

    Of each it says at which column the prose begins: what stands before is a label, such as an option of a program.
    """
    last, kind, begin, end = -1, "", 0, 0
    for number, found, (start, stop) in _lines(rows, covered):
        if found != kind or number > last + 1:
            if kind:
                yield kind, (begin, end)
            kind, begin = found, start
        last, end = number, stop
    if kind:
        yield kind, (begin, end)


def _lines(rows: Sequence[Row], covered: Mapping[int, int]) -> Iterator[tuple[int, str, Span]]:
    """Return each line beside the prose, or the part of it: its number, what it is, where it stands."""
    inside: str | None = None
    indent, in_options, in_table = -1, False, False
    for number, (start, row) in enumerate(rows):
        words = row.lstrip()
        column = len(row) - len(words)
        opens = _EXPLICIT.match(words)
        kind, begin = "", column
        if words and column <= indent:
            inside, indent = None, -1
        if not words or number in covered:
            in_options, in_table = False, in_table and not words
            kind, begin = "label", _before_label(row, covered.get(number, 0))
            row = row[: covered.get(number, 0)]
        elif opens:
            inside, indent, in_options = _kind(opens), column, bool(opens["name"])
            kind, begin = "" if inside in _WITHOUT_ARGUMENT else inside, column + opens.end()
        elif inside is not None:
            in_options = in_options and bool(_FIELD.match(words))
            kind = "" if in_options else inside
        elif _TABLE_BORDER.match(words):
            in_table = True
        else:
            kind = _beside(words, in_table=in_table)
        if kind and begin < len(row):
            yield number, kind, (start + begin, start + len(row))


def _before_label(row: str, column: int) -> int:
    """Return where the words begin that stand before prose on its line, but for what marks an item or a box."""
    if _EXPLICIT.match(row.lstrip()):
        return column
    mark = _ENUMERATOR.match(row)
    return mark.end() if mark else 0


def _kind(opens: re.Match[str]) -> str:
    if opens["note"]:
        return "note"
    return _KIND_OF.get(opens["name"], opens["name"]) if opens["name"] else ""


def _beside(words: str, *, in_table: bool) -> str:
    if _MARK.match(words):
        return ""
    if in_table or words.startswith("|"):
        return "table"
    return "metadata" if _FIELD.match(words) else "code"
