"""Where partitions are kept: each is there whole or not at all, and a ledger tells which are done."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from briefing.corpus import tables
from briefing.errors import UsageError

_LEDGER, _LOCK, _SUCCESS = "_briefing.jsonl", "_lock", "_SUCCESS"


@dataclass(frozen=True, slots=True)
class Partition:
    """A partition that is done."""

    number: int
    """Its place, from 0."""
    rows: int
    """How many rows it has."""
    failed: int
    """In how many of them is an error."""


class Store:
    """The partitions of one output: a file's stand beside it until it is put together, a directory's in it."""

    def __init__(self, output: Path, suffix: str, plan: dict[str, Any]) -> None:
        """Find out which partitions are done; refuse those of another plan."""
        self._output, self._suffix, self._plan = output, suffix, plan
        self._kind = tables.kind(Path(f"part.{suffix}"))
        self._is_file = tables.kind(output)[0] != "" and not output.is_dir()
        self.directory = output.with_name(f".{output.name}.parts") if self._is_file else output
        self._ledger = self.directory / _LEDGER
        self.done = {part.number: part for part in self._read()}

    def _read(self) -> Iterator[Partition]:
        lines = self._ledger.read_bytes().splitlines() if self._ledger.exists() else []
        for place, line in enumerate(lines):
            try:
                entry = json.loads(line)
            except ValueError:  # the last, which a killed run did not end
                continue
            if place:
                yield Partition(**entry)
            elif entry != self._plan:
                raise UsageError(
                    f"{self.directory}: partitions of other input, options or program; remove it to begin anew"
                )
        found = {path.name for path in self.directory.iterdir()} if self.directory.exists() else set()
        if not lines and found - {_LOCK}:
            raise UsageError(f"{self.directory}: not empty, and not ours; name another directory")

    @contextmanager
    def open(self) -> Iterator[None]:
        """Hold the place for one run, or raise a UsageError; write the ledger anew, without a line half written."""
        import locket

        self.directory.mkdir(parents=True, exist_ok=True)
        lock = self.directory / _LOCK
        try:
            with locket.lock_file(str(lock), timeout=0):
                lines = [self._plan, *map(asdict, self.done.values())]
                text = "".join(json.dumps(line) + "\n" for line in lines)
                _write_whole(self._ledger, lambda file: file.write(text.encode()))
                yield
        except locket.LockError:
            raise UsageError(f"{self.directory}: another run writes there; wait until it has ended") from None
        lock.unlink(missing_ok=True)

    def add(self, number: int, batch: tables.Batch) -> Partition:
        """Keep a partition, and tell the ledger once it is safe on the disk."""
        part = Partition(number, len(batch), sum(error is not None for error in tables.column(batch, "error")))
        _write_whole(self._path(number), lambda file: tables.write(file, self._kind, lambda: [batch]))
        with open(self._ledger, "ab") as file:
            file.write(json.dumps(asdict(part)).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.done[number] = part
        return part

    def finish(self) -> None:
        """Put a file together and remove its partitions; mark a directory as complete."""
        if not self._is_file:
            _write_whole(self.directory / _SUCCESS, lambda _: None)
            return

        def made() -> Iterator[tables.Batch]:
            return (batch for n in sorted(self.done) for batch in tables.batches(self._path(n)))

        _write_whole(self._output, lambda file: tables.write(file, self._kind, made) if self.done else None)
        shutil.rmtree(self.directory)

    def _path(self, number: int) -> Path:
        return self.directory / f"part-{number:06}.{self._suffix}"


def _write_whole(path: Path, write: Callable[[Any], Any]) -> None:
    """Write a file so that whoever finds it, after whatever death, finds all of it."""
    temporary = path.with_name(f".{path.name}.tmp")
    with open(temporary, "wb") as file:
        write(partial(open, closefd=False)(file.fileno(), "wb", buffering=0))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
