"""Which sentences no briefing quotes, and why: what is understood only where it stands, and what says nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter
from unicodedata import normalize

from briefing import languages, segment
from briefing.document import Sentence
from briefing.patterns import Openings, regex
from briefing.scoring import coherence, lexicon
from briefing.scoring.signs import Page, ending

_FEWEST = 5
_TELLING, _HOLDING = frozenset({"decision", "resolution", "request"}), frozenset({"holding"})
"""What four words may say, "We recommend Brodie's.", and what three: "REJETTE le pourvoi ;"."""
_REMNANT = 12
_UNFINISHED = 0.2
"""Share of the sentences that go without a final mark, up to which these are captions and labels."""
_CAPTION = 2
"""Sentences of a picture's caption, before its credit."""
_FINAL, _LEADS = frozenset(".!?…。！？;।؟۔"), frozenset(":：—")
_SPOKEN = frozenset({"interview", "transcript"})
_QUOTING = _SPOKEN | {"law"}
"""Texts in which a quotation mark opens no speech of somebody else."""
_BROKEN_OFF = ("...", "…")
_OPEN_ENDS = (*_BROKEN_OFF, "--", "—", "?", "？")
_CLAUSE = regex(r"[\"“'‘]?(?:\(?(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2})+\.?) +(?=\S)")
_GOES_ON = regex(r"[;,](?: \w{1,3})?\Z")
_HEADING, _TEXT = -2, -1
"""The columns, left of all those that items have, of a heading and of a paragraph that a list may follow."""


def _form(text: str, words: Sequence[str], cues: Sequence[str], language: str) -> str:
    """Return why a sentence is not quoted by how it is built; '' where that is no reason."""
    end, count = ending(text), len(words)
    is_verbless = "verb" not in cues and "verb" in languages.vocabulary(language).cues
    if end in _LEADS and "enactment" not in cues:  # "There is hereby created a fund for:" says the main thing.
        return "list introduction"
    if text.count(" ) ") + text.count(" ] ") > 1:
        return "formula"
    telling = _TELLING if count == _FEWEST - 1 else _HOLDING if count == _FEWEST - 2 else frozenset[str]()
    if count < _FEWEST and telling.isdisjoint(cues):
        return "fragment"
    if count < _REMNANT and end not in _FINAL and is_verbless:
        return "remnant"
    numbered = _CLAUSE.match(text)
    begins = text[numbered.end() if numbered else 0].islower()
    goes_on = (numbered or begins) and _GOES_ON.search(text)
    return "clause" if goes_on or (numbered and (is_verbless or begins)) else ""


def _openings(text: str, language: str, known: Openings) -> Iterator[str]:
    """Yield why a sentence is not quoted by what it opens with, perhaps behind a quotation mark or a bracket."""
    filler = _filler(language).match(text)
    for start in {0, int(text[:1] in "\"'“„«("), filler.end() if filler else 0}:
        yield from known.kinds(text, start)


@cache
def _filler(language: str) -> re.Pattern[str]:
    """Return what is said before a sentence begins: "Okay, so"."""
    words = languages.vocabulary(language).scoring.get("filler", "")
    return re.compile(rf"(?:(?:{words})\b,? )*" if words else "", re.IGNORECASE)


@cache
def _known(language: str) -> Openings:
    return Openings(languages.vocabulary(language).unquotable)


REASONS = (
    "list introduction",  # "The bill has four parts:", "It is amended by—"
    "formula",  # "ANN LEE, ) Appeal from the Circuit ) Court of Ash", beside what is of the case alone
    "fragment",  # "Not now."
    "remnant",  # "Strengthening of the third pillar"
    "clause",  # "(c) the owner of a boat;"
    "caption",  # "Figure 3: Rainfall by month."
    "credit",  # "Photographs by Ann Lee."
    "attendance",  # "Present: A. Lee (chair), B. Ode."
    "greeting",  # "Thank you all for coming."
    "chatter",  # "Um, yeah, the, the show."
    "open end",  # "So what we had was..."; "Who pays?", in a talk
    "dangling",  # "And so it was.", in a talk, behind what is not quoted
    "pointer",  # "See table 3 for the figures."
    "step",  # "Go on to step 4."
    "quotation",  # "> Pointers conform to Sendable.", in a text that is about what it quotes
    "half a quotation",  # "\"We shall win." and, in the sentence behind it, "We always have.\""
    "condition",  # "- The field is dropped.", under "If the gate is off:"
)
"""Why a sentence is not quoted, by how it is built or by what it opens with; of several the first counts."""


def reason(text: str, language: str) -> str | None:
    """Return why a sentence is not to be quoted; None where it may be."""
    words = segment.words(text.lower())
    cues = lexicon.named(words, lexicon.cues(language).sentences)
    return _form(text, words, cues, language) or next(_openings(text, language, _known(language)), None)


def reasons(page: Page) -> dict[int, str]:
    """Return of each sentence that is not to be quoted, by its index, why."""
    document, language = page.document, page.document.language
    texts = [normalize("NFC", sentence.text) for sentence in document.sentences]
    known = _known(language).within(" ".join(texts))
    told = enumerate(zip(texts, page.words, page.cues, strict=True))
    found = (
        (index, _form(text, words, cues, language) or next(_openings(text, language, known), None))
        for index, (text, words, cues) in told
    )
    barred = {index: why for index, why in found if why}
    barred = dict(_by_place(page)) | barred
    if document.kind not in _QUOTING:
        barred = dict.fromkeys(coherence.halves(document), "half a quotation") | barred
    open_ends = _OPEN_ENDS if document.kind in _SPOKEN else _BROKEN_OFF
    unended = (sentence.index for sentence in document.sentences if sentence.text.endswith(open_ends))
    barred = dict.fromkeys(unended, "open end") | barred
    if document.kind in _SPOKEN:
        for index, companion in enumerate(page.companions):
            if companion == index - 1 and companion in barred:
                barred.setdefault(index, "dangling")
    unfinished = [sentence.index for sentence in document.sentences if ending(sentence.text) not in _FINAL]
    is_deck = document.unit == "paragraph" and unfinished[:1] == [0]
    if is_deck and not set(page.title).isdisjoint(page.vectors.terms[0]):  # It says the news.
        del unfinished[0]
    if len(unfinished) < _UNFINISHED * len(document.sentences):
        remnants = (index for index in unfinished if ending(document.sentences[index].text) not in _LEADS)
        barred = dict.fromkeys(remnants, "remnant") | barred
    named = (
        (section.heading.text, each) for section in document.sections if section.heading for each in section.sentences
    )
    barred |= {each.index: "remnant" for name, each in named if each.text.rstrip(".") == name.rstrip(".")}
    for paragraph in (paragraph for section in document.sections for paragraph in section.paragraphs):
        *described, last = paragraph.sentences
        credited = last.text.startswith("(") and "credit" in _openings(last.text, document.language, known)
        if credited and len(described) <= _CAPTION:
            barred |= dict.fromkeys((sentence.index for sentence in described), "caption")
    return barred


def _by_place(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the index of each sentence that is not quoted for where it stands, and why.

    What a text quotes it may be about to refute, unless a meeting resolves it; what a list says holds only under what
    is said above it.
    """
    document = page.document
    paragraphs = [paragraph for section in document.sections for paragraph in section.paragraphs]
    quoted = [sentence.index for own in paragraphs if own.form == "quote" for sentence in own.sentences]
    if document.kind == "minutes":
        quoted = [index for index in quoted if "resolution" not in page.cues[index]]
    if 2 * len(quoted) < len(document.sentences):
        yield from ((index, "quotation") for index in quoted)
    if not (condition := _condition(document.language)):
        return
    told: list[tuple[int, int, str, tuple[Sentence, ...]]] = []
    told += [(heading.start, _HEADING, heading.text, ()) for heading in document.headings]
    told += [(other.start, _TEXT, other.text, ()) for other in document.boilerplate if other.kind == "lead-in"]
    for own in paragraphs:
        start = own.sentences[0].start
        column = start - document.text.rfind("\n", 0, start) - 1 if own.form == "item" else _TEXT
        told.append((start, column, own.sentences[-1].text, own.sentences))
    above: list[int] = []
    for _, column, text, sentences in sorted(told, key=itemgetter(0)):
        while above and above[-1] >= column:
            above.pop()
        if above and column > _TEXT:
            yield from ((sentence.index, "condition") for sentence in sentences)
        if (column == _HEADING or ending(text) in _LEADS) and condition.match(text):
            above.append(column)


@cache
def _condition(language: str) -> re.Pattern[str] | None:
    words = languages.vocabulary(language).scoring.get("condition", "")
    return re.compile(rf"\W{{0,3}}(?:{words})\b", re.IGNORECASE) if words else None
