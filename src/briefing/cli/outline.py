"""`briefing outline`."""

from typing import Annotated

import typer

from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Document
from briefing.languages import AUTO

EXAMPLES = examples(
    ("briefing outline article.txt", "the headings found"),
    ("briefing outline --all article.txt", "and what was left out"),
    ("briefing outline -f json *.md | jq .sections", "for programs"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    all_: Annotated[
        bool, options.option("Output", "-a", "--all", help="Show too what was left out as no part of it.")
    ] = False,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    format: Annotated[str, options.output_format("text", "json")] = "text",
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the headings found in each source: level, line, sentences and words of each section."""
    view = run.view(AUTO, color="never", width=None, to_file=output is not None)
    width = view.width if view.style == "rich" else None

    def make(document: Document) -> str:
        from briefing.render import outline as shown

        if format == "json":
            return shown.render_json(document, boilerplate=all_)
        return shown.render_text(document, boilerplate=all_, width=width)

    settings = run.Settings(format=input_format, language=language, quiet=quiet, encoding=encoding)
    run.show(run.sources_or_stdin(context, sources), settings, make, style=format, output=output)
