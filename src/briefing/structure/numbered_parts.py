"""What numbers books, laws and judgments: chapters and articles, captions of clauses, paragraphs that are cited.

Comes in: blocks. Goes out: blocks that know the numbers with the names under them, and in a book the title page and
the table of contents; of a law or a judgment, blocks parted from captions and numbers that say nothing.
"""

from collections.abc import Sequence

from briefing.blocks import Block, cut
from briefing.patterns import regex
from briefing.structure import phrases
from briefing.structure.heading_looks import BlockLook, LookPatterns, bare, look, words_of

_OPENING = 600
"""How many blocks are looked at for where the first chapter begins."""
_NEAR = 6
"""How many blocks after the heading of a chapter its first paragraph stands at most."""
_NUMBERED = {"law": ("part",), "book": ("part", "roman")}
"""How lines are numbered that have a name under them, by the kinds of text that have such."""
_FEWEST_ENTRIES = 2
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
_NUMBER = regex(
    r"(?:\*{0,2}\d{1,3}[A-Z]{0,2}\*{0,2}\.\*{0,2}\s*[—–-]?\s*)?(?:\((?:\d{1,3}[A-Z]?|[a-z]{1,3})\)\s*)*"
    r"(?=[“\"‘']?[^\Wa-z\d_]\S*(?:\s+\S+){4})"
)
"""What a section and a subsection are cited by, before what they say: '6. (1)'."""
_CLOSED = regex(r"(?<=[.!?])[”\"]\s?[.;,]?\Z")
"""The end of words that a law puts into another, which began in another block."""
_LONGEST_NUMBER = 4
"""Characters of a number on a line of its own, or in the margin, that is no year."""
_PARAGRAPH = regex(r"(?:\[\d{1,3}\]|\d{1,3}\.)\s+(?=[^\Wa-z\d_])")


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark numbers with their names; in a book, what stands before the first chapter but a preface."""
    blocks = _with_names(text, blocks, words_of(language), kind) if kind in _NUMBERED else list(blocks)
    if kind != "book":
        return blocks
    starts = phrases.boilerplate(language)
    is_start = (starts.match(text, block.start, block.end, kind="front matter") for block in blocks)
    start = next((n for n, holds in enumerate(is_start, 1) if holds), 0)
    first, contents, body = (start + end for end in _opening(text, blocks[start : start + _OPENING], language))
    found = list(blocks)
    found[start:first] = [block._replace(aside="front matter") for block in blocks[start:first]]
    found[contents:body] = [block._replace(aside="contents") for block in blocks[contents:body]]
    return found


def _with_names(text: str, blocks: Sequence[Block], words: LookPatterns, kind: str) -> list[Block]:
    """Mark lines that are but a number, such as 'Article 1', and the name under each.

    Those that touch are one; in a book others too.
    """
    found: list[Block] = []
    named = False
    for block in blocks:
        own = look(text, block, words) if not block.aside else None
        if named and own and own.short and not own.prose and own.end not in ".:,;":
            if kind == "book" or (not block.gap and block.line == found[-1].line + 1):
                found[-1] = found[-1]._replace(end=block.end, lines=block.line + block.lines - found[-1].line)
            else:
                found.append(block._replace(mark=0))
            named = False
            continue
        named = own is not None and own.scheme in _NUMBERED[kind] and own.text.strip(".") == own.number.strip(".")
        found.append(block._replace(mark=0) if named else block)
    return found


def _opening(text: str, blocks: Sequence[Block], language: str) -> tuple[int, int, int]:
    """Return how many of the first blocks of a book are its title page, and where its contents and its body begin."""
    words = words_of(language)
    looks = [look(text, block, words) for block in blocks]
    prose = [block.is_paragraph(text) for block in blocks]
    names = phrases.headings("contents", language)
    opening = prose.index(True) if True in prose else len(blocks)
    numbered = next((n for n, own in enumerate(looks[:opening]) if own.scheme in _NUMBERED["book"]), opening)
    contents = next((n for n, own in enumerate(looks) if names.match(own.text.strip(" .:_"))), 0)
    body = _body(looks, prose, contents) if contents else 0
    if body <= contents:
        body = contents = 0
    first = min(numbered, opening - 1 if numbered == opening else opening, contents or opening)
    first = max(first, 0) if opening < len(blocks) else 0
    return first, max(contents, first), max(body, first)


def _body(looks: Sequence[BlockLook], prose: Sequence[bool], contents: int) -> int:
    """Return the place of the first line after the contents that repeats one of them, before a paragraph; else 0."""
    seen: set[str] = set()
    for place, own in enumerate(looks[contents + 1 :], contents + 1):
        name = bare(own).strip("0123456789. _").casefold() if own.short else ""
        if name in seen and any(prose[place + 1 : place + _NEAR]):
            return place
        seen |= {name} - {""}
    return 0


def split(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Part captions and numbers from what they run into."""
    part = {"law": _law, "judgment": _paragraph}.get(kind)
    return [piece for block in blocks for piece in part(text, block)] if part else list(blocks)


def _paragraph(text: str, block: Block) -> list[Block]:
    """Part the number by which the paragraph of a judgment is cited."""
    number = _PARAGRAPH.match(text, block.start, block.end) if block.is_open else None
    if number is None:
        alone = block.is_open and len(block.words(text)) < _LONGEST_NUMBER and block.words(text).isdecimal()
        return [block._replace(aside="paragraph number") if alone else block]
    own, said = cut(text, block, [number.end()])
    return [own._replace(aside="paragraph number"), said] if said.ends_sentence(text) else [block]


def _law(text: str, block: Block) -> list[Block]:
    """Part the captions of sections, which are headings, and those of clauses, numbers and lone quotation marks."""
    if not block.is_open:
        return [block]
    body = text[block.start : block.end]
    entries = [entry[0] for entry in _ENTRY.finditer(body)]
    if len(entries) >= _FEWEST_ENTRIES and sum(map(len, entries)) > 0.8 * len(body):
        return [block._replace(aside="contents")]
    marks: dict[tuple[int, int], tuple[int | None, str]] = {}
    if block.is_text:
        marks |= {caption.span(): (0, "") for caption in _SECTION_OF_A_BILL.finditer(body)}
        marks |= {caption.span(): (None, "clause caption") for caption in _CLAUSE_CAPTION.finditer(body)}
    number = _NUMBER.match(body) if block.ends_sentence(text) and all(start for start, _ in marks) else None
    if number and number.end():
        marks[number.span()] = None, "paragraph number"
    if body.count("”") > body.count("“") or body.count('"') % 2:
        marks |= {closed.span(): (None, "quotation mark") for closed in _CLOSED.finditer(body)}
    starts = {block.start + start: found for (start, _), found in marks.items()}
    found = []
    for piece in cut(text, block, sorted({block.start + place for span in marks for place in span})):
        mark, aside = starts.get(piece.start, (None, ""))
        is_new = mark == 0 and text[piece.start] in _QUOTES  # what an amendment puts in
        found.append(piece._replace(mark=mark, aside=aside, level=_DEEP if is_new else None))
    return found
