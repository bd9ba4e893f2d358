"""`briefing methods`."""

import typer

from briefing.scoring import METHODS


def methods() -> None:
    """List the methods that score sentences, and what each looks for."""
    for name, meaning in METHODS.items():
        typer.echo(f"{name}\t{meaning}")
