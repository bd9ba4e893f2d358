"""PDF: what stands printed on pages made the blocks of an article.

PDFium gives what is printed, in a process of its own (`pdf_worker`); `pdf_lines` makes lines of it in the order in
which they are read, and `pdf_layout` headings, paragraphs and what is no part of the article.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.blocks import Reading
from briefing.errors import SourceError
from briefing.patterns import SENTENCE_END, regex
from briefing.readers import pdf_worker
from briefing.readers.limits import BrokenError
from briefing.readers.pdf_layout import pieces
from briefing.readers.pdf_lines import PrintLine, PrintRun, lines
from briefing.readers.readings import NO_TITLE, flow


class WorkerError(BrokenError):
    """The process that reads PDFs did not come to an end with one."""


SECONDS = 60.0
"""How long PDFium may take for one file by the clock, also on a busy machine; it works for `CPU_SECONDS` at most."""

WORKER = Path(pdf_worker.__file__)
"""The program that asks PDFium."""

_REFUSED = {
    "encrypted": "encrypted; open it with its password, and save it without",
    "broken": "a broken PDF; print it to a new PDF first",
    "pages": f"more than {pdf_worker.MAX_PAGES:,} pages; split it first",
    "characters": f"more than {pdf_worker.MAX_CHARACTERS:,} characters of text; split it first",
    "runs": f"more than {pdf_worker.MAX_RUNS:,} lines of print; split it first",
}
"""What the worker says is wrong."""
_WORD = regex(r"[^\W\d_]+")
_NAMED = 9  # How many pages that cannot be read are named
_FEWEST_LETTERS = 200  # A page; one of print has ten times as many
_LINE, _PROSE = 40, 0.05  # Characters that a paragraph of prose has at least, and the share that all such have
_PICTURES = "hardly any text on its pages, perhaps scanned; recognise their text first, as with ocrmypdf"
_TITLE_LINES = 200  # In how many of the first lines a title must stand


def read(data: bytes, *, name: str) -> Reading:
    """Return what a PDF holds."""
    if find_spec("pypdfium2") is None:
        raise SourceError(f"{name}: a PDF; to read it, run: pip install 'briefing-cli[documents]'")
    title, pages = _ask_pdfium(data, name)
    unread = [str(number) for number, page in enumerate(pages, 1) if page is None]
    found = lines([page or () for page in pages])
    if not any(map(str.isalnum, "".join(line.text for line in found))):
        if len(unread) == len(pages):
            raise SourceError(f"{name}: {_REFUSED['broken']}")
        raise SourceError(f"{name}: a PDF without text, perhaps scanned; recognise its text first, as with ocrmypdf")
    more = f" and {len(unread) - _NAMED:,} more" if len(unread) > _NAMED else ""
    doubts: tuple[str, ...] = (f"pages that cannot be read: {', '.join(unread[:_NAMED])}{more}",) if unread else ()
    if sum(len(line.text) for line in found if not line.aside) < _FEWEST_LETTERS * len(pages):
        doubts += (_PICTURES,)
    printed = list(pieces(found))
    size = sum(len(piece.text) for piece in printed)
    tables = sum(len(piece.text) for piece in printed if piece.aside == "table")
    prose = (len(piece.text) for piece in printed if not piece.aside and SENTENCE_END.search(piece.text))
    if tables > size / 4 and sum(long for long in prose if long >= _LINE) < _PROSE * size:
        raise SourceError(f"{name}: tables or a form, and hardly a sentence; open it to read them")
    return flow(printed, title=title if _is_title(title, found) else None)._replace(doubts=doubts)


def _is_title(title: str, found: Sequence[PrintLine]) -> bool:
    """Return whether what the properties say stands in print: programs write their own name and files' there."""
    words = set(_WORD.findall(title.casefold()))
    printed = set(_WORD.findall(" ".join(line.text for line in islice(found, _TITLE_LINES)).casefold()))
    return len(printed & words) * 2 > len(words) and not NO_TITLE.match(title.strip())


def _ask_pdfium(data: bytes, name: str) -> tuple[str, list[list[PrintRun] | None]]:
    """Return the title in the properties of a PDF, or '', and the runs of each page; None for one that is broken."""
    command = [sys.executable, "-I", str(WORKER), *sys.path]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}: takes longer than {SECONDS:g} s to read; print it to a new PDF first") from None
    if done.returncode < 0:
        raise SourceError(f"{name}: {_killed(-done.returncode)}; print it to a new PDF first")
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise WorkerError(f"pdf_worker failed: {last}")
    answers: list[Any] = list(map(json.loads, done.stdout.splitlines()))
    if refused := next((answer for answer in answers if isinstance(answer, str)), ""):
        raise SourceError(f"{name}: {_REFUSED[refused]}")
    head, *pages = answers
    if len(pages) != head["pages"]:
        raise WorkerError(f"pdf_worker gave {len(pages)} of {head['pages']} pages")
    return head["title"], [None if page is None else [PrintRun(*run) for run in page] for page in pages]


def _killed(number: int) -> str:
    """Return what a signal that ended the worker says."""
    if number == getattr(signal, "SIGXCPU", None):
        return f"takes more than {pdf_worker.CPU_SECONDS} s of processor time to read"
    limit = f"{pdf_worker.MEMORY_BYTES // 1_000_000} MB"
    return f"PDFium, which reads it, crashed or needed more than {limit} of memory (signal {number})"
