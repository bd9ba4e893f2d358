"""Which blocks are the title, where the format says what is a heading."""

from dataclasses import replace

from briefing.blocks import TITLE, Block, Reading


def mark(reading: Reading) -> list[Block]:
    """Return the blocks of a reading, the title marked: the one topmost heading before all else, and what repeats it.

    A title is often given twice: as a property or on a page of its own, and above the text.
    """
    text, blocks = reading.text, reading.blocks
    article = [place for place, block in enumerate(blocks) if not block.aside]
    title, count = reading.title, 0
    if article and (level := blocks[article[0]].level) is not None:
        top = blocks[article[0]].words(text)
        others = [
            block.level
            for block in (blocks[place] for place in article)
            if block.level is not None and block.words(text) != top
        ]
        if level < min(others, default=2):
            title, count = top, 1
    while count < len(article) and title and blocks[article[count]].words(text).casefold() == title.casefold():
        count += 1
    places = set(article[:count])
    return [replace(block, level=TITLE) if place in places else block for place, block in enumerate(blocks)]
