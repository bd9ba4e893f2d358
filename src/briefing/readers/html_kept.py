"""Which passages of a page trafilatura keeps: each text is signed with the place of its passage, and found again."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefing.patterns import regex
from briefing.readers.html_passages import Passage

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


def is_heavy(tree: Any) -> bool:
    """Return whether trafilatura would need long: its steps are the square of several numbers."""
    from lxml import etree

    depth = steps = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        steps += depth
    return steps > _MOST_STEPS or bool(tree.xpath(_TOO_FINE))


def sign(passages: Sequence[Passage]) -> None:
    """Put before each text of a page, in signs that are not seen, which passage it belongs to."""
    for place, passage in enumerate(passages):
        digits = (place // _SIGNS**power % _SIGNS for power in range(_PLACES))
        sign = "".join(chr(_FIRST_SIGN + digit) for digit in digits)
        for element, is_tail in passage.nodes:
            name = "tail" if is_tail else "text"
            setattr(element, name, sign + _ANY_SIGN.sub("", getattr(element, name) or ""))


def kept(tree: Any, passages: Sequence[Passage], *, fast: bool) -> set[int]:
    """Return the places of the passages of which trafilatura keeps the better half."""
    from trafilatura import bare_extraction

    article: Any = bare_extraction(tree, fast=fast, with_metadata=False, include_comments=False, include_tables=False)
    sizes: Counter[int] = Counter()
    if article is not None:
        for text in article.body.itertext():
            for sign, words in _MARKED.findall(text):
                place = sum((ord(digit) - _FIRST_SIGN) * _SIGNS**power for power, digit in enumerate(sign))
                sizes[place] += sum(map(len, words.split()))
    return {
        place
        for place, size in sizes.items()
        if 2 * size >= passages[place].size and not passages[place].setting.aside
    }
