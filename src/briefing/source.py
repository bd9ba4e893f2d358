"""Where articles come from: a path or standard input, to bounded bytes and decoded text."""

import codecs
import errno
import os
import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from briefing.errors import SourceError

MAX_BYTES = 50_000_000
"""A larger source is refused: it is no article, and memory has an end."""

STDIN_NAME = "standard input"
"""What standard input is called wherever a source is named."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Source:
    """What was read, before it is understood."""

    name: str
    """What people call it: the path as given, or 'standard input'."""
    data: bytes
    """Its bytes, at most `MAX_BYTES`."""

    @cached_property
    def encoding(self) -> str:
        """The encoding of its text: 'utf-8', what a byte order mark says, or the likeliest older one.

        Raises:
            SourceError: the bytes are not text.
        """
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self.data.startswith(mark):
                return encoding
        if b"\0" in self.data:
            raise SourceError(f"{self.name}: binary data, not text; give the article as plain text or Markdown")
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return self._guess_encoding()
        return "utf-8"

    @cached_property
    def text(self) -> str:
        """Its text without a byte order mark; line ends as they are.

        Raises:
            SourceError: the bytes are not text, or there is nothing but white space.
        """
        text = self.data.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        if not text.strip():
            raise SourceError(f"{self.name}: no text in it; nothing to brief")
        return text

    def _guess_encoding(self) -> str:
        from charset_normalizer import from_bytes

        # A sample decides: the guess costs a millisecond a kilobyte.
        best = from_bytes(self.data[:65_536]).best()
        if best is None:
            raise SourceError(f"{self.name}: not text in any known encoding; convert it to UTF-8 first")
        return best.encoding


def read(path: str | os.PathLike[str]) -> Source:
    """Give the source at `path`; '-' is standard input.

    Raises:
        SourceError: it cannot be read, or is larger than `MAX_BYTES`.
    """
    if path == "-":
        return Source(STDIN_NAME, _read_stdin())
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            if stat.S_ISREG(mode := os.fstat(file.fileno()).st_mode) and os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise _too_large(name)
            if stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            return Source(name, _read_bounded(file, name))
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: {_reason(error)}") from error


def _read_stdin() -> bytes:
    # Python leaves sys.stdin None when the descriptor is closed.
    if sys.stdin is None:
        raise SourceError(f"{STDIN_NAME}: it is closed; give a file, or pipe the article in")
    try:
        return _read_bounded(sys.stdin.buffer, STDIN_NAME)
    except OSError as error:
        raise SourceError(f"{STDIN_NAME}: {_reason(error)}") from error


def _read_bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return data


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
