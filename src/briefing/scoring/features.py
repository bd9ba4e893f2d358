"""What a sentence's place, words and form say about it: factors of its score, each about 1 where they say nothing."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing import segment
from briefing.document import Document
from briefing.scoring import cues
from briefing.scoring.vectors import TermVectors


@dataclass(frozen=True, slots=True)
class Weights:
    """The parameters of the default method, set by hand on eight collections of articles."""

    content: float = 0.6
    """Power of centrality and of topic: what a sentence says, against where it stands and how it looks."""
    heading_words: float = 3.0
    """In how many sentences a word of a heading counts as standing: an author names what matters."""
    brevity: float = 4.0
    """Words added to a sentence's length where its words' weights are averaged: two good words are no summary."""
    opening: float = 1.2
    """Gained at the start of a text with headings, which tells its story part by part."""
    opening_unparted: float = 3.0
    """Gained at the start of a text without any: news puts what matters first."""
    reach: float = 6.0
    """After how many sentences that gain has fallen to a third, in a short text."""
    reach_share: float = 0.05
    """The same as a share of a long text: an introduction grows with what it introduces."""
    first: float = 1.2
    """Gained by the very first sentence, which says what the text is about."""
    section_opening: float = 0.5
    """Gained by the sentence that opens a later section, falling to a third with each sentence."""
    paragraph_opening: float = 1.05
    """Factor of a sentence that opens a paragraph, where paragraphs hold more than one."""
    shortest: int = 10
    """Words below which a sentence is weighed down: it says little by itself."""
    longest: int = 75
    """Words above which a sentence is weighed down: it is an enumeration."""
    question: float = 0.7
    """Factor of a question: what matters is the answer."""
    unfinished: float = 0.8
    """Factor of a sentence without a final mark: a caption, a list's introduction, a remnant of a table."""
    aside: float = 0.7
    """Factor of a sentence that opens with a bracket."""
    quotation: float = 0.75
    """Factor of a sentence that opens with a quotation: colour, seldom the news."""
    citation: float = 0.85
    """Factor of a sentence with a year in brackets: it tells of others' work."""


WEIGHTS = Weights()
"""What the default method uses."""


_FINISHED = re.compile(r"[.!?…。！？;][\"'”’»“)\]]*$")
_ASKING = re.compile(r"[?？][\"'”’»“)\]]*$")
_BRACKET = re.compile(r"[(\[](?!(?:\w|[ivx]+|\d+)[)\]])")
"""An opening bracket, but not that of a list's "(a)", "(iv)" or "[12]"."""
_QUOTE = re.compile(r"[\"'“„«‘]")
_YEAR_IN_BRACKETS = re.compile(r"\([^()]*\b(?:19|20)\d\d")
_ONE = re.compile(r"\W*(?:1\b(?![.,]\d)|I[.):])")
_TWO = re.compile(r"\W*(?:2\b(?![.,]\d)|II[.):])")

Terms = Sequence[Sequence[str]]
"""Of each sentence or heading, its terms in order."""


def factors(document: Document, words: Terms, vectors: TermVectors, heading_terms: Terms) -> dict[str, list[float]]:
    """Give the named factors whose product is the default method's score, each one number a sentence.

    `words` are the words of each sentence in lower case.
    """
    return {
        "centrality": [value**WEIGHTS.content for value in vectors.centrality()],
        "topic": [value**WEIGHTS.content for value in topic(vectors, heading_terms)],
        "position": position(document),
        "section": section(document),
        "paragraph": paragraph(document),
        "form": [
            form(sentence.text, len(spoken)) for sentence, spoken in zip(document.sentences, words, strict=True)
        ],
        "cues": cue_words(words, cues.of(document.language)),
    }


def topic(vectors: TermVectors, heading_terms: Terms, weights: Weights = WEIGHTS) -> list[float]:
    """Give how much each sentence speaks of what the whole text speaks of; the mean is 1.

    The mean weight of its terms, which is the share of sentences that have the term (headings count for several)
    times its idf: terms that come again and again, but not everywhere (after Luhn 1958).
    """
    count = len(vectors.weights)
    spread: dict[str, float] = dict(vectors.frequency)
    for terms in heading_terms:
        for term in dict.fromkeys(terms):
            if term in spread:
                spread[term] += weights.heading_words
    weight = [
        spread[term] / count * vectors.idf[term] if frequency > 1 else 0.0
        for term, frequency in vectors.frequency.items()
    ]
    raw = [math.fsum(weight[number] for number in row) / (len(row) + weights.brevity) for row in vectors.weights]
    mean = math.fsum(raw) / count if count else 0.0
    return [value / mean + 1e-4 if mean else 1.0 for value in raw]


def position(document: Document, weights: Weights = WEIGHTS) -> list[float]:
    """Give the weight of each sentence's distance from the beginning."""
    count = len(document.sentences)
    reach = max(weights.reach, count * weights.reach_share)
    gain = weights.opening if document.headings else weights.opening_unparted
    return [1 + gain * math.exp(-index / reach) + weights.first * math.exp(-index) for index in range(count)]


def section(document: Document, weights: Weights = WEIGHTS) -> list[float]:
    """Give the weight of the section each sentence stands in, and of its place there."""
    result: list[float] = []
    for role, part in zip(_roles(document), document.sections, strict=True):
        gain = weights.section_opening if result else 0.0
        result.extend(role * (1 + gain * math.exp(-place)) for place, _ in enumerate(part.sentences))
    return result


def paragraph(document: Document, weights: Weights = WEIGHTS) -> list[float]:
    """Give the weight of opening a paragraph: 1 everywhere where each sentence is a paragraph."""
    paragraphs = [item for part in document.sections for item in part.paragraphs]
    opening = weights.paragraph_opening if any(len(item.sentences) > 1 for item in paragraphs) else 1.0
    return [1.0 if place else opening for item in paragraphs for place, _ in enumerate(item.sentences)]


def form(text: str, words: int, weights: Weights = WEIGHTS) -> float:
    """Give the weight of a sentence's shape: its length in words, how it opens and how it ends."""
    result = min(1.0, words / weights.shortest) * min(1.0, weights.longest / max(1, words))
    signs = (
        (_ASKING.search(text), weights.question),
        (not _FINISHED.search(text), weights.unfinished),
        (_BRACKET.match(text), weights.aside),
        (_QUOTE.match(text), weights.quotation),
        (_YEAR_IN_BRACKETS.search(text), weights.citation),
    )
    for found, weight in signs:
        result *= weight if found else 1.0
    return result


def cue_words(words: Sequence[Sequence[str]], language: cues.Cues) -> list[float]:
    """Give the weight of the cue phrases in each sentence, given as its lower-case words."""
    if not language.sentences:
        return [1.0] * len(words)
    return [
        math.prod(cue.weight for cue in language.sentences if not cue.phrases.isdisjoint(phrases))
        for phrases in (_phrases(spoken) for spoken in words)
    ]


def _roles(document: Document) -> Iterator[float]:
    """Give the weight of each section's role; a subsection without a role of its own has its parent's."""
    roles = cues.of(document.language).roles
    above: list[tuple[int, float]] = []
    for part in document.sections:
        if part.heading is None:
            yield cues.ABSTRACT if _opens_with_abstract(document) else 1.0
            continue
        while above and above[-1][0] >= part.heading.level:
            above.pop()
        phrases = _phrases(segment.words(part.heading.text.lower()))
        inherited = above[-1][1] if above else 1.0
        weight = next((role.weight for role in roles if not role.phrases.isdisjoint(phrases)), inherited)
        above.append((part.heading.level, weight))
        yield weight


def _opens_with_abstract(document: Document) -> bool:
    """Tell whether what stands before the first heading is an abstract: numbers or an introduction follow it."""
    first, *later = [heading.text for heading in document.headings] or [""]
    if _ONE.match(first) and any(map(_TWO.match, later)):
        return True
    words = _phrases(segment.words(first.lower()))
    introduces = (role for role in cues.of(document.language).roles if role.name == "introduction")
    return bool(later) and any(not role.phrases.isdisjoint(words) for role in introduces)


def _phrases(words: Sequence[str]) -> set[str]:
    """Give the words and the pairs of neighbours."""
    return {*words, *map(" ".join, pairwise(words))}
