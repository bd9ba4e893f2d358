"""From the sizes of an article and its briefing to words that say how much shorter it is."""

from briefing.document import Briefing

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019)."""


def arithmetic(briefing: Briefing, arrow: str) -> tuple[str, str]:
    """Return how many sentences became how many, and how long both take to read: '3 min → 35 s'."""
    whole, short = briefing.document_size, briefing.briefing_size
    share = f" ({short.sentences / whole.sentences:.0%})" if whole.sentences else ""
    noun = "sentence" if whole.sentences == 1 else "sentences"
    return (
        f"{whole.sentences} {noun} {arrow} {short.sentences}{share}",
        f"{_duration(whole.words)} {arrow} {_duration(short.words)}",
    )


def _duration(words: int) -> str:
    seconds = 60 * words / _WORDS_A_MINUTE
    return f"{round(seconds / 60)} min" if seconds >= 90 else f"{max(5, 5 * round(seconds / 5))} s"
