"""What different methods pick from one document, and how far they agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing import scoring, selection
from briefing.budget import Budget
from briefing.document import Document


@dataclass(frozen=True, slots=True)
class Comparison:
    """The choices of several methods at one length."""

    document: Document
    """The document that they chose from."""
    picks: dict[str, tuple[int, ...]]
    """The indices of the chosen sentences, in order, by the method's name."""

    def overlap(self, first: str, second: str) -> float:
        """Give the share of the sentences picked by either method that both pick: 0 to 1 (Jaccard 1901)."""
        ours, theirs = set(self.picks[first]), set(self.picks[second])
        return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0

    def covered(self, method: str) -> int:
        """Give the number of sections that a method picks a sentence from."""
        picked = set(self.picks[method])
        return sum(
            any(sentence.index in picked for sentence in section.sentences) for section in self.document.sections
        )


def compare(document: Document, methods: Sequence[str], budget: Budget, *, coverage: bool = True) -> Comparison:
    """Give what each method picks from a document within the budget.

    Raises:
        UsageError: a method is not known.
    """
    return Comparison(
        document,
        {
            method: selection.choose(document, scoring.score(document, method=method), budget, coverage=coverage)
            for method in methods
        },
    )
