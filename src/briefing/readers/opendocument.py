"""OpenDocument texts: the paragraphs of their content, and what stands at the head and foot of pages."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefing.blocks import TITLE, Reading
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers.archive import Archive, attributes, first_text, name, tree
from briefing.readers.formulas import formula
from briefing.readers.office import PARENT, OfficeText, Place, Style, reading, said_by

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
_NOT_READ = "text:ruby-text"  # How a word is read aloud, which says again what stands beside it
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
    text.read(tree(archive.find("styles.xml")))
    text.read(tree(archive.read("content.xml")))
    archive.count_text(text.length)
    title = first_text(archive.find("meta.xml"), "title")
    return reading(text.found, title=title)


def _formula(archive: Archive, member: str) -> str:
    """Return a formula, which is a document of its own; '' for any other object."""
    xml = archive.find(posixpath.normpath(f"{member}/content.xml"))
    return formula(tree(xml)) if b"MathML" in xml[:1000] else ""


class _OdtText(OfficeText):
    """Takes down the paragraphs of a text, part by part."""

    def __init__(self, formula: Callable[[str], str]) -> None:
        super().__init__()
        self._formula = formula
        self._said = {identity: dict(said) for identity, said in _STYLES.items()}
        self._known: dict[str, dict[str, Any]] = {}

    def read(self, root: Any) -> None:
        """Take down the styles of a part, and then its text."""
        for style in root.iter("{*}style", "{*}default-style"):
            self._define(attributes(style), attributes(style.find("{*}text-properties")))
        self._known.clear()
        self._inside(root, Place())

    def _inside(self, element: Any, place: Place) -> None:
        self._write(element.text or "", place)
        for child in element:
            self._element(child, place)
            self._write(child.tail or "", place)

    def _element(self, element: Any, place: Place) -> None:
        kind, told = name(element.tag), attributes(element)
        if kind in ("text:p", "text:h"):
            self._paragraph(element, told, place)
        elif kind == "text:span":
            said = self._style(told)
            style = replace(place.style, **{key: said[key] for key in ("bold", "size") if key in said})
            hidden = place.style.hidden or said.get("hidden", False)
            self._inside(element, place._replace(style=replace(style, hidden=hidden)))
        elif kind in _ASIDES:
            is_hidden = told.get("display") == "none" or told.get("is-hidden") == "true"
            aside = _ASIDES[kind] or ("hidden text" if is_hidden else "")
            self._inside(element, self._beside(place, aside))
        elif kind in _SPACES:
            self._write(" ", place)
        elif kind == "drawing:object":
            self._write_formula(self._formula(told.get("href", "")), place)
        elif kind != _NOT_READ:
            self._inside(element, place._replace(is_item=place.is_item or kind == "text:list-item"))

    def _paragraph(self, element: Any, told: Mapping[str, str], place: Place) -> None:
        style = Style(**self._style(told))
        paragraph = self._open(style, place)
        if element.tag.endswith("}h") and paragraph.level != TITLE:
            level = told.get("outline-level", "")
            paragraph.level = int(level) if level.isdecimal() and len(level) < 3 else 1
        self._inside(element, place._replace(paragraph=paragraph, style=style, aside=""))
        self._close(paragraph)

    def _define(self, told: Mapping[str, str], print_: Mapping[str, str]) -> None:
        """Take note of what a style says, or what paragraphs are where no style says more."""
        if "family" in told and "name" not in told:
            said = self._said[""] if told["family"] == "paragraph" else {}
        else:
            identity = told.get("name", "")
            said = self._said[identity] = _STYLES.get(identity, {}) | {PARENT: told.get("parent-style-name", "")}
        if "font-weight" in print_:
            said["bold"] = print_["font-weight"] in ("bold", "600", "700", "800", "900")
        if "display" in print_:
            said["hidden"] = print_["display"] == "none"
        if size := _SIZE.match(print_.get("font-size", "")):
            key, unit = ("size", 1) if size[2] == "pt" else ("scale", 100)
            said[key] = float(size[1]) / unit

    def _style(self, told: Mapping[str, str]) -> dict[str, Any]:
        identity = told.get("style-name", "")
        if identity not in self._known:
            self._known[identity] = said_by(identity, self._said)
        return self._known[identity]
