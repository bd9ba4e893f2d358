"""`briefing corpus`."""

from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from briefing import languages, readers
from briefing.cli import options, run
from briefing.cli.options import option
from briefing.cli.output import failures_told, report
from briefing.corpus.job import Job
from briefing.corpus.tables import KINDS, column
from briefing.errors import ExitCode, SourceError, UsageError
from briefing.render.progress import waited_for

_NEEDED = ("dask", "distributed", "locket", "pyarrow", "cryptography")


def command(
    sources: Annotated[
        list[Path], typer.Argument(metavar="IN...", help="Tables of articles: files, or directories of them.")
    ],
    output: Annotated[Path, option("--output", "corpus")],
    text_column: Annotated[str, option("--text-column")] = "text",
    id_column: Annotated[str | None, option("--id-column")] = None,
    language_column: Annotated[str | None, option("--language-column")] = None,
    keep: Annotated[list[str] | None, option("--keep")] = None,
    *,
    length: options.SectionLengthOptions,
    choice: options.ChoiceOptions,
    coverage: options.Coverage = None,
    language: options.Language = "english",
    input_format: options.InputFormat = "text",
    format: Annotated[str, options.output_format("json", "text", "lines", "markdown", of="corpus")] = "json",
    partitions: Annotated[str | None, option("--partitions", metavar=f"<{'|'.join(KINDS)}>")] = None,
    jobs: Annotated[int | None, option("--jobs", "corpus")] = None,
    scheduler: Annotated[str | None, option("--scheduler")] = None,
    dry_run: Annotated[bool, option("--dry-run")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Add to tables of articles, JSON Lines, CSV or Parquet, a column of their briefings."""
    asked = {"style": format, "coverage": coverage, "language": language, "format": input_format}
    asked |= asdict(choice) | asdict(length.budget())
    with failures_told(), options.usage_errors():
        _check(jobs, scheduler, partitions)
        languages.check(language)
        readers.check_format(input_format)
        names = (text_column, id_column, language_column, keep, partitions)
        job = Job(sources, output, *names, options=asked)
        if dry_run:
            typer.echo(_counts(job))
            return
        _run(job, jobs=jobs or run.cores(), scheduler=scheduler, quiet=quiet)


def _check(jobs: int | None, scheduler: str | None, partitions: str | None) -> None:
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        raise SourceError(f"{', '.join(missing)} not installed; run: pip install 'briefing-cli[corpus]'")
    if jobs and scheduler:
        raise UsageError("--jobs and --scheduler exclude each other; the cluster has its own workers")
    if partitions not in (None, *KINDS):
        raise UsageError(f"partitions cannot be in {partitions!r}; choose one of {', '.join(KINDS)}")


def _counts(job: Job) -> str:
    done = job.store().done
    sizes, without, files = {}, 0, set()
    for number, name, _, batch in job.batches():
        files.add(name)
        sizes[number] = len(batch)
        without += sum(not isinstance(text, str) or not text.strip() for text in column(batch, job.text_column))
    left = sum(size for number, size in sizes.items() if number not in done)
    return (
        f"{sum(sizes.values())} documents in {len(files)} files, {without} of them without a text; "
        f"{len(sizes)} partitions, {len(done)} of them done; {left} documents to do"
    )


def _run(job: Job, *, jobs: int, scheduler: str | None, quiet: bool) -> None:
    rows = failed = 0
    with waited_for("at work on the first documents", wanted=not quiet) as say:
        for part in job.run(jobs=jobs, scheduler=scheduler):
            rows, failed = rows + part.rows, failed + part.failed
            say(f"{rows:,} documents done, {failed:,} of them failed")
    if failed:
        report(f"{job.output}: {failed} of {rows} documents failed; its column 'error' says why")
        raise typer.Exit(ExitCode.FAILED)
    if not quiet:
        report(f"{job.output}: {rows} documents")
