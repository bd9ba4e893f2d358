"""Zip archives that may mean harm, and the XML in them: bounded before and while it is unpacked, without entities."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from lxml import etree

from briefing.errors import SourceError
from briefing.readers import limits
from briefing.readers.limits import BrokenError, LimitError, check_count

_MAX_DIRECTORY = 100 * limits.MAX_MEMBERS  # Bytes of an archive's list of members.
_END_OF_DIRECTORY = b"PK\x05\x06"
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    **{
        f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": name
        for name in ("office", "text", "style", "table", "drawing")
    },
}
"""What each namespace is called here, whatever prefix a file has for it."""


class BrokenArchiveError(BrokenError):
    """An archive cannot be unpacked, lacks what its kind of document is made of, or has broken XML in it."""


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
        check_count(self._elements, limits.MAX_ELEMENTS, "elements of markup")
        return data

    def find(self, member: str) -> bytes:
        """Return a member's bytes as `read` does, but none where there is no such member."""
        return self.read(member) if member in self._zip.NameToInfo else b""

    def count_text(self, characters: int) -> None:
        """Take note of so many characters of text; refuse more, all in all, than prose can be packed to."""
        self._text += characters
        if self._text > max(limits.SMALL_TEXT, limits.MAX_TEXT_RATIO * self._packed):
            raise LimitError(f"holds more than {limits.MAX_TEXT_RATIO} times as much text as its size")


def tree(xml: bytes) -> Any:
    """Return the root of the tree of some XML; an empty element where there is none."""
    check_count((xml.count(b":p>") + xml.count(b":h>")) / 2, limits.MAX_BLOCKS, "paragraphs")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml or b"<none/>", parser)
    except etree.XMLSyntaxError as error:
        raise BrokenArchiveError(str(error)) from error
    declared = root.getroottree().docinfo.internalDTD
    if (declared is not None and any(declared.iterentities())) or any(root.iter(etree.Entity)):
        raise LimitError("declares entities, which no document needs")
    return root


@lru_cache(maxsize=1_000)
def name(tag: str) -> str:
    """Return what an element with a tag is called here, as 'w:p'."""
    called = etree.QName(tag)
    return f"{_NAMESPACES.get(called.namespace, '?')}:{called.localname}"


def attributes(element: Any) -> dict[str, str]:
    """Return the attributes of an element by their names without a namespace; none where there is no element."""
    return {} if element is None else {etree.QName(key).localname: value for key, value in element.items()}


def gather(xml: bytes, *names: str) -> Iterator[Any]:
    """Yield the elements of some names, given without a namespace, in order."""
    yield from tree(xml).iter(*(f"{{*}}{local}" for local in names))


def first_text(xml: bytes, local: str) -> str | None:
    """Return the text of the first element of a name, given without a namespace."""
    return next(("".join(found.itertext()) for found in gather(xml, local)), None)
