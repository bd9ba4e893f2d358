"""Plain text, for pipes: headings on lines of their own, a dash before each point; or the sentences alone."""

from briefing.document import Briefing, Part
from briefing.terminal import sanitize


def render_text(briefing: Briefing) -> str:
    """Return a briefing as plain text: unwrapped, a blank line between sections, the article's words alone."""
    blocks = [sanitize(briefing.title)] if briefing.title else []
    blocks.extend("\n".join(_lines(part)) for part in briefing.parts)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def render_lines(briefing: Briefing) -> str:
    """Return the chosen sentences of a briefing, each on a line of its own."""
    return "".join(f"{sanitize(sentence.text)}\n" for sentence in briefing.sentences)


def _lines(part: Part) -> list[str]:
    heading = [sanitize(part.heading.text)] if part.heading else []
    return heading + [f"- {sanitize(point.sentence.text)}" for point in part.points]
