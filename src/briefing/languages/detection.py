"""Which language a text is in: by its script, in the Latin script by its commonest words, or else by py3langid.

A few dozen function words make up a third of any prose, and hardly two languages share many of them: counting
them tells languages apart (Grefenstette 1995) in a tenth of a millisecond. The model of py3langid (Lui & Baldwin
2012) is better on a line or two of any text, but takes a second to load: it is asked where the count is close.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from briefing.languages import LANGUAGES, Language, find

SCRIPTS = {
    "kana": "\u3040-\u30ff\uff66-\uff9f",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "thai": "\u0e00-\u0e7f",
    "malayalam": "\u0d00-\u0d7f",
    "arabic": "\u0600-\u06ff\u0750-\u077f",
    "hebrew": "\u0590-\u05ff",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "cyrillic": "\u0400-\u04ff",
}
"""Characters of each script other than Latin, as in a regular expression's set."""

_COMMON = {
    "czech": "a se na je v že s z do o i to jako za by ale pro po jsem jsou který která které nebo když podle byl "
    "byla bylo také však už jen jeho tak při ve si má být co této tím pouze může ještě před mezi než ji ne jste "
    "jejich ten protože není jsme bych bude můžete aby",
    "danish": "og i at det er en til af på for med den der ikke som har de et var fra han jeg kan om vi vil men "
    "skal eller blev efter ved sig også når hvis være hvad nu over man mere kun mellem meget blive bliver kunne "
    "noget nogle selv hvor uden enten dette denne disse ud op ind lige siden dog flere hver samt deres dem nej ja "
    "dit igen",
    "dutch": "de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog "
    "naar heeft worden wordt hij ze door over werd wel geen kan deze dit hebben meer was onder tot zo moet wat je "
    "ik jaar tegen",
    "english": "the of and to in a is that for it as was with be by on not he this are or his from at which but "
    "have an had they you were their one all we can her has there been if more when will would who so no she what "
    "its about into than them only other do i my your me him our us out up said just like some",
    "estonian": "ja on ei et ka kui see oli mis aga või ta nii oma seda selle ning kes siis veel välja kuid ma üks "
    "pole olla üle kõik mida pärast nagu ainult juba enne tema võib eesti kuni aasta ole sest sellest",
    "finnish": "ja on ei että se hän oli joka mutta myös kun ovat mukaan niin sen ole tai kuin jos jo vain mitä "
    "sitä sekä hänen nyt kuten sitten voi tämä minä olen ollut siitä ne kanssa koko vielä tämän jotka vuoden mikä "
    "olisi eivät tässä saa ennen sille sinun olevan kuinka saada jonka pitää jossa jokin tulee jotain toinen kaikki",
    "french": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec "
    "ou son mais comme aux on cette ses été ces nous vous sa elle fait être deux ont leur si même tout entre sans "
    "peut bien après où je c'est d'un d'une qu'il n'est l'on",
    "german": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
    "vor zur bis mehr durch man ich wir kann wenn",
    "italian": "di e il la che in a per un del è una non con i le della da si al sono come più dei alla nel lo ha "
    "anche gli ma delle su o se ai dal nella questo stato ed essere tra hanno suo due loro questa sua molto degli "
    "ad cui era dalla può dopo c'è io mi ti ci quando perché chi così dell'è nell'al un'altra senza prima poi tutto "
    "tutti sempre mai fa",
    "norwegian": "og i at det er en til av på for med den som ikke har de et var fra han jeg kan om vi vil men skal "
    "eller ble etter ved seg også når hvis være hva nå over man mer bare mellom mye blir kunne noe noen selv hvor "
    "uten opp ut dette denne disse inn enten siden dog flere hver samt deres dem nei ja din igjen ei hun fram like "
    "fikk",
    "polish": "i w na z do się nie to że jest o jak po a co za od przez dla ale już tak czy tym jego są ma być był "
    "tylko może było oraz które który przy jednak pod także przed była będzie bardzo też jej ich bez ze mnie",
    "portuguese": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua "
    "ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos ser são foi tem está ele "
    "você este esta isto há me lhe seus suas pode deve então cada outro qual",
    "slovak": "a sa na je v že s z do o i to ako za by ale pre po som sú ktorý ktorá ktoré alebo keď podľa bol bola "
    "bolo tiež však už len jeho tak pri vo si má byť čo tejto tým iba môže ešte pred medzi aj od než ju nie ich ten "
    "takže lebo môžete",
    "slovene": "in je v na se da za so z ki pa ne tudi po s bi ali kot o ni iz pri od do ter bo sem kar še če že le "
    "bil bila bilo si lahko kako ko med tega zaradi samo tako vse sta biti njegov pred zato bodo ima ste vaš vsaj "
    "več kjer nad morate ta to nekaj kateri toda",
    "spanish": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me "
    "si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi "
    "porque qué sólo han yo hay eso ese tan nos les cada sea te bien puede nada otro tiene donde",
    "swedish": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så "
    "kan när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla "
    "andra mycket än här då sedan över bara in blir upp även",
    "turkish": "ve bir bu da de için ile çok olarak daha olan gibi kadar en ne sonra ise var o ya ama her diye göre "
    "değil büyük yeni iki olduğu ki mi mı olduğunu tarafından önce bunu şey bana ben sen veya ancak eğer içinde "
    "kendi tüm",
}
"""The words that a language's texts are full of, lower case: how it is told from others in its script."""

_SIGNS = {
    "czech": "á č ď é ě í ň ó ř š ť ú ů ý ž",
    "danish": "æ ø å øj øg hed",
    "dutch": "ij",
    "english": "th",
    "estonian": "õ ä ö ü aa öö üü",
    "finnish": "ä ö yy aa ii ää ssa ssä lla llä",
    "french": "é è ê à ç ù î ô œ û",
    "german": "ä ö ü ß sch",
    "italian": "à è ì ò ù",
    "norwegian": "æ ø å øy sjon het",
    "polish": "ą ć ę ł ń ó ś ź ż sz cz rz",
    "portuguese": "á é í ó ú ã õ â ê ô ç",
    "russian": "ы э ё",
    "slovak": "á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
    "slovene": "č š ž",
    "spanish": "á é í ó ú ñ",
    "swedish": "å ä ö",
    "turkish": "ç ğ ı ö ş ü",
    "ukrainian": "і ї є ґ",
}
"""Letters and groups of letters that few others in its script have, or have so often, lower case."""

_SAMPLE = 6_000
"""Characters that are looked at, in three pieces: a text's first lines may quote another language."""
_ENOUGH = 3.0
"""A lower score is chance: a word or two that many languages have."""
_CLEAR = 1.4
"""The best score over the next one, from which on it is clear."""
_LIKELY = 0.8
"""The probability that py3langid gives, from which on it is clear."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language of a text."""

    language: str
    """Its English name, lower case; 'english' where nothing tells."""
    is_sure: bool
    """Whether the text says so clearly."""


def detect(text: str) -> Guess:
    """Give the likeliest language of a text, of those that `LANGUAGES` lists."""
    return _of_sample(_sample(text).lower().replace("’", "'"))


@lru_cache(maxsize=1)  # Who asks how sure it is asks a second time.
def _of_sample(sample: str) -> Guess:
    script = _script(sample)
    guess = _by_words(sample) if script == "latin" else _by_letters(sample, script)
    if guess.is_sure or script != "latin" or guess.language == "english":
        return guess
    return _by_model(sample)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third = _SAMPLE // 3
    return "\n".join(text[start : start + third] for start in (0, (len(text) - third) // 2, len(text) - third))


def _script(sample: str) -> str:
    if not any("\u0370" <= sign <= "\u1fff" or sign >= "\u3040" for sign in set(sample)):
        return "latin"
    counts = {script: len(re.findall(f"[{characters}]", sample)) for script, characters in SCRIPTS.items()}
    script = max(counts, key=lambda script: counts[script])
    # A sign of a script without spaces says as much as several letters.
    spelled = len(_LATIN_LETTER.findall(sample)) / (4 if script in ("han", "kana", "hangul") else 1)
    if counts[script] <= spelled:
        return "latin"
    return "kana" if script == "han" and counts["kana"] * 20 > counts["han"] else script


def _by_letters(sample: str, script: str) -> Guess:
    counts = {language.name: sum(map(sample.count, _signs(language.name))) for language in _written_in(script)}
    best = max(counts, key=lambda name: counts[name])
    # Bulgarian and Serbian are Cyrillic too: without a letter of its own it may be any.
    return Guess(best, len(counts) == 1 or counts[best] * 200 > len(sample))


def _by_words(sample: str) -> Guess:
    counts = Counter(_WORD.findall(sample))
    weights = _weights()
    counts.update({sign: count for sign in weights if sign[0] == "*" and (count := sample.count(sign[1:]))})
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for word, count in counts.items():
        for language, weight in weights.get(word, ()):
            # The tenth "de" says less than the first.
            scores[language] += weight * count**0.5
    second, best = sorted(scores, key=lambda name: (scores[name], name == "english"))[-2:]
    return Guess(best, scores[best] >= _ENOUGH and scores[best] > _CLEAR * scores[second])


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Give what a common word, or '*' and a sign, says for each language: the less, the more languages have it."""
    languages: defaultdict[str, list[str]] = defaultdict(list)
    for name, words in _COMMON.items():
        for word in dict.fromkeys([*words.split(), *(f"*{sign}" for sign in _signs(name))]):
            languages[word].append(name)
    return {word: tuple((name, 1 / len(names)) for name in names) for word, names in languages.items()}


def _written_in(script: str) -> list[Language]:
    return [language for language in LANGUAGES.values() if language.script == script]


def _signs(language: str) -> list[str]:
    return _SIGNS.get(language, "").split()


def _by_model(sample: str) -> Guess:
    code, probability = _model().classify(sample)
    return Guess(find(code).name, probability >= _LIKELY)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([language.code for language in _written_in("latin")])
    return model
