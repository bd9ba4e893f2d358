"""Why a briefing has the sentences that it has."""

from dataclasses import dataclass

from briefing import scoring, selection
from briefing.budget import Budget
from briefing.document import Document


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was made of each sentence of a document."""

    document: Document
    """The document that was chosen from."""
    method: str
    """The name of the method that scored the sentences."""
    scores: scoring.Scores
    """Each sentence's score and the factors that made it."""
    decisions: tuple[selection.Decision, ...]
    """Whether each sentence was chosen, and why not, in order."""

    def verdict(self, index: int) -> str:
        """Give what became of a sentence, in a few words: 'chosen 2', 'repeats line 7', 'lower score'."""
        decision = self.decisions[index]
        if decision.place is not None:
            return f"chosen {decision.place}"
        if decision.reason == "repeats" and decision.like is not None:
            return f"repeats line {self.document.sentences[decision.like].line}"
        return decision.reason


def explain(
    document: Document,
    budget: Budget,
    *,
    method: str = scoring.DEFAULT_METHOD,
    query: str | None = None,
    coverage: bool = True,
) -> Explanation:
    """Give what `summarize` with the same arguments makes of each sentence of a document.

    Raises:
        UsageError: the method is not known.
    """
    scores = scoring.score(document, method=method, query=query)
    return Explanation(document, method, scores, selection.decide(document, scores, budget, coverage=coverage))
