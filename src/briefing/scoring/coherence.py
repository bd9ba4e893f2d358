"""Which sentence needs which beside it to be understood."""

import re
from collections.abc import Iterator, Sequence

from briefing import segment
from briefing.document import Document, Sentence
from briefing.scoring import cues

_OPENS_QUOTED = re.compile(r"[\"“„«]")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)")
_QUESTION = re.compile(r"[?？][\"'”’»“)\]]*$")


def companions(document: Document) -> tuple[int | None, ...]:
    """Give, of each sentence, the index of the one without which it would dangle; None where it stands alone.

    A sentence that opens with a pronoun, a demonstrative or a connective needs the one before; so does one inside a
    quotation that began earlier, and a quotation whose speaker is not named. A question needs what follows it in
    its paragraph or, where it ends that, in its section.
    """
    opening = cues.of(document.language).opening
    last = len(document.sentences) - 1
    result: list[int | None] = []
    for section in document.sections:
        end = max((sentence.index for sentence in section.sentences), default=-1)
        for paragraph in section.paragraphs:
            inside = _inside_quotations(paragraph.sentences)
            for sentence, quoted in zip(paragraph.sentences, inside, strict=True):
                index, text = sentence.index, sentence.text
                if index and (quoted or (opening and opening.match(text)) or _lacks_speaker(text)):
                    result.append(index - 1)
                elif _QUESTION.search(text) and index < min(end, last):
                    result.append(index + 1)
                else:
                    result.append(None)
    return tuple(result)


def _lacks_speaker(text: str) -> bool:
    """Whether a sentence opens with a quotation and says no name outside of it."""
    if not _OPENS_QUOTED.match(text):
        return False
    outside = segment.words(_QUOTED.sub(" ", text))
    return not any(word[0].isupper() and len(word) > 1 for word in outside)


def _inside_quotations(sentences: Sequence[Sentence]) -> Iterator[bool]:
    """Give, of each sentence of a paragraph, whether it begins inside a quotation."""
    whole = "".join(sentence.text for sentence in sentences)
    opening, closing = ("„", "“”") if "„" in whole else ("“«", "”»")
    straight = '"' if whole.count('"') % 2 == 0 else ""
    depth, odd = 0, False
    for sentence in sentences:
        text = sentence.text
        # A quotation opens where one should be open: its end was not marked.
        if _OPENS_QUOTED.match(text):
            depth, odd = 0, False
        yield depth > 0 or odd
        depth = max(0, depth + _count(text, opening) - _count(text, closing))
        odd ^= _count(text, straight) % 2 == 1


def _count(text: str, characters: str) -> int:
    return sum(text.count(character) for character in characters)
