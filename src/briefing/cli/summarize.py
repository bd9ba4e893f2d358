"""`briefing summarize`."""

import sys

import typer

import briefing
from briefing import terminal
from briefing.cli import options, run
from briefing.document import Document
from briefing.language import AUTO
from briefing.render import render
from briefing.scoring import check_method
from briefing.selection import Budget


def summarize(
    context: typer.Context,
    sources: options.Sources = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    method: options.Method = briefing.DEFAULT_METHOD,
    coverage: options.Coverage = True,
    language: options.Language = AUTO,
    from_: options.From = AUTO,
    format: options.Format = options.Output.AUTO,
    output: options.OutputFile = None,
    width: options.Width = None,
    color: options.ColourChoice = options.Colour.AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Print the briefing of each source.

    Without a length it is a fifth of the sentences, from 3 to 15, and as many up to 20 as give every top-level
    section a point.
    """
    with run.usage_errors():
        Budget(sentences, words, ratio, per_section)
        check_method(method)

    def make(document: Document) -> str:
        made = briefing.summarize(
            document,
            sentences=sentences,
            words=words,
            ratio=ratio,
            per_section=per_section,
            method=method,
            coverage=coverage,
        )
        return render(made, style, width=width or terminal.width(), colour=colour, unicode=unicode)

    to_terminal = output is None and terminal.is_terminal(sys.stdout)
    style = ("rich" if to_terminal else "text") if format is options.Output.AUTO else format.value
    colour = terminal.wants_colour(color.value, None if output else sys.stdout)
    unicode = bool(output) or terminal.shows_unicode(sys.stdout)
    names = run.sources_or_stdin(context, sources)
    settings = run.Settings(format=from_, language=language, quiet=quiet)
    run.emit(run.joined(run.outputs(names, settings, make), style, many=len(names) > 1), output)
