"""What was understood of an article's structure: its headings as a tree, and what stands under each."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.document import Document, Section
from briefing.render.json import json_line
from briefing.render.text import columns, heading_line
from briefing.segment import count_words
from briefing.terminal import sanitize

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
    title = [heading_line(document.title), ""] if document.title else []
    kind = [f"kind of text: {document.kind}", ""] if boilerplate else []
    counted = account(document)
    parts = ", ".join(f"{kind} {count:,}" for kind, count in counted.items())
    sums = ["", f"{sum(counted.values()):,} words: {parts}"] if boilerplate else []
    return "\n".join([*title, *kind, *columns(table, width=width), *sums]) + "\n"


def render_json(document: Document, *, boilerplate: bool = False) -> str:
    """Return one line of JSON: the sections in order and, with `boilerplate`, what was left out of the article."""
    aside = [{"text": item.text, "kind": item.kind, "line": item.line} for item in document.boilerplate]
    return json_line(
        "briefing-outline/1",
        name=document.name,
        title=document.title,
        language=document.language,
        kind=document.kind,
        sections=[_section(section) for section in document.sections],
        account=account(document),
        **({"boilerplate": aside} if boilerplate else {}),
    )


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
