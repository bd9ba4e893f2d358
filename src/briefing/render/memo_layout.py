"""From briefings to a memo that fits a screen, and from that to text, rich text, Markdown or JSON."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Any

from briefing.document import Briefing, Sentence
from briefing.render import PLAIN, SCREEN_LINES, Look
from briefing.render import memo as content
from briefing.render.json import json_line, sentence_facts
from briefing.render.markdown import escape
from briefing.render.memo import Head, Memo, MemoMatter
from briefing.terminal import cells, sanitize, wrap

NO_BOTTOM_LINE = "No sentence is short enough to stand here whole."
"""What stands in place of a bottom line where there is none."""

WIDTH = 80
"""Columns of a memo unless another width is asked for."""

_NARROWEST, _WIDEST = 40, 100
_TIGHTEST = 3
_RAGGED = 16
"""Columns that the end of a line may leave free, so that two lines hold what is counted on."""
_LABEL = 10
_COLUMN = 20
_GLUE = "\xa0"
"""Holds a reference to the last word of its sentence: no line is broken at it."""
_ENDS = ("?", "!", ":", ".", "…", "？", "！", "：", "。")


class Role(Enum):
    """What a row of a memo is."""

    TITLE, FIELD, HEADING, POINT, NOTE = "title", "field", "heading", "point", "note"


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A paragraph of a memo as text; an empty one is a blank line."""

    role: Role
    """What it is."""
    label: str = ""
    """What it opens with: the name of a field, a heading, a dash."""
    text: str = ""
    """What follows the label."""

    def lines(self, width: int) -> list[str]:
        """Return it in lines of at most so many columns; behind a label those after the first hang."""
        if self.role is Role.FIELD:
            first, *rest = wrap(self.text, width - _LABEL) or [""]
            return [f"{self.label:<{_LABEL}}{first}", *(" " * _LABEL + line for line in rest)]
        hang = "  " if self.label else ""
        lines = wrap(f"{self.label} {self.text}".strip(), width - len(hang)) or [""]
        first, *rest = (line.replace(_GLUE, " ") for line in lines)
        return [first, *(f"{hang}{line}" for line in rest)]


def compose(briefings: Sequence[Briefing], head: Head, *, lines: int = SCREEN_LINES, width: int = WIDTH) -> Memo:
    """Return the memo of some briefings with as many of their sentences, whole, as fit.

    That of one briefing fits a screen of so many lines, of which one is left for the prompt, set as loosely as leaves
    room for all; of several, each has half a screen.
    """
    subjects = [content.subject(briefing) for briefing in briefings]
    found = subjects[0] if len(subjects) == 1 else f"{len(subjects)} articles"
    memo = Memo(replace(head, subject=head.subject or found), ())
    if len(briefings) == 1:
        return _fitted(memo, briefings[0], lines - 1, width)
    memo = replace(memo, spacing=_TIGHTEST - 1)
    room = lines // 2 + height(memo, width)
    parts = [_fitted(memo, briefing, room, width) for briefing in briefings]
    return replace(memo, matters=tuple(part.matters[0] for part in parts))


def _fitted(memo: Memo, briefing: Briefing, room: int, width: int) -> Memo:
    """Return a memo with what of a briefing fits, in the loosest setting that holds it all, or else the tightest."""
    order = content.order(briefing)
    for spacing in range(memo.spacing, _TIGHTEST + 1):
        whole = replace(memo, matters=(content.matter(briefing, order),), spacing=spacing)
        if height(whole, width) <= room:
            return whole
    kept: list[int] = []
    for index in order:
        longer = replace(memo, matters=(content.matter(briefing, [*kept, index]),), spacing=_TIGHTEST)
        if height(longer, width) <= room:
            kept.append(index)
    return replace(memo, matters=(content.matter(briefing, kept),), spacing=_TIGHTEST)


def render(memo: Memo, format: str, look: Look = PLAIN) -> str:
    """Return a memo in the named format, at most as wide as it is to look, but 40 to 100 columns."""
    if format == "json":
        return _json(memo)
    if format == "markdown":
        return _markdown(memo)
    columns = _columns(look.width)
    if format == "rich":
        from briefing.render import rich_canvas as canvas

        lines = (line for row in rows(memo, columns) for line in _styled(row, columns))
        return canvas.draw(lines, look._replace(width=columns))
    return "".join(f"{line}\n" for row in rows(memo, columns) for line in row.lines(columns))


def height(memo: Memo, width: int) -> int:
    """Return how many lines a memo takes on a screen of so many columns."""
    columns = _columns(width)
    return sum(len(row.lines(columns)) for row in rows(memo, columns))


def rows(memo: Memo, width: int) -> Iterator[MemoRow]:
    """Yield the paragraphs of a memo as text."""
    yield from _head(memo.head, width)
    for matter in memo.matters:
        if len(memo.matters) > 1:
            yield from (MemoRow(Role.NOTE), MemoRow(Role.TITLE, text=matter.subject))
        yield from _matter(matter, memo, width)
    if len(memo.matters) > 1:
        yield from (
            MemoRow(Role.NOTE),
            MemoRow(Role.NOTE, text="Each has half a screen; a memo of one alone says more."),
        )


def reference(sentence: Sentence) -> str:
    """Return a sentence, safe to print, and where it stands, after who says it, but no 'A' that answers a 'Q'."""
    speaker = f"{sentence.speaker}: " if len(sentence.speaker or "") > 1 else ""
    return f"{sanitize(speaker + sentence.text)} [{sentence.place}]"


def label(heading: str) -> str:
    """Return a heading as it stands before its points on one line."""
    return heading if not heading or heading.endswith(_ENDS) else f"{heading}:"


def _columns(width: int) -> int:
    return max(_NARROWEST, min(width, _WIDEST))


def _glued(sentence: Sentence) -> str:
    return _GLUE.join(reference(sentence).rsplit(" ", 1 + sentence.place.count(" ")))


def _head(head: Head, width: int) -> Iterator[MemoRow]:
    mark = sanitize(head.classification or "")
    gap = width - 2 - len("MEMORANDUM ") - cells(mark)
    yield MemoRow(Role.TITLE, "MEMORANDUM", " " * max(0, gap) + mark if mark else "")
    fields = head.fields
    if cells(fields["TO"]) <= _COLUMN and cells(fields["DATE"]) <= width - _LABEL - _COLUMN - len("  DATE:  "):
        date = fields.pop("DATE")
        fields["TO"] += " " * (_COLUMN - cells(fields["TO"])) + f"  DATE:  {date}"
    for name, text in fields.items():
        yield MemoRow(Role.FIELD, f"{name}:", text)


def _matter(matter: MemoMatter, memo: Memo, width: int) -> Iterator[MemoRow]:
    gap = [MemoRow(Role.NOTE)] if memo.spacing < _TIGHTEST else []
    if matter.status:
        yield MemoRow(Role.FIELD, "STATUS:", matter.status)
    yield from (*gap, MemoRow(Role.HEADING, "BOTTOM LINE"))
    yield MemoRow(Role.POINT, text=" ".join(map(_glued, matter.bottom_line)) or NO_BOTTOM_LINE)
    if matter.key_points:
        yield from (*gap, MemoRow(Role.HEADING, "KEY POINTS"))
    for place, (heading, sentences) in enumerate(matter.key_points):
        yield from [MemoRow(Role.NOTE)] if place and memo.spacing == 0 else []
        yield from _points(heading, sentences, is_loose=memo.is_loose)
    yield from gap
    if matter.left_out:
        yield MemoRow(Role.NOTE, "LEFT OUT:", _listed(matter.left_out, width - 2 - len("LEFT OUT: ")))
    yield MemoRow(Role.NOTE, "SOURCE:", matter.source)


def _points(heading: str, sentences: Sequence[Sentence], *, is_loose: bool) -> Iterator[MemoRow]:
    """Yield the points under a heading, each with a dash: under a line of its own, or the first behind it."""
    if heading and not is_loose:
        first, *sentences = sentences
        yield MemoRow(Role.POINT, f"- {label(heading)}", _glued(first))
    elif heading:
        yield MemoRow(Role.POINT, heading)
    yield from (MemoRow(Role.POINT, "-", _glued(sentence)) for sentence in sentences)


def _listed(names: Sequence[str], width: int) -> str:
    """Return as many names as fit two lines, and how many more there are."""
    for count in range(len(names), 0, -1):
        more = f"; and {len(names) - count} more" if count < len(names) else ""
        if cells(listed := "; ".join(names[:count]) + more) <= 2 * width - _RAGGED:
            return listed
    return f"{len(names)} sections"


def _styled(row: MemoRow, width: int) -> Iterator[Any]:
    """Yield the lines of a row as rich text, its label styled too where that runs over several lines."""
    from rich.text import Text

    from briefing.render import rich_canvas as canvas

    styles = {Role.TITLE: canvas.STRONG, Role.HEADING: canvas.HEADING, Role.NOTE: canvas.FAINT}
    labels = {Role.FIELD: canvas.FAINT, Role.POINT: canvas.STRONG}
    pending = "".join(row.label.split())
    for line in row.lines(width):
        text = Text(line, styles.get(row.role, ""))
        end = 0
        while pending and end < len(line):
            pending = pending[not line[end].isspace() :]
            end += 1
        text.stylize(labels.get(row.role, ""), 0, end)
        if row.role is Role.POINT:
            text.highlight_regex(re.compile(r"\[[^\[\] ]+\]$|\[[^\[\] ]+\](?= )"), canvas.FAINT)
        elif row.role is Role.FIELD:
            text.highlight_regex(re.compile(r" {2}DATE: "), canvas.FAINT)
        yield text


def _markdown(memo: Memo) -> str:
    head = [f"**{name.capitalize()}:** {escape(text)}" for name, text in memo.head.fields.items()]
    if memo.head.classification:
        head.insert(0, f"**{escape(memo.head.classification)}**")
    blocks = ["# Memorandum", "  \n".join(head)]
    marks = "##" if len(memo.matters) == 1 else "###"
    for matter in memo.matters:
        blocks += [f"## {escape(matter.subject)}"] if len(memo.matters) > 1 else []
        blocks += [f"**Status:** {escape(matter.status)}"] if matter.status else []
        blocks += [f"{marks} Bottom line", escape(" ".join(map(reference, matter.bottom_line)) or NO_BOTTOM_LINE)]
        blocks += [f"{marks} Key points"] if matter.key_points else []
        for heading, sentences in matter.key_points:
            blocks += [f"**{escape(heading)}**"] if heading else []
            blocks.append("\n".join(f"- {escape(reference(sentence))}" for sentence in sentences))
        blocks += [f"*Left out: {escape('; '.join(matter.left_out))}*"] if matter.left_out else []
        blocks.append(f"*Source: {escape(matter.source)}*")
    return "\n\n".join(blocks) + "\n"


def _json(memo: Memo) -> str:
    articles = [
        {
            "subject": matter.subject,
            "bottom_line": list(map(sentence_facts, matter.bottom_line)),
            "key_points": [
                {"heading": heading or None, "points": list(map(sentence_facts, sentences))}
                for heading, sentences in matter.key_points
            ],
            "left_out": matter.left_out,
            "source": matter.source,
            **({"status": matter.status} if matter.status else {}),
        }
        for matter in memo.matters
    ]
    return json_line("briefing-memo/1", **asdict(memo.head), articles=articles)
