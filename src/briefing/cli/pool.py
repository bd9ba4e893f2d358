"""Processes that start once and share the sources: in order, each with its time, and none the death of the others."""

import io
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

# Elsewhere a fork is not safe, or not there.
_METHOD = "fork" if sys.platform == "linux" else "spawn"
_AHEAD = 64
"""How many results a process may be ahead of a slow item, so that memory has an end."""
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
class Lost:
    """An item whose process did not come back."""

    reason: str
    """Why, in words that follow the item's name."""


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: "Connection[Any, Any]"
    since: float = float("inf")
    """When it began with its item; never before it is ready."""


def results(
    task: Callable[[Any], Any], items: Sequence[Any], *, jobs: int, timeout: float | None = None
) -> Generator[Done | Lost]:
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
        self.found: dict[int, Done | Lost] = {}
        self._task, self._items, self._jobs, self._timeout = task, items, jobs, timeout
        self._next = 0
        self._idle: list[_Worker] = []
        # By the place of the item that each works on.
        self._busy: dict[int, _Worker] = {}

    def hand_out(self, *, oldest: int) -> None:
        """Give each process that has nothing to do an item, unless the results would run far ahead of the oldest."""
        end = min(len(self._items), oldest + _AHEAD * self._jobs)
        while self._next < end and (worker := self._free()):
            self._busy[self._next] = worker
            if worker.since < float("inf"):
                worker.since = time.monotonic()
            with suppress(OSError):  # it has died: it is missed where its result is awaited
                worker.connection.send(self._items[self._next])
            self._next += 1

    def collect(self) -> None:
        """Wait until a process has a result, has died or is late."""
        ready = wait([worker.connection for worker in self._busy.values()], self._patience())
        for place, worker in list(self._busy.items()):
            if worker.connection in ready:
                self._receive(place, worker)
            elif self._timeout is not None and time.monotonic() > worker.since + self._timeout:
                self._lose(place, worker, f"takes longer than {self._timeout:g} s")

    def stop(self) -> None:
        """End all processes."""
        _end([*self._idle, *self._busy.values()])

    def _free(self) -> _Worker | None:
        if self._idle:
            return self._idle.pop()
        if len(self._busy) < self._jobs:
            try:
                return self._start()
            except OSError:  # the system has no more processes for us
                if not self._busy:
                    raise
                self._jobs = len(self._busy)
        return None

    def _start(self) -> _Worker:
        context = get_context(_METHOD)
        ours, theirs = context.Pipe()
        # A fork holds our ends of the pipes, too: while it does, the others cannot see that we are gone.
        held = [ours, *(worker.connection for worker in self._busy.values())] if _METHOD == "fork" else []
        process = context.Process(target=_work, args=(theirs, self._task, held), daemon=True)  # type: ignore[attr-defined]
        with _interrupts_deferred():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _receive(self, place: int, worker: _Worker) -> None:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            self._lose(place, worker, _death(worker.process.exitcode))
            return
        worker.since = time.monotonic()
        if result is not None:
            self.found[place] = result
            self._idle.append(self._busy.pop(place))

    def _lose(self, place: int, worker: _Worker, reason: str) -> None:
        _end([worker])
        del self._busy[place]
        self.found[place] = Lost(reason)

    def _patience(self) -> float | None:
        if self._timeout is None:
            return None
        first = min(worker.since for worker in self._busy.values()) + self._timeout
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


@contextmanager
def _interrupts_deferred() -> Iterator[None]:
    """While it lasts, an interrupt waits: a process that is being started would die of it with a traceback."""
    _mask("SIG_BLOCK")
    try:
        yield
    finally:
        _mask("SIG_UNBLOCK")


def _mask(how: str) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(getattr(signal, how), [signal.SIGINT])


def _work(connection: "Connection[Any, Any]", task: Callable[[Any], Any], held: Sequence[Any]) -> None:
    """Do items until nobody wants them."""
    # The parent hears the interrupt too, and ends us. What we start must heed it: a handler is not inherited.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # ends what we wait for as well
    _mask("SIG_UNBLOCK")
    for other in held:
        other.close()
    with suppress(EOFError, ConnectionError):
        connection.send(None)
        while True:
            connection.send(_do(task, connection.recv()))


def _do(task: Callable[[Any], Any], item: Any) -> Done:
    with redirect_stderr(io.StringIO()) as said:
        value = task(item)
    return Done(value, said.getvalue())
