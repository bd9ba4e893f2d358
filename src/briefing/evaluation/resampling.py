"""What a mean over some articles says about other articles: seeded resampling, the same on every machine.

A table has a row an article and a column a measure.
"""

from collections.abc import Sequence

RESAMPLES = 1_000
"""How often articles are drawn anew."""
CONFIDENCE = 0.95
"""Share of the resampled means that an interval holds."""
SEED = 0
"""Where the random numbers start."""

Table = Sequence[Sequence[float]]


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
