"""From a source to a Document, a module a format.

Formats whose lines a reader can count (text, Markdown, reStructuredText, Org) keep them: the document's text is the
source's. Those of the others count the blocks of the article; see `flow`.
"""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from briefing import language as languages
from briefing.document import Document
from briefing.errors import SourceError, UsageError, unknown
from briefing.formats.detection import BINARY, detect
from briefing.source import Source

if TYPE_CHECKING:
    from briefing.formats.flow import Flow

__all__ = ["BINARY", "FORMATS", "check_format", "detect", "parse", "read"]

_LINED = {"text": "plaintext", "markdown": "markdown", "ipynb": "markdown", "rst": "rst", "org": "org"}
_BINARY = {
    "docx": ("office", "read_docx"),
    "odt": ("office", "read_odt"),
    "epub": ("epub", "read"),
    "rtf": ("rtf", "read"),
    "pdf": ("pdf", "read"),
}

FORMATS = (*_LINED, "html", *_BINARY)
"""The names of the formats that can be read."""


def check_format(format: str | None) -> None:
    """Do nothing for the name of a format, or None.

    Raises:
        UsageError: no such format is known.
    """
    if format is not None and format not in FORMATS:
        raise unknown("format", format, FORMATS)


def read(source: Source, *, format: str | None = None, name: str | None = None, language: str) -> Document:
    """Give the document of a source, in the named format or the one that it is found to be in.

    Raises:
        UsageError: the format or the language is not known.
        SourceError: there is no article in it, or it is broken, encrypted or too large.
    """
    name = name or source.name
    check_format(format)
    languages.check(language)
    kind = format or detect(source)
    if kind not in _BINARY:
        return parse(source.text, format=kind, name=name, language=language)
    module, function = _BINARY[kind]
    return _flowing(lambda: getattr(_module(module), function)(source.data, name=name), kind, name, language)


def parse(text: str, *, format: str, name: str, language: str) -> Document:
    """Give the document of a text in the named format; `language` may be 'auto'.

    Raises:
        UsageError: the format or the language is not known, or the format is not one of text.
        SourceError: there is no article in the text, neither a sentence nor a heading.
    """
    check_format(format)
    languages.check(language)
    if format in _BINARY:
        raise UsageError(f"{format!r} is read from a file, not from a text; give what briefing.read gives")
    if format == "html":
        return _flowing(lambda: _module("html").read(text, name=name), format, name, language)
    if format == "ipynb":
        text = _module("notebook").marked(text, name=name)
    document: Document = _module(_LINED[format]).parse(text, name=name, language=_resolve(language, text))
    return _with_article(document)


def _flowing(reader: Callable[[], "Flow"], format: str, name: str, language: str) -> Document:
    from briefing.formats import flow

    try:
        found = reader()
    except SourceError:
        raise
    except Exception as error:  # What strangers wrote breaks the libraries that read it in every way there is.
        raise SourceError(f"{name}: a broken {format} file ({type(error).__name__}); save it again") from error
    return _with_article(flow.document(found, name=name, language=_resolve(language, flow.text(found))))


def _with_article(document: Document) -> Document:
    if not document.sections and document.title is None:
        raise SourceError(f"{document.name}: no article in it; nothing to brief")
    return document


def _resolve(language: str, text: str) -> str:
    if language.strip().lower() != languages.AUTO:
        return languages.find(language).name
    from briefing import detection

    return detection.detect(text).language


def _module(name: str) -> ModuleType:
    return import_module(f"briefing.formats.{name}")
