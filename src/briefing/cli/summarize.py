"""`briefing summarize`."""

from collections.abc import Generator, Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

import typer

import briefing
from briefing.budget import Budget
from briefing.cli import file_names, options, run
from briefing.cli.helptext import examples
from briefing.cli.output import report
from briefing.document import Briefing, Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.render import Look, render
from briefing.render import highlight as marked
from briefing.scoring import check_method

EXAMPLES = examples(
    ("briefing summarize article.txt", "as long as it deserves"),
    ("briefing summarize -n 5 article.txt", "in five points"),
    ("briefing summarize -r 10% article.md", "a tenth of its sentences"),
    ("briefing summarize -q 'space' article.txt", "what it says of space"),
    ("briefing summarize https://example.org/page", "of a web page"),
    ("cat article.txt | briefing summarize", "of what is piped in"),
    ("briefing summarize -f json *.txt | jq .parts", "JSON for programs"),
    ("briefing summarize --highlight article.txt", "the article, marked"),
    ("briefing summarize *.txt --output-dir out", "a file for each article"),
    ("briefing summarize -- -odd-name.txt", "a name that opens with -"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    minutes: options.Minutes = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    method: options.Method = briefing.DEFAULT_METHOD,
    query: options.Query = None,
    coverage: options.Coverage = None,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    recursive: options.Recursive = False,
    title: options.Title = None,
    format: options.Format = AUTO,
    highlight: options.Highlight = False,
    output: options.OutputFile = None,
    output_dir: options.OutputDirectory = None,
    skip_existing: options.SkipExisting = False,
    jobs: options.Jobs = None,
    timeout: options.Timeout = None,
    width: options.Width = None,
    color: options.ColourChoice = AUTO,
    spaced: options.Spaced = False,
    left_out: options.LeftOut = False,
    quiet: options.Quiet = False,
) -> None:
    """Print the briefing of each source.

    Without a length it is read in a minute: at most 230 words and a quarter of the article, but three sentences.
    """
    names = run.sources_or_stdin(context, sources, recursive=recursive)
    to_file = bool(output or output_dir)
    view = run.view(format, color=color, width=width, to_file=to_file, output=output)
    view = view._replace(spaced=spaced, left_out=left_out)
    with run.usage_errors():
        length = asdict(Budget(sentences, words, ratio, per_section, minutes))
        check_method(method)
        if highlight and view.style not in marked.FORMATS:
            raise UsageError(f"--highlight prints {' or '.join(marked.FORMATS)}, not {view.style}")
        targets = file_names.targets(names, output_dir, view.style, output=output, skip_existing=skip_existing)

    choice = {"method": method, "query": query, "coverage": coverage, **length}
    make = partial(_make, view=view, highlight=highlight, quiet=quiet, **choice)
    settings = run.Settings(format=input_format, language=language, quiet=quiet, encoding=encoding, title=title)
    sources = names if targets is None else list(targets)
    work = run.Run(sources, settings, progress=to_file, jobs=jobs, timeout=timeout)
    made = work.outputs(make)
    if targets is not None:
        work.save(made, targets)
    elif view.style == "html":
        work.emit(_report(work.outputs(partial(_brief, quiet=quiet, **choice))), output)
    else:
        # A briefing for people names its source itself; an article does not.
        style = "text" if highlight else view.style
        work.emit(run.joined(made, style, many=len(names) > 1), output)


def _make(document: Document, *, view: Look, highlight: bool, quiet: bool, **choice: Any) -> str:
    _, made = _brief(document, quiet=quiet, **choice)
    if view.style == "html":
        from briefing.render.report import render as render_report

        return render_report([(document, made)], date=options.today())
    show = partial(marked.render, document) if highlight else render
    return show(made, view.style, view)


def _brief(document: Document, *, quiet: bool, **choice: Any) -> tuple[Document, Briefing]:
    made = briefing.summarize(document, **choice)
    if made.query_matched is False and not quiet:
        report(f"{document.name}: nothing in it speaks of {choice['query']!r}; the briefing is the usual one")
    if not made.sentences and document.sentences and not quiet:
        report(f"{document.name}: no sentence is as short as that; give more words")
    return document, made


def _report(named: Iterable[tuple[str, tuple[Document, Briefing]]]) -> Generator[str]:
    """Yield one report of all articles."""
    from briefing.render.report import render as render_report

    if articles := [article for _, article in named]:
        yield render_report(articles, date=options.today())
