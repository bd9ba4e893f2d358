"""What stands around an article in a page that was copied as text.

Comes in: blocks. Goes out: the title that a page says twice, the menu above it and the other stories below aside.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from briefing.blocks import TITLE, Block
from briefing.patterns import regex
from briefing.structure import phrases

_HEAD_BLOCKS = 80
_WORDS_OF_TITLE, _WORDS_OF_CALL, _WORDS_OF_PARAGRAPH = 4, 4, 15
"""The title has so many at least, 'Latest posts' at most, a paragraph of the article at least."""
_SITE = regex(r" [|–—·-] ")


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:  # noqa: ARG001
    """Mark the title, the menu and the other stories of a copied page."""
    title, end = _title(text, blocks), _end(text, blocks, language)
    found = list(blocks)
    found[:title] = [_aside(block, "navigation") for block in blocks[:title]]
    found[end:] = [_aside(block, "read more") for block in blocks[end:]]
    if title:
        found[title] = blocks[title]._replace(level=TITLE)
    return found


def _title(text: str, blocks: Sequence[Block]) -> int:
    """Return the place of the last of the lines above the first paragraph that says the only one said twice; or 0."""
    head = list(takewhile(lambda block: not _is_paragraph(text, block), blocks[:_HEAD_BLOCKS]))
    names = [_SITE.split(block.words(text))[0] if block.is_open else "" for block in head]
    often = Counter(name for name in names if name.count(" ") + 1 >= _WORDS_OF_TITLE)
    twice = [name for name, count in often.items() if count > 1]
    if len(twice) != 1 or len(head) == len(blocks):
        return 0
    place = len(names) - 1 - names[::-1].index(twice[0])
    entries = {name for name in names[:place] if " " in name} - {*twice}
    is_contents = any(block.words(text) in entries for block in blocks[place:])
    return 0 if is_contents else place


def _end(text: str, blocks: Sequence[Block], language: str) -> int:
    """Return the place of what calls the reader to other stories, where no paragraph follows."""
    known, end = phrases.boilerplate(language), len(blocks)
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        if _is_paragraph(text, block):
            break
        is_call = block.is_open and block.word_count(text) <= _WORDS_OF_CALL
        if is_call and next(known.kinds(block.words(text)), "") == "read more":
            end = place
    return end


def _aside(block: Block, aside: str) -> Block:
    return block._replace(aside=aside) if block.is_open else block


def _is_paragraph(text: str, block: Block) -> bool:
    return block.ends_sentence(text) and block.word_count(text) >= _WORDS_OF_PARAGRAPH
