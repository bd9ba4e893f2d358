"""The account of every word: what a document says became of each character that was read."""

from itertools import pairwise

from briefing.document import Document


def spans(document: Document) -> list[tuple[int, int]]:
    """Return where everything stands that a document accounts for, in order."""
    items = (*document.titles, *document.headings, *document.sentences, *document.boilerplate)
    return sorted((item.start, item.end) for item in items)


def unspaced(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def check(document: Document) -> None:
    """Fail unless each character of a document's text but white space is accounted for, once and in order."""
    found = spans(document)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert unspaced("".join(document.text[start:end] for start, end in found)) == unspaced(document.text)
