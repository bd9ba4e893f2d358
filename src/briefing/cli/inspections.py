"""The commands that show how a briefing comes about, and `methods` and `languages`: what can be asked for."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from briefing.cli import options, run
from briefing.cli.options import OUTPUT, option
from briefing.cli.output import emit
from briefing.document import Document
from briefing.errors import UsageError
from briefing.languages import AUTO, LANGUAGES, language, vocabulary
from briefing.render.explanation import FORMATS
from briefing.render.plain import columns
from briefing.scoring import METHODS, check_method


def compare(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: options.SectionLengthOptions,
    methods: Annotated[list[str] | None, options.methods("A method; again for more; all if none.")] = None,
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


def explain(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: options.SectionLengthOptions,
    choice: options.ChoiceOptions,
    coverage: options.Coverage = None,
    reading: options.InputOptions,
    format: Annotated[
        str,
        options.output_format(
            AUTO, *FORMATS, help="auto is a table on a terminal, tab-separated text in a pipe or file."
        ),
    ] = AUTO,
    shade: Annotated[
        bool, option(OUTPUT, "--shade", "The article itself, each sentence shaded by its score.")
    ] = False,
    output: options.OutputFile = None,
    screen: options.ScreenOptions,
    quiet: options.Quiet = False,
) -> None:
    """Print each sentence's score, what made it, and whether it was chosen or why not.

    The default method's score is the sum of what groups of signs add or take, scaled to 0..1.
    """
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


def outline(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    all_: Annotated[bool, option(OUTPUT, "-a --all", "Show too what was left out as no part of it.")] = False,
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


def methods() -> None:
    """List the methods that score sentences, and what each looks for."""
    _list(list(METHODS.items()))


def languages() -> None:
    """List the languages that articles may be in, with their codes, and what is there for each."""
    from briefing.scoring import lexicon

    rows = []
    for known in map(language, LANGUAGES):
        own = "" if known.punkt == known.name else f" ({known.punkt})"
        stop_words, stem = lexicon.stop_words(known.name), lexicon.stemmer(known.name)
        parts = ["sentences by spaces" if vocabulary(known.name).sentences.spaced else f"sentences by Punkt{own}"]
        parts += ["stop words"] if stop_words else []
        parts += ["stems"] if any(stem(word) != word for word in stop_words) else []
        rows.append((known.name, known.code, ", ".join(parts)))
    _list(rows)


def _list(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows: in columns on a terminal, the last one folded; with tabs between them elsewhere."""
    width = run.fold_width()
    lines = columns(rows, left={0, 1}, width=width) if width else map("\t".join, rows)
    emit((f"{line}\n" for line in lines), None)
