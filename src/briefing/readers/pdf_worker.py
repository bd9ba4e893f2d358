"""A program of its own: a PDF on standard input to its lines of text on standard output, one JSON array a page.

PDFium is native code and reads what strangers wrote: here it can crash, or take all the time and memory that it is
given, and nothing else goes down with it. It imports nothing of the package, so that it starts at once.
"""

import ctypes
import json
import math
import re
import sys
from collections.abc import Iterator
from typing import Any

LINE = re.compile("[^\r\n\ufffe]+\ufffe?")  # PDFium ends a line that breaks a word with U+FFFE alone.
MAX_PAGES = 1_000
MAX_CHARACTERS = 4_000_000
MEMORY_BYTES = 450_000_000
CPU_SECONDS = 20


def main() -> int:
    """Write each page's lines as [text, left, baseline, right, size, is bold], or what is wrong as a string."""
    _limit()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        print(json.dumps("encrypted" if "password" in str(error).lower() else "broken"))
        return 0
    print(json.dumps(document.get_metadata_value("Title")))
    characters = 0
    for number in range(min(len(document), MAX_PAGES)):
        try:
            page = document[number]
            lines = list(_lines(page.get_textpage(), pypdfium2.raw))
        except pypdfium2.PdfiumError:
            continue
        characters += sum(len(line[0]) for line in lines)
        if characters > MAX_CHARACTERS:
            break
        print(json.dumps(lines))
        page.close()
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time-out of whoever started us holds.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def _lines(page: Any, raw: Any) -> Iterator[list[Any]]:
    """Give each line of a page; its size is that of its first letter's font at the scale it is drawn at."""
    beyond = 0
    for found in LINE.finditer(page.get_text_range(errors="replace")):
        line, words = found[0], found[0].strip()
        begin = found.start() + beyond + len(line) - len(line.lstrip())
        astral = sum(character > "\uffff" for character in line)
        beyond += astral
        if not words:
            continue
        # PDFium counts in UTF-16.
        places = (begin, begin + len(words) + astral - 1)
        first, last = (raw.FPDFText_GetCharIndexFromTextIndex(page, place) for place in places)
        matrix, right, left, baseline = raw.FS_MATRIX(), *(ctypes.c_double() for _ in range(3))
        raw.FPDFText_GetMatrix(page, first, matrix)
        raw.FPDFText_GetCharOrigin(page, first, left, baseline)
        raw.FPDFText_GetCharBox(page, last, ctypes.c_double(), right, ctypes.c_double(), ctypes.c_double())
        size = raw.FPDFText_GetFontSize(page, first) * math.hypot(matrix.c, matrix.d)
        is_bold = _is_bold(page, first, raw) and _is_bold(page, last, raw)
        yield [words, *(round(number, 1) for number in (left.value, baseline.value, right.value, size)), is_bold]


def _is_bold(page: Any, index: int, raw: Any) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, index, name, 128, ctypes.c_int())
    return bool(raw.FPDFText_GetFontWeight(page, index) >= 600 or b"bold" in name.value.lower())


if __name__ == "__main__":
    sys.exit(main())
