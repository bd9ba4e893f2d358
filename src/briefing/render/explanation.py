"""Each sentence with its score, what made it, and what became of it."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.terminal import cut, sanitize

if TYPE_CHECKING:  # The command needs the names of the formats, and an explanation only when there is one.
    from briefing.inspection import Explanation

SCHEMA = "briefing-explanation/1"
"""Name of the JSON object's shape. Keys may be added to it; none is renamed or dropped."""

FORMATS = ("table", "text", "json")
"""The names of the formats: aligned columns, tab-separated values, JSON."""

_NAME = 5
"""Characters of a column's name that are always shown."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_INDENT = " " * 6
_NEUTRAL = "0.000"
"""What a factor is where it says nothing: a column of it is left out of a table."""
_FACTORS = slice(3, -3)
"""The columns that only some readers need: they go where there is no room for them."""


def render(explanation: "Explanation", format: str, *, width: int = 80, unicode: bool = True) -> str:
    """Give a row a sentence in the named format.

    A table fits so many columns: the sentence stands, cut, below its numbers, and where these are too many, the
    factors are left out, but the other formats have them.
    """
    match format:
        case "json":
            return _json(explanation)
        case "text":
            return "".join("\t".join([*row[:-1], _inert(row[-1])]) + "\n" for row in _rows(explanation))
        case _:
            return _table(list(_rows(explanation)), width, more="…" if unicode else "...")


def _rows(explanation: "Explanation") -> Iterator[list[str]]:
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


def _inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before one that opens like that."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _table(rows: list[list[str]], width: int, *, more: str) -> str:
    columns = list(zip(*rows, strict=True))
    factors = [column for column in columns[_FACTORS] if set(column[1:]) != {_NEUTRAL}]
    numbers = _aligned([*columns[: _FACTORS.start], *factors, *columns[_FACTORS.stop : -1]])
    if max(map(len, numbers)) > width:
        numbers = _aligned([*columns[: _FACTORS.start], *columns[_FACTORS.stop : -1]])
    sentences = [_INDENT + cut(text, width - len(_INDENT), more=more) for text in columns[-1][1:]]
    body = (line for pair in zip(numbers[1:], sentences, strict=True) for line in pair)
    return "".join(f"{line}\n" for line in (numbers[0], *body))


def _aligned(columns: Sequence[Sequence[str]]) -> list[str]:
    """Give the rows of some columns, the last one as it comes; names are cut to the width of their numbers."""
    *numbers, last = columns
    widths = [max(len(column[0][:_NAME]), *map(len, column[1:])) for column in numbers]
    trimmed = ([cell[:size].rjust(size) for cell in column] for column, size in zip(numbers, widths, strict=True))
    return [" ".join(row) for row in zip(*trimmed, last, strict=True)]


def _json(explanation: "Explanation") -> str:
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
