"""Words that say what a sentence or a section is for, by language. Data: a language without a table stays neutral.

Phrases are one or two words, lower case, as `segment.words` gives them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases that make a sentence more or less worth telling."""

    name: str
    """What they are a sign of."""
    weight: float
    """What the score is multiplied by where any of them stands."""
    phrases: frozenset[str]
    """The phrases."""


@dataclass(frozen=True, slots=True)
class Role:
    """Heading words that say what a section is for."""

    name: str
    """The role."""
    weight: float
    """What the scores in the section, and in its subsections, are multiplied by."""
    phrases: frozenset[str]
    """The phrases, any of which in a heading gives the section the role."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language."""

    openers: str = ""
    """Words and phrases, parted by '|', that lean on the sentence before when a sentence opens with them."""
    sentences: tuple[Cue, ...] = ()
    """Signs within sentences."""
    roles: tuple[Role, ...] = ()
    """Signs in headings; of several the first counts."""

    @property
    def opening(self) -> re.Pattern[str] | None:
        """Matches the beginning of a sentence that opens with one of `openers`."""
        return _opening(self.openers) if self.openers else None


@cache
def _opening(openers: str) -> re.Pattern[str]:
    return re.compile(rf"[\"'“”„«»‘’(\[\s]*(?:{openers})(?!\w)", re.IGNORECASE)


def _split(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


_CUE_WEIGHTS = {
    "claim": 1.25,
    "news": 1.15,
    "decision": 1.3,
    "report of speech": 0.85,
    "claim of importance": 0.85,
    "hedge": 0.85,
    "private voice": 0.7,
    "somebody unnamed": 0.9,
    "illustration": 0.7,
    "pointer": 0.85,
}
_ROLE_WEIGHTS = {"conclusion": 1.8, "apparatus": 0.6, "abstract": 2.0, "introduction": 1.2}
"""A conclusion says it with results; the apparatus serves the rest; an abstract is the author's own briefing; an
introduction says what is to come. Of the roles that a heading names the first counts: conclusions and future work."""


def _cues(phrases: Mapping[str, str]) -> tuple[Cue, ...]:
    """Give the cues of the table, of those named, by their phrases parted by commas."""
    return tuple(Cue(name, weight, _split(phrases[name])) for name, weight in _CUE_WEIGHTS.items() if name in phrases)


def _roles(phrases: Mapping[str, str]) -> tuple[Role, ...]:
    """Give the roles of the table, of those named, by their phrases parted by commas."""
    return tuple(
        Role(name, weight, _split(phrases[name])) for name, weight in _ROLE_WEIGHTS.items() if name in phrases
    )


ABSTRACT = _ROLE_WEIGHTS["abstract"]
"""The weight of an abstract, for one that stands without a heading before the first."""

_ENGLISH = Cues(
    openers=(
        "he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|such|"
        "but|and|so|yet|or|nor|however|also|moreover|furthermore|meanwhile|instead|otherwise|therefore|"
        "thus|hence|additionally|nevertheless|nonetheless|similarly|likewise|consequently|"
        "then|besides|accordingly|conversely|afterwards?|"
        "(?:in addition|as a result|as such|for example|for instance|in other words|in contrast|by contrast|"
        "on the other hand|on the contrary|at the same time|after all|even so|that said|in turn|in fact),"
    ),
    sentences=_cues(
        {
            "claim": "we present, we propose, we describe, we introduce, we show, we find, we found, we demonstrate, "
            "we develop, we report, we investigate, we argue, we conclude, this paper, this article, this study, "
            "this report, this thesis, this survey, this proposal, results show, results suggest, "
            "results indicate, results demonstrate, findings show, findings suggest",
            "news": "new, first, largest, biggest",
            "decision": "decision, decisions, decide, decides, decided, agree, agreed, agreement, sign, signed, "
            "approve, approved, plan, plans, planned, announce, announces, announced, launch, launches, launched",
            "report of speech": "said, says, told, added, noted, stressed, emphasized, emphasised, explained, "
            "expressed, discussed, acknowledged, highlighted, commented, insisted, echoed, warned, claimed, admitted",
            "claim of importance": "important, importance, significant, significance, crucial, key, vital, essential",
            "hedge": "would, could, might, perhaps, maybe",
            "private voice": "i, i'm, i’m, i've, i’ve, me, my",
            "somebody unnamed": "he, him, she, they, them",
            "illustration": "such as, for example, for instance, e.g, e.g.",
            "pointer": "figure, fig, table, appendix, example",
        }
    ),
    roles=_roles(
        {
            "conclusion": "conclusion, conclusions, concluding, outlook, looking ahead",
            "apparatus": "references, bibliography, acknowledgments, acknowledgements, acknowledgment, "
            "acknowledgement, see also, external links, appendix, appendices, footnotes, notes, edit history, "
            "further reading, related work, previous work, prior work, prior art, future, unresolved, "
            "open questions, definitions, terminology, method, methods, methodology, materials, setup, data, corpus, "
            "plot, synopsis, cast, personnel, charts, credits, drawbacks, alternatives, short title, effective date",
            "abstract": "abstract, summary, executive, highlights, key points, key findings, tl dr",
            "introduction": "introduction, overview, proposal, proposed, solution",
        }
    ),
)

_FRENCH = Cues(
    openers=(
        "il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce|cet|cette|ces|cela|ça|c['’]\\w+|"
        "son|sa|ses|leur|leurs|mais|et|ou|donc|or|car|cependant|toutefois|pourtant|ainsi|aussi|alors|"
        "puis|ensuite|néanmoins|en effet|en outre|de plus|par ailleurs|par conséquent|d['’]ailleurs"
    ),
    sentences=_cues(
        {
            "claim": "cet article, cette étude, ce rapport, nous présentons, nous proposons, nous montrons",
            "news": "nouveau, nouvelle, nouveaux, nouvelles, premier, première, premiers, premières",
            "decision": "décision, décisions, décide, décidé, accord, accords, signe, signé, signature, approuve, "
            "approuvé, adopte, adopté, annonce, annoncent, annoncé, plan, prévoit, prévoient, prévu, prévue, "
            "lance, lancé, lancement",
            "report of speech": "dit, déclaré, affirme, affirmé, ajoute, ajouté, explique, expliqué, souligne, "
            "souligné, estime, estimé, indique, indiqué, assure, assuré, raconte, confie, précise, précisé, "
            "rappelle, reconnaît, avertit, admet",
            "claim of importance": "important, importante, importance, essentiel, essentielle, crucial, cruciale",
            "hedge": "pourrait, pourraient, devrait, devraient, serait, seraient, aurait, auraient, peut-être",
            "private voice": "je, j'ai, j’ai, moi, mon, ma, mes",
            "illustration": "par exemple, tel que, telle que, tels que, telles que",
            "pointer": "figure, fig, tableau, annexe",
        }
    ),
    roles=_roles(
        {
            "conclusion": "conclusion, conclusions, perspectives",
            "apparatus": "références, bibliographie, remerciements, annexe, annexes, notes, voir aussi, "
            "liens externes, méthode, méthodes, méthodologie, définitions",
            "abstract": "résumé, synthèse",
            "introduction": "introduction, aperçu",
        }
    ),
)

_GERMAN = Cues(
    openers=(
        "er|sie|es|ihm|ihr|ihre|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner|dies|diese|dieser|dieses|"
        "diesem|diesen|das|jene|jener|jenes|solche|solcher|solches|aber|und|oder|doch|denn|sondern|jedoch|"
        "auch|zudem|außerdem|ferner|dennoch|trotzdem|deshalb|daher|darum|deswegen|somit|also|dann|danach|"
        "dabei|dadurch|damit|dazu|dagegen|dafür|stattdessen|ebenso"
    ),
    sentences=_cues(
        {
            "claim": "dieser artikel, diese arbeit, diese studie, dieser bericht, wir zeigen, wir stellen",
            "news": "neu, neue, neuen, neuer, neues, erste, ersten, erster, erstes, erstmals, größte, größten",
            "decision": "entscheidung, entscheidungen, entscheidet, entschied, entschieden, beschluss, beschließt, "
            "beschloss, beschlossen, abkommen, vereinbarung, vereinbart, vereinbarten, einigung, einigten, "
            "unterzeichnet, unterzeichneten, plan, pläne, plant, planen, geplant, kündigt, kündigte, angekündigt",
            "report of speech": "sagt, sagte, erklärt, erklärte, betont, betonte, meint, meinte, warnt, warnte",
            "claim of importance": "wichtig, wichtige, wichtigen, wichtiger, bedeutend, bedeutung, wesentlich",
            "hedge": "würde, würden, könnte, könnten, dürfte, dürften, vielleicht, möglicherweise",
            "private voice": "ich, mich, mir, mein, meine",
            "illustration": "zum beispiel, z.b, z.b., beispielsweise, etwa",
            "pointer": "abbildung, abb, tabelle, anhang",
        }
    ),
    roles=_roles(
        {
            "conclusion": "fazit, schluss, schlussfolgerung, schlussfolgerungen, ausblick",
            "apparatus": "literatur, literaturverzeichnis, quellen, einzelnachweise, danksagung, anhang, fußnoten, "
            "anmerkungen, siehe auch, weblinks, methode, methoden, methodik, definitionen, begriffe",
            "abstract": "zusammenfassung, kurzfassung, abstract",
            "introduction": "einleitung, einführung, überblick",
        }
    ),
)

_SPANISH = Cues(
    openers=(
        "él|ella|ellos|ellas|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|su|sus|pero|y|o|ni|sino|"
        "sin embargo|no obstante|además|también|así|entonces|luego|por eso|por lo tanto|por tanto|asimismo"
    ),
    sentences=_cues(
        {
            "claim": "este artículo, este estudio, este informe, este trabajo, proponemos, presentamos",
            "news": "nuevo, nueva, nuevos, nuevas, primer, primero, primera, primeros, primeras",
            "decision": "decisión, decisiones, decide, decidió, decidido, acuerdo, acuerdos, acordó, acordado, "
            "firma, firmó, firmado, aprueba, aprobó, aprobado, anuncia, anunció, anunciado, plan, planes, prevé",
            "report of speech": "dice, dijo, afirma, afirmó, añade, añadió, explica, explicó, señala, señaló, "
            "asegura, aseguró, subraya, subrayó, advierte, advirtió, reconoce, reconoció",
            "claim of importance": "importante, importantes, importancia, esencial, crucial, fundamental",
            "hedge": "podría, podrían, sería, serían, habría, habrían, quizá, quizás",
            "private voice": "yo, mi, mis, me",
            "illustration": "por ejemplo, tal como, tales como",
            "pointer": "figura, fig, tabla, anexo",
        }
    ),
    roles=_roles(
        {
            "conclusion": "conclusión, conclusiones, perspectivas",
            "apparatus": "referencias, bibliografía, agradecimientos, anexo, anexos, notas, método, métodos, "
            "metodología",
            "abstract": "resumen, síntesis",
            "introduction": "introducción",
        }
    ),
)

_NEUTRAL = Cues()
_BY_LANGUAGE: Mapping[str, Cues] = {
    "english": _ENGLISH, "french": _FRENCH, "german": _GERMAN, "spanish": _SPANISH,
}  # fmt: skip


@cache
def of(language: str) -> Cues:
    """Give the cues of a language by its English name; for one without a table, cues that match nothing."""
    return _BY_LANGUAGE.get(language, _NEUTRAL)
