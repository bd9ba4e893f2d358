"""Where articles come from: a path, standard input or a URL, to bounded bytes and decoded text."""

import os
from dataclasses import replace

from briefing.source import encodings
from briefing.source.addresses import STDIN_NAME, is_web_address, shown
from briefing.source.content import Source
from briefing.source.files import MAX_BYTES, files_in, read_path, read_stdin

__all__ = ["MAX_BYTES", "STDIN_NAME", "Source", "check_encoding", "files_in", "is_web_address", "read", "shown"]


def read(path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
    """Return the source at a path or an http or https address, or standard input for '-', for `parse` or `summarize`.

    Args:
        path: where it is.
        encoding: what its text is in, by any name: 'utf-8', 'windows-1252'; None to find it out.

    Raises:
        SourceError: it cannot be read or is too large: 50 MB, or 20 MB from the web.
        UsageError: no such encoding is known.
    """
    asked = encodings.named(encoding) if encoding else None
    if path == "-":
        source = read_stdin()
    elif isinstance(path, str) and is_web_address(path):
        from briefing.source import web

        source = web.fetch(path)
    else:
        source = read_path(path)
    return replace(source, asked_encoding=asked) if asked else source


def check_encoding(name: str | None) -> None:
    """Raise a UsageError unless this is the name of an encoding, or None."""
    if name:
        encodings.named(name)
