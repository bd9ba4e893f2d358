"""Plain text, for pipes: headings on lines of their own, a dash before each point."""

from briefing.document import Briefing, Part
from briefing.terminal import sanitize


def render(briefing: Briefing) -> str:
    """Give a briefing as plain text: unwrapped, a blank line between sections, the article's words alone."""
    blocks = [sanitize(briefing.title)] if briefing.title else []
    blocks.extend("\n".join(_lines(part)) for part in briefing.parts)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(part: Part) -> list[str]:
    heading = [sanitize(part.heading.text)] if part.heading else []
    return heading + [f"- {sanitize(point.sentence.text)}" for point in part.points]
