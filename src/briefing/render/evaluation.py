"""An evaluation as text and as JSON: pure functions."""

from collections.abc import Iterator
from typing import Any

from briefing.evaluation import BASELINE, CONFIDENCE, RESAMPLES, SEED, Estimate, Evaluation
from briefing.evaluation.measures import MEASURES
from briefing.render import PLAIN, Look
from briefing.render.json import json_line
from briefing.render.text import columns

COLUMNS = ("measure", "method", "prec.", "recall", "value", "interval", f"- {BASELINE}", "p")
"""The heads of a table's columns; the first two hold words, the others numbers."""

_SURE = 0.05
"""A difference with a smaller p is coloured."""


def render(evaluation: Evaluation, format: str, look: Look = PLAIN) -> str:
    """Return an evaluation as 'text', 'json' or 'rich'."""
    if format == "rich":
        return _rich(evaluation, look)
    return _json(evaluation) if format == "json" else _text(evaluation)


def _text(evaluation: Evaluation) -> str:
    """Return the evaluation as a plain table, one line a measure and method; all but p in per cent."""
    return "\n".join([*_table(evaluation), "", caption(evaluation), ""])


def _table(evaluation: Evaluation) -> Iterator[str]:
    return map(str.rstrip, columns([(*row, "") for row in (COLUMNS, *rows(evaluation))], left={0, 1}))


def rows(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, as `COLUMNS` has them: by measure, then by method; '' where there is no number."""
    for measure in MEASURES:
        for result in evaluation.results:
            if estimate := result.estimates.get(measure):
                yield measure, result.method, *_cells(estimate)


def caption(evaluation: Evaluation) -> str:
    """Return the line that tells what stands in the table."""
    if evaluation.articles == 1:
        return "1 article; in per cent"
    return (
        f"{evaluation.articles} articles; means in per cent; {CONFIDENCE:.0%} intervals by bootstrap,"
        f" p by approximate randomisation, {RESAMPLES:,} times"
    )


def _cells(estimate: Estimate) -> tuple[str, ...]:
    mean, interval = estimate.mean, estimate.interval
    return (
        _per_cent(mean.precision),
        _per_cent(mean.recall),
        _per_cent(mean.value),
        f"{_per_cent(interval[0])}-{_per_cent(interval[1])}" if interval else "",
        "" if estimate.gain is None else f"{100 * estimate.gain:+.2f}",
        "" if estimate.p is None else f"{estimate.p:.3f}",
    )


def _per_cent(share: float | None) -> str:
    # Four digits: the whole is 100.0.
    return "" if share is None else f"{100 * share:.2f}"[:5]


def _json(evaluation: Evaluation) -> str:
    """Return the evaluation as one line of JSON in ASCII; shares from 0 to 1, null where there is no number."""
    return json_line(
        "briefing-evaluation/1",
        articles=evaluation.articles,
        coverage=evaluation.coverage,
        baseline=BASELINE,
        confidence=CONFIDENCE,
        resamples=RESAMPLES,
        seed=SEED,
        methods=[
            {
                "method": result.method,
                "measures": {name: _estimate(estimate) for name, estimate in result.estimates.items()},
            }
            for result in evaluation.results
        ],
    )


def _estimate(estimate: Estimate) -> dict[str, Any]:
    mean, interval = estimate.mean, estimate.interval
    return {
        "value": _rounded(mean.value),
        "precision": _rounded(mean.precision),
        "recall": _rounded(mean.recall),
        "low": _rounded(interval[0] if interval else None),
        "high": _rounded(interval[1] if interval else None),
        "gain": _rounded(estimate.gain),
        "p": _rounded(estimate.p),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 6)


def _rich(evaluation: Evaluation, look: Look) -> str:
    """Return an evaluation as a table for a terminal: each measure named once, what is sure in colour."""
    from rich.text import Text

    from briefing.render import rich_canvas as canvas

    lines = _table(evaluation)
    shown, drawn = "", [Text(next(lines), canvas.FAINT)]
    for (measure, *_, gain, p), line in zip(rows(evaluation), lines, strict=True):
        drawn += [] if measure == shown else [Text()]
        line = " " * len(measure) + line[len(measure) :] if measure == shown else line
        drawn.append(Text(line, _style(measure, gain, p)))
        shown = measure
    drawn += [Text(), Text(caption(evaluation), canvas.FAINT)]
    # A cut number is none: the table is never narrower than it must be.
    return canvas.draw(drawn, width=max(look.width, *(len(line) for line in drawn[:-1])), colour=look.colour)


def _style(measure: str, gain: str, p: str) -> str:
    if not p or float(p) >= _SURE:
        return ""
    return "green" if gain.startswith("-" if measure == "dangling" else "+") else "red"
