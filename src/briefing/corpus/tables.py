"""Tables in files: JSON Lines, CSV and Parquet, compressed or not; batches of rows in and out."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from briefing.corpus import ADDED
from briefing.errors import SourceError, UsageError

ROWS, BYTES = 500, 4 << 20
"""Where a batch ends, so that memory has an end whatever the rows are."""
_LONGEST = 64 << 20
"""Bytes of the longest line or field that is read."""
_FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".parquet": "parquet"}
_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2", ".lz4": "lz4"}
KINDS = ("jsonl", "csv", "parquet", "jsonl.gz", "jsonl.zst", "csv.gz", "csv.zst")
"""What output in partitions can be in."""

Batch = Any
"""A table of Arrow, or a list of rows, each a mapping: of Parquet the types are kept, of JSON each row's own keys."""


class Broken(dict[str, Any]):
    """A row that cannot be read: it has no columns, but a reason."""

    reason: str = ""


def kind(path: Path) -> tuple[str, str | None]:
    """Return the format and compression that a file's name tells; '' for no format of tables."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    compression = _COMPRESSIONS.get(suffixes.pop()) if suffixes and suffixes[-1] in _COMPRESSIONS else None
    known = _FORMATS.get(suffixes[-1], "") if suffixes else ""
    return ("", None) if known == "parquet" and compression else (known, compression)


def files(sources: Iterable[Path]) -> list[Path]:
    """Return the files of tables, those of directories by their names, but for what begins with _ or . there."""
    found: list[Path] = []
    for source in sources:
        inside = [file for file in sorted(source.glob("[!._]*")) if kind(file)[0]] if source.is_dir() else [source]
        if not source.exists():
            raise SourceError(f"{source}: no such file; check the path")
        if not inside:
            raise UsageError(f"{source}: no table in it")
        found += inside
    for file in found:
        if not kind(file)[0]:
            raise UsageError(f"{file}: not known as a table; its name must end in {', '.join(KINDS)}")
    return found


def batches(path: Path) -> Iterator[Batch]:
    """Yield a file's rows in batches that depend on the file alone."""
    import pyarrow as pa
    from pyarrow import parquet

    read = {"jsonl": _json_rows, "csv": _csv_rows}
    known, compression = kind(path)
    try:
        if known == "parquet":
            with parquet.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=ROWS):
                    yield from _halved(pa.Table.from_batches([batch]))
            return
        with pa.input_stream(str(path), compression=compression) as stream:
            yield from _gathered(read[known](io.BufferedReader(stream), path.name))
    except (OSError, csv.Error, UnicodeDecodeError, pa.ArrowException) as error:
        raise SourceError(f"{path}: cannot be read: {error}") from None


def _halved(table: Any) -> Iterator[Any]:
    if table.nbytes <= BYTES or len(table) < 2:
        yield table
    else:
        half = len(table) // 2
        yield from _halved(table.slice(0, half))
        yield from _halved(table.slice(half))


def _gathered(rows: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
    batch, total = [], 0
    for size, row in rows:
        batch.append(row)
        total += size
        if len(batch) == ROWS or total >= BYTES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _json_rows(stream: Any, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(iter(partial(stream.readline, _LONGEST), b""), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            reason = "" if isinstance(row, dict) else "no object; give one a line (of a list: jq -c '.[]')"
        except (ValueError, RecursionError) as error:
            reason = f"not JSON: {error}"
        if reason:
            row = Broken()
            row.reason = f"{name}:{number}: {reason}"
        yield len(line), row


def _csv_rows(stream: Any, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    csv.field_size_limit(_LONGEST)
    reader = csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline=""))
    for number, row in enumerate(reader, 1):
        if None in row:
            row = Broken({key: value for key, value in row.items() if key is not None})
            row.reason = f"{name}:{number}: more fields than columns; quote those with a comma"
        yield sum(map(len, filter(None, row.values()))), row


def column_names(batch: Batch) -> list[str]:
    """Return the names of a batch's columns, in the order in which they come."""
    return list(getattr(batch, "column_names", None) or dict.fromkeys(name for row in batch for name in row))


def column(batch: Batch, name: str) -> list[Any]:
    """Return the values of a column."""
    return batch[name].to_pylist() if hasattr(batch, "column_names") else [row.get(name) for row in batch]


def plain(value: Any) -> Any:
    """Return the value of a cell as Python has it; None for what frames have where there is none."""
    value = value.as_py() if hasattr(value, "as_py") else value
    return None if isinstance(value, float) and value != value else value


def with_columns(batch: Batch, added: Mapping[str, list[str | None]], kept: Sequence[str] | None = None) -> Batch:
    """Return a batch with columns of strings after its own, or after those of its own that are kept."""
    if not hasattr(batch, "column_names"):
        rows = zip(batch, *added.values(), strict=True)
        own = [{n: v for n, v in row.items() if kept is None or n in kept} for row in batch]
        return [row | dict(zip(added, values, strict=True)) for row, (_, *values) in zip(own, rows, strict=True)]
    import pyarrow as pa

    batch = batch if kept is None else batch.select([name for name in batch.column_names if name in kept])
    for name, values in added.items():
        batch = batch.append_column(name, pa.array(values, pa.string()))
    return batch


def write(file: Any, kind: tuple[str, str | None], made: Callable[[], Iterable[Batch]]) -> None:
    """Write batches as one table with all their columns; a SourceError if one is of several types, for Parquet."""
    import pyarrow as pa

    known, compression = kind
    if known == "parquet":
        _write_parquet(file, made)
        return
    with pa.CompressedOutputStream(file, compression) if compression else io.BufferedWriter(file) as stream:
        text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="")
        rows = (row for batch in made() for row in (batch if isinstance(batch, list) else batch.to_pylist()))
        if known == "csv":
            names = dict.fromkeys(name for batch in made() for name in column_names(batch))
            table = csv.DictWriter(text, list(names), lineterminator="\n")
            table.writeheader()
            table.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
        else:
            text.writelines(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
        text.flush()
        text.detach()


def _cell(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _write_parquet(file: Any, made: Callable[[], Iterable[Batch]]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        schema = pa.unify_schemas([_arrow(batch).schema for batch in made()], promote_options="permissive")
        with parquet.ParquetWriter(file, schema) as writer:
            for batch in made():
                table = _arrow(batch)
                for field in schema:
                    if field.name not in table.column_names:
                        table = table.append_column(field, pa.nulls(len(table), field.type))
                writer.write_table(table.select(schema.names).cast(schema))
    except pa.ArrowException as error:
        raise SourceError(f"a column holds several types ({error}); write JSON Lines instead") from None


def _arrow(batch: Batch) -> Any:
    import pyarrow as pa

    if not isinstance(batch, list):
        return batch
    columns = {name: column(batch, name) for name in column_names(batch)}
    return pa.table({n: pa.array(v, pa.string()) if n in ADDED else pa.array(v) for n, v in columns.items()})
