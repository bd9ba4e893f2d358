"""Where sentences end: small named repairs, then Punkt.

Each repair looks at one candidate, a run of final punctuation with what stands around it, and says that a sentence
ends there, that it goes on, or nothing. The first that says something decides; `REPAIRS` is their order.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from briefing.segment.usage import Usage

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
    """The next word, without opening brackets and quotes."""
    usage: Usage
    """How the language writes."""
    references: frozenset[str]
    """Abbreviations that a number follows."""


Repair = Callable[[Candidate], bool | None]

_UNSPACED = frozenset("。！？｡؟۔।॥։።፧။។\u037e")
_QUOTES = "\"'“”‘’„‟«»‹›"
_GOES_ON = frozenset(",;:)]}%/&=+*、，；：）」』】》〉・·")
_DASHES = frozenset("-–—―")
_ENUMERATOR = re.compile(r"[\s•⁃‣◦▪·*–—-]{0,9}[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,6}|[IVXLC]{1,6})\Z")
_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})\)\Z")
_NUMBER = re.compile(r"[#§№]?(?:\d|[IVXLCivxlc]{1,6}\b(?!')|[A-Z]\b(?!['’ ]))")
_PLAIN = re.compile(r"[^\W\d_]{2,}\Z|\d{1,3}(?:,\d{3})+\Z")
_ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\Z")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TAG = re.compile(r"(?:I|[^\W\d_]+\.?(?:\s[^\W\d_]+){0,2}?)\s([^\W\d_]+)\b")


def own_terminators(c: Candidate) -> bool | None:
    """。！？ ؟ । and their like end a sentence without any space; 《…！》 holds a title."""
    if c.mark[0] not in _UNSPACED:
        return None
    back = c.text[max(c.start, c.at - NEARBY) : c.at]
    return c.following[:1] not in _GOES_ON and back.rfind("《") <= back.rfind("》") and not _quoted_in_cjk(c, back)


def _quoted_in_cjk(c: Candidate, back: str) -> bool:
    if back.rfind("「") > back.rfind("」"):
        return c.following.startswith(("と", "って", "という")) or "」" not in c.closers
    return False


def missing_space(c: Candidate) -> bool | None:
    """ "end.Next": a plain word, a full stop, a plain word with a capital; not "3.14", "U.S", "Node.js", a URL."""
    if c.spaced:
        return None
    head = _LETTERS.match(c.head)
    if head is None or not c.head[0].isupper() or not _PLAIN.match(c.word) or c.mark[0] == "…":
        return False
    name = head[0].lower()
    if c.head[head.end() : head.end() + 1] not in ("", ",") and name not in c.usage.titles:
        return False
    ordinary = name in c.usage.openers or name in c.usage.titles
    return ordinary or (c.word.islower() and not any(letter.isupper() for letter in c.head[1:]))


def punctuation_goes_on(c: Candidate) -> bool | None:
    """No sentence begins with a comma, a colon or a closing bracket."""
    return False if c.following[0] in _GOES_ON else None


def dash_goes_on(c: Candidate) -> bool | None:
    """A dash before a small letter goes on ("voilà! -- you have it", "? – спросила мама"), or nothing follows."""
    if c.following[0] not in _DASHES:
        return None
    rest = c.text[c.after : c.after + 40].lstrip("-–—― \t\n\u00a0")
    return False if not rest or rest[0].islower() else None


def small_letter(c: Candidate) -> bool | None:
    """A small letter goes on: "Yahoo! in May", '"Stop!" he said', "approx. five"; not "iPhone", "b) then"."""
    if not c.head[:1].islower() or any(letter.isupper() for letter in c.head[1:3]) or _ITEM.match(c.following):
        return None
    if c.text[c.start].islower() and not c.closers:  # a text without capitals
        return None
    return False


def list_number(c: Candidate) -> bool | None:
    """ "1. The first", "• 2.) The second", "(a). The third": the number belongs to what it numbers."""
    return False if c.mark == "." and _ENUMERATOR.match(c.text[max(c.start, c.at - 20) : c.at]) and c.at - c.start < 20 else None


def introducer(c: Candidate) -> bool | None:
    """After "e.g.", "vs." and their like the sentence goes on."""
    return False if c.mark == "." and not c.closers and c.word.lower() in c.usage.introducers else None


def title(c: Candidate) -> bool | None:
    """After "Dr.", "Mt.", "Gov." comes a name; not when a pronoun or an article follows."""
    if c.mark != "." or c.closers or c.word.lower() not in c.usage.titles or not c.word[0].isupper():
        return None
    return False if not _opens(c) else None


def reference(c: Candidate) -> bool | None:
    """After "Fig.", "No.", "pp.", "Sept." comes a number."""
    if c.mark != "." or c.closers or not (c.word.lower() in c.references or c.word.lower() in c.usage.counted):
        return None
    return False if _NUMBER.match(c.head) else None


def initial(c: Candidate) -> bool | None:
    """ "J. Smith" goes on, "you and I. Did you" and "vitamin C. The" do not."""
    if c.mark != "." or c.closers or len(c.word) != 1 or not c.word.isupper():
        return None
    return True if _opens(c) else (False if c.head[:1].isupper() else None)


def acronym(c: Candidate) -> bool | None:
    """ "the U.S. She" and "5 p.m. They" end; "the U.S. Government" goes on."""
    if c.mark != "." or not _ACRONYM.match(c.word):
        return None
    if _opens(c):
        return True
    return False if c.word.isupper() and c.head[:1].isupper() and not c.closers else None


def opener_after_abbreviation(c: Candidate) -> bool | None:
    """ "Briggs & Co. It closed", "etc. The": a pronoun, article or conjunction with a capital opens a sentence."""
    return True if c.mark == "." and _opens(c) else None


def ordinal(c: Candidate) -> bool | None:
    """ "am 3. Mai", "die 27. Große Strafkammer": in many languages a full stop makes a number an ordinal."""
    if not c.usage.ordinals or c.mark != "." or c.closers:
        return None
    return False if c.word.isdigit() and len(c.word) <= 2 and not _opens(c) else None


def speech_tag(c: Candidate) -> bool | None:
    """ "“Run!” Anna shouted.": a name and a verb of saying belong to the quotation before them."""
    if c.mark == "." or not c.closers or c.closers[-1] not in _QUOTES:
        return None
    tag = _TAG.match(c.text, c.after, c.after + 60)
    return False if tag and tag[1] in c.usage.speech else None


def bracketed(c: Candidate) -> bool | None:
    """Inside brackets that open within the sentence and close soon, it goes on."""
    begin = max(c.start, c.at - NEARBY)
    opened = max(c.text.rfind(bracket, begin, c.at) for bracket in "([")
    if opened <= c.start or opened < max(c.text.rfind(bracket, begin, c.at) for bracket in ")]"):
        return None
    if any(closer in ")]" for closer in c.closers):
        return None
    closed = min(filter(lambda at: at >= 0, (c.text.find(b, c.after, c.after + NEARBY) for b in ")]")), default=-1)
    return False if closed >= 0 else None


def question_or_exclamation(c: Candidate) -> bool | None:
    """ "?", "!", "?!" end a sentence."""
    return True if "?" in c.mark or "!" in c.mark else None


def ellipsis(c: Candidate) -> bool | None:
    """Three dots end a sentence when a capital follows, as one character or as three."""
    return c.head[:1].isupper() if c.mark[0] == "…" or len(c.mark) > 1 else None


def _opens(c: Candidate) -> bool:
    if not c.head[:1].isupper():
        return False
    head = _LETTERS.match(c.head)
    return head is not None and head[0].lower().replace("’", "'") in c.usage.openers


REPAIRS: tuple[Repair, ...] = (
    own_terminators,
    missing_space,
    punctuation_goes_on,
    dash_goes_on,
    small_letter,
    list_number,
    introducer,
    title,
    reference,
    initial,
    acronym,
    opener_after_abbreviation,
    ordinal,
    speech_tag,
    bracketed,
    question_or_exclamation,
    ellipsis,
)
"""Every repair, in the order in which they are asked."""
