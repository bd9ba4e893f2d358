"""Which sentence needs which beside it to be understood."""

from collections.abc import Iterator, Sequence

from briefing import segment
from briefing.document import Document, Sentence
from briefing.patterns import regex
from briefing.scoring import lexicon

_OPENS_QUOTED = regex(r"[\"“„«]")
# Bounded, or each of many quotations that nothing closes would be followed to the end.
_QUOTED = regex(r"“[^“”]{0,1000}”|„[^„“”]{0,1000}[“”]|«[^«»]{0,1000}»|\"[^\"]*\"")
_GOES_ON = regex(r"[\"“”»][^\"“”»]{3,}\Z")
"""What a sentence says behind a quotation that ends in it."""
_MARK = regex('["“”„«»]')
_QUESTION = regex(r"[?？][\"'”’»“)\]]*$")


def companions(document: Document) -> tuple[int | None, ...]:
    """Return, of each sentence, the index of the one without which it would dangle; None where it stands alone.

    A sentence that opens with a pronoun, a demonstrative or a connective needs the one before, and so does a later
    sentence of a quotation and a quotation whose speaker goes without a name. A quotation that ends in the next
    sentence needs that one, and a question the one after it, which answers; but in a letter, whose reader is asked.
    """
    is_answered = document.kind != "mail"
    result: list[int | None] = []
    for section in document.sections:
        last = max((sentence.index for sentence in section.sentences), default=-1)
        for paragraph in section.paragraphs:
            for sentence, inside, open_after in _quotations(paragraph.sentences):
                index, text = sentence.index, sentence.text
                if index and (inside or lexicon.leans(text, document.language) or _lacks_speaker(text)):
                    result.append(index - 1)
                elif index < last and (open_after or (is_answered and _QUESTION.search(text))):
                    result.append(index + 1)
                else:
                    result.append(None)
    return tuple(result)


def halves(document: Document) -> Iterator[int]:
    """Yield the index of each sentence that is a part of a longer quotation, with no word outside of it."""
    for paragraph in (paragraph for section in document.sections for paragraph in section.paragraphs):
        for sentence, inside, _ in _quotations(paragraph.sentences):
            opens = _OPENS_QUOTED.match(sentence.text) and not _QUOTED.match(sentence.text)
            if (inside and not _GOES_ON.search(sentence.text)) or (opens and not inside):
                yield sentence.index


def _lacks_speaker(text: str) -> bool:
    """Return whether a sentence opens with a whole quotation and says no name outside of it."""
    if not (_OPENS_QUOTED.match(text) and _QUOTED.match(text)):
        return False
    outside = segment.words(_QUOTED.sub(" ", text))
    return not any(word[0].isupper() and len(word) > 1 for word in outside)


def _quotations(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, bool, bool]]:
    """Yield each sentence of a paragraph, and whether a quotation is open where it begins, and where it ends.

    Only marks that pair off are trusted: a quotation that the paragraph leaves open is a quoted document.
    """
    whole = "".join(sentence.text for sentence in sentences) if len(sentences) > 1 else ""
    if not _MARK.search(whole):
        yield from ((sentence, False, False) for sentence in sentences)
        return
    opening, closing = ("„", "“”") if "„" in whole else ("“«", "”»")
    paired = _count(whole, opening) == _count(whole, closing)
    straight = whole.count('"') % 2 == 0
    depth = 0
    for sentence in sentences:
        text = sentence.text
        # A quotation opens where one should be open: its end was not marked.
        inside = depth > 0 and not _OPENS_QUOTED.match(text)
        depth = depth if inside else 0
        depth += (_count(text, opening) - _count(text, closing)) * paired
        depth = max(0, depth) if not straight or text.count('"') % 2 == 0 else int(depth == 0)
        yield sentence, inside, depth > 0


def _count(text: str, characters: str) -> int:
    return sum(map(text.count, characters))
