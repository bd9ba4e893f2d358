"""Which passages of a page are its article: what trafilatura keeps, tested against the page's own paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from briefing.patterns import regex
from briefing.readers import html_frame, html_kept
from briefing.readers.html_passages import Passage, chain_of

_ENOUGH = 0.5
"""Of the letters of a page's paragraphs; an article has as many."""
_NOTICE = 120
"""So few letters, in no two sentences, under a heading that follows a list of links are a notice of the site."""
_FEWEST_FRAMED = 2
"""A page whose article is so much less than what trafilatura keeps with it has no such frame."""
_NEAR = 4
_PRICE = regex(r"[$£€¥₹]\s?\d|\d\s?[$£€¥₹]")
_PARTS_OF_LISTS = frozenset(("li", "ul", "ol", "dl", "dt", "dd", "td", "tr", "tbody"))


def choose(tree: Any, passages: Sequence[Passage], *, title: int | None) -> tuple[set[int], bool]:
    """Return the places of the passages of the article, and whether they may well be too few.

    Args:
        tree: the page; signs are put into its texts.
        passages: what a person sees of it.
        title: the place of the passage that is the title, if one is.
    """
    framed = html_frame.framed(passages)
    prose = [place for place, passage in enumerate(passages) if passage.is_prose and not framed[place]]
    dense = _densest(passages, prose)
    found, is_doubtful = _asked(tree, passages, dense)
    found = {at for at in found if framed[at] != html_frame.OTHERS and any(map(str.isalpha, passages[at].text))}
    if not found:
        return _whole(passages, framed), True
    unframed = {place for place in found if not framed[place]}
    if _FEWEST_FRAMED * _weight(passages, unframed) > _weight(passages, found):
        found = unframed
    found = _filled(passages, _without_teasers(passages, found, title=title), framed, title=title)
    told = _in_text_lists(passages, found)
    found |= {at for at in told if not (framed[at] or passages[at].setting.aside)}
    return _trimmed(passages, found, framed, told) - _teasers(passages, found), is_doubtful


def _whole(passages: Sequence[Passage], framed: Sequence[int]) -> set[int]:
    """Return what a page shows beside links and its frame, where that is most of what it shows."""
    found = {
        at for at, passage in enumerate(passages) if _is_line(passage) and not (framed[at] or passage.setting.aside)
    }
    sizes = [passage.size for passage in passages]
    return found if 2 * sum(sizes[place] for place in found) > sum(sizes) else set()


def _asked(tree: Any, passages: Sequence[Passage], dense: set[int]) -> tuple[set[int], bool]:
    """Return what trafilatura keeps, unless it misses the densest part of the page; then that, and True."""
    if html_kept.is_heavy(tree):
        return dense, False
    whole = _weight(passages, dense)
    best: set[int] = set()
    html_kept.sign(passages)
    for fast in (True, False):
        found = html_kept.kept(tree, passages, fast=fast)
        if _weight(passages, found & dense) >= _ENOUGH * whole:
            return found, False
        best = best or found
    return (dense, True) if whole > _weight(passages, best) else (best, True)


def _without_teasers(passages: Sequence[Passage], found: set[int], *, title: int | None) -> set[int]:
    """Take away what stands apart from the story: under a heading that links to another, or before the title."""
    places = [place for place in range(min(found), max(found) + 1) if place in found or passages[place].setting.level]
    apart: set[int] = set()
    for group in _sections(passages, places):
        heads = [passages[place] for place in group if passages[place].setting.level]
        if (heads and all(_is_link(head) for head in heads)) or (title is not None and group[-1] < title):
            apart.update(group)
    story = found - apart
    if not apart or 2 * _weight(passages, story) < _weight(passages, found):
        return found
    home = _common(passages[place].setting.block for place in (story if title is None else {*story, title}))
    return {place for place in found if place in story or home in chain_of(passages[place].setting.block)}


def _common(elements: Iterator[Any]) -> Any:
    """Return the innermost element that holds all of these."""
    chain = list(chain_of(next(elements)))
    depths = {element: depth for depth, element in enumerate(chain)}
    return chain[max((next(depths[o] for o in chain_of(element) if o in depths) for element in elements), default=0)]


def _filled(passages: Sequence[Passage], found: set[int], framed: Sequence[int], *, title: int | None) -> set[int]:
    """Add what stands within the article, from its title on: paragraphs, lines beside them, headings above them."""
    columns = {_holder(passages[place]).getparent() for place in found if passages[place].is_prose}
    column = [
        place
        for place, passage in enumerate(passages)
        if passage.is_prose
        and not framed[place]
        and not columns.isdisjoint(islice(chain_of(_holder(passage)), _NEAR))
    ]
    first, last = min((*found, *column)), max((*found, *column))
    if title is not None:
        first = title
    spine = {outer for place in found for outer in islice(chain_of(_holder(passages[place])), _NEAR)}
    beside = {outer for place in found for outer in islice(chain_of(_holder(passages[place])), 2)}
    below = () if title is None else range(title, title + _NEAR)
    filled = set(found)
    said = {passages[place].text for place in found}
    for place in range(first, last + 1):
        passage = passages[place]
        if passage.text in said or framed[place] or passage.setting.aside or passage.setting.level:
            continue
        holder = _holder(passage)
        is_near = place in below or any(outer in spine for outer in islice(chain_of(holder), _NEAR))
        if (passage.is_prose and is_near) or (holder in beside and _is_line(passage)):
            filled.add(place)
            said.add(passage.text)
    return filled.union(_heading(passages, filled, framed, range(first, last + 1)))


def _heading(passages: Sequence[Passage], found: set[int], framed: Sequence[int], within: range) -> Iterator[int]:
    """Yield the places of the headings that stand above what was found."""
    heads = is_new = False
    for place in reversed(within):
        setting = passages[place].setting
        if setting.aside or framed[place]:
            continue
        if setting.level:
            is_new = True
            if heads:
                yield place
        else:
            heads = place in found or (heads and not is_new and not passages[place].is_prose)
            is_new = False


def _is_line(passage: Passage) -> bool:
    """Return whether a passage says something, and not in links."""
    return 2 * passage.linked < passage.size and any(map(str.isalpha, passage.text))


def _holder(passage: Passage) -> Any:
    """Return the element that a line stands in; that of a list for its entries, and a frame for what it holds."""
    block = passage.setting.block
    while block.tag != "body" and (around := block.getparent()) is not None:
        is_frame = around.tag != "body" and len(around) == 1 and not (around.text or "").strip()
        if not is_frame and block.tag not in _PARTS_OF_LISTS:
            break
        block = around
    return block


def _trimmed(passages: Sequence[Passage], found: set[int], framed: Sequence[int], told: set[int]) -> set[int]:
    """Take away what leads elsewhere, headings that head nothing, and short lines that follow lists of links."""
    kept: list[int] = []
    led_away = 0
    first = min(found)
    seen = [
        place
        for place in range(first, max(found) + 1)
        if place in found or not (framed[place] or passages[place].setting.aside or not _leads(passages[place]))
    ]
    for group in _sections(passages, seen):
        below = [place for place in group if not passages[place].setting.level]
        lines = [place for place in below if place in told or not _is_link(passages[place])]
        are_links = bool(below) and not lines and len(below) < len(group)
        level = passages[group[0]].setting.level or 0
        if not led_away and are_links and not _is_anchor(passages[below[0]]):
            led_away = level
        told_there = " ".join(passages[place].text for place in lines)
        is_notice = led_away and level >= led_away and len(told_there) <= _NOTICE and ". " not in told_there
        if lines and (first in group or not is_notice):
            led_away = 0
            longer = [at for at in group if passages[at].setting.level or not _is_price(passages[at])]
            kept += [*(at for at, after in pairwise(longer) if _heads(passages[at], passages[after])), *lines]
            kept += [at for at, after in pairwise(group) if passages[at].setting.level and after in told]
    return found.intersection(kept)


def _teasers(passages: Sequence[Passage], found: set[int]) -> set[int]:
    """Return the places of headings that lead to other stories, apart from the paragraphs that come after them."""
    teasers: set[int] = set()
    below: Any = None
    for place in sorted(found, reverse=True):
        passage = passages[place]
        block = passage.setting.block
        if passage.is_prose:
            below = block
        elif passage.setting.level and below is not None and _is_link(passage) and not _is_anchor(passage):
            around = next((outer for outer in block.iterancestors() if outer.tag not in ("header", "hgroup")), None)
            if around is None or around.tag == "a" or around not in chain_of(below):
                teasers.add(place)
    return teasers


def _is_price(passage: Passage) -> bool:
    return _is_link(passage) and _PRICE.search(passage.text) is not None


def _heads(passage: Passage, after: Passage) -> bool:
    """Return whether a passage is a heading of what comes after it: no link that leads elsewhere."""
    return passage.setting.level is not None and not (
        _is_link(after) and not (after.setting.level and _is_anchor(after))
    )


def _in_text_lists(passages: Sequence[Passage], found: set[int]) -> set[int]:
    """Return the places of the entries of lists that are mostly found, and mostly no links."""
    lists: defaultdict[Any, list[int]] = defaultdict(list)
    for place, passage in enumerate(passages):
        around = [element for element in chain_of(passage.setting.block) if element.tag in ("ul", "ol")]
        if around:
            lists[around[-1]].append(place)
    result: set[int] = set()
    for places in lists.values():
        text = sum(passages[place].size for place in found.intersection(places) if not _is_link(passages[place]))
        most = 2 * text > sum(passages[place].size for place in places)
        if most and not any(passages[place].setting.level for place in places):
            result.update(places)
    return result


def _is_anchor(passage: Passage) -> bool:
    link = passage.setting.block.find(".//a[@href]")
    return link is not None and link.get("href").startswith("#")


def _leads(passage: Passage) -> bool:
    return passage.setting.level is not None or _is_link(passage)


def _sections(passages: Sequence[Passage], places: Iterable[int]) -> list[list[int]]:
    """Return places by the headings that they stand under."""
    groups: list[list[int]] = [[]]
    for place in places:
        if passages[place].setting.level and groups[-1] and not passages[groups[-1][-1]].setting.level:
            groups.append([])
        groups[-1].append(place)
    return groups


def _is_link(passage: Passage) -> bool:
    """Return whether a passage is no more than a link: to read on, to another article."""
    return 10 * passage.linked >= 9 * passage.size and not passage.text.endswith((".", "。"))


def _weight(passages: Sequence[Passage], places: set[int]) -> int:
    return sum(passages[place].size for place in places if passages[place].is_prose)


def _densest(passages: Sequence[Passage], prose: Sequence[int]) -> set[int]:
    """Return the paragraphs of the element that holds most of them close together."""
    weights: Counter[Any] = Counter()
    for place in prose:
        for depth, outer in enumerate(islice(chain_of(passages[place].setting.block), _NEAR)):
            weights[outer] += passages[place].size / 2**depth
    if not weights:
        return set()
    top = max(weights, key=lambda element: weights[element])
    return {place for place in prose if top in islice(chain_of(passages[place].setting.block), _NEAR + 2)}
