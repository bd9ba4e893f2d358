"""Dask: pieces of work in, what became of them out, as they are done, on this machine or a cluster."""

import logging
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import Any

from briefing import __version__
from briefing.corpus import briefings
from briefing.errors import SourceError

_AHEAD = 3
"""Pieces for each worker: one that it does, and what it does next; more would only fill memory."""
_PATIENCE = 30
"""Seconds that a cluster has to answer and to show a worker."""

_SETTINGS: dict[str, Any] = {
    "logging.distributed": "critical",
    "distributed.comm.timeouts.connect": f"{_PATIENCE}s",
    # Looking at the work every few milliseconds would slow it down.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    # Each end keeps its last messages, with the texts in them: a thousand would be most of the memory.
    "distributed.admin.low-level-log-length": 1,
    # Nothing is served but to the workers.
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}
_LOCAL: dict[str, Any] = {
    "threads_per_worker": 1,
    "processes": True,
    "host": "127.0.0.1",
    # Without an address it would serve pages to the whole network.
    "dashboard_address": "127.0.0.1:0",
    "worker_dashboard_address": "127.0.0.1:0",
    "scheduler_kwargs": {"dashboard": False},
    "memory_limit": 0,
    "security": True,  # else whoever is on this machine could give the workers work
    "silence_logs": logging.CRITICAL,
}

Records = list[dict[str, Any]]
Results = list[tuple[str | None, str | None]]


def results(
    pieces: Iterable[tuple[Any, Records]], options: dict[str, Any], *, jobs: int, scheduler: str | None = None
) -> Generator[tuple[Any, Results]]:
    """Yield each piece's key and what its records became, as they are done; a SourceError where there is no cluster.

    A worker that dies is replaced and its piece done again; a record that kills four is an error.
    """
    from distributed import as_completed

    waiting: Iterator[tuple[Any, Records]] = iter(pieces)
    if not (first := list(islice(waiting, 1))):
        return
    waiting = chain(first, waiting)
    keys = {}
    with _client(jobs, scheduler) as client:

        def submitted(count: int) -> Iterator[Any]:
            for key, records in islice(waiting, count):
                future = client.submit(_work, records, options, __version__, pure=False)
                keys[future.key] = key, records
                yield future

        workers = scheduler and len(client.scheduler_info(n_workers=-1)["workers"])
        done = as_completed(list(submitted(_AHEAD * int(workers or jobs))))
        for future in done:
            key, records = keys.pop(future.key)
            yield key, _made(client, future, records, options, scheduler)
            for other in submitted(1):
                done.add(other)


def _made(client: Any, future: Any, records: Records, options: dict[str, Any], scheduler: str | None) -> Results:
    """Return what becomes of a piece; where it killed its workers, of each of its records done by itself."""
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    made: Results = []
    try:
        made = future.result()
    except KilledWorker:
        for alone in [client.submit(_work, [record], options, __version__, pure=False) for record in records]:
            try:
                made += alone.result()
            except KilledWorker:
                made.append((None, "its process was killed"))
    except FutureCancelledError:
        raise SourceError(f"{scheduler or 'the cluster'}: it is gone; the same command goes on from here") from None
    except SourceError:
        raise
    except Exception as error:
        raise SourceError(f"a worker: {type(error).__name__}: {error}") from error
    return made


def _work(records: Records, options: dict[str, Any], version: str) -> Results:
    if version != __version__:
        raise SourceError(f"a worker has briefing {__version__}, and this is {version}; install the same")
    return briefings(records, **options)


@contextmanager
def _client(jobs: int, scheduler: str | None) -> Iterator[Any]:
    import dask
    from distributed import Client, LocalCluster

    for name in ("distributed", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set(_SETTINGS)
    with ExitStack() as stack:
        try:
            cluster: Any = scheduler or stack.enter_context(LocalCluster(n_workers=jobs, **_LOCAL))
            client = stack.enter_context(Client(cluster))
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            raise SourceError(f"{scheduler or 'the cluster'}: no workers to be had: {error}") from None
        yield client
