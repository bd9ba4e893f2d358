"""From two sentences that tell the same to what they tell otherwise: a number, a date, a name.

A difference is only found where both sentences fill one place in different ways: "12 people" and "14 people". Where
one is vaguer ("about 40", "2.97 million" and "3 million", "Tuesday") or silent, they agree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing import languages, segment
from briefing.patterns import regex
from briefing.scoring import lexicon

_CODES = ("en", "de", "fr", "es", "it", "pt", "nl")
"""The languages whose numbers in words can be read."""
_TOKEN = regex(
    r"(?P<money>US\$|[$£€¥])?(?P<digits>\d{1,3}(?:[,.\u00a0 ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"(?P<scale>bn|m|k)?(?![\w])|(?P<word>[^\W\d_][\w.'’-]*)|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_CODE = regex(r"(?<!\w)[^\W\d_]+-?\d[\w-]*|\b\d+(?:[-–:/]\d+)+\b|\b\d++(?:st|nd|rd|th)\b|#\d+")
"""What has digits and is no amount: A320, COVID-19, 555-1234, 3-2, 12:30, 4th."""
_AGE = regex(r"(\d)-(?=[^\W\d_])")
_PERCENT = regex(r"\s?%|\bper cent\b", re.IGNORECASE)
_SCALE = {"k": 1e3, "m": 1e6, "bn": 1e9}
_MONEY = {"$": "dollar", "US$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_NAMED = 0.6
"""The cosine of two sentences from which on their names may be compared."""
_ROUND, _VAGUE = 0.05, 0.25
"""How far a round number, and one that is only said to be about so much, may be from another that it stands for."""


@dataclass(frozen=True, slots=True)
class Number:
    """An amount, and what it counts."""

    value: float
    """How many."""
    step: float
    """Of what it is a multiple as it is written: 0.1 for "2.5", a million for "3 million"."""
    units: frozenset[str]
    """The stems of the words that say what of."""
    sense: str
    """'' for just so many, 'about', 'least' or 'most'."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a sentence can be told otherwise."""

    numbers: tuple[Number, ...]
    """Its amounts."""
    dates: frozenset[tuple[int, int, int]]
    """Its days: year, or 0, month and day."""
    years: frozenset[int]
    """Its years."""
    names: tuple[tuple[tuple[str, ...], str, str], ...]
    """Its names, each as its words, the word before and the word after, in lower case."""
    language: str
    """The English name of its language."""


@lru_cache(maxsize=4096)
def facts_of(text: str, language: str) -> Facts:
    """Return the facts of a sentence."""
    plain, dates = without_dates(text, language)
    years: set[int] = set()
    amounts: list[Number] = []
    for number in _numbers(_CODE.sub(" ", _AGE.sub(r"\1 ", plain)), language):
        is_year = number.step == 1 and 1500 <= number.value < 2100 and number.text.isdigit() and not number.sense
        if is_year:
            years.add(int(number.value))
        else:
            amounts.append(number)
    return Facts(tuple(amounts), frozenset(dates), frozenset(years), tuple(_names(plain, language)), language)


def difference(one: Facts, other: Facts, alike: float) -> tuple[str, str, str] | None:
    """Return in what two sentences that tell the same differ, and what each says; None where nothing shows it.

    `alike` is their cosine: of sentences that are told in other words, names say nothing.
    """
    named = _other_name(one, other) if alike >= _NAMED else None
    return _other_number(one, other) or _other_date(one, other) or named


def _other_number(one: Facts, other: Facts) -> tuple[str, str, str] | None:
    for ours in one.numbers:
        rivals = [theirs for theirs in other.numbers if ours.units & theirs.units]
        kin = [number for number in one.numbers if ours.units & number.units]
        # Where one of them has more of these, which stands for which is anyone's guess.
        if rivals and len(rivals) == len(kin) and not any(_agree(mine, theirs) for mine in kin for theirs in rivals):
            return "number", ours.text, rivals[0].text
    return None


def _agree(one: Number, other: Number) -> bool:
    """Return whether two amounts can both be true."""
    low, high = sorted((one, other), key=lambda number: number.value)
    gap = high.value - low.value
    if not gap or (low.sense == "least" and high.sense != "most") or (high.sense == "most" and low.sense != "least"):
        return True
    if one.sense or other.sense:
        return gap <= _VAGUE * high.value
    coarse, fine = sorted((one, other), key=lambda number: number.step, reverse=True)
    if coarse.step > fine.step:
        return gap < coarse.step / 2 if coarse.step != 1 else False
    return _is_round(one) != _is_round(other) and gap <= _ROUND * high.value


def _is_round(number: Number) -> bool:
    return number.value >= 100 and number.value % 100 == 0


def _other_date(one: Facts, other: Facts) -> tuple[str, str, str] | None:
    if one.dates and other.dates:
        days, others = ({day[1:] for day in facts.dates} for facts in (one, other))
        if not days & others:
            return "date", _day(min(one.dates)), _day(min(other.dates))
    if one.years and other.years and not one.years & other.years and not (one.dates or other.dates):
        return "date", str(min(one.years)), str(min(other.years))
    return None


def _day(day: tuple[int, int, int]) -> str:
    return "-".join(f"{part:02}" for part in day if part)


def _other_name(one: Facts, other: Facts) -> tuple[str, str, str] | None:
    """Find the one name that only one of two sentences has, where the other has another in the same place."""
    if len(one.names) != len(other.names):
        return None
    known, theirs = ({word for name, _, _ in facts.names for word in name} for facts in (one, other))
    said = _words("said", one.language)
    for name, before, after in one.names:
        for rival, left, right in other.names:
            if len(name) == len(rival) == 2 and name[1] == rival[1] and name[0] != rival[0]:
                is_other = not _are_forms(name[0], rival[0]) and name[0] not in theirs and rival[0] not in known
            else:
                is_known = theirs & set(name) or known & set(rival) or said & {before, after, left, right}
                is_other = not is_known and _is_same_place(before, after, left, right)
            if is_other:
                return "name", " ".join(name), " ".join(rival)
    return None


def _are_forms(one: str, other: str) -> bool:
    """Return whether a first name may stand for another: an initial, a short form."""
    return one[0] == other[0] and (min(len(one.rstrip(".")), len(other.rstrip("."))) == 1 or one[:3] == other[:3])


def _is_same_place(before: str, after: str, left: str, right: str) -> bool:
    opens = not before and not left
    return (before == left and before not in ("", "the")) or (after == right and len(after) > 3 and opens)


def without_dates(text: str, language: str) -> tuple[str, set[tuple[int, int, int]]]:
    """Return a text without the days that it names, and these: year, or 0, month and day."""
    found: set[tuple[int, int, int]] = set()
    pattern, months = _date_pattern(language)

    def note(match: re.Match[str]) -> str:
        name = match["month"] or match["named"]
        month = next(number for number, known in enumerate(months) if known.fullmatch(name)) % 12 + 1
        found.add((int(match["year"] or match["on"] or 0), month, int(match["day"] or match["before"])))
        return " "

    return pattern.sub(note, text) if pattern else text, found


@lru_cache
def _date_pattern(language: str) -> tuple[re.Pattern[str] | None, list[re.Pattern[str]]]:
    told = languages.vocabulary(language).months.replace("(?:", "").replace(")\\.?", "\\.?")
    names = [name.strip().removesuffix("\\.?") for name in told.split("|") if name.strip()]
    if not names or any(re.search(r"[()\[\]]", name) for name in names):
        return None, []
    month = "|".join(names)
    pattern = (
        rf"\b(?P<month>{month})\.? (?P<day>\d\d?)(?!\d)(?:,? (?P<year>(?:19|20)\d\d))?"
        rf"|\b(?P<before>\d\d?)\.? (?:de |of )?(?P<named>{month})\b\.?(?:,? (?:de )?(?P<on>(?:19|20)\d\d))?"
    )
    return re.compile(pattern, re.IGNORECASE), [re.compile(name, re.IGNORECASE) for name in names]


def _numbers(text: str, language: str) -> Iterator[Number]:
    """Yield the amounts of a text; those in words too, of languages that are known so well."""
    if (code := languages.language(language).code) in _CODES:
        from text_to_num import alpha2digit

        text = alpha2digit(_PERCENT.sub(" percent", text), code)
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        start = place
        token = tokens[place]
        place += 1
        if not token["digits"]:
            continue
        # Three digits behind a mark are thousands; the step is what the last digit stands for.
        whole = re.sub(r"[,.\u00a0 ](?=\d{3}(?!\d))", "", token["digits"]).replace(",", ".")
        value, step = float(whole), 10.0 ** -len(whole.partition(".")[2])
        factor = _SCALE.get((token["scale"] or "").lower(), 1.0)
        # Of "3 million" the words are "3 1000000" by now.
        if place < len(tokens) and re.fullmatch(r"1(?:000)+", tokens[place]["digits"] or ""):
            factor *= float(tokens[place]["digits"])
            place += 1
        units = _units(tokens[place : place + 4], language)
        if token["money"]:
            units |= {_MONEY[token["money"].upper()]}
        written = text[token.start() : tokens[place - 1].end()]
        told = written if written.isdigit() else f"{token['money'] or ''}{value * factor:,.10g}"
        yield Number(value * factor, step * factor, units, _sense(tokens[max(0, start - 3) : start], language), told)


def _units(tokens: Sequence[re.Match[str]], language: str) -> frozenset[str]:
    stem, stop, said = lexicon.stemmer(language), lexicon.stop_words(language), _words("said", language)
    found: set[str] = set()
    for token in tokens:
        word = (token["word"] or "").lower().rstrip(".'’-")
        if not word or (word in stop and found) or word in said:
            break
        if word not in stop:
            found.add(stem(word))
    return frozenset(found)


def _sense(before: Sequence[re.Match[str]], language: str) -> str:
    words = {(token["word"] or "").lower() for token in before}
    return next((sense for sense in ("about", "least", "most") if words & _words(sense, language)), "")


@lru_cache
def _words(kind: str, language: str) -> frozenset[str]:
    """Return what stands around facts, of a kind; the English words turn up everywhere."""
    tables = (languages.vocabulary(name).facts for name in ("english", language))
    return frozenset(word for table in tables for word in table.get(kind, ()))


def _names(text: str, language: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the names of a text with the words around them; none where every noun has a capital."""
    if languages.vocabulary(language).sentences.capitals:
        return
    roles = _words("role", language)

    def is_role(word: str) -> bool:
        return "'" in word or word.lower().rstrip(".") in roles

    words = [word.removesuffix("'s") for word in segment.words(text.replace("’", "'"))]
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and words[end][:1].isupper() and not is_role(words[end]):
            end += 1
        if end > place:
            # What opens the sentence alone may have its capital from that.
            if place or end - place > 1:
                before = words[place - 1].lower() if place else ""
                after = words[end].lower() if end < len(words) else ""
                yield tuple(word.lower() for word in words[place:end]), before, after
            place = end
        place += 1
