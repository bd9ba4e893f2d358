"""`briefing summarize`."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

import typer

import briefing
from briefing.cli import file_names, options, run
from briefing.cli.options import option
from briefing.cli.output import report
from briefing.document import Briefing, Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.render import Look, render

Briefed = tuple[Document, Briefing]
"""An article, and the briefing of it."""


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: options.SectionLengthOptions,
    choice: options.ChoiceOptions,
    coverage: options.Coverage = None,
    reading: options.InputOptions,
    recursive: options.Recursive = False,
    title: options.Title = None,
    format: options.Format = AUTO,
    highlight: Annotated[bool, option("--highlight")] = False,
    output: options.OutputFile = None,
    output_dir: options.OutputDirectory = None,
    skip_existing: Annotated[bool, option("--skip-existing")] = False,
    processes: options.ProcessOptions,
    screen: options.ScreenOptions,
    spaced: Annotated[bool, option("--spaced")] = False,
    left_out: Annotated[bool, option("--left-out")] = False,
    quiet: options.Quiet = False,
) -> None:
    """Print the briefing of each source."""
    names = run.sources_or_stdin(context, sources, recursive=recursive)
    to_file = bool(output or output_dir)
    view = run.view(format, screen, to_file=to_file, output=output)
    view = view._replace(spaced=spaced, left_out=left_out)
    if highlight and view.style not in ("rich", "text"):
        raise UsageError(f"--highlight prints rich or text, not {view.style}")
    targets = file_names.targets(names, output_dir, view.style, output=output, skip_existing=skip_existing)

    brief = partial(_brief, quiet=quiet, coverage=coverage, **asdict(choice), **asdict(length.budget()))
    settings = run.Settings(reading, quiet, title)
    work = run.Run(names if targets is None else list(targets), settings, progress=to_file, **asdict(processes))
    if targets is None and view.style == "html":
        work.emit(_report(work.outputs(brief)), output)
        return
    made = work.outputs(partial(_make, brief=brief, view=view, highlight=highlight))
    if targets is not None:
        work.save(made, targets)
    else:
        # A briefing for people names its source itself; an article does not.
        style = "text" if highlight else view.style
        work.emit(run.joined(made, style, many=len(names) > 1), output)


def _brief(document: Document, *, quiet: bool, **choice: Any) -> Briefed:
    made = briefing.summarize(document, **choice)
    if made.query_matched is False and not quiet:
        report(f"{document.name}: nothing in it speaks of {choice['query']!r}; the briefing is the usual one")
    if not made.sentences and document.sentences and not quiet:
        report(f"{document.name}: no sentence is as short as that; give more words")
    return document, made


def _make(document: Document, *, brief: Callable[[Document], Briefed], view: Look, highlight: bool) -> str:
    _, made = article = brief(document)
    if view.style == "html":
        return "".join(_report([(document.name, article)]))
    if highlight:
        from briefing.render import highlight as marked

        return marked.render(document, made.sentences, view.style, view)
    return render(made, view.style, view)


def _report(named: Iterable[tuple[str, Briefed]]) -> Generator[str]:
    """Yield one report of all articles."""
    from briefing.render import report as shown

    if articles := [article for _, article in named]:
        yield shown.render(articles, date=options.today())
