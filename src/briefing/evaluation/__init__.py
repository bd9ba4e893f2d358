"""How near methods come to briefings that people wrote: measures, their means, and how far chance goes.

Data flow one way here too: `dataset` reads articles with references, `measures` compares a choice of sentences with
them, `resampling` tells what the means are worth, and `evaluate` carries articles through the three.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import briefing
from briefing.evaluation import measures, resampling
from briefing.evaluation.measures import Figure, Question
from briefing.source import Source

BASELINE = "lead"
"""The method that the others are compared with: always evaluated, always first."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article, and what people made of it."""

    name: str
    """What to call it: its id or its path."""
    text: str | Source
    """Its plain text, or what `briefing.read` gives."""
    references: tuple[str, ...] = ()
    """Briefings written by people; where there are none, there are questions."""
    questions: tuple[Question, ...] = ()
    """What a reader should be able to answer."""
    language: str = "english"
    """Its language, as `briefing.parse` takes it."""
    length: Mapping[str, int | float | None] = field(default_factory=dict)
    """The length to choose, as keywords of `briefing.summarize`; empty for the default length."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure's mean over the articles. All but `p` are shares from 0 to 1."""

    mean: Figure
    """The means."""
    interval: tuple[float, float] | None
    """95 % confidence interval of the mean value; None for a single article."""
    gain: float | None
    """Mean value less that of the baseline; None for the baseline itself."""
    p: float | None
    """How likely chance alone makes a gain or loss as large; None for the baseline and for a single article."""


@dataclass(frozen=True, slots=True)
class Result:
    """How well one method did."""

    method: str
    """The method's name."""
    estimates: Mapping[str, Estimate]
    """By measure; `measures.MEASURES` has the names, and 'dangling' is missing unless it can be told of all."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well several methods did on the same articles."""

    articles: int
    """Number of articles."""
    coverage: bool
    """Whether every section got a sentence before any got a second."""
    results: tuple[Result, ...]
    """One a method, the baseline first."""


def evaluate(articles: Iterable[Article], methods: Sequence[str], *, coverage: bool = False) -> Evaluation:
    """Compare what each method chooses with the articles' references, or with what answers their questions.

    Args:
        articles: at least one; a generator may report progress, since articles are taken one by one.
        methods: names of methods; the baseline comes first whether named or not, and each counts once.
        coverage: whether to choose from every section, as `briefing.summarize` does by default.

    Raises:
        BriefingError: rouge-score is not installed, or an article holds no text.
        UsageError: a method, language or length does not make sense.
    """
    names = list(dict.fromkeys([BASELINE, *methods]))
    figures: dict[str, list[dict[str, Figure]]] = {name: [] for name in names}
    for article in articles:
        document = briefing.parse(article.text, name=article.name, language=article.language)
        for name in names:
            made = briefing.summarize(document, method=name, coverage=coverage, **article.length)  # type: ignore[arg-type]
            figures[name].append(measures.measure(document, made.sentences, article.references, article.questions))
    baseline = figures[BASELINE]
    return Evaluation(
        articles=len(baseline),
        coverage=coverage,
        results=tuple(
            Result(name, _estimates(figures[name], None if name == BASELINE else baseline)) for name in names
        ),
    )


def _estimates(
    figures: Sequence[Mapping[str, Figure]], baseline: Sequence[Mapping[str, Figure]] | None
) -> dict[str, Estimate]:
    """Return the estimate of each measure that all articles have."""
    names = [name for name in measures.MEASURES if all(name in figure for figure in figures)]
    table = [[figure[name].value for name in names] for figure in figures]
    intervals = resampling.intervals(table)
    gains: list[float | None] = [None] * len(names)
    ps: list[float | None] = [None] * len(names)
    if baseline is not None:
        differences = [
            [value - base[name].value for name, value in zip(names, row, strict=True)]
            for row, base in zip(table, baseline, strict=True)
        ]
        gains = [sum(column) / len(column) for column in zip(*differences, strict=True)]
        ps = resampling.p_values(differences)
    return {
        name: Estimate(Figure.mean([figure[name] for figure in figures]), interval, gain, p)
        for name, interval, gain, p in zip(names, intervals, gains, ps, strict=True)
    }
