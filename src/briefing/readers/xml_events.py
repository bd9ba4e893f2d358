"""The XML inside documents: each element is told to a handler as it comes, so that no tree is ever built."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from briefing.readers.limits import MAX_BLOCKS, LimitError

_SEPARATOR = "|"
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    **{
        f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": name
        for name in ("office", "text", "style", "table", "drawing", "manifest")
    },
}
"""What each namespace is called here, whatever prefix a file has for it."""


class Handler(Protocol):
    """What elements are told to: `name` is like 'w:p', with the prefixes of `_NAMESPACES`."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element begins."""

    def end(self, name: str) -> None:
        """Take note that an element ends."""

    def data(self, text: str) -> None:
        """Take a stretch of text."""


class _Names(dict[str, str]):
    """What elements and attributes are called here, by what the parser calls them."""

    def __missing__(self, full: str) -> str:
        space, _, local = full.rpartition(_SEPARATOR)
        self[full] = f"{_NAMESPACES.get(space, '?')}:{local}" if space else local
        return self[full]


def tell(xml: bytes, handler: Handler) -> None:
    """Tell a handler the elements and text of some XML; nothing outside it is read, own entities are refused."""
    if xml.count(b":p>") + xml.count(b":h>") > 2 * MAX_BLOCKS:
        raise LimitError(f"more than {MAX_BLOCKS:,} paragraphs")
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    names = _Names()
    start, end = handler.start, handler.end
    parser.StartElementHandler = lambda full, attributes: start(
        names[full], {names[key]: value for key, value in attributes.items()} if attributes else attributes
    )
    parser.EndElementHandler = lambda full: end(names[full])
    parser.CharacterDataHandler = handler.data
    parser.EntityDeclHandler = parser.SkippedEntityHandler = _refuse_entities
    try:
        parser.Parse(xml, True)
    except LookupError as error:
        if type(error) is not LookupError:  # a fault of the handler's
            raise
        raise expat.ExpatError(str(error)) from error


def _refuse_entities(*_: object) -> None:
    raise LimitError("declares entities, which no document needs")


class _Gathering:
    """Gathers the attributes and the text of elements of some names."""

    def __init__(self, names: frozenset[str]) -> None:
        self.found: list[Gathered] = []
        self._names = names
        self._within = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element, if it is wanted."""
        self._within += bool(self._within)
        local = name.rpartition(":")[2]
        if local in self._names:
            self.found.append((local, attributes, []))
            self._within = 1

    def end(self, name: str) -> None:  # noqa: ARG002 - every handler is called so
        """Take note that an element ends."""
        self._within -= bool(self._within)

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if self._within:
            self.found[-1][2].append(text)


Gathered = tuple[str, Mapping[str, str], list[str]]
"""An element: its name without a prefix, its attributes, and its text in stretches."""


def gather(xml: bytes, *names: str) -> list[Gathered]:
    """Return the elements of some names, given without a prefix, in order; none where there is no XML."""
    gathering = _Gathering(frozenset(names))
    if xml:
        tell(xml, gathering)
    return gathering.found


def first_text(xml: bytes, name: str) -> str | None:
    """Return the text of the first element of a name, given without a prefix."""
    return next(("".join(text) for *_, text in gather(xml, name)), None)
