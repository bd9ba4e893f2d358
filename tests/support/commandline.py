"""The command line within this process: what one of its own, which takes half a second, would show no better."""

from typing import Any

from typer.testing import CliRunner, Result

from briefing.cli import app


def invoke(*arguments: object, charset: str = "utf-8", **options: Any) -> Result:
    """Return what becomes of a command line, with its streams in pipes of an encoding."""
    return CliRunner(charset=charset).invoke(app, list(map(str, arguments)), prog_name="briefing", **options)
