"""The sentences alone, one a line."""

from briefing.document import Briefing
from briefing.terminal import sanitize


def render(briefing: Briefing) -> str:
    """Give the chosen sentences of a briefing, each on a line of its own."""
    return "".join(f"{sanitize(sentence.text)}\n" for sentence in briefing.sentences)
