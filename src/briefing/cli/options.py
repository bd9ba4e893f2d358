"""The options that commands share, each documented once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefing.formats import FORMATS
from briefing.language import AUTO


class Colour(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


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


_LENGTH, _CHOICE, _INPUT, _OUTPUT = "Length (one of them)", "Choice", "Input", "Output"

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        show_default=False,
        help="Files or web addresses to read; - is standard input, as is none when something is piped in.",
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
    str, typer.Option("-m", "--method", metavar="NAME", help="How sentences are scored.", rich_help_panel=_CHOICE)
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
        help="The article's language, by its English name or ISO code, or auto.",
        rich_help_panel=_CHOICE,
    ),
]
From = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help=f"What the sources are, if they are mistaken: {', '.join((AUTO, *FORMATS))}.",
        rich_help_panel=_INPUT,
    ),
]
Format = Annotated[
    Output,
    typer.Option("-f", "--format", help="How to print it; auto is rich on a terminal, text in a pipe or file."),
]
OutputFile = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
]
Width = Annotated[int | None, typer.Option("--width", metavar="N", min=20, help="Columns of the rich format.")]
ColourChoice = Annotated[Colour, typer.Option("--color", help="When to colour the rich format.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No warnings on stderr; errors remain.")]
