"""The public names, for type checkers: at run time each is imported when it is first used."""

from briefing import segment
from briefing.api import digest, parse, pipe, summarize
from briefing.digests import Difference, Digest, Matter, Origin, SharedPoint, Telling
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

__version__: str
