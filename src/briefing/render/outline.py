"""What was understood of an article's structure: its headings as a tree, and what stands under each."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from briefing.document import Document, Section
from briefing.render.text import heading_line
from briefing.segment import count_words
from briefing.terminal import sanitize, wrap

SCHEMA = "briefing-outline/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

_LEAST = 20
"""Columns that a heading has on the narrowest terminal."""
_OPENING = "(before the first heading)"


class _Row(NamedTuple):
    level: str
    line: str
    sentences: str
    words: str
    heading: str


def render_text(document: Document, *, boilerplate: bool = False, width: int | None = None) -> str:
    """Return a table: level, line, sentences, words and the heading, indented by its level.

    Headings are folded to lines of at most `width` columns, or not at all. With `boilerplate`, what was left out of
    the article stands in its place, its kind in brackets, and the account of all words ends it.
    """
    placed = list(_section_rows(document))
    if boilerplate:
        for item in document.boilerplate:
            words = str(count_words(item.text))
            placed.append((item.start, _Row("-", str(item.line), "-", words, f"[{item.kind}] {sanitize(item.text)}")))
        placed.sort()
    table = [_Row("LEVEL", "LINE", "SENTENCES", "WORDS", "HEADING"), *(row for _, row in placed)]
    widths = [max(map(len, column)) for column in list(zip(*table, strict=True))[:-1]]
    lines = [line for row in table for line in _folded(row, widths, width)]
    title = [heading_line(document.title), ""] if document.title else []
    kind = [f"kind of text: {document.kind}", ""] if boilerplate else []
    sums = ["", _sums(account(document))] if boilerplate else []
    return "\n".join([*title, *kind, *lines, *sums]) + "\n"


def _folded(row: _Row, widths: list[int], width: int | None) -> Iterator[str]:
    """Yield the lines of a row: those after the first stand under its heading."""
    cells = "  ".join([*(cell.rjust(wide) for cell, wide in zip(row[:-1], widths, strict=True)), ""])
    words = row.heading.lstrip()
    indent = " " * (len(row.heading) - len(words))
    lines = wrap(words, max(_LEAST, width - len(cells) - len(indent))) if width else [words]
    yield from (f"{start}{indent}{line}" for start, line in zip_longest([cells], lines, fillvalue=" " * len(cells)))


def render_json(document: Document, *, boilerplate: bool = False) -> str:
    """Return one line of JSON: the sections in order and, with `boilerplate`, what was left out of the article."""
    outline: dict[str, Any] = {
        "schema": SCHEMA,
        "name": document.name,
        "title": document.title,
        "language": document.language,
        "kind": document.kind,
        "sections": [_section(section) for section in document.sections],
        "account": account(document),
    }
    if boilerplate:
        outline["boilerplate"] = [
            {"text": item.text, "kind": item.kind, "line": item.line} for item in document.boilerplate
        ]
    return json.dumps(outline) + "\n"


def account(document: Document) -> dict[str, int]:
    """Return how many words became what: 'title', 'heading', 'sentence', then each kind of what was left out.

    Whatever was read is in one of them: nothing is dropped in silence.
    """
    words: Counter[str] = Counter()
    for kind, items in (("title", document.titles), ("heading", document.headings), ("sentence", document.sentences)):
        words[kind] = sum(count_words(item.text) for item in items)
    for item in document.boilerplate:
        words[item.kind] += count_words(item.text)
    return dict(words)


def _sums(words: dict[str, int]) -> str:
    parts = ", ".join(f"{kind} {count:,}" for kind, count in words.items())
    return f"{sum(words.values()):,} words: {parts}"


def _section_rows(document: Document) -> Iterator[tuple[int, _Row]]:
    topmost = min((heading.level for heading in document.headings), default=1)
    for section in document.sections:
        facts = _section(section)
        depth = (facts["level"] or topmost) - topmost
        heading = "  " * depth + sanitize(facts["heading"]) if section.heading else _OPENING
        first = section.heading or next(section.sentences)
        counts = str(facts["sentences"]), str(facts["words"])
        yield first.start, _Row(str(facts["level"] or "-"), str(facts["line"]), *counts, heading)


def _section(section: Section) -> dict[str, Any]:
    sentences = list(section.sentences)
    heading = section.heading
    first = heading or sentences[0]
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": first.line,
        **({"page": first.page} if first.page else {}),
        "sentences": len(sentences),
        "words": sum(count_words(sentence.text) for sentence in sentences),
    }
