"""Help as plain text: examples first, options in groups, and a word that may have been meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from briefing.terminal import sanitize

_EXAMPLE_WIDTH = 48
_OPTION_WIDTH = 26
_SENTENCE = 200


def examples(*pairs: tuple[str, str]) -> str:
    """Give examples, each a command line and what it does, as the epilog that the classes here print."""
    return "\n".join("\t".join(pair) for pair in pairs)


class Command(TyperCommand):
    """A command whose epilog is `examples`, printed before its options; these stand under their panels."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, then the examples."""
        super().format_help_text(ctx, formatter)
        _write_examples(self.epilog, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and options, grouped."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                default = "Arguments" if param.param_type_name == "argument" else "Other"
                groups.setdefault(getattr(param, "rich_help_panel", None) or default, []).append(record)
        column = min(_OPTION_WIDTH, max(len(record[0]) for records in groups.values() for record in records))
        for name, records in groups.items():
            with formatter.section(name):
                formatter.write_dl([(first.ljust(column), what) for first, what in records], col_max=column)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write nothing: the examples stand above."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line; where one is no option, say which may be meant."""
        with _readable_errors():
            return super().parse_args(ctx, args)


class Group(TyperGroup):
    """The program itself: examples before the options, the commands after them."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the program does, then the examples."""
        super().format_help_text(ctx, formatter)
        _write_examples(self.epilog, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, each with the whole of its first sentence."""
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(command.name, command.get_short_help_str(_SENTENCE)) for command in commands if command]
            )

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write nothing: the examples stand above."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words before the command; where one is no option, say which may be meant."""
        with _readable_errors():
            return super().parse_args(ctx, args)


@contextmanager
def _readable_errors() -> Iterator[None]:
    try:
        yield
    except typer.TyperException as error:
        # The words are the user's, or those of a file whose name opens with a dash.
        error.message = sanitize(error.message)
        if near := getattr(error, "possibilities", None):
            error.message += f"; did you mean {sorted(near)[0]!r}?"
            vars(error)["possibilities"] = None
        raise


def _write_examples(epilog: str | None, formatter: Any) -> None:
    if not epilog:
        return
    with formatter.section("Examples"):
        formatter.write_dl([tuple(line.split("\t")) for line in epilog.splitlines()], col_max=_EXAMPLE_WIDTH)
