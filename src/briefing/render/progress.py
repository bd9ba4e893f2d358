"""How far a run has come, for whoever waits for it at a terminal: a line on standard error, drawn by rich."""

import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence, Sized
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

from briefing import terminal

T = TypeVar("T")

_PATIENCE = 1.0
"""Seconds before progress shows: a run that takes less has nothing to wait for."""


def watched(items: Sequence[T], name: Callable[[T], str], *, wanted: bool, failed: Sized = ()) -> Generator[T]:
    """Yield items and, if wanted, show how many are done and failed once someone at a terminal has had to wait."""
    with _line(wanted=wanted and len(items) > 1) as show:
        began = time.monotonic()
        for done, item in enumerate(items):
            parts = [f"{done}/{len(items)}", terminal.sanitize(name(item))]
            if done == 1:  # The first item waits for imports: it says nothing about the others.
                began = time.monotonic()
            elif done and (seconds := time.monotonic() - began):
                rate = (done - 1) / seconds
                parts[1:1] = [f"{rate:.{int(rate < 10)}f}/s", f"{(len(items) - done) / rate:.0f} s left"]
            parts[-1:-1] = [f"{len(failed)} failed"] if failed else []
            show(completed=done, total=len(items), description=", ".join(parts))
            yield item


@contextmanager
def waited_for(what: str, *, wanted: bool) -> Iterator[Callable[[str], None]]:
    """While one thing is done, show what it is, once someone at a terminal has had to wait; give what says more."""
    with _line(wanted=wanted) as show:
        show(description=terminal.sanitize(what))
        yield lambda more: show(description=terminal.sanitize(more))


@contextmanager
def _line(*, wanted: bool) -> Iterator[Callable[..., None]]:
    """Give what changes a line that shows while this lasts, from when someone has had to wait."""
    if not (wanted and terminal.is_terminal(sys.stderr) and not terminal.is_dumb()):
        yield lambda **_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    progress = Progress(
        BarColumn(16),
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
        # The terminal's own "^C" must not break the line, which could then not be taken back.
        console=Console(
            file=sys.stderr, width=terminal.size().columns - len("^C "), markup=False, emoji=False, highlight=False
        ),
        transient=True,
        redirect_stdout=False,  # The file that it leads to is no place for the line.
    )
    task = progress.add_task("", total=None)
    timer = Timer(_PATIENCE, progress.start)
    timer.start()
    try:
        yield lambda **more: progress.update(task, **more)
    finally:
        timer.cancel()
        timer.join()
        progress.stop()
