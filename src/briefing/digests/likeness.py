"""From sparse unit vectors to which of them are alike, through an inverted index: never all pairs."""

from collections.abc import Mapping, Sequence

Row = Mapping[int, float]
"""A vector: the weights of its terms, by their numbers; the squares sum to 1."""

_COMMON = 64
"""A term of more vectors than this finds no pairs, so that time grows with their number alone; it still counts."""


def near(rows: Sequence[Row], least: float) -> list[dict[int, float]]:
    """Return of each vector those that have at least some cosine to it, with their cosines."""
    postings: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        for number in row:
            postings.setdefault(number, []).append(place)
    found: list[dict[int, float]] = [{} for _ in rows]
    for place, row in enumerate(rows):
        shared: dict[int, float] = {}
        for number, weight in row.items():
            if len(postings[number]) <= _COMMON:
                for other in postings[number]:
                    if other < place:
                        shared[other] = shared.get(other, 0.0) + weight * rows[other][number]
        for other, seen in shared.items():
            if seen >= least / 2 and (value := cosine(row, rows[other])) >= least:
                found[place][other] = found[other][place] = value
    return found


def cosine(one: Row, other: Row) -> float:
    """Return how alike two vectors are, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(number, 0.0) for number, weight in one.items())


def contained(one: Row, other: Row) -> float:
    """Return how much of the shorter of two vectors the other has too, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    whole = sum(weight * weight for weight in one.values())
    return sum(weight * weight for number, weight in one.items() if number in other) / whole if whole else 0.0
