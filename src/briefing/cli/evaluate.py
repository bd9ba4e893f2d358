"""`briefing evaluate`."""

from dataclasses import asdict
from operator import attrgetter
from typing import Annotated

import typer

import briefing
from briefing import languages
from briefing.cli import options, run
from briefing.cli.options import option
from briefing.cli.output import emit, failures_told, spare_sources
from briefing.errors import UsageError
from briefing.render.progress import watched
from briefing.scoring import METHODS, check_method


def command(
    *,
    article: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", show_default=False, help="An article; - is standard input.")
    ] = None,
    reference: Annotated[list[str] | None, option("--reference")] = None,
    data: Annotated[str | None, option("--data")] = None,
    questions: Annotated[str | None, option("--questions")] = None,
    method: Annotated[list[str] | None, options.methods("evaluate")] = None,
    length: options.SectionLengthOptions,
    coverage: Annotated[bool, option("--coverage/--no-coverage", "evaluate")] = False,
    language: options.Language = "english",
    format: Annotated[str, options.output_format("text", "json")] = "text",
    output: options.OutputFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Measure how near methods come to briefings that people wrote, and how many questions theirs answer."""
    from briefing import evaluation
    from briefing.evaluation import dataset
    from briefing.render.evaluation import render

    methods = list(METHODS) if "all" in (method or ()) else method or [briefing.DEFAULT_METHOD]
    for name in methods:
        check_method(name)
    languages.check(language)
    _check_inputs(article, reference, data, questions)
    if output is not None:
        spare_sources([output], filter(None, [article or "-", data, questions, *(reference or ())]))
    with failures_told():
        if named := data or questions:
            articles = dataset.articles(briefing.read(named), language=language, length=asdict(length.budget()))
        else:
            source, *references = map(briefing.read, [article or "-", *(reference or ())])
            texts = tuple(written.text for written in references)
            articles = [evaluation.Article(source.name, source, texts, (), language, asdict(length.budget()))]
        made = evaluation.evaluate(
            watched(articles, attrgetter("name"), wanted=not quiet), methods, coverage=coverage
        )
    emit([render(made, format, width=run.fold_width(output))], output)


def _check_inputs(article: str | None, references: list[str] | None, data: str | None, questions: str | None) -> None:
    if data and questions:
        raise UsageError("--data and --questions exclude each other; one file may have both refs and questions")
    if (data or questions) and (article or references):
        option = "--data" if data else "--questions"
        raise UsageError(f"{option} has its own articles and references; give it alone")
    if not data and not questions and not references:
        raise UsageError("nothing to compare with; give an article and --reference FILE, or --data FILE")
