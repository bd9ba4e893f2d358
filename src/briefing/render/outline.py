"""What was understood of an article's structure: its headings as a tree, and what stands under each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.document import Boilerplate, Document, Heading, Section, Sentence
from briefing.render.json import fields, json_line
from briefing.render.text import aligned, heading_line, hung
from briefing.segment import count_words
from briefing.terminal import sanitize, wrap

_OPENING = "(before the first heading)"
_NONE = "-"


def render_text(document: Document, *, boilerplate: bool = False, width: int | None = None, more: str = "…") -> str:
    """Return a table: level, place, sentences, words and the heading, indented by its level, folded to a width.

    With `boilerplate` what was left out stands in its place, behind its kind, and an account of all words ends it.
    """
    title = [heading_line(document.title), ""] if document.title else []
    if not boilerplate:
        return "\n".join([*title, *_table(document, (), width, more)]) + "\n"
    counted = account(document)
    parts = ", ".join(f"{kind} {count:,}" for kind, count in counted.items() if count)
    sums = wrap(f"{sum(counted.values()):,} words: {parts}", width)
    lines = [f"kind of text: {document.kind}", "", *_table(document, document.boilerplate, width, more), "", *sums]
    return "\n".join([*title, *lines]) + "\n"


def _table(document: Document, asides: Sequence[Boilerplate], width: int | None, more: str) -> Iterator[str]:
    topmost = min((heading.level for heading in document.headings), default=1)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for section in document.sections:
        facts = _section(section)
        place = str(facts.get("page") or facts["line"])
        indent = "  " * ((facts["level"] or topmost) - topmost)
        heading = indent + sanitize(facts["heading"]) if section.heading else _OPENING
        counts = str(facts["sentences"]), str(facts["words"])
        rows.append((_first(section).start, (str(facts["level"] or _NONE), place, *counts, heading)))
    is_paged = any(_first(section).page for section in document.sections)
    for item in asides:
        place = _NONE if is_paged else str(item.line)
        told = f"[{item.kind}] {sanitize(item.text)}"
        rows.append((item.start, (_NONE, place, _NONE, str(count_words(item.text)), told)))
    head = ("level", "page" if is_paged else document.unit, "sentences", "words", "heading")
    table = [head, *(row for _, row in sorted(rows))]
    for start, row in zip(aligned(table), table, strict=True):
        yield from hung(start, row[-1], width, more if row[2] == _NONE else "")


def render_json(document: Document, *, boilerplate: bool = False) -> str:
    """Return one line of JSON: the sections in order and, with `boilerplate`, what was left out of the article."""
    aside = [{"text": item.text, "kind": item.kind, "line": item.line} for item in document.boilerplate]
    return json_line(
        "briefing-outline/1",
        **fields(document, "name", "title", "language", "kind"),
        sections=[_section(section) for section in document.sections],
        account=account(document),
        **({"status": document.status} if document.status else {}),
        **({"boilerplate": aside} if boilerplate else {}),
    )


def account(document: Document) -> dict[str, int]:
    """Return how many words became title, heading, sentence, or each kind of what was left out: none is dropped."""
    words: Counter[str] = Counter()
    for kind, items in (("title", document.titles), ("heading", document.headings), ("sentence", document.sentences)):
        words[kind] = sum(count_words(item.text) for item in items)
    for item in document.boilerplate:
        words[item.kind] += count_words(item.text)
    return dict(words)


def _first(section: Section) -> Heading | Sentence:
    """Return what a section opens with."""
    return section.heading or next(section.sentences)


def _section(section: Section) -> dict[str, Any]:
    sentences = list(section.sentences)
    heading, first = section.heading, _first(section)
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": first.line,
        **({"page": first.page} if first.page else {}),
        "sentences": len(sentences),
        "words": sum(count_words(sentence.text) for sentence in sentences),
    }
