"""How far a run has come, for whoever waits for it at a terminal: a line on standard error, drawn by rich."""

import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence, Sized
from contextlib import ExitStack, contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

from briefing import terminal

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

_PATIENCE = 0.5
"""Seconds before progress shows: a run that takes less has nothing to wait for."""


def watched(items: Sequence[T], name: Callable[[T], str], *, wanted: bool, failed: Sized = ()) -> Generator[T]:
    """Yield items one by one, and show how many are done and failed once someone at a terminal has had to wait.

    `failed` may grow meanwhile; nothing shows unless it is wanted. What others print on standard error meanwhile
    stands above the line.
    """
    wanted = wanted and len(items) > 1 and _is_watched()
    began = 0.0
    show: Callable[..., None] | None = None
    with ExitStack() as stack:
        for done, item in enumerate(items):
            # The first item waits for imports: it says nothing about the others.
            if done < 2:
                began = time.monotonic()
            seconds = time.monotonic() - began
            if wanted and done > 1 and seconds >= _PATIENCE:
                show = show or stack.enter_context(_line(len(items)))
                rate = (done - 1) / seconds
                parts = [f"{rate:.{int(rate < 10)}f}/s", f"{(len(items) - done) / rate:.0f} s left"]
                parts += [f"{len(failed)} failed"] if failed else []
                show(completed=done, description=", ".join([*parts, terminal.sanitize(name(item))]))
            yield item


@contextmanager
def waited_for(what: str, *, wanted: bool) -> Iterator[Callable[[str], None]]:
    """While one thing is done, show what it is, once someone at a terminal has had to wait; give what says more."""
    if not (wanted and _is_watched()):
        yield lambda _: None
        return
    from rich.status import Status
    from rich.text import Text

    def told(what: str) -> Text:
        return Text(terminal.sanitize(what), no_wrap=True, overflow="ellipsis")

    line = Status(told(what), console=_console())
    timer = Timer(2 * _PATIENCE, line.start)
    timer.start()
    try:
        yield lambda more: line.update(told(more))
    finally:
        timer.cancel()
        timer.join()
        line.stop()


@contextmanager
def _line(total: int) -> Iterator[Callable[..., None]]:
    """While it lasts, show a line that says how many of all are done; give what says more."""
    from rich.progress import BarColumn, Progress, TextColumn

    progress = Progress(
        TextColumn("{task.completed}/{task.total}", markup=False),
        BarColumn(16),
        TextColumn("{task.description}", markup=False),
        console=_console(),
        transient=True,
        redirect_stdout=False,  # The file that it leads to is no place for the line.
    )
    task = progress.add_task("", total=total)
    with progress:
        yield lambda **more: progress.update(task, **more)


def _console() -> "Console":
    from rich.console import Console

    return Console(file=sys.stderr, markup=False, emoji=False, highlight=False)


def _is_watched() -> bool:
    return terminal.is_terminal(sys.stderr) and not terminal.is_dumb()
