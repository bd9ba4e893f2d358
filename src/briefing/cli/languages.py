"""`briefing languages`."""

from importlib.util import find_spec

import typer

from briefing.language import LANGUAGES, Language


def languages() -> None:
    """List the languages that articles may be in, with their codes, and what is there for each."""
    for language in LANGUAGES.values():
        typer.echo("\t".join((language.name, language.code, _parts(language))))


def _parts(language: Language) -> str:
    from briefing.scoring import lexicon

    own = "" if language.punkt == language.name else f" ({language.punkt})"
    stop_words, stem = lexicon.stop_words(language.name), lexicon.stemmer(language.name)
    parts = [f"sentences by Punkt{own}" if language.name != "thai" else "sentences by spaces"]
    parts += ["stop words"] if stop_words else []
    parts += ["stems"] if any(stem(word) != word for word in stop_words) else []
    if language.segmenter:
        is_there = find_spec(language.segmenter) is not None
        parts.append(f"words by {language.segmenter if is_there else 'pairs of characters'}")
        parts += [] if is_there else [f"better with: pip install 'briefing[{language.name}]'"]
    return ", ".join(parts)
