"""Zip archives that may mean harm: what is unpacked is bounded before and while it is unpacked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.errors import SourceError
from briefing.readers import limits
from briefing.readers.limits import LimitError

_MAX_DIRECTORY = 100 * limits.MAX_MEMBERS
"""Bytes of an archive's list of members."""
_END_OF_DIRECTORY = b"PK\x05\x06"


class BrokenArchiveError(zipfile.BadZipFile):
    """An archive cannot be unpacked, or lacks what its kind of document is made of."""


BROKEN = (BrokenArchiveError,)
"""What a broken archive, or broken XML in it, raises."""


@contextmanager
def _unpacking() -> Iterator[None]:
    """Tell what zipfile raises from what would be our own fault."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, OSError, ValueError) as error:
        raise BrokenArchiveError(str(error)) from error


class Archive:
    """The members of a zip archive."""

    def __init__(self, data: bytes, *, name: str) -> None:
        end = data.rfind(_END_OF_DIRECTORY, -65_557)
        if end >= 0 and len(data) >= end + 16 and struct.unpack_from("<I", data, end + 12)[0] > _MAX_DIRECTORY:
            raise LimitError(f"an archive of too many files to be a document, more than {limits.MAX_MEMBERS:,}")
        self._name = name
        with _unpacking():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._packed = len(data)
        self._unpacked = 0
        self._elements = 0
        self._text = 0

    def names(self) -> frozenset[str]:
        """Return the names of its members."""
        return frozenset(self._zip.NameToInfo)

    def read(self, member: str) -> bytes:
        """Return a member's bytes.

        Raises:
            SourceError: it is encrypted.
            LimitError: too much has been unpacked already, this included.
            BrokenArchiveError: there is no such member, or it is broken.
        """
        with _unpacking():
            info = self._zip.getinfo(member)
        if info.flag_bits & 1:
            raise SourceError(f"{self._name}: encrypted; open it with its password, and save it without")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise SourceError(f"{self._name}: packed as no document is; save it again")
        self._unpacked += info.file_size  # No more than it says is ever unpacked.
        if self._unpacked > limits.MAX_UNPACKED:
            raise LimitError(f"unpacks to more than {limits.MAX_UNPACKED // 1_000_000} MB")
        if self._unpacked > max(limits.SMALL_UNPACKED, limits.MAX_RATIO * self._packed):
            raise LimitError(f"unpacks to more than {limits.MAX_RATIO} times its size")
        with _unpacking(), self._zip.open(info) as file:
            data = file.read(info.file_size)
        self._elements += data.count(b"<") // 2
        if self._elements > limits.MAX_ELEMENTS:
            raise LimitError(f"more than {limits.MAX_ELEMENTS:,} elements of markup")
        return data

    def find(self, member: str) -> bytes:
        """Return a member's bytes as `read` does, but none where there is no such member."""
        return self.read(member) if member in self._zip.NameToInfo else b""

    def count_text(self, characters: int) -> None:
        """Take note of so many characters of text; refuse more, all in all, than prose can be packed to."""
        self._text += characters
        if self._text > max(limits.SMALL_TEXT, limits.MAX_TEXT_RATIO * self._packed):
            raise LimitError(f"holds more than {limits.MAX_TEXT_RATIO} times as much text as its size")
