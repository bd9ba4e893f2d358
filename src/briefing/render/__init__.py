"""From a Briefing to what is printed: pure functions, a module a format."""

from briefing.document import Briefing
from briefing.terminal import Ink

FORMATS = ("rich", "text", "lines", "markdown", "json")
"""The names of the formats that a briefing can be printed in."""
SCREEN_LINES = 24
"""Lines of the screen that a memo fits, unless another height is asked for."""


def render(briefing: Briefing, format: str, *, width: int = 80, colour: Ink = Ink.NONE, unicode: bool = True) -> str:
    """Give a briefing in the named format, ending with a line end unless it is empty.

    Only 'rich' looks at the keywords: columns, whether escape sequences may colour it, and whether signs outside
    ASCII may be drawn.
    """
    if format == "rich":
        from briefing.render import rich

        return rich.render(briefing, width=width, colour=colour, unicode=unicode)
    from briefing.render import json, markdown, text

    plain = {"text": text.render_text, "lines": text.render_lines, "markdown": markdown.render, "json": json.render}
    return plain[format](briefing)
