"""Markdown: a heading a section, a list item a point."""

from briefing.document import Briefing
from briefing.patterns import regex
from briefing.terminal import sanitize

_SPECIAL = regex(
    # What is a mark only beside something else is left alone elsewhere: "snake_case", "[sic]", "a < b", "~5".
    r"[\\`*|$]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|\[(?=[^\[\]]*\][(\[:])|\](?=[(\[:])|<(?=[a-zA-Z/!?])|&(?=#?\w{1,32};)"
)
_LIST_OR_HEADING = regex(r"^(?:[-+#=>]|\[(?=[ xX]\])|\d{1,9}(?=[.)]))")
_CLOSING = regex(r"(?:(?<=\s)|\A)(?=#+\Z)")
"""Before the marks that would be taken for the end of a heading's line."""
_DEEPEST = 6


def render(briefing: Briefing) -> str:
    """Return a briefing as Markdown whose words are the article's: whatever would be markup is escaped."""
    topmost = min((part.heading.level for part in briefing.parts if part.heading), default=1)
    blocks = [f"# {escape(briefing.title, opens_line=False)}"] if briefing.title else []
    for part in briefing.parts:
        if part.heading:
            marks = "#" * min(_DEEPEST, 2 + part.heading.level - topmost)
            blocks.append(f"{marks} {escape(part.heading.text, opens_line=False)}")
        if part.points:
            blocks.append("\n".join(f"- {escape(point.sentence.attributed)}" for point in part.points))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def escape(text: str, *, opens_line: bool = True) -> str:
    """Return a text as Markdown that shows just that text; behind a heading's marks it opens no line."""
    escaped = _CLOSING.sub(r"\\", _SPECIAL.sub(r"\\\g<0>", sanitize(text)))
    if not opens_line:
        return escaped
    return _LIST_OR_HEADING.sub(lambda mark: mark[0] + "\\" if mark[0].isdigit() else "\\" + mark[0], escaped)
