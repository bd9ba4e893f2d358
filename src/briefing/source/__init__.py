"""Where articles come from: a path, standard input or a URL, to bounded bytes and decoded text."""

import errno
import os
import re
import stat
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.source import encodings
from briefing.source.content import STDIN_NAME, Source, is_web_address, shown

__all__ = ["MAX_BYTES", "STDIN_NAME", "Source", "check_encoding", "files_in", "is_web_address", "read", "shown"]

MAX_BYTES = 50_000_000
"""A larger source is refused: it is no article, and memory has an end."""

_HOST = regex(r"(?:www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|info|edu|gov|io|de|fr|es|uk|eu)(?:/|\Z))", re.IGNORECASE)
"""What an address opens with whose scheme was forgotten."""
_PIECE = 65_536
"""Bytes read at once. Making room for all that might come takes so long that an interrupt gets lost meanwhile."""


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
        source = _read_stdin()
    elif isinstance(path, str) and is_web_address(path):
        from briefing.source import web

        source = web.fetch(path)
    else:
        source = _read_path(path)
    return replace(source, asked_encoding=asked) if asked else source


def check_encoding(name: str | None) -> None:
    """Raise a UsageError unless this is the name of an encoding, or None."""
    if name:
        encodings.named(name)


def _read_path(path: str | os.PathLike[str]) -> Source:
    """Return the source at `path`: a file, a pipe or a device."""
    name = shown(os.fsdecode(path))
    if not name:
        raise SourceError("a source without a name; name a file")
    try:
        with Path(path).open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _too_large(name)
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            return Source(name, _read_bounded(file, name))
    except (OSError, ValueError) as error:
        is_address = isinstance(error, FileNotFoundError) and _HOST.match(name)
        hint = f"; for a web page write https://{name}" if is_address else ""
        raise SourceError(f"{name}: {_reason(error)}{hint}") from error


def files_in(directory: str, suffixes: Collection[str], *, recursive: bool = False) -> list[str]:
    """Return the files in a directory, or below it too, of names with some suffixes that are not hidden, in order."""
    found: list[str] = []
    for folder, below, names in os.walk(directory):
        below[:] = sorted(name for name in below if recursive and not name.startswith("."))
        readable = (name for name in names if not name.startswith(".") and name.lower().endswith(tuple(suffixes)))
        found += [os.path.join(folder, name) for name in sorted(readable)]
    return found


def _read_stdin() -> Source:
    """Return standard input."""
    # Python leaves sys.stdin None when the descriptor is closed.
    if sys.stdin is None:
        raise SourceError(f"{STDIN_NAME}: it is closed; give a file, or pipe the article in")
    try:
        return Source(STDIN_NAME, _read_bounded(sys.stdin.buffer, STDIN_NAME))
    except OSError as error:
        raise SourceError(f"{STDIN_NAME}: {_reason(error)}") from error


def _read_bounded(file: BinaryIO, name: str) -> bytes:
    pieces, size = [], 0
    while size <= MAX_BYTES and (piece := file.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    if size > MAX_BYTES:
        raise _too_large(name)
    return b"".join(pieces)


def _too_large(name: str) -> SourceError:
    return SourceError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB; split it, and brief the parts")


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file; check the path"
        case IsADirectoryError():
            return "a directory with no file in it that can be read; name the files, or go down with -R"
        case PermissionError():
            return "no permission to read it; check its mode and owner"
        case OSError(strerror=str(words)):
            return f"{words.lower()}; check the path"
        case _:
            return f"not a path that can be opened ({error})"
