"""Plain text, for pipes: headings on lines of their own, a dash before each point; or the sentences alone."""

from briefing.document import Briefing, Part
from briefing.patterns import regex
from briefing.render import PLAIN, Look
from briefing.terminal import sanitize

_MARKED = regex(r"(?=\\*(?:-|>|==>) )")
"""Before what would be taken for a point, a chosen sentence or the name of a source."""


def render_text(briefing: Briefing, look: Look = PLAIN) -> str:
    """Return a briefing as plain text: unwrapped, a blank line between sections, the article's words alone.

    A line that names the sections without a point stands last, where it is wanted.
    """
    blocks = [heading_line(briefing.title)] if briefing.title else []
    blocks.extend("\n".join(_lines(part, look)) for part in briefing.parts)
    if look.left_out and briefing.left_out:
        blocks.append(f"Left out: {'; '.join(sanitize(heading.text) for heading in briefing.left_out)}")
    return "\n\n".join(blocks) + "\n" if blocks else ""


def render_lines(briefing: Briefing) -> str:
    """Return the chosen sentences of a briefing, each on a line of its own."""
    return "".join(f"{sanitize(sentence.text)}\n" for sentence in briefing.sentences)


def heading_line(text: str) -> str:
    """Return a title or heading as a line of plain text; a backslash stands before one that looks like a point."""
    clean = sanitize(text)
    return f"\\{clean}" if _MARKED.match(clean) else clean


def _lines(part: Part, look: Look) -> list[str]:
    heading = [heading_line(part.heading.text)] if part.heading else []
    gap = [""] if heading and part.points and look.spaced else []
    return heading + gap + [f"- {sanitize(point.sentence.text)}" for point in part.points]
