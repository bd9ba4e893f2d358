"""Which passages of a page stand in its frame: beside its article, and not in it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Any

from briefing.patterns import regex
from briefing.readers.html_passages import Passage, chain_of

_FRAME_SHARE = 0.4
_COMMENTS_SHARE = 0.8
_CARD_SHARE = 0.5
_FORM_SHARE = 0.1
"""Of all paragraphs, at most so many stand in a frame, in comments, in the card of another article, beside a form."""
_MOST_BESIDE_FORM, _NEAR = 6, 3  # Lines; a list of ingredients that can be multiplied has more
OTHERS = 2
"""The frame of what others say: readers in comments, the cards of other articles."""
_COMMENTS = regex(r"(?:\A|[\s_-])(?:comments|disqus)(?:[\s_-]|\Z)", re.IGNORECASE)
_FRAME = regex(
    r"(?:\A|[\s_-])(?:[ao]mbox|aside|author|banner|bio|breadcrumbs?|byline|comment(?:s|aires?)?|comentarios?|kommentare?|consent"
    r"|cookies?|copyright|disclaimer|disqus|dialog|footer|gallery|masthead|menu|message-?bar|meta|modal|nav(?:bar|igation)?|newsletter"
    r"|nutrition|outbrain|overlay|poll|popup|promo|quiz|ratings?|recirc\w*|recommend\w*|register|regwall|related"
    r"|respond|share|sharing|sidebar|sign-?up|social|sponsor\w*|subscri\w*|taboola|tags?|teasers?|toc|trending|user|video-player|votes?|widget)(?:[\s_-]|\Z)",
    re.IGNORECASE,
)
_WORD_IN_NAME = regex(r"(?<=[a-z])(?=[A-Z])(?!(?<=article)Teaser)")
"""Where a word begins in 'inlineSignup'; what 'articleTeaser' is called is what an article opens with."""
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_FRAMES = _HEADS | {"html", "body", "main", "article"}
_FRAME_TAGS = frozenset({"aside", "footer", "form", "nav", "dialog"})


def framed(passages: Sequence[Passage]) -> list[int]:
    """Return of each passage whether it stands in the page's frame, a sidebar, a footer, a form, or in `OTHERS`.

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
    known: dict[Any, int] = {None: 0}
    boxes = {form.getparent() for form in passages[0].setting.block.getroottree().iterfind(".//form")}
    for passage in passages:
        new = takewhile(lambda around: around not in known, chain_of(passage.setting.block))
        for around in reversed(list(new)):
            share = weights[around] / max(whole, 1)
            is_box = around in boxes and lines[around] <= _MOST_BESIDE_FORM and share <= _FORM_SHARE
            known[around] = max(known[around.getparent()], _frame(around, share), is_box)
    found = [known[passage.setting.block] for passage in passages]
    is_article = any(passage.is_prose and not frame for passage, frame in zip(passages, found, strict=True))
    return found if is_article else [0] * len(found)


def _frame(element: Any, share: float) -> int:
    """Return which frame an element is that holds this share of all paragraphs, 0 for none."""
    if element.tag in _NO_FRAMES:
        return OTHERS if element.tag == "article" and share <= _CARD_SHARE and _is_card(element) else 0
    names = _WORD_IN_NAME.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}")
    if _COMMENTS.search(names):
        return OTHERS if share <= _COMMENTS_SHARE else 0
    return int(share <= _FRAME_SHARE and (element.tag in _FRAME_TAGS or _FRAME.search(names) is not None))


def _is_card(article: Any) -> bool:
    """Return whether an article's only heading is a link, and the page's own heading stands elsewhere."""
    heads = [element for element in article.iter() if element.tag in _HEADS]
    linked = [head for head in heads if head.find(".//a[@href]") is not None or head.getparent().tag == "a"]
    return len(heads) == len(linked) == 1 and heads[0].tag != "h1" and article.getroottree().find(".//h1") is not None
