"""How far a run has come, for whoever waits for it at a terminal."""

import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence, Sized
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

from briefing import terminal

if TYPE_CHECKING:
    from briefing.render.rich_progress import RunProgress

T = TypeVar("T")

_PATIENCE = 0.5
"""Seconds before progress shows: a run that takes less has nothing to wait for."""


def watched(items: Sequence[T], name: Callable[[T], str], *, wanted: bool, failed: Sized = ()) -> Generator[T]:
    """Yield items one by one, and show how many are done and failed once someone at a terminal has had to wait.

    `failed` may grow meanwhile; nothing shows unless it is wanted.
    """
    wanted = wanted and len(items) > 1 and _is_watched()
    began = 0.0
    line: RunProgress | None = None
    try:
        for done, item in enumerate(items):
            # The first item waits for imports: it says nothing about the others.
            if done < 2:
                began = time.monotonic()
            seconds = time.monotonic() - began
            if wanted and done > 1 and seconds >= _PATIENCE:
                if line is None:
                    from briefing.render import rich_progress

                    line = rich_progress.RunProgress(len(items))
                line.show(name(item), done=done, failed=len(failed), rate=(done - 1) / seconds)
            yield item
    finally:
        if line:
            line.close()


@contextmanager
def waited_for(what: str, *, wanted: bool) -> Iterator[Callable[[str], None]]:
    """While one thing is done, show what it is, once someone at a terminal has had to wait; give what says more."""
    if not (wanted and _is_watched()):
        yield lambda _: None
        return
    from briefing.render import rich_progress

    line = rich_progress.spinner(what)
    timer = Timer(2 * _PATIENCE, line.start)
    timer.start()
    try:
        yield lambda more: line.update(rich_progress.line_of(more))
    finally:
        timer.cancel()
        timer.join()
        line.stop()


def _is_watched() -> bool:
    return terminal.is_terminal(sys.stderr) and not terminal.is_dumb()
