"""Jupyter notebooks, read as the Markdown of their text cells, with code and results as blocks of code between.

The document's text, where offsets and lines point, is that Markdown.
"""

import json
from collections.abc import Iterator
from typing import Any

from briefing.blocks import Reading
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers import commonmark

_FENCE = regex(r"`{3,}")


def read(text: str, *, name: str) -> Reading:
    """Return the reading of a notebook's cells, an empty line between them."""
    try:
        notebook = json.loads(text)
        cells = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
        markdown = "\n\n".join(part for cell in cells for part in _parts(cell))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise SourceError(f"{name}: no notebook that can be read; save it again in its editor") from None
    return commonmark.read(markdown, name=name)


def _parts(cell: Any) -> Iterator[str]:
    """Return what a cell says, and what came of it, as Markdown."""
    words = _joined(cell["source"] if "source" in cell else cell["input"])
    if cell["cell_type"] == "markdown":
        yield words
    elif cell["cell_type"] == "heading":
        yield f"{'#' * int(cell['level'])} {words}"
    elif words.strip():
        yield _as_code(words)
    for output in cell.get("outputs", ()):
        shown = output.get("text") or output.get("data", {}).get("text/plain", "")
        if _joined(shown).strip():
            yield _as_code(_joined(shown))


def _joined(lines: str | list[str]) -> str:
    return lines if isinstance(lines, str) else "".join(lines)


def _as_code(words: str) -> str:
    """Return a block of code that holds the words, whatever they are."""
    fence = "`" * max((len(found) + 1 for found in _FENCE.findall(words)), default=3)
    return f"{fence}\n{words.rstrip()}\n{fence}"
