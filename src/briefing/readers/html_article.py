"""Which passages of a page are its article: what trafilatura keeps, tested against the page's own paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from briefing.blocks import split_when
from briefing.patterns import regex
from briefing.readers import html_frame
from briefing.readers.html_passages import Passage, chain_of

_ENOUGH = 0.5  # Of the letters of a page's paragraphs; an article has as many
_NOTICE = 120
"""So few letters, in no two sentences, under a heading that follows a list of links are a notice of the site."""
_FEWEST_FRAMED = 2  # A page whose article is so much less than what trafilatura keeps with it has no such frame
_NEAR = 4
_PRICE = regex(r"[$£€¥₹]\s?\d|\d\s?[$£€¥₹]")
_PARTS_OF_LISTS = frozenset(("li", "ul", "ol", "dl", "dt", "dd", "td", "tr", "tbody"))
_FIRST_SIGN = 0xE0100
_SIGNS = 240
"""Variation selectors: no letter, no white space, and printable; so trafilatura leaves them where they are."""
_PLACES = 3
_MARKED = regex(rf"([\U000e0100-\U000e01ef]{{{_PLACES}}})([^\U000e0100-\U000e01ef]*)")
_ANY_SIGN = regex(r"[\U000e0100-\U000e01ef\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""And what lxml does not take in a text."""
_MOST_STEPS = 4_000_000
"""Elements of a page, each counted as often as it stands in others, twice; a long article has a tenth."""
_TOO_FINE = "count(//*) > 60000 or count(//p) > 20000 or boolean(//p[count(.//*) > 4000])"


def choose(tree: Any, passages: Sequence[Passage], *, title: int | None) -> tuple[set[int], bool]:
    """Return the places of the passages of the article, and whether they may well be too few.

    Signs are put into the texts of the tree; `title` is the place of the passage that is the title, if one is.
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
    found = {at for at, shown in enumerate(passages) if _is_line(shown) and not (framed[at] or shown.setting.aside)}
    return found if 2 * sum(passages[at].size for at in found) > sum(shown.size for shown in passages) else set()


def _asked(tree: Any, passages: Sequence[Passage], dense: set[int]) -> tuple[set[int], bool]:
    """Return what trafilatura keeps, unless it misses the densest part of the page; then that, and True."""
    if _is_heavy(tree):
        return dense, False
    whole = _weight(passages, dense)
    best: set[int] = set()
    _sign(passages)
    for fast in (True, False):
        found = _kept(tree, passages, fast=fast)
        if _weight(passages, found & dense) >= _ENOUGH * whole:
            return found, False
        best = best or found
    return (dense, True) if whole > _weight(passages, best) else (best, True)


def _is_heavy(tree: Any) -> bool:
    """Return whether trafilatura would need long: its steps are the square of several numbers."""
    from lxml import etree

    depth = steps = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        steps += depth
    return steps > _MOST_STEPS or bool(tree.xpath(_TOO_FINE))


def _sign(passages: Sequence[Passage]) -> None:
    """Put before each text of a page, in signs that are not seen, which passage it belongs to."""
    for place, passage in enumerate(passages):
        digits = (place // _SIGNS**power % _SIGNS for power in range(_PLACES))
        sign = "".join(chr(_FIRST_SIGN + digit) for digit in digits)
        for element, is_tail in passage.nodes:
            name = "tail" if is_tail else "text"
            setattr(element, name, sign + _ANY_SIGN.sub("", getattr(element, name) or ""))


def _kept(tree: Any, passages: Sequence[Passage], *, fast: bool) -> set[int]:
    """Return the places of the passages of which trafilatura keeps the better half."""
    from trafilatura import bare_extraction

    article: Any = bare_extraction(tree, fast=fast, with_metadata=False, include_comments=False, include_tables=False)
    sizes: Counter[int] = Counter()
    if article is not None:
        for text in article.body.itertext():
            for sign, words in _MARKED.findall(text):
                place = sum((ord(digit) - _FIRST_SIGN) * _SIGNS**power for power, digit in enumerate(sign))
                sizes[place] += sum(map(len, words.split()))
    better = (place for place, size in sizes.items() if 2 * size >= passages[place].size)
    return {place for place in better if not passages[place].setting.aside}


def _without_teasers(passages: Sequence[Passage], found: set[int], *, title: int | None) -> set[int]:
    """Take away what stands apart from the story: under a heading that links to another, or before the title."""
    places = [place for place in range(min(found), max(found) + 1) if place in found or passages[place].setting.level]
    apart: set[int] = set()
    for group in _sections(passages, places):
        heads = [passages[place] for place in group if passages[place].setting.level]
        if (heads and all(map(_is_link, heads))) or (title is not None and group[-1] < title):
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
    prose = (at for at, passage in enumerate(passages) if passage.is_prose and not framed[at])
    column = [at for at in prose if not columns.isdisjoint(_around(passages[at]))]
    first = min((*found, *column)) if title is None else title
    last = max((*found, *column))
    spine = {outer for place in found for outer in _around(passages[place])}
    beside = {outer for place in found for outer in _around(passages[place], 2)}
    below = () if title is None else range(title, title + _NEAR)
    filled = set(found)
    said = {passages[place].text for place in found}
    for place in range(first, last + 1):
        passage = passages[place]
        if passage.text in said or framed[place] or passage.setting.aside or passage.setting.level:
            continue
        is_near = place in below or not spine.isdisjoint(_around(passage))
        if (passage.is_prose and is_near) or (_holder(passage) in beside and _is_line(passage)):
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


def _around(passage: Passage, most: int = _NEAR) -> Iterator[Any]:
    """Return the element that a line stands in, and those around it, so many at the most."""
    return islice(chain_of(_holder(passage)), most)


def _trimmed(passages: Sequence[Passage], found: set[int], framed: Sequence[int], told: set[int]) -> set[int]:
    """Take away what leads elsewhere, headings that head nothing, and short lines that follow lists of links."""
    kept: list[int] = []
    led_away = 0
    first = min(found)
    within = range(first, max(found) + 1)
    leading = {at for at in within if passages[at].setting.level is not None or _is_link(passages[at])}
    seen = [at for at in within if at in found or (at in leading and not (framed[at] or passages[at].setting.aside))]
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
            prices = {at for at in below if _is_link(passages[at]) and _PRICE.search(passages[at].text)}
            longer = [at for at in group if at not in prices]
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


def _heads(passage: Passage, after: Passage) -> bool:
    """Return whether a passage is a heading of what comes after it: no link that leads elsewhere."""
    leads_away = _is_link(after) and not (after.setting.level and _is_anchor(after))
    return passage.setting.level is not None and not leads_away


def _in_text_lists(passages: Sequence[Passage], found: set[int]) -> set[int]:
    """Return the places of the entries of lists that are mostly found, and mostly no links."""
    lists: defaultdict[Any, list[int]] = defaultdict(list)
    for place, passage in enumerate(passages):
        if around := [element for element in chain_of(passage.setting.block) if element.tag in ("ul", "ol")]:
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


def _sections(passages: Sequence[Passage], places: Iterable[int]) -> list[list[int]]:
    """Return places by the headings that they stand under."""
    levels = [passage.setting.level for passage in passages]
    return list(split_when(places, lambda before, place: bool(levels[place] and not levels[before])))


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
