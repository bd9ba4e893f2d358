"""Sentences and words. The only package that knows NLTK.

A regular expression finds the places where a sentence may end, the repairs decide the clear cases, Punkt the
rest. All of it is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing import languages
from briefing.languages.schema import Sentences
from briefing.patterns import regex
from briefing.segment import punkt, unspaced
from briefing.segment.candidate import Candidate
from briefing.segment.repairs import FULL_STOP, REPAIRS
from briefing.segment.unmarked import Lost, items, starts
from briefing.segment.unspaced import count_words as count_words

Span = tuple[int, int]
"""Offsets of the first character and after the last, as in a slice."""

_FINAL = r"""
    [-.:!?…‽—–．{own}]                                                     # Most places are done with at once.
    (?:
        (?<=(?<!\.)\.)(?:[ \u00a0]\.){{2,}}+\.*+
      | (?<=[a-z]:)(?=\s+[^\W\d_a-z])                                    # "It is defined by: Here"
      | (?:(?<=[^\W\d_]-)-|(?<=[^\W\d_][—–]))(?=["”]\s)                  # “Run, or we--”
      | (?<=(?<![.!?…])[.!?…‽])[.!?…‽]*+
      | (?:(?<=[{own}])|(?<=．)(?!\d))(?:[{own}]|．(?!\d))*+[!?！？]*+
    )
"""
_OWN = "。！？｡؟۔।॥։።፧។\u037e"
_NUMBERS = r"\d{1,3}(?:\ ?[,–-]\ ?\d{1,3}){0,9}"
_BARE = r"""(?:(?<=[^\W\d_]{3}\.)|(?<=\b(?:19|20)\d\d\.)|(?<=[)”"]\.)|(?<=\.[)”"]))"""
_QUOTES = r"""["'“”‘’«»‹›)\]}_*」』】》〉）]"""
_PLAIN = regex(rf"(?P<closers>{_QUOTES}*+)(?P<gap>\s*+)(?=[^\W\d_⁰¹²³⁴-⁹]|[“„‘\"']|\Z)")
"""What closes behind most sentences."""
_CLOSED = regex(
    rf"""
    (?P<closers> (?:
        {_QUOTES}                                                        # "end.”", "end.)", "*end.*"
      | \ ?&(?:quot|rdquo|raquo|\#34);(?=[\s.,;:!?)]|\Z)                  # "end.&quot;"
      | (?<=["”»])\.(?=[^\W\d_a-z])                                       # "“end.”.Next"
      | (?<=\.)(?:--|—)(?=\s?[("“]?[^\W\d_a-z])(?!\s?\([A-Z ]{{3,30}}\))         # "Scope.--The"
      | [ \u00a0\u202f]?[»”](?=[\s.,;:!?)\]]|\Z)                          # « fin. »
      | \ ?\[(?:{_NUMBERS}|[a-z][a-z\ ]{{0,20}}\d{{0,3}}|\.{{3}}|…)\](?=[\s\[.,]|[^\W\d_a-z]|\Z) # "end. [7]", "[...]"
      | \ [:;]-?[()D](?=\s|\Z)                                              # "end. :)"
      | [⁰¹²³⁴-⁹]                                                         # "end.²"
      | {_BARE}\d{{1,3}}(?:,\d{{1,3}}){{0,4}}(?=\s*["“(]?[^\W\d_a-z])      # "end.7 Next", "end.7,8Next"
      | \ \(\d{{5,9}}\)(?=\s+["“(]?[^\W\d_a-z])                           # "end. (1234567) Next"
    )*+ )
    (?P<gap>\s*+)
    """,
    re.VERBOSE,
)
_NOTE = regex(rf"(?P<closers>{_QUOTES}*+{_BARE}\ \d{{1,3}})(?P<gap>\ )(?=([^\W\d_a-z][^\W\d_A-Z]*)\b)")
"""The number of a note that stands apart: "end. 7 The next"."""
_HEAD = regex(r"[\"'“”‘’„‟«»‹›(\[{_*¿¡「『【《〈（\s]{0,8}+(\S{0,40})")
_OPENING = "\"'“”‘’„‟«»‹›([{_*¿¡「『【《〈（"
_JOINT = regex(r"[-'’]")


def sentences(text: str, *, language: str = "english", lost: Lost = Lost.NOTHING) -> list[Span]:
    """Return the spans of the sentences of one paragraph, in order, without the white space around them.

    Line ends are white space like any other. The spans cover everything else. `lost` tells what the text has lost:
    then some of its sentences end without a mark.

    Raises:
        UsageError: the language is not known.
    """
    known = languages.find(language)
    usage, model = languages.vocabulary(known.name).sentences, punkt.model(known.punkt)
    spans, start = [], 0
    for end in (*_ends(text, usage, model, lost), len(text)):
        if rest := text[start:end].lstrip():
            spans.append((end - len(rest), end - len(rest) + len(rest.rstrip())))
        start = end
    if usage.spaced:
        return [part for span in spans for part in unspaced.thai_sentences(text, *span)]
    return spans


def _ends(text: str, usage: Sentences, model: punkt.Model, lost: Lost) -> Iterator[int]:
    start = len(text) - len(text.lstrip())
    unmarked = sorted({*items(text, usage), *starts(text, usage, lost)}, reverse=True)
    after = 0
    for found in _final(usage.question).finditer(text):
        if found.start() < after:
            continue
        closed = _closed(text, found.end(), usage)
        after = closed.end()
        while unmarked and unmarked[-1] <= found.start():
            start = unmarked.pop()
            yield start
        if after == len(text):
            break
        candidate = _candidate(text, start, found, closed, usage, model)
        if _is_end(candidate):
            yield closed.end("closers")
            start = after
    yield from reversed(unmarked)


def _closed(text: str, end: int, usage: Sentences) -> re.Match[str]:
    """Return what closes behind final punctuation, with the white space after it."""
    if plain := _PLAIN.match(text, end):
        return plain
    note = _NOTE.match(text, end)
    found = note if note and note[3].lower() in usage.openers else _CLOSED.match(text, end)
    assert found is not None
    return found


def _candidate(
    text: str, start: int, found: re.Match[str], closed: re.Match[str], usage: Sentences, model: punkt.Model
) -> Candidate:
    at, after = found.start(), closed.end()
    near = text[max(start, at - 40) : at].split()
    word = near[-1].lstrip(_OPENING) if near else ""
    following = text[after : after + 40].split(maxsplit=1)[0]
    quoted = _HEAD.match(text, after) if following[0] in _OPENING else None
    return Candidate(
        text=text,
        start=start,
        at=at,
        word=word,
        key=word.lower() if word.isalnum() else _JOINT.split(word)[-1].lower(),
        mark=found[0],
        closers=closed["closers"],
        after=after,
        spaced=closed["gap"] != "",
        following=following,
        head=quoted[1] if quoted else following,
        usage=usage,
        model=model,
    )


def _is_end(candidate: Candidate) -> bool:
    for repair in FULL_STOP if candidate.mark == "." and not candidate.closers else REPAIRS:
        verdict = repair(candidate)
        if verdict is not None:
            return verdict
    return candidate.model.ends(candidate.word + candidate.mark, candidate.following)


@cache
def _final(question: str) -> re.Pattern[str]:
    """Return what finds final punctuation, with a language's own question mark."""
    return re.compile(_FINAL.format(own=_OWN + question), re.VERBOSE)


def words(text: str) -> list[str]:
    """Return the words of a text as they stand.

    Letters and digits of any script with their combining marks, inner hyphens, apostrophes, dots, commas
    between digits, and the dots of "U.S.". In scripts without spaces each two neighbours are a word.
    """
    if unspaced.is_latin(text):
        return _words("", False).findall(text)
    marks = "".join(sorted(character for character in set(text) if unicodedata.category(character)[0] == "M"))
    if unspaced.has_letters(text):
        return _words(marks, True).findall(unspaced.paired(text))
    return _words(marks, False).findall(text)


@lru_cache(maxsize=256)
def _words(marks: str, unspaced_too: bool) -> re.Pattern[str]:
    pair = f"[{unspaced.LETTERS}]{{1,2}}|" if unspaced_too else ""
    letter = rf"(?![{unspaced.LETTERS}])[^\W_]" if unspaced_too else r"[^\W_]"
    more = rf"(?:{letter}{f'|[{re.escape(marks)}]' if marks else ''})"
    joint = "[-'’.·&׳״\u200c\u200d]"
    dots = r"(?<!\d)\.(?:[^\W\d_]\.)+(?![^\W_])"
    return re.compile(rf"{pair}{letter}(?:{dots}|{more}*+(?:(?:{joint}|(?<=\d),(?=\d)){more}++)*+)")
