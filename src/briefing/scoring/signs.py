"""From a Document to the signs by which each sentence shows what it is worth: a number a sign, most of them 0 or 1.

The signs are named in weights.txt; a name begins with its group.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing import languages, segment
from briefing.document import Document, Section
from briefing.patterns import regex
from briefing.scoring import lexicon
from briefing.scoring.table import SIGNS
from briefing.scoring.vectors import TermVectors

_SUBSTANCE = frozenset(
    ("claim", "decision", "change", "comparison", "extreme", "negation", "contrast", "reason", "duty")
)
_OF_CUES = {sign.partition(": ")[2]: sign for sign in SIGNS if sign.startswith(("words: ", "numbers: "))}
"""The sign that a cue is."""

_FINAL = frozenset(".!?…。！？;")
_ENDS = {"?": "form: question", "？": "form: question", "!": "form: exclamation", "！": "form: exclamation",
         ":": "form: colon", "：": "form: colon"}  # fmt: skip
_LENGTHS = {
    "length: over eight": (8, 15),
    "length: over fifteen": (15, 25),
    "length: over forty": (40, 70),
    "length: over seventy": (70, 120),
}
"""Words from which on a sentence shows each sign, and from which on it shows it wholly."""
_ASIDE = regex(r"[(\[](?!(?:\w|[ivx]+|\d+)[)\]])")
"""An opening bracket, but not that of a list's "(a)", "(iv)" or "[12]"."""
_CITATION = regex(r"\([^()]*\b(?:19|20)\d\d|\[\d+(?:[,–-]\s?\d+)*\]")
_PERHAPS_CAPITAL = regex(r"[^ -@\[-~]")
_CODE = (*"`{}|\\<>=@_", "()", "::", "http:", "https:", "www.")
_NUMBER = regex(r"\d(?<![\w.,]\d)(?!(?<=1)[5-9]\d\d\b|(?<=2)0\d\d\b)")
"""A number, but no year."""
_FORMS: Mapping[str, Callable[[str], float]] = {
    "form: capitals": lambda text: sum(map(str.isupper, _PERHAPS_CAPITAL.findall(text))) / len(text),
    "form: inner colon": lambda text: ":" in text[:-1],
    "form: bracket": lambda text: _ASIDE.match(text) is not None,
    "form: quotation": lambda text: text[0] in "\"'“„«‘",
    "form: half a quotation": lambda text: text.count("”") > text.count("“") or text.count('"') % 2 == 1,
    "form: lower case": lambda text: text[0].islower(),
    "form: citation": lambda text: "et al" in text or _CITATION.search(text) is not None,
    "numbers: any": lambda text: _NUMBER.search(text) is not None,
    "numbers: percent": lambda text: "%" in text,
    "numbers: currency": lambda text: any(map(text.__contains__, "$£€¥")),
}
"""What a sentence's text shows of itself."""

_VERDICT = 4
"""Words of what says no more than that a motion is carried."""
_OFTEN_ASKED = 5
"""Of so many sentences one is a question where somebody is there to ask."""

Signs = dict[str, list[float]]
"""Of each sign, by its name, a number a sentence; a sign that no sentence has may be missing."""


class Page(NamedTuple):
    """A document with what only the whole of it can tell about a sentence."""

    document: Document
    """The document."""
    words: Sequence[Sequence[str]]
    """Of each sentence, its words in lower case."""
    vectors: TermVectors
    """The vectors of its sentences' terms."""
    title: Sequence[str]
    """The terms of its title; none where it has none."""
    headings: Sequence[Sequence[str]]
    """The terms of each heading."""
    companions: Sequence[int | None]
    """Of each sentence, the one beside it without which it would dangle; None where it stands alone."""
    cues: Sequence[Sequence[str]]
    """Of each sentence, what its words are signs of."""


def sentence_signs(page: Page, ratings: Mapping[str, Sequence[float]]) -> Signs:
    """Return the signs of the sentences of a document; `ratings` are sumy's, by the names of their signs."""
    count = len(page.document.sentences)
    found: Signs = defaultdict(lambda: [0.0] * count)
    _add_places(count, found)
    _add_sections(page, found)
    _add_forms(page, found)
    _add_words(page, found)
    _add_speakers(page, found)
    _add_topics(page, found)
    for name, values in [*_rated(page), *ratings.items()]:
        found[name] = _ranked(values)
    reach = max(6.0, count / 20)
    often = enumerate(found["topic: said often"])
    found["topic: said early"] = [(value + 0.5) * math.exp(-index / reach) for index, value in often]
    return dict(found)


def weighed(signs: Signs, weights: Mapping[str, float]) -> list[float]:
    """Return what the signs of each sentence weigh together, of those that have a weight."""
    columns = [[weights[name] * value for value in values] for name, values in signs.items() if name in weights]
    return list(map(math.fsum, zip([0.0] * len(signs["place: first"]), *columns, strict=True)))


def _add_places(count: int, found: Signs) -> None:
    """Add what the distance from the beginning and from the end says."""
    for name, reach in (("place: first", 1.0), ("place: opening", 4.0), ("place: beginning", 12.0)):
        found[name] = [math.exp(-index / reach) for index in range(count)]
    for name, reach in (("place: end", 2.0), ("place: ending", max(3.0, count * 0.06))):
        found[name] = [math.exp(-left / reach) for left in reversed(range(count))]


def _add_sections(page: Page, found: Signs) -> None:
    """Add what the section and the paragraph say, and the place in them."""
    filled = [(section, roles) for section, roles in roles_of(page.document) if section.paragraphs]
    for number, (section, roles) in enumerate(filled):
        common = [f"role: {role}" for role in roles]
        if number == 1:
            common.append("section: second")
        if 1 < number == len(filled) - 1:
            common.append("section: last")
        sentences = list(section.sentences)
        for place, sentence in enumerate(sentences):
            for name in common:
                found[name][sentence.index] = 1.0
            if "introduction" in roles and 3 * place >= 2 * len(sentences):
                found["section: end of introduction"][sentence.index] = 1.0
            if number:
                found["section: opening"][sentence.index] = math.exp(-place)
                found["section: beginning"][sentence.index] = math.exp(-place / 3)
        for paragraph in section.paragraphs:
            count = len(paragraph.sentences)
            found["paragraph: opening"][paragraph.sentences[0].index] = float(count > 1)
            for sentence in paragraph.sentences:
                found["paragraph: length"][sentence.index] = math.log(count)


_AHEAD = {"paper": frozenset({"abstract"})}
"""The roles of what stands ahead of all headings, by the kind of text."""


_BESIDE = frozenset({"methods"})
"""What a section of an abstract may be beside an abstract."""


def roles_of(document: Document) -> Iterator[tuple[Section, frozenset[str]]]:
    """Yield each section with its roles; one without any of its own has those of the heading above it.

    What a paper says ahead of all headings is its abstract.
    """
    known = lexicon.cues(document.language).roles
    above: list[tuple[int, frozenset[str]]] = []
    for section in document.sections:
        if section.heading is None:
            yield section, _AHEAD.get(document.kind, frozenset())
            continue
        while above and above[-1][0] >= section.heading.level:
            above.pop()
        own = frozenset(lexicon.named(segment.words(section.heading.text.lower()), known))
        inherited = above[-1][1] if above else frozenset()
        roles = own if own - _BESIDE else own | inherited
        above.append((section.heading.level, roles))
        yield section, roles


def _add_forms(page: Page, found: Signs) -> None:
    """Add what a sentence's length, beginning, marks and end say."""
    texts = [sentence.text for sentence in page.document.sentences]
    for name, form in _FORMS.items():
        found[name] = list(map(form, texts))
    marks = [mark for mark in _CODE if mark in page.document.text]
    found["form: code"] = [min(1.0, sum(map(text.count, marks)) / 4) for text in texts]
    for index, end in enumerate(map(ending, texts)):
        if end in _ENDS:
            found[_ENDS[end]][index] = 1.0
        if end not in _FINAL:
            found["form: unfinished"][index] = 1.0
    found["form: after colon"] = [0.0, *found["form: colon"]][: len(texts)]
    for name, (least, most) in _LENGTHS.items():
        counts = set(map(len, page.words))
        shares = {count: max(0.0, min(1.0, (count - least) / (most - least))) for count in counts}
        found[name] = [shares[len(words)] for words in page.words]


def ending(text: str) -> str:
    """Return the last character of a text, behind which quotation marks and brackets may close."""
    return text.rstrip("\"'”’»“)]")[-1:]


def _add_words(page: Page, found: Signs) -> None:
    """Add what the words of a sentence are cues of."""
    has_verbs = "verb" in languages.vocabulary(page.document.language).cues
    for index, cues in enumerate(page.cues):
        for cue in cues:
            if cue in _OF_CUES:
                found[_OF_CUES[cue]][index] = 1.0
        found["words: substance"][index] = min(6, sum(map(_SUBSTANCE.__contains__, cues))) / 6
        if has_verbs and "verb" not in cues:
            found["form: no verb"][index] = 1.0
    if page.document.kind == "minutes":
        _add_verdicts(page, found["words: resolution"])


def _add_verdicts(page: Page, resolved: list[float]) -> None:
    """Pass what a few words decide, as "Passed unanimously.", on to what their section opens with: the motion."""
    for section in (section for section in page.document.sections if section.heading and section.paragraphs):
        first, *others = (sentence.index for sentence in section.sentences)
        short = {index for index in others if len(page.words[index]) <= _VERDICT}
        is_told = any(resolved[index] for index in others if index not in short)
        if not is_told and any("verdict" in page.cues[index] for index in short):
            resolved[first] = 1.0


def _add_speakers(page: Page, found: Signs) -> None:
    """Add how much of what its speaker says is questions: what is worth quoting is what the others answer."""
    told = [(sentence.speaker, ending(sentence.text) in "?？") for sentence in page.document.sentences]
    asked, said = Counter(who for who, asks in told if asks), Counter(who for who, _ in told)
    if len(said) > 1:
        found["speaker: asks"] = [min(1.0, _OFTEN_ASKED * asked[who] / said[who]) if who else 0.0 for who, _ in told]


def _add_topics(page: Page, found: Signs) -> None:
    """Add what the words of a sentence share with the title, with the first sentence and with those before."""
    rows = list(map(frozenset, page.vectors.terms))
    if title := frozenset(page.title):
        found["topic: title"] = [len(terms & title) / max(3, len(title)) for terms in rows]
    first = rows[0] if rows else frozenset()
    told: set[str] = set()
    for index, terms in enumerate(rows):
        if index:
            found["topic: first sentence"][index] = len(terms & first) / max(4, len(first))
        found["topic: new words"][index] = len(terms - told) / max(1, len(terms))
        told |= terms
    found["topic: long words"] = [sum(map(len, words)) / max(1, len(words)) for words in page.words]


def _rated(page: Page) -> Iterator[tuple[str, Sequence[float]]]:
    """Return what is compared between the sentences of the text: their ranks tell, not the numbers."""
    vectors = page.vectors
    yield "topic: central", vectors.centrality()
    yield "topic: said often", _said_often(page)
    told = zip(vectors.counts, vectors.terms, strict=True)
    yield "topic: telling", [math.fsum(map(vectors.idf.__getitem__, row)) / (len(own) + 3) for row, own in told]


def _said_often(page: Page) -> list[float]:
    """Return how much each sentence speaks of what the whole text speaks of (after Luhn 1958).

    The mean weight of its terms, which is the share of sentences that have the term (a heading counts for three)
    times its idf: terms that come again and again, but not everywhere. Four words are added to a sentence's length:
    two good words are no summary.
    """
    vectors, count = page.vectors, len(page.vectors.counts)
    spread = Counter(vectors.frequency)
    for terms in page.headings:
        spread.update({term: 3 for term in terms if term in vectors.frequency})
    weight = {
        term: spread[term] / count * vectors.idf[term] if frequency > 1 else 0.0
        for term, frequency in vectors.frequency.items()
    }
    return [math.fsum(map(weight.__getitem__, row)) / (len(row) + 4) for row in vectors.counts]


def _ranked(values: Sequence[float]) -> list[float]:
    """Return each value's place among all, from -0.5 to 0.5; equal ones share theirs."""
    counts, below, places = Counter(values), 0, dict[float, float]()
    for value in sorted(counts):
        places[value] = (2 * below + counts[value]) / (2 * len(values)) - 0.5
        below += counts[value]
    return [places[value] for value in values]
