"""Corpora: tables of articles in, the same tables with a briefing of each out.

`briefing corpus` does it for files. Who has an engine already gives it `summarize_partition`:

Dask (tested), Hugging Face Datasets, Ray Data, Spark (tested with the columns, tables and frames that they give)::

    meta = frame._meta.assign(briefing=pd.Series(dtype=object), error=pd.Series(dtype=object))
    frame.map_partitions(summarize_partition, text_column="body", meta=meta)

    dataset.map(summarize_partition, batched=True, fn_kwargs={"text_column": "body"}, num_proc=4)

    dataset.map_batches(summarize_partition, batch_format="pyarrow", fn_kwargs={"text_column": "body"})

    schema = f"{frame.schema.simpleString()[7:-1]},briefing:string,error:string"
    frame.mapInPandas(lambda frames: map(summarize_partition, frames), schema)
"""

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.api import pipe
from briefing.errors import BriefingError, UsageError

ADDED = ("briefing", "error")
"""The columns that a table gains: the briefing, or why there is none; the other is null."""


def summarize_partition(
    frame: Any,
    *,
    text_column: str = "text",
    id_column: str | None = None,
    language_column: str | None = None,
    style: str = "json",
    **options: Any,
) -> Any:
    """Return a frame of pandas, a table of Arrow or a mapping of columns, with `briefing` and `error` added.

    Args:
        frame: the partition; it stays as it is.
        text_column: the column of the articles' texts.
        id_column: the column of their names.
        language_column: the column of their languages.
        style: what a briefing is in: 'json', 'text', 'lines' or 'markdown'.
        options: lengths, method, coverage, query, language and format, as for `pipe`.

    Raises:
        UsageError: an option does not make sense, or a column is missing or there already.
    """
    from briefing.corpus.tables import plain

    names = {"text": text_column, "name": id_column, "language": language_column}
    wanted = {key: name for key, name in names.items() if name is not None}
    check_columns(list(getattr(frame, "column_names", frame)), wanted.values())
    columns = [[plain(value) for value in frame[name]] for name in wanted.values()]
    records = [dict(zip(wanted, row, strict=True)) for row in zip(*columns, strict=True)]
    made, errors = zip(*briefings(records, style=style, **options), strict=True) if records else ((), ())
    added = dict(zip(ADDED, (list(made), list(errors)), strict=True))
    if isinstance(frame, Mapping):
        return {**frame, **added}
    if hasattr(frame, "append_column"):
        from briefing.corpus.tables import with_columns

        return with_columns(frame, added)
    return frame.assign(**added)


def briefings(
    records: Iterable[Mapping[str, Any]], *, style: str = "json", **options: Any
) -> list[tuple[str | None, str | None]]:
    """Return each record's briefing and error, one of them None."""
    from briefing.render import render

    made = pipe(records, **options)
    return [(None, str(of)) if isinstance(of, BriefingError) else (render(of, style).rstrip(), None) for of in made]


def check_columns(there: Iterable[str], wanted: Iterable[str]) -> None:
    """Raise a UsageError where a wanted column is missing, or one that is to be added is there already."""
    there = list(there)
    for name in wanted:
        if name not in there:
            raise UsageError(f"no column {name!r}; there are {', '.join(there)}")
    for name in ADDED:
        if name in there:
            raise UsageError(f"there is a column {name!r} already; rename it first")
