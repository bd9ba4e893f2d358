"""The signs of a sentence and what each weighs, as weights.txt has them, by the traits of the text.

tests/benchmarks/fit_weights.py fits them.
"""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from briefing import weights

OTHER = "other"
"""The group of kinds that have no weights of their own."""
GROUPS = {
    "news": "news",
    "press release": "news",
    "paper": "paper",
    "proposal": "proposal",
    "law": "law",
}
"""Kinds of text, by `Document.kind`, whose readers quote by other signs."""
TRAITS = (*dict.fromkeys(GROUPS.values()), OTHER, "unparted", "long")
"""What a text may be, in the order of the columns: of a group, without headings, of more sentences than `LONG`."""
LONG = 100

GIVEN: Mapping[str, Mapping[str, float]] = {
    "paper": {"role: abstract": 0.5},
    "minutes": {"words: resolution": 0.8, "words: motion": -0.5, "words: past": -0.3, "role: actions": 0.4,
                "role: background": -0.4, "place: ending": -0.3, "form: capitals": 0.25},
    "transcript": {"words: resolution": 0.2, "words: request": 0.2, "speaker: asks": -0.4, "place: first": -0.2},
    "interview": {"speaker: asks": -0.4},
    "judgment": {"words: holding": 0.8, "words: contention": -0.3, "role: discussion": 0.3, "role: background": -0.2},
    "mail": {"words: resolution": 0.2, "words: request": 0.8, "form: question": 0.3},
    "other": {"words: lesson": 0.5},
    "law": {"words: enactment": 0.6},
}  # fmt: skip
"""What signs weigh besides in kinds of which no reader has marked any: meetings resolve what is moved, and say last
when they meet again, laws set things up, courts hold, letters ask, blogs tell what was learned, talks begin with
greetings, and who asks says little; or too few: hardly a paper that they marked has an abstract."""

OUTCOME = {
    "role: abstract": 0.2,
    "role: introduction": -0.25,
    "role: apparatus": -0.3,
    "role: conclusion": 0.15,
    "role: decision": 0.6,
    "words: presentation": 0.35,
    "words: present": 0.25,
    "words: aim": -0.9,
    "words: contention": -0.5,
    "words: amendment": -0.3,
    "words: past": -0.4,
    "words: plan": -0.9,
    "words: contrast": -0.15,
    "length: over forty": -0.4,
    "length: over seventy": -0.6,
    "form: exclamation": -0.5,
    "topic: telling": -0.3,
    "topic: title": 0.45,
    "topic: what it is": 0.4,
    "form: question": -0.5,
    "place: late": -0.5,
}
"""What a sign adds to the worth of a sentence that is to stand alone, as it fits what careful readers took for the
bottom line: what is presented and said of the title, plain and short; no aim, no party's contention, no change of a
wording, nothing that was once, no side matter."""
_SAID = {"topic: said often": 0.5, "words: definition": -0.3, "words: hedge": -0.2}
OUTCOME_OF: Mapping[str, Mapping[str, float]] = {
    "judgment": {"role: discussion": 0.0, "words: holding": 1.4, "words: past": 0.0, "place: late": 0.0,
                 "place: ending": 0.6, "role: background": -0.8, "form: unfinished": -1.0, "words: duty": -0.2},
    "law": {"place: opening": 0.5, "words: aim": -0.6, "words: duty": 0.2, "form: capitals": -1.0,
            "numbers: currency": -0.4, "words: commencement": -0.6, "words: enactment": 0.6, "words: amendment": -0.6,
            "length: over forty": 0.0, "paragraph: length": -0.2, "place: beginning": 0.4, "role: decision": 0.0},
    "minutes": {"words: resolution": 1.1, "words: motion": -0.8, "words: hedge": -0.3, "words: past": -0.6,
                "role: actions": 0.6, "role: background": -1.2, "role: abstract": -0.3, "role: conclusion": 0.6,
                "numbers: any": 0.15, "numbers: amount": 0.3, "length: over eight": 0.2, "length: over fifteen": 0.3,
                "length: over forty": 0.0, "topic: telling": 0.0, "topic: title": 0.0, "place: late": 0.0},
    "paper": {"role: background": -0.5, "role: conclusion": 0.3, "words: claim": 0.5, "words: presentation": 0.3,
              "words: method": -0.8, "words: status quo": -0.6, "role: sequel": -0.4},
    "proposal": {"words: status quo": -0.6, "words: choice": 0.3, "words: chosen": 0.5, "role: introduction": 0.1,
                 "role: abstract": 0.4, "role: drawbacks": -0.4},
    "how-to": {"section: opening": -0.4, "words: hedge": -0.3, "place: first": 0.2},
    "other": {"numbers: date": 0.15, "role: sequel": -0.9, "form: quotation": -0.4, "words: announcement": 0.4,
              "words: lesson": 0.4},
    "news": {"place: late": -0.9, "form: quotation": -0.4, "words: announcement": 0.4},
    "press release": {"place: late": -0.9, "form: quotation": -0.4, "words: announcement": 0.4},
    "mail": {"words: request": 0.5, "form: question": 0.5},
    "transcript": _SAID,
    "interview": _SAID,
}  # fmt: skip
"""What differs in some kinds: a judgment is its order, and not the way to it; a law opens with what it is for or
sets up, and rules who shall do what; a meeting decides that most which takes most words and the largest figures, and
not what is only moved; a paper is what it found, a proposal what it does or chooses, and neither how things are
today; a guide says first what it is for; what gives a day tells what happens on it, and no report is what shall come
of it, but what is announced; news says the news, and then what is around it; a mail asks; a talk says its point
often."""

FILE = Path(__file__).with_name("weights.txt")
WEIGHTS: Mapping[str, tuple[float, ...]] = weights.read(FILE)
"""What each sign weighs in all texts, and what each trait of a text adds. Under '' stands what all begin with."""
SIGNS = tuple(dict.fromkeys([*filter(None, WEIGHTS), *OUTCOME, *chain(*GIVEN.values(), *OUTCOME_OF.values())]))
"""The signs' names."""
