"""From scored sentences to the bottom line: the one that says the outcome, and can be read alone."""

from collections.abc import Collection, Iterator

from briefing.scoring import Scores, lexicon, table
from briefing.scoring.signs import Page, roles_of

SIGNS = {
    "role: abstract": 0.3,
    "role: background": -0.2,
    "role: drawbacks": -0.2,
    "role: apparatus": -0.6,
    "role: conclusion": 0.15,
    "words: presentation": 0.2,
    "words: holding": 0.2,
    "words: present": 0.2,
    "words: aim": -0.8,
    "words: procedure": -0.2,
    "words: roadmap": -0.3,
    "words: contention": -0.4,
    "words: commencement": -0.3,
    "words: amendment": -0.2,
    "words: past": -0.5,
    "words: private voice": -0.15,
    "words: you": -0.15,
    "words: somebody unnamed": -0.1,
    "place: late": -0.4,
}
"""What a sign adds to the worth of a sentence that is to stand alone, as it fits what careful readers took for the
bottom line of 126 articles: no aim, method or term, no change of a wording, nothing that was
once, no party's contention, no side matter."""
_TITLE = 0.5
"""What it adds to have all words of the title."""
_OUTCOMES = frozenset({"abstract", "results", "discussion", "conclusion"})
"""The roles of sections that tell the outcome wherever they stand; of the others the first do, or the last."""
_LONGEST = 60
"""Words of the longest sentence that stands alone, where a shorter one may."""


def bottom_line(scores: Scores, chosen: Collection[int]) -> int | None:
    """Return the index of the bottom line; None where there is no choice, or the method does not tell.

    It is the best of the sentences that may be quoted, lean on no other and are not too long, or else of all.
    """
    page = scores.page
    if page is None:
        return None
    alone = [index for index in chosen if _stands_alone(index, page, scores)]
    merits = {index: scores.values[index] + merit for index, merit in _merits(page, alone or chosen)}
    return max(merits, key=lambda index: (merits[index], -index), default=None)


def _stands_alone(index: int, page: Page, scores: Scores) -> bool:
    """Return whether a sentence is not too long and needs no other, or only a fragment: "Agreed. So we sign."."""
    companion = page.companions[index]
    leans = companion is not None and scores.barred.get(companion) != "fragment"
    return not leans and len(page.words[index]) <= _LONGEST and index not in scores.barred


def _merits(page: Page, chosen: Collection[int]) -> Iterator[tuple[int, float]]:
    """Yield each of some sentences with what speaks for it beside its worth."""
    phrases = lexicon.cues(page.document.language).sentences
    title = frozenset(page.title)
    merits = {**SIGNS, **table.GIVEN.get(page.document.kind, {})}
    among = frozenset(chosen)
    *_, last = page.document.sections or [None]
    for section, roles in roles_of(page.document):
        is_side = section is not last and _OUTCOMES.isdisjoint(roles)
        for index in sorted(among.intersection(sentence.index for sentence in section.sentences)):
            found = {f"role: {role}" for role in roles}
            found.update(f"words: {cue}" for cue in lexicon.named(page.words[index], phrases))
            shared = len(title.intersection(page.vectors.terms[index])) / max(3, len(title))
            late = SIGNS["place: late"] * index / len(page.words) if is_side else 0.0
            yield index, _TITLE * shared + late + sum(merits.get(name, 0.0) for name in sorted(found))
