"""Turn an article into a briefing: its own headings and, under each, the sentences that carry it, word for word.

>>> import briefing
>>> source = briefing.read("article.txt")
>>> for sentence in briefing.summarize(source.text, sentences=5).sentences:
...     print(sentence.line, sentence.text)
"""

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

__version__ = "0.2.0"
