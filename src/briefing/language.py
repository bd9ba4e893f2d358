"""What each language needs: its Punkt model, stop words and stemmer."""

from dataclasses import dataclass

from briefing.errors import unknown


@dataclass(frozen=True, slots=True)
class Language:
    """A language that articles may be in."""

    name: str
    """English name, lower case."""
    code: str
    """ISO 639-1 code."""
    punkt: str
    """The Punkt model that splits its sentences: its own, or that of a near relative."""


LANGUAGES = {
    language.name: language
    for language in (
        Language("czech", "cs", "czech"),
        Language("danish", "da", "danish"),
        Language("dutch", "nl", "dutch"),
        Language("english", "en", "english"),
        Language("estonian", "et", "estonian"),
        Language("finnish", "fi", "finnish"),
        Language("french", "fr", "french"),
        Language("german", "de", "german"),
        Language("greek", "el", "greek"),
        Language("italian", "it", "italian"),
        Language("malayalam", "ml", "malayalam"),
        Language("norwegian", "no", "norwegian"),
        Language("polish", "pl", "polish"),
        Language("portuguese", "pt", "portuguese"),
        Language("russian", "ru", "russian"),
        Language("slovak", "sk", "czech"),
        Language("slovene", "sl", "slovene"),
        Language("spanish", "es", "spanish"),
        Language("swedish", "sv", "swedish"),
        Language("turkish", "tr", "turkish"),
    )
}
"""Every language by its English name."""

_BY_CODE = {language.code: language for language in LANGUAGES.values()}


def find(name: str) -> Language:
    """Give the language called `name`, an English name or an ISO 639-1 code, in any case.

    Raises:
        UsageError: no such language is known.
    """
    key = name.strip().lower()
    language = LANGUAGES.get(key) or _BY_CODE.get(key)
    if language is None:
        raise unknown("language", name, LANGUAGES)
    return language
