"""From a sentence to the address of its place: in the page itself, by a text fragment, or on a page of a PDF."""

from collections import Counter
from pathlib import PurePath
from urllib.parse import quote

from briefing.document import Document, Sentence

_LONG = 12
"""Words from which on a sentence is told by its first and its last ones."""
_EDGE = 4
_BESIDE = 3
"""Words before and after a sentence that tell it from others with the same words."""
_NEAR = 80
"""Characters beside a sentence that are looked at for those words."""


class Links:
    """The addresses of a document's sentences in its source."""

    def __init__(self, document: Document) -> None:
        """Look once at how the sentences of a document open."""
        self._document = document
        self._openings = Counter(_words(sentence)[:_EDGE] for sentence in document.sentences)

    def to(self, sentence: Sentence) -> str:
        """Return the address of a sentence, or '' where its place cannot be opened so.

        In a web page it has a text fragment (WICG, Scroll to Text Fragment); in a PDF on this machine,
        which is taken to lie beside the report, the number of the page (RFC 8118).
        """
        name = self._document.name
        if name.lower().startswith(("http://", "https://")):
            return f"{name.partition('#')[0]}#:~:text={self._directive(sentence)}"
        if sentence.page and name.lower().endswith(".pdf"):
            return f"{quote(PurePath(name).name)}#page={sentence.page}"
        return ""

    def _directive(self, sentence: Sentence) -> str:
        words, text = _words(sentence), self._document.text
        told = _encoded(*words)
        if len(words) > _LONG:
            told = f"{_encoded(*words[:_EDGE])},{_encoded(*words[-_EDGE:])}"
        if self._openings[words[:_EDGE]] < 2:
            return told
        before = text[max(0, sentence.start - _NEAR) : sentence.start].split()[-_BESIDE:]
        after = text[sentence.end : sentence.end + _NEAR].split()[:_BESIDE]
        prefix = f"{_encoded(*before)}-," if before else ""
        suffix = f",-{_encoded(*after)}" if after else ""
        return prefix + told + suffix


def _words(sentence: Sentence) -> tuple[str, ...]:
    return tuple(sentence.text.split())


def _encoded(*words: str) -> str:
    # The dash and the comma have a meaning of their own in a directive.
    return quote(" ".join(words).encode("utf-8", "replace"), safe="").replace("-", "%2D")
