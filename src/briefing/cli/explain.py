"""`briefing explain`."""

from dataclasses import asdict
from typing import Annotated

import typer

from briefing.cli import options, run
from briefing.cli.options import option
from briefing.document import Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.render.explanation import FORMATS


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: options.SectionLengthOptions,
    choice: options.ChoiceOptions,
    coverage: options.Coverage = None,
    reading: options.InputOptions,
    format: Annotated[str, options.output_format(AUTO, *FORMATS, of="explain")] = AUTO,
    shade: Annotated[bool, option("--shade")] = False,
    output: options.OutputFile = None,
    screen: options.ScreenOptions,
    quiet: options.Quiet = False,
) -> None:
    """Print each sentence's score, what made it, and whether it was chosen or why not."""
    if shade and format != AUTO:
        raise UsageError("--shade has a form of its own; leave --format out")
    view = run.view("rich" if shade else format, screen, to_file=output is not None)
    style = "table" if view.style == "rich" else view.style

    def make(document: Document) -> str:
        from briefing import inspection
        from briefing.render import explanation, highlight

        made = inspection.explain(document, length.budget(), coverage=coverage, **asdict(choice))
        if shade:
            chosen = (document.sentences[decision.index] for decision in made.decisions if decision.place)
            return highlight.render(document, chosen, "rich", view, made.scores.values)
        return explanation.render(made, style, view)

    names = run.sources_or_stdin(context, sources)
    run.show(names, run.Settings(reading, quiet), make, style=style, output=output)
