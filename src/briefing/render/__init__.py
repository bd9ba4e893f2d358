"""From a Briefing to what is printed: pure functions, a module a format."""

from dataclasses import dataclass

from briefing.document import Briefing, Digest
from briefing.terminal import Ink

FORMATS = ("rich", "text", "lines", "markdown", "json")
"""The names of the formats that a briefing can be printed in."""
SCREEN_LINES = 24
"""Lines of the screen that a memo fits, unless another height is asked for."""


@dataclass(frozen=True, slots=True)
class Look:
    """How output is to look; each format heeds what concerns it."""

    width: int = 80
    """Columns of what is drawn for people."""
    height: int | None = None
    """Lines of the screen; None where there is no end to them."""
    colour: Ink = Ink.NONE
    """What escape sequences may do to it."""
    unicode: bool = True
    """Whether signs outside ASCII may be drawn."""
    spaced: bool = False
    """Whether plain text has a blank line after a heading."""
    left_out: bool = False
    """Whether plain text names the sections without a point."""


PLAIN = Look()
"""How output looks where nothing is said of it."""


def render(briefing: Briefing, format: str, look: Look = PLAIN) -> str:
    """Return a briefing in the named format, ending with a line end unless it is empty."""
    if format == "rich":
        from briefing.render import rich

        return rich.render(briefing, look)
    from briefing.render import json, markdown, text

    if format == "text":
        return text.render_text(briefing, look)
    plain = {"lines": text.render_lines, "markdown": markdown.render, "json": json.render}
    return plain[format](briefing)


def render_digest(digest: Digest, format: str, look: Look = PLAIN) -> str:
    """Return a digest in the named format, ending with a line end unless it is empty."""
    if format == "rich":
        from briefing.render import rich_digest

        return rich_digest.render(digest, look)
    from briefing.render import digest as plain

    return plain.render(digest, format)
