"""What each language needs: a table that a translator can extend.

To add a language, add a row to `LANGUAGES`; to have it recognised, give its script, or, where others share the
script, the words that its texts are full of.
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
    """What it is written in: 'latin', or one of `briefing.detection.SCRIPTS`."""
    common: str = ""
    """The words that its texts are full of, lower case: how it is told from others in its script."""
    signs: str = ""
    """Letters and groups of letters that few others in its script have, or have so often, lower case."""


LANGUAGES = {
    language.name: language
    for language in (
        Language("arabic", "ar", "english", "arabic"),
        Language("chinese", "zh", "english", "han"),
        Language(
            "czech",
            "cs",
            "czech",
            common="a se na je v že s z do o i to jako za by ale pro po jsem jsou který která které nebo když "
            "podle byl byla bylo také však už jen jeho tak při ve si má být co této tím pouze může ještě "
            "před mezi než ji ne jste jejich ten protože není jsme bych bude můžete aby",
            signs="á č ď é ě í ň ó ř š ť ú ů ý ž",
        ),
        Language(
            "danish",
            "da",
            "danish",
            common="og i at det er en til af på for med den der ikke som har de et var fra han jeg kan om vi vil "
            "men skal eller blev efter ved sig også når hvis være hvad nu over man mere kun mellem meget "
            "blive bliver kunne noget nogle selv hvor uden enten dette denne disse ud op ind lige siden "
            "dog flere hver samt deres dem nej ja dit igen",
            signs="æ ø å øj øg hed",
        ),
        Language(
            "dutch",
            "nl",
            "dutch",
            common="de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of "
            "uit nog naar heeft worden wordt hij ze door over werd wel geen kan deze dit hebben meer was "
            "onder tot zo moet wat je ik jaar tegen",
            signs="ij",
        ),
        Language(
            "english",
            "en",
            "english",
            common="the of and to in a is that for it as was with be by on not he this are or his from at which "
            "but have an had they you were their one all we can her has there been if more when will "
            "would who so no she what its about into than them only other do i my your me him our us out "
            "up said just like some",
            signs="th",
        ),
        Language(
            "estonian",
            "et",
            "estonian",
            common="ja on ei et ka kui see oli mis aga või ta nii oma seda selle ning kes siis veel välja kuid "
            "ma üks pole olla üle kõik mida pärast nagu ainult juba enne tema võib eesti kuni aasta ole "
            "sest sellest",
            signs="õ ä ö ü aa öö üü",
        ),
        Language(
            "finnish",
            "fi",
            "finnish",
            common="ja on ei että se hän oli joka mutta myös kun ovat mukaan niin sen ole tai kuin jos jo vain "
            "mitä sitä sekä hänen nyt kuten sitten voi tämä minä olen ollut siitä ne kanssa koko vielä "
            "tämän jotka vuoden mikä olisi eivät tässä saa ennen sille sinun olevan kuinka saada jonka "
            "pitää jossa jokin tulee jotain toinen kaikki",
            signs="ä ö yy aa ii ää ssa ssä lla llä",
        ),
        Language(
            "french",
            "fr",
            "french",
            common="de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
            "sont avec ou son mais comme aux on cette ses été ces nous vous sa elle fait être deux ont "
            "leur si même tout entre sans peut bien après où je c'est d'un d'une qu'il n'est l'on",
            signs="é è ê à ç ù î ô œ û",
        ),
        Language(
            "german",
            "de",
            "german",
            common="der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
            "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
            "war haben nur oder aber vor zur bis mehr durch man ich wir kann wenn",
            signs="ä ö ü ß sch",
        ),
        Language("greek", "el", "greek", "greek"),
        Language("hebrew", "he", "english", "hebrew"),
        Language(
            "italian",
            "it",
            "italian",
            common="di e il la che in a per un del è una non con i le della da si al sono come più dei alla nel "
            "lo ha anche gli ma delle su o se ai dal nella questo stato ed essere tra hanno suo due loro "
            "questa sua molto degli ad cui era dalla può dopo c'è io mi ti ci quando perché chi così "
            "dell'è nell'al un'altra senza prima poi tutto tutti sempre mai fa",
            signs="à è ì ò ù",
        ),
        Language("japanese", "ja", "english", "kana"),
        Language("korean", "ko", "english", "hangul"),
        Language("malayalam", "ml", "malayalam", "malayalam"),
        Language(
            "norwegian",
            "no",
            "norwegian",
            common="og i at det er en til av på for med den som ikke har de et var fra han jeg kan om vi vil men "
            "skal eller ble etter ved seg også når hvis være hva nå over man mer bare mellom mye blir "
            "kunne noe noen selv hvor uten opp ut dette denne disse inn enten siden dog flere hver samt "
            "deres dem nei ja din igjen ei hun fram like fikk",
            signs="æ ø å øy sjon het",
        ),
        Language(
            "polish",
            "pl",
            "polish",
            common="i w na z do się nie to że jest o jak po a co za od przez dla ale już tak czy tym jego są ma "
            "być był tylko może było oraz które który przy jednak pod także przed była będzie bardzo też "
            "jej ich bez ze mnie",
            signs="ą ć ę ł ń ó ś ź ż sz cz rz",
        ),
        Language(
            "portuguese",
            "pt",
            "portuguese",
            common="de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu "
            "sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos "
            "ser são foi tem está ele você este esta isto há me lhe seus suas pode deve então cada outro "
            "qual",
            signs="á é í ó ú ã õ â ê ô ç",
        ),
        Language("russian", "ru", "russian", "cyrillic", signs="ы э ё"),
        Language(
            "slovak",
            "sk",
            "czech",
            common="a sa na je v že s z do o i to ako za by ale pre po som sú ktorý ktorá ktoré alebo keď podľa "
            "bol bola bolo tiež však už len jeho tak pri vo si má byť čo tejto tým iba môže ešte pred "
            "medzi aj od než ju nie ich ten takže lebo môžete",
            signs="á ä č ď é í ĺ ľ ň ó ô ŕ š ť ú ý ž",
        ),
        Language(
            "slovene",
            "sl",
            "slovene",
            common="in je v na se da za so z ki pa ne tudi po s bi ali kot o ni iz pri od do ter bo sem kar še "
            "če že le bil bila bilo si lahko kako ko med tega zaradi samo tako vse sta biti njegov pred "
            "zato bodo ima ste vaš vsaj več kjer nad morate ta to nekaj kateri toda",
            signs="č š ž",
        ),
        Language(
            "spanish",
            "es",
            "spanish",
            common="de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le "
            "ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años "
            "hasta desde está mi porque qué sólo han yo hay eso ese tan nos les cada sea te bien puede "
            "nada otro tiene donde",
            signs="á é í ó ú ñ",
        ),
        Language(
            "swedish",
            "sv",
            "swedish",
            common="och i att det som en på är av för med till den har de inte om ett han men var jag sig från "
            "vi så kan när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut "
            "får finns vara hade alla andra mycket än här då sedan över bara in blir upp även",
            signs="å ä ö",
        ),
        Language("thai", "th", "english", "thai"),
        Language(
            "turkish",
            "tr",
            "turkish",
            common="ve bir bu da de için ile çok olarak daha olan gibi kadar en ne sonra ise var o ya ama her "
            "diye göre değil büyük yeni iki olduğu ki mi mı olduğunu tarafından önce bunu şey bana ben "
            "sen veya ancak eğer içinde kendi tüm",
            signs="ç ğ ı ö ş ü",
        ),
        Language("ukrainian", "uk", "russian", "cyrillic", signs="і ї є ґ"),
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
