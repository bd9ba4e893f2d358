"""Where articles come from: a path, standard input or a URL, to bounded bytes and decoded text."""

import os

from briefing.source.content import Source
from briefing.source.files import MAX_BYTES, STDIN_NAME, read_path, read_stdin

__all__ = ["MAX_BYTES", "STDIN_NAME", "Source", "read"]


def read(path: str | os.PathLike[str]) -> Source:
    """Give the source at a path or an http or https address, or standard input for '-', for `parse` or `summarize`.

    Raises:
        SourceError: it cannot be read or is too large: 50 MB, or 20 MB from the web.
    """
    if path == "-":
        return read_stdin()
    if isinstance(path, str) and path.lower().startswith(("http://", "https://")):
        from briefing.source import web

        return web.fetch(path)
    return read_path(path)
