"""Words that say what a sentence or a section is for, and what each is worth; the words are in `languages`.

Phrases are one or two words, lower case, as `segment.words` gives them.
"""

import re
from dataclasses import dataclass
from functools import cache

from briefing import languages


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that make a sentence more or less worth telling."""

    name: str
    """What they are a sign of."""
    weight: float
    """What the score is multiplied by where any of them stands."""
    phrases: frozenset[str]
    """The phrases."""


@dataclass(frozen=True, slots=True)
class Role:
    """Heading words that say what a section is for."""

    name: str
    """The role."""
    weight: float
    """What the scores in the section, and in its subsections, are multiplied by."""
    phrases: frozenset[str]
    """The phrases, any of which in a heading gives the section the role."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language."""

    openers: str = ""
    """Words and phrases, parted by '|', that lean on the sentence before when a sentence opens with them."""
    sentences: tuple[Cue, ...] = ()
    """Signs within sentences."""
    roles: tuple[Role, ...] = ()
    """Signs in headings; of several the first counts."""

    @property
    def opening(self) -> re.Pattern[str] | None:
        """Matches the beginning of a sentence that opens with one of `openers`."""
        return _opening(self.openers) if self.openers else None


@cache
def _opening(openers: str) -> re.Pattern[str]:
    return re.compile(rf"[\"'“”„«»‘’(\[\s]*(?:{openers})(?!\w)", re.IGNORECASE)


_CUE_WEIGHTS = {
    "claim": 1.25,
    "news": 1.15,
    "decision": 1.3,
    "report of speech": 0.85,
    "claim of importance": 0.85,
    "hedge": 0.85,
    "private voice": 0.7,
    "somebody unnamed": 0.9,
    "illustration": 0.7,
    "pointer": 0.85,
}
_ROLE_WEIGHTS = {"conclusion": 1.8, "apparatus": 0.6, "abstract": 2.0, "introduction": 1.2}
"""A conclusion says it with results; the apparatus serves the rest; an abstract is the author's own briefing; an
introduction says what is to come. Of the roles that a heading names the first counts: conclusions and future work."""


ABSTRACT = _ROLE_WEIGHTS["abstract"]
"""The weight of an abstract, for one that stands without a heading before the first."""


@cache
def of(language: str) -> Cues:
    """Return the cues of a language by its English name; of one without, cues that match nothing."""
    known = languages.vocabulary(language)
    return Cues(
        openers=known.scoring.leaning,
        sentences=tuple(
            Cue(name, weight, known.cues[name]) for name, weight in _CUE_WEIGHTS.items() if name in known.cues
        ),
        roles=tuple(
            Role(name, weight, known.roles[name]) for name, weight in _ROLE_WEIGHTS.items() if name in known.roles
        ),
    )
