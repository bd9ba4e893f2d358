"""From a Briefing to what is printed: pure functions, a module a format."""

from typing import NamedTuple

from briefing.digests import Digest
from briefing.document import Briefing
from briefing.terminal import Ink

FORMATS = ("rich", "text", "lines", "markdown", "json")
"""The names of the formats that a briefing can be printed in."""
SCREEN_LINES = 24
"""Lines of the screen that a memo fits, unless another height is asked for."""


_WIDEST = 100
"""Columns beyond which lines are too long to read."""
_LEAST = 20


class Signs(NamedTuple):
    """The signs that are drawn around the article's words."""

    bullet: str = "•"
    arrow: str = "→"
    separator: str = " · "
    chosen: str = "■"
    """A place in the article that points come from."""
    passed: str = "·"
    """A place that none comes from."""
    opening: str = "»"
    """Before a chosen sentence where there is no colour; `closing` after it."""
    closing: str = "«"
    more: str = "…"
    """Where something is left."""


class Look(NamedTuple):
    """How output is to look, and in which format; each heeds what concerns it."""

    style: str = "text"
    """The format's name, never 'auto'."""
    width: int = 80
    """Columns of what is drawn for people."""
    height: int | None = None
    """Lines of the screen; None where there is no end to them."""
    colour: Ink = Ink.NONE
    """What escape sequences may do to it."""
    unicode: bool = True
    """Whether signs outside ASCII may be drawn."""
    spaced: bool = False
    """Whether plain text has a blank line after a heading."""
    left_out: bool = False
    """Whether plain text names the sections without a point."""

    @property
    def signs(self) -> Signs:
        """What may be drawn."""
        return Signs() if self.unicode else Signs("*", "->", " - ", "#", ".", ">>", "<<", "...")

    @property
    def readable(self) -> "Look":
        """The same, no wider than lines can be read, nor narrower than they can be drawn."""
        return self._replace(width=max(_LEAST, min(self.width, _WIDEST)))


_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019)."""
PLAIN = Look()
"""How output looks where nothing is said of it."""


def render(briefing: Briefing, format: str, look: Look = PLAIN) -> str:
    """Return a briefing in the named format, ending with a line end unless it is empty."""
    if format == "rich":
        from briefing.render import rich

        return rich.render(briefing, look)
    from briefing.render import json, markdown, text

    if format == "text":
        return text.render_text(briefing, look)
    plain = {"lines": text.render_lines, "markdown": markdown.render, "json": json.render}
    return plain[format](briefing)


def render_digest(digest: Digest, format: str, look: Look = PLAIN) -> str:
    """Return a digest in the named format, ending with a line end unless it is empty."""
    if format == "rich":
        from briefing.render import rich

        return rich.render_digest(digest, look)
    from briefing.render import digest as plain

    return plain.render(digest, format)


def is_whole(briefing: Briefing) -> bool:
    """Return whether nothing was left out of a briefing: its article is too short to be shortened."""
    return 0 < briefing.briefing_size.sentences == briefing.document_size.sentences


def arithmetic(briefing: Briefing, arrow: str) -> tuple[str, str]:
    """Return how many sentences became how many, and how long both take to read: '3 min → 35 s'."""
    whole, short = briefing.document_size, briefing.briefing_size
    if is_whole(briefing):
        return f"all {whole.sentences} sentences" if whole.sentences > 1 else "1 sentence", _duration(whole.words)
    share = f" ({short.sentences / whole.sentences:.0%})" if whole.sentences else ""
    return (
        f"{whole.sentences} sentence{'s' * (whole.sentences != 1)} {arrow} {short.sentences}{share}",
        f"{_duration(whole.words)} {arrow} {_duration(short.words)}",
    )


def _duration(words: int) -> str:
    seconds = 60 * words / _WORDS_A_MINUTE
    return f"{round(seconds / 60)} min" if seconds >= 90 else f"{max(5, 5 * round(seconds / 5))} s"
