"""What each language needs: a table that a translator can extend.

To add a language, add a row to `LANGUAGES`; to have it recognised, give its script, or, where others share the
script, the words that its texts are full of, in `briefing.languages.detection`.
"""

from dataclasses import dataclass

from briefing.errors import unknown

AUTO = "auto"
"""In place of a language's name: look at the text."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that articles may be in."""

    name: str
    """English name, lower case."""
    code: str
    """ISO 639-1 code."""
    punkt: str
    """The Punkt model that knows its abbreviations: its own or a near relative's; 'english' where there is none."""
    script: str = "latin"
    """What it is written in: 'latin', or one of `briefing.languages.detection.SCRIPTS`."""


LANGUAGES = {
    language.name: language
    for language in (
        Language("arabic", "ar", "english", "arabic"),
        Language("chinese", "zh", "english", "han"),
        Language("czech", "cs", "czech"),
        Language("danish", "da", "danish"),
        Language("dutch", "nl", "dutch"),
        Language("english", "en", "english"),
        Language("estonian", "et", "estonian"),
        Language("finnish", "fi", "finnish"),
        Language("french", "fr", "french"),
        Language("german", "de", "german"),
        Language("greek", "el", "greek", "greek"),
        Language("hebrew", "he", "english", "hebrew"),
        Language("italian", "it", "italian"),
        Language("japanese", "ja", "english", "kana"),
        Language("korean", "ko", "english", "hangul"),
        Language("malayalam", "ml", "malayalam", "malayalam"),
        Language("norwegian", "no", "norwegian"),
        Language("polish", "pl", "polish"),
        Language("portuguese", "pt", "portuguese"),
        Language("russian", "ru", "russian", "cyrillic"),
        Language("slovak", "sk", "czech"),
        Language("slovene", "sl", "slovene"),
        Language("spanish", "es", "spanish"),
        Language("swedish", "sv", "swedish"),
        Language("thai", "th", "english", "thai"),
        Language("turkish", "tr", "turkish"),
        Language("ukrainian", "uk", "russian", "cyrillic"),
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
        raise unknown("language", name, [AUTO, *LANGUAGES])
    return language


def resolve(name: str, text: str) -> str:
    """Give the English name of a language by any of its names; for 'auto', the name of the one that a text is in.

    Raises:
        UsageError: no such language is known.
    """
    if name.strip().lower() != AUTO:
        return find(name).name
    from briefing.languages import detection

    return detection.detect(text).language


def check(name: str) -> None:
    """Do nothing for the name or code of a language, or 'auto'.

    Raises:
        UsageError: no such language is known.
    """
    if name.strip().lower() != AUTO:
        find(name)


def stop_words(name: str) -> frozenset[str]:
    """Give the stop words of a language by its English name, from Stopwords ISO; none if it has none."""
    from stopwordsiso import has_lang, stopwords

    code = LANGUAGES[name].code if name in LANGUAGES else ""
    return frozenset(stopwords(code)) if has_lang(code) else frozenset()
