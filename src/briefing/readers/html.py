"""HTML: the article of a page, and beside it whatever else a person sees there."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from briefing.blocks import TITLE, Reading, collapse
from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers import html_article, html_blocks, html_tree, plaintext
from briefing.readers.html_passages import Passage, chain_of
from briefing.readers.html_title import alike, bare, is_news, page_title
from briefing.readers.readings import Piece, flow
from briefing.segment import count_words

_FEWEST_WORDS = 5  # In the longest paragraph of an article
_OUTSIDE = "outside the article"
_INNER_END = regex(r"[.!?…。！？][\"'”’»)\]]*(?:\s|\Z)")
_MOST_WORDS = 25  # Of a heading
_WORDS_OF_DECK = 8  # From so many words, a heading with a full stop is a sentence
_WORDS_OF_BOLD_LINE = 12
_SEVERAL = 4
_DECK = regex(
    r"(?:\A|[\s_-])(?:deck|dek|excerpt|stand-?first|sub-?head(?:line)?|sub-?title)(?:[\s_-]|\Z)", re.IGNORECASE
)
_KICKER = regex(r"(?:\A|[\s_-])(?:epigraph|eyebrow|kicker|overline)(?:[\s_-]|\Z)", re.IGNORECASE)
"""What headings near the title are called that are no section's."""
_FEWEST_WORDS_OF_DECK = 6
_MOST_OF_TITLE = 0.6  # Of its letters; headings with as many tell it again
_NO_HEADING = ".!?…,;。！？"  # How no bold line ends that heads what follows


def read(text: str, *, name: str) -> Reading:
    """Return the article of a page, and as asides the rest of what a person sees."""
    tree = html_tree.parse(text)
    passages = [] if tree is None else html_blocks.passages(tree)
    typed = "" if tree is None else _typed(tree)
    title, at = page_title(tree, passages) if passages else (None, None)
    chosen, is_doubtful = html_article.choose(tree, passages, title=at) if passages else (set(), False)
    longest = max((count_words(passages[place].text) for place in chosen), default=0)
    if longest < _FEWEST_WORDS and typed:
        return plaintext.read(typed, name=name)
    if not chosen:
        raise SourceError(f"{name}: no article found in the page; save its text, or give the address of one article")
    if at is not None:  # A kicker, the name of a section.
        chosen = {place for place in chosen if place >= at or passages[place].is_prose}
    chosen -= _told_again(passages, sorted(chosen), title=at)
    chosen |= _described(tree, passages, range(-1 if at is None else at, min(chosen - {at}, default=0)))
    levels = _levels(passages, sorted(chosen), title=at) | ({} if at is None else {at: TITLE})
    pieces = list(_pieces(passages, chosen, levels, title=title or ""))
    if title and at is None:
        pieces.insert(0, Piece(title, TITLE))
    reading = flow(pieces, title=title)
    doubts = ("perhaps not the whole article",) if is_doubtful or longest < _FEWEST_WORDS else ()
    return reading._replace(kind="news" if is_news(tree) else "", doubts=doubts)


def _typed(tree: Any) -> str:
    """Return what a page shows as it was typed, if that is most of the page."""
    typed = max(("".join(element.itertext()) for element in tree.iter("pre")), key=len, default="")
    return typed if 2 * len(typed) > sum(map(len, tree.itertext())) else ""


def _pieces(passages: Sequence[Passage], chosen: set[int], levels: dict[int, int], *, title: str) -> Iterator[Piece]:
    for place, passage in enumerate(passages):
        first, *marks = html_blocks.pieces(passage)
        if levels.get(place) == TITLE and first.text.endswith(title):
            yield Piece(first.text.removesuffix(title).strip(), None, _OUTSIDE)
            yield Piece(title, TITLE)
        elif place in chosen or place in levels:
            yield Piece(first.text, levels.get(place))
        else:
            yield Piece(first.text, None, first.aside or _OUTSIDE)
        yield from marks


def _described(tree: Any, passages: Sequence[Passage], ahead: range) -> set[int]:
    """Return the place of the deck ahead of an article: it tells what the page says of itself to search engines."""
    told = set(map(collapse, tree.xpath("//meta[@name='description' or @property='og:description']/@content")))
    shown = (at for at in ahead[1:] if passages[at].text in told and not passages[at].setting.aside)
    return {at for at in islice(shown, 1) if len(passages[at].text.split()) >= _WORDS_OF_DECK}


def _told_again(passages: Sequence[Passage], places: Sequence[int], *, title: int | None) -> set[int]:
    """Return the places of headings that tell the title again, at once or in parts, and of what they stand below."""
    if title is None:
        return set()
    whole = bare(passages[title].text)
    heads = [place for place in places if place != title and passages[place].setting.level]
    prose = next((place for place in places if passages[place].is_prose), len(passages))
    top = {place: passages[place].text for place in heads if place < prose}
    parts = [place for place, text in top.items() if bare(text) in whole]
    is_told = sum(len(bare(top[place])) for place in parts) >= _MOST_OF_TITLE * len(whole)
    again = alike([passages[title].text], dict(reversed(top.items())))
    above = max(parts[-1] if is_told and parts else -1, -1 if again is None else again)
    return {place for place in heads if place <= above or bare(passages[place].text) == whole}


def _levels(passages: Sequence[Passage], places: Sequence[int], *, title: int | None) -> dict[int, int]:
    """Return the level of each heading of the article, by its place; a bold line that stands alone is one."""
    is_marked = any(passages[place].setting.level for place in places if place != title)
    if not is_marked and (called := _called_headings(passages, places)):
        return called
    usual = _usual_levels(passages[place] for place in places if place != title)
    levels: dict[int, int] = {}
    decks = _decks(passages, places, title=title)
    above, seen_prose = 1, title is None
    for place, after in zip(places, (*places[1:], None), strict=True):
        passage = passages[place]
        level = passage.setting.level
        is_bold_line = passage.bold == passage.size and _is_short(passage)
        if level is not None:
            if place not in decks and (not _is_sentence(passage.text) or level in usual):
                above = levels[place] = level
        elif passage.is_prose:
            seen_prose = True
        elif seen_prose and is_bold_line and after is not None and passages[after].is_prose:
            levels[place] = min(above + 1, 6)
    return levels


def _usual_levels(heads: Iterable[Passage]) -> set[int]:
    """Return the levels at which a page has so many short headings that a sentence may be one, too."""
    short = [head for head in heads if head.setting.level and len(head.text.split()) <= _MOST_WORDS]
    phrases = Counter(head.setting.level for head in short if not _is_sentence(head.text))
    counts = Counter(head.setting.level for head in short)
    return {level for level, count in counts.items() if level and (count >= _SEVERAL or phrases[level] > 1)}


def _called_headings(passages: Sequence[Passage], places: Sequence[int]) -> dict[int, int]:
    """Return the levels of lines that are called alike, as `<p class="subhead">`, and each stand over a paragraph."""
    called: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        called[passages[place].setting.block.get("class") or ""].append(place)
    after = dict(pairwise(places))
    short = {place for place in after if _is_short(passages[place])}
    lines = {name: found for name, found in called.items() if name and len(found) > 1 and short.issuperset(found)}
    within = {place: name for name, found in lines.items() for place in found}
    levels: dict[int, int] = {}
    for name, found in lines.items():
        below = [after[place] for place in found]
        if all(passages[p].is_prose or within.get(p, name) != name for p in below):
            levels |= dict.fromkeys(found, min(2 + len(set(levels.values())), 6))
    return levels


def _decks(passages: Sequence[Passage], places: Sequence[int], *, title: int | None) -> set[int]:
    """Return the places of headings below the title that are its own: called so, in its head, or the longest."""
    below = [place for place in places if title is not None and place > title]
    words = {place: len(passages[place].text.split()) for place in below if passages[place].setting.level}
    top = set(below[: [*(at for at, place in enumerate(below) if passages[place].is_prose), len(below)][:2][-1]])
    around = () if title is None else chain_of(passages[title].setting.block)
    head = next((outer for outer in around if outer.tag in ("header", "hgroup")), None)
    decks = {place for place in top.intersection(words) if _is_deck(passages[place], head)}
    first = next((place for place in words if place not in decks), None)
    others = (count for at, count in words.items() if at != first and not _is_sentence(passages[at].text))
    longest = max(others, default=0)
    is_first = first is not None and not any(passages[place].is_prose for place in below if place < first)
    if first is not None and is_first and words[first] >= max(_WORDS_OF_DECK, longest + 1):
        decks.add(first)
    return decks


def _is_deck(passage: Passage, head: Any) -> bool:
    called, is_long = passage.setting.block.get("class") or "", len(passage.text.split()) >= _FEWEST_WORDS_OF_DECK
    is_called = (_DECK.search(called) and is_long) or _KICKER.search(called)
    return bool(is_called) or (head is not None and head in chain_of(passage.setting.block))


def _is_sentence(text: str) -> bool:
    """Return whether a heading is none but by its mark: a standfirst, a paragraph in large print."""
    words = len(text.split())
    ended = text.rstrip("\"'”’»)]").endswith((".", "…", "。")) and words >= _WORDS_OF_DECK
    several = len(_INNER_END.findall(text)) > 1 and words >= _WORDS_OF_DECK
    return words > _MOST_WORDS or ended or several


def _is_short(passage: Passage) -> bool:
    return passage.text[-1] not in _NO_HEADING and len(passage.text.split()) <= _WORDS_OF_BOLD_LINE
