"""Zip archives that may mean harm: what is unpacked is bounded before and while it is unpacked."""

import io
import struct
import zipfile

from briefing.errors import SourceError

MAX_UNPACKED = 60_000_000
"""More bytes than this are not unpacked, all members together."""
_MAX_DIRECTORY = 2_000_000
"""Bytes of an archive's list of members, some 20,000 of them."""
_END_OF_DIRECTORY = b"PK\x05\x06"


class Archive:
    """The members of a zip archive."""

    def __init__(self, data: bytes, *, name: str) -> None:
        end = data.rfind(_END_OF_DIRECTORY, -65_557)
        if end >= 0 and len(data) >= end + 16 and struct.unpack_from("<I", data, end + 12)[0] > _MAX_DIRECTORY:
            raise SourceError(f"{name}: an archive of too many files to be a document")
        self._name = name
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._left = MAX_UNPACKED

    def names(self) -> list[str]:
        """Give the names of its members."""
        return self._zip.namelist()

    def read(self, member: str) -> bytes:
        """Give a member's bytes.

        Raises:
            SourceError: it is encrypted, or too much has been unpacked already.
            KeyError: there is no such member.
        """
        info = self._zip.getinfo(member)
        if info.flag_bits & 1:
            raise SourceError(f"{self._name}: encrypted; open it with its password, and save it without")
        with self._zip.open(info) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise SourceError(f"{self._name}: unpacks to more than {MAX_UNPACKED // 1_000_000} MB; nothing to brief")
        return data
