"""PDF: lines of print made paragraphs and headings again.

PDFium gives the lines, in a process of its own (`pdf_worker`). Here running heads, page numbers, footnotes and
tables of contents go, words and paragraphs broken by the page are mended, and larger or bold print becomes headings.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from briefing.blocks import Reading
from briefing.errors import SourceError
from briefing.readers.flow import Piece, flow

SECONDS = 25.0
"""How long PDFium may take for one file."""

_EDGE_LINES = 2
"""How many lines at the top and at the bottom of a page may be a running head or foot."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]{1,8}\W{1,3})?(?:\d{1,4}|[ivxlc]{1,7})(?:\W{1,3}(?:[^\W\d_]{1,4}\W{1,3})?\d{1,4})?\W*\Z"
)
_LEADERS = re.compile(r"\.\s?\.\s?\.\s?\.\s{0,20}\d{1,4}\Z")
_END_NUMBER = re.compile(r"\A\d{1,4}(?!\w)|(?<!\w)\d{1,4}\Z")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_FINAL = re.compile(r"[.!?…:。！？][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•▪◦‣●○–*-]\s+|\(?\d{1,2}[.)]\s+(?=\S)")
_HYPHEN = re.compile(r"([^\W\d_]{1,60})[-\u2010\u00ad\u0002\ufffe]\Z")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]+")
_FIRST_WORD = re.compile(r"[^\W\d_]*")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_NO_TITLE = re.compile(r"untitled|microsoft |.*\.(?:docx?|odt|tex|dvi|indd|pdf|rtf|qxd)\Z", re.IGNORECASE)

_Printed = tuple[str, float, float, float, float, bool]
"""A line as the worker gives it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; lengths in points, from the bottom left of its page."""

    text: str
    left: float
    baseline: float
    right: float
    size: float
    is_bold: bool
    page: int


def read(data: bytes, *, name: str) -> Reading:
    """Give the text of a PDF.

    Raises:
        SourceError: it is encrypted, broken or scanned, or the extra that reads it is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise SourceError(f"{name}: a PDF; to read it, run: pip install 'briefing-cli[documents]'")
    title, pages = _ask_pdfium(data, name)
    lines = [
        Line(text.translate(_LIGATURES), left, baseline, right, size, is_bold, number)
        for number, page in enumerate(_without_edges(pages))
        for text, left, baseline, right, size, is_bold in page
        if any(map(str.isalnum, text)) and not _LEADERS.search(text)
    ]
    if not lines:
        raise SourceError(f"{name}: a PDF without text, perhaps scanned; recognise its text first, as with ocrmypdf")
    return flow(_blocks(lines), title=None if not title or _NO_TITLE.match(title) else title)


def _ask_pdfium(data: bytes, name: str) -> tuple[str, list[list[_Printed]]]:
    """Give the title in its properties, and each page's lines."""
    worker = str(Path(__file__).with_name("pdf_worker.py"))
    try:
        done = subprocess.run([sys.executable, "-I", worker], input=data, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}: takes longer than {SECONDS:g} s to read; print it to a new PDF first") from None
    answers = [json.loads(line) for line in done.stdout.splitlines()] if done.returncode == 0 else ["broken"]
    if answers == ["encrypted"]:
        raise SourceError(f"{name}: encrypted; open it with its password, and save it without")
    if answers == ["broken"]:
        raise SourceError(f"{name}: a broken PDF; print it to a new PDF first")
    title, *pages = answers
    return title, [[tuple(line) for line in page] for page in pages]


def _without_edges(pages: Sequence[Sequence[_Printed]]) -> Iterator[Sequence[_Printed]]:
    """Give the lines of each page but running heads and feet: lines at its edges that count pages, or come again."""
    edges = []
    for page in pages:
        upwards = sorted(page, key=lambda line: line[2])
        depth = min(_EDGE_LINES, len(page) // 4)
        edges.append(upwards[:depth] + upwards[len(page) - depth :])
    shapes = Counter(shape for edge in edges for shape in set(map(_shape, edge)))
    counted = Counter(found for number, edge in enumerate(edges) for line in edge for found in _offsets(line, number))
    offset, times = counted.most_common(1)[0] if counted else (0, 0)
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        dropped = [line for line in edge if shapes[_shape(line)] >= max(2, len(pages) / 4)]
        dropped += [line for line in edge[:1] + edge[-1:] if _PAGE_NUMBER.match(line[0])]
        if times > 2 and times * 2 >= len(pages):
            dropped += [line for line in edge if offset in _offsets(line, number)]
        yield [line for line in page if line not in dropped]


def _shape(line: _Printed) -> str:
    return _NUMBER.sub("#", line[0].lower())


def _offsets(line: _Printed, page: int) -> set[int]:
    """Give how far the numbers at the ends of a line are from the number of its page."""
    return {int(found) - page for found in _END_NUMBER.findall(line[0])}


def _blocks(lines: Sequence[Line]) -> Iterator[Piece]:
    body_size = _commonest((line.size, len(line.text)) for line in lines)
    bold = sum(len(line.text) for line in lines if line.is_bold) * 3 > sum(len(line.text) for line in lines)
    lines = [line for line in lines if line.size >= body_size * 0.86]
    heights = [_height(line, body_size, bold) for line in lines]
    levels = {height: level for level, height in enumerate(sorted(set(heights) - {0.0}, reverse=True), 1)}
    break_before = _breaks(lines, heights, body_size)
    hyphenated = {word for line in lines for word in _HYPHENATED.findall(line.text.lower())}
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or break_before[end]:
            text = _join((line.text for line in lines[start:end]), hyphenated)
            bullet = None if heights[start] else _BULLET.match(text)
            yield Piece(text[bullet.end() :] if bullet else text, levels.get(heights[start]))
            start = end


def _height(line: Line, body_size: float, bold: bool) -> float:
    """Give how high a heading stands by its print, its size if larger than the rest, or bold; 0 for what is none."""
    if len(line.text) > 200 or not any(map(str.isalpha, line.text)):
        return 0.0
    if line.size >= body_size * 1.12:
        return round(line.size * 2) / 2
    is_short = len(line.text.split()) <= 12 and line.text[-1] not in ".,;"
    if line.is_bold and not bold and is_short and (line.text[0].isupper() or line.text[0].isdigit()):
        return body_size
    return 0.0


def _breaks(lines: Sequence[Line], heights: Sequence[float], body_size: float) -> list[bool]:
    """Tell for each line whether something new begins with it."""
    pairs = list(pairwise(lines))
    gaps = (before.baseline - line.baseline for before, line in pairs)
    leading = _commonest((gap, 1) for gap in gaps if 0 < gap < 3 * body_size)
    width = sorted(line.right - line.left for line in lines)[len(lines) * 4 // 5]
    result = [True]
    for place, (before, line) in enumerate(pairs):
        if heights[place] != heights[place + 1]:
            result.append(True)
        elif heights[place]:
            result.append(before.page != line.page or before.baseline - line.baseline > 1.7 * line.size)
        else:
            result.append(_begins_paragraph(before, line, leading or body_size, width))
    return result


def _begins_paragraph(before: Line, line: Line, leading: float, width: float) -> bool:
    is_final = bool(_FINAL.search(before.text))
    if before.page != line.page or line.baseline > before.baseline:  # The next page or column.
        return is_final and not line.text[0].islower()
    if before.baseline - line.baseline > 1.35 * leading or (_BULLET.match(line.text) and is_final):
        return True
    is_indented = line.left - before.left > 0.6 * line.size
    is_short = before.right - before.left < 0.85 * width
    return is_final and (is_indented or is_short)


def _join(lines: Iterable[str], hyphenated: set[str]) -> str:
    """Give lines as one, the words mended that were broken at a line's end."""
    text = ""
    for line in lines:
        broken = _HYPHEN.search(text)
        if broken and line[:1].isalpha():
            word = f"{broken[1]}-{_FIRST_WORD.match(line)[0]}".lower()  # type: ignore[index]
            keeps = not line[0].islower() or word in hyphenated
            text = text[:-1] + ("-" if keeps else "") + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _commonest(weighted: Iterable[tuple[float, int]]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in weighted:
        counts[round(value * 2) / 2] += weight
    return counts.most_common(1)[0][0] if counts else 0.0
