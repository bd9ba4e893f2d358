"""`briefing compare`."""

from enum import StrEnum
from typing import Annotated

import typer

from briefing.budget import Budget
from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Document
from briefing.language import AUTO
from briefing.scoring import METHODS, check_method

EXAMPLES = examples(
    ("briefing compare article.txt", "every method"),
    ("briefing compare -n 5 -m lead -m kl article.txt", "two of them, five points each"),
)


class ComparisonFormat(StrEnum):
    """What a comparison is printed as."""

    TEXT = "text"
    JSON = "json"


def compare(
    context: typer.Context,
    sources: options.Sources = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    methods: Annotated[
        list[str] | None,
        typer.Option(
            "-m",
            "--method",
            metavar="NAME",
            show_default=False,
            autocompletion=options.complete_methods,
            help="A method; again for more; all if none.",
        ),
    ] = None,
    coverage: options.Coverage = True,
    language: options.Language = AUTO,
    from_: options.From = AUTO,
    format: Annotated[
        ComparisonFormat, typer.Option("-f", "--format", help="How to print it.")
    ] = ComparisonFormat.TEXT,
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what each method picks from each source, side by side, and how far they agree."""
    chosen = list(dict.fromkeys(methods or METHODS))
    with run.usage_errors():
        budget = Budget(sentences, words, ratio, per_section)
        for method in chosen:
            check_method(method)

    def make(document: Document) -> str:
        from briefing import comparison
        from briefing.render import comparison as view

        made = comparison.compare(document, chosen, budget, coverage=coverage)
        return view.render_json(made) if format is ComparisonFormat.JSON else view.render_text(made)

    names = run.sources_or_stdin(context, sources)
    settings = run.Settings(format=from_, language=language, quiet=quiet)
    work = run.Run(names, settings)
    work.emit(run.joined(work.outputs(make), format.value, many=len(names) > 1), output)
