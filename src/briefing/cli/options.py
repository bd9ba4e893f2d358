"""The options that commands share, each documented once."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing import render
from briefing.errors import unknown
from briefing.languages import AUTO, LANGUAGES
from briefing.patterns import regex
from briefing.readers import FORMATS
from briefing.scoring import METHODS

LENGTH, _CHOICE, _INPUT, _OUTPUT = "Length (one of them)", "Choice", "Input", "Output"
_FILES, _MEMO = "Many files", "Memo"

_SHORTEST, _LONGEST = 0.001, 86_400
"""Seconds that a source may be given: a day is more than any takes."""


_NO_DATE = regex(r"\D*\Z|[\d-]*\Z")
"""What says no day, and what is written as one that no calendar has."""


def long_date(day: date) -> str:
    """Return a day as '24 November 2026': the program takes on no locale, and so says it in English."""
    return f"{day.day} {day:%B} {day.year}"


def today() -> str:
    """Return the day it is, as `long_date` says it."""
    return long_date(date.today())


def _date(value: str) -> str:
    """Read '2026-11-24' as '24 November 2026'; leave a date in other words as it is, and refuse what is none."""
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        if _NO_DATE.match(value):
            raise typer.BadParameter(f"{value!r} is no date; give one such as 2026-11-24") from None
        return value


def _ratio(value: str | float | None) -> float | None:
    """Read '20%' or '0.2'."""
    if value is None or isinstance(value, float):
        return value
    number = value.strip()
    try:
        share = float(number.removesuffix("%")) / (100 if number.endswith("%") else 1)
        if share <= 1:
            return share
        advice = "the whole is 100%" if number.endswith("%") else f"for a share in per cent write {number[:9]}%"
        raise typer.BadParameter(f"{value!r} is more than the whole; {advice}")
    except ValueError:
        raise typer.BadParameter(f"{value!r} is neither a percentage such as 20% nor a number such as 0.2") from None


def _seconds(value: str | float) -> float:
    """Read a number of seconds that can be waited for."""
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not _SHORTEST <= seconds <= _LONGEST:  # nor is what is no number
        raise typer.BadParameter(f"{str(value)[:40]!r} is no number of seconds from {_SHORTEST} to {_LONGEST}")
    return seconds


_SHORT = {"md": "markdown", "htm": "html", "txt": "text"}
"""Other names of formats."""


def _complete_methods(incomplete: str) -> list[tuple[str, str]]:
    """Return the methods whose names begin so, for the shell."""
    # Typer's zsh script doubles the plain apostrophe away.
    return [(name, what.replace("'", "’")) for name, what in METHODS.items() if name.startswith(incomplete)]


def _beginning(words: Sequence[str]) -> Callable[[str], list[str]]:
    """Return what completes the beginning of one of some words, for the shell."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def _leave_to_shell() -> list[str]:
    """Complete nothing: the shell completes the names of files itself, and better."""
    return []


def option(panel: str, *names: str, help: str, **settings: Any) -> Any:
    """Return an option that stands under a panel of the help."""
    return typer.Option(*names, help=help, rich_help_panel=panel, **settings)


def _choice(panel: str, *names: str, kind: str, among: Sequence[str], help: str) -> Any:
    """Return an option that takes one of some words, and answers another with the one that may be meant."""

    def known(word: str) -> str:
        word = _SHORT.get(word, word)
        if word not in among:
            raise typer.BadParameter(str(unknown(kind, word, among)))
        return word

    shown = {"metavar": f"<{'|'.join(among)}>", "parser": known, "autocompletion": _beginning(among)}
    return option(panel, *names, help=help, **shown)


def methods(help: str) -> Any:
    """Return the option that takes the name of a method."""
    return option(_CHOICE, "-m", "--method", metavar="NAME", autocompletion=_complete_methods, help=help)


def output_format(*names: str, help: str = "How to print it.") -> Any:
    """Return the option that takes the name of an output format."""
    return _choice(_OUTPUT, "-f", "--format", kind="format", among=names, help=help)


def _path(panel: str, *names: str, help: str, **settings: Any) -> Any:
    return option(panel, *names, help=help, autocompletion=_leave_to_shell, **settings)


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        show_default=False,
        help="Files or web addresses to read; - is standard input, as is none when something is piped in.",
    ),
]

Minutes = Annotated[
    float | None,
    option(LENGTH, "-t", "--minutes", metavar="M", help="What is read in M minutes, at 230 words a minute."),
]
Sentences = Annotated[
    int | None, option(LENGTH, "-n", "--sentences", metavar="N", min=1, help="At most N sentences.")
]
Words = Annotated[int | None, option(LENGTH, "-w", "--words", metavar="N", min=1, help="At most N words.")]
Ratio = Annotated[
    float | None,
    option(LENGTH, "-r", "--ratio", metavar="SHARE", parser=_ratio, help="A share of the sentences: 20% or 0.2."),
]
PerSection = Annotated[
    int | None, option(LENGTH, "--per-section", metavar="N", min=1, help="N sentences of each section.")
]

Method = Annotated[str, methods("How sentences are scored.")]
Query = Annotated[
    str | None,
    option(_CHOICE, "-q", "--query", metavar="TEXT", help="Prefer sentences about TEXT: words, or a question."),
]
Coverage = Annotated[
    bool | None,
    option(
        _CHOICE,
        "--coverage/--no-coverage",
        show_default=False,
        help="Each section gets its best sentence before any gets a second; or the best, wherever they stand. "
        "With neither, sections get room by their importance.",
    ),
]

Language = Annotated[
    str,
    option(
        _INPUT,
        "-l",
        "--language",
        metavar="NAME",
        autocompletion=_beginning((AUTO, *LANGUAGES)),
        help="The article's language: its name (german, Deutsch), a tag (de, pt-BR), or auto.",
    ),
]
_input_format: dict[str, Any] = {
    "metavar": "FORMAT",
    "autocompletion": _beginning((AUTO, *FORMATS)),
    "help": f"What the sources are, if they are mistaken: {', '.join((AUTO, *FORMATS))}.",
}
Recursive = Annotated[
    bool, option(_INPUT, "-R", "--recursive", help="Of a directory, the files in those below it too.")
]
Title = Annotated[str | None, option(_INPUT, "--title", metavar="TEXT", help="The title, if the source has none.")]
InputFormat = Annotated[str, option(_INPUT, "--input-format", **_input_format)]

Encoding = Annotated[
    str | None,
    option(
        _INPUT,
        "--encoding",
        metavar="NAME",
        help="What the sources' text is in, if it is mistaken: utf-8, windows-1252, koi8-r.",
    ),
]

_format_help = "How to print it; auto is rich on a terminal, what FILE ends in, or text."
Format = Annotated[str, output_format(AUTO, *render.FORMATS, "html", help=_format_help)]
MemoFormat = Annotated[str, output_format(AUTO, "rich", "text", "markdown", "json", "html", help=_format_help)]
Spaced = Annotated[bool, option(_OUTPUT, "--spaced", help="Of text, a blank line after a heading, as fmt needs it.")]
LeftOut = Annotated[
    bool, option(_OUTPUT, "--left-out", help="Of text, a last line that names the sections without a point.")
]
Highlight = Annotated[
    bool,
    option(_OUTPUT, "--highlight", help="The whole article, the chosen sentences bold (rich) or behind '>' (text)."),
]
OutputFile = Annotated[
    Path | None,
    _path(_OUTPUT, "-o", "--output", metavar="FILE", dir_okay=False, help="Write to FILE, whole or not at all."),
]
Width = Annotated[
    int | None, option(_OUTPUT, "--width", metavar="N", min=20, help="Columns of the rich format and of tables.")
]
ColourChoice = Annotated[
    str,
    _choice(
        _OUTPUT,
        "--color",
        kind="colour choice",
        among=(AUTO, "always", "never"),
        help="When to colour the rich format.",
    ),
]
Quiet = Annotated[bool, option(_OUTPUT, "--quiet", help="No warnings or progress on stderr; errors remain.")]

OutputDirectory = Annotated[
    Path | None,
    _path(
        _FILES,
        "--output-dir",
        metavar="DIR",
        file_okay=False,
        help="Write a file for each source into DIR, named for it alone: name.txt, .md or .json.",
    ),
]
SkipExisting = Annotated[bool, option(_FILES, "--skip-existing", help="Leave sources whose file is in DIR already.")]
Jobs = Annotated[
    int | None,
    option(_FILES, "-j", "--jobs", metavar="N", min=1, help="N processes share the sources; else one for each core."),
]
Timeout = Annotated[
    float | None,
    option(_FILES, "--timeout", metavar="SECONDS", parser=_seconds, help="Give up a source that takes longer."),
]

To = Annotated[str | None, option(_MEMO, "--to", metavar="WHO", help="Who is to read it.")]
Sender = Annotated[str | None, option(_MEMO, "--from", metavar="WHO", help="Who writes it.")]
Date = Annotated[
    str | None,
    option(_MEMO, "--date", metavar="DATE", parser=_date, help="YYYY-MM-DD, or in your own words; else today."),
]
Subject = Annotated[
    str | None,
    option(_MEMO, "--subject", metavar="TEXT", help="Else the title, or the strongest sentence of the beginning."),
]
Classification = Annotated[
    str | None, option(_MEMO, "--classification", metavar="TEXT", help="A mark such as INTERNAL.")
]
AsDigest = Annotated[
    bool, option(_MEMO, "--digest", help="What all sources say, told once, with the numbers of those that say so.")
]
Lines = Annotated[
    int | None,
    option(
        _MEMO,
        "--lines",
        metavar="N",
        min=12,
        help="Lines of the screen; else the terminal's, or 24. Sentences are left out, not cut.",
    ),
]
