"""The options that commands share, and groups of those that go together; options.txt has what their help says."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing import languages, readers, render, terminal
from briefing.budget import Budget
from briefing.errors import UsageError, shortened, unknown
from briefing.languages import AUTO, LANGUAGES
from briefing.patterns import regex
from briefing.scoring import DEFAULT_METHOD, METHODS, check_method
from briefing.source import check_encoding

_SHORTEST, _LONGEST = 0.001, 86_400
"""Seconds that a source may be given: a day is more than any takes."""
_SHORT = {"md": "markdown", "htm": "html", "txt": "text"}
"""Other names of formats."""
_ARGUMENTS = regex(r"\b(?:sentences|words|ratio|per_section|minutes)\b(?=(?: and \w+)* exclude each other)")


def long_date(day: date) -> str:
    """Return a day as '24 November 2026': the program takes on no locale, and so says it in English."""
    return f"{day.day} {day:%B} {day.year}"


def today() -> str:
    """Return the day it is, as `long_date` says it."""
    return long_date(date.today())


def _ratio(value: str) -> float:
    """Read '20%' or '0.2'."""
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


def _complete_methods(incomplete: str) -> list[tuple[str, str]]:
    """Return the methods whose names begin so, for the shell."""
    # Typer's zsh script doubles the plain apostrophe away.
    return [(name, what.replace("'", "’")) for name, what in METHODS.items() if name.startswith(incomplete)]


def _beginning(words: Sequence[str]) -> Callable[[str], list[str]]:
    """Return what completes the beginning of one of some words, for the shell."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


@cache
def _known() -> dict[str, dict[str, Any]]:
    """Return what options.txt has of each option by its last name, and the command that words it in its own way."""
    found: dict[str, dict[str, Any]] = {}
    for block in Path(__file__).with_name("options.txt").read_text("utf-8").split("\n\n"):
        panel, *rows = block.splitlines()
        group = panel.strip("[]")
        for row in rows:
            words, _, what = row.partition(": ")
            names = [word for word in words.split() if word.startswith("-")]
            takes = " ".join(word for word in words.split() if word[0] not in "-(") or None
            own = "".join(word for word in words.split() if word[0] == "(")
            found[names[-1] + own] = {"names": names, "rich_help_panel": group, "metavar": takes, "help": what}
    return found


def option(name: str, of: str = "", **settings: Any) -> Any:
    """Return an option by its last name, as options.txt has it, perhaps of one command; no number is below 1."""
    known = dict(_known()[f"{name}({of})" if of else name])
    if known["metavar"] == "N":
        known["min"] = 1
    elif known["metavar"] in ("FILE", "DIR"):
        known["autocompletion"] = _beginning(())  # The shell completes the names of files itself, and better.
    return typer.Option(*known.pop("names"), **known | settings)


def _choice(name: str, kind: str, among: Sequence[str], of: str = "") -> Any:
    """Return an option that takes one of some words, and answers another with the one that may be meant."""

    def known(word: str) -> str:
        word = _SHORT.get(word, word)
        if word not in among:
            raise typer.BadParameter(str(unknown(kind, word, among)))
        return word

    return option(name, of, metavar=f"<{'|'.join(among)}>", parser=known, autocompletion=_beginning(among))


def methods(of: str = "") -> Any:
    """Return the option that takes the name of a method, perhaps as one command words it."""
    return option("--method", of, autocompletion=_complete_methods)


def output_format(*names: str, of: str = "") -> Any:
    """Return the option that takes the name of an output format, perhaps as one command words it."""
    return _choice("--format", "format", names, of=of)


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        show_default=False,
        help="Files, folders or web addresses; - or none stands for what is piped in.",
    ),
]
Method = Annotated[str, methods()]
Coverage = Annotated[bool | None, option("--coverage/--no-coverage", show_default=False)]
Language = Annotated[str, option("--language", autocompletion=_beginning((AUTO, *LANGUAGES)))]
InputFormat = Annotated[
    str,
    option(
        "--input-format",
        help=f"What the sources are, if they are mistaken: {', '.join((AUTO, *readers.FORMATS))}.",
        autocompletion=_beginning((AUTO, *readers.FORMATS)),
    ),
]
Recursive = Annotated[bool, option("--recursive")]
Title = Annotated[str | None, option("--title")]
Format = Annotated[str, output_format(AUTO, *render.FORMATS, "html", of=AUTO)]
OutputFile = Annotated[Path | None, option("--output", dir_okay=False)]
ColourChoice = Annotated[str, _choice("--color", "colour choice", (AUTO, "always", "never"))]
Quiet = Annotated[bool, option("--quiet")]
OutputDirectory = Annotated[Path | None, option("--output-dir", file_okay=False)]


# To make the rest of a dataclass takes a millisecond of every start.
@dataclass(eq=False, repr=False)
class LengthOptions:
    """How long a briefing may be: at most one is given."""

    minutes: Annotated[float | None, option("--minutes")] = None
    sentences: Annotated[int | None, option("--sentences")] = None
    words: Annotated[int | None, option("--words")] = None
    ratio: Annotated[float | None, option("--ratio", parser=_ratio)] = None

    def __post_init__(self) -> None:
        self.budget()

    def budget(self) -> Budget:
        """Return it as the library has it."""
        return Budget(**asdict(self))


@dataclass(eq=False, repr=False)
class SectionLengthOptions(LengthOptions):
    """The same, or a number of sentences of each section."""

    per_section: Annotated[int | None, option("--per-section")] = None


@dataclass(eq=False, repr=False)
class ChoiceOptions:
    """Which sentences are chosen."""

    method: Method = DEFAULT_METHOD
    query: Annotated[str | None, option("--query")] = None

    def __post_init__(self) -> None:
        check_method(self.method)


@dataclass(eq=False, repr=False)
class InputOptions:
    """How sources are read."""

    language: Language = AUTO
    encoding: Annotated[str | None, option("--encoding")] = None
    input_format: InputFormat = AUTO

    def __post_init__(self) -> None:
        readers.check_format(None if self.input_format == AUTO else self.input_format)
        languages.check(self.language)
        check_encoding(self.encoding)


@dataclass(eq=False, repr=False)
class ScreenOptions:
    """How what is drawn for people looks."""

    width: Annotated[int | None, option("--width", min=20)] = None
    color: ColourChoice = AUTO


@dataclass(eq=False, repr=False)
class ProcessOptions:
    """Who does the work, and how long it may take."""

    jobs: Annotated[int | None, option("--jobs")] = None
    timeout: Annotated[float | None, option("--timeout", parser=_seconds)] = None


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn our usage errors into Typer's, which show how the command is used and exit with 2."""
    try:
        yield
    except UsageError as error:
        # The library speaks of its arguments, and the user of options.
        message = _ARGUMENTS.sub(lambda name: f"--{name[0].replace('_', '-')}", str(error))
        raise _Misused(shortened(terminal.sanitize(message))) from error


class _Misused(typer.BadParameter):
    """What is wrong with several options together, or with a word that needs no name."""

    def format_message(self) -> str:
        """Return the message alone."""
        return self.message
