"""Paragraphs and headings to build articles from, in every layout."""

import textwrap

PARAGRAPHS = (
    "The harbour at Lindholm froze twice last winter, and both times the ferry stayed in port for a week. "
    "Fishermen say that such cold spells were common when their grandfathers ran the boats.",
    "A new breakwater would cost eleven million crowns, according to a study the council ordered in spring. "
    "Half of that sum could come from the regional fund, which supports small ports.",
    "Opponents doubt the figures. They point to a similar project in Varnes, where the costs doubled within "
    "two years and the work is still not finished.",
    "The engineers answered that the sea bed at Lindholm is rock and not mud, so that far fewer piles are "
    "needed. Their drawings have been on show in the town hall since Monday.",
    "Few people disagree about the ferry itself. It carries the schoolchildren of three islands every morning, "
    "and without it the clinic would lose most of its nurses.",
    "The council votes in October. Whatever it decides, the first stones cannot be laid before the ice is gone, "
    "and the fund closes its books at the end of June.",
)

HEADINGS = ("A Winter Without Ferries", "The Price of Stone", "Lessons From Varnes")


def article(headings=HEADINGS, *, lead=1, layout="blank", before=(), after=()):
    """Give an article: lead paragraphs, then each heading with a paragraph or two, then what comes after."""
    blocks = [*before, *PARAGRAPHS[:lead]]
    for place, heading in enumerate(headings):
        blocks += [heading, PARAGRAPHS[(place + lead) % 6], PARAGRAPHS[(place + lead + 2) % 6]]
    return lay_out([*blocks, *after], layout)


def lay_out(blocks, layout):
    """Give blocks as a text in a layout."""
    if layout == "tight":
        return "\n".join(blocks)
    if layout == "wrapped":
        return "\n\n".join(textwrap.fill(block, 72) for block in blocks)
    if layout == "narrow":
        return "\n\n".join(textwrap.fill(block, 48) for block in blocks)
    if layout == "touching":  # a blank line before a heading, none after it
        return "\n".join(block if len(block) > 60 else "\n" + block for block in blocks)
    if layout == "indented":  # first lines indented, no blank lines between paragraphs
        fill = {True: "    ", False: ""}
        return "\n".join(textwrap.fill(block, 66, initial_indent=fill[len(block) > 60]) for block in blocks)
    if layout == "packed":  # wrapped, without any blank line
        return "\n".join(textwrap.fill(block, 72) for block in blocks)
    if layout == "crlf":
        return "\r\n\r\n".join(blocks)
    if layout == "cr":
        return "\r".join(blocks)
    return "\n\n".join(blocks)


LAYOUTS = ("blank", "tight", "wrapped", "narrow", "touching", "indented", "crlf", "cr")
