"""Each sentence with its score, what made it, and what became of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.render import PLAIN, Look
from briefing.render.json import json_line, sentence_facts
from briefing.render.text import aligned
from briefing.terminal import cells, cut, sanitize

if TYPE_CHECKING:  # The command needs the names of the formats, and an explanation only when there is one.
    from briefing.inspection import Explanation

FORMATS = ("table", "text", "json")
"""The names of the formats: two lines a sentence for people, tab-separated values, JSON."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_INDENT = " " * 4
_WHY = "what made it"
_LEAST = 0.005
"""What a factor adds or takes at least where it is worth naming."""


def render(explanation: "Explanation", format: str, look: Look = PLAIN) -> str:
    """Return what became of each sentence; in a table in two lines: its numbers and what made them; itself, cut."""
    if format == "json":
        return _json(explanation)
    if format == "text":
        return "".join("\t".join(row) + "\n" for row in _rows(explanation))
    return _table(explanation, look)


def _rows(explanation: "Explanation") -> Iterator[list[str]]:
    scores = explanation.scores
    yield [explanation.document.place_name, "rank", "score", *scores.factors, "redundancy", "verdict", "sentence"]
    for sentence in explanation.document.sentences:
        index = sentence.index
        yield [
            sentence.place,
            str(scores.ranks[index]),
            f"{scores.values[index]:.3f}",
            *(f"{values[index]:.3f}" for values in scores.factors.values()),
            f"{explanation.decisions[index].redundancy:.3f}",
            explanation.verdict(index),
            # No spreadsheet takes it for a formula.
            f"'{text}" if (text := sanitize(sentence.text)).startswith(_FORMULA) else text,
        ]


def _table(explanation: "Explanation", look: Look) -> str:
    """Return two lines a sentence, those of the chosen ones bold where there is colour."""
    from rich.text import Text

    from briefing.render import rich_canvas as canvas

    document, scores, signs = explanation.document, explanation.scores, look.signs
    rows = [(" ", document.place_name, "rank", "score", "verdict", _WHY)]
    for n, sentence in enumerate(document.sentences):
        mark = signs.chosen if explanation.decisions[n].place else " "
        numbers = str(scores.ranks[n]), f"{scores.values[n]:.3f}"
        rows.append((mark, sentence.place, *numbers, explanation.verdict(n), ""))
    head, *starts = aligned(rows, left={0, 4})
    room = look.width - len(head)
    lines = [Text((head + (_WHY if len(_WHY) <= room else "")).rstrip(), canvas.FAINT)]
    for start, sentence in zip(starts, document.sentences, strict=True):
        style = canvas.STRONG if start.startswith(signs.chosen) else canvas.FAINT
        made = canvas.flow(_factors(explanation, sentence.index), signs.separator, room).partition("\n")[0]
        said = cut(sanitize(sentence.text), look.width - len(_INDENT), more=signs.more)
        lines += [
            Text((start + (made if cells(made) <= room else "")).rstrip(), style),
            Text(_INDENT + said, "" if style == canvas.FAINT else style),
        ]
    return canvas.draw(lines, look)


def _factors(explanation: "Explanation", index: int) -> list[str]:
    """Return what made the score of a sentence, the weightiest first, each factor with what it adds or takes."""
    made = {name: values[index] for name, values in explanation.scores.factors.items()}
    weighty = sorted((name for name in made if abs(made[name]) >= _LEAST), key=lambda name: -abs(made[name]))
    return [f"{name} {made[name]:+.2f}" for name in weighty]


def _json(explanation: "Explanation") -> str:
    scores = explanation.scores
    sentences = [
        {
            **sentence_facts(sentence),
            "rank": scores.ranks[sentence.index],
            "score": round(scores.values[sentence.index], 6),
            "factors": {name: round(values[sentence.index], 6) for name, values in scores.factors.items()},
            "redundancy": round(decision.redundancy, 6),
            "chosen": decision.place,
            "verdict": explanation.verdict(sentence.index),
        }
        for sentence, decision in zip(explanation.document.sentences, explanation.decisions, strict=True)
    ]
    name, method = explanation.document.name, explanation.method
    return json_line("briefing-explanation/1", name=name, method=method, sentences=sentences)
