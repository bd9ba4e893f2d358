"""`briefing memo`."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass
from datetime import date as day
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

import briefing
from briefing import terminal
from briefing.budget import WORDS_A_MINUTE
from briefing.cli import file_names, options, run
from briefing.cli.options import option
from briefing.document import Briefing, Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.patterns import regex
from briefing.readers import FORMATS
from briefing.render import SCREEN_LINES, memo_layout
from briefing.render import digest as told
from briefing.render import report as html_report
from briefing.render.memo import Head, Memo
from briefing.segment import count_words

_LEAST = 60
"""Words that a memo has however short the article is."""
_NO_DATE = regex(r"\D*\Z|[\d-]*\Z")
"""What says no day, and what is written as one that no calendar has."""


def _date(value: str) -> str:
    """Read '2026-11-24' as '24 November 2026'; leave a date in other words as it is, and refuse what is none."""
    try:
        return options.long_date(day.fromisoformat(value))
    except ValueError:
        if _NO_DATE.match(value):
            raise typer.BadParameter(f"{value!r} is no date; give one such as 2026-11-24") from None
        return value


@dataclass(eq=False, repr=False)
class HeadOptions:
    """What stands above a memo."""

    to: Annotated[str | None, option("--to")] = None
    sender: Annotated[str | None, option("--from")] = None
    date: Annotated[str | None, option("--date", parser=_date)] = None
    subject: Annotated[str | None, option("--subject")] = None
    classification: Annotated[str | None, option("--classification")] = None

    def __post_init__(self) -> None:
        # In other commands `--from` says what the sources are.
        if self.sender in FORMATS and not Path(self.sender).exists():
            raise UsageError(f"--from says who writes the memo; did you mean --input-format {self.sender}?")


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    head: HeadOptions,
    lines: Annotated[int | None, option("--lines", min=12)] = None,
    digest: Annotated[bool, option("--digest")] = False,
    length: options.LengthOptions,
    choice: options.ChoiceOptions,
    coverage: options.Coverage = None,
    reading: options.InputOptions,
    recursive: options.Recursive = False,
    title: options.Title = None,
    format: Annotated[str, options.output_format(AUTO, "rich", "text", "markdown", "json", "html", of=AUTO)] = AUTO,
    output: options.OutputFile = None,
    output_dir: options.OutputDirectory = None,
    screen: options.ScreenOptions,
    quiet: options.Quiet = False,
) -> None:
    """Print a memo that fits one screen: its head, the bottom line, the key points by heading."""
    names = run.sources_or_stdin(context, sources, recursive=recursive)
    view = run.view(format, screen, to_file=bool(output or output_dir), output=output)
    if digest and output_dir:
        raise UsageError("--digest and --output-dir exclude each other; name a file with --output")
    targets = file_names.targets(names, output_dir, view.style, output=output, skip_existing=False)
    top = Head(**asdict(head) | {"date": head.date or options.today()})
    room = lines or (terminal.size().lines if view.style == "rich" else SCREEN_LINES)
    compose = partial(memo_layout.compose, head=top, lines=room, width=view.width)
    settings = run.Settings(reading, quiet, title)
    work = run.Run(names if targets is None else list(targets), settings, progress=bool(output or output_dir))
    asked = asdict(length.budget())
    make = partial(_brief, compose=compose, room=room, length=asked, coverage=coverage, **asdict(choice))

    def printed(articles: Sequence[tuple[Document, Briefing]]) -> str:
        memo = compose([made for _, made in articles])
        if view.style == "html":
            return html_report.render(articles, date=top.date, head=memo.head)
        return memo_layout.render(memo, view.style, view)

    def together() -> Generator[str]:
        if not digest:
            if articles := [article for _, article in work.outputs(make)]:
                yield printed(articles)
        elif documents := [document for _, document in work.outputs()]:
            made = briefing.digest(documents, **asdict(choice), **asked)
            memo = compose(list(map(told.as_briefing, made.matters)))
            if view.style == "html":
                yield html_report.render_digest(made, date=top.date, head=memo.head)
            else:
                yield memo_layout.render(memo, view.style, view)

    if targets is None:
        work.emit(together(), output)
    else:
        work.save(((name, printed([made])) for name, made in work.outputs(make)), targets)


def _brief(
    document: Document, *, compose: Callable[..., Memo], room: int, length: dict[str, Any], **choice: Any
) -> tuple[Document, Briefing]:
    """Return a document and its briefing, longer than usual where no length is asked for and the page has room.

    At most a minute for each 24 lines, and half the article; less where each point would not have lines of its own.
    """
    made = briefing.summarize(document, **choice, **length)
    if any(length.values()) or compose([made]).spacing:
        return document, made
    half = sum(count_words(sentence.text) for sentence in document.sentences) // 2
    most = min(WORDS_A_MINUTE * max(room, SCREEN_LINES) // SCREEN_LINES, max(_LEAST, half))
    for words in (most, 3 * most // 4):
        longer = briefing.summarize(document, **choice, words=words)
        if compose([longer]).is_loose:
            return document, longer
    return document, made
