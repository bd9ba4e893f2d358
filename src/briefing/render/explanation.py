"""Each sentence with its score, what made it, and what became of it."""

import json
from collections.abc import Iterator

from briefing.explanation import Explanation
from briefing.terminal import cells, sanitize

SCHEMA = "briefing-explanation/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

FORMATS = ("table", "text", "json")
"""The names of the formats: aligned columns, tab-separated values, JSON."""

_NAME = 5
"""Characters of a column's name that are always shown."""
_LEAST = 3
"""Columns that a sentence has on the narrowest terminal."""


def render(explanation: Explanation, format: str, *, width: int = 80) -> str:
    """Give a row a sentence in the named format; a table cuts what does not fit in so many columns."""
    match format:
        case "json":
            return _json(explanation)
        case "text":
            return "".join("\t".join(row) + "\n" for row in _rows(explanation))
        case _:
            return _table(list(_rows(explanation)), width)


def _rows(explanation: Explanation) -> Iterator[list[str]]:
    scores = explanation.scores
    yield ["line", "rank", "score", *scores.factors, "redundancy", "verdict", "sentence"]
    for sentence in explanation.document.sentences:
        index = sentence.index
        yield [
            str(sentence.line),
            str(scores.ranks[index]),
            f"{scores.values[index]:.3f}",
            *(f"{values[index]:.3f}" for values in scores.factors.values()),
            f"{explanation.decisions[index].redundancy:.3f}",
            explanation.verdict(index),
            sanitize(sentence.text),
        ]


def _table(rows: list[list[str]], width: int) -> str:
    # The names of the factors are cut to the width of their numbers: the sentence needs the room.
    columns = list(zip(*rows, strict=True))[:-1]
    widths = [max(len(column[0][:_NAME]), *map(len, column[1:]), 1) for column in columns]
    widths[-1] = max(map(len, columns[-1]))
    left = max(_LEAST, width - sum(widths) - 2 * len(widths))
    lines = [
        "  ".join(
            [*(cell[:size].rjust(size) for cell, size in zip(row[:-1], widths, strict=True)), _cut(row[-1], left)]
        )
        for row in rows
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cut(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    shown = ""
    for character in text:
        if cells(shown) + cells(character) > width - 1:
            break
        shown += character
    return f"{shown}…"


def _json(explanation: Explanation) -> str:
    scores = explanation.scores
    sentences = [
        {
            "text": sentence.text,
            "line": sentence.line,
            "rank": scores.ranks[sentence.index],
            "score": round(scores.values[sentence.index], 6),
            "factors": {name: round(values[sentence.index], 6) for name, values in scores.factors.items()},
            "redundancy": round(decision.redundancy, 6),
            "chosen": decision.place,
            "verdict": explanation.verdict(sentence.index),
        }
        for sentence, decision in zip(explanation.document.sentences, explanation.decisions, strict=True)
    ]
    document = {"schema": SCHEMA, "name": explanation.document.name, "method": explanation.method}
    return json.dumps({**document, "sentences": sentences}) + "\n"
