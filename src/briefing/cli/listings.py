"""`briefing methods` and `briefing languages`: what can be asked for."""

from collections.abc import Sequence

from briefing.cli import run
from briefing.cli.output import emit
from briefing.languages import LANGUAGES, language, vocabulary
from briefing.render.text import columns
from briefing.scoring import METHODS


def methods() -> None:
    """List the methods that score sentences, and what each looks for."""
    _list(list(METHODS.items()))


def languages() -> None:
    """List the languages that articles may be in, with their codes, and what is there for each."""
    from briefing.scoring import lexicon

    rows = []
    for known in map(language, LANGUAGES):
        own = "" if known.punkt == known.name else f" ({known.punkt})"
        stop_words, stem = lexicon.stop_words(known.name), lexicon.stemmer(known.name)
        parts = ["sentences by spaces" if vocabulary(known.name).sentences.spaced else f"sentences by Punkt{own}"]
        parts += ["stop words"] if stop_words else []
        parts += ["stems"] if any(stem(word) != word for word in stop_words) else []
        rows.append((known.name, known.code, ", ".join(parts)))
    _list(rows)


def _list(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows: in columns on a terminal, the last one folded; with tabs between them elsewhere."""
    width = run.fold_width()
    lines = columns(rows, left={0, 1}, width=width) if width else map("\t".join, rows)
    emit((f"{line}\n" for line in lines), None)
