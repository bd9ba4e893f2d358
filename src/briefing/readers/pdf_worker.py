"""A program of its own: a PDF on standard input to what is printed in it on standard output, a line of JSON a page.

PDFium is native code and reads what strangers wrote: here it can crash, or take all the time and memory that it is
given, and nothing else goes down with it. It imports nothing of the package, so that it starts at once. Its arguments
are where modules are looked for, so that it finds PDFium wherever whoever started it does.
"""

import ctypes
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000
MAX_RUNS = 200_000
MEMORY_BYTES = 450_000_000
CPU_SECONDS = 10

OBLIQUE = 4
"""The turn of what is printed along no edge of the page; other turns count quarters, against the clock."""
_HYPHENS = "\x02\ufffe"
"""What PDFium makes of the hyphen of a word that goes on in the next line; it ends the line without a line break."""
_WORD = re.compile(rf"[^\s\0{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_LINE_BREAK = frozenset("\r\n\0")
_WIDE = 1.0  # How wide a gap parts two runs on one line, in sizes of their print
INITIAL = 1.6
"""How many times as large as the text an initial is at least."""
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|(?:cm|ec|sf)bx|-medi(?![a-z])|demi|black|heavy", re.IGNORECASE)
"""What fonts are called that are bold and may not say so: LaTeX's, and those that look like Times with it."""
_ASKEW = 0.1  # How far from a quarter turn print may stand askew, as in a scan
_BASELINE = 2  # The place in a run of how high it stands
_MOSTLY = 0.9  # The share of a run's characters that must be bold for it to be bold

Style = tuple[float, bool, int]
"""Size in points, whether it is bold, turn."""


def main() -> int:
    """Write {"title", "pages"}, then the runs of each page, null for one that cannot be read; or what is wrong.

    A run is what stands on one line without a wide gap: [text, left, baseline, right, size, is bold, turn]. Lengths
    are in points, as seen when the page is turned so that the run stands upright.
    """
    sys.path[:] = sys.argv[1:] or sys.path
    _limit()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return _say("encrypted" if "password" in str(error).lower() else "broken")
    if len(document) > MAX_PAGES:
        return _say("pages")
    _say({"title": document.get_metadata_value("Title"), "pages": len(document)})
    if document.get_formtype():
        document.init_forms()
    print_ = Print(pypdfium2.raw)
    for number in range(len(document)):
        try:
            runs = _runs(document, number, print_)
        except pypdfium2.PdfiumError:
            _say(None)
            continue
        if print_.characters > MAX_CHARACTERS or print_.runs_given > MAX_RUNS:
            return _say("characters" if print_.characters > MAX_CHARACTERS else "runs")
        _say(runs)
    return 0


def _runs(document: Any, number: int, print_: "Print") -> list[Any]:
    """Return the runs of a page; what a form was filled in with stands where it is seen, though it is drawn last."""
    import pypdfium2

    page = document[number]
    runs = list(islice(print_.runs(page.get_textpage()), MAX_RUNS + 1))
    if document.formenv and pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_NORMALDISPLAY) == 1:
        for run in list(print_.runs(document[number].get_textpage()))[len(runs) :]:
            below = (place for place, printed in enumerate(runs) if printed[_BASELINE] < run[_BASELINE])
            runs.insert(next(below, len(runs)), run)
    return runs


def _say(answer: object) -> int:
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


def _limit() -> None:
    """Take no more memory and time than stated, and less where whoever started us has less."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time-out of whoever started us holds.
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        soft, hard = resource.getrlimit(what)
        least = min(limit for limit in (most, soft, hard) if limit != resource.RLIM_INFINITY)
        with suppress(OSError, ValueError):  # macOS knows no limit of memory.
            resource.setrlimit(what, (least, hard))


def _character(code: int) -> str:
    """Return the character of a code; what a font calls a character may be none."""
    return chr(code) if code <= sys.maxunicode else "\ufffd"


class Print:
    """What PDFium tells of characters, gathered to runs."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        # Addresses, which are made and compared for each character, instead of objects.
        raw.FPDFText_GetUnicode.argtypes = raw.FPDFText_GetTextObject.argtypes = [ctypes.c_void_p, ctypes.c_int]
        raw.FPDFText_GetTextObject.restype = ctypes.c_void_p
        self._name = ctypes.create_string_buffer(128)
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._drawn: int | None = None
        self._latest: Style = (0.0, False, 0)
        self.characters = 0
        self.runs_given = 0

    def runs(self, page: Any) -> Iterator[list[Any]]:
        """Yield the runs of a page, in the order in which the file draws them."""
        address = ctypes.cast(page.raw, ctypes.c_void_p).value
        count = self._raw.FPDFText_CountChars(page)
        self.characters += count
        self._drawn = None  # Addresses are used again.
        if self.characters > MAX_CHARACTERS:
            return
        text = "".join(_character(self._raw.FPDFText_GetUnicode(address, index)) for index in range(count))
        run, end = _GrowingRun(), 0
        for word in _WORD.finditer(text):
            between = text[end : word.start()]
            is_new = not _LINE_BREAK.isdisjoint(between) or text[max(end - 1, 0) : end] in (*_HYPHENS,)
            end = word.end()
            for first, last, style in self._parts(page, address, word.start(), end):
                if is_new or run.is_parted(style) or (between and self._is_far(page, run, first, style)):
                    yield from self._ended(page, run)
                    run, is_new = _GrowingRun(), False
                run.add(text[first:last], first, style, spaced=bool(between))
                between = ""
        yield from self._ended(page, run)

    def _parts(self, page: Any, address: int | None, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Yield what of a word is of one style: where it begins and ends, and the style."""
        ask = self._raw.FPDFText_GetTextObject
        drawn = ask(address, start)
        if drawn == ask(address, end - 1):  # What is drawn at once stands together.
            yield start, end, self._style(page, start, drawn)
            return
        for index in range(start, end):
            yield index, index + 1, self._style(page, index, ask(address, index))

    def _is_far(self, page: Any, run: "_GrowingRun", index: int, style: Style) -> bool:
        """Return whether a character stands far from the last of a run, or before it."""
        end, begin = self._box(page, run.last, style[2])[1], self._box(page, index, style[2])[0]
        size = max(style[0], run.style[0])
        return not -size < begin - end < _WIDE * size

    def _ended(self, page: Any, run: "_GrowingRun") -> Iterator[list[Any]]:
        if run.words:
            self.runs_given += 1
            size, turn = run.size, run.style[2]
            left, right = self._box(page, run.first, turn)[0], self._box(page, run.last, turn)[1]
            baseline = self._baseline(page, run.begins[size], turn)
            yield [run.text, *(round(number, 1) for number in (left, baseline, right, size)), run.is_bold, turn]

    def _style(self, page: Any, index: int, drawn: int | None) -> Style:
        """Return the style of a character; what was `drawn` at once, not 0, is asked for its style once."""
        if drawn and drawn == self._drawn:
            return self._latest
        raw, matrix = self._raw, self._matrix
        raw.FPDFText_GetMatrix(page, index, matrix)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        turn = round(angle) % 4 if abs(angle - round(angle)) < _ASKEW else OBLIQUE
        raw.FPDFText_GetFontInfo(page, index, self._name, 128, None)
        is_bold = raw.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT or bool(_BOLD_NAME.search(self._name.value))
        self._drawn, self._latest = drawn, (round(size, 1), is_bold, turn)
        return self._latest

    def _box(self, page: Any, index: int, turn: int) -> tuple[float, float]:
        """Return where a character begins and ends along its line."""
        self._raw.FPDFText_GetCharBox(page, index, *self._edges)
        left, right, bottom, top = (edge.value for edge in self._edges)
        return ((left, right), (bottom, top), (-right, -left), (-top, -bottom), (left, right))[turn]

    def _baseline(self, page: Any, index: int, turn: int) -> float:
        x, y, *_ = self._edges
        self._raw.FPDFText_GetCharOrigin(page, index, x, y)
        return float((y.value, -x.value, -y.value, x.value, y.value)[turn])


class _GrowingRun:
    """Characters that stand on one line without a wide gap."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.style: Style = (0.0, False, 0)
        self.first = self.last = 0
        self.counts: Counter[float] = Counter()
        self.bold = 0
        self.begins: dict[float, int] = {}

    def add(self, word: str, index: int, style: Style, *, spaced: bool) -> None:
        """Add a word or a part of one."""
        if not self.words:
            self.first = index
        elif spaced:
            self.words.append(" ")
        self.words.append(word)
        self.style = style
        self.begins.setdefault(style[0], index)
        self.last = index + max(len(word.rstrip(_HYPHENS)) - 1, 0)  # A hyphen of PDFium's own has no place.
        self.counts[style[0]] += len(word)
        self.bold += style[1] * len(word)

    def is_parted(self, style: Style) -> bool:
        """Return whether what is of a style stands by itself: turned otherwise, or behind a large initial."""
        is_initial = len(self.words) == 1 and len(self.words[0]) == 1 and self.style[0] >= INITIAL * style[0]
        return bool(self.words) and (style[2] != self.style[2] or is_initial)

    @property
    def size(self) -> float:
        """The size that most of its characters have."""
        return self.counts.most_common(1)[0][0]

    @property
    def is_bold(self) -> bool:
        """Whether most of its characters are."""
        return self.bold >= _MOSTLY * self.counts.total()

    @property
    def text(self) -> str:
        """Its words; PDFium may give half a pair of surrogates at a time."""
        return "".join(self.words).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


if __name__ == "__main__":
    sys.exit(main())
