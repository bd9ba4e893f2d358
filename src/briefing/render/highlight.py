"""The whole article with the briefing's sentences marked, so that a choice can be checked where it was made."""

from collections.abc import Collection, Iterator

from briefing.document import Briefing, Document, Section
from briefing.render import PLAIN, Look
from briefing.render.text import heading_line
from briefing.terminal import sanitize

FORMATS = ("rich", "text")
"""The names of the formats that a highlighted article can be printed in."""


def render(document: Document, briefing: Briefing, format: str, look: Look = PLAIN) -> str:
    """Return a document with the sentences of its briefing marked, in the named format.

    In 'text' a sentence is a line, and '>' stands before a chosen one.
    """
    chosen = frozenset(sentence.index for sentence in briefing.sentences)
    if format == "rich":
        from briefing.render import rich_highlight

        return rich_highlight.render(document, chosen, look)
    blocks = [heading_line(document.title)] if document.title else []
    blocks.extend(block for section in document.sections for block in _blocks(section, chosen))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(section: Section, chosen: Collection[int]) -> Iterator[str]:
    if section.heading:
        yield heading_line(section.heading.text)
    for paragraph in section.paragraphs:
        yield "\n".join(
            f"{'>' if sentence.index in chosen else ' '} {sanitize(sentence.text)}"
            for sentence in paragraph.sentences
        )
