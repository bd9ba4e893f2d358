"""`briefing languages`."""

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
    return ", ".join(parts)
