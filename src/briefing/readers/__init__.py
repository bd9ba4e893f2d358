"""From a source's bytes to blocks with what their format says of them: a module a format.

Formats whose lines a reader can count (text, Markdown, notebooks, reStructuredText, Org) keep them: the reading's
text is the source's. Those of the others count the blocks of the article; see `readings`.
"""

from importlib import import_module

from briefing.blocks import Reading
from briefing.errors import BriefingError, InternalError, SourceError, UsageError, unknown
from briefing.readers.limits import BrokenError, LimitError, check_brief
from briefing.readers.sniff import BINARY, SUFFIXES, detect, unpacked
from briefing.source import Source

__all__ = ["BINARY", "FORMATS", "SUFFIXES", "check_format", "detect", "read", "read_text"]

_TEXTUAL = {"text": "plaintext", "markdown": "commonmark", "ipynb": "notebook"}
_TEXTUAL |= {name: name for name in ("rst", "org", "mediawiki", "html", "subtitles")}
_BINARY = dict(zip(BINARY, ("word", "opendocument", "epub", "rtf", "pdf", "mail", "feed"), strict=True))

FORMATS = (*_TEXTUAL, *_BINARY)
"""The names of the formats that can be read."""


def check_format(format: str | None) -> None:
    """Raise a UsageError unless this is the name of a format, or None."""
    if format is not None and format not in FORMATS:
        raise unknown("format", format, FORMATS)


def read(source: Source, *, format: str | None = None, name: str | None = None) -> Reading:
    """Return the reading of a source, in the named format or the one that it is found to be in.

    Raises:
        UsageError: the format is not known.
        SourceError: it cannot be read: it is broken, encrypted or too large.
    """
    name = name or source.name
    check_format(format)
    source = unpacked(source)
    kind = format or detect(source)
    if kind not in _BINARY:
        reading = read_text(source.text, format=kind, name=name)
        return reading._replace(doubts=(*source.doubts, *reading.doubts))
    return _ask(_BINARY[kind], source.data, kind, name)


def read_text(text: str, *, format: str, name: str) -> Reading:
    """Return the reading of a text in the named format, as `read` does."""
    check_format(format)
    if format in _BINARY:
        raise UsageError(f"{format!r} is read from a file, not from a text; give what briefing.read gives")
    return _ask(_TEXTUAL[format], text, format, name)


def _ask(module: str, content: str | bytes, format: str, name: str) -> Reading:
    reader = import_module(f"{__name__}.{module}")
    try:
        reading: Reading = reader.read(content, name=name)
        check_brief(reading)
    except BriefingError:
        raise
    except LimitError as error:
        raise SourceError(f"{name}: {error}; split it, and brief the parts") from None
    except BrokenError as error:
        raise SourceError(f"{name}: a broken {format} file ({type(error).__name__}); save it again") from error
    except MemoryError as error:
        raise SourceError(f"{name}: too large for the memory that is left; split it, and brief the parts") from error
    except OSError as error:
        raise SourceError(f"{name}: cannot be read now: {error.strerror or error}; try again") from error
    except Exception as error:
        raise InternalError.of(name, error) from error
    return reading
