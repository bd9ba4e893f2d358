"""`briefing digest`."""

from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

import briefing
from briefing.budget import Budget
from briefing.cli import news, options, run
from briefing.cli.helptext import examples
from briefing.cli.output import report
from briefing.document import Document
from briefing.languages import AUTO
from briefing.scoring import check_method

EXAMPLES = examples(
    ("briefing digest a.txt b.html c.pdf", "one briefing of several articles"),
    ("briefing digest -w 400 news/", "what a folder of articles is about"),
    ("briefing digest --only-one a.txt b.txt", "what only one of them says"),
    ("briefing digest --since 2026-11-20 box.mbox", "of messages from that day on"),
    ("briefing digest --since last --state s.json feeds.opml", "of a morning: what is new in feeds"),
    ("briefing digest -f html -o d.html *.txt", "to be opened and sent"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    minutes: options.Minutes = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: Annotated[
        int | None, options.option(options.LENGTH, "--per-section", metavar="N", min=1, help="N of each article.")
    ] = None,
    method: options.Method = briefing.DEFAULT_METHOD,
    query: options.Query = None,
    matters: Annotated[
        int | None,
        options.option("Choice", "--matters", metavar="N", min=1, help="The N matters of most articles, no more."),
    ] = None,
    one: Annotated[bool, options.option("Choice", "--one", help="Take all articles to be about one matter.")] = False,
    only_one: Annotated[
        bool, options.option("Choice", "--only-one", help="Only what a single article says.")
    ] = False,
    since: Annotated[
        str | None,
        options.option(
            "Input",
            "--since",
            metavar="DATE|last",
            help="Leave what is older than YYYY-MM-DD, or what an earlier run with the same --state has had.",
        ),
    ] = None,
    state: Annotated[
        Path | None,
        options.option(
            "Input",
            "--state",
            metavar="FILE",
            dir_okay=False,
            help="Keep in FILE which articles were told, for --since last.",
        ),
    ] = None,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    recursive: options.Recursive = False,
    format: options.Format = AUTO,
    output: options.OutputFile = None,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    width: options.Width = None,
    color: options.ColourChoice = AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Print one briefing of several articles: each point once, with all that say so, and where they differ.

    Articles are grouped by what they are about. Feeds, lists of feeds (OPML) and boxes of messages count as the
    articles in them. Without a length each matter is read in a minute.
    """
    names = news.subscribed(run.sources_or_stdin(context, sources, recursive=recursive))
    view = run.view(format, color=color, width=width, to_file=output is not None, output=output)
    with run.usage_errors():
        length = asdict(Budget(sentences, words, ratio, per_section, minutes))
        check_method(method)
        fresh = news.Fresh(since, state)
    settings = run.Settings(format=input_format, language=language, quiet=quiet, encoding=encoding)
    work = run.Run(names, settings, progress=output is not None, jobs=jobs, timeout=timeout)

    def together() -> Generator[str]:
        read = [document for _, document in work.outputs(itself)]
        articles = fresh.of(read, report=_silent if quiet else report)
        if not articles:
            return
        made = briefing.digest(
            articles, method=method, query=query, matters=matters, one=one, only_one=only_one, **length
        )
        if made.query_matched is False and not quiet:
            report(f"nothing speaks of {query!r}; the digest is the usual one")
        if view.style == "html":
            from briefing.render.report import render_digest as render_report

            yield render_report(made, date=options.today())
        else:
            from briefing.render import render_digest

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


def _silent(_message: str) -> None:
    """Say nothing."""
