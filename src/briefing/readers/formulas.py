"""Word's formulas (OMML), MathML and the TeX of pictures, as a line of UnicodeMath: 'a/b', 'x^2', '√(a+b)'."""

import re
from collections.abc import Mapping
from typing import Any

from briefing.blocks import collapse
from briefing.patterns import regex

_PROPERTY = {"chr": "chr", "begChr": "open", "endChr": "close", "sepChr": "between"}
_BETWEEN = {
    **dict.fromkeys(("f", "mfrac"), ("/",)),
    **dict.fromkeys(("sSup", "msup", "mover"), ("^",)),
    **dict.fromkeys(("sSub", "msub", "munder"), ("_",)),
    **dict.fromkeys(("sSubSup", "msubsup", "munderover"), ("_", "^")),
}
"""What stands between the parts of a formula that do not stand side by side."""
_PARTS = frozenset(("num", "den", "e", "sub", "sup", "deg", "fName", "lim"))
_ROWS = frozenset(("mr", "mtr"))
_WRITTEN = frozenset(("t", "mi", "mn", "mo", "mtext", "ms"))
_PICTURE = regex(r"(?:\A|\s)(?:mwe-math\S*|tex|latex|math)(?:\s|\Z)")
_STYLE = regex(r"\{\\(?:displaystyle|textstyle) (.*)\}\Z", re.DOTALL)
_FEW = 10


def formula(element: Any) -> str:
    """Return the text of an `<m:oMath>` or a `<math>`, in a document or a page."""
    from lxml import etree

    around: list[tuple[list[str], dict[str, str]]] = [([], {})]
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        local = etree.QName(inner).localname
        if event == "start":
            told = {etree.QName(key).localname: value for key, value in inner.items()}
            if local in _PROPERTY and len(around) > 2:  # Of the element that its own parent describes.
                around[-2][1][_PROPERTY[local]] = told.get("val", "")
            text = inner.text or "" if local in _WRITTEN else ""
            around.append(([text if local == "t" else collapse(text)], told))
        else:
            (own, *parts), told = around.pop()
            whole = own + _joined(local, parts, told)
            if whole or local in _PARTS:
                around[-1][0].append(whole)
    return "".join(around[0][0]) or _tex(element.get("alttext") or "")


def _joined(name: str, parts: list[str], told: Mapping[str, str]) -> str:
    if name in _BETWEEN and len(parts) == len(_BETWEEN[name]) + 1:
        first = _grouped(parts[0]) if _BETWEEN[name] == ("/",) else parts[0]
        others = zip(_BETWEEN[name], parts[1:], strict=True)
        return first + "".join(sign + _grouped(part) for sign, part in others if part)
    if name in ("rad", "msqrt"):
        return f"{''.join(parts[:-1])}√{_grouped(parts[-1])}" if parts else ""
    if name == "mroot" and len(parts) == 2:
        return f"{parts[1]}√{_grouped(parts[0])}"
    if name in ("d", "mfenced"):
        between = told.get("between", "|" if name == "d" else ",")
        return told.get("open", "(") + between.join(parts) + told.get("close", ")")
    if name == "nary" and len(parts) == 3:
        below, above, body = parts
        limits = "".join(sign + _grouped(part) for sign, part in (("_", below), ("^", above)) if part)
        return f"{told.get('chr', '∫')}{limits} {body}"
    return (" " if name in _ROWS else "").join(parts)


def _grouped(part: str) -> str:
    return part if len(part) < 2 or part.isalnum() or (part[0], part[-1]) == ("(", ")") else f"({part})"


def pictured(element: Any) -> str:
    """Return the formula that an `<img>` shows; '' if it shows none, or one that stands beside it."""
    beside = element.getparent()
    has_math = beside is not None and len(beside) < _FEW and next(beside.iter("math"), None) is not None
    return _tex(element.get("alt") or "") if _PICTURE.search(element.get("class") or "") and not has_math else ""


def _tex(source: str) -> str:
    """Return TeX without the words that only say how large it is set."""
    bare = collapse(source)
    match = _STYLE.match(bare)
    return match[1] if match else bare
