"""Methods side by side: their picks, how far they agree, and the sections they cover."""

import json
from collections.abc import Iterator
from itertools import combinations, zip_longest
from string import ascii_lowercase

from briefing.inspection import Comparison
from briefing.terminal import sanitize, wrap

SCHEMA = "briefing-comparison/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

_PICKED = "by"
_LEAST = 20
"""Columns that a sentence has on the narrowest terminal."""


def render_text(comparison: Comparison, *, width: int | None = None) -> str:
    """Return a row for each sentence that any method picks, a letter a method, what the letters are, how they agree.

    Sentences are folded to lines of at most `width` columns, or not at all.
    """
    letters = dict(zip(comparison.picks, ascii_lowercase, strict=False))
    blocks = (_sentences(comparison, letters, width), _methods(comparison, letters), _agreement(comparison, letters))
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def render_json(comparison: Comparison) -> str:
    """Return one line of JSON: the document's name, and each method's picks, sections covered and overlaps."""
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
    """Yield what each letter stands for, and how many sentences it picks."""
    sections = len(comparison.document.sections)
    longest = max(map(len, letters), default=0)
    for method, letter in letters.items():
        yield (
            f"{letter}  {method.ljust(longest)}  {_many(len(comparison.picks[method]), 'sentence')} "
            f"from {comparison.covered(method)} of {_many(sections, 'section')}"
        )


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


def _sentences(comparison: Comparison, letters: dict[str, str], width: int | None) -> Iterator[str]:
    picked = sorted({index for picks in comparison.picks.values() for index in picks})
    head = comparison.document.place_name
    digits = max(len(head), *(len(sentence.place) for sentence in comparison.document.sentences), 1)
    across = max(len(letters), len(_PICKED))
    if picked:
        yield f"{head:>{digits}}  {_PICKED:{across}}  sentence"
    for index in picked:
        sentence = comparison.document.sentences[index]
        marks = "".join(letter if index in comparison.picks[method] else "." for method, letter in letters.items())
        place, text = f"{sentence.place:>{digits}}  {marks:{across}}  ", sanitize(sentence.text)
        lines = wrap(text, max(_LEAST, width - len(place))) if width else [text]
        yield from (f"{start}{line}" for start, line in zip_longest([place], lines, fillvalue=" " * len(place)))


def _agreement(comparison: Comparison, letters: dict[str, str]) -> list[str]:
    """Return a line that says how far two methods agree, on average and at best; none for a single method."""
    pairs = {
        f"{one} and {other}": comparison.overlap(first, second)
        for (first, one), (second, other) in combinations(letters.items(), 2)
    }
    if not pairs:
        return []
    mean = sum(pairs.values()) / len(pairs)
    nearest = max(pairs, key=lambda pair: pairs[pair])
    return [
        f"Of what either of two picks, both pick {mean:.0%} on average; most alike: {nearest} ({pairs[nearest]:.0%})."
    ]
