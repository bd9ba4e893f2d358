"""The styles of a Word document: what each makes of a paragraph or a run, by itself or by what it is based on."""

from collections.abc import Mapping
from typing import Any

from briefing.patterns import regex
from briefing.readers.office import NO_STYLE, PARENT, Style, said_by, told_by_name
from briefing.readers.xml_events import tell

_OUTLINE_LEVELS = frozenset("012345678")
_SIZE = regex(r"(\d{1,6}(?:\.\d{1,3})?)(pt)?\Z")
_OFF = frozenset({"0", "false", "off"})


def is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether a property that is there or not is there: it may say that it is not."""
    return attributes.get("w:val") not in _OFF


def outline_level(attributes: Mapping[str, str]) -> int | None:
    """Return the depth of a heading that an outline level says; None is that of text."""
    value = attributes.get("w:val", "")
    return int(value) + 1 if value in _OUTLINE_LEVELS else None


def points(attributes: Mapping[str, str]) -> float:
    """Return the size of print that is given in half points, or in points that are named so."""
    size = _SIZE.match(attributes.get("w:val", ""))
    return float(size[1]) / (1 if size[2] else 2) if size else NO_STYLE.size


class _Styles:
    """Takes down what a part of styles says of each."""

    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {"": {}}
        self.usual = ""
        self._of: dict[str, Any] = self.said[""]
        self._unread = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._unread or name == "w:tblStylePr":  # What it makes of some cells of a table.
            self._unread += 1
        elif name == "w:style":
            identity = attributes.get("w:styleId", "")
            self._of = self.said[identity] = {}
            if attributes.get("w:type") == "paragraph" and attributes.get("w:default", "0") not in _OFF:
                self.usual = identity
        elif name in ("w:name", "w:basedOn"):
            self._of["name" if name == "w:name" else PARENT] = attributes.get("w:val", "")
        elif name == "w:outlineLvl":
            self._of["level"] = outline_level(attributes)
        elif name == "w:sz":
            self._of["size"] = points(attributes)
        elif name in ("w:b", "w:vanish"):
            self._of["bold" if name == "w:b" else "hidden"] = is_on(attributes)

    def end(self, name: str) -> None:  # noqa: ARG002 - every handler is called so
        self._unread -= bool(self._unread)

    def data(self, text: str) -> None:
        """Take no text: there is none in styles."""


def styles(xml: bytes) -> dict[str, Style]:
    """Return the styles that a part defines, by identity; that of '' is what a document has without one."""
    taken = _Styles()
    if xml:
        tell(xml, taken)
    for said in taken.said.values():
        said |= told_by_name(said.pop("name", ""))
    found = {identity: Style(**said_by(identity, taken.said)) for identity in taken.said}
    return found | {"": found[taken.usual]}
