"""Headings that run on into their paragraph.

Comes in: blocks, each perhaps a heading and its paragraph in one. Goes out: the two apart, the heading marked as one.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise

from briefing.blocks import Block, Kind, cut
from briefing.languages import vocabulary
from briefing.languages.schema import Sentences
from briefing.patterns import Openings, regex
from briefing.structure import phrases
from briefing.structure.heading_looks import BlockLook, case, look, openers_of, words_of

_FEWEST = 2
"""How many headings must run on or stand inside paragraphs, or labels before lines, for any to be believed."""
_SERIES = 3
"""How many headings on lines of their own, numbered from 1 or in capitals, are all that a text has."""
_MOST_WORDS = 14
_SHORTEST_REST = 4
"""How many words must follow a heading that runs on."""
_INSIDE = ',;:!?…"”»'
"""Marks after which a heading does not go on; fewer where a number or a bullet tells that it is one."""
_INSIDE_NUMBERED = ',;!?…"”»'
_INSIDE_LIST = ";:!?…"
_LONGEST_HEAD = 240
_NUMBERED = ("decimal", "ordinal", "digit", "roman", "letter")
_WORD = regex(r"\S+")
_LABEL = regex(r"[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30}:\s+")
_NUMBER = regex(r"(\d(?<![^\s(]\d)\d?(?:\.\d{1,2}){1,3})\.? (?=[A-Z][\w-]+)")
_DECIMAL = regex(r"\.\d{1,2}\.? [A-Z]")
"""What such a number ends with, which is sooner sought."""
_AFTER_END = regex(r"[.!?][)”\"’]?\s+\Z")
_TITLE = regex(
    r"(?<=[.!?)”] )(?P<title>[A-Z][a-z]+(?: and [a-z]+| (?:(?:and|of|for|in) )?[A-Z][a-z-]+){1,4}) "
    r"(?=(?P<next>[A-Z][a-z]*),? [a-z])"
)
_Number = tuple[int, ...]


_Cuts = dict[int, tuple[int, str]]
"""By the place of a block: where its first piece ends, and why that is no part of the article; '' for a heading."""


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Part headings from what they run into."""
    words = words_of(language)
    blocks = _cut_inside(text, blocks, language, kind)
    looks = [look(text, block, words) for block in blocks]
    cuts = _labels(text, blocks, language) or _sections(text, blocks, language)
    for run_in in _run_in(text, blocks, looks, language):
        if len(run_in) >= _FEWEST:
            cuts = _as_headings(text, blocks, looks, run_in) | cuts
    found: list[Block] = []
    for place, block in enumerate(blocks):
        end, aside = cuts.get(place, (0, ""))
        head, *rest = cut(text, block, [end]) if end else [block]
        if end:
            head = head._replace(aside=aside) if aside else head._replace(kind=Kind.TEXT, mark=0)
        found += [head, *(piece._replace(kind=Kind.TEXT) for piece in rest)]
    return found


def split_abstract(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Part the labels of a paper's abstract: 'Background Lamps are … Methods We counted … Results Nine of ten …'."""
    label = _label(language)
    texts = (block for block in blocks if block.is_text and kind == "paper")
    spans = [found.span() for block in texts for found in label.finditer(text, block.start, block.end)]
    if len(spans) < _SERIES:
        return list(blocks)
    starts, level = {start for start, _ in spans}, None
    found: list[Block] = []
    for piece in _cut(text, blocks, sorted(chain(*spans))):
        above, level = level, piece.level or level
        if piece.start in starts:
            piece = piece._replace(mark=0) if above is None else piece._replace(level=min(above + 1, 6))
        found.append(piece)
    return found


@cache
def _label(language: str) -> re.Pattern[str]:
    """Return what opens a sentence with a usual heading, and then with a capital."""
    words = phrases.words(language, "headings", "section")
    opens, follows = r"(?:(?<=[.!?)] )|(?<=\n)|\A)(?-i:(?=[A-Z]))", r"(?-i:(?= [A-Z][a-z]* [a-z]))"
    return re.compile(f"{opens}(?:{words}){follows}", re.IGNORECASE)


def _as_headings(text: str, blocks: Sequence[Block], looks: Sequence[BlockLook], cuts: _Cuts) -> _Cuts:
    """Return the cuts, the first pieces left out where the text's own headings stand on lines of their own.

    Those are numbered without a gap, or in capitals: what runs in beside them is but the caption of a paragraph.
    """
    lines = [own for own in looks if own.short]
    numbers = {own.number.strip(".)") for own in lines if own.scheme in ("digit", "ordinal")}
    is_complete = len(numbers) >= _SERIES and numbers == {str(number + 1) for number in range(len(numbers))}
    shouts = sum(own.case == "caps" for own in lines) >= _SERIES
    return {
        place: (end, "run-in heading")
        if is_complete or (shouts and case(text[blocks[place].start : end]) != "caps")
        else (end, aside)
        for place, (end, aside) in cuts.items()
    }


def _labels(text: str, blocks: Sequence[Block], language: str) -> _Cuts:
    """Return the labels in capitals before lines of a form: 'AGENCY: Harbour Office'; minutes' DECISION: is none."""
    found: _Cuts = {}
    names: set[str] = set()
    for place, block in enumerate(blocks):
        label = _LABEL.match(text, block.start, block.end) if block.is_open else None
        is_line = block.end - block.start < _LONGEST_HEAD and text[block.end - 1] not in ".!?"
        is_title = not place and is_line  # "RFC: A Plan"
        if label and not is_title and not text[label.end() : block.end].isupper():
            found[place] = (block.end if is_line else label.end(), "label")
            names.add(label[0])
    said = phrases.kinds("agenda", language)
    is_form = len(names) >= _FEWEST and len(found) < 2 * len(names) and not all(map(said.match, names))
    return found if is_form else {}


def _sections(text: str, blocks: Sequence[Block], language: str) -> _Cuts:
    """Return the usual headings glued to their paragraph: 'Abstract: We show', 'SummaryThe method'."""
    found: _Cuts = {}
    name = _glued(language)
    known = phrases.boilerplate(language)
    for place, block in enumerate(blocks):
        match = name.match(text, block.start, block.end) if block.is_text else None
        if match and match[0][0].isupper() and not known.match(text, block.start, block.end, kind="read more"):
            rest = text[match.end() : block.end]
            opens = (rest[:1].isupper() or rest[:1].isdigit()) and not rest.isupper()
            if opens and _follows(text, match.end(), block):
                found[place] = (match.end(), "")
    return found


@cache
def _glued(language: str) -> Openings:
    """Return what opens with a usual heading and goes on."""
    glued = r"(?-i:(?<=[a-z])(?=[A-Z][a-z]|[A-Z]{2}|\d))"
    words = phrases.words(language, "headings", "section", "references", "contents")
    return Openings(words, rf"(?: ?[:.—–] ?-?\s+| ?[—–]|{glued})")


def _follows(text: str, at: int, block: Block) -> bool:
    """Return whether enough words stand between an offset and the end of a block."""
    return len(text[at : min(block.end, at + 80)].split()) >= _SHORTEST_REST


def _run_in(text: str, blocks: Sequence[Block], looks: Sequence[BlockLook], language: str) -> Iterator[_Cuts]:
    """Yield the headings that run into their paragraph: the numbered ones, '2.1 Data We began with…', then others."""
    schemes = Counter(own.scheme for own in looks if own.scheme)
    numbered: _Cuts = {}
    worded: _Cuts = {}
    for place, (block, own) in enumerate(zip(blocks, looks, strict=True)):
        listed = block.kind is Kind.ITEM and block.end - block.start > _LONGEST_HEAD
        in_series = own.prose and own.scheme in _NUMBERED and schemes[own.scheme] >= _FEWEST
        if block.is_open and (in_series or listed or (own.prose and not own.scheme)):
            end = _heading_end(text, block, len(own.number) * in_series, language, listed=listed)
            if end and _follows(text, end, block):
                (numbered if in_series else worded)[place] = (end, "")
    yield from (numbered, worded)


def _heading_end(text: str, block: Block, number: int, language: str, *, listed: bool = False) -> int:
    """Return where the heading ends that a paragraph opens with, or 0.

    A word that opens sentences has a capital there, though no sentence ends before it; or a numbered title has a
    full stop.
    """
    openers, clause, known = openers_of(language), words_of(language).clause, vocabulary(language).sentences
    start = block.start + number
    is_decimal = "." in text[block.start : start].strip(".)")
    tokens = list(islice(_WORD.finditer(text, start, min(block.end, start + _LONGEST_HEAD)), _MOST_WORDS + 1))
    inside = _INSIDE_LIST if listed else _INSIDE_NUMBERED if number else _INSIDE
    small = "x"
    for before, word in pairwise(tokens):
        told = before[0]
        if told[-1] in inside:
            return 0
        if told[0].islower():
            if clause.match(f"{small} {told}", len(small) + 1):
                return 0
            small = told
        ends = told[-1] == "."
        if not ends and (told[-1] == ":" or not text[word.start()].isupper()):
            continue
        head = text[start : before.end()].strip()
        is_title = number > 0 and not known.capitals and case(head) in ("title", "single", "caps")
        if ends:
            brief = is_decimal and (is_title or len(head.split()) <= _MOST_WORDS // 2)
            return word.start() if brief and len(head) > 4 and word[0][0].isupper() else 0
        goes_on = text[word.end() : word.end() + 2].strip()[:1].islower()
        if not any(part[0].casefold() not in openers for part in tokens[: tokens.index(word)]):
            continue
        if word[0] == told and goes_on:  # "Training of Volunteers Volunteers were trained"
            return word.start()
        is_name = any(word[0] in own.capitalized for own in (known, vocabulary("english").sentences))
        is_opener = word[0].casefold() in openers and not is_name and not word[0][1:].isupper()
        opens = is_opener and (goes_on or known.capitals)
        if (opens and (number or " " in head)) or (
            goes_on and is_title and (case(head) == "caps" or not _names(text, word.end(), openers, clause, known))
        ):
            return word.start()
    return 0


def _names(text: str, at: int, openers: frozenset[str], clause: re.Pattern[str], known: Sentences) -> bool:
    """Return whether the next word tells that a name ends before it: 'Bridge of Sighs', 'Sun Tzu said'."""
    following = _WORD.search(text, at, at + 40)
    if following is None:
        return False
    if following[0].rstrip(",:") in known.speech:
        return True
    return not clause.match(text, following.start()) and (following[0] in openers or len(following[0]) <= 3)


def _cut_inside(text: str, blocks: Sequence[Block], language: str, kind: str) -> list[Block]:
    """Cut paragraphs before the headings inside them, as in text from pages: '… in full. 2.1 Data We began with …'.

    Where only the capitals of a paper tell, the heading is parted here.
    """
    found = _cut(text, blocks, _numbers(text, blocks))
    return _titled(text, found, language) if kind == "paper" else found


def _numbers(text: str, blocks: Sequence[Block]) -> list[int]:
    """Return where decimal numbers stand after the end of a sentence, each the successor of the one before."""
    last: _Number = ()
    found: list[int] = []
    for block in (block for block in blocks if block.is_text and _DECIMAL.search(text, block.start, block.end)):
        for match in _NUMBER.finditer(text, block.start, block.end):
            number = tuple(map(int, match[1].split(".")))
            opens = match.start() == block.start
            if opens or (_AFTER_END.search(text, match.start() - 4, match.start()) and _succeeds(last, number)):
                last = number
                found += [] if opens else [match.start()]
    return found if len(found) >= _FEWEST else []


def _succeeds(last: _Number, number: _Number) -> bool:
    """Return whether the number of a section may come after another: 2.1 after 1.3, 2.1.1 and 2.2 after 2.1."""
    *above, own = number
    before = [*last[: len(above)]]
    if own == 1:
        return not last or (above >= before and number[0] <= last[0] + 1)
    return above == before and len(last) >= len(number) and own == last[len(above)] + 1


def _titled(text: str, blocks: Sequence[Block], language: str) -> list[Block]:
    """Part headings that only their capitals tell: '… in full. Error Analysis While most of them are …'."""
    openers = vocabulary(language).sentences.openers
    titles = [
        title
        for block in blocks
        if block.is_text
        for title in _TITLE.finditer(text, block.start, block.end)
        if title["next"].lower() in openers and title["title"].split()[0].lower() not in openers
    ]
    if len(titles) < _FEWEST:
        return list(blocks)
    starts = {title.start() for title in titles}
    places = [place for title in titles for place in title.span("title")]
    return [piece._replace(mark=0) if piece.start in starts else piece for piece in _cut(text, blocks, places)]


def _cut(text: str, blocks: Sequence[Block], places: Sequence[int]) -> list[Block]:
    """Cut blocks at ascending offsets."""
    found: list[Block] = []
    for block in blocks:
        own = slice(bisect_right(places, block.start), bisect_left(places, block.end))
        found += cut(text, block, places[own]) if places[own] else [block]
    return found
