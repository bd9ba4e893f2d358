"""A hook of the build: a page of the manual, made from the help of every command, goes into the wheel."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WIDTH = 68
"""Columns of the help: `man` sets it in by a dozen, on a screen of 80."""
_WHAT = "an article's own headings and, under each, the sentences that carry it, word for word"


class ManualHook(BuildHookInterface):
    """Puts the page where `man` finds it beside the program."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write the page, and name it among the wheel's files."""
        sys.path.insert(0, str(Path(self.root, "src")))
        made = Path(self.directory, "briefing.1")
        made.parent.mkdir(exist_ok=True)
        made.write_text(page(), encoding="utf-8")
        build_data["shared_data"][str(made)] = "share/man/man1/briefing.1"


def page() -> str:
    """Return the page, in roff."""
    from docutils.core import publish_string

    from briefing import __version__

    line = "-" * len(_WHAT)
    head = f"========\nbriefing\n========\n\n{line}\n{_WHAT}\n{line}\n\n:Manual section: 1\n:Version: {__version__}\n"
    body = (
        f"\n{name}\n{'=' * len(name)}\n\n::\n\n" + "".join(f"    {line}\n" for line in told.splitlines())
        for name, told in _helps()
    )
    settings = {"output_encoding": "unicode", "_disable_config": True}
    return publish_string("".join([head, *body]), writer="manpage", settings_overrides=settings)


def _helps() -> Iterator[tuple[str, str]]:
    """Yield the help of the program and of each command, with the heading of its section."""
    import typer
    from typer.main import get_command

    from briefing.cli import COMMANDS, app

    program = get_command(app)
    # With -h: a command keeps what it is shown with.
    settings = program.context_settings | {"terminal_width": _WIDTH}
    context = typer.Context(program, info_name="briefing", **settings)
    yield "DESCRIPTION", program.get_help(context)
    for name in COMMANDS:
        command = program.get_command(context, name)
        yield f"briefing {name}", command.get_help(typer.Context(command, info_name=name, parent=context))
