"""Plain text to Document: one paragraph a line, headings by a simple rule (to be replaced)."""

import re

from briefing import segment
from briefing.document import Document, Heading, Paragraph, Section, Sentence


def parse(text: str, *, name: str, language: str) -> Document:
    """Give the document of a plain text."""
    sections: list[Section] = []
    heading: Heading | None = None
    paragraphs: list[Paragraph] = []
    index = 0
    lines = list(re.finditer(r"[^\r\n]+|\r\n|\r|\n", text))
    number = 1
    blocks = []
    for match in lines:
        if match[0] in ("\n", "\r", "\r\n"):
            number += 1
        elif match[0].strip():
            blocks.append((match.start(), match.end(), number))
    for place, (start, end, line) in enumerate(blocks):
        words = text[start:end].split()
        titled = sum(w[0].isupper() for w in words) / len(words) > 0.6
        if (
            len(words) <= 12
            and titled
            and text[start:end].rstrip()[-1] not in ".!?:,;"
            and place + 1 < len(blocks)
        ):
            if heading or paragraphs:
                sections.append(Section(heading, tuple(paragraphs)))
            heading, paragraphs = Heading(" ".join(words), 1, start, end, line), []
            continue
        found = []
        for s, e in segment.sentences(text[start:end], language=language):
            found.append(
                Sentence(index, " ".join(text[start + s : start + e].split()), start + s, start + e, line)
            )
            index += 1
        if found:
            paragraphs.append(Paragraph(tuple(found)))
    if heading or paragraphs:
        sections.append(Section(heading, tuple(paragraphs)))
    return Document(name, text, None, language, tuple(sections))
