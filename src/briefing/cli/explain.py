"""`briefing explain`."""

from enum import StrEnum
from typing import Annotated

import typer

from briefing import DEFAULT_METHOD
from briefing.budget import Budget
from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Document
from briefing.language import AUTO
from briefing.scoring import check_method

EXAMPLES = examples(
    ("briefing explain article.txt", "a row a sentence"),
    ("briefing explain --shade article.txt", "the article, shaded by score"),
    ("briefing explain -f text article.txt | sort -k2n", "by rank"),
)


class ExplanationFormat(StrEnum):
    """What an explanation is printed as."""

    AUTO = "auto"
    TABLE = "table"
    TEXT = "text"
    JSON = "json"


def explain(
    context: typer.Context,
    sources: options.Sources = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    method: options.Method = DEFAULT_METHOD,
    query: options.Query = None,
    coverage: options.Coverage = True,
    language: options.Language = AUTO,
    from_: options.From = AUTO,
    format: Annotated[
        ExplanationFormat,
        typer.Option("-f", "--format", help="auto is a table on a terminal, tab-separated text in a pipe or file."),
    ] = ExplanationFormat.AUTO,
    shade: Annotated[
        bool, typer.Option("--shade", help="The article itself, each sentence shaded by its score.")
    ] = False,
    output: options.OutputFile = None,
    width: options.Width = None,
    color: options.ColourChoice = options.Colour.AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Print each sentence's score, what made it, and whether it was chosen or why not.

    The default method's score is the product of its factors, scaled to 0..1; each factor is about 1 where it says
    nothing.
    """
    with run.usage_errors():
        budget = Budget(sentences, words, ratio, per_section)
        check_method(method)
    view = run.view("rich" if shade else format.value, color=color.value, width=width, to_file=output is not None)
    style = "table" if view.style == "rich" else view.style

    def make(document: Document) -> str:
        from briefing import explanation

        made = explanation.explain(document, budget, method=method, query=query, coverage=coverage)
        if shade:
            from briefing.render import rich_highlight

            chosen = frozenset(decision.index for decision in made.decisions if decision.place)
            return rich_highlight.render(
                document,
                chosen,
                scores=made.scores.values,
                width=view.width,
                colour=view.colour,
                unicode=view.unicode,
            )
        from briefing.render import explanation as rows

        return rows.render(made, style, width=view.width)

    names = run.sources_or_stdin(context, sources)
    work = run.Run(names, run.Settings(format=from_, language=language, quiet=quiet))
    work.emit(run.joined(work.outputs(make), style, many=len(names) > 1), output)
