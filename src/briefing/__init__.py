"""Turn an article into a briefing: its own headings and, under each, the sentences that carry it, word for word.

>>> import briefing
>>> source = briefing.read("article.txt")
>>> for sentence in briefing.summarize(source.text, sentences=5).sentences:
...     print(sentence.line, sentence.text)
"""

TYPE_CHECKING = False  # As type checkers know it; whatever were imported here, an interrupt would meet unprepared.
if TYPE_CHECKING:
    from briefing import segment
    from briefing.api import digest, parse, pipe, summarize
    from briefing.digest_types import Difference, Digest, Matter, Origin, SharedPoint, Telling
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
    "Difference",
    "Digest",
    "Document",
    "Heading",
    "Matter",
    "Origin",
    "Paragraph",
    "Part",
    "Point",
    "Section",
    "Sentence",
    "SharedPoint",
    "Size",
    "Source",
    "SourceError",
    "Telling",
    "UsageError",
    "digest",
    "parse",
    "pipe",
    "read",
    "segment",
    "summarize",
]

_HOME = {
    **dict.fromkeys(("digest", "parse", "pipe", "summarize"), "api"),
    **dict.fromkeys(("Difference", "Digest", "Matter", "Origin", "SharedPoint", "Telling"), "digest_types"),
    **dict.fromkeys(("BriefingError", "SourceError", "UsageError"), "errors"),
    **dict.fromkeys(("Source", "read"), "source"),
    "DEFAULT_METHOD": "scoring",
}
"""Where each public name is at home that is neither a type of `document` nor a module of its own."""

__version__ = "0.2.0"


def __getattr__(name: str) -> object:
    """Return a public name or a module, imported when it is first used."""
    from importlib import import_module

    home = _HOME.get(name, "document" if name in __all__ and name != "segment" else "")
    try:
        module = import_module(f"{__name__}.{home or name}")
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    globals()[name] = found = getattr(module, name) if home else module
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
