"""The XML inside documents made a tree; nothing outside it is read, and it has no entities of its own."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from briefing.readers.archive import BrokenArchiveError
from briefing.readers.limits import MAX_BLOCKS, LimitError

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


def tree(xml: bytes) -> Any:
    """Return the root of the tree of some XML; an empty element where there is none."""
    if xml.count(b":p>") + xml.count(b":h>") > 2 * MAX_BLOCKS:
        raise LimitError(f"more than {MAX_BLOCKS:,} paragraphs")
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
