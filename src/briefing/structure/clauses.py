"""What numbers and names the clauses of laws and the paragraphs of judgments, and is no part of what they say.

Comes in: the blocks of a law or a judgment. Goes out: blocks parted from such captions and numbers; the captions of
sections are headings.
"""

from collections.abc import Sequence

from briefing.blocks import Block, Kind, cut
from briefing.patterns import regex

_FEWEST = 2
"""How many entries are a table of contents."""
_QUOTES, _DEEP = "\"“`'", 2
_SECTION_OF_A_BILL = regex(
    r"(?:\A|(?<=[.;:”\"'’] ))[\"“`']*(?:SECTION|SEC\.|Sec\.) \d+[A-Z]?(?:-\d+)?\. "
    r"[A-Z][A-Z\s,;'’\"“”().&\d-]{2,300}?\.(?=\s+[^A-Z\s]|\s+[A-Z][a-z]|\s*\Z)"
    r"|\A(?:Section|Sec\.|SECTION|SEC\.) \d+\. [A-Z][\w’',-]*(?: [\w’',-]+){0,4}\.(?=\s+[A-Z(])"
    r"|\A(?:TITLE|Subtitle|SUBTITLE|DIVISION|CHAPTER|PART) [A-Z\d]{1,6}(?:--|—)[A-Z][^.;]{2,200}\Z"
)
_CLAUSE_CAPTION = regex(r"(?:\A|(?<=[.;:—-] )|(?<=[.;:—-]\n))(?:\(\w{1,4}\) )+[A-Z][^.;\n]{2,120}\.(?:--|—)\s*")
_ENTRY = regex(r"Sec\. \d+[A-Z]?\. [^.]{3,120}\.\s*")
_PARAGRAPH = regex(r"(?:\[\d{1,3}\]|\d{1,3}\.)\s+(?=[^\Wa-z\d_])")


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Part captions and numbers from what they run into."""
    part = {"law": _law, "judgment": _paragraph}.get(kind)
    return [piece for block in blocks for piece in part(text, block)] if part else list(blocks)


def _paragraph(text: str, block: Block) -> list[Block]:
    """Part the number by which the paragraph of a judgment is cited."""
    number = _PARAGRAPH.match(text, block.start, block.end) if block.is_open else None
    if number is None:
        return [block]
    own, said = cut(text, block, [number.end()])
    return [own._replace(aside="paragraph number"), said] if said.ends_sentence(text) else [block]


def _law(text: str, block: Block) -> list[Block]:
    """Part the captions of sections, which are headings, and those of clauses, which are left out."""
    if block.kind is not Kind.TEXT or not block.is_open:
        return [block]
    body = text[block.start : block.end]
    entries = [entry[0] for entry in _ENTRY.finditer(body)]
    if len(entries) >= _FEWEST and sum(map(len, entries)) > 0.8 * len(body):
        return [block._replace(aside="contents")]
    marks: dict[int, tuple[int | None, str]] = {}
    places: set[int] = set()
    for pattern, mark, aside in ((_SECTION_OF_A_BILL, 0, ""), (_CLAUSE_CAPTION, None, "clause caption")):
        for caption in pattern.finditer(body):
            marks[block.start + caption.start()] = mark, aside
            places |= {block.start + caption.start(), block.start + caption.end()}
    found = []
    for piece in cut(text, block, sorted(places)):
        mark, aside = marks.get(piece.start, (None, ""))
        is_new = mark == 0 and text[piece.start] in _QUOTES  # what an amendment puts in
        found.append(piece._replace(mark=mark, aside=aside, level=_DEEP if is_new else None))
    return found
