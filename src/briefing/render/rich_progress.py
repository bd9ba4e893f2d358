"""How far a run over many sources has come, drawn by rich on standard error."""

import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.status import Status
from rich.text import Text

from briefing.terminal import sanitize


class RunProgress:
    """A line that says how many sources are done and failed, how fast, how long still, and which is at work.

    It is there until it is closed. What others print on standard error meanwhile stands above it.
    """

    def __init__(self, total: int) -> None:
        """Show the line for so many sources."""
        self._total = total
        self._progress = Progress(
            TextColumn("{task.completed}/{task.total}", markup=False),
            BarColumn(16),
            TextColumn("{task.description}", markup=False),
            console=_console(),
            transient=True,
            redirect_stdout=False,  # The file that it leads to is no place for the line.
        )
        self._task = self._progress.add_task("", total=total)
        self._progress.start()

    def show(self, name: str, *, done: int, failed: int, rate: float) -> None:
        """Say how many sources are done and failed, how many are done a second, and which one is at work."""
        parts = [f"{rate:.{int(rate < 10)}f}/s", f"{(self._total - done) / rate:.0f} s left"]
        parts += [f"{failed} failed"] if failed else []
        self._progress.update(self._task, completed=done, description=", ".join([*parts, sanitize(name)]))

    def close(self) -> None:
        """Take the line away."""
        self._progress.stop()


def spinner(what: str) -> Status:
    """Return a line that says what is done, there from its start to its stop."""
    return Status(line_of(what), console=_console())


def line_of(what: str) -> Text:
    """Return what such a line says, on one line of the terminal."""
    return Text(sanitize(what), no_wrap=True, overflow="ellipsis")


def _console() -> Console:
    return Console(file=sys.stderr, markup=False, emoji=False, highlight=False)
