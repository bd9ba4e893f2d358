"""`briefing digest`."""

from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

import briefing
from briefing.cli import news, options, run
from briefing.cli.options import option
from briefing.cli.output import report
from briefing.document import Document
from briefing.languages import AUTO
from briefing.render import render_digest
from briefing.render import report as html_report


@dataclass(eq=False, repr=False)
class ArticleLengthOptions(options.LengthOptions):
    """How long a digest may be."""

    per_section: Annotated[int | None, option("--per-section", help="N of each article.")] = None


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: ArticleLengthOptions,
    choice: options.ChoiceOptions,
    matters: Annotated[int | None, option("--matters")] = None,
    one: Annotated[bool, option("--one")] = False,
    only_one: Annotated[bool, option("--only-one")] = False,
    since: Annotated[str | None, option("--since")] = None,
    state: Annotated[Path | None, option("--state", dir_okay=False)] = None,
    reading: options.InputOptions,
    recursive: options.Recursive = False,
    format: options.Format = AUTO,
    output: options.OutputFile = None,
    processes: options.ProcessOptions,
    screen: options.ScreenOptions,
    quiet: options.Quiet = False,
) -> None:
    """Print one briefing of several articles: each point once, with all that say so, and where they differ.

    Articles are grouped by what they are about. Feeds, lists of feeds (OPML) and boxes of messages count as the
    articles in them. Without a length each matter is read in a minute.
    """
    names = news.subscribed(run.sources_or_stdin(context, sources, recursive=recursive))
    view = run.view(format, screen, to_file=output is not None, output=output)
    fresh = news.Fresh(since, state)
    asked = asdict(length.budget()) | asdict(choice) | {"matters": matters, "one": one, "only_one": only_one}
    work = run.Run(names, run.Settings(reading, quiet), progress=output is not None, **asdict(processes))

    def together() -> Generator[str]:
        read = [document for _, document in work.outputs(itself)]
        if articles := fresh.of(read, quiet=quiet):
            made = briefing.digest(articles, **asked)
            if made.query_matched is False and not quiet:
                report(f"nothing speaks of {choice.query!r}; the digest is the usual one")
            if view.style == "html":
                yield html_report.render_digest(made, date=options.today())
            else:
                yield render_digest(made, view.style, view)

    try:
        work.emit(together(), output)
    except typer.Exit:
        if work.failed:  # What could be read is told all the same.
            fresh.save()
        raise
    fresh.save()


def itself(document: Document) -> Document:
    """Return a document as it is: what processes make of a source."""
    return document
