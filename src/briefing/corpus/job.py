"""A corpus from its files to its output, so that a killed run goes on where it was."""

from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from briefing import __version__
from briefing.api import check_options
from briefing.corpus import ADDED, check_columns, engine, tables
from briefing.corpus.store import Partition, Store
from briefing.errors import UsageError


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done; a UsageError where an option does not make sense, or there is no table."""

    sources: list[Path]
    """Files of tables, or directories of them."""
    output: Path
    """A file, if its name tells the format, else a directory."""
    text_column: str = "text"
    """The column of the texts."""
    id_column: str | None = None
    """The column of their names; without it they are named by file and row."""
    language_column: str | None = None
    """The column of their languages."""
    kept: list[str] | None = None
    """The columns that the output keeps; None for all."""
    partitions: str | None = None
    """What a directory's partitions are in, one of `tables.KINDS`; None for what the first file is in."""
    options: dict[str, Any] = field(default_factory=dict)
    """Those of `pipe`, and `style`: what a briefing is in."""

    def __post_init__(self) -> None:
        check_options(**{k: v for k, v in self.options.items() if k not in ("style", "language", "format")})
        for file in tables.files(self.sources):
            if file.resolve() == self.output.resolve():
                raise UsageError(f"{file}: it is a source and would be overwritten; name another file")

    def batches(self) -> Iterator[tuple[int, str, int, tables.Batch]]:
        """Yield each partition's number, the name of its file, the number of its first row there, and its rows."""
        number = 0
        for file in tables.files(self.sources):
            first = 1
            for batch in tables.batches(file):
                if first == 1:
                    self._check(file, batch)
                yield number, file.name, first, batch
                number, first = number + 1, first + len(batch)

    def store(self) -> Store:
        """Return where its partitions are kept."""
        files = tables.files(self.sources)
        named = self.output if tables.kind(self.output)[0] and not self.output.is_dir() else files[0]
        suffix = "".join(named.suffixes[-1 - bool(tables.kind(named)[1]) :]).lower().lstrip(".")
        suffix = self.partitions if self.partitions and named != self.output else suffix
        inputs = [[file.name, file.stat().st_size, file.stat().st_mtime_ns] for file in files]
        asked = {k: v for k, v in asdict(self).items() if k not in ("sources", "output", "partitions")}
        plan = {"briefing": __version__, "inputs": inputs, "suffix": suffix, **asked}
        return Store(self.output, suffix, plan)

    def run(self, *, jobs: int, scheduler: str | None = None) -> Generator[Partition]:
        """Do what is not done yet, yield each partition as it is done, and finish; an error leaves what is done."""
        place = self.store()
        with place.open():
            yield from place.done.copy().values()
            yield from self._remaining(place, jobs, scheduler)
            place.finish()

    def _remaining(self, place: Store, jobs: int, scheduler: str | None) -> Generator[Partition]:
        held: dict[int, tables.Batch] = {}

        def pieces() -> Iterator[tuple[int, list[dict[str, Any]]]]:
            for number, name, first, batch in self.batches():
                if number not in place.done:
                    held[number] = batch
                    yield number, self._records(name, first, batch)

        for number, made in engine.results(pieces(), self.options, jobs=jobs, scheduler=scheduler):
            batch = held.pop(number)
            briefings, errors = zip(*made, strict=True)
            if isinstance(batch, list):
                errors = tuple(getattr(row, "reason", error) for row, error in zip(batch, errors, strict=True))
            added = dict(zip(ADDED, (list(briefings), list(errors)), strict=True))
            yield place.add(number, tables.with_columns(batch, added, self.kept))

    def _check(self, file: Path, batch: tables.Batch) -> None:
        wanted = [self.text_column, self.id_column, self.language_column, *(self.kept or ())]
        try:
            check_columns(tables.column_names(batch), [name for name in wanted if name is not None])
        except UsageError as error:
            raise UsageError(f"{file}: {error}") from None

    def _records(self, name: str, first: int, batch: tables.Batch) -> list[dict[str, Any]]:
        size = len(batch)
        names = tables.column(batch, self.id_column) if self.id_column else [None] * size
        names = [f"{name}:{first + place}" if own is None else own for place, own in enumerate(names)]
        languages = tables.column(batch, self.language_column) if self.language_column else [None] * size
        texts = tables.column(batch, self.text_column)
        return [
            {"text": text, "name": name, "language": language}
            for text, name, language in zip(texts, names, languages, strict=True)
        ]
