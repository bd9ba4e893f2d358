"""From the signs of sentences to the bottom line: the one that says the outcome, and can be read alone."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from briefing.scoring import Scores, table
from briefing.scoring.signs import Page, Signs

_CONCLUDES = frozenset(f"role: {role}" for role in ("abstract", "results", "discussion", "conclusion"))
"""The sections that tell the outcome wherever they stand; of the others the first do, or the last."""
_DEPENDENT = -9.0
"""What it adds to need another sentence, or not to be quotable: it is said only where there is nothing else."""


def bottom_line(scores: Scores, chosen: Collection[int]) -> int | None:
    """Return the index of the bottom line; None where there is no choice, or the method does not tell."""
    if not scores.outcomes:
        return None
    return max(chosen, key=lambda index: (scores.values[index] + scores.outcomes[index], -index), default=None)


def merits(page: Page, found: Sequence[Signs], barred: Mapping[int, str]) -> Iterator[float]:
    """Yield what speaks for each sentence as the bottom line beside its worth, by the signs found of each."""
    kind = page.document.kind
    weights = {**table.OUTCOME, **table.GIVEN.get(kind, {}), **table.OUTCOME_OF.get(kind, {})}
    is_news = table.GROUPS.get(kind) == "news"
    paragraphs = [[p.sentences[0].index for p in section.paragraphs] for section in page.document.sections]
    openings = frozenset(chain.from_iterable(paragraphs))
    *_, last = [0, *(indices[0] for indices in paragraphs if indices)]
    for index, (own, companion) in enumerate(zip(found, page.companions, strict=True)):
        signs = dict(own)
        if "words: aim" in own:  # "This study aimed to …" presents no more than that.
            signs.pop("words: presentation", None)
        if is_news or (index < last and _CONCLUDES.isdisjoint(own)):
            signs["place: late"] = index / len(found)
        signs["topic: what it is"] = own.get("topic: title", 0.0) * own.get("words: definition", 0.0)
        # "Agreed. So we sign." needs no more than it says.
        leans = companion is not None and (index in openings or barred.get(companion) != "fragment")
        alone = _DEPENDENT if leans or index in barred else 0.0
        yield alone + math.fsum(weights[name] * value for name, value in signs.items() if name in weights)
