"""Word documents (Office Open XML): the paragraphs of their main part, and what stands in their other parts."""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from briefing.blocks import Reading
from briefing.patterns import regex
from briefing.readers.archive import BROKEN as BROKEN
from briefing.readers.archive import Archive
from briefing.readers.formulas import Formula
from briefing.readers.office import (
    NO_STYLE,
    PARENT,
    OfficeParagraph,
    OfficeText,
    Style,
    reading,
    said_by,
    told_by_name,
)
from briefing.readers.xml_events import first_text, gather, tell

_SIZE = regex(r"(\d{1,6}(?:\.\d{1,3})?)(pt)?\Z")
_OFF = frozenset({"0", "false", "off"})
_ASIDES = {
    "w:tbl": "table",
    "w:txbxContent": "text box",
    "w:comment": "comment",
    "w:hdr": "header",
    "w:ftr": "footer",
    **dict.fromkeys(("w:moveFrom", "w:del"), "deleted text"),
    **dict.fromkeys(("w:footnote", "w:endnote"), "note"),
    "w:sdt": "",  # Its properties may say more.
}
_CONTAINERS = frozenset(("w:tbl", "w:txbxContent"))
_NOTES = {"w:footnote": "footnotes", "w:endnote": "endnotes", "w:comment": "comments"}
"""The parts that notes stand in, and what a note is called there and, with 'Reference', where it belongs."""
_USUAL_PARTS = {kind: [f"word/{kind}.xml"] for kind in ("styles", *_NOTES.values())}
_NOT_READ = frozenset(("mc:Fallback", "w:rt", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:sectPrChange"))
"""What says again what stands beside it, for old programs or as it is read aloud; and what was so before."""
_CODE = regex(r"[0-9A-Fa-f]{1,4}\Z")
_CONTENT = frozenset(("w:p", "w:r", "w:t", "w:delText", "m:oMath"))
_PARAGRAPH_PROPERTIES = frozenset(
    ("w:pPr", "w:pStyle", "w:outlineLvl", "w:numPr", "w:framePr", "w:docPartGallery", "w:showingPlcHdr")
)
_RUN_PROPERTIES = frozenset(("w:rStyle", "w:b", "w:vanish", "w:sz"))
_SIGNS = {"w:tab": " ", "w:br": " ", "w:cr": " ", "w:ptab": " ", "w:noBreakHyphen": "\u2011"}
_SYMBOLS = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x41)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xA0)),
}
"""What the font Symbol has at its codes."""

Notes = dict[str, list[OfficeParagraph]]
"""The paragraphs of notes, each under what refers to it: 'w:footnote 2'."""


def _is_on(attributes: Mapping[str, str]) -> bool:
    """Return whether a property that is there or not is there: it may say that it is not."""
    return attributes.get("w:val") not in _OFF


def _outline_level(attributes: Mapping[str, str]) -> int | None:
    """Return the depth of a heading that an outline level says; None is that of text."""
    value = attributes.get("w:val", "")
    return int(value) + 1 if value in set("012345678") else None


def _points(attributes: Mapping[str, str]) -> float:
    """Return the size of print that is given in half points, or in points that are named so."""
    size = _SIZE.match(attributes.get("w:val", ""))
    return float(size[1]) / (1 if size[2] else 2) if size else NO_STYLE.size


class _Styles:
    """Takes down what a part of styles says of each."""

    def __init__(self) -> None:
        self.said: dict[str, dict[str, Any]] = {"": {}}
        self._of, self.usual, self._unread = self.said[""], "", 0

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
            self._of["level"] = _outline_level(attributes)
        elif name == "w:sz":
            self._of["size"] = _points(attributes)
        elif name in ("w:b", "w:vanish"):
            self._of["bold" if name == "w:b" else "hidden"] = _is_on(attributes)

    def end(self, name: str) -> None:  # noqa: ARG002 - every handler is called so
        self._unread -= bool(self._unread)

    def data(self, text: str) -> None:
        """Take no text: there is none in styles."""


def _styles(xml: bytes) -> dict[str, Style]:
    """Return the styles that a part defines, by identity; that of '' is what a document has without one."""
    taken = _Styles()
    if xml:
        tell(xml, taken)
    for said in taken.said.values():
        said |= told_by_name(said.pop("name", ""))
    found = {identity: Style(**said_by(identity, taken.said)) for identity in taken.said}
    return found | {"": found[taken.usual]}


def read(data: bytes, *, name: str) -> Reading:
    """Return the text of a Word document; tables, notes, headers, deletions and hidden text stand aside."""
    archive = Archive(data, name=name)
    main = _parts(archive, "").get("officeDocument", ["word/document.xml"])[0]
    parts = _parts(archive, main) or _USUAL_PARTS
    known = _styles(b"".join(archive.find(part) for part in parts.get("styles", [])[:1]))
    notes: Notes = {}
    for kind in _NOTES.values():
        for part in parts.get(kind, []):
            notes |= _read_part(archive, part, known).notes
    heads, feet = (
        [paragraph for part in parts.get(kind, []) for paragraph in _read_part(archive, part, known).found]
        for kind in ("header", "footer")
    )
    body = _read_part(archive, main, known, notes).found
    unreferred = [paragraph for note in notes.values() for paragraph in note]
    title = first_text(archive.find("docProps/core.xml"), "title")
    return reading([*heads, *body, *unreferred, *feet], title=title)


def _parts(archive: Archive, part: str) -> dict[str, list[str]]:
    """Return the parts that a part, or the whole where it is '', has to do with, by their kinds."""
    folder, file = posixpath.split(part)
    found: dict[str, list[str]] = {}
    for _, told, _ in gather(archive.find(posixpath.join(folder, "_rels", f"{file}.rels")), "Relationship"):
        if told.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, told.get("Target", ""))).lstrip("/")
            found.setdefault(told.get("Type", "").rpartition("/")[2], []).append(target)
    return found


def _read_part(archive: Archive, part: str, known: Mapping[str, Style], notes: Notes | None = None) -> "_WordPart":
    read_part = _WordPart(known, {} if notes is None else notes)
    if xml := archive.find(part):
        tell(xml, read_part)
        read_part.finish()
        archive.count_text(read_part.length)
    return read_part


class _WordPart(OfficeText):
    """Takes down the paragraphs of a part as it is told."""

    def __init__(self, known: Mapping[str, Style], notes: Notes) -> None:
        super().__init__()
        self.notes = notes
        self._known = known
        self._usual = replace(known.get("", NO_STYLE), level=None, aside="")
        self._cited: list[str] = []
        self._formula: Formula | None = None
        self._drop_cap, self._is_drop_cap = "", False
        self._is_text, self._is_in_properties = False, False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element begins."""
        if self._unread or name in _NOT_READ:
            self._unread += 1
        elif self._formula is not None:
            self._formula.start(name, attributes)
        elif name in _ASIDES:
            self._stand_aside(_ASIDES[name], is_container=name in _CONTAINERS)
            if name in _NOTES:
                self._into = self.notes.setdefault(f"{name} {attributes.get('w:id')}", [])
        elif name in _PARAGRAPH_PROPERTIES:
            self._describe_paragraph(name, attributes)
        elif name in _RUN_PROPERTIES:
            self._describe_run(name, attributes)
        elif name in _CONTENT:
            self._enter(name)
        elif (name in _SIGNS or name == "w:sym") and not self._is_in_properties:
            self._write(_SIGNS.get(name) or _symbol(attributes))
        elif name.endswith("Reference") and name.removesuffix("Reference") in _NOTES:
            self._cited.append(f"{name.removesuffix('Reference')} {attributes.get('w:id')}")

    def end(self, name: str) -> None:
        """Take note that an element ends."""
        if self._unread:
            self._unread -= 1
        elif name == "m:oMath":
            self._end_formula()
        elif self._formula is not None:
            self._formula.end(name)
        elif name in _ASIDES:
            self._asides.pop()
            self._depth -= name in _CONTAINERS
        elif name in ("w:t", "w:delText"):
            self._is_text = False
        elif name == "w:p":
            self._close_paragraph()
        elif name == "w:r":
            self._runs.pop()
        elif name == "w:pPr":
            self._is_in_properties = False

    def finish(self) -> None:
        """Keep a large first letter that no word came after."""
        if self._drop_cap:
            self._into.append(OfficeParagraph(words=[self._drop_cap]))

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if self._unread:
            return
        if self._formula is not None:
            self._formula.data(text)
        elif self._is_text:
            self._write(text)

    def _enter(self, name: str) -> None:
        if name == "w:p":
            self._open_paragraph(self._usual)
        elif name == "w:r":
            self._runs.append(self._runs[-1] if self._open else self._usual)
        elif name == "m:oMath":
            self._formula = Formula()
        else:
            self._is_text = True

    def _close_paragraph(self) -> None:
        paragraph = self._open[-1]
        if self._is_drop_cap:
            self._drop_cap, self._is_drop_cap = self._drop_cap + paragraph.text, False
            paragraph.words.clear()
        super()._close_paragraph()
        for note in self._cited:
            self._into += self.notes.pop(note, [])
        self._cited.clear()

    def _describe_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "w:pPr":
            self._is_in_properties = True
        elif name == "w:docPartGallery" and attributes.get("w:val") == "Table of Contents":
            self._asides[-1] = self._asides[-1] or "contents"
        elif name == "w:showingPlcHdr":
            self._asides[-1] = self._asides[-1] or "placeholder"
        elif self._open:
            paragraph = self._open[-1]
            if name == "w:pStyle":
                style = self._known.get(attributes.get("w:val", ""), self._usual)
                self._runs[-1] = style
                paragraph.level, paragraph.aside = style.level, paragraph.aside or style.aside
            elif name == "w:outlineLvl":
                paragraph.level = _outline_level(attributes)
            elif name == "w:numPr":
                paragraph.is_item = True
            elif name == "w:framePr":
                self._is_drop_cap = attributes.get("w:dropCap", "none") != "none"

    def _describe_run(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self._runs) <= len(self._open) or self._is_in_properties:
            return
        run = self._runs[-1]
        if name == "w:rStyle":
            style = self._known.get(attributes.get("w:val", ""), NO_STYLE)
            run = replace(run, bold=run.bold or style.bold, hidden=run.hidden or style.hidden)
        elif name == "w:b":
            run = replace(run, bold=_is_on(attributes))
        elif name == "w:vanish":
            run = replace(run, hidden=_is_on(attributes))
        else:
            run = replace(run, size=_points(attributes))
        self._runs[-1] = run

    def _end_formula(self) -> None:
        formula = self._formula.text() if self._formula else ""
        self._formula = None
        self._write_formula(formula)

    def _write(self, text: str) -> None:
        if self._drop_cap and self._open and text and not (self._aside() or self._is_drop_cap):
            text, self._drop_cap = self._drop_cap + text.lstrip(), ""
        super()._write(text)


def _symbol(attributes: Mapping[str, str]) -> str:
    given = attributes.get("w:char", "")
    code = int(given, 16) if _CODE.match(given) else 0
    sign = _SYMBOLS.get(code % 256, "") if attributes.get("w:font") == "Symbol" else chr(code)
    return sign if sign.isprintable() else ""  # Many are known to their own font only.
