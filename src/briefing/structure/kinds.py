"""What kind of text blocks are: a table of signs, each worth something; the kind with the most wins.

Comes in: a text, its blocks and its language. Goes out: one of `KINDS`. What is no part of the message differs from
kind to kind, and so does what is worth quoting.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from itertools import chain

from briefing.blocks import Block, Kind, collapse
from briefing.languages import vocabulary
from briefing.patterns import SENTENCE_END, Openings, regex
from briefing.structure import phrases
from briefing.structure.phrases import DATELINE
from briefing.structure.talk import turns

OTHER = "other"
"""What no sign tells."""

_ENOUGH = 2.5
"""What the signs of a kind must be worth together."""
_HEAD, _LETTER_HEAD = 12, 18
_LONGEST = 200
_OPENING = 2_000
"""Characters in which minutes say who was there."""
_MOST_WORDS = 200_000
"""How many characters are searched for what may stand anywhere."""
_WORD = regex(r"\w+(?:'\w+)*")
_WIRE = regex(
    r"[#SPBE](?:(?<=^#) ?# ?#|(?<=^S)OURCE:? |(?<=\bP)RNewswire|(?<=B)usiness ?Wire|(?<=\bE)NDS\W*$)",
    re.MULTILINE,
)
_AGENCY = regex(r"\((?:Reuters|AP|AFP|CNN|dpa|ANI|PTI|UPI|Xinhua|KNA|epd|APA|EFE)\)")
_CITED = regex(r"(?=[([e])(?:\(\w[^()]{1,60},? (?:19|20)\d\d[a-z]?\)|\bet al\.|\[\d{1,3}\]|\(\d{4}\))")
_OWN_PARTS = regex(r"(?=[TFEA])\b(?:Tables?|Figures?|Figs?\.|Eqs?\.|Equation|Tabelle|Abbildung|Abb\.|Tableau) \(?\d")
_AMENDS = regex(
    r"(?=[iSAB(])(?:\bis amended(?: by|--| to read)|\b(?:Secretary|Administrator|Board) shall\b|\(a\) In General)"
)


class _Evidence:
    """A text with what the signs ask about it."""

    def __init__(self, text: str, blocks: Sequence[Block], language: str) -> None:
        shown = [block for block in blocks if block.aside in ("", "table")]
        fields = [block for block in blocks[:_HEAD] if block.aside in ("code", "metadata")]
        self.text = text[:_MOST_WORDS]
        self.words = self.text.count(" ") + 1
        self.lines = [collapse(text[b.start : min(b.end, b.start + _LONGEST)]) for b in shown]
        prose = (n for n, b in enumerate(shown) if b.end - b.start >= _LONGEST or SENTENCE_END.search(self.lines[n]))
        self.opening = next(prose, len(shown))
        self.turns = turns(text, blocks)
        self.quotes = any(block.kind is Kind.QUOTE for block in shown)
        self.is_message = any(block.aside == "mail head" for block in blocks)
        self.is_spoken = any(block.speaker or block.time for block in blocks)
        self.language = language
        own = [line.strip() for b in fields for line in text[b.start : min(b.end, b.start + _OPENING)].splitlines()]
        known = _words(language).within(" ".join([*self.lines, *own]))
        self.shown = [frozenset(known.kinds(line)) for line in [*self.lines, *own]]
        self.said = Counter(chain.from_iterable(self.shown))
        heads = [line for b, line in zip(shown, self.lines, strict=True) if b.level]
        self.dates: int = sum(phrases.is_date(line, language) for line in heads[:_LONGEST])

    def says(self, kind: str, lines: int | None = None) -> int:
        """Return how many blocks, or of the first few lines, open with what shows a kind by the language's words."""
        return self.said[kind] if lines is None else sum(kind in kinds for kinds in self.shown[:lines])

    def opens(self, kind: str, lines: Iterable[str]) -> bool:
        """Return whether any line opens with boilerplate of a kind."""
        known = phrases.boilerplate(self.language)
        return any(known.match(line, kind=kind) for line in lines)

    @cached_property
    def speech(self) -> float:
        """How many words of a hundred tell who says something."""
        verbs = _speech(self.language)
        counts = Counter(_WORD.findall(self.text))
        joined = {word for word in counts if "'" in word and word.rpartition("'")[2] in verbs}
        return 100 * sum(map(counts.__getitem__, joined | verbs)) / self.words


_SIGNS: tuple[tuple[str, float, Callable[[_Evidence], bool]], ...] = (
    ("book", 7.0, lambda t: t.says("book") > 0),
    ("mail", 4.5, lambda t: t.is_message or t.says("mail", _HEAD) >= 2),
    ("mail", 1.5, lambda t: t.opens("salutation", t.lines[:_LETTER_HEAD])),
    ("mail", 3.0, lambda t: all(t.opens(part, t.lines[:_LETTER_HEAD]) for part in ("address", "salutation"))),
    ("mail", 2.5, lambda t: len(t.lines) < 200 and t.opens("quoted mail", t.lines)),
    ("mail", 2.0, lambda t: t.quotes and t.opens("quoted mail", t.lines[:_HEAD])),
    ("mail", 1.0, lambda t: t.opens("sign-off", (f"{line.rstrip(' ,.!')}," for line in t.lines[1:]))),
    ("minutes", 3.0, lambda t: t.says("minutes", _HEAD) > 0),
    ("minutes", 1.5, lambda t: t.opens("attendance", map(str.strip, t.text[:_OPENING].splitlines()))),
    ("minutes", 1.5, lambda t: t.says("meeting", 2) > 0),
    ("minutes", 1.5, lambda t: t.says("agenda") > 0),
    ("minutes", 1.5, lambda t: t.says("agenda") > 3),
    ("minutes", 1.5, lambda t: t.dates >= 3),
    ("minutes", 2.0, lambda t: t.says("decision") > max(3, len(t.lines) / 4)),
    ("minutes", 1.0, lambda t: t.opens("adjournment", t.lines)),
    ("interview", 5.0, lambda t: t.turns is not None and t.turns.asked > 0.25 and not t.turns.timed),
    ("transcript", 4.5, lambda t: t.is_spoken or t.turns is not None or t.says("transcript") > 0),
    ("press release", 6.0, lambda t: t.says("press release", 6) > 0),
    ("press release", 4.5, lambda t: t.says("release", t.opening) > 0),
    (
        "press release",
        2.0,
        lambda t: t.opens("about", t.lines[-4:]) and any(map(DATELINE.match, t.lines[:6])),
    ),
    ("press release", 1.0, lambda t: _WIRE.search(t.text) is not None),
    ("press release", 2.0, lambda t: t.opens("about", t.lines[_HEAD // 4 :])),
    ("press release", 1.5, lambda t: t.opens("disclaimer", t.lines)),
    ("press release", 1.0, lambda t: t.opens("contact", t.lines)),
    ("law", 3.5, lambda t: t.says("law") > 0),
    ("law", 1.5, lambda t: t.says("clause") >= 3),
    ("law", 1.0, lambda t: t.text.count(" shall ") > t.words / 200),
    ("law", 1.5, lambda t: sum(1 for _ in _AMENDS.finditer(t.text)) > max(1, t.words / 1000)),
    ("judgment", 6.0, lambda t: t.says("judgment", _HEAD) + t.says("ruling") >= 2),
    ("proposal", 3.5, lambda t: t.says("proposal") >= 2),
    ("proposal", 1.5, lambda t: t.says("proposal") >= 4),
    ("paper", 1.5, lambda t: t.says("paper") >= 2),
    ("paper", 1.5, lambda t: t.says("paper") >= 4),
    ("paper", 1.5, lambda t: sum(1 for _ in _CITED.finditer(t.text)) > max(3, t.words / 400)),
    ("paper", 1.0, lambda t: sum(1 for _ in _OWN_PARTS.finditer(t.text)) > max(2, t.words / 1000)),
    ("encyclopedia", 1.5, lambda t: t.says("encyclopedia") > 0),
    ("encyclopedia", 1.0, lambda t: t.says("encyclopedia") > 2),
    ("encyclopedia", 1.5, lambda t: t.says("definition", 2) > 0 and t.speech < 0.3),
    ("how-to", 1.5, lambda t: t.says("step") >= 2 or t.says("step", 1) > 0),
    ("how-to", 2.0, lambda t: t.says("how-to") > 0),
    ("how-to", 2.5, lambda t: t.says("guide") > max(3, len(t.lines) / 8)),
    ("news", 1.5, lambda t: any(DATELINE.match(line) for line in t.lines[:6])),
    ("news", 1.5, lambda t: _AGENCY.search(t.text) is not None),
    ("news", 1.0, lambda t: t.opens("byline", t.lines[:6])),
    ("news", 1.5, lambda t: t.says("news", _HEAD) > 0),
    ("news", 1.5, lambda t: t.speech > 0.4),
    ("news", 1.0, lambda t: t.speech > 0.9),
)
"""Kind, what the sign is worth, and whether a text has it; of kinds worth the same the first is taken.

A sign is looked for only where its kind could be worth enough with it and those below: costly ones stand last.
"""
KINDS = (*dict.fromkeys(kind for kind, _, _ in _SIGNS), OTHER)
"""Every kind."""


def recognise(text: str, blocks: Sequence[Block], *, language: str, stated: str = "") -> str:
    """Return what kind of text blocks are: that which their source states, unless signs tell more."""
    seen = _Evidence(text, blocks, language)
    if not seen.lines:
        return OTHER
    worth = {stated: _ENOUGH} if stated else {}
    left: defaultdict[str, float] = defaultdict(float)
    for kind, weight, _ in _SIGNS:
        left[kind] += weight
    for kind, weight, holds in _SIGNS:
        if worth.get(kind, 0.0) + left[kind] >= _ENOUGH and holds(seen):
            worth[kind] = worth.get(kind, 0.0) + weight
        left[kind] -= weight
    best = max(worth, key=worth.__getitem__, default=OTHER)
    return best if worth.get(best, 0.0) >= _ENOUGH else OTHER


@cache
def _words(language: str) -> Openings:
    fields = phrases.words(language, "mail", "sender", "subject", "field")
    known = vocabulary("english").kinds.keys() | vocabulary(language).kinds.keys()
    kinds = {kind: phrases.words(language, "kinds", kind) for kind in sorted(known)}
    return Openings(kinds | {"mail": rf"(?:{fields}) ?: ?\S"})


@cache
def _speech(language: str) -> frozenset[str]:
    """Return the verbs that tell who says something."""
    own = vocabulary(language) if vocabulary(language).sentences.speech else vocabulary("english")
    return own.sentences.speech.union(word for word in own.cues.get("report of speech", ()) if len(word) > 3)
