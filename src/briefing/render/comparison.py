"""Methods side by side: their picks, how far they agree, and the sections they cover."""

from collections.abc import Iterator
from itertools import combinations
from string import ascii_lowercase

from briefing.inspection import Comparison
from briefing.render.json import json_line
from briefing.render.text import columns
from briefing.terminal import sanitize, wrap


def render_text(comparison: Comparison, *, width: int | None = None, more: str = "…") -> str:
    """Return a row a sentence that any method picks, cut to a width, the methods' letters, and how they agree."""
    letters = dict(zip(comparison.picks, ascii_lowercase, strict=False))
    blocks = (
        _sentences(comparison, letters, width, more),
        _methods(comparison, letters),
        _agreement(comparison, letters, width),
    )
    return "\n\n".join(text for block in blocks if (text := "\n".join(map(str.rstrip, block)))) + "\n"


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
    return json_line("briefing-comparison/1", name=comparison.document.name, methods=methods)


def _methods(comparison: Comparison, letters: dict[str, str]) -> Iterator[str]:
    """Return what each letter stands for, and how many sentences it picks."""
    sections = len(comparison.document.sections)
    ending = f"of {sections} section{'s' * (sections != 1)}"
    rows = [
        (letter, method, f"{len(comparison.picks[method])} from {comparison.covered(method)} {ending}")
        for method, letter in letters.items()
    ]
    return columns(rows, left={1})


def _sentences(comparison: Comparison, letters: dict[str, str], width: int | None, more: str) -> Iterator[str]:
    rows = [(comparison.document.place_name, "by", "sentence")]
    for index in sorted({index for picks in comparison.picks.values() for index in picks}):
        sentence = comparison.document.sentences[index]
        marks = "".join(letter if index in comparison.picks[method] else "." for method, letter in letters.items())
        rows.append((sentence.place, marks, sanitize(sentence.text)))
    return columns(rows, left={1}, width=width, more=more) if len(rows) > 1 else iter(())


def _agreement(comparison: Comparison, letters: dict[str, str], width: int | None) -> list[str]:
    """Return what says how far two methods agree, on average and at best; none for a single method."""
    pairs = {
        f"{one} and {other}": comparison.overlap(first, second)
        for (first, one), (second, other) in combinations(letters.items(), 2)
    }
    if not pairs:
        return []
    mean = sum(pairs.values()) / len(pairs)
    nearest = max(pairs, key=lambda pair: pairs[pair])
    told = f"Of the picks of two methods {mean:.0%} are shared on average; most by {nearest} ({pairs[nearest]:.0%})."
    return wrap(told, width)
