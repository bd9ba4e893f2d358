"""A tree of HTML or XHTML to passages: each block of text that a person sees, in order, with what its marks say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from briefing.blocks import collapse
from briefing.patterns import regex
from briefing.readers.formulas import formula, pictured
from briefing.readers.html_passages import Ancestry, Passage, joined, without_pictures
from briefing.readers.html_tree import MOST_LEVELS, NESTED
from briefing.readers.limits import check_count
from briefing.readers.readings import Piece
from briefing.segment.unspaced import LETTERS

_HEADING = regex(r"h([1-6])\Z")
_BREAKING = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option p
    pre search section select summary table tbody textarea tfoot thead tr ul""".split()  # noqa: SIM905
)
"""What begins and ends a block of text; of the cells of tables, only those of layouts do."""
_UNSEEN = frozenset(
    """area audio base canvas datalist del embed iframe link meta noscript object param rp rt rtc s script source
    strike style template title track video""".split()  # noqa: SIM905
)
"""What a browser does not show as text, or struck out, or in small print above the words: the readings of ruby."""
_ASIDES = {
    **dict.fromkeys(("nav", "menu"), "navigation"),
    **dict.fromkeys(("figure", "figcaption", "caption", "svg"), "caption"),
    **dict.fromkeys(("select", "textarea", "button"), "form"),
}
_ALWAYS_SEEN = frozenset({"html", "body", "math"})
_HIDDEN = regex(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BESIDE = regex(
    r"(?:\A|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible|(?:doc-)?(?:backlink|noteref|pagebreak)"
    r"|footnote-?back(?:ref|link)?|page-?num(?:ber)?|pageno)(?:\s|\Z)",
    re.IGNORECASE,
)
"""What is for who hears a page, the mark of a note, the way back from it, the number of a page in print."""
_CLIPPED = regex(r"clip\s*:\s*rect\(\s*[01](?:px)?[ ,]|clip-path\s*:\s*inset\(\s*(?:50|100)%", re.IGNORECASE)
"""So is what has no room to be shown in."""
_PARTING = regex(r"\s*[:;,.|–—-]\s*")  # What is shown to nobody and yet parts a kicker from what follows
_BOLD = regex(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_INVISIBLE = "\ufe0f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad "
_SYMBOLS = "¶§#🔗" + _INVISIBLE
_EDIT_LINK = regex(r"(?:\A|\s)(?:mw-editsection|headerlink|hash-?link|(?:heading-?)?anchor(?:-?link)?|permalink)")
_BYLINE = regex(r"(?:\A|\s)(?:\w+-)?(?:author|byline|dateline)(?:-name)?(?:\s|\Z)", re.IGNORECASE)
_CAPTION = regex(r"(?:\A|[\s_-])(?:(?:fig)?caption|(?:photo|image)?-?credits?(?:\s|\Z))", re.IGNORECASE)
_LINE_END = regex(
    rf"(?<=[{LETTERS}\u3001-\u3002\uff00-\uff1f])[^\S\n]*\n\s*(?=[{LETTERS}\u3001-\u300f])|(?<=\w)[^\S\n]*\n\s*(?=[.,;](?:\s|\Z))"
)
"""No white space in scripts that have none, nor before the stop behind a link."""
_LONGEST_MARK = 60
_WORDS_OF_MARK = 6
_HOLDS_TEXT = "boolean(.//h1 | .//h2 | .//h3 | .//br[following-sibling::*[1][self::br]]) or count(.//p) > 2"
"""A cell with headings, paragraphs or lines parted by an empty one."""
_IS_WORDLESS = "not(.//*[contains('text foreignobject foreignObject', local-name())])"
"""A drawing without words in it; what it is called is for who points at it."""
_HOLDS_ARTICLE = "boolean(.//main | .//article) or 2 * count(.//p) > $whole and count(.//p) > 2"
"""A menu that no tag closed."""
_LAYOUT_CELL = 160  # From so many letters in the mean, cells hold a layout and no figures


def blocks(root: Any) -> Iterator[Piece]:
    """Yield what a person sees of an element, block by block and in order; what is no prose has an aside."""
    for passage in passages(root):
        yield from pieces(passage)


def pieces(passage: Passage) -> Iterator[Piece]:
    """Yield the piece of a passage; the little mark at the end of a heading that links to it is one of its own."""
    text, level = passage.text, passage.setting.level
    bare = text.rstrip(_SYMBOLS) if level else text
    yield Piece(bare, level, passage.setting.aside)
    yield Piece(text[len(bare) :].strip(_INVISIBLE), aside="navigation")


def passages(root: Any) -> list[Passage]:
    """Return the passages of an element, lines that run on joined; none is empty."""
    from lxml import etree

    walk = _Walk(root)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
        else:
            if event == "end":
                walk.leave(element)
            if element is not root and element.tail:
                walk.add(element.tail, (element, True))
    walk.part()
    return without_pictures(joined(walk.found))


class _Walk:
    """Goes through a tree once, and keeps what is found."""

    def __init__(self, root: Any) -> None:
        self.found: list[Passage] = []
        self._settings = [Ancestry(root)]
        self._passage = Passage(self._settings[0])
        self._parts: list[str] = []
        self._breaks = 2
        self._layouts = {None, *_layout_tables(root)}  # A cell in no table puts a page in its places, too.
        whole = root.xpath("count(//p)")
        self._unclosed = {menu for menu in root.iter("nav", "menu") if menu.xpath(_HOLDS_ARTICLE, whole=whole)}
        self._opened = {button.get("aria-controls") for button in root.iter("button")} - {None}
        self._level = 1
        self._heading = 0

    def part(self, breaks: int = 2) -> None:
        """End the passage, where it has words; two line breaks, one after the other, part paragraphs."""
        text = "".join(self._parts) if self._passage.size else ""
        text = collapse(_LINE_END.sub("", text) if "\n" in text else text)
        if text.strip(_INVISIBLE):
            self._passage.text = text
            self.found.append(self._passage)
            self._breaks = 0
        self._breaks += breaks
        self._parts = []
        self._passage = Passage(self._settings[-1], is_continued=self._breaks < 2)

    def add(self, text: str, node: tuple[Any, bool] | None = None) -> None:
        """Take up a text."""
        setting, passage = self._settings[-1], self._passage
        if not setting.is_seen:
            return
        letters = sum(map(len, text.split()))
        if not passage.size:
            passage.setting = setting
        self._parts.append(text)
        if letters:
            passage.size += letters
            passage.linked += letters * setting.is_linked
            passage.bold += letters * setting.is_bold
            if node:
                passage.nodes.append(node)

    def enter(self, element: Any) -> None:
        """Take up an element and the text before its first child."""
        tag, outer = _tag(element), self._settings[-1]
        setting = self._of(tag, element, outer) if outer.is_seen else outer
        self._settings.append(setting)
        check_count(len(self._settings), MOST_LEVELS, NESTED)
        if not outer.is_seen:
            return
        if tag == "math":
            self._settings[-1] = replace(outer, is_seen=True)
            self.add(formula(element))
            self._settings[-1] = replace(outer, is_seen=False)
            return
        if tag == "br" or (tag == "span" and not len(element) and "br" in (element.get("class") or "").split()):
            self.part(1)
        elif setting.block is not outer.block:
            self.part()
        elif tag in ("td", "th"):
            self.add(" ")
        elif tag == "q":
            self.add('"')
        elif tag == "img":
            self.add(pictured(element))
        if element.text:
            self.add(element.text, (element, False))

    def leave(self, element: Any) -> None:
        """End an element."""
        setting = self._settings.pop()
        if not self._settings[-1].is_seen:
            return
        tag = _tag(element)
        if tag == "q":
            self.add('"')
        if setting.block is not self._settings[-1].block:
            if setting.level and tag != "summary":
                self._level = setting.level
            self.part()

    def _of(self, tag: str, element: Any, outer: Ancestry) -> Ancestry:
        """Return the setting of what is in an element."""
        is_sure = tag in _ALWAYS_SEEN or element.get("id") in self._opened
        is_unseen = tag in _UNSEEN or (tag == "svg" and element.xpath(_IS_WORDLESS))
        if not isinstance(element.tag, str) or is_unseen or (not is_sure and _is_hidden(element, tag)):
            return replace(outer, is_seen=False)
        if not outer.is_bold and (tag in ("b", "strong") or _BOLD.search(element.get("style") or "")):
            outer = replace(outer, is_bold=True)
        aside = outer.aside or self._aside(tag, element, outer)
        level = outer.level
        role = element.get("role") or ""
        if match := _HEADING.match(tag):
            level = int(match[1])
        elif role == "heading":
            told = element.get("aria-level") or ""
            level = min(max(int(told), 1), 6) if told.isdecimal() and len(told) < 3 else 2
        elif tag == "summary" and element.find(".//h2") is None:
            level = min(self._level + 1, 6)
        if level and not outer.level:
            self._heading = len(collapse(element.text_content()))
        if tag in ("a", "span", "button") and _is_mark(element, self._heading if outer.level else 0):
            return replace(outer, block=element, level=None, aside="navigation", is_linked=True)
        is_cell = tag in ("td", "th") and next(element.iterancestors("table"), None) in self._layouts
        if tag in _BREAKING or role == "heading" or is_cell or aside != outer.aside:
            return Ancestry(element, level, aside, outer.is_linked, outer.is_bold)
        return replace(outer, is_linked=True) if tag == "a" else outer

    def _aside(self, tag: str, element: Any, outer: Ancestry) -> str:
        if tag == "table":
            return "" if element in self._layouts else "table"
        if element in self._unclosed:
            return ""
        if tag == "pre" or (tag == "code" and "\n" in "".join(element.itertext()).strip()):
            return "code"
        if tag == "button" and outer.level:
            return ""
        called = element.get("class") or ""
        if "pg-boilerplate" in called:
            return "licence"
        if _HEADING.match(tag) and _BYLINE.search(called):
            return "byline"
        if tag not in _ALWAYS_SEEN and _CAPTION.search(called):
            return "caption"
        return _ASIDES.get(tag, "navigation" if element.get("role") == "navigation" else "")


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: Any, tag: str) -> bool:
    """Return whether an element is not shown; a formula is hidden where a picture shows it."""
    called = " ".join(filter(None, map(element.get, ("class", "role", "epub:type"))))
    style = element.get("style") or ""
    is_beside = tag != "h1" and (_BESIDE.search(called) or _CLIPPED.search(style))
    is_told = element.get("hidden") is not None or element.get("aria-hidden") == "true" or _HIDDEN.search(style)
    hidden = is_told or (is_beside and not _PARTING.fullmatch(element.text_content()))
    return bool(hidden) and not (len(element) == 1 and _tag(element[0]) == "math")


def _is_mark(element: Any, heading: int) -> bool:
    """Return whether an element is a small mark in a heading of so many letters, or (0) beside one: '¶', '[edit]'."""
    before = element.getprevious()
    if not heading and (before is None or not _HEADING.match(_tag(before))):
        return False
    text = collapse(element.text_content())
    if not text.strip(_SYMBOLS):
        return text.strip(_INVISIBLE) != ""
    is_small = len(text) <= _LONGEST_MARK and len(text.split()) <= _WORDS_OF_MARK
    is_small = is_small and not 0 < heading <= len(text)
    return is_small and (_tag(element) == "button" or _EDIT_LINK.search(element.get("class") or "") is not None)


def _layout_tables(root: Any) -> Iterator[Any]:
    """Yield the tables that put a page in its places: what they hold is no figures."""
    cells: dict[Any, list[Any]] = {}
    nesting: set[Any] = set()
    for cell in root.iter("td", "th"):
        table = next(cell.iterancestors("table"), None)
        if table is not None:
            cells.setdefault(table, []).append(cell)
            nesting.update(islice(table.iterancestors("table"), 1))
    for table in root.iter("table"):
        found = cells.get(table, [])
        if table in nesting or table.get("role") in ("presentation", "none") or len(found) < 2:
            yield table
        elif not any(cell.tag == "th" for cell in found) and table.find("caption") is None:
            letters = sum(len(collapse(cell.text_content())) for cell in found)
            is_column = all(cell.getnext() is None and cell.getprevious() is None for cell in found)
            is_wordy = is_column or letters > _LAYOUT_CELL * len(found)
            if is_wordy or any(cell.xpath(_HOLDS_TEXT) for cell in found[:50]):
                yield table
