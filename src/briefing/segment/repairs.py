"""Where sentences end: small named repairs, then Punkt.

Each repair looks at one candidate, a run of final punctuation with what stands around it, and says that a
sentence ends there, that it goes on, or nothing. The first that says something decides; `FULL_STOP` and
`REPAIRS` are their orders.
"""

import re
from functools import cache

from briefing import languages
from briefing.patterns import regex
from briefing.segment.abbreviations import SHORT, acronym, hour, initial, legal_form, ordinal
from briefing.segment.candidate import LETTERS, QUOTES, Candidate, is_opener, is_word, opens

NEARBY = 400
"""How many characters a repair looks back or ahead; what opens further away counts as unclosed."""

_UNSPACED = frozenset("。！？｡．؟۔।॥։።፧။\u037e")
_GOES_ON = frozenset(",;:?!)]}%/&=+·、，；：）」』】》〉")
_DASHES = "-–—―"
_ENUMERATOR = regex(
    r"[\s•⁃‣◦▪·*–—-]{0,9}(?:\(\d{1,3}\)\s)?[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[ivx]{1,5}|[IVX]{1,5})\Z|"
    r"[\"“]\d{1,5}[A-Z]?\Z|(?:SECTION|Section|SEC\.|Sec\.|ARTICLE|Article|§) \d{1,5}[A-Z]{0,2}\Z"
)
_QUOTED_SECTION = regex(r"[\"“](?:Sec\.|SEC\.|Section|§) \d{1,5}[A-Z]{0,2}\Z")
_ITEM = regex(r"\(?(?:[a-z]|[ivx]{1,5})\)\Z")
_PLAIN = regex(r"(?:[^\W\d_]{1,2}['’])?[^\W\d_]{2,}\Z|\d{1,3}(?:,\d{3})+\Z|\d{4}\Z|[$€£]?\d[\d.,]*(?:%|bn|[kmn])\Z")
_NICKNAME = regex(r"[A-ZÀ-Þ][\w'’-]*[.,]?\s[\"“'‘](?:[A-ZÀ-Þ]\.\s?){0,3}[A-ZÀ-Þ]\Z")
_YEAR_ALONE = regex(r"(?:19|20)\d\d\Z")
_CLOSING = tuple('"”»)')
_OPENING = frozenset("([{=")
_HYPHENS = frozenset("-—–")
_NUMBER_IN_LIST = regex(r"(?::\s+\(?1|;\s+\(?[1-9]\d?)\Z")
_YEAR = regex(r"\((?:\d{4}[a-z]?\)|(?:see )?[A-ZÀ-Þ][^().!?]{2,60}(?:al\.?,? )?\d{4}[a-z]?\)(?=\.|\s*\Z))")
_TICKET = regex(
    r"[(\[](?:(?:[^()\[\]\n]{0,60} )?[#@!][^()\[\]\n]{1,120}|(?=[a-f]{0,39}\d)[0-9a-f]{7,40})[)\]]\.?\s*\Z"
)


def broken_off(c: Candidate) -> bool | None:
    """End where speech breaks off before a new sentence: “Unless we--” At this he rose; "I" may go on with it."""
    if c.mark[0] not in _HYPHENS:
        return None
    return opens(c) and c.head != "I"


def formula_lost(c: Candidate) -> bool | None:
    """End at "the following formula: Here", where what the colon announces, a formula or code, is not in the text."""
    if c.mark != ":":
        return None
    announced = c.usage.formulas and _announcing(c.usage.formulas).search(c.text, max(c.start, c.at - 60), c.at)
    return bool(announced) and c.following == c.head and opens(c)


@cache
def _announcing(formulas: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{formulas})\Z")


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
    """End at "end.Next", between plain words, the second with a capital; not at "3.14", "Node.js", a URL.

    A quotation or bracket that closes before the full stop is clear: "“So be it”.Then", "(2006).Therefore".
    """
    if c.spaced:
        return None
    head = LETTERS.match(c.head)
    if head is None or not c.head[0].isupper() or c.mark[0] == "…":
        return False
    if c.closers.endswith((".", "--")):
        return True
    noted = c.closers[-1:].isdigit() and c.key in c.usage.abbreviations | c.model.numbered  # "Fig.2A"
    if c.word[-1:] in _CLOSING and not _OPENING & set(c.word) and len(head[0]) > 1:
        return c.head[head.end() : head.end() + 1] in ("", ",")
    joined = c.text[max(0, c.at - NEARBY) : c.at + NEARBY].split(f"{c.word}.")[1:]
    if (
        noted or not _PLAIN.match(c.word) or sum(rest[:1].isalpha() for rest in joined) > 1
    ):  # "time.Now", "time.Since"
        return False
    name, rest = head[0].lower(), c.head[head.end() : head.end() + 1]
    if is_opener(name, c.usage) or name in c.usage.titles:
        return rest in (",", ".", "")
    ordinary = rest in (",", "") and head[0][1:].islower() and c.model.seen(name)
    return ordinary and (c.word.islower() or c.usage.capitals or c.mark[0] in "?!")


def punctuation_goes_on(c: Candidate) -> bool | None:
    """Go on before a comma, another "?", a closing bracket or lone dots: no sentence begins so."""
    return False if c.following[0] in _GOES_ON or c.following in ("...", "…", ".") else None


def dash_goes_on(c: Candidate) -> bool | None:
    """Go on before a dash and a small letter ("boom! -- it fell"); after a full stop a list may begin."""
    if c.following[0] not in _DASHES:
        return None
    rest = c.text[c.after : c.after + 9].lstrip("-–—― \t\n\u00a0")
    if not rest or (rest[0].islower() and (c.mark[0] in "!?…" or c.closers or not is_word(c))):
        return False
    return None


def list_number(c: Candidate) -> bool | None:
    """Go on after "1.", "• 2.)", "(1) a.", "2.1." at the start, and "; 2.", "“Sec. 12.": it numbers what follows."""
    if c.mark != ".":
        return None
    if c.at - c.start <= 24 and _ENUMERATOR.match(c.text[c.start : c.at]):
        return False
    before = (c.text, max(c.start, c.at - 16), c.at)
    listed = c.word[:1].isdigit() and (_QUOTED_SECTION.search(*before) or _NUMBER_IN_LIST.search(*before))
    return False if listed else None


def nickname(c: Candidate) -> bool | None:
    """Go on at 'James "O.J." Simpson': initials in quotation marks between two names are a third."""
    if c.mark != "." or c.closers[:1] not in QUOTES or not c.head[:1].isupper() or opens(c):
        return None
    return False if _NICKNAME.search(c.text, max(c.start, c.at - 40), c.at) else None


def small_letter(c: Candidate) -> bool | None:
    """Go on before a small letter: "Yahoo! in", '"Stop!" he said', "meteor. mast"; not "iPhone", "b) then".

    After a full stop and a well-known word it is left to Punkt: then the writer does without capitals.
    """
    if not c.head[:1].islower() or any(letter.isupper() for letter in c.head) or _ITEM.match(c.following):
        return None
    if c.mark == "." and _YEAR_ALONE.match(c.word) and c.head.isalpha() and not c.usage.ordinals:
        return True
    return None if c.mark == "." and not c.closers and is_word(c) else False


def opener(c: Candidate) -> bool | None:
    """End before a pronoun, article or conjunction with a capital: "Briggs & Co. It closed", "etc. The"."""
    return True if c.mark == "." and (opens(c) or c.word in c.usage.words) else None


def speech_tag(c: Candidate) -> bool | None:
    """Go on at "“Run!” Anna shouted.": a name and a verb of saying belong to the quotation before them."""
    if c.mark == "." or not c.closers or c.closers[-1] not in QUOTES or c.head != c.following:
        return None
    if opens(c) and c.head != "I":  # inside a sentence it would be "the man said", "she said"
        return None
    words = c.text[c.after : c.after + 80].split()
    for place, word in enumerate(words[1:4], 2):
        if word.rstrip(".,:;!?…") in c.usage.speech:
            following = words[place] if place < len(words) else "."
            return None if following in c.usage.reported or (word[-1] in ",:" and following[0] in QUOTES) else False
        if not word.isalpha():
            break
    return None


def bracket_goes_on(c: Candidate) -> bool | None:
    """Go on before "(1998)", "(see #12)" at the end, a source ("“So be it.” (Smith 55)."), "Why? (Acts) was"."""
    if c.following[0] not in "([":
        return None
    if _YEAR.match(c.text, c.after) or _TICKET.match(c.text, c.after):
        return False
    closed = c.text.find(")", c.after, c.after + NEARBY)
    if closed < 0 or "(" in c.text[c.after + 1 : closed] or not (c.mark[0] in "?!" or c.closers[-1:] in QUOTES):
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


def name_with_mark(c: Candidate) -> bool | None:
    """Go on at "the owner of Yum! Brands", where a name with a capital stands on both sides, inside a sentence."""
    if c.mark != "!" or c.closers or c.usage.capitals or not (c.word.istitle() and c.head.istitle()):
        return None
    before = c.text[max(c.start, c.at - 60) : c.at].split()[-2:-1]
    inside = before and before[0] in languages.words_of_all("joiners")
    return False if inside and not opens(c) else None


def question_or_exclamation(c: Candidate) -> bool | None:
    """End at "?", "!", "?!", and at the Greek question mark."""
    return True if any(mark in c.mark for mark in "?!‽;") else None


def ellipsis(c: Candidate) -> bool | None:
    """End at dots of any form before a capital or a script without; not where one stammers: "I ... I"."""
    if c.mark[0] != "…" and len(c.mark) == 1:
        return None
    stammers = c.head == c.word or (c.head == "I" and " " in c.mark)
    counts = " " in c.mark and c.word.isdigit()  # "for k = 1 . . . N"
    return not counts and c.head[:1].isalpha() and not c.head[0].islower() and not stammers


_GOING_ON = (missing_space, punctuation_goes_on, dash_goes_on, list_number)
_LETTERS = (acronym, small_letter, opener)
_BRACKETS = (bracket_goes_on, bracketed)
_BROKEN = (broken_off, formula_lost, own_terminators)
_MARKS = (name_with_mark, question_or_exclamation, ellipsis)
FULL_STOP = (*_GOING_ON, *SHORT, legal_form, hour, initial, *_LETTERS, ordinal, *_BRACKETS)
"""What is asked of a full stop alone, in this order."""
REPAIRS = (*_BROKEN, *_GOING_ON, legal_form, nickname, *_LETTERS, speech_tag, *_BRACKETS, *_MARKS)
"""What is asked of other marks, and of a full stop behind which something closes."""
