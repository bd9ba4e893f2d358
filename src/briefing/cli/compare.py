"""`briefing compare`."""

from typing import Annotated

import typer

from briefing.cli import options, run
from briefing.document import Document
from briefing.scoring import METHODS, check_method


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: options.SectionLengthOptions,
    methods: Annotated[list[str] | None, options.methods("compare")] = None,
    coverage: options.Coverage = None,
    reading: options.InputOptions,
    format: Annotated[str, options.output_format("text", "json")] = "text",
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what each method picks from each source, side by side, and how far they agree."""
    chosen = list(dict.fromkeys(methods or METHODS))
    for method in chosen:
        check_method(method)

    def make(document: Document) -> str:
        from briefing import inspection
        from briefing.render import comparison as shown

        made = inspection.compare(document, chosen, length.budget(), coverage=coverage)
        if format == "json":
            return shown.render_json(made)
        return shown.render_text(made, **run.folded(output))

    names = run.sources_or_stdin(context, sources)
    run.show(names, run.Settings(reading, quiet), make, style=format, output=output)
