"""How far a run has come, for whoever waits for it at a terminal."""

import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from briefing import terminal

if TYPE_CHECKING:
    from briefing.render.rich_progress import RunProgress

T = TypeVar("T")

_PATIENCE = 0.5
"""Seconds before progress shows: a run that takes less has nothing to wait for."""


class Watch:
    """Shows progress once a run over several sources has tried the patience of someone at a terminal."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        """Watch a run over so many sources; nothing shows unless it is wanted."""
        self._total = total
        self._wanted = wanted and total > 1 and terminal.is_terminal(sys.stderr) and not terminal.is_dumb()
        self._began = 0.0
        self._line: RunProgress | None = None

    def look(self, name: str, *, done: int, failed: int) -> None:
        """Say which source is at work, and how many are done and failed."""
        # The first source waits for imports: it says nothing about the others.
        if done < 2:
            self._began = time.monotonic()
            return
        seconds = time.monotonic() - self._began
        if self._wanted and self._line is None and seconds >= _PATIENCE:
            from briefing.render.rich_progress import RunProgress

            self._line = RunProgress(self._total)
        if self._line:
            self._line.show(name, done=done, failed=failed, rate=(done - 1) / seconds)

    def close(self) -> None:
        """Take away what shows."""
        if self._line:
            self._line.close()


def watched(items: Sequence[T], name: Callable[[T], str], *, wanted: bool) -> Generator[T]:
    """Give items one by one, and show how far they are done as a run over sources does."""
    with closing(Watch(len(items), wanted=wanted)) as watch:
        for done, item in enumerate(items):
            watch.look(name(item), done=done, failed=0)
            yield item
