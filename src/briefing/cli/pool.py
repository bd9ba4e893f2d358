"""Processes that start once and share the sources: in order, each with its time, and none the death of the others."""

import io
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from briefing.cli import signals

# Elsewhere a fork is not safe, or not there.
_METHOD = "fork" if sys.platform == "linux" else "spawn"
_BATCH = 16
"""How many items a process is given at once, at most: enough that it never waits for the next."""
_BATCHES = 4
"""How many batches a process gets at least where there are few items, so that all end together; and how many batches
of results a process may be ahead of a slow item, so that memory has an end."""
_GRACE = 1.0
"""Seconds that a process has to end when it is told to."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an item."""

    value: Any
    """What the task gave."""
    said: str
    """What it wrote on standard error."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """An item whose process did not come back."""

    reason: str
    """Why, in words that follow the item's name."""


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: "Connection[Any, Any]"
    places: deque[int] = field(default_factory=deque)
    """The items it has, the one that it works on first."""
    since: float = float("inf")
    """When it began with that one; never before it is ready."""


def results(
    task: Callable[[Any], Any], items: Sequence[Any], *, jobs: int, timeout: float | None = None
) -> Generator[Done | GivenUp]:
    """Give what `task` makes of each item, in their order, from so many processes.

    A process that dies, or takes longer for an item than `timeout` seconds, loses that item alone: another takes its
    place. When the generator ends or is closed, no process is left. Task and items must be picklable.
    """
    pool = _Pool(task, items, min(jobs, len(items)), timeout)
    try:
        for place in range(len(items)):
            while place not in pool.found:
                pool.hand_out(oldest=place)
                pool.collect()
            yield pool.found.pop(place)
    finally:
        pool.stop()


class _Pool:
    def __init__(self, task: Callable[[Any], Any], items: Sequence[Any], jobs: int, timeout: float | None) -> None:
        self.found: dict[int, Done | GivenUp] = {}
        self._task, self._items, self._jobs, self._timeout = task, items, jobs, timeout
        self._batch = max(1, min(_BATCH, len(items) // (jobs * _BATCHES)))
        self._next = 0
        self._workers: list[_Worker] = []

    def hand_out(self, *, oldest: int) -> None:
        """Give each process that has nothing to do a batch, unless the results would run far ahead of the oldest."""
        end = min(len(self._items), oldest + _BATCHES * self._batch * self._jobs)
        while self._next < end and (worker := self._idle()):
            places = range(self._next, min(self._next + self._batch, end))
            self._next = places.stop
            self._send(worker, places)

    def collect(self) -> None:
        """Wait until a process has a result, has died or is late."""
        busy = {worker.connection: worker for worker in self._workers if worker.places}
        ready = wait(list(busy), self._patience(busy.values()))
        for connection, worker in busy.items():
            if connection in ready:
                self._receive(worker)
            elif self._timeout is not None and time.monotonic() > worker.since + self._timeout:
                self._lose(worker, f"takes longer than {self._timeout:g} s")

    def stop(self) -> None:
        """End all processes."""
        _end(self._workers)
        self._workers.clear()

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if not worker.places:
                return worker
        if len(self._workers) < self._jobs:
            try:
                return self._start()
            except OSError:  # the system has no more processes for us
                if not self._workers:
                    raise
                self._jobs = len(self._workers)
        return None

    def _start(self) -> _Worker:
        context = get_context(_METHOD)
        ours, theirs = context.Pipe()
        # A fork holds our ends of the pipes, too: while it does, the others cannot see that we are gone.
        held = [ours, *(worker.connection for worker in self._workers)] if _METHOD == "fork" else []
        process = context.Process(target=_work, args=(theirs, self._task, held), daemon=True)  # type: ignore[attr-defined]
        with signals.deferred():  # A process that is being started would die of one with a traceback.
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _send(self, worker: _Worker, places: Iterable[int]) -> None:
        worker.places.extend(places)
        if worker.since < float("inf"):
            worker.since = time.monotonic()
        with suppress(OSError):  # it has died: it is missed where its results are awaited
            worker.connection.send([self._items[place] for place in worker.places])

    def _receive(self, worker: _Worker) -> None:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            self._lose(worker, _death(worker.process.exitcode))
            return
        worker.since = time.monotonic()
        if result is not None:
            self.found[worker.places.popleft()] = result

    def _lose(self, worker: _Worker, reason: str) -> None:
        """Give up what a process works on, and the rest of its batch to another."""
        _end([worker])
        self._workers.remove(worker)
        self.found[worker.places.popleft()] = GivenUp(reason)
        if worker.places:
            self._send(self._start(), worker.places)

    def _patience(self, busy: Iterable[_Worker]) -> float | None:
        if self._timeout is None:
            return None
        first = min(worker.since for worker in busy) + self._timeout
        return max(0.0, first - time.monotonic()) if first < float("inf") else None


def _end(workers: Sequence[_Worker]) -> None:
    for worker in workers:
        worker.process.terminate()
    deadline = time.monotonic() + _GRACE
    for worker in workers:
        worker.process.join(max(0.0, deadline - time.monotonic()))
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()
        worker.connection.close()


def _death(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"its process was killed ({signal.Signals(-exit_code).name})"
    return f"its process ended (exit code {exit_code})"


def _work(connection: "Connection[Any, Any]", task: Callable[[Any], Any], held: Sequence[Any]) -> None:
    """Do batches until nobody wants them."""
    # The parent hears the interrupt too, and ends us. What we start must heed it: a handler is not inherited.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # ends what we wait for as well
    signals.mask("SIG_UNBLOCK")
    for other in held:
        other.close()
    with suppress(EOFError, ConnectionError):
        connection.send(None)
        while True:
            for item in connection.recv():
                connection.send(_do(task, item))


def _do(task: Callable[[Any], Any], item: Any) -> Done:
    with redirect_stderr(io.StringIO()) as said:
        value = task(item)
    return Done(value, said.getvalue())
