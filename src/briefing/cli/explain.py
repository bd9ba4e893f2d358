"""`briefing explain`."""

from typing import Annotated

import typer

from briefing import DEFAULT_METHOD
from briefing.budget import Budget
from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.render.explanation import FORMATS
from briefing.scoring import check_method

EXAMPLES = examples(
    ("briefing explain article.txt", "a row a sentence"),
    ("briefing explain --shade article.txt", "the article, shaded by score"),
    ("briefing explain -f text article.txt | sort -k2n", "by rank"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    minutes: options.Minutes = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    method: options.Method = DEFAULT_METHOD,
    query: options.Query = None,
    coverage: options.Coverage = None,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    format: Annotated[
        str,
        options.output_format(
            AUTO, *FORMATS, help="auto is a table on a terminal, tab-separated text in a pipe or file."
        ),
    ] = AUTO,
    shade: Annotated[
        bool, options.option("Output", "--shade", help="The article itself, each sentence shaded by its score.")
    ] = False,
    output: options.OutputFile = None,
    width: options.Width = None,
    color: options.ColourChoice = AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Print each sentence's score, what made it, and whether it was chosen or why not.

    The default method's score is the sum of what groups of signs add or take, scaled to 0..1.
    """
    with run.usage_errors():
        budget = Budget(sentences, words, ratio, per_section, minutes)
        check_method(method)
        if shade and format != AUTO:
            raise UsageError("--shade has a form of its own; leave --format out")
    view = run.view("rich" if shade else format, color=color, width=width, to_file=output is not None)
    style = "table" if view.style == "rich" else view.style

    def make(document: Document) -> str:
        from briefing import inspection

        made = inspection.explain(document, budget, method=method, query=query, coverage=coverage)
        if shade:
            from briefing.render import rich_highlight

            chosen = frozenset(decision.index for decision in made.decisions if decision.place)
            return rich_highlight.render(document, chosen, view, scores=made.scores.values)
        from briefing.render import explanation as rows

        return rows.render(made, style, view)

    settings = run.Settings(format=input_format, language=language, quiet=quiet, encoding=encoding)
    run.show(run.sources_or_stdin(context, sources), settings, make, style=style, output=output)
