"""The options that commands share, each documented once."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefing.language import LANGUAGES
from briefing.scoring import METHODS


class Colour(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class MemoOutput(StrEnum):
    """What a memo is printed as."""

    AUTO = "auto"
    RICH = "rich"
    TEXT = "text"
    MARKDOWN = "markdown"


class Input(StrEnum):
    """What a source is read as."""

    AUTO = "auto"
    TEXT = "text"
    MARKDOWN = "markdown"


class Output(StrEnum):
    """What a briefing is printed as."""

    AUTO = "auto"
    RICH = "rich"
    TEXT = "text"
    LINES = "lines"
    MARKDOWN = "markdown"
    JSON = "json"


def _ratio(value: str | float | None) -> float | None:
    """Read '20%' or '0.2'."""
    if value is None or isinstance(value, float):
        return value
    number = value.strip()
    try:
        return float(number.removesuffix("%")) / 100 if number.endswith("%") else float(number)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is neither a percentage such as 20% nor a number such as 0.2") from None


def _iso_date(value: str) -> str:
    """Read '2026-11-24' as '24 November 2026'; leave anything else as it is."""
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def long_date(day: date) -> str:
    """Give a day as '24 November 2026', whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _methods(incomplete: str) -> list[tuple[str, str]]:
    # Typer's zsh script doubles the plain apostrophe away.
    return [(name, what.replace("'", "’")) for name, what in METHODS.items() if name.startswith(incomplete)]


def _languages(incomplete: str) -> list[str]:
    return [name for name in LANGUAGES if name.startswith(incomplete)]


def _leave_to_shell() -> list[str]:
    """Give nothing: the shell completes the names of files itself, and better."""
    return []


_LENGTH, _CHOICE, _INPUT, _OUTPUT = "Length (one of them)", "Choice", "Input", "Output"
_FILES = "Many files"
_MEMO = "Memo"

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        show_default=False,
        help="Files to read; - is standard input, as is none when something is piped in.",
    ),
]
Sentences = Annotated[
    int | None,
    typer.Option("-n", "--sentences", metavar="N", help="At most N sentences.", rich_help_panel=_LENGTH),
]
Words = Annotated[
    int | None, typer.Option("-w", "--words", metavar="N", help="At most N words.", rich_help_panel=_LENGTH)
]
Ratio = Annotated[
    float | None,
    typer.Option(
        "-r",
        "--ratio",
        metavar="SHARE",
        parser=_ratio,
        help="A share of the sentences: 20% or 0.2.",
        rich_help_panel=_LENGTH,
    ),
]
PerSection = Annotated[
    int | None,
    typer.Option("--per-section", metavar="N", help="N sentences of each section.", rich_help_panel=_LENGTH),
]
Method = Annotated[
    str,
    typer.Option(
        "-m",
        "--method",
        metavar="NAME",
        autocompletion=_methods,
        help="How sentences are scored.",
        rich_help_panel=_CHOICE,
    ),
]
Coverage = Annotated[
    bool,
    typer.Option(
        "--coverage/--no-coverage",
        help="Each section gets its best sentence before any gets a second; or the best, wherever they stand.",
        rich_help_panel=_CHOICE,
    ),
]
Language = Annotated[
    str,
    typer.Option(
        "-l",
        "--language",
        metavar="NAME",
        autocompletion=_languages,
        help="The article's language.",
        rich_help_panel=_INPUT,
    ),
]
From = Annotated[
    Input,
    typer.Option(
        "--from",
        "--input-format",
        help="What the sources are, if their name and content mislead.",
        rich_help_panel=_INPUT,
    ),
]
InputFormat = Annotated[
    Input,
    typer.Option(
        "--input-format", help="What the sources are, if their name and content mislead.", rich_help_panel=_INPUT
    ),
]
Format = Annotated[
    Output,
    typer.Option(
        "-f",
        "--format",
        help="How to print it; auto is rich on a terminal, text in a pipe or file.",
        rich_help_panel=_OUTPUT,
    ),
]
Highlight = Annotated[
    bool,
    typer.Option(
        "--highlight",
        help="The whole article, with the sentences chosen bold (rich) or behind '>' (text).",
        rich_help_panel=_OUTPUT,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        dir_okay=False,
        autocompletion=_leave_to_shell,
        help="Write to FILE, whole or not at all.",
        rich_help_panel=_OUTPUT,
    ),
]
Width = Annotated[
    int | None,
    typer.Option("--width", metavar="N", min=20, help="Columns of the rich format.", rich_help_panel=_OUTPUT),
]
ColourChoice = Annotated[
    Colour, typer.Option("--color", help="When to colour the rich format.", rich_help_panel=_OUTPUT)
]
Quiet = Annotated[
    bool, typer.Option("--quiet", help="No warnings or progress on stderr; errors remain.", rich_help_panel=_OUTPUT)
]
OutputDirectory = Annotated[
    Path | None,
    typer.Option(
        "--output-dir",
        metavar="DIR",
        file_okay=False,
        autocompletion=_leave_to_shell,
        help="Write a file for each source into DIR: its name, with .txt, .md or .json.",
        rich_help_panel=_FILES,
    ),
]
SkipExisting = Annotated[
    bool,
    typer.Option("--skip-existing", help="Leave sources whose file is in DIR already.", rich_help_panel=_FILES),
]

To = Annotated[str | None, typer.Option("--to", metavar="WHO", help="Who is to read it.", rich_help_panel=_MEMO)]
Sender = Annotated[str | None, typer.Option("--from", metavar="WHO", help="Who writes it.", rich_help_panel=_MEMO)]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        parser=_iso_date,
        help="Its date: YYYY-MM-DD, or in your own words; else today.",
        rich_help_panel=_MEMO,
    ),
]
Subject = Annotated[
    str | None,
    typer.Option(
        "--subject",
        metavar="TEXT",
        help="Its subject; else the title, or the strongest sentence of the beginning.",
        rich_help_panel=_MEMO,
    ),
]
Classification = Annotated[
    str | None,
    typer.Option("--classification", metavar="TEXT", help="A mark such as INTERNAL.", rich_help_panel=_MEMO),
]
Lines = Annotated[
    int,
    typer.Option(
        "--lines",
        metavar="N",
        min=12,
        help="Lines of the screen that it fits; sentences are left out, not cut.",
        rich_help_panel=_LENGTH.partition(" ")[0],
    ),
]
MemoWords = Annotated[
    int | None,
    typer.Option(
        "-w",
        "--words",
        metavar="N",
        min=1,
        help="At most N words of the article.",
        rich_help_panel=_LENGTH.partition(" ")[0],
    ),
]
MemoFormat = Annotated[
    MemoOutput,
    typer.Option(
        "-f",
        "--format",
        help="How to print it; auto is rich on a terminal, text in a pipe or file.",
        rich_help_panel=_OUTPUT,
    ),
]
