"""Turn an article into a briefing: its own headings and, under each, the sentences that carry it, word for word.

>>> import briefing
>>> source = briefing.read("article.txt")
>>> for sentence in briefing.summarize(source.text, sentences=5).sentences:
...     print(sentence.line, sentence.text)
"""

TYPE_CHECKING = False
"""Whether a type checker reads this: typing's own constant costs its import."""

if TYPE_CHECKING:
    from briefing import segment
    from briefing.api import parse, summarize
    from briefing.document import (
        Boilerplate,
        Briefing,
        Document,
        Heading,
        Paragraph,
        Part,
        Point,
        Section,
        Sentence,
        Size,
    )
    from briefing.errors import BriefingError, SourceError, UsageError
    from briefing.scoring import DEFAULT_METHOD
    from briefing.source import Source, read

__all__ = [
    "DEFAULT_METHOD",
    "Boilerplate",
    "Briefing",
    "BriefingError",
    "Document",
    "Heading",
    "Paragraph",
    "Part",
    "Point",
    "Section",
    "Sentence",
    "Size",
    "Source",
    "SourceError",
    "UsageError",
    "parse",
    "read",
    "segment",
    "summarize",
]

__version__ = "0.1.0"

_MODULES = {
    "api": ("parse", "summarize"),
    "errors": ("BriefingError", "SourceError", "UsageError"),
    "scoring": ("DEFAULT_METHOD",),
    "source": ("Source", "read"),
}
"""Where the public names are; the others are types of `document`."""


def __getattr__(name: str) -> object:
    # Imported when first asked for: so the command line can catch an interrupt while everything else is imported.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name == "segment":
        return import_module("briefing.segment")
    home = next((module for module, names in _MODULES.items() if name in names), "document")
    value = globals()[name] = getattr(import_module(f"briefing.{home}"), name)
    return value
