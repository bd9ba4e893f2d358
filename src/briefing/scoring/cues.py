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


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


_INTRODUCES, _CONCLUDES, _SERVES = 1.2, 1.8, 0.6
"""An introduction says what is to come; a conclusion says it with results; the apparatus serves the rest."""

_ENGLISH = Cues(
    openers=(
        "he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|such|"
        "but|and|so|yet|or|nor|however|also|moreover|furthermore|meanwhile|instead|otherwise|therefore|"
        "thus|hence|additionally|nevertheless|nonetheless|similarly|likewise|consequently|"
        "then|besides|accordingly|conversely|afterwards?|"
        "(?:in addition|as a result|as such|for example|for instance|in other words|in contrast|by contrast|"
        "on the other hand|on the contrary|at the same time|after all|even so|that said|in turn|in fact),"
    ),
    sentences=(
        Cue(
            "claim",
            1.25,
            _phrases(
                "we present, we propose, we describe, we introduce, we show, we find, we found, we demonstrate, "
                "we develop, we report, we investigate, we argue, we conclude, this paper, this article, this study, "
                "this report, this thesis, this survey, this proposal, results show, results suggest, "
                "results indicate, results demonstrate, findings show, findings suggest"
            ),
        ),
        Cue("news", 1.15, _phrases("new, first, largest, biggest")),
        Cue(
            "decision",
            1.3,
            _phrases(
                "decision, decisions, decide, decides, decided, agree, agreed, agreement, sign, signed, approve, "
                "approved, plan, plans, planned, announce, announces, announced, launch, launches, launched"
            ),
        ),
        Cue(
            "report of speech",
            0.85,
            _phrases(
                "said, says, told, added, noted, stressed, emphasized, emphasised, explained, expressed, discussed, "
                "acknowledged, highlighted, commented, insisted, echoed, warned, claimed, admitted"
            ),
        ),
        Cue(
            "claim of importance",
            0.85,
            _phrases("important, importance, significant, significance, crucial, key, vital, essential"),
        ),
        Cue("hedge", 0.85, _phrases("would, could, might, perhaps, maybe")),
        Cue("private voice", 0.7, _phrases("i, i'm, i’m, i've, i’ve, me, my")),
        Cue("pointer", 0.85, _phrases("figure, fig, table, appendix, example")),
    ),
    roles=(
        Role(
            "apparatus",
            _SERVES,
            _phrases(
                "references, bibliography, acknowledgments, acknowledgements, acknowledgment, acknowledgement, "
                "see also, external links, appendix, appendices, footnotes, notes, edit history, further reading, "
                "related work, previous work, prior work, prior art, future, unresolved, open questions, "
                "definitions, terminology, method, methods, methodology, materials, setup, data, corpus, plot, "
                "synopsis, cast, personnel, charts, credits, drawbacks, alternatives, short title, effective date"
            ),
        ),
        Role("conclusion", _CONCLUDES, _phrases("conclusion, conclusions, concluding, outlook, looking ahead")),
        Role(
            "introduction",
            _INTRODUCES,
            _phrases(
                "introduction, overview, abstract, summary, executive, proposal, proposed, solution, highlights, "
                "key points, key findings"
            ),
        ),
    ),
)

_FRENCH = Cues(
    openers=(
        "il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce|cet|cette|ces|cela|ça|c['’]\\w+|"
        "son|sa|ses|leur|leurs|mais|et|ou|donc|or|car|cependant|toutefois|pourtant|ainsi|aussi|alors|"
        "puis|ensuite|néanmoins|en effet|en outre|de plus|par ailleurs|par conséquent|d['’]ailleurs"
    ),
    sentences=(Cue("private voice", 0.7, _phrases("je, j'ai, j’ai, moi, mon, ma, mes")),),
    roles=(
        Role(
            "apparatus",
            _SERVES,
            _phrases(
                "références, bibliographie, remerciements, annexe, annexes, notes, voir aussi, liens externes, "
                "méthode, méthodes, méthodologie, définitions"
            ),
        ),
        Role("conclusion", _CONCLUDES, _phrases("conclusion, conclusions, perspectives")),
        Role("introduction", _INTRODUCES, _phrases("introduction, résumé, aperçu")),
    ),
)

_GERMAN = Cues(
    openers=(
        "er|sie|es|ihm|ihr|ihre|ihren|ihrem|ihrer|sein|seine|seinen|seinem|seiner|dies|diese|dieser|dieses|"
        "diesem|diesen|das|jene|jener|jenes|solche|solcher|solches|aber|und|oder|doch|denn|sondern|jedoch|"
        "auch|zudem|außerdem|ferner|dennoch|trotzdem|deshalb|daher|darum|deswegen|somit|also|dann|danach|"
        "dabei|dadurch|damit|dazu|dagegen|dafür|stattdessen|ebenso"
    ),
    sentences=(Cue("private voice", 0.7, _phrases("ich, mich, mir, mein, meine")),),
    roles=(
        Role(
            "apparatus",
            _SERVES,
            _phrases(
                "literatur, literaturverzeichnis, quellen, einzelnachweise, danksagung, anhang, fußnoten, "
                "anmerkungen, siehe auch, weblinks, methode, methoden, methodik, definitionen, begriffe"
            ),
        ),
        Role(
            "conclusion",
            _CONCLUDES,
            _phrases("fazit, schluss, schlussfolgerung, schlussfolgerungen, ausblick"),
        ),
        Role("introduction", _INTRODUCES, _phrases("einleitung, einführung, zusammenfassung, überblick")),
    ),
)

_SPANISH = Cues(
    openers=(
        "él|ella|ellos|ellas|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|su|sus|pero|y|o|ni|sino|"
        "sin embargo|no obstante|además|también|así|entonces|luego|por eso|por lo tanto|por tanto|asimismo"
    ),
    roles=(
        Role(
            "apparatus",
            _SERVES,
            _phrases(
                "referencias, bibliografía, agradecimientos, anexo, anexos, notas, método, métodos, metodología"
            ),
        ),
        Role("conclusion", _CONCLUDES, _phrases("conclusión, conclusiones, perspectivas")),
        Role("introduction", _INTRODUCES, _phrases("introducción, resumen")),
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
