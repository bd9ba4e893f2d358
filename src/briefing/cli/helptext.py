"""Help as plain text: examples first, options in groups, and a word that may have been meant."""

import os
import re
import sys
from difflib import SequenceMatcher
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from briefing.errors import shortened
from briefing.patterns import regex
from briefing.terminal import is_file, sanitize

_EXAMPLE_WIDTH = 48
_OPTION_WIDTH = 26
_ALIKE = 0.8
"""How much of two words is the same where one may be meant by the other, 0 to 1."""
_FILE = regex(r"-[^-=][^=]*\.[a-z]\w{0,7}$", re.IGNORECASE)
"""A word that may be the name of a file, and opens with a dash."""
_DEFAULT = "summarize"
"""The command for sources that stand where a command would."""


class _Readable:
    """Shows its epilog, examples, before its options, and answers a wrong word with the one that may be meant."""

    epilog: str | None
    """Examples: command lines, each with what it does behind a '#'."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what it does, then the examples."""
        super().format_help_text(ctx, formatter)  # type: ignore[misc]
        if self.epilog:
            with formatter.section("Examples"):
                # Where two columns do not fit, what an example does stands below it.
                column = _EXAMPLE_WIDTH if formatter.width > _EXAMPLE_WIDTH + _OPTION_WIDTH else 2
                rows = [tuple(re.split(r" +# ", line)) for line in self.epilog.splitlines()]
                formatter.write_dl(rows, col_max=column)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write nothing: the examples stand above."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the words of the command line; where one is no option, say which may be meant."""
        try:
            return super().parse_args(ctx, self._renamed(ctx, args))  # type: ignore[misc]
        except typer.TyperException as error:
            # The words are the user's, or those of a file whose name opens with a dash.
            named = next(filter(_FILE.match, args), None)
            hint = f" (for a file of that name write '--' before it: -- {named})" if named else ""
            error.message = shortened(sanitize(_plain(error.message) + hint))
            if hasattr(error, "possibilities"):
                asked, known = getattr(error, "option_name", ""), error.possibilities or ()
                near = [name for name in known if SequenceMatcher(a=asked, b=name).ratio() >= _ALIKE or not asked]
                error.message += f"; did you mean {min(near)!r}?" if near else ""
                vars(error)["possibilities"] = None
            raise

    def _renamed(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the words with the names that options had before."""
        own = {name for param in self.get_params(ctx) for name in param.opts}  # type: ignore[attr-defined]
        if "--from" in own or "--input-format" not in own:
            return args
        return [re.sub(r"^--from(?==|$)", "--input-format", word) for word in args]


def _plain(message: str) -> str:
    """Return what is said of a number that is none, or out of its range, in plain words."""
    message = re.sub(r"is not a valid int(?:eger)?(?: range)?\.?$", "is no whole number", message)
    message = re.sub(r"is not a valid float(?: range)?\.?$", "is no number", message)
    return re.sub(r"(?<!\S)(\S{1,40}) is not in the range x>=(\d+)\.?$", r"\1 is too few; the least is \2", message)


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
    """The program itself, its commands after its options; what is no command but a source is summarized."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the words of the command line; 'help' stands for --help, and sources for their briefings."""
        if args and args[0] == "help":
            args = [*args[1:2], "--help"]
        elif self._is_source(ctx, args[0]) if args else is_file(sys.stdin, or_pipe=True):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the words name; what is said of one that there is not is fit for a terminal."""
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException as error:
            error.message = shortened(sanitize(error.message.replace("such command", "such command or file", 1)))
            raise

    def _is_source(self, ctx: Any, word: str) -> bool:
        if word in self.list_commands(ctx):
            return False
        if word.startswith("-") and word != "-":
            own = {name for param in self.get_params(ctx) for name in (*param.opts, *param.secondary_opts)}
            return word == "--" or (word.partition("=")[0] not in own and not word.startswith("--v"))
        return word in ("", "-") or "://" in word or "." in word or os.sep in word or os.path.lexists(word)
