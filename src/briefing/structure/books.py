"""Books and laws in plain text: chapters with their names, what stands before the first chapter.

Comes in: the blocks of a book or a law. Goes out: blocks that know the numbers with the names under them, and in a
book the title page and the table of contents.
"""

from collections.abc import Sequence

from briefing.blocks import Block
from briefing.structure import phrases
from briefing.structure.heading_looks import LookPatterns, bare, look, words_of

_FEWEST_WORDS = 15
"""How many a paragraph has, that is none of a title page."""
_OPENING = 600
"""How many blocks are looked at for where the first chapter begins."""
_NEAR = 6
"""How many blocks after the heading of a chapter its first paragraph stands at most."""
_NUMBERED = {"law": ("part",), "book": ("part", "roman")}
"""How lines are numbered that have a name under them, by the kinds of text that have such."""


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark numbers with their names; in a book, what stands before the first chapter but a preface."""
    blocks = _with_names(text, blocks, words_of(language), kind) if kind in _NUMBERED else list(blocks)
    if kind != "book":
        return blocks
    starts = phrases.boilerplate(language)
    is_start = (starts.match(text, block.start, block.end, kind="front matter") for block in blocks)
    start = next((n for n, holds in enumerate(is_start, 1) if holds), 0)
    page = _Opening(text, blocks[start : start + _OPENING], language)
    found = list(blocks[:start])
    found += [block._replace(aside="front matter") for block in blocks[start : start + page.first]]
    found += blocks[start + page.first : start + page.contents]
    found += [block._replace(aside="contents") for block in blocks[start + page.contents : start + page.body]]
    return found + list(blocks[start + page.body :])


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


class _Opening:
    """The first blocks of a book: a title page, perhaps a preface and a table of contents."""

    def __init__(self, text: str, blocks: Sequence[Block], language: str) -> None:
        words = words_of(language)
        self._looks = [look(text, block, words) for block in blocks]
        self._prose = [block.word_count(text) >= _FEWEST_WORDS and block.ends_sentence(text) for block in blocks]
        names = phrases.headings("contents", language)
        prose = next((n for n, holds in enumerate(self._prose) if holds), len(blocks))
        numbered = next((n for n, own in enumerate(self._looks[:prose]) if own.scheme in _NUMBERED["book"]), prose)
        self.contents = next((n for n, own in enumerate(self._looks) if names.match(own.text.strip(" .:_"))), 0)
        self.body = self._body() if self.contents else 0
        if self.body <= self.contents:
            self.body = self.contents = 0
        self.first = min(numbered, prose - 1 if numbered == prose else prose, self.contents or prose)
        self.first = max(self.first, 0) if prose < len(blocks) else 0
        self.contents, self.body = max(self.contents, self.first), max(self.body, self.first)

    def _body(self) -> int:
        """Return the place of the first line after the contents that repeats one of them, before a paragraph."""
        seen: set[str] = set()
        for place, own in enumerate(self._looks[self.contents + 1 :], self.contents + 1):
            name = bare(own).strip("0123456789. _").casefold()
            if own.short and name in seen and any(self._prose[place + 1 : place + _NEAR]):
                return place
            if own.short and name:
                seen.add(name)
        return 0
