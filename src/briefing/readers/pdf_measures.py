"""From the lines of a PDF to what is usual in it: the size of its print, the distance of its lines, their room."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import itemgetter

from briefing.readers.pdf_lines import PrintLine, commonest

LARGE = 1.12
"""From how many times the size of most print a line is large."""
SMALL = 0.86
"""Below which share of it a line is small."""
GAP = 1.35
"""How many times the usual distance of lines parts paragraphs."""
_HEADING_GAP = 1.7
_COLUMN = 36.0
"""How far apart in points the left edges of columns are, at least."""
_REACH = 0.8
"""The share of the lines of a column that end before its right edge."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a PDF."""

    size: float
    """The size of most print, in points."""
    distance: float
    """From one line of it to the next."""
    is_bold: bool
    """Whether bold print is usual, and so makes no heading."""
    edges: Mapping[int, Sequence[tuple[float, float]]]
    """Of each page, from which left edge on most lines go up to which right edge, or less far, in ascending order."""

    def room(self, line: PrintLine) -> float:
        """Return how long a line may be where it begins."""
        edges = self.edges[line.page]
        place = bisect_right(edges, line.left + _COLUMN, key=itemgetter(0))
        return max(edges[place - 1][1] if place else 0.0, line.right) - line.left

    def leading(self, line: PrintLine) -> float:
        """Return how far below the line before a line of such print stands in the middle of a paragraph."""
        return max(self.distance, self.distance * line.size / self.size)

    def follows(self, before: PrintLine, line: PrintLine) -> bool:
        """Return whether a line of a heading goes on in another."""
        down = before.baseline - line.baseline
        return before.page == line.page and -0.5 * line.size < down <= _HEADING_GAP * line.size


def measured(lines: Sequence[PrintLine]) -> Measures:
    """Return what is usual among lines."""
    size = commonest((line.size, len(line.text)) for line in lines) or 1.0
    gaps = (before.baseline - line.baseline for before, line in pairwise(lines))
    bold = sum(len(line.text) for line in lines if line.is_bold)
    rights: dict[int, dict[int, list[float]]] = {}
    for line in lines:
        rights.setdefault(line.page, {}).setdefault(int(line.left // _COLUMN), []).append(line.right)
    return Measures(
        size,
        commonest((gap, 1) for gap in gaps if 0 < gap < 3 * size) or size,
        bold * 3 > sum(len(line.text) for line in lines),
        {page: _edges(found) for page, found in rights.items()},
    )


def _edges(rights: Mapping[int, Sequence[float]]) -> list[tuple[float, float]]:
    columns = sorted(rights)
    edges = (sorted(rights[column])[int(len(rights[column]) * _REACH)] for column in columns)
    return list(zip((column * _COLUMN for column in columns), accumulate(edges, max), strict=True))
