"""Turn an article into a briefing: its own headings and the sentences that carry it, word for word."""

from briefing import segment
from briefing.document import Document


def parse(text: str, *, format: str = "text", name: str | None = None, language: str = "english") -> Document:
    """Give the document of a text."""
    from briefing.formats import plaintext

    return plaintext.parse(text, name=name or "text", language=language)
