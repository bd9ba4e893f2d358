"""How near chosen sentences come to references: ROUGE, sumy's measures, and dangling openers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from types import SimpleNamespace
from typing import Any

from briefing import segment
from briefing.document import Document, Sentence
from briefing.errors import BriefingError
from briefing.patterns import regex

MEASURES = {
    "answered": "questions whose evidence the briefing has word for word, weighed by importance",
    "rouge-1": "shared words (Lin 2004)",
    "rouge-2": "shared pairs of words",
    "rouge-l": "longest common subsequence of words",
    "rouge-lsum": "longest common subsequences, sentence by sentence",
    "sentences": "sentences that the reference has word for word (sumy's precision, recall and F)",
    "cosine": "cosine of the word counts of briefing and reference (sumy)",
    "overlap": "shared part of all different words of briefing and reference (sumy's unit overlap)",
    "article-cosine": "the same cosine with the whole article",
    "article-overlap": "the same overlap with the whole article",
    "dangling": "sentences that open with a pronoun or connective while the sentence before is left out",
}
"""Every measure's name, and what it is. Of 'dangling' less is better, of the others more."""

_ROUGE = {"rouge-1": "rouge1", "rouge-2": "rouge2", "rouge-l": "rougeL", "rouge-lsum": "rougeLsum"}
_WORD = regex(r"\w+")
_REFERENCE_BLOCK = regex(r"\n[^\S\n]*\n|\n(?=[^\S\n]*[-*•–] )")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a measure says, in shares from 0 to 1."""

    value: float
    """The measure; where there are precision and recall, F, their harmonic mean."""
    precision: float | None = None
    """Share of the briefing that the reference has; None where a measure knows no such thing."""
    recall: float | None = None
    """Share of the reference that the briefing has; None where a measure knows no such thing."""

    @classmethod
    def mean(cls, figures: Sequence["Figure"]) -> "Figure":
        """Return the mean of each number."""
        return cls(
            fmean(figure.value for figure in figures),
            *(_mean(getattr(figure, name) for figure in figures) for name in ("precision", "recall")),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader of a briefing should be able to answer."""

    text: str
    """The question."""
    evidence: tuple[tuple[str, ...], ...]
    """What answers it, word for word as the article has it: any one of these, each with all of its parts."""
    importance: float = 1.0
    """How much it counts."""


def measure(
    document: Document, chosen: Sequence[Sentence], references: Sequence[str], questions: Sequence[Question] = ()
) -> dict[str, Figure]:
    """Return each measure of the sentences chosen from a document: the mean over its references.

    ROUGE is that of rouge-score, with Porter stems for English; elsewhere words are runs of letters and digits, as
    they stand, in lower case. 'dangling' is given for the languages whose openers are known.
    """
    from briefing.scoring import dom, lexicon

    compared = [_compare(document.language, chosen, reference) for reference in references]
    result = {
        name: Figure.mean([figures[name] for figures in compared]) for name in (compared[0] if compared else ())
    }
    if questions:
        result["answered"] = Figure(answered(chosen, questions))
    briefed = [word for sentence in chosen for word in segment.words(sentence.text)]
    whole = [word for sentence in document.sentences for word in segment.words(sentence.text)]
    result["article-cosine"], result["article-overlap"] = map(Figure, dom.likenesses(briefed, whole))
    if lexicon.cues(document.language).leaning:
        result["dangling"] = Figure(dangling_share(chosen, document.language))
    return result


def answered(chosen: Sequence[Sentence], questions: Sequence[Question]) -> float:
    """Return the share of the questions, weighed by importance, that the sentences answer."""
    told = " ".join(sentence.text for sentence in chosen)
    there = [
        question.importance
        for question in questions
        if any(all(" ".join(part.split()) in told for part in parts) for parts in question.evidence)
    ]
    return sum(there) / sum(question.importance for question in questions)


def _compare(language: str, chosen: Sequence[Sentence], reference: str) -> dict[str, Figure]:
    """Return the measures that compare a briefing with one reference."""
    from briefing.scoring import dom

    briefed = [sentence.text for sentence in chosen]
    referred = reference_sentences(reference, language)
    scores = _rouge_scorer(language == "english").score("\n".join(referred), "\n".join(briefed))
    result = {
        name: Figure(float(scores[key].fmeasure), float(scores[key].precision), float(scores[key].recall))
        for name, key in _ROUGE.items()
    }
    words = segment.words(" ".join(briefed)), segment.words(" ".join(referred))
    result["sentences"] = _co_selection(frozenset(briefed), frozenset(referred))
    result["cosine"], result["overlap"] = map(Figure, dom.likenesses(*words))
    return result


def reference_sentences(reference: str, language: str) -> list[str]:
    """Return the sentences of a reference: a list item or paragraph ends one, a line end does not."""
    blocks = _REFERENCE_BLOCK.split(reference.replace("\r\n", "\n").replace("\r", "\n"))
    return [
        " ".join(block[start:end].split())
        for block in blocks
        for start, end in segment.sentences(block, language=language)
    ]


def dangling_share(chosen: Sequence[Sentence], language: str = "english") -> float:
    """Return the share of the sentences whose openers, if known, lean on the one before, which is not there."""
    from briefing.scoring import lexicon

    there = {0, *(sentence.index + 1 for sentence in chosen)}
    dangling = sum(one.index not in there and lexicon.leans(one.text, language) for one in chosen)
    return dangling / max(1, len(chosen))


def _co_selection(chosen: frozenset[str], referred: frozenset[str]) -> Figure:
    common = len(chosen & referred)
    precision, recall = common / max(1, len(chosen)), common / max(1, len(referred))
    return Figure(2 * precision * recall / (precision + recall) if common else 0.0, precision, recall)


def _mean(numbers: Iterable[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return fmean(known) if known else None


@cache
def _rouge_scorer(english: bool) -> Any:
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError as error:
        raise BriefingError("rouge-score is not installed; run: pip install 'briefing-cli[evaluate]'") from error
    # Its own tokenizer keeps nothing but a-z and 0-9.
    any_script = SimpleNamespace(tokenize=lambda text: _WORD.findall(text.lower()))
    return RougeScorer([*_ROUGE.values()], use_stemmer=english, tokenizer=None if english else any_script)
