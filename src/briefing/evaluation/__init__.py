"""How near methods come to briefings that people wrote: measures, their means, and how far chance goes.

Data flow one way here too: `dataset` reads articles with references, `measures` compares a choice of sentences with
them, and `evaluate` tells what the means say about other articles: by seeded resampling, the same on every machine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

import briefing
from briefing.evaluation import measures
from briefing.evaluation.measures import Figure, Question
from briefing.source import Source

BASELINE = "lead"
"""The method that the others are compared with: always evaluated, always first."""
RESAMPLES = 1_000
"""How often articles are drawn anew."""
CONFIDENCE = 0.95
"""Share of the resampled means that an interval holds."""
SEED = 0
"""Where the random numbers start."""

Table = Sequence[Sequence[float]]
"""A row an article, a column a measure."""


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
class Evaluation:
    """How well several methods did on the same articles."""

    articles: int
    """Number of articles."""
    coverage: bool
    """Whether every section got a sentence before any got a second."""
    results: Mapping[str, Mapping[str, Estimate]]
    """By method, the baseline first, and by measure: the names are those of `measures.MEASURES`, of which 'dangling'
    is missing unless it can be told of all articles."""


def evaluate(articles: Iterable[Article], methods: Sequence[str], *, coverage: bool = False) -> Evaluation:
    """Compare what each method chooses with the articles' references, or with what answers their questions.

    Articles, at least one, are taken one by one. The baseline comes first whether named or not; each method counts
    once; `coverage` is that of `briefing.summarize`.
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
        results={name: _estimates(figures[name], None if name == BASELINE else baseline) for name in names},
    )


def _estimates(
    figures: Sequence[Mapping[str, Figure]], baseline: Sequence[Mapping[str, Figure]] | None
) -> dict[str, Estimate]:
    """Return the estimate of each measure that all articles have."""
    names = [name for name in measures.MEASURES if all(name in figure for figure in figures)]
    table = [[figure[name].value for name in names] for figure in figures]
    gains: Sequence[float | None] = [None] * len(names)
    ps = gains
    if baseline is not None:
        differences = [
            [value - base[name].value for name, value in zip(names, row, strict=True)]
            for row, base in zip(table, baseline, strict=True)
        ]
        gains, ps = list(map(fmean, zip(*differences, strict=True))), p_values(differences)
    return {
        name: Estimate(Figure.mean([figure[name] for figure in figures]), interval, gain, p)
        for name, interval, gain, p in zip(names, intervals(table), gains, ps, strict=True)
    }


def intervals(table: Table) -> list[tuple[float, float] | None]:
    """Return each column's percentile bootstrap interval of the mean (Efron 1979); None where there is one row."""
    import numpy as np

    values = np.array(table)
    count, columns = values.shape
    if count < 2:
        return [None] * columns
    # The legacy generator, because its numbers are promised never to change.
    random = np.random.RandomState(SEED)
    means = np.array([values[random.randint(0, count, count)].mean(axis=0) for _ in range(RESAMPLES)])
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(means, [tail, 100 - tail], axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))


def p_values(differences: Table) -> list[float | None]:
    """Return each column's p by paired approximate randomisation (Noreen 1989), two-sided; None for a single row.

    A row is by how much two methods differ on an article. Were they alike, either could have been the better one:
    signs are drawn at random, and p is how often the mean then lies as far from 0 as it does in truth. Never 0: the
    smallest is 1 / (1 + RESAMPLES).
    """
    import numpy as np

    values = np.array(differences)
    count, columns = values.shape
    if count < 2:
        return [None] * columns
    random = np.random.RandomState(SEED)
    # Sums of the same numbers in another order differ in their last digits.
    observed = abs(values.mean(axis=0)) - 1e-12
    as_far = np.ones(columns)
    for _ in range(RESAMPLES):
        signs = random.randint(0, 2, (count, 1)) * 2 - 1
        as_far += abs((signs * values).mean(axis=0)) >= observed
    return (as_far / (1 + RESAMPLES)).tolist()  # type: ignore[no-any-return]
