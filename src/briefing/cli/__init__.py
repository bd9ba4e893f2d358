"""The command line: words in, exit code out. Each command is a module of its own."""

from typing import Annotated

import typer

from briefing import __version__
from briefing.cli.compare import compare
from briefing.cli.evaluate import evaluate
from briefing.cli.languages import languages
from briefing.cli.methods import methods
from briefing.cli.outline import outline
from briefing.cli.summarize import summarize
from briefing.errors import ExitCode

app = typer.Typer(
    name="briefing",
    help="Turn an article into a briefing: its own headings and, under each, the sentences that carry it, verbatim.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(summarize)
app.command()(outline)
app.command()(compare)
app.command()(evaluate)
app.command()(methods)
app.command()(languages)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit(ExitCode.DONE)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)


def main() -> None:
    """Run the command line."""
    app()
