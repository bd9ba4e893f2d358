"""An evaluation as text and as JSON: pure functions."""

from typing import Any

from briefing.evaluation import BASELINE, CONFIDENCE, RESAMPLES, SEED, Estimate, Evaluation
from briefing.evaluation.measures import MEASURES
from briefing.render.json import fields, json_line
from briefing.render.text import columns
from briefing.terminal import wrap

COLUMNS = ("measure", "method", "prec.", "recall", "value", "interval", f"- {BASELINE}", "p")
"""The heads of a table's columns; the first two hold words, the others numbers."""


def render(evaluation: Evaluation, format: str, *, width: int | None = None) -> str:
    """Return an evaluation as 'json' or, folded, as 'text': a line a measure and method, all but p in per cent."""
    if format == "json":
        return _json(evaluation)
    rows = [
        (measure, method, *_cells(estimates[measure]), "")
        for measure in MEASURES
        for method, estimates in evaluation.results.items()
        if measure in estimates
    ]
    told = (
        f"{evaluation.articles} articles; means in per cent; {CONFIDENCE:.0%} intervals by bootstrap,"
        f" p by approximate randomisation, {RESAMPLES:,} times"
    )
    caption = "1 article; in per cent" if evaluation.articles == 1 else told
    table = columns([(*COLUMNS, ""), *rows], left={0, 1})
    return "\n".join([*map(str.rstrip, table), "", *wrap(caption, width), ""])


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
        **fields(evaluation, "articles", "coverage"),
        baseline=BASELINE,
        confidence=CONFIDENCE,
        resamples=RESAMPLES,
        seed=SEED,
        methods=[
            {"method": method, "measures": {name: _estimate(estimate) for name, estimate in estimates.items()}}
            for method, estimates in evaluation.results.items()
        ],
    )


def _estimate(estimate: Estimate) -> dict[str, Any]:
    mean, (low, high) = estimate.mean, estimate.interval or (None, None)
    numbers = {"value": mean.value, "precision": mean.precision, "recall": mean.recall}
    numbers |= {"low": low, "high": high, "gain": estimate.gain, "p": estimate.p}
    return {name: None if number is None else round(number, 6) for name, number in numbers.items()}
