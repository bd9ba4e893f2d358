"""Sources in, output out: what every command does around its one library call."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import typer

from briefing import parse, read, readers, terminal
from briefing.cli import options
from briefing.cli.output import emit, report, spare_sources, write_file
from briefing.document import Document
from briefing.errors import BriefingError, ExitCode, InternalError, SourceError, UsageError
from briefing.languages import AUTO
from briefing.render import Look
from briefing.render.progress import waited_for, watched
from briefing.source import Source, files_in, is_web_address, shown

Given = str | Source | BriefingError
"""The name of a source, what was read of it, or why it was not."""

_SHARE = 60_000
"""Bytes that are worth a process: it starts in the time that they take."""
_BY_SUFFIX = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
"""The format that the name of a file asks for."""
_UNWRITTEN = frozenset((".doc", ".docx", ".epub", ".odt", ".pdf", ".rtf"))
"""How names end of files that would not be what they are called."""
_NAMED = 5
"""How many failed sources are named again at the end; the rest are counted."""


class Settings(NamedTuple):
    """How sources are read."""

    reading: options.InputOptions
    """What they are in."""
    quiet: bool
    """Whether to keep warnings and progress back."""
    title: str | None = None
    """The title of those that have none."""


def view(format: str, screen: options.ScreenOptions, *, to_file: bool, output: Path | None = None) -> Look:
    """Return how output looks where it goes: 'auto' is as a file is named, rich on a terminal, and text elsewhere."""
    if format == "auto" and output and output.suffix.lower() in _UNWRITTEN:
        raise UsageError(f"{output}: no such file can be written; name a .txt, .md, .json or .html, or --format")
    on_terminal = not to_file and terminal.is_terminal(sys.stdout)
    usual = "rich" if on_terminal or (screen.color == "always" and not to_file) else "text"
    named = _BY_SUFFIX.get(output.suffix.lower(), "") if output else ""
    return Look(
        style=(named or usual) if format == "auto" else format,
        width=screen.width or terminal.size().columns,
        height=terminal.size().lines if on_terminal else None,
        colour=terminal.ink(screen.color, None if to_file else sys.stdout),
        unicode=to_file or terminal.shows_unicode(sys.stdout),
    )


def fold_width(output: Path | None = None) -> int | None:
    """Return the columns that lines are folded to on a terminal; None where output goes elsewhere."""
    return terminal.size().columns if output is None and terminal.is_terminal(sys.stdout) else None


def folded(output: Path | None) -> dict[str, Any]:
    """Return how wide a table may be where it goes, and what ends a cell that is cut."""
    return {"width": fold_width(output), "more": Look(unicode=terminal.shows_unicode(sys.stdout)).signs.more}


def sources_or_stdin(context: typer.Context, sources: list[str] | None, *, recursive: bool = False) -> list[str]:
    """Return the sources, those in or below a directory for it, or what is piped in; else show the help and exit."""
    if sources:
        # Of an empty directory its reader says what ails it.
        inside = (
            files_in(one, readers.SUFFIXES, recursive=recursive) if os.path.isdir(one) else [] for one in sources
        )
        return list(chain.from_iterable(files or [one] for one, files in zip(sources, inside, strict=True)))
    if terminal.is_terminal(sys.stdin) or sys.stdin is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)
    return ["-"]


def joined(named: Iterable[tuple[str, str]], style: str, *, many: bool) -> Generator[str]:
    """Yield the outputs so that they can follow each other: in text each of many under its name, as `head` does."""
    for place, (name, text) in enumerate(named):
        gap = "\n" if place and style in ("text", "markdown", "rich") else ""
        yield gap + (f"==> {terminal.sanitize(shown(name))} <==\n" if many and style == "text" else "") + text


def show(
    names: list[str], settings: Settings, make: Callable[[Document], str], *, style: str, output: Path | None
) -> None:
    """Print what `make` makes of each source's document: but for JSON, each of many under its name."""
    work = Run(names, settings, progress=output is not None)
    style = style if style == "json" else "text"
    work.emit(joined(work.outputs(make), style, many=len(names) > 1), output)


@dataclass
class Run:
    """A command's way through its sources: what fails is reported, and all else is done."""

    names: Sequence[str]
    """The sources; '-' is standard input."""
    settings: Settings
    """How they are read."""
    progress: bool = False
    """Whether to show on a terminal how far it has come, if it takes long: not where output or a pager may be."""
    jobs: int | None = 1
    """How many processes share the sources; None: as many as there are cores, where so many are worth their start."""
    timeout: float | None = None
    """Seconds that a source may take; processes of their own then do even a single one."""
    failed: list[str] = field(default_factory=list)
    """The sources that failed so far."""

    def outputs(self, make: Callable[[Document], Any] | None = None) -> Generator[tuple[str, Any]]:
        """Yield the name and document of each source that does not fail, or what a picklable `make` makes of it."""
        to_file = self.progress or terminal.is_file(sys.stdout)
        is_single = len(self.names) == 1 and (to_file or terminal.is_terminal(sys.stdout))
        wanted = not self.settings.quiet
        names = watched(self.names, shown, wanted=wanted and to_file, failed=self.failed)
        with closing(names), closing(self._attempts(partial(_attempt, make, self.settings))) as attempts:
            for name in names:
                with waited_for(f"reading {shown(name)}", wanted=wanted and is_single and name != "-"):
                    made = next(attempts)
                if isinstance(made, BriefingError):
                    self._fail(name, str(made))
                else:
                    yield name, made

    def emit(self, pieces: Generator[str], output: Path | None) -> None:
        """Write the pieces as `emit` does, but never over a source; then exit if a source failed."""
        if output is not None:
            spare_sources([output], self.names)
        with closing(pieces):
            emit(pieces, output)
        self._finish()

    def save(self, named: Generator[tuple[str, str]], targets: Mapping[str, Path]) -> None:
        """Write each source's output to its target, whole or not at all; then say what failed and exit if any did."""
        spare_sources(targets.values(), self.names)
        with closing(named):
            for name, text in named:
                try:
                    targets[name].parent.mkdir(parents=True, exist_ok=True)
                    write_file(targets[name], text)
                except OSError as error:
                    self._fail(name, f"{targets[name]}: cannot be written: {error.strerror or error}")
        if self.failed and len(self.names) > 1:
            rest = len(self.failed) - _NAMED
            more = f" and {rest} more" if rest > 0 else ""
            report(f"{len(self.failed)} of {len(self.names)} sources failed: {', '.join(self.failed[:_NAMED])}{more}")
        self._finish()

    def _attempts(self, attempt: Callable[[Given], Any]) -> Generator[Any]:
        """Yield what becomes of each source, in their order."""
        # As many processes as are worth their start.
        jobs = self.jobs or min(cores(), max(1, sum(map(_size, self.names)) // _SHARE))
        if self.timeout is None and min(jobs, len(self.names)) < 2:
            yield from map(attempt, self.names)
            return
        from briefing import pool

        # Standard input is ours alone: the processes have none.
        tasks = [_standard_input(self.settings) if name == "-" else name for name in self.names]
        found = pool.results(attempt, tasks, jobs=min(jobs, len(tasks)), timeout=self.timeout)
        for name, result in zip(self.names, found, strict=True):
            if sys.stderr is not None:
                sys.stderr.write(result.said)
            yield SourceError(f"{shown(name)}: {result.lost}") if result.lost else result.value

    def _fail(self, name: str, message: str) -> None:
        self.failed.append(shown(name))
        report(message)

    def _finish(self) -> None:
        if self.failed:
            raise typer.Exit(ExitCode.FAILED)


def _attempt(make: Callable[[Document], Any] | None, settings: Settings, source: Given) -> Any:
    """Return what is made of a source, or why nothing is."""
    try:
        if isinstance(source, BriefingError):
            raise source
        document = _document(source, settings)
        return make(document) if make else document
    except BriefingError as error:
        return error
    except Exception as error:  # The other sources must be done whatever this one does to us.
        return InternalError.of(source.name if isinstance(source, Source) else shown(str(source)), error)


def _document(source: str | Source, settings: Settings) -> Document:
    source = source if isinstance(source, Source) else read(source, encoding=settings.reading.encoding)
    asked = settings.reading.input_format
    kind = None if asked == AUTO else asked  # The reader finds it out.
    document = parse(source, format=kind, language=settings.reading.language)
    if settings.title and document.title is None:
        document = replace(document, title=settings.title)
    if not settings.quiet:
        for doubt in document.doubts:
            report(f"{source.name}: {doubt}")
    return document


def _standard_input(settings: Settings) -> Given:
    try:
        return read("-", encoding=settings.reading.encoding)
    except BriefingError as error:
        return error


def cores() -> int:
    """Return how many cores there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size(name: str) -> int:
    if is_web_address(name):  # What comes from the web is waited for.
        return _SHARE
    try:
        return os.stat(name).st_size
    except (OSError, ValueError):  # The reader will say why.
        return 0
