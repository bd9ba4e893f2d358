"""Where articles come from: a path, standard input or a URL, to bounded bytes and decoded text."""

import os

from briefing.source.content import Source
from briefing.source.files import MAX_BYTES, STDIN_NAME, read_path, read_stdin

__all__ = ["MAX_BYTES", "STDIN_NAME", "Source", "read"]


def read(source: str | os.PathLike[str]) -> Source:
    """Give the source at a path or an http or https address; '-' is standard input.

    Raises:
        SourceError: it cannot be read, or is too large.
    """
    if source == "-":
        return read_stdin()
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        from briefing.source import urls

        return urls.fetch(source)
    return read_path(source)
