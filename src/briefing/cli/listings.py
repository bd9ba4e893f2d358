"""`briefing methods` and `briefing languages`: what can be asked for."""

from collections.abc import Generator, Sequence

from briefing import terminal
from briefing.cli import run
from briefing.cli.helptext import examples
from briefing.cli.output import emit
from briefing.languages import LANGUAGES, Language, language, vocabulary
from briefing.scoring import METHODS

METHODS_EXAMPLES = examples(
    ("briefing methods", "all of them"), ("briefing summarize -m luhn article.txt", "one of them, used")
)
LANGUAGES_EXAMPLES = examples(
    ("briefing languages", "all of them"), ("briefing summarize -l german article.txt", "one of them, used")
)

_GAP = 2


def methods() -> None:
    """List the methods that score sentences, and what each looks for."""
    _list(list(METHODS.items()))


def languages() -> None:
    """List the languages that articles may be in, with their codes, and what is there for each."""
    _list([(known.name, known.code, _parts(known)) for known in map(language, LANGUAGES)])


def _list(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows: in columns on a terminal, the last one folded; with tabs between them elsewhere."""
    width = run.fold_width()
    emit(_columns(rows, width) if width else ("\t".join(row) + "\n" for row in rows), None)


def _columns(rows: Sequence[tuple[str, ...]], width: int) -> Generator[str]:
    widths = [max(map(len, column)) + _GAP for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        start = "".join(cell.ljust(size) for cell, size in zip(row[:-1], widths, strict=True))
        lines = terminal.wrap(row[-1], max(1, width - len(start)))
        yield start + ("\n" + " " * len(start)).join(lines) + "\n"


def _parts(known: Language) -> str:
    from briefing.scoring import lexicon

    own = "" if known.punkt == known.name else f" ({known.punkt})"
    stop_words, stem = lexicon.stop_words(known.name), lexicon.stemmer(known.name)
    parts = ["sentences by spaces" if vocabulary(known.name).sentences.spaced else f"sentences by Punkt{own}"]
    parts += ["stop words"] if stop_words else []
    parts += ["stems"] if any(stem(word) != word for word in stop_words) else []
    return ", ".join(parts)
