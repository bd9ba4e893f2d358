"""Paths and standard input."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError
from briefing.source.addresses import STDIN_NAME, shown
from briefing.source.content import Source

MAX_BYTES = 50_000_000
"""A larger source is refused: it is no article, and memory has an end."""

_PIECE = 65_536
"""Bytes read at once. Making room for all that might come takes so long that an interrupt gets lost meanwhile."""


def read_path(path: str | os.PathLike[str]) -> Source:
    """Give the source at `path`: a file, a pipe or a device.

    Raises:
        SourceError: it cannot be read, or is larger than `MAX_BYTES`.
    """
    name = shown(os.fsdecode(path))
    try:
        with Path(path).open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
                raise _too_large(name)
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            return Source(name, _read_bounded(file, name))
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: {_reason(error)}") from error


def read_stdin() -> Source:
    """Give standard input.

    Raises:
        SourceError: it is closed, cannot be read, or is larger than `MAX_BYTES`.
    """
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
            return "a directory; name the files in it"
        case PermissionError():
            return "no permission to read it; check its mode and owner"
        case OSError(strerror=str(words)):
            return f"{words.lower()}; check the path"
        case _:
            return f"not a path that can be opened ({error})"
