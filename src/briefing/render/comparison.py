"""Methods side by side: their picks, how far they agree, and the sections they cover."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from string import ascii_lowercase

from briefing.inspection import Comparison
from briefing.terminal import sanitize, wrap

SCHEMA = "briefing-comparison/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

_LEAST = 20
"""Columns that a sentence has on the narrowest terminal."""


def render_text(comparison: Comparison, *, width: int | None = None) -> str:
    """Give tables: a letter a method, a row a sentence that any of them picks, then their overlaps.

    Sentences are folded to lines of at most `width` columns, or not at all.
    """
    letters = dict(zip(comparison.picks, ascii_lowercase, strict=False))
    blocks = (_methods(comparison, letters), _sentences(comparison, letters, width), _overlaps(comparison, letters))
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks) + "\n"


def render_json(comparison: Comparison) -> str:
    """Give one line of JSON: the document's name, and each method's picks, sections covered and overlaps."""
    methods = {
        method: {
            "picks": list(picks),
            "lines": [comparison.document.sentences[index].line for index in picks],
            "sections": comparison.covered(method),
            "overlap": {other: round(comparison.overlap(method, other), 6) for other in comparison.picks},
        }
        for method, picks in comparison.picks.items()
    }
    return json.dumps({"schema": SCHEMA, "name": comparison.document.name, "methods": methods}) + "\n"


def _methods(comparison: Comparison, letters: dict[str, str]) -> Iterator[str]:
    sections = len(comparison.document.sections)
    longest = max(map(len, letters), default=0)
    for method, letter in letters.items():
        yield (
            f"{letter}  {method.ljust(longest)}  {len(comparison.picks[method])} sentences "
            f"from {comparison.covered(method)} of {sections} sections"
        )


def _sentences(comparison: Comparison, letters: dict[str, str], width: int | None) -> Iterator[str]:
    picked = sorted({index for picks in comparison.picks.values() for index in picks})
    digits = max((len(str(sentence.line)) for sentence in comparison.document.sentences), default=1)
    for index in picked:
        sentence = comparison.document.sentences[index]
        marks = "".join(letter if index in comparison.picks[method] else "." for method, letter in letters.items())
        place, text = f"{sentence.line:>{digits}}  {marks}  ", sanitize(sentence.text)
        lines = wrap(text, max(_LEAST, width - len(place))) if width else [text]
        yield from (f"{start}{line}" for start, line in zip_longest([place], lines, fillvalue=" " * len(place)))


def _overlaps(comparison: Comparison, letters: dict[str, str]) -> Iterator[str]:
    yield "Of the sentences that either of two picks, the share that both pick:"
    yield "   " + "".join(f"{letter:>4} " for letter in letters.values())
    for method, letter in letters.items():
        yield f"{letter}  " + " ".join(f"{comparison.overlap(method, other):4.2f}" for other in letters)
