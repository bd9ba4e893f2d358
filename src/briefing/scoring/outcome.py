"""From the signs of sentences to the bottom line: the one that says the outcome, and can be read alone."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from operator import mul

from briefing import segment
from briefing.scoring import Scores, lexicon, table
from briefing.scoring.signs import Page, Signs, weighed

_CONCLUDES = frozenset(f"role: {role}" for role in ("abstract", "results", "discussion", "conclusion", "decision"))
"""The sections that tell the outcome wherever they stand; of the others the first do, or the last."""
_BRIEF, _BOTH = 30, 50
"""Words of a bottom line that may need another sentence, and of both."""
_FACTS = frozenset(("amount", "currency", "date", "decision", "duty", "holding", "percent", "request", "resolution"))
"""What a sentence says that completes a bottom line, beside figures."""
_DEPENDENT = -9.0
"""What it adds to need another sentence, or not to be quotable: it is said only where there is nothing else."""


def bottom_line(scores: Scores, chosen: Collection[int]) -> int | None:
    """Return the index of the bottom line; None where there is no choice, or the method does not tell."""
    if not scores.outcomes:
        return None
    return max(chosen, key=lambda index: (scores.values[index] + scores.outcomes[index], -index), default=None)


def completion(scores: Scores, bottom: int) -> int | None:
    """Return the index of the sentence after a short bottom line that adds a fact to it; None where none does."""
    page, after = scores.page, bottom + 1
    if page is None or after >= len(page.words) or len(page.words[bottom]) > _BRIEF:
        return None
    paragraphs = (paragraph for section in page.document.sections for paragraph in section.paragraphs)
    own = next(paragraph for paragraph in paragraphs if paragraph.sentences[-1].index >= after)
    together = own.sentences[0].index <= bottom and len(page.words[bottom]) + len(page.words[after]) <= _BOTH
    adds = any(map(str.isdigit, page.document.sentences[after].text)) or not _FACTS.isdisjoint(page.cues[after])
    return after if together and own.form != "item" and adds else None


def merits(page: Page, found: Signs, barred: Mapping[int, str]) -> Iterator[float]:
    """Yield what speaks for each sentence as the bottom line beside its worth, by the signs found of all."""
    kind = page.document.kind
    weights = {**table.OUTCOME, **table.GIVEN.get(kind, {}), **table.OUTCOME_OF.get(kind, {})}
    paragraphs = [[p.sentences[0].index for p in section.paragraphs] for section in page.document.sections]
    openings = frozenset(chain.from_iterable(paragraphs))
    *_, last = [0, *(indices[0] for indices in paragraphs if indices)]
    count = len(page.companions)
    known: Signs = defaultdict(lambda: [0.0] * count, found)
    told = zip(known["words: presentation"], known["words: aim"], strict=True)
    concludes = map(any, zip(*map(known.__getitem__, _CONCLUDES), strict=True))
    is_news = table.GROUPS.get(kind) == "news"
    title = segment.words((page.document.title or "").lower())
    derived = {
        # "This study aimed to …" presents no more than that.
        "words: presentation": [0.0 if is_aim else value for value, is_aim in told],
        "place: late": [
            index / count if not tells and (is_news or index < last) else 0.0 for index, tells in enumerate(concludes)
        ],
        "topic: what it is": list(map(mul, known["topic: title"], known["words: definition"])),
        "words: chosen": list(map(mul, known["role: decision"], known["words: choice"])),
    }
    if "verb" in lexicon.named(title, lexicon.cues(page.document.language).sentences):
        # "The city has failed its traders" is the name of no thing.
        derived["topic: what it is"] = [0.0] * count
    for index, (companion, merit) in enumerate(zip(page.companions, weighed(known | derived, weights), strict=True)):
        # "Agreed. So we sign." needs no more than it says.
        leans = companion is not None and (index in openings or barred.get(companion) != "fragment")
        if known["words: holding"][index]:  # "Consequently, the appeal is dismissed." says who does what.
            leans = leans and not page.document.sentences[index].text.partition(" ")[0].endswith(",")
        yield (_DEPENDENT if leans or index in barred else 0.0) + merit
