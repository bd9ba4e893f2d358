"""Where sentences end: small named repairs, then Punkt.

Each repair looks at one candidate, a run of final punctuation with what stands around it, and says that a
sentence ends there, that it goes on, or nothing. The first that says something decides; `REPAIRS` is their
order.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.languages.schema import Sentences
from briefing.segment.punkt import Model

NEARBY = 400
"""How many characters a repair looks back or ahead; what opens further away counts as unclosed."""


class Candidate(NamedTuple):
    """A place where a sentence may end."""

    text: str
    """The paragraph."""
    start: int
    """Where the sentence starts that may end here."""
    at: int
    """Where the final punctuation starts."""
    word: str
    """The last word before it, without opening brackets and quotes."""
    key: str
    """The word in lower case, without what is elided or compounded before it: "avv" for "l'Avv"."""
    mark: str
    """The final punctuation."""
    closers: str
    """Closing quotes, brackets and citation marks after it."""
    after: int
    """Where the next word starts."""
    spaced: bool
    """Whether white space is before the next word."""
    following: str
    """The next word, with its punctuation."""
    head: str
    """The next word, without opening brackets and quotes; empty when there are only such."""
    usage: Sentences
    """How the language writes."""
    model: Model
    """What Punkt knows of the language."""


Repair = Callable[[Candidate], bool | None]

_UNSPACED = frozenset("。！？｡．؟۔।॥։።፧။\u037e")
_QUOTES = frozenset("\"'“”‘’„‟«»‹›")
_GOES_ON = frozenset(",;:?!)]}%/&=+·、，；：）」』】》〉")
_DASHES = "-–—―"
_ENUMERATOR = re.compile(r"[\s•⁃‣◦▪·*–—-]{0,9}[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5})\Z")
_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)\Z")
_NUMBER = re.compile(r"[#§№]?\d")
_LETTERED = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\b(?!['’])")
_ROMAN = re.compile(r"[IVXLC]{2,6}\Z")
_PLAIN = re.compile(r"[^\W\d_]{2,}\Z|\d{1,3}(?:,\d{3})+\Z")
_ACRONYM = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+\Z")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿąęěůőűıαάεέηήιίοόυύωώаеёиоуыэюяєії")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"\(\d{4}[a-z]?\)")


def own_terminators(c: Candidate) -> bool | None:
    """End at 。！？ ؟ । and their like, which need no space; not inside 《…！》, which is a title."""
    if c.mark[0] not in _UNSPACED:
        return None
    back = c.text[max(c.start, c.at - NEARBY) : c.at]
    inside = back.rfind("《") > back.rfind("》") or (
        back.rfind("「") > back.rfind("」") and c.head[:1] in ("と", "」")
    )
    return not inside and c.following[0] not in _GOES_ON


def missing_space(c: Candidate) -> bool | None:
    """End at "end.Next", between plain words, the second with a capital; not at "3.14", "Node.js", a URL."""
    if c.spaced:
        return None
    head = _LETTERS.match(c.head)
    if head is None or not c.head[0].isupper() or not _PLAIN.match(c.word) or c.mark[0] == "…":
        return False
    name, rest = head[0].lower(), c.head[head.end() : head.end() + 1]
    if name in c.usage.openers or name in c.usage.titles:
        return rest in (",", ".", "")
    ordinary = rest in (",", "") and head[0][1:].islower() and c.model.seen(name)
    return ordinary and (c.word.islower() or c.mark[0] in "?!")


def punctuation_goes_on(c: Candidate) -> bool | None:
    """Go on before a comma, another "?", a closing bracket or lone dots: no sentence begins so."""
    return False if c.following[0] in _GOES_ON or c.following in ("...", "…", ".") else None


def dash_goes_on(c: Candidate) -> bool | None:
    """Go on before a dash and a small letter ("boom! -- it fell"); after a full stop a list may begin."""
    if c.following[0] not in _DASHES:
        return None
    rest = c.text[c.after : c.after + 9].lstrip("-–—― \t\n\u00a0")
    if not rest or (rest[0].islower() and (c.mark[0] in "!?…" or c.closers or not _is_word(c))):
        return False
    return None


def list_number(c: Candidate) -> bool | None:
    """Go on after "1.", "• 2.)", "2.1." at the start: the number belongs to what it numbers."""
    if c.mark != "." or c.at - c.start > 24:
        return None
    return False if _ENUMERATOR.match(c.text[c.start : c.at]) else None


def introducer(c: Candidate) -> bool | None:
    """Go on after "e.g.", "vs." and their like."""
    if c.mark != "." or c.closers or c.key not in c.usage.introducers:
        return None
    return False if c.word[1:].islower() else None


def title(c: Candidate) -> bool | None:
    """Go on after "Dr.", "Gov.", for a name follows; after "St." too, but for "Main St. The"."""
    if c.mark != "." or c.closers or not c.head[:1].isupper():
        return None
    sure = c.key in c.usage.titles and c.word[0].isupper() and not (c.word.isupper() and len(c.word) > 1)
    return False if sure or (c.key in c.usage.titles | c.usage.places and not _opens(c)) else None


def reference(c: Candidate) -> bool | None:
    """Go on after "Fig.", "No.", "pp.", "Sept." before a number, in figures or Roman, or a letter."""
    if c.mark != "." or c.closers or not (c.key in c.model.numbered or c.key in c.usage.counted):
        return None
    return False if _NUMBER.match(c.head) or (_LETTERED.match(c.head) and not _opens(c)) else None


def acronym(c: Candidate) -> bool | None:
    """End at "the U.S. She" and "5 p.m. They"; go on at "the U.S. Government" and "a U.S. firm"."""
    if c.mark != "." or not _ACRONYM.match(c.word):
        return None
    if _opens(c):
        return True
    if c.head[:1].islower():
        return False
    named = c.word.isupper() and c.head[:1].isupper() and not c.closers and c.key not in c.usage.finals
    return False if named else None


def small_letter(c: Candidate) -> bool | None:
    """Go on before a small letter: "Yahoo! in", '"Stop!" he said', "meteor. mast"; not "iPhone", "b) then".

    After a full stop and a well-known word it is left to Punkt: then the writer does without capitals.
    """
    if not c.head[:1].islower() or any(letter.isupper() for letter in c.head) or _ITEM.match(c.following):
        return None
    return None if c.mark == "." and not c.closers and _is_word(c) else False


def opener(c: Candidate) -> bool | None:
    """End before a pronoun, article or conjunction with a capital: "Briggs & Co. It closed", "etc. The"."""
    return True if c.mark == "." and (_opens(c) or c.word in c.usage.words) else None


def ordinal(c: Candidate) -> bool | None:
    """Go on at "5. května", "Ludwig XIV. König", in German at "die 27. Große Kammer" too."""
    if not c.usage.ordinals or c.mark != "." or c.closers or not c.head[:1].isalpha():
        return None
    numbered = c.word.isdigit() and len(c.word) < 3 and (c.usage.capitals or c.head[0].islower())
    return False if _ROMAN.match(c.word) or (numbered and not _opens(c)) else None


def speech_tag(c: Candidate) -> bool | None:
    """Go on at "“Run!” Anna shouted.": a name and a verb of saying belong to the quotation before them."""
    if c.mark == "." or not c.closers or c.closers[-1] not in _QUOTES or c.head != c.following:
        return None
    if _opens(c) and c.head != "I":  # inside a sentence it would be "the man said", "she said"
        return None
    words = c.text[c.after : c.after + 80].split()
    for place, word in enumerate(words[1:4], 2):
        if word.rstrip(".,:;!?…") in c.usage.speech:
            following = words[place] if place < len(words) else "."
            return None if following in c.usage.reported or (word[-1] in ",:" and following[0] in _QUOTES) else False
        if not word.isalpha():
            break
    return None


def bracket_goes_on(c: Candidate) -> bool | None:
    """Go on before "(1998)", a source ("“So be it.” (Smith 55)."), a note on a title ("Why? (Acts) was")."""
    if c.following[0] != "(":
        return None
    if _YEAR.match(c.text, c.after):
        return False
    closed = c.text.find(")", c.after, c.after + NEARBY)
    if closed < 0 or "(" in c.text[c.after + 1 : closed] or not (c.mark[0] in "?!" or c.closers[-1:] in _QUOTES):
        return None
    rest = c.text[closed + 1 : closed + 3].lstrip()[:1]
    return False if rest.islower() or rest in tuple(",;:.") else None


def bracketed(c: Candidate) -> bool | None:
    """Go on inside brackets that open within the sentence and close soon."""
    begin = max(c.start, c.at - NEARBY)
    opened = max(c.text.rfind("(", begin, c.at), c.text.rfind("[", begin, c.at))
    if opened <= c.start or opened < max(c.text.rfind(")", begin, c.at), c.text.rfind("]", begin, c.at)):
        return None
    if any(closer in ")]" for closer in c.closers):
        return None
    ahead = c.text[c.after : c.after + NEARBY]
    return False if ")" in ahead or "]" in ahead else None


def question_or_exclamation(c: Candidate) -> bool | None:
    """End at "?", "!", "?!", and at the Greek question mark."""
    return True if any(mark in c.mark for mark in "?!‽;") else None


def ellipsis(c: Candidate) -> bool | None:
    """End at dots of any form before a capital or a script without; but not where one stammers: "I ... I"."""
    if c.mark[0] != "…" and len(c.mark) == 1:
        return None
    return c.head[:1].isalpha() and not c.head[0].islower() and c.head != c.word


def _opens(c: Candidate) -> bool:
    if not c.head[:1].isupper():
        return False
    head = _LETTERS.match(c.head)
    if head is None or c.head[head.end() : head.end() + 1] == ".":  # "I. Newton", "No. 5"
        return False
    if c.following[0] in _QUOTES and c.following[-1] in _QUOTES:  # a title
        return False
    return head[0].lower().replace("’", "'") in c.usage.openers


def _is_word(c: Candidate) -> bool:
    """Tell words from abbreviations, most of which are short and cut off before a vowel."""
    if c.key in c.usage.abbreviations:
        return False
    cut = c.key.isalpha() and len(c.key) < 8 and c.key[-1] not in _VOWELS and not c.word.isupper()
    return not cut or c.model.seen(c.key)


REPAIRS: tuple[Repair, ...] = (
    own_terminators,
    missing_space,
    punctuation_goes_on,
    dash_goes_on,
    list_number,
    introducer,
    title,
    reference,
    acronym,
    small_letter,
    opener,
    ordinal,
    speech_tag,
    bracket_goes_on,
    bracketed,
    question_or_exclamation,
    ellipsis,
)
"""Every repair, in the order in which they are asked."""
