"""From a Briefing to what is printed: pure functions, a module a format."""

from briefing.document import Briefing

FORMATS = ("rich", "text", "lines", "markdown", "json")
"""The names of the formats that a briefing can be printed in."""
SCREEN_LINES = 24
"""Lines of the screen that a memo fits, unless another height is asked for."""


def render(briefing: Briefing, format: str, *, width: int = 80, colour: bool = False, unicode: bool = True) -> str:
    """Give a briefing in the named format, ending with a line end unless it is empty.

    Only 'rich' looks at the keywords: columns, whether escape sequences may colour it, and whether signs outside
    ASCII may be drawn.
    """
    match format:
        case "rich":
            from briefing.render import rich

            return rich.render(briefing, width=width, colour=colour, unicode=unicode)
        case "lines":
            from briefing.render import lines

            return lines.render(briefing)
        case "markdown":
            from briefing.render import markdown

            return markdown.render(briefing)
        case "json":
            from briefing.render import json

            return json.render(briefing)
        case _:
            from briefing.render import text

            return text.render(briefing)
