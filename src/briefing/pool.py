"""Processes that start once and share the items: in order, each with its time, and none the death of the others.

Why our own: a process that dies breaks the pools of concurrent.futures and loky, which know no time limit either, and
Pebble's where it dies between two items or while it holds their lock.
"""

import io
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import redirect_stderr, suppress
from dataclasses import dataclass
from itertools import chain, count
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

# Elsewhere a fork is not safe, or not there.
_METHOD = "fork" if sys.platform == "linux" else "spawn"
_AHEAD = 64
"""How many items a process may be ahead of a slow one, so that memory has an end."""
_GRACE = 1.0
"""Seconds that a process has to end when it is told to."""
_NEVER = float("inf")
_NO_ITEM = object()


class Done(NamedTuple):
    """What became of an item."""

    value: Any = None
    """What the task gave."""
    said: str = ""
    """What it wrote on standard error."""
    lost: str = ""
    """Why its process did not come back, in words that follow the item's name; '' where it did."""


@dataclass(slots=True)
class _Worker:
    process: Any
    connection: "Connection[Any, Any]"
    place: int | None = None
    """The number of the item that it has, if any."""
    is_ready: bool = False
    since: float = _NEVER
    """When it began with its item; never before it is ready."""


def results(
    task: Callable[[Any], Any], items: Iterable[Any], *, jobs: int, timeout: float | None = None
) -> Generator[Done]:
    """Yield what `task` makes of each item, in their order, from so many processes; both must be picklable.

    A process that dies, or takes longer for an item than `timeout` seconds, loses that item alone: another takes its
    place. Items are taken as they are needed. When the generator ends or is closed, no process is left.
    """
    pool = _Pool(task, items, jobs, timeout)
    try:
        for place in count():
            pool.hand_out(oldest=place)
            while place not in pool.found:
                if place == pool.given:
                    return
                pool.collect()
                pool.hand_out(oldest=place)
            yield pool.found.pop(place)
    finally:
        _end(pool.workers)


class _Pool:
    def __init__(self, task: Callable[[Any], Any], items: Iterable[Any], jobs: int, timeout: float | None) -> None:
        self.found: dict[int, Done] = {}
        self.given = 0
        """How many items were given to processes."""
        self._task, self._items, self._jobs = task, iter(items), jobs
        self._timeout = _NEVER if timeout is None else timeout
        self.workers: list[_Worker] = []
        """The processes that there are."""

    def hand_out(self, *, oldest: int) -> None:
        """Hand each process that has nothing to do an item, unless the results would run far ahead of the oldest."""
        while self.given < oldest + _AHEAD * self._jobs:
            worker = next((worker for worker in self.workers if worker.place is None), None)
            if worker is None and len(self.workers) == self._jobs:
                return
            if (item := next(self._items, _NO_ITEM)) is _NO_ITEM:
                return
            if worker := worker or self._started():
                self._send(worker, item)
            else:
                self._items = chain([item], self._items)

    def collect(self) -> None:
        """Wait until a process has a result, has died or is late."""
        busy = {worker.connection: worker for worker in self.workers if worker.place is not None}
        late = min(worker.since for worker in busy.values()) + self._timeout
        ready = wait(list(busy), None if late == _NEVER else max(0.0, late - time.monotonic()))
        for connection, worker in busy.items():
            if connection in ready:
                self._receive(worker)
            elif time.monotonic() > worker.since + self._timeout:
                self._lose(worker, f"takes longer than {self._timeout:g} s")

    def _started(self) -> _Worker | None:
        """Start a process; where the system has no more for us, go on with those that there are, and give None."""
        context = get_context(_METHOD)
        try:
            ours, theirs = context.Pipe()
            # A fork holds our ends of the pipes, too: while it does, the others cannot see that we are gone.
            held = [ours, *(worker.connection for worker in self.workers)] if _METHOD == "fork" else []
            process = context.Process(target=_work, args=(theirs, self._task, held), daemon=True)  # type: ignore[attr-defined]
            _mask_signals("SIG_BLOCK")  # A process that is being started would die of one with a traceback.
            try:
                process.start()
            finally:
                _mask_signals("SIG_UNBLOCK")
        except OSError:
            if not self.workers:
                raise
            self._jobs = len(self.workers)
            return None
        theirs.close()
        self.workers.append(_Worker(process, ours))
        return self.workers[-1]

    def _send(self, worker: _Worker, item: Any) -> None:
        worker.place = self.given
        self.given += 1
        if worker.is_ready:
            worker.since = time.monotonic()
        with suppress(OSError):  # it has died: it is missed where its result is awaited
            worker.connection.send(item)

    def _receive(self, worker: _Worker) -> None:
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join(_GRACE)
            code = worker.process.exitcode
            is_killed = code is not None and code < 0
            how = f"was killed ({signal.Signals(-code).name})" if is_killed else f"ended (exit code {code})"
            self._lose(worker, f"its process {how}")
            return
        if worker.is_ready and worker.place is not None:
            self.found[worker.place] = result
            worker.place = None
        worker.is_ready, worker.since = True, time.monotonic()

    def _lose(self, worker: _Worker, reason: str) -> None:
        _end([worker])
        self.workers.remove(worker)
        if worker.place is not None:
            self.found[worker.place] = Done(lost=reason)


def _mask_signals(how: str) -> None:
    """Hold back the signals that end the program ('SIG_BLOCK'), or let them through ('SIG_UNBLOCK')."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(getattr(signal, how), [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])


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


def _work(connection: "Connection[Any, Any]", task: Callable[[Any], Any], held: Sequence[Any]) -> None:
    """Do items until nobody wants them."""
    # The parent hears the interrupt too, and ends us. What we start must heed it: a handler is not inherited.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # ends what we wait for as well
    _mask_signals("SIG_UNBLOCK")
    for other in held:
        other.close()
    with suppress(EOFError, ConnectionError):
        connection.send(None)
        while True:
            item = connection.recv()
            with redirect_stderr(io.StringIO()) as said:
                value = task(item)
            connection.send(Done(value, said.getvalue()))
