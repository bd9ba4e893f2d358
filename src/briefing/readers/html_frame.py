"""Which passages of a page stand in its frame: beside its article, and not in it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any

from briefing.patterns import regex
from briefing.readers.html_passages import Passage, chain_of

_FRAME_SHARE = 0.4
_COMMENTS_SHARE = 0.8
_FORM_SHARE = 0.1
"""Of all paragraphs, at most so many stand in a frame, in comments, beside a form in its box."""
_MOST_BESIDE_FORM, _NEAR = 6, 3
"""Lines; a list of ingredients that can be multiplied has more."""
_COMMENTS = regex(r"(?:\A|[\s_-])(?:comments|disqus)(?:[\s_-]|\Z)", re.IGNORECASE)
_FRAME = regex(
    r"(?:\A|[\s_-])(?:aside|author|banner|bio|breadcrumbs?|byline|comment(?:s|aires?)?|comentarios?|kommentare?|consent"
    r"|cookies?|copyright|disclaimer|disqus|footer|masthead|menu|meta|modal|nav(?:bar|igation)?|newsletter|nutrition|outbrain"
    r"|popup|promo|ratings?|recirc\w*|recommend\w*|register|regwall|related|respond|share|sharing|sidebar|sign-?up|social|sponsor\w*|subscri\w*"
    r"|taboola|tags?|teasers?|toc|trending|user|votes?|widget)(?:[\s_-]|\Z)",
    re.IGNORECASE,
)
_WORD_IN_NAME = regex(r"(?<=[a-z])(?=[A-Z])(?!(?<=article)Teaser)")
"""Where a word begins in 'inlineSignup'; what 'articleTeaser' is called is what an article opens with."""
_NO_FRAMES = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"})
_FRAME_TAGS = frozenset({"aside", "footer", "form", "nav", "dialog"})


def framed(passages: Sequence[Passage]) -> list[bool]:
    """Return of each passage whether it stands in the page's frame: a sidebar, a footer, comments, a form.

    What holds a good part of all paragraphs is no frame, whatever it is called.
    """
    weights: Counter[Any] = Counter()
    whole = 0
    lines = Counter(around for passage in passages for around in islice(chain_of(passage.setting.block), _NEAR))
    for passage in passages:
        if passage.is_prose:
            whole += passage.size
            for around in chain_of(passage.setting.block):
                weights[around] += passage.size
    known: dict[Any, bool] = {}
    root = passages[0].setting.block.getroottree() if passages else None
    boxes = {form.getparent() for form in ([] if root is None else root.iterfind(".//form"))}

    def is_inside(element: Any) -> bool:
        chain = []
        while element is not None and element not in known:
            chain.append(element)
            element = element.getparent()
        inside = False if element is None else known[element]
        for around in reversed(chain):
            share = weights[around] / max(whole, 1)
            is_box = around in boxes and lines[around] <= _MOST_BESIDE_FORM
            inside = inside or share <= (_FORM_SHARE if is_box else _frame_share(around))
            known[around] = inside
        return inside

    found = [is_inside(passage.setting.block) for passage in passages]
    is_article = any(passage.is_prose and not inside for passage, inside in zip(passages, found, strict=True))
    return found if is_article else [False] * len(found)


def _frame_share(element: Any) -> float:
    """Return how much of all paragraphs may stand in an element that is a frame; less than nothing if it is none."""
    if element.tag in _NO_FRAMES:
        return -1
    names = _WORD_IN_NAME.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")
    if _COMMENTS.search(names):
        return _COMMENTS_SHARE
    return _FRAME_SHARE if element.tag in _FRAME_TAGS or _FRAME.search(names) else -1
