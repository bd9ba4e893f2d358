"""How much a source may hold: what is refused, in one line that names the limit, before it takes time or memory."""

MAX_UNPACKED = 60_000_000
"""Bytes that an archive may unpack to, of all members that are read."""
MAX_RATIO = 100
"""How many times its own size an archive may unpack to; XML is packed to a tenth, at best to a fiftieth."""
MAX_TEXT_RATIO = 5
"""How many times as many characters as its own bytes an archive may hold; prose is packed to a third."""
SMALL_UNPACKED, SMALL_TEXT = 5_000_000, 2_000_000
"""Bytes and characters that any archive may unpack to, however small."""
MAX_MEMBERS = 20_000
"""Files in an archive."""
MAX_ELEMENTS = 1_000_000
"""Elements of markup in a document; a book of a thousand pages has half as many."""
MAX_BLOCKS = 100_000
"""Paragraphs, headings and the like in a source without lines."""
MAX_DEPTH = 1_000
"""How deep groups may stand in groups."""


class LimitError(Exception):
    """A source holds more than it may; the words say what, and how much is read."""
