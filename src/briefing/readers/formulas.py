"""Formulas, Word's (OMML), MathML, and the TeX that a picture carries, as a line of text: 'a/b', 'x^2', '√(a+b)'.

They are written as UnicodeMath writes them.
"""

import re
from collections.abc import Mapping
from typing import Any

from briefing.blocks import collapse
from briefing.patterns import regex

_PROPERTY = {"m:chr": "chr", "m:begChr": "open", "m:endChr": "close", "m:sepChr": "between"}
_BETWEEN = {
    **dict.fromkeys(("m:f", "math:mfrac"), ("/",)),
    **dict.fromkeys(("m:sSup", "math:msup", "math:mover"), ("^",)),
    **dict.fromkeys(("m:sSub", "math:msub", "math:munder"), ("_",)),
    **dict.fromkeys(("m:sSubSup", "math:msubsup", "math:munderover"), ("_", "^")),
}
"""What stands between the parts of a formula that do not stand side by side."""
_PARTS = frozenset(("m:num", "m:den", "m:e", "m:sub", "m:sup", "m:deg", "m:fName", "m:lim"))
_ROWS = frozenset(("m:mr", "math:mtr"))
_WRITTEN = frozenset(("m:t", "math:mi", "math:mn", "math:mo", "math:mtext", "math:ms"))
_PICTURE = regex(r"(?:\A|\s)(?:mwe-math\S*|tex|latex|math)(?:\s|\Z)")
_STYLE = regex(r"\{\\(?:displaystyle|textstyle) (.*)\}\Z", re.DOTALL)
_FEW = 10


class Formula:
    """A formula as it is told, element by element."""

    def __init__(self) -> None:
        self._open: list[tuple[str, list[str], dict[str, str]]] = [("", [], {})]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note that an element begins; properties are kept for the element that they are of."""
        if name in _PROPERTY and len(self._open) > 2:
            self._open[-2][2][_PROPERTY[name]] = attributes.get("m:val", "")
        fences = {key: attributes[key] for key in ("open", "close") if key in attributes}
        self._open.append((name, [], fences))

    def data(self, text: str) -> None:
        """Take a stretch of text, if the element is one that shows it."""
        name, parts, _ = self._open[-1]
        if name in _WRITTEN:
            parts.append(text)

    def end(self, name: str) -> None:
        """Take note that an element ends: it becomes a part of the one around it."""
        _, parts, properties = self._open.pop()
        text = _joined(name, parts, properties)
        if text or name in _PARTS:
            self._open[-1][1].append(text)

    def text(self) -> str:
        """Return what was told so far."""
        return "".join(self._open[0][1])


def _joined(name: str, parts: list[str], properties: Mapping[str, str]) -> str:
    if name in _BETWEEN and len(parts) == len(_BETWEEN[name]) + 1:
        signs = ("", *_BETWEEN[name])
        first = _grouped(parts[0]) if signs[1] == "/" else parts[0]
        return first + "".join(sign + _grouped(part) for sign, part in zip(signs[1:], parts[1:], strict=True) if part)
    if name in ("m:rad", "math:msqrt"):
        return f"{''.join(parts[:-1])}√{_grouped(parts[-1])}" if parts else ""
    if name == "math:mroot" and len(parts) == 2:
        return f"{parts[1]}√{_grouped(parts[0])}"
    if name in ("m:d", "math:mfenced"):
        between = properties.get("between", "|" if name == "m:d" else ",")
        return properties.get("open", "(") + between.join(parts) + properties.get("close", ")")
    if name == "m:nary" and len(parts) == 3:
        below, above, body = parts
        limits = "".join(sign + _grouped(part) for sign, part in (("_", below), ("^", above)) if part)
        return f"{properties.get('chr', '∫')}{limits} {body}"
    return (" " if name in _ROWS else "").join(parts)


def _grouped(part: str) -> str:
    return part if len(part) < 2 or part.isalnum() or (part[0], part[-1]) == ("(", ")") else f"({part})"


def page_formula(element: Any) -> str:
    """Return the text of a `<math>`, or of a picture of a formula; '' if it is none."""
    from lxml import etree

    if element.tag == "img":
        shown = _PICTURE.search(element.get("class") or "") and not _has_math(element)
        return _tex(element.get("alt") or "") if shown else ""
    told = Formula()
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        name = f"math:{etree.QName(inner).localname}"
        if event == "end":
            told.end(name)
        else:
            told.start(name, inner.attrib)
            told.data(collapse(inner.text or ""))
    return told.text() or _tex(element.get("alttext") or "")


def _tex(source: str) -> str:
    """Return TeX without the words that only say how large it is set."""
    bare = collapse(source)
    match = _STYLE.match(bare)
    return match[1] if match else bare


def _has_math(picture: Any) -> bool:
    """Return whether the formula that a picture shows stands beside it."""
    parent = picture.getparent()
    return parent is not None and len(parent) < _FEW and next(parent.iter("math"), None) is not None
