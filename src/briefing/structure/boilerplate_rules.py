"""Where each kind of boilerplate is believed to be some, and how far it reaches."""

from typing import NamedTuple

from briefing.structure import kinds

PRESS = frozenset({"press release"})
"""The kinds of text that firms send out."""
_EVERY = frozenset(kinds.KINDS)


class Convention(NamedTuple):
    """Where boilerplate of a kind is believed to be some, and how far it reaches."""

    at_an_end: bool = False
    """Whether it must stand at either end of the text."""
    texts: frozenset[str] = _EVERY
    """The kinds of text that have it."""
    reach: str = ""
    """What goes with the block: 'lines' (short lines after it), 'list' (the items after it), 'part' (all up to the
    next short line), 'rest' (all after it), 'before' (all before it), or nothing."""


CONVENTIONS = {
    "byline": Convention(at_an_end=True),
    "date": Convention(at_an_end=True),
    "dateline": Convention(at_an_end=True),
    "sign-off": Convention(at_an_end=True, reach="lines"),
    "salutation": Convention(at_an_end=True),
    "banner": Convention(texts=frozenset({"mail"})),
    "release": Convention(at_an_end=True),
    "genre": Convention(at_an_end=True),
    "contact": Convention(at_an_end=True, reach="lines"),
    "quoted mail": Convention(texts=frozenset({"mail"})),
    "attendance": Convention(texts=frozenset({"minutes"}), reach="list"),
    "adjournment": Convention(texts=frozenset({"minutes"}), at_an_end=True),
    "about": Convention(texts=PRESS, reach="part"),
    "disclaimer": Convention(texts=PRESS | {"mail"}, reach="part"),
    "imprint": Convention(texts=frozenset({"book"})),
    "front matter": Convention(texts=frozenset({"book"}), reach="before"),
    "licence": Convention(texts=frozenset({"book"}), reach="rest"),
    "enactment": Convention(texts=frozenset({"law", "minutes"})),
    "signature": Convention(texts=frozenset({"law", "judgment"}), at_an_end=True, reach="rest"),
    "court": Convention(texts=frozenset({"judgment"})),
    "acknowledgements": Convention(texts=frozenset()),  # after the headings are known: one may stand above
}
"""By kind of boilerplate; kinds that do not stand here are believed everywhere, and reach no further."""
ANYWHERE = Convention()
"""What holds where nothing is agreed."""
SECTIONS = (
    ("thanks", "acknowledgements", _EVERY),
    ("attendance", "attendance", frozenset({"minutes"})),
    ("jokes", "jokes", frozenset({"minutes"})),
    ("back_matter", "back matter", frozenset({"book"})),
    ("imprint", "copyright", frozenset({"proposal"})),
)
"""Headings whose sections are no part of the article: their kind, what the sections are, the kinds of text."""
