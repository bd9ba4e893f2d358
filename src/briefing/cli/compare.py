"""`briefing compare`."""

from typing import Annotated

import typer

from briefing.budget import Budget
from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Document
from briefing.languages import AUTO
from briefing.scoring import METHODS, check_method

EXAMPLES = examples(
    ("briefing compare article.txt", "every method"),
    ("briefing compare -n 5 -m lead -m kl article.txt", "two of them, five points each"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    minutes: options.Minutes = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    per_section: options.PerSection = None,
    methods: Annotated[list[str] | None, options.methods("A method; again for more; all if none.")] = None,
    coverage: options.Coverage = None,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    format: Annotated[str, options.output_format("text", "json")] = "text",
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Print what each method picks from each source, side by side, and how far they agree."""
    chosen = list(dict.fromkeys(methods or METHODS))
    with run.usage_errors():
        budget = Budget(sentences, words, ratio, per_section, minutes)
        for method in chosen:
            check_method(method)

    view = run.view(AUTO, color="never", width=None, to_file=output is not None)
    width = view.width if view.style == "rich" else None

    def make(document: Document) -> str:
        from briefing import inspection
        from briefing.render import comparison as shown

        made = inspection.compare(document, chosen, budget, coverage=coverage)
        return shown.render_json(made) if format == "json" else shown.render_text(made, width=width)

    settings = run.Settings(format=input_format, language=language, quiet=quiet, encoding=encoding)
    run.show(run.sources_or_stdin(context, sources), settings, make, style=format, output=output)
