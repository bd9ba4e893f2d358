"""From a Document to the signs by which each sentence shows what it is worth: a number a sign, most of them 0 or 1.

The signs are named in weights.txt; a name begins with its group.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing import languages, segment
from briefing.document import Document, Paragraph, Section, Sentence
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
_ASIDE = regex(r"[(\[](?!(?:\w|[ivx]+|\d+)[)\]])")
"""An opening bracket, but not that of a list's "(a)", "(iv)" or "[12]"."""
_CITATION = regex(r"\([^()]*\b(?:19|20)\d\d|\[\d+(?:[,–-]\s?\d+)*\]")
_PERHAPS_CAPITAL = regex(r"[^ -@\[-~]")
_CODE = (*"`{}|\\<>=@_", "()", "::", "http:", "https:", "www.")
_NUMBER = regex(r"\d(?<![\w.,]\d)(?!(?<=1)[5-9]\d\d\b|(?<=2)0\d\d\b)")
"""A number, but no year."""
_MONEY = "$£€¥"

Signs = dict[str, float]
"""The signs of a sentence by their names; those that are not there are 0."""


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


def sentence_signs(page: Page, ratings: Mapping[str, Sequence[float]]) -> list[Signs]:
    """Return the signs of each sentence of a document; `ratings` are sumy's, by the names of their signs."""
    found: list[Signs] = [{} for _ in page.document.sentences]
    for sentence, own in zip(page.document.sentences, found, strict=True):
        own.update(_place(sentence.index, len(found)))
    _add_sections(page, found)
    _add_words(page, found)
    _add_topics(page, found)
    for name, values in [*_rated(page), *ratings.items()]:
        for own, value in zip(found, _ranked(values), strict=True):
            own[name] = value
    reach = max(6.0, len(found) / 20)
    for index, own in enumerate(found):
        own["topic: said early"] = (own["topic: said often"] + 0.5) * math.exp(-index / reach)
    return found


def _place(index: int, count: int) -> Signs:
    """Return what the distance from the beginning and from the end says."""
    left = count - 1 - index
    return {
        "place: first": math.exp(-index),
        "place: opening": math.exp(-index / 4),
        "place: beginning": math.exp(-index / 12),
        "place: end": math.exp(-left / 2),
        "place: ending": math.exp(-left / max(3.0, count * 0.06)),
    }


def _add_sections(page: Page, found: list[Signs]) -> None:
    """Add what the section and the paragraph say, and the place in them."""
    filled = [(section, roles) for section, roles in roles_of(page.document) if section.paragraphs]
    for number, (section, roles) in enumerate(filled):
        common = {f"role: {role}": 1.0 for role in roles}
        if number == 1:
            common["section: second"] = 1.0
        if 1 < number == len(filled) - 1:
            common["section: last"] = 1.0
        sentences = list(section.sentences)
        for place, sentence in enumerate(sentences):
            own = found[sentence.index]
            own.update(common)
            if "introduction" in roles and 3 * place >= 2 * len(sentences):
                own["section: end of introduction"] = 1.0
            if number:
                own["section: opening"], own["section: beginning"] = math.exp(-place), math.exp(-place / 3)
        for paragraph in section.paragraphs:
            _add_paragraph(paragraph, found)


def _add_paragraph(paragraph: Paragraph, found: list[Signs]) -> None:
    length = math.log(len(paragraph.sentences))
    for sentence in paragraph.sentences:
        found[sentence.index]["paragraph: length"] = length
    if length:
        found[paragraph.sentences[0].index]["paragraph: opening"] = 1.0


_AHEAD = {"paper": frozenset({"abstract"})}
"""The roles of what stands ahead of all headings, by the kind of text."""


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
        roles = own or (above[-1][1] if above else frozenset())
        above.append((section.heading.level, roles))
        yield section, roles


def _add_words(page: Page, found: list[Signs]) -> None:
    """Add what a sentence's own form, numbers and words say."""
    vocabulary = languages.vocabulary(page.document.language)
    phrases = lexicon.cues(page.document.language).sentences
    announced = False
    for sentence, words in zip(page.document.sentences, page.words, strict=True):
        own = found[sentence.index]
        own.update(_form(sentence, len(words)))
        if announced:
            own["form: after colon"] = 1.0
        announced = "form: colon" in own
        own.update(_cue_words(lexicon.named(words, phrases), sentence.text, has_verbs="verb" in vocabulary.cues))


def _form(sentence: Sentence, words: int) -> Signs:
    """Return what a sentence's length, beginning and end say."""
    text = sentence.text
    found = {
        **_length(words),
        "form: capitals": sum(map(str.isupper, _PERHAPS_CAPITAL.findall(text))) / len(text),
        "form: code": min(1.0, sum(map(text.count, _CODE)) / 4),
        "form: inner colon": float(":" in text[:-1]),
        "form: bracket": float(_ASIDE.match(text) is not None),
        "form: quotation": float(text[0] in "\"'“„«‘"),
        "form: half a quotation": float(text.count("”") > text.count("“") or text.count('"') % 2 == 1),
        "form: lower case": float(text[0].islower()),
        "form: citation": float("et al" in text or _CITATION.search(text) is not None),
    }
    end = ending(text)
    if end in _ENDS:
        found[_ENDS[end]] = 1.0
    if end not in _FINAL:
        found["form: unfinished"] = 1.0
    return found


def ending(text: str) -> str:
    """Return the last character of a text, behind which quotation marks and brackets may close."""
    return text.rstrip("\"'”’»“)]")[-1:]


@lru_cache(maxsize=1_000)
def _length(words: int) -> Signs:
    return {
        "length: over eight": _share(words, 8, 15),
        "length: over fifteen": _share(words, 15, 25),
        "length: over forty": _share(words, 40, 70),
        "length: over seventy": _share(words, 70, 120),
    }


def _cue_words(cues: Sequence[str], text: str, *, has_verbs: bool) -> Signs:
    """Return what the numbers and words of a sentence say; of a language without cues, what its marks do."""
    found = {_OF_CUES[cue]: 1.0 for cue in cues if cue in _OF_CUES}
    if _NUMBER.search(text):
        found["numbers: any"] = 1.0
    if "%" in text:
        found["numbers: percent"] = 1.0
    if any(map(text.__contains__, _MONEY)):
        found["numbers: currency"] = 1.0
    found["words: substance"] = min(6, sum(map(_SUBSTANCE.__contains__, cues))) / 6
    if has_verbs and "verb" not in cues:
        found["form: no verb"] = 1.0
    return found


def _add_topics(page: Page, found: list[Signs]) -> None:
    """Add what the words of a sentence share with the title, with the first sentence and with those before."""
    first = frozenset(page.vectors.terms[0]) if found else frozenset()
    title = frozenset(page.title)
    told: set[str] = set()
    for index, (own, terms) in enumerate(zip(found, page.vectors.terms, strict=True)):
        different = frozenset(terms)
        if title:
            own["topic: title"] = len(different & title) / max(3, len(title))
        if index:
            own["topic: first sentence"] = len(different & first) / max(4, len(first))
        own["topic: new words"] = len(different - told) / max(1, len(different))
        told |= different
        words = page.words[index]
        own["topic: long words"] = sum(map(len, words)) / max(1, len(words))


def _rated(page: Page) -> Iterator[tuple[str, Sequence[float]]]:
    """Return what is compared between the sentences of the text: their ranks tell, not the numbers."""
    vectors = page.vectors
    yield "topic: central", vectors.centrality()
    yield "topic: said often", _said_often(page)
    told = zip(vectors.weights, vectors.terms, strict=True)
    yield "topic: telling", [math.fsum(map(vectors.idf.__getitem__, row)) / (len(own) + 3) for row, own in told]


def _said_often(page: Page) -> list[float]:
    """Return how much each sentence speaks of what the whole text speaks of (after Luhn 1958).

    The mean weight of its terms, which is the share of sentences that have the term (a heading counts for three)
    times its idf: terms that come again and again, but not everywhere. Four words are added to a sentence's length:
    two good words are no summary.
    """
    vectors, count = page.vectors, len(page.vectors.weights)
    spread = Counter(vectors.frequency)
    for terms in page.headings:
        spread.update({term: 3 for term in terms if term in vectors.frequency})
    weight = {
        term: spread[term] / count * vectors.idf[term] if frequency > 1 else 0.0
        for term, frequency in vectors.frequency.items()
    }
    return [math.fsum(map(weight.__getitem__, row)) / (len(row) + 4) for row in vectors.weights]


def _share(number: int, least: int, most: int) -> float:
    """Return how far a number is on the way from one to another, 0 to 1."""
    return max(0.0, min(1.0, (number - least) / (most - least)))


def _ranked(values: Sequence[float]) -> list[float]:
    """Return each value's place among all, from -0.5 to 0.5; equal ones share theirs."""
    order = sorted(values)
    last = {value: place for place, value in enumerate(order)}
    first = {value: -place for place, value in enumerate(reversed(order), 1 - len(order))}
    return [(first[value] + last[value] + 1) / (2 * len(order)) - 0.5 for value in values]
