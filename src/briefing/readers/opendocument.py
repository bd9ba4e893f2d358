"""OpenDocument texts: the paragraphs of their content, and what stands at the head and foot of pages."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefing.blocks import TITLE, Reading
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers.archive import BROKEN as BROKEN
from briefing.readers.archive import Archive
from briefing.readers.formulas import Formula
from briefing.readers.office import NO_STYLE, PARENT, OfficeText, Style, reading, said_by
from briefing.readers.xml_events import first_text, tell

_ASIDES = {
    "table:table": "table",
    "drawing:text-box": "text box",
    "office:annotation": "comment",
    "text:note": "note",
    "text:tracked-changes": "deleted text",
    **dict.fromkeys((f"text:{what}-index" for what in ("illustration", "table", "object")), "contents"),
    "text:table-of-content": "contents",
    **dict.fromkeys(("text:user-index", "text:alphabetical-index"), "index"),
    "text:bibliography": "reference",
    **{f"style:{what}{which}": what for what in ("header", "footer") for which in ("", "-left", "-first")},
    **dict.fromkeys(("svg:title", "svg:desc"), "description"),
    **dict.fromkeys(("text:section", "text:hidden-text"), ""),  # They may be hidden.
}
_CONTAINERS = frozenset(("table:table", "drawing:text-box"))
_NOT_READ = "text:ruby-text"
"""How a word is read aloud, which says again what stands beside it."""
_SPACES = frozenset(("text:s", "text:tab", "text:line-break"))
_STYLES: dict[str, dict[str, Any]] = {
    "": {},
    "Title": {"level": TITLE},
    **{f"Heading_20_{level}": {"level": level} for level in range(1, 10)},
    **{name: {"aside": "caption"} for name in ("Caption", "Illustration", "Figure", "Drawing", "Table")},
}
"""What styles say by their names, which no program translates."""
_SIZE = regex(r"(\d{1,6}(?:\.\d{1,3})?)(pt|%)\Z")


def read(data: bytes, *, name: str) -> Reading:
    """Return the text of an OpenDocument text; tables, notes, indexes, deletions and hidden text stand aside."""
    archive = Archive(data, name=name)
    if b"encryption-data" in archive.find("META-INF/manifest.xml"):
        raise SourceError(f"{name}: encrypted; open it with its password, and save it without")
    text = _OdtText(lambda member: _formula(archive, member))
    for member in ("styles.xml", "content.xml"):
        if (xml := archive.find(member)) or member == "content.xml":
            tell(xml, text)
    archive.count_text(text.length)
    title = first_text(archive.find("meta.xml"), "title")
    return reading(text.found, title=title)


def _level(given: str) -> int:
    return int(given) if given.isdecimal() and len(given) < 3 else 1


def _formula(archive: Archive, member: str) -> str:
    """Return a formula, which is a document of its own; '' for any other object."""
    xml = archive.find(posixpath.normpath(f"{member}/content.xml"))
    if b"MathML" not in xml[:1000]:
        return ""
    formula = Formula()
    tell(xml, formula)
    return formula.text()


class _OdtText(OfficeText):
    """Takes down the paragraphs of a text as it is told, and first its styles."""

    def __init__(self, formula: Callable[[str], str]) -> None:
        super().__init__()
        self._formula = formula
        self._said = {identity: dict(said) for identity, said in _STYLES.items()}
        self._of = self._said[""]
        self._known: dict[str, dict[str, Any]] = {}
        self._items = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element begins."""
        if self._unread or name == _NOT_READ:
            self._unread += 1
        elif name.startswith("style:") and name not in _ASIDES:
            self._define(name, attributes)
        elif name in ("text:p", "text:h"):
            self._begin(name, attributes)
        elif name == "text:span":
            self._open_run(self._style(attributes))
        elif name in _ASIDES:
            is_hidden = attributes.get("text:display") == "none" or attributes.get("text:is-hidden") == "true"
            aside = _ASIDES[name] or ("hidden text" if is_hidden else "")
            self._stand_aside(aside, is_container=name in _CONTAINERS)
        elif name == "text:list-item":
            self._items += 1
        elif name in _SPACES:
            self._write(" ")
        elif name == "drawing:object":
            self._write_formula(self._formula(attributes.get("xlink:href", "")))

    def end(self, name: str) -> None:
        """Take note that an element ends."""
        if self._unread:
            self._unread -= 1
        elif name in ("text:p", "text:h"):
            self._close_paragraph()
        elif name == "text:span":
            self._runs.pop()
        elif name in _ASIDES:
            self._asides.pop()
            self._depth -= name in _CONTAINERS
        elif name == "text:list-item":
            self._items -= 1

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if not self._unread:
            self._write(text)

    def _define(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style:style":
            identity = attributes.get("style:name", "")
            self._known.pop(identity, None)
            parent = {PARENT: attributes.get("style:parent-style-name", "")}
            self._of = self._said[identity] = _STYLES.get(identity, {}) | parent
        elif name == "style:default-style":
            self._of = self._said[""] if attributes.get("style:family") == "paragraph" else {}
        elif name == "style:text-properties":
            self._describe(attributes)

    def _describe(self, attributes: Mapping[str, str]) -> None:
        if "fo:font-weight" in attributes:
            self._of["bold"] = attributes["fo:font-weight"] in ("bold", "600", "700", "800", "900")
        if "text:display" in attributes:
            self._of["hidden"] = attributes["text:display"] == "none"
        if size := _SIZE.match(attributes.get("fo:font-size", "")):
            key, unit = ("size", 1) if size[2] == "pt" else ("scale", 100)
            self._of[key] = float(size[1]) / unit

    def _style(self, attributes: Mapping[str, str]) -> dict[str, Any]:
        identity = attributes.get("text:style-name", "")
        if identity not in self._known:
            self._known[identity] = said_by(identity, self._said)
        return self._known[identity]

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        style = Style(**self._style(attributes))
        paragraph = self._open_paragraph(style, is_item=self._items > 0)
        if name == "text:h" and style.level != TITLE:
            paragraph.level = _level(attributes.get("text:outline-level", ""))

    def _open_run(self, said: Mapping[str, Any]) -> None:
        outer = self._runs[-1] if self._runs else NO_STYLE
        fields = {key: said[key] for key in ("bold", "size") if key in said}
        self._runs.append(replace(outer, **fields, hidden=outer.hidden or said.get("hidden", False)))
