"""What is usual in the print of a PDF, and which lines are headings: larger, bold, numbered or in capitals, apart."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from briefing.blocks import split_when
from briefing.patterns import CLAUSE_END, regex
from briefing.readers.pdf_lines import PrintLine, commonest

LARGE = 1.12
"""From how many times the size of most print a line is large."""
SMALL = 0.86
"""Below which share of it a line is small."""
GAP = 1.35
"""How many times the usual distance of lines parts paragraphs."""
_WITHIN_HEADING = 1.7  # How many sizes of print a line of a heading stands below that before it, at most.
_COLUMN = 36.0  # How far apart in points the left edges of columns are, at least
_REACH = 0.8  # The share of the lines of a column that end before its right edge
Look = tuple[float, bool, bool, int]
"""How high a heading stands by its print: its size, whether it is bold, in capitals, and less for a deeper number."""

_MOST_CHARACTERS = 200
_MOST_WORDS = 25
_MOST_WORDS_OF_BODY_SIZE = 16  # How long a heading may be
_PROSE_WORDS = 10  # From how many words on what holds the end of a sentence is none
_STATEMENT_WORDS = 4  # Above how many words print that is not very large and ends as a sentence does is one
_MOST_CAPITAL_LINES = 3
_VERY_LARGE = 1.5
_HEADING_GAP = 1.2  # How many times the usual distance of lines stands around a heading
_LONG_WORD = regex(r"[^\W\d_]{3,}")
_SMALL_CAPITALS = 0.75  # How large they are beside the capitals
_APART = 0.75  # Up to which share of its room a heading on a line apart is long
BULLET = regex(r"[•▪◦‣●○■□➢\uf020-\uf0ff–*-]\s+(?=\S)")
_ITEM = regex(r"\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_STOP = regex(r"[.!。！][\"'”’»)\]]*\Z")
_SENTENCE = regex(r"[^\W\d_]{3}[.!?。！？][\"'”’»)\]]*\s[\"'“‘«(\[]?[A-ZÀ-Þ]")
_ENUMERATION = regex(r"[^:]{1,30}:\s[^,]+,[^,]+,")  # A label and what it names: 'Keywords: tides, trade, harbours'
_NUMBERED = regex(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|[IVXL]{1,6}\.|([A-Z])\.)\s+[\"'“‘«(]?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a PDF."""

    size: float
    """The size of most print, in points."""
    distance: float
    """From one line of it to the next."""
    is_bold: bool
    """Whether bold print is usual, and so makes no heading."""
    edges: Mapping[int, Sequence[tuple[float, float]]]
    """Of each page, from which left edge on most lines go up to which right edge, or less far, in ascending order."""

    def room(self, line: PrintLine) -> float:
        """Return how long a line may be where it begins."""
        edges = self.edges[line.page]
        place = bisect_right(edges, line.left + _COLUMN, key=itemgetter(0))
        return max(edges[place - 1][1] if place else 0.0, line.right) - line.left

    def leading(self, line: PrintLine) -> float:
        """Return how far below the line before a line of such print stands in the middle of a paragraph."""
        return max(self.distance, self.distance * line.size / self.size)

    def follows(self, before: PrintLine, line: PrintLine) -> bool:
        """Return whether a line of a heading goes on in another."""
        down = before.baseline - line.baseline
        return before.page == line.page and -0.5 * line.size < down <= _WITHIN_HEADING * line.size


def measured(lines: Sequence[PrintLine]) -> Measures:
    """Return what is usual among lines."""
    size = commonest((line.size, len(line.text)) for line in lines) or 1.0
    gaps = (before.baseline - line.baseline for before, line in pairwise(lines))
    distance = commonest((gap, 1) for gap in gaps if 0 < gap < 3 * size) or size
    is_bold = 3 * sum(len(line.text) for line in lines if line.is_bold) > sum(len(line.text) for line in lines)
    rights: dict[int, dict[int, list[float]]] = {}
    for line in lines:
        rights.setdefault(line.page, {}).setdefault(int(line.left // _COLUMN), []).append(line.right)
    return Measures(size, distance, is_bold, {page: _edges(found) for page, found in rights.items()})


def _edges(rights: Mapping[int, Sequence[float]]) -> list[tuple[float, float]]:
    columns = sorted(rights)
    edges = (sorted(rights[column])[int(len(rights[column]) * _REACH)] for column in columns)
    return list(zip((column * _COLUMN for column in columns), accumulate(edges, max), strict=True))


def is_listed(text: str) -> bool:
    """Return whether a text opens as an entry of a list does."""
    return bool(BULLET.match(text) or _ITEM.match(text))


def looks(lines: Sequence[PrintLine], usual: Measures) -> list[Look | None]:
    """Return the look of each line that is a heading's, None for what is none.

    Print that is mostly used for what is too long to be a heading makes no headings.
    """
    found = _unpiled([_look(lines, place, usual) for place in range(len(lines))])
    for place, (before, line) in enumerate(pairwise(lines), 1):
        look, above = found[place], found[place - 1]
        goes_on = look and above and look[:3] == above[:3] and usual.follows(before, line)
        if goes_on and not _NUMBERED.match(line.text):
            found[place] = above
    kept: Counter[Look] = Counter()
    groups = [(start, end, _is_heading(lines[start:end], usual)) for start, end in _groups(lines, found, usual)]
    for start, end, is_heading in groups:
        # A single abstract in the print of all headings is none the less one paragraph.
        size = sum(len(line.text) for line in lines[start:end]) if lines[start].size >= LARGE * usual.size else 1
        kept[found[start]] += size if is_heading else -size  # type: ignore[index]
    starts = (start for start, _, is_heading in groups if is_heading and _NUMBERED.match(lines[start].text))
    numbered = {found[start] for start in starts if not _is_plain(found[start], usual)}
    in_capitals = any(look and look[2] for look in numbered)  # 'IV. RESULTS', and below it 'A. West'.
    for start, end, is_heading in groups:
        look = found[start]
        is_lettered = in_capitals and lines[start].text[0].isalpha()
        is_odd = numbered and not is_lettered and _is_plain(look, usual) and look[3] == -1  # type: ignore[index]
        if not is_heading or is_odd or kept[look] < 0:  # type: ignore[index]
            found[start:end] = [None] * (end - start)
    return found


def _unpiled(found: list[Look | None]) -> list[Look | None]:
    """Return looks without those of lines of capitals one on the other: names on a map, a list."""
    result: list[Look | None] = []
    for is_upper, group in groupby(found, key=lambda look: look is not None and look[2]):
        pile = list(group)
        result += [None] * len(pile) if is_upper and len(pile) > _MOST_CAPITAL_LINES else pile
    return result


def _is_plain(look: Look | None, usual: Measures) -> bool:
    """Return whether a look is that of a number alone, in the print of the text."""
    return look is not None and look[:3] == (usual.size, False, False)


def _groups(lines: Sequence[PrintLine], found: Sequence[Look | None], usual: Measures) -> Iterator[tuple[int, int]]:
    """Return where lines of one look follow each other."""

    def parts(before: int, place: int) -> bool:
        return found[place] != found[before] or not usual.follows(lines[before], lines[place])

    return ((run[0], run[-1] + 1) for run in split_when(range(len(lines)), parts) if found[run[0]])


def _is_heading(group: Sequence[PrintLine], usual: Measures) -> bool:
    """Return whether lines of one look are a heading, and no paragraph."""
    text = " ".join(line.text for line in group)
    words = len(text.split())
    is_large = group[0].size >= LARGE * usual.size
    if _ENUMERATION.match(text) and not is_large:
        return False
    if len(text) > _MOST_CHARACTERS or words > (_MOST_WORDS if is_large else _MOST_WORDS_OF_BODY_SIZE):
        return False
    is_very_large = group[0].size >= _VERY_LARGE * usual.size
    if (text[0].islower() and not is_very_large) or (text[-1] in ",;" and not is_large):
        return False
    most = _PROSE_WORDS if is_very_large else _STATEMENT_WORDS
    return not (_STOP.search(text) and words > most) and not (_SENTENCE.search(text) and words > _PROSE_WORDS)


def _look(lines: Sequence[PrintLine], place: int, usual: Measures) -> Look | None:
    """Return the look that a line has if it is a heading's."""
    line = lines[place]
    if sum(map(str.isalpha, line.text)) < 2 or BULLET.match(line.text) or len(line.text) > _MOST_CHARACTERS:
        return None
    if line.size >= LARGE * usual.size:
        return round(line.size * 2) / 2, line.is_bold, False, -_depth(line.text)
    in_capitals = line.text.isupper() and _NUMBERED.match(line.text)
    if line.size < (_SMALL_CAPITALS * usual.size if in_capitals else usual.size / LARGE):
        return None
    before, after = lines[place - 1] if place else None, lines[place + 1] if place + 1 < len(lines) else None
    goes_on = before is not None and before.is_bold and line.text[0].islower() and usual.follows(before, line)
    if line.is_bold and not usual.is_bold and (goes_on or line.text[0].isupper() or line.text[0].isdigit()):
        return (usual.size, True, False, -_depth(line.text)) if _is_apart(before, line, after, usual) else None
    return _plain_look(before, line, after, usual)


def _is_apart(before: PrintLine | None, line: PrintLine, after: PrintLine | None, usual: Measures) -> bool:
    """Return whether neither the sentence before goes on in a line nor its own in the line after."""
    if before and not (before.is_bold or _gap(before, line, usual) or CLAUSE_END.search(before.text)):
        is_short = before.right - before.left < _APART * usual.room(before)
        if not is_short and before.size < LARGE * usual.size:
            return False
    return not after or after.is_bold or _gap(line, after, usual) or not after.text[0].islower()


def _gap(before: PrintLine, line: PrintLine, usual: Measures) -> bool:
    """Return whether there is room between two lines, or a page or column ends there."""
    down = before.baseline - line.baseline
    return before.page != line.page or not -line.size < down < _HEADING_GAP * usual.distance


def _plain_look(before: PrintLine | None, line: PrintLine, after: PrintLine | None, usual: Measures) -> Look | None:
    """Return the look of a line in the print of the text, if it is a heading by its number or its capitals."""
    number, is_upper = _NUMBERED.match(line.text), line.text.isupper() and len(_LONG_WORD.findall(line.text)) > 0
    if not (number or is_upper) or CLAUSE_END.search(line.text) or not after:
        return None
    if line.right - line.left > _APART * usual.room(line) or not _is_apart(before, line, after, usual):
        return None
    numbered = [near for near in (before, after) if near and number and _NUMBERED.match(near.text)]
    like = [near for near in numbered if near.text.isupper() == line.text.isupper()]
    is_item = any(_depth(near.text) == _depth(line.text) for near in like)
    is_centred = line.left > min(near.left for near in (before, after) if near) + line.size
    is_parted = (not before or _gap(before, line, usual)) or _gap(line, after, usual) or is_centred
    return (usual.size, False, is_upper, -_depth(line.text)) if is_parted and not is_item else None


def _depth(text: str) -> int:
    number = _NUMBERED.match(text)
    return number[1].count(".") + 1 if number and number[1] else 1
