"""The command line: words in, exit code out. Each command is a module of its own."""

from typing import Annotated

import typer

from briefing import __version__
from briefing.cli import compare, evaluate, explain, helptext, listings, memo, outline, summarize
from briefing.errors import ExitCode

app = typer.Typer(
    name="briefing",
    help="Turn an article into a briefing: its own headings and, under each, the sentences that carry it, verbatim.",
    cls=helptext.Group,
    epilog=helptext.examples(
        ("briefing article.txt", "the briefing of an article"),
        ("briefing summarize -n 5 article.txt", "in five points"),
        ("cat article.txt | briefing summarize", "of what is piped in"),
        ("briefing memo article.txt", "a memo that fits one screen"),
        ("briefing summarize -f json *.txt | jq .parts", "JSON for programs"),
        ("briefing summarize *.txt --output-dir out", "a file for each article"),
        ("briefing summarize --highlight article.txt", "the article, marked"),
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _module in (summarize, memo, outline, explain, compare, evaluate):
    app.command(_module.__name__.rpartition(".")[2], cls=helptext.Command, epilog=_module.EXAMPLES)(_module.command)
app.command("methods", cls=helptext.Command, epilog=listings.METHODS_EXAMPLES)(listings.methods)
app.command("languages", cls=helptext.Command, epilog=listings.LANGUAGES_EXAMPLES)(listings.languages)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit(ExitCode.DONE)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("-V", "--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.DONE)
