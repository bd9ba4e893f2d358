"""What was understood of an article's structure: its headings as a tree, and what stands under each."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.document import Boilerplate, Document, Section
from briefing.segment import count_words
from briefing.terminal import sanitize

SCHEMA = "briefing-outline/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

_OPENING = "(before the first heading)"


class _Row(NamedTuple):
    level: str
    line: str
    sentences: str
    words: str
    heading: str


def render_text(document: Document, *, boilerplate: bool = False) -> str:
    """Give a table: level, line, sentences, words and the heading, indented by its level.

    With `boilerplate`, what was left out of the article stands in its place, its kind in brackets.
    """
    rows = sorted(_rows(document, boilerplate=boilerplate), key=lambda row: int(row.line))
    table = [_Row("LEVEL", "LINE", "SENTENCES", "WORDS", "HEADING"), *rows]
    widths = [max(map(len, column)) for column in list(zip(*table, strict=True))[:-1]]
    lines = [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=True)), row.heading])
        for row in table
    ]
    title = [sanitize(document.title), ""] if document.title else []
    return "\n".join([*title, *lines]) + "\n"


def render_json(document: Document, *, boilerplate: bool = False) -> str:
    """Give one line of JSON: the sections in order and, with `boilerplate`, what was left out of the article."""
    outline: dict[str, Any] = {
        "schema": SCHEMA,
        "name": document.name,
        "title": document.title,
        "language": document.language,
        "sections": [_section(section) for section in document.sections],
    }
    if boilerplate:
        outline["boilerplate"] = [
            {"text": item.text, "kind": item.kind, "line": item.line} for item in document.boilerplate
        ]
    return json.dumps(outline) + "\n"


def _rows(document: Document, *, boilerplate: bool) -> Iterator[_Row]:
    topmost = min((heading.level for heading in document.headings), default=1)
    for section in document.sections:
        facts = _section(section)
        depth = (facts["level"] or topmost) - topmost
        heading = "  " * depth + sanitize(facts["heading"]) if section.heading else _OPENING
        yield _Row(
            level=str(facts["level"] or "-"),
            line=str(facts["line"]),
            sentences=str(facts["sentences"]),
            words=str(facts["words"]),
            heading=heading,
        )
    if boilerplate:
        yield from map(_boilerplate_row, document.boilerplate)


def _boilerplate_row(item: Boilerplate) -> _Row:
    return _Row("-", str(item.line), "-", str(count_words(item.text)), f"[{item.kind}] {sanitize(item.text)}")


def _section(section: Section) -> dict[str, Any]:
    sentences = list(section.sentences)
    heading = section.heading
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": heading.line if heading else sentences[0].line,
        "sentences": len(sentences),
        "words": sum(count_words(sentence.text) for sentence in sentences),
    }
