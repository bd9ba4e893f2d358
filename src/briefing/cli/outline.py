"""`briefing outline`."""

from typing import Annotated

import typer

from briefing.cli import options, run
from briefing.cli.options import option
from briefing.document import Document


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    all_: Annotated[bool, option("--all")] = False,
    reading: options.InputOptions,
    format: Annotated[str, options.output_format("text", "json")] = "text",
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print the headings found in each source: level, line, sentences and words of each section."""

    def make(document: Document) -> str:
        from briefing.render import outline as shown

        if format == "json":
            return shown.render_json(document, boilerplate=all_)
        return shown.render_text(document, boilerplate=all_, **run.folded(output))

    names = run.sources_or_stdin(context, sources)
    run.show(names, run.Settings(reading, quiet), make, style=format, output=output)
