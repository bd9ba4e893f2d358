"""From a source's text to a Document, a module a format."""

import re
from pathlib import PurePath

from briefing import language as languages
from briefing.document import Document
from briefing.errors import SourceError, unknown
from briefing.source import Source

FORMATS = ("text", "markdown")
"""The names of the formats that can be read."""

_MARKDOWN_NAMES = {".md", ".markdown", ".mdown", ".mkd"}
_MARKDOWN_SIGN = re.compile(r"^(?:#{1,6} \S|```|~~~|[-*+] \S|> |!?\[[^\]\n]+\]\()", re.MULTILINE)


def detect(source: Source) -> str:
    """Give the name of the format that a source is in, by its name and its content."""
    if PurePath(source.name).suffix.lower() in _MARKDOWN_NAMES:
        return "markdown"
    # Without a name to go by, marks must be frequent: a stray '#' or '-' is no Markdown.
    sample = source.text[:20_000]
    headings = len(re.findall(r"^#{1,6} \S", sample, re.MULTILINE))
    return "markdown" if headings >= 2 and len(_MARKDOWN_SIGN.findall(sample)) >= 3 else "text"


def parse(text: str, *, format: str, name: str, language: str) -> Document:
    """Give the document of a text in the named format.

    Raises:
        UsageError: the format or the language is not known.
        SourceError: there is no article in the text, neither a sentence nor a heading.
    """
    known_language = languages.find(language).name
    if format == "text":
        from briefing.formats import plaintext

        document = plaintext.parse(text, name=name, language=known_language)
    elif format == "markdown":
        from briefing.formats import markdown

        document = markdown.parse(text, name=name, language=known_language)
    else:
        raise unknown("format", format, FORMATS)
    if not document.sections and document.title is None:
        raise SourceError(f"{name}: no article in it; nothing to brief")
    return document
