"""HTML: the article of a page, and beside it whatever else a person sees there."""

from collections.abc import Iterator, Sequence

from briefing.blocks import TITLE, Reading
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers import html_article, html_blocks, html_tree
from briefing.readers.html_passages import Passage
from briefing.readers.html_title import page_title
from briefing.readers.readings import Piece, flow
from briefing.segment import count_words

_FEWEST_WORDS = 5
"""In the longest paragraph of an article."""
_OUTSIDE = "outside the article"
_DOUBT = "perhaps not the whole article"
_INNER_END = regex(r"[.!?…。！？][\"'”’»)\]]*(?:\s|\Z)")
_MOST_WORDS = 25
"""Of a heading."""
_WORDS_OF_DECK = 8
"""From so many words, a heading with a full stop is a sentence."""
_WORDS_OF_BOLD_LINE = 12
_NO_HEADING = ".!?…,;。！？"
"""How no bold line ends that heads what follows."""


def read(text: str, *, name: str) -> Reading:
    """Return the article of a page, and as asides the rest of what a person sees."""
    tree = html_tree.parse(text)
    passages = [] if tree is None else html_blocks.passages(tree)
    title, at = page_title(tree, passages) if passages else (None, None)
    chosen, is_doubtful = html_article.choose(tree, passages, title=at) if passages else (set(), False)
    if not any(count_words(passages[place].text) >= _FEWEST_WORDS for place in chosen):
        raise SourceError(f"{name}: no article found in the page; save its text, or give the address of one article")
    levels = _levels(passages, sorted(chosen)) | ({} if at is None else {at: TITLE})
    pieces = list(_pieces(passages, chosen, levels))
    if title and at is None:
        pieces.insert(0, Piece(title, TITLE))
    reading = flow(pieces, title=title)
    return reading._replace(doubts=(_DOUBT,)) if is_doubtful else reading


def _pieces(passages: Sequence[Passage], chosen: set[int], levels: dict[int, int]) -> Iterator[Piece]:
    for place, passage in enumerate(passages):
        first, *marks = html_blocks.pieces(passage)
        if place in chosen or place in levels:
            yield Piece(first.text, levels.get(place))
        else:
            yield Piece(first.text, None, first.aside or _OUTSIDE)
        yield from marks


def _levels(passages: Sequence[Passage], places: Sequence[int]) -> dict[int, int]:
    """Return the level of each heading of the article, by its place; a bold line that stands alone is one."""
    levels: dict[int, int] = {}
    above, seen_prose = 1, False
    for place, after in zip(places, (*places[1:], None), strict=True):
        passage = passages[place]
        level = passage.setting.level
        if level is not None:
            if not _is_sentence(passage.text):
                above = levels[place] = level
        elif html_article.is_prose(passage):
            seen_prose = True
        elif seen_prose and after is not None and _is_bold_line(passage) and html_article.is_prose(passages[after]):
            levels[place] = min(above + 1, 6)
    return levels


def _is_sentence(text: str) -> bool:
    """Return whether a heading is none but by its mark: a standfirst, a paragraph in large print."""
    words = len(text.split())
    ended = text.rstrip("\"'”’»)]").endswith((".", "…", "。")) and words >= _WORDS_OF_DECK
    several = len(_INNER_END.findall(text)) > 1 and words >= _WORDS_OF_DECK
    return words > _MOST_WORDS or ended or several


def _is_bold_line(passage: Passage) -> bool:
    whole = passage.bold == passage.size and passage.text[-1] not in _NO_HEADING
    return whole and len(passage.text.split()) <= _WORDS_OF_BOLD_LINE
