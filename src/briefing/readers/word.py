"""Word documents (Office Open XML): the paragraphs of their main part, and what stands in their other parts."""

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

from briefing.blocks import Reading
from briefing.patterns import regex
from briefing.readers import office
from briefing.readers.archive import Archive, attributes, first_text, gather, name, tree
from briefing.readers.formulas import formula

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
_NOTES = {"w:footnote": "footnotes", "w:endnote": "endnotes", "w:comment": "comments"}
"""The parts that notes stand in, and what a note is called there and, with 'Reference', where it belongs."""
_USUAL_PARTS = {kind: [f"word/{kind}.xml"] for kind in ("styles", *_NOTES.values())}
_NOT_READ = frozenset(("mc:Fallback", "w:rt"))
"""What says again what stands beside it, for old programs or as it is read aloud."""
_CODE = regex(r"[0-9A-Fa-f]{1,4}\Z")
_SIGNS = {"w:tab": " ", "w:br": " ", "w:cr": " ", "w:ptab": " ", "w:noBreakHyphen": "\u2011"}
_SYMBOLS = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼", 0x41)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xA0)),
}
"""What the font Symbol has at its codes."""

Notes = dict[str, list[office.OfficeParagraph]]
"""The paragraphs of notes, each under what refers to it: 'w:footnote 2'."""
Properties = Mapping[str, Mapping[str, str]]
"""The attributes of each element that describes another, by its name."""


def _properties(element: Any, within: str) -> Properties:
    """Return what the part of an element says of it that is there for that."""
    found = element.find(f"{{*}}{within}")
    return {} if found is None else {name(described.tag): attributes(described) for described in found}


def _outline_level(told: Mapping[str, str]) -> int | None:
    """Return the depth of a heading that an outline level says; None is that of text."""
    value = told.get("val", "")
    return int(value) + 1 if value in set("012345678") else None


def _print(properties: Properties) -> dict[str, Any]:
    """Return the fields of a style that the properties of some characters say."""
    said: dict[str, Any] = {}
    for field, element in (("bold", "w:b"), ("hidden", "w:vanish")):
        if element in properties:  # It may say that it is not there.
            said[field] = properties[element].get("val") not in _OFF
    if "w:sz" in properties:  # In half points, or in points that are named so.
        size = _SIZE.match(properties["w:sz"].get("val", ""))
        said["size"] = float(size[1]) / (1 if size[2] else 2) if size else office.NO_STYLE.size
    return said


def _styles(xml: bytes) -> dict[str, office.Style]:
    """Return the styles that a part defines, by identity; that of '' is what a document has without one."""
    said: dict[str, dict[str, Any]] = {"": {}}
    usual = ""
    for style in gather(xml, "rPrDefault", "style"):
        told, paragraph = attributes(style), _properties(style, "pPr")
        identity = told.get("styleId", "")
        if told.get("type") == "paragraph" and told.get("default", "0") not in _OFF:
            usual = identity
        said[identity] = {office.PARENT: attributes(style.find("{*}basedOn")).get("val", "")} if identity else {}
        if "w:outlineLvl" in paragraph:
            said[identity]["level"] = _outline_level(paragraph["w:outlineLvl"])
        said[identity] |= _print(_properties(style, "rPr"))
        said[identity] |= office.told_by_name(attributes(style.find("{*}name")).get("val", ""))
    found = {identity: office.Style(**office.said_by(identity, said)) for identity in said}
    return found | {"": found[usual]}


def read(data: bytes, *, name: str) -> Reading:
    """Return the text of a Word document; tables, notes, headers, deletions and hidden text stand aside."""
    archive = Archive(data, name=name)
    main = _parts(archive, "").get("officeDocument", ["word/document.xml"])[0]
    parts = _parts(archive, main) or _USUAL_PARTS
    known = _styles(b"".join(archive.find(part) for part in parts.get("styles", [])[:1]))
    notes: Notes = {}
    for kind in _NOTES.values():
        for part in parts.get(kind, []):
            notes |= _WordPart(known, {}).read(archive, part).notes
    heads, feet = (
        [paragraph for part in parts.get(kind, []) for paragraph in _WordPart(known, {}).read(archive, part).found]
        for kind in ("header", "footer")
    )
    body = _WordPart(known, notes).read(archive, main).found
    unreferred = [paragraph for note in notes.values() for paragraph in note]
    title = first_text(archive.find("docProps/core.xml"), "title")
    return office.reading([*heads, *body, *unreferred, *feet], title=title)


def _parts(archive: Archive, part: str) -> dict[str, list[str]]:
    """Return the parts that a part, or the whole where it is '', has to do with, by their kinds."""
    folder, file = posixpath.split(part)
    found: dict[str, list[str]] = {}
    for relation in gather(archive.find(posixpath.join(folder, "_rels", f"{file}.rels")), "Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            found.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(target)
    return found


class _WordPart(office.OfficeText):
    """Takes down the paragraphs of a part."""

    def __init__(self, known: Mapping[str, office.Style], notes: Notes) -> None:
        super().__init__()
        self.notes = notes
        self._known = known
        self._usual = replace(known.get("", office.NO_STYLE), level=None, aside="")
        self._cited: list[str] = []
        self._drop_cap = ""
        self._unended: office.OfficeParagraph | None = None

    def read(self, archive: Archive, part: str) -> Self:
        """Take down what a part holds, and what is left of a large first letter that no word came after."""
        self._element(tree(archive.find(part)), office.Place(style=self._usual))
        if self._drop_cap:
            self._into.append(office.OfficeParagraph(words=[self._drop_cap]))
        archive.count_text(self.length)
        return self

    def _inside(self, element: Any, place: office.Place) -> None:
        for child in element:
            self._element(child, place)

    def _element(self, element: Any, place: office.Place) -> None:
        kind = name(element.tag)
        if kind == "w:p":
            self._paragraph(element, place)
        elif kind == "w:r":
            self._inside(element, place._replace(style=self._run_style(element, place.style)))
        elif kind in ("w:t", "w:delText"):
            self._write("".join(element.itertext()), place)
        elif kind in _SIGNS or kind == "w:sym":
            self._write(_SIGNS.get(kind) or _symbol(attributes(element)), place)
        elif kind == "m:oMath":
            self._write_formula(formula(element), place)
        elif kind in _ASIDES:
            self._stand_aside(element, kind, place)
        elif kind.endswith("Reference") and kind.removesuffix("Reference") in _NOTES:
            self._cited.append(f"{kind.removesuffix('Reference')} {attributes(element).get('id')}")
        elif not kind.endswith("Pr") and kind not in _NOT_READ:
            self._inside(element, place)

    def _stand_aside(self, element: Any, kind: str, place: office.Place) -> None:
        aside, outer = _ASIDES[kind], self._into
        if kind in _NOTES:
            self._into = self.notes.setdefault(f"{kind} {attributes(element).get('id')}", [])
        elif kind == "w:sdt":
            if attributes(element.find("{*}sdtPr//{*}docPartGallery")).get("val") == "Table of Contents":
                aside = "contents"
            elif element.find("{*}sdtPr/{*}showingPlcHdr") is not None:
                aside = "placeholder"
        self._inside(element, self._beside(place, aside))
        self._into = outer

    def _paragraph(self, element: Any, place: office.Place) -> None:
        properties = _properties(element, "pPr")
        identity = properties.get("w:pStyle", {}).get("val")
        style = self._known.get(identity, self._usual) if identity else self._usual
        paragraph = self._unended or self._open(style, place)
        outline = properties.get("w:outlineLvl")
        paragraph.level = style.level if outline is None else _outline_level(outline)
        paragraph.is_item = "w:numPr" in properties
        self._inside(element, place._replace(paragraph=paragraph, style=style, aside=""))
        self._unended = paragraph if element.find("{*}pPr/{*}rPr/{*}del") is not None else None
        if properties.get("w:framePr", {}).get("dropCap", "none") != "none":
            self._drop_cap += paragraph.text
            paragraph.words.clear()
        self._close(paragraph)
        for note in self._cited:
            self._into += self.notes.pop(note, [])
        self._cited.clear()

    def _run_style(self, element: Any, style: office.Style) -> office.Style:
        properties = _properties(element, "rPr")
        named = self._known.get(properties.get("w:rStyle", {}).get("val", "-"), office.NO_STYLE)
        style = replace(style, bold=style.bold or named.bold, hidden=style.hidden or named.hidden)
        return replace(style, **_print(properties))

    def _write(self, text: str, place: office.Place) -> None:
        if self._drop_cap and place.paragraph and text and not self._aside(place):
            text, self._drop_cap = self._drop_cap + text.lstrip(), ""
        super()._write(text, place)


def _symbol(told: Mapping[str, str]) -> str:
    given = told.get("char", "")
    code = int(given, 16) if _CODE.match(given) else 0
    sign = _SYMBOLS.get(code % 256, "") if told.get("font") == "Symbol" else chr(code)
    return sign if sign.isprintable() else ""  # Many are known to their own font only.
