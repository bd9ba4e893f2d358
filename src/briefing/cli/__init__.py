"""The command line: words in, exit code out. Each command is a module of its own."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from briefing import __version__
from briefing.cli import helptext
from briefing.errors import ExitCode


def _read() -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield what commands.txt has: each command, what it does, more of that, and examples; first the program."""
    for block in Path(__file__).with_name("commands.txt").read_text("utf-8").split("\n\n"):
        head, *lines = block.splitlines()
        name, _, what = head.partition(": ")
        examples = [line for line in lines if " # " in line]
        yield name, (what, "\n".join(line for line in lines if line not in examples), "\n".join(examples))


_TOLD = dict(_read())
_PROGRAM = _TOLD.pop("briefing")
COMMANDS = {name: what for name, (what, *_) in _TOLD.items()}
"""Every command, and what it does: what the help of them all says, without a look at any."""
_LISTINGS = frozenset({"methods", "languages"})
"""The commands that share a module, under names of their own; of others it has `command`."""
_CONTEXT = {"help_option_names": ["-h", "--help"]}


class Program(helptext.Group):
    """The program, which loads the command that is called, and no other."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # Each is made when it is called.

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command by its name; None where there is no such."""
        return _command(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the commands, each with what it does."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@cache
def _command(name: str) -> Any:
    held = import_module(f"{__name__}.{'listings' if name in _LISTINGS else name}")
    own = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=_CONTEXT)
    command = getattr(held, "command", None) or getattr(held, name)
    what, more, examples = _TOLD[name]
    own.command(name, cls=helptext.Command, help=f"{what}\n\n{more}", epilog=examples)(_ungrouped(command))
    return get_command(own)


def _ungrouped(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command for Typer: a parameter that is a group, a dataclass of options, stands for those options."""
    from briefing.cli.options import usage_errors

    asked = signature(command).parameters.values()
    groups: dict[str, Any] = {each.name: each.annotation for each in asked if is_dataclass(each.annotation)}
    flat = [
        Parameter(own.name, Parameter.KEYWORD_ONLY, default=own.default, annotation=own.annotation)
        for each in asked
        for own in (signature(groups[each.name]).parameters.values() if each.name in groups else [each])
    ]

    @wraps(command)
    def taking(**given: Any) -> None:
        with usage_errors():
            made = {
                name: group(**{own.name: given.pop(own.name) for own in fields(group)})
                for name, group in groups.items()
            }
            command(**given, **made)

    vars(taking)["__signature__"] = Signature(flat)
    taking.__annotations__ = {each.name: each.annotation for each in flat}
    return taking


app = typer.Typer(
    name="briefing",
    help=_PROGRAM[0],
    cls=Program,
    epilog=_PROGRAM[2],
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_CONTEXT,
)


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
