"""A memo in each of its formats."""

from collections.abc import Iterator

from briefing.render import memo as plain
from briefing.render.markdown import escape
from briefing.render.memo import Block, Memo, label, reference


def render(memo: Memo, format: str, *, colour: bool = False) -> str:
    """Give a memo in the named format; only 'rich' may have colour."""
    if format == "rich":
        from briefing.render import rich_memo

        return rich_memo.render(memo, colour=colour)
    return _markdown(memo) if format == "markdown" else plain.render(memo)


def _markdown(memo: Memo) -> str:
    head = [f"**{name.capitalize()}:** {escape(text)}" for name, text in memo.head.fields]
    if memo.head.classification:
        head.insert(0, f"**{escape(memo.head.classification)}**")
    blocks = ["# Memorandum", "  \n".join(head)]
    for block in memo.blocks:
        blocks += _block(block, memo, level=2 if len(memo.blocks) == 1 else 3)
    return "\n\n".join(blocks) + "\n"


def _block(block: Block, memo: Memo, *, level: int) -> Iterator[str]:
    marks = "#" * level
    if len(memo.blocks) > 1:
        yield f"## {escape(block.subject)}"
    yield f"{marks} Bottom line"
    said = " ".join(map(reference, block.bottom_line))
    yield escape(said or plain.NO_BOTTOM_LINE)
    if block.key_points:
        yield f"{marks} Key points"
        yield "\n".join(
            f"- **{escape(label(heading))}** {escape(text)}" if heading else f"- {escape(text)}"
            for heading, points in block.key_points
            for text in [" ".join(map(reference, points))]
        )
    yield f"*Source: {escape(block.source)}*"
    if block.left_out:
        yield f"*Left out: {escape('; '.join(block.left_out))}*"
