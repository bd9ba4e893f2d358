"""From the lines of print of a PDF to pieces: headings, paragraphs, and what is no part of the article.

A heading is judged by all of its lines: larger or bold print makes one (`pdf_headings`); none does where it is a
paragraph. Words and paragraphs broken by the page are mended: soft hyphens, and those at a line's end, go.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from briefing.blocks import collapse, split_when
from briefing.languages import words_of_all
from briefing.patterns import CLAUSE_END, regex
from briefing.readers.pdf_headings import BULLET, GAP, LARGE, Look, Measures, is_listed, looks, measured
from briefing.readers.pdf_lines import PrintLine
from briefing.readers.pdf_notes import noted
from briefing.readers.readings import Piece

_SHORT = 0.85  # Up to which share of the room that it has a line is short
_INDENT = 0.6
_HYPHEN = regex(r"([^\W\d_]{1,60})[-\u2010\u00ad\u0002\ufffe]\Z")
_UNMENDED = regex("[\u00ad\u0002\ufffe]\\Z")
_HYPHENATED = regex(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]+")
_FIRST_WORD = regex(r"[^\W\d_]*")
_WORDS_OF_BLOCK = 6  # In a line of what is set beside each other below a title: the authors, each with an institute
_HEAD_LINES, _LINES_OF_NAMES = 24, 6
"""In how many lines below the title the authors, their institutes and addresses may stand, and their names alone."""
_WORDS_OF_NAME = 4
_LABEL = regex(r"[^\W\d_]{6,16}[.:—–]")  # 'Abstract.'
_SITE = regex(r"(?:[a-z\d-]+\.){1,3}[a-z]{2,6}\s*\Z")  # The address of a site, alone on its line
_FIELD = regex(r"[^\W\d_][^\W\d_ ]{0,15}:\s+\S")  # 'FROM: The Harbour Master', right below 'TO: All owners'
_UNSPACED = regex(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f]")


def pieces(found: Sequence[PrintLine]) -> Iterator[Piece]:
    """Return the pieces that lines make, in order; what stands in the middle of a paragraph comes after it."""
    usual = measured([line for line in found if not line.aside])
    article: list[PrintLine] = []
    beside: dict[int, list[PrintLine]] = {}
    lines = list(noted(found, usual))
    makers = _makers([line for line in lines if not line.aside], usual)
    for line in lines:
        if line in makers:
            line = replace(line, aside="byline")
        if line.aside:
            beside.setdefault(len(article), []).append(line)
        else:
            article.append(line)
    hyphenated = {word for line in found for word in _HYPHENATED.findall(line.text.lower())}
    cuts = {place for place, lines in beside.items() if any(line.aside == "formula" for line in lines)}
    yield from _asides(beside.get(0, ()), hyphenated)
    found_looks = looks(article, usual)
    levels = {look: level for level, look in enumerate(sorted(set(filter(None, found_looks)), reverse=True), 1)}
    for start, end in _spans(article, found_looks, usual, cuts):
        look = found_looks[start]
        yield _piece(article[start:end], hyphenated, level=levels[look] if look else None)
        for place in range(start + 1, end + 1):
            yield from _asides(beside.get(place, ()), hyphenated)


@cache
def _between_names() -> re.Pattern[str]:
    ands = "|".join(sorted(words_of_all("ands")))
    return re.compile(rf"[\d*∗†‡§,;]*(?:,| (?:{ands}|&)) |[\d*∗†‡§,;]+")


def _makers(article: Sequence[PrintLine], usual: Measures) -> list[PrintLine]:
    """Return the lines below the title that are its authors, and those that stand in its middle with them."""
    if not article:
        return []
    title, *below = article[: _HEAD_LINES + 1]
    is_title = title.size >= LARGE * usual.size
    below_title = title.size if is_title else math.inf
    centred: list[PrintLine] = []
    for line in below:
        if line.size >= below_title:
            continue
        is_centred = abs(line.left + line.right - title.left - title.right) < 2 * line.size
        opens = not line.text[0].islower() or "@" in line.text
        is_block = is_title and opens and len(line.text.split()) <= _WORDS_OF_BLOCK
        is_larger = bool(centred) and line.size > LARGE * centred[0].size
        is_prose = CLAUSE_END.search(line.text) or _LABEL.match(line.text)
        if not (is_centred or is_block) or is_larger or line.is_bold or is_prose:
            break
        centred.append(line)
    named = [line for line in below[:_LINES_OF_NAMES] if _is_byline(line.text) and line.size < below_title]
    return centred + named if named or any("@" in line.text for line in centred) else []


def _is_byline(text: str) -> bool:
    """Return whether a line is the names of several people, and no more."""
    names = [name.split() for name in _between_names().split(text) if name]
    people = [name for name in names if 2 <= len(name) <= _WORDS_OF_NAME]
    particles = words_of_all("particles")
    is_named = all(word[0].isupper() or word in particles for name in names for word in name)
    return len(people) > 1 and is_named and len(names) < 2 * len(people)


def _spans(
    article: Sequence[PrintLine], found: Sequence[Look | None], usual: Measures, cuts: set[int]
) -> Iterator[tuple[int, int]]:
    """Return where each heading or paragraph begins and ends among the lines of an article."""

    def parts(before: int, place: int) -> bool:
        if found[place] and found[place] == found[before]:
            return not usual.follows(article[before], article[place])
        return found[place] != found[before] or place in cuts or _begins(article[before], article[place], usual)

    return ((run[0], run[-1] + 1) for run in split_when(range(len(article)), parts))


def _begins(before: PrintLine, line: PrintLine, usual: Measures) -> bool:
    """Return whether a paragraph begins with a line."""
    if _SITE.match(before.text):
        return True
    is_final = bool(CLAUSE_END.search(before.text))
    is_short = before.right - before.left < _SHORT * usual.room(before)
    if max(line.size, before.size) >= LARGE * min(line.size, before.size) and is_short:
        return True
    if before.page != line.page or line.baseline > before.baseline + line.size:  # The next page or column.
        return is_final and not line.text[0].islower()
    if before.baseline - line.baseline > GAP * usual.leading(line) or (is_listed(line.text) and is_final):
        return True
    is_indented = line.left - before.left > _INDENT * line.size
    is_field = _FIELD.match(line.text) and _FIELD.match(before.text)
    return bool(is_field or BULLET.match(line.text)) or (is_final and (is_indented or is_short))


def _asides(lines: Sequence[PrintLine], hyphenated: set[str]) -> Iterator[Piece]:
    for (kind, _), group in groupby(lines, key=lambda line: (line.aside, line.page)):
        yield _piece(list(group), hyphenated, aside=kind)


def _piece(lines: Sequence[PrintLine], hyphenated: set[str], *, level: int | None = None, aside: str = "") -> Piece:
    """Return lines as one piece, the words mended that were broken at a line's end."""
    parts: list[str] = []
    pages: list[tuple[int, int]] = []
    page, length, last = lines[0].page, 0, ""
    for line in lines:
        text = collapse(line.text)
        if last:
            kept, glue = _joint(last, text, hyphenated)
            length += len(kept) + len(glue) - len(last)
            parts[-1] = kept + glue
        elif level is None and not aside and (bullet := BULLET.match(text)):
            text = text[bullet.end() :]
        if line.page != page:
            page = line.page
            pages.append((length, page))
        parts.append(text)
        length, last = length + len(text), text
    return Piece(_UNMENDED.sub("-", "".join(parts)), level, aside, page=lines[0].page, pages=tuple(pages))


def _joint(last: str, text: str, hyphenated: set[str]) -> tuple[str, str]:
    """Return what stays of a line, and what stands between it and the next."""
    broken = _HYPHEN.search(last)
    if broken and text[:1].isalpha():
        word = f"{broken[1]}-{_FIRST_WORD.match(text)[0]}".lower()  # type: ignore[index]
        keeps = not text[0].islower() or word in hyphenated
        return last[:-1], "-" if keeps else ""
    unspaced = _UNSPACED.match(last[-1]) and _UNSPACED.match(text[:1])
    return last, "" if unspaced else " "
