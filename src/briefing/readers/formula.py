"""A formula of a page to text: MathML, or the TeX that a picture of it carries."""

import re
from typing import Any

from briefing.blocks import collapse
from briefing.readers.equation import Formula

_PICTURE = re.compile(r"(?:\A|\s)(?:mwe-math\S*|tex|latex|math)(?:\s|\Z)")
_STYLE = re.compile(r"\{\\(?:displaystyle|textstyle) (.*)\}\Z", re.DOTALL)
_FEW = 10


def formula(element: Any) -> str:
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
    """Tell whether the formula that a picture shows stands beside it."""
    parent = picture.getparent()
    return parent is not None and len(parent) < _FEW and next(parent.iter("math"), None) is not None
