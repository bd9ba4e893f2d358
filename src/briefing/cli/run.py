"""Sources in, output out: what every command does around its one library call."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from briefing import formats, parse, read, terminal
from briefing import language as languages
from briefing.detection import detect
from briefing.document import Document
from briefing.errors import BriefingError, ExitCode, UsageError
from briefing.language import AUTO
from briefing.source import STDIN_NAME, Source


@dataclass(frozen=True, slots=True)
class Settings:
    """How sources are read."""

    format: str
    """Name of the format they are in; 'auto' looks at name and content."""
    language: str
    """Their language."""
    quiet: bool
    """Whether to keep warnings back."""

    def __post_init__(self) -> None:
        with usage_errors():
            formats.check_format(None if self.format == AUTO else self.format)
            languages.check(self.language)


def report(message: str) -> None:
    """Say a line on stderr."""
    if sys.stderr is not None:
        print(f"briefing: {terminal.sanitize(message)}", file=sys.stderr)


def sources_or_stdin(context: typer.Context, sources: list[str] | None) -> list[str]:
    """Give the sources named, or standard input when something is piped in; else show the help and exit."""
    if sources:
        return sources
    if terminal.is_terminal(sys.stdin) or sys.stdin is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)
    return ["-"]


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn our usage errors into Typer's, which show how the command is used and exit with 2."""
    try:
        yield
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error


def outputs(sources: Iterable[str], settings: Settings, make: Callable[[Document], str]) -> Iterator[tuple[str, str]]:
    """Give each source's name and what `make` makes of its document; report those that fail, then exit with 1."""
    failed = False
    for name in sources:
        try:
            yield name, make(_document(name, settings))
        except BriefingError as error:
            failed = True
            report(str(error))
        except Exception as error:  # The other sources must be done whatever this one does to us.
            failed = True
            report(f"{name}: internal error, please report it: {type(error).__name__}: {error}")
    if failed:
        raise typer.Exit(ExitCode.FAILED)


def emit(pieces: Iterable[str], output: Path | None) -> None:
    """Write the pieces to standard output as they come, or all together to a file; a closed pipe ends quietly."""
    try:
        if output is None:
            for piece in pieces:
                terminal.write(piece)
        else:
            _write_file(output, pieces)
    except BrokenPipeError:
        raise typer.Exit(ExitCode.DONE) from None
    except OSError as error:
        report(f"{output or 'standard output'}: cannot be written: {error.strerror or error}")
        raise typer.Exit(ExitCode.FAILED) from None


def _write_file(path: Path, pieces: Iterable[str]) -> None:
    text = ""
    try:
        for piece in pieces:
            text += piece
    finally:
        if text:
            terminal.write_file(path, text)


def _document(name: str, settings: Settings) -> Document:
    source = read(name)
    kind = formats.detect(source) if settings.format == AUTO else settings.format
    document = parse(source, format=kind, language=settings.language)
    if not settings.quiet:
        for doubt in _doubts(source, kind, document, settings):
            report(f"{source.name}: {doubt}")
    return document


def _doubts(source: Source, kind: str, document: Document, settings: Settings) -> Iterator[str]:
    if kind not in formats.BINARY and source.encoding not in ("utf-8", source.declared_encoding):
        yield f"not UTF-8, read as {source.encoding}"
    if settings.language == AUTO and not detect(document.text).is_sure:
        yield f"language unclear, read as {document.language}; name it with --language"


def joined(named: Iterable[tuple[str, str]], style: str, *, many: bool) -> Iterator[str]:
    """Give the outputs so that they can follow each other: in text each of many under its name, as `head` does."""
    for place, (name, text) in enumerate(named):
        gap = "\n" if place and style in ("text", "markdown", "rich") else ""
        shown = STDIN_NAME if name == "-" else terminal.sanitize(name)
        yield gap + (f"==> {shown} <==\n" if many and style == "text" else "") + text
