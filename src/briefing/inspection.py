"""From a document to why its briefing is as it is: what became of each sentence, and what other methods pick."""

from collections.abc import Sequence
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
        """Return what became of a sentence, in a few words: 'chosen 2', 'repeats line 7', 'lower score'."""
        decision = self.decisions[index]
        if decision.place is not None:
            return f"chosen {decision.place}"
        if decision.reason == "repeats" and decision.like is not None:
            place = self.document.sentences[decision.like].place
            return f"repeats {f'{self.document.unit} {place}' if place.isdigit() else place}"
        return decision.reason


def explain(
    document: Document,
    budget: Budget,
    *,
    method: str = scoring.DEFAULT_METHOD,
    query: str | None = None,
    coverage: bool | None = None,
) -> Explanation:
    """Return what `summarize` with the same arguments makes of each sentence of a document."""
    scores = scoring.score(document, method=method, query=query)
    decisions = selection.decide(document, scores, budget, selection.Policy(coverage))
    return Explanation(document, method, scores, decisions)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The choices of several methods at one length."""

    document: Document
    """The document that they chose from."""
    picks: dict[str, tuple[int, ...]]
    """The indices of the chosen sentences, in order, by the method's name."""

    def overlap(self, first: str, second: str) -> float:
        """Return the share of the sentences picked by either method that both pick: 0 to 1 (Jaccard 1901)."""
        ours, theirs = set(self.picks[first]), set(self.picks[second])
        return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0

    def covered(self, method: str) -> int:
        """Return the number of sections that a method picks a sentence from."""
        picked, sections = set(self.picks[method]), self.document.sections
        return sum(not picked.isdisjoint(sentence.index for sentence in part.sentences) for part in sections)


def compare(
    document: Document, methods: Sequence[str], budget: Budget, *, coverage: bool | None = None
) -> Comparison:
    """Return what each method picks from a document within the budget."""
    policy = selection.Policy(coverage)
    scores = {method: scoring.score(document, method=method) for method in methods}
    picks = {method: selection.choose(document, own, budget, policy) for method, own in scores.items()}
    return Comparison(document, picks)
