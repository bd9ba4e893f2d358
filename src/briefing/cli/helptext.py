"""Help as plain text: examples first, options in groups, and a word that may have been meant."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from briefing.errors import shortened
from briefing.terminal import sanitize

_EXAMPLE_WIDTH = 48
_OPTION_WIDTH = 26
_SENTENCE = 200


def examples(*pairs: tuple[str, str]) -> str:
    """Give examples, each a command line and what it does, as the epilog that the classes here print."""
    return "\n".join("\t".join(pair) for pair in pairs)


class _Readable:
    """Shows its epilog, `examples`, before its options, and answers a wrong word with the one that may be meant."""

    epilog: str | None

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what it does, then the examples."""
        super().format_help_text(ctx, formatter)  # type: ignore[misc]
        if self.epilog:
            with formatter.section("Examples"):
                formatter.write_dl(
                    [tuple(line.split("\t")) for line in self.epilog.splitlines()], col_max=_EXAMPLE_WIDTH
                )

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write nothing: the examples stand above."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the words of the command line; where one is no option, say which may be meant."""
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except typer.TyperException as error:
            # The words are the user's, or those of a file whose name opens with a dash.
            error.message = shortened(sanitize(error.message))
            if near := getattr(error, "possibilities", None):
                error.message += f"; did you mean {sorted(near)[0]!r}?"
                vars(error)["possibilities"] = None
            raise


class Command(_Readable, TyperCommand):
    """A command whose options stand under their panels."""

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


class Group(_Readable, TyperGroup):
    """The program itself, its commands after its options."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, each with the whole of its first sentence."""
        commands = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(command.name, command.get_short_help_str(_SENTENCE)) for command in commands if command]
            )
