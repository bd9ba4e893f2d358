"""Which blocks are headings, and how deep: signs are summed, then the text's own style has a vote."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import groupby
from math import exp, fsum
from pathlib import Path

from briefing import weights
from briefing.blocks import TITLE, Block, Kind, Reading
from briefing.patterns import regex
from briefing.segment.unspaced import has_letters as is_unspaced
from briefing.structure.heading_looks import BlockLook, is_quoted
from briefing.structure.heading_signs import Setting

WEIGHTS = {sign: weight for sign, (weight,) in weights.read(Path(__file__).with_name("heading_weights.txt")).items()}
"""The weight of each sign, in log-odds: why each is one stands there."""
_DOUBT = 2.0
"""What is added to every score before the vote: until the others are known, each is taken to have company."""
_DEEPEST = 6
_QUOTED_WORDS, _MOST_QUOTED_WORDS = 4, 6
"""More in quotation marks are what somebody said, printed large, unless other headings are in such marks; where some
have capitals as these words do, there may be more."""
_MOST_IN_A_ROW = 3
"""A part, a chapter, a section: more headings in a row are a list."""

_FEW_SECTIONS, _LONGEST_HEADING = 3, 18
_HEAD_BLOCKS = 6
"""How many blocks may be the head of a text, with its title: a tag, a date, who met."""

_LONG_WORD = regex(r"\b[^\W\d_]{4,5}")
"""What a word begins with, whatever its ending."""

Style = tuple[str, str, bool]
"""How headings that look alike look: their numbering scheme, 'caps' or 'lower' if so, whether quoted."""


def mark(text: str, blocks: Sequence[Block], *, language: str, kind: str) -> list[Block]:
    """Mark the headings of a plain text, and its title if it opens with one."""
    places = [place for place, block in enumerate(blocks) if block.is_prose]
    setting = Setting(text, [blocks[place] for place in places], language=language)
    likely = [place for place, score in _scores(setting).items() if score > 0]
    chosen = _without_lists(setting, likely)
    opening = [block.aside for block in blocks if block.kind is not Kind.RULER][:2]
    is_known = any(block.level == TITLE for block in blocks) or opening[:1] == ["address"]
    is_signed = opening in (["", "byline"], ["", "date"])
    title = 0 if not is_known and _opens_with_title(text, setting, chosen, signed=is_signed) else None
    if title == 0 and kind in ("news", "other") and _has_kicker(setting, chosen):
        title = 1
        blocks = [block._replace(aside="kicker") if at == places[0] else block for at, block in enumerate(blocks)]
    chosen = [place for place in chosen if title is None or place > title]
    levels = dict(zip(chosen, _levels(setting, chosen), strict=True))
    if title is not None:
        levels[title] = TITLE
    found = {places[place]: level for place, level in levels.items()}
    return [block._replace(level=found[at]) if at in found else block for at, block in enumerate(blocks)]


def mark_title(reading: Reading) -> list[Block]:
    """Return the blocks of a reading, the title marked: the one topmost heading of its head, and what repeats it.

    A title is often given twice: as a property or on a page of its own, and above the text. A long sentence in the
    type of headings is text: "##### Art. 1. There is hereby …".
    """
    text = reading.text
    blocks = [block._replace(level=None) if _is_said(text, block) else block for block in reading.blocks]
    article = [place for place, block in enumerate(blocks) if not block.aside]
    title, start = reading.title, 0
    heads = [at for at, place in enumerate(article[:_HEAD_BLOCKS]) if blocks[place].level is not None]
    # Above a title only headings stand that head nothing.
    above = [at for at in heads if at - heads[0] == heads.index(at)]
    first = min(above, key=lambda at: blocks[article[at]].level or TITLE, default=None)
    # The topmost headings of a collection are those of its articles.
    if first is not None and not (reading.is_collection and blocks[article[first]].level):
        top, *after = (blocks[place] for place in (*article[first:], *article[:first]))
        if _tops(text, top, after, is_first=first == 0):
            title, start = top.words(text), first
    named, head = title.casefold() if title else None, article[start : start + _HEAD_BLOCKS]
    places = {place for place in head if blocks[place].words(text).casefold() == named}
    return [block._replace(level=TITLE) if place in places else block for place, block in enumerate(blocks)]


def _is_said(text: str, block: Block) -> bool:
    return bool(block.level) and block.word_count(text) > _LONGEST_HEADING and block.ends_sentence(text)


def _tops(text: str, top: Block, after: Sequence[Block], *, is_first: bool) -> bool:
    """Return whether a heading is the title: above all others, or the first of its level and named by the others."""
    name, level = top.words(text), top.level or TITLE
    heads = [at for at, block in enumerate(after) if block.level is not None and block.words(text) != name]
    others = [after[at].level or TITLE for at in heads]
    if level < min(others, default=2):
        return is_first or (level < 2 and bool(others) and not name[0].isdigit())
    alike = is_first and level == 1 == min(others) and others.count(1) > 1
    return alike and ((heads[0] == 0 and others[0] == 1) or _names_all(text, top, after, heads))


def _scores(setting: Setting) -> dict[int, float]:
    """Return the log-odds that each short block is a heading, by its place."""
    scores: dict[int, float] = {}
    # Where there is no paragraph, nothing but marks makes a heading: see `_without_lists`.
    if all(block.mark is None for block in setting.blocks) and not any(look.prose for look in setting.looks):
        return scores
    for place, (look, block) in enumerate(zip(setting.looks, setting.blocks, strict=True)):
        if block.mark is not None or (look.short and not block.speaker):
            marked = WEIGHTS["marked"] if block.mark is not None else 0.0
            scores[place] = fsum([WEIGHTS["bias"], marked, *(WEIGHTS[sign] for sign in setting.signs(place))])
    return _vote(setting, scores)


def _vote(setting: Setting, scores: dict[int, float]) -> dict[int, float]:
    """Weigh each score by how the other likely headings look; the first block, perhaps a title, is none."""
    odds = {place: 1 / (1 + exp(-max(-30.0, min(30.0, score + _DOUBT)))) for place, score in scores.items()}
    if 0 in odds and not setting.is_section(setting.looks[0]):
        odds[0] = 0.0
    tally: defaultdict[Hashable, float] = defaultdict(float)
    for place, own in odds.items():
        look = setting.looks[place]
        for key in (_style(look), look.case, _end(setting, place), bool(look.scheme)):
            tally[key] += own
    total = fsum(odds.values())
    voted = {}
    for place, own in odds.items():
        signs = _company(setting, place, own, total - own, tally)
        voted[place] = fsum([scores[place], *(WEIGHTS[sign] for sign, holds in signs.items() if holds)])
    return voted


def _company(
    setting: Setting, place: int, own: float, others: float, tally: Mapping[Hashable, float]
) -> dict[str, bool]:
    """Return the signs in how the other likely headings look: `tally` tells how likely there are such."""
    look, end = setting.looks[place], _end(setting, place)
    same, some = tally[_style(look)] - own, others >= 1.5
    most = _QUOTED_WORDS if tally[look.case] - own < 0.7 else _MOST_QUOTED_WORDS
    titled = tally["title"] + tally["single"] > 0.85 * others
    return {
        "alone": others < 0.7 and (place > 0 or not _is_number(look)),
        "quoted": is_quoted(look) and look.words > most and look.end not in ".,!?…" and same < 0.7,
        "end_alike": end is not None and tally[end] - own >= 1.5,
        "alike": same >= 1.5,
        "many_alike": same >= 4,
        "unnumbered": some and not look.scheme and tally[False] - own < 0.3 * others,
        "not_caps": some and look.case != "caps" and tally["caps"] > 0.7 * others,
        "not_title": others >= 2.5 and titled and look.case in ("sentence", "lower") and not setting.words.capitals,
    }


def _end(setting: Setting, place: int) -> str | None:
    """Return the mark at the end of a block, if it is one that headings seldom have, and not that of a list."""
    look = setting.looks[place]
    marks = ".!?？" if 4 * setting.remarks < len(setting.looks) else "?？"
    return look.end if look.end in marks and not look.scheme and place not in setting.lists else None


def _style(look: BlockLook) -> Style:
    return look.scheme, look.case if look.case in ("caps", "lower") else "", is_quoted(look)


def _without_lists(setting: Setting, likely: Sequence[int]) -> list[int]:
    """Return the places that are not in a list: four or more in a row head nothing, but for the last of them.

    Where there is no paragraph at all, nothing but marks makes a heading.
    """
    has_prose = any(look.prose for look in setting.looks)
    chosen: list[int] = []
    for _, group in groupby(enumerate(likely), lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        first = run[-1 if len(run) > _MOST_IN_A_ROW else 0] if has_prose else len(setting.blocks)
        chosen += [place for place in run if place >= first or setting.blocks[place].mark is not None]
    return chosen


def _opens_with_title(text: str, setting: Setting, chosen: Sequence[int], *, signed: bool) -> bool:
    """Return whether the first line is the title, and not the first of the headings.

    It is where a byline or a date follows (`signed`), or a heading, or no heading at all, or it stands out, or most
    sections speak of what it names.
    """
    looks, blocks = setting.looks, setting.blocks
    places = [place for place in chosen if place]
    others = [looks[place] for place in places]
    alike = any(look.scheme == looks[0].scheme != "" for look in others)
    if alike or not any(k.prose for k in looks[1:]) or blocks[0].speaker or not _could_be_title(looks[0], setting):
        return False
    only = blocks[0].mark is not None and all(blocks[place].mark != blocks[0].mark for place in places)
    if only or not others or signed or places[0] == 1 or _stands_out(looks[0], others, looks[1]):
        return True
    # A list follows half of the headings: an only paragraph under the first line introduces them.
    heads_lists = places[0] == 2 and 2 * sum(map(setting.heads_list, places)) >= len(places)
    names_all = _names_all(text, blocks[0], blocks[1:], [place - 1 for place in places])
    return not looks[0].scheme and (heads_lists or names_all)


def _names_all(text: str, title: Block, after: Sequence[Block], places: Sequence[int]) -> bool:
    """Return whether a word of the first line comes again in two of the sections but that of its own, and in half.

    `places` are those of the headings in what comes after it. What stands under a title is a paragraph or shorter
    than some section, where these are few.
    """
    words = _LONG_WORD.findall(title.words(text).casefold())
    starts = [title, *(after[place] for place in places)]
    ends = [*(block.start for block in starts[1:]), after[-1].end]
    own, *sections = (text[block.end : end].casefold() for block, end in zip(starts, ends, strict=True))
    sections = [section for section in sections if not section.isspace()]
    naming = sum(any(word in section for word in words) for section in sections)
    is_longest = len(sections) <= _FEW_SECTIONS and places[0] > 1 and len(own) > max(map(len, sections), default=0)
    return naming > 1 and 2 * naming >= len(sections) and not is_longest


def _is_number(look: BlockLook) -> bool:
    """Return whether a line is the number of a part and no more: 'Chapter 1', '第一章'."""
    return look.scheme == "part" and look.text == look.number


def _has_kicker(setting: Setting, chosen: Sequence[int]) -> bool:
    """Return whether a few words in capitals, as 'LOCAL NEWS', stand over the headline rather than being it."""
    if len(setting.looks) < 3:
        return False
    kicker, headline, body = setting.looks[:3]
    others = [setting.looks[place] for place in chosen if place > 1]
    brief = kicker.case == "caps" and kicker.words <= 3 and not kicker.scheme
    longer = headline.short and headline.case in ("title", "sentence") and headline.words > max(3, kicker.words)
    heads = longer and not headline.prose and headline.end not in ".:,;" and body.prose
    return brief and heads and (not others or _stands_out(headline, others, body))


def _could_be_title(look: BlockLook, setting: Setting) -> bool:
    """Return whether a line is no sentence and no heading that any article may have, nor the mere number of one."""
    final = look.end in ".:,;…" or _is_number(look) or (setting.talks and look.end in "!?")
    said = look.text[0] in "\"“„«‘'" and (not is_quoted(look) or look.end in "!?")
    return look.short and not final and not said and not setting.is_section(look)


def _stands_out(look: BlockLook, others: Sequence[BlockLook], after: BlockLook) -> bool:
    """Return whether a line is longer than the headings, unlike them, or what the text opens with."""
    half = len(others) / 2
    if not look.case and not look.scheme and is_unspaced(look.text):
        return True  # Where no letter is a capital and no blank parts words, nothing else tells.
    longer = look.words >= 1.5 + 1.3 * sum(other.words for other in others) / len(others)
    shouts = (look.case == "caps") != (sum(other.case == "caps" for other in others) > half)
    unnumbered = not look.scheme and sum(other.scheme != "" for other in others) > half
    marked = sum(other.end in "?:" or is_quoted(other) for other in others)
    unmarked = look.end not in "?:" and not is_quoted(look) and marked > half
    return longer or shouts or unnumbered or unmarked or look.text.casefold() in after.text[:80].casefold()


def _levels(setting: Setting, chosen: Sequence[int]) -> list[int]:
    """Return the levels of headings: by their marks, else by their numbers, else by the order of their styles.

    A style seen for the first time is a level deeper than the heading before it, unless that is one that any
    article may have, such as 'Abstract': those are of the top level and say nothing about the others.
    """
    known: dict[tuple[str, str], int] = {}
    levels: list[int] = []
    above = 0
    for place in chosen:
        look = setting.looks[place]
        style = _style(look)[:2]
        usual = setting.is_section(look) and not any(style)
        if mark := setting.blocks[place].mark:
            depth = mark
        elif usual:
            depth = known.get(style, 1)
        elif look.scheme == "decimal":
            top = known.get(("ordinal", style[1])) or known.get(("digit", style[1])) or 1
            depth = top + look.number.rstrip(".)").count(".")
        else:
            depth = known.setdefault(style, above + 1)
        levels.append(min(depth, _DEEPEST))
        above = 0 if usual else levels[-1]
    return levels
