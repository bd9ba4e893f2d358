"""reStructuredText, read by docutils: sections, paragraphs and lists, and in its place what stands beside them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, states

from briefing.blocks import Reading, Span
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers.readings import Run, Sheet, lines, without_markup

_SPACE = regex(r"\s")
_MARKUP = regex(
    r"\\(?:[ \t]|(\S?))|``([^`]{1,500})``"
    r"|(?::(pep|rfc):|:[\w:.+-]{1,60}:)?`([^`<]{1,500}?)(?:\s*<[^`>]{0,2000}>)?`_{0,2}"
    r"|[ ]?\[(?:\d{1,4}|#[\w.-]{0,40}|\*)\]_|(\[[\w.-]{1,40}\])_"
    r"|(?<![\w*])\*\*(?=\S)([^*]{1,500})(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?!\w)|\|(?=\S)([^|\n]{1,100})(?<=\S)\|_{0,2}|(?<=\w)_{1,2}(?!\w)"
    r"|(?:(?<=\S)(:)|(?<=\s):):[ \t]*(?=\s*\Z)"
)
_NAMED_ROLES = ("pep", "rfc")  # Roles whose name is printed before the number that they are given
_HEADER = regex(
    r"(?=(?:[^\r\n]*(?:\r\n|\r|\n)){0,20}?Title:)"
    r"(?:[A-Za-z][\w-]{0,40}:[^\r\n]*(?:\r\n|\r|\n)(?:[ \t]+\S[^\r\n]*(?:\r\n|\r|\n))*){2,60}(?=\s)"
)
_SETTINGS = {"file_insertion_enabled": False, "raw_enabled": False, "syntax_highlight": "none"}
_SETTINGS |= {
    "line_length_limit": 1_000_000_000,
    "report_level": 5,
    "halt_level": 5,
}  # Mistakes do not matter.
_BOXES = (nodes.table, nodes.figure, nodes.topic, nodes.sidebar, nodes.decoration, nodes.system_message)
_WITHOUT_PROSE = (nodes.Invisible, nodes.FixedTextElement, nodes.footnote, nodes.citation, nodes.field_list, *_BOXES)
_OPENS = regex(r"(?:[-*+•]|\.\.|\|)(?: |\Z)|\(?(?:\w{1,5}|#)[.)] |:[^:]{1,80}: ")
"""What begins an item, a box, a field: docutils starts a parser for it."""
_RULER = regex(r"([^\w\s])\1*\Z")
_MOST_BLOCKS = 40_000
"""What docutils can do in some seconds: a section costs it as much as two paragraphs, what is indented five."""
_MOST_COPIES = 1_000_000_000  # docutils copies all lines below each `::`: so many lines take some seconds
_ENUMERATOR = regex(r"[ ]*(?:[-*+•‣⁃]|\(?(?:#|\w{1,8})[.)]|\|)?(?:[ ]+|\Z)")


def read(text: str, *, name: str) -> Reading:
    """Return the reading of a reStructuredText; nothing that it includes is read.

    Code, tables, captions, notes, fields and comments stand beside the article. A header such as that of a PEP is
    metadata.
    """
    page = Sheet(text)
    header = found.end() if (found := _HEADER.match(text)) else 0
    page.add_as_is((0, header), aside="metadata")
    # What docutils takes for an end of a line, or counts as several columns, would move all that follows.
    rows = [(start, _SPACE.sub(" ", line).rstrip() if start >= header else "") for start, line in lines(text)]
    _check(name, [line for _, line in rows])
    try:
        tree = _tree("\n".join(line for _, line in rows))
    except RecursionError:
        raise SourceError(f"{name}: nested too deeply to be read") from None
    covered: dict[int, int] = {}
    for level, words, number in _blocks(tree, 0):
        span = _span(words, number, rows)
        page.add(_runs(text, span), level=level)
        covered[number] = span[0] - rows[number][0]
        covered.update(dict.fromkeys(range(number + 1, number + 1 + words.count("\n")), 0))
    for aside, span in _beside_spans(rows, covered):
        page.add_as_is(span, aside=aside)
    return page.reading()


def _check(name: str, rows: Sequence[str]) -> None:
    """Refuse what would take docutils minutes: it knows no bounds of its own."""
    if sum(row.endswith("::") for row in rows) * len(rows) > _MOST_COPIES:
        raise SourceError(f"{name}: too many blocks of code to be an article")
    count, before, indent = 0, "", 0
    for row in rows:
        words = row.lstrip()
        if words:
            count += (not before) + bool(_OPENS.match(words)) + 2 * bool(_RULER.match(words))
            count += 5 * (len(row) - len(words) > indent)
            indent = len(row) - len(words)
        before = words
    if count > _MOST_BLOCKS:
        raise SourceError(f"{name}: more than {_MOST_BLOCKS:,} items and indented blocks: too many to be an article")


def _tree(text: str) -> Any:
    """Return docutils' tree of blocks, the markup in their words left as it is: it is found where it stands."""
    settings = frontend.get_default_settings(Parser)
    vars(settings).update(_SETTINGS)
    inliner = states.Inliner()
    inliner.parse = lambda text, *_: ([nodes.Text(text)], [])
    tree = utils.new_document("", settings)
    Parser(inliner=inliner).parse(text, tree)
    return tree


def _blocks(node: Any, depth: int) -> Iterator[tuple[int | None, str, int]]:
    """Return level, words and first line, from 0, of each section's title, paragraph, term and line of verse."""
    for child in node.children:
        if isinstance(child, nodes.title):
            if isinstance(node, nodes.section):  # Its line is that of the ruler below.
                yield min(depth, 6), child.rawsource, child.line - 2
        elif isinstance(child, nodes.paragraph | nodes.line | nodes.term):
            if child.rawsource:
                yield None, child.rawsource, child.line - 1
        elif not isinstance(child, _WITHOUT_PROSE):
            yield from _blocks(child, depth + isinstance(child, nodes.section))


def _span(words: str, number: int, rows: Sequence[tuple[int, str]]) -> Span:
    """Return where words stand that begin on a line (counted from 0) and end with that or a later one."""
    first, *rest = words.split("\n")
    start, line = rows[number]
    end, last = rows[number + len(rest)]
    return start + len(line) - len(first), end + len(last)


def _runs(text: str, span: Span) -> Iterator[Run]:
    """Return the words of a paragraph without their markup."""
    for run, at in without_markup(text, span, _MARKUP):
        is_role = run in _NAMED_ROLES and text.startswith(":`", at + len(run))
        yield from ((run.upper(), at), ("", 0)) if is_role else ((run, at),)


def _beside_spans(rows: Sequence[tuple[int, str]], covered: Mapping[int, int]) -> Iterator[tuple[str, Span]]:
    """Return what stands beside the prose, in a word, and where: `covered` has the lines of the prose, from 0.

    Of each it says at which column the prose begins: what stands before is a label, such as an option of a program.
    """
    markup: Span | None = None
    for number, (start, row) in enumerate([*rows, (0, "")]):
        column = covered.get(number)
        if column is None and any(map(str.isalnum, row)):
            markup = (markup or (start,))[0], start + len(row)
            continue
        if markup:
            yield "markup", markup
            markup = None
        mark = _ENUMERATOR.match(row[:column])
        begin = mark.end() if mark else 0
        if any(map(str.isalnum, row[begin:column])):
            yield "label", (start + begin, start + (column or 0))
