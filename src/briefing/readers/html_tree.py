"""The text of a page to its tree, within limits."""

import math
import re
from typing import Any

from briefing.patterns import regex
from briefing.readers.limits import MAX_ELEMENTS, LimitError, check_count, check_pieces

MOST_ATTRIBUTES = 2_000
"""In one tag; the parser takes the square of their number."""
MOST_LEVELS, NESTED = 500, "elements, one in the other"
"""Browsers go as far."""
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_ATTRIBUTE = regex(r"""[\s/]++=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_TAG = regex(
    r"<!--(?s:.*?)(?:-->|\Z)|<(?:script|style)\b(?s:.*?)(?:</(?:script|style)|\Z)|"
    rf"""<[a-z][^\s/>]*+((?:{_ATTRIBUTE.pattern})*+)""",
    re.IGNORECASE,
)
_OPENED = regex(r"<(?:p|li|h[1-6]|d[dt]|div|br|blockquote)\b[^<>]*+>\s*+[^<]", re.IGNORECASE)
"""What begins a block of text, with its first letter."""
_NUMBER = regex(r"\s*(?:[^\W\d_]{3,12}\s)?(?:[ivxlc]{1,8}|\d{1,3})\.?\s*\Z", re.IGNORECASE)
"""What a chapter may be called beside its name: 'IV', 'Chapter 4'."""
_EMPTY_LINE = regex(r"\n[^\S\n]*\n")
_TYPED_LINE = 45  # So many characters have the lines of a paragraph that was typed, but for its last
_MOST = 0.85  # Of its lines have as many, and so many of its characters are letters and white space
_IN_LINE = frozenset({"a", "b", "em", "i"})


def parse(text: str) -> Any:
    """Return the tree of a page, None if there is none in it; refuse more of something than can be read in time."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    for tag in _TAG.finditer(text):
        if tag[1] and len(tag[1]) > 2 * MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag[1])) > MOST_ATTRIBUTES:
            raise LimitError(f"a tag with more than {MOST_ATTRIBUTES:,} attributes")
    check_count(text.count("<") / 2, MAX_ELEMENTS, "elements of markup")
    check_pieces(text, sum(1 for _ in _OPENED.finditer(text)), "paragraphs")
    # A declaration of an encoding is void in text, and lxml refuses it.
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if not isinstance(tree.tag, str):  # A comment, and no more.
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        check_count(math.inf, MOST_LEVELS, NESTED)
    _close_head(tree)
    for element in list(tree.iter("pre")):
        _open_typed(element)
    for group in tree.iter("hgroup"):
        _join_number(group)
    return tree


def _close_head(tree: Any) -> None:
    """Move to the body of a page what stands in its head since no tag told where that ends."""
    head, body = tree.find("head"), tree.find("body")
    stray = [] if head is None else [element for element in head if element.tag not in _OF_HEAD]
    if stray:
        if body is None:
            body = tree.makeelement("body", {})
            tree.append(body)
        text, body.text = body.text, None
        stray[-1].tail = (stray[-1].tail or "") + (text or "")
        for element in reversed(stray):
            body.insert(0, element)


def _join_number(group: Any) -> None:
    """Make one heading of the number of a chapter and its name."""
    number, *others = [element for element in group if isinstance(element.tag, str)] or [group]
    if others and _NUMBER.match("".join(number.itertext())):
        group.tag, number.tail = number.tag, " "
        for element in (number, *others):
            element.tag = "span"


def _open_typed(element: Any) -> None:
    """Make paragraphs of prose that a page shows as it was typed, in lines: a letter, and no code."""
    text = "".join(element.itertext())
    paragraphs = [part.splitlines() for part in _EMPTY_LINE.split(text) if part.strip()]
    lines = [line for part in paragraphs for line in part[:-1] or part]
    letters = sum(map(str.isalpha, text)) + sum(map(str.isspace, text))
    is_wrapped = sum(len(line) >= _TYPED_LINE for line in lines) >= _MOST * len(lines)
    is_prose = letters >= _MOST * len(text) and all(child.tag in _IN_LINE for child in element.iterdescendants())
    if lines and is_wrapped and is_prose:
        element.clear(keep_tail=True)
        element.tag = "div"
        for part in paragraphs:
            paragraph = element.makeelement("p", {})
            paragraph.text = "\n".join(part)
            element.append(paragraph)
