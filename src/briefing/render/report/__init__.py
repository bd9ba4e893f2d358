"""From documents and their briefings to one HTML file that a person opens, reads, prints and sends.

It holds all it needs: no script, no outside resource, and a policy (CSP Level 3) that forbids any. All that is
printed is sanitized and escaped.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import merge
from operator import itemgetter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefing import languages
from briefing.digests import Digest
from briefing.document import Boilerplate, Briefing, Document, Heading, Paragraph, Sentence
from briefing.render import arithmetic, memo
from briefing.render import digest as content
from briefing.render.memo import Head
from briefing.source import is_web_address
from briefing.terminal import sanitize

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent
_RIGHT_TO_LEFT = {"arabic", "hebrew"}
_DEEPEST = 6
_LONG = 12
"""Words from which on a sentence is told by its first and its last ones."""
_EDGE = 4
_BESIDE = 3
"""Words before and after a sentence that tell it from others with the same words."""
_NEAR = 80
"""Characters beside a sentence that are looked at for those words."""

Item = Heading | Paragraph | Boilerplate
"""What stands in an article: a heading, a paragraph, or something left out of it."""


def render(articles: Sequence[tuple[Document, Briefing]], *, date: str, head: Head | None = None) -> str:
    """Return a report of articles as one HTML document (WHATWG HTML, WCAG 2.2 AA), or of a memo, with its head."""
    pages = [_page(*article, f"a{number}-") for number, article in enumerate(articles, 1)]
    first = pages[0]
    return _template("report").render(
        **_frame(date, head),
        pages=pages,
        title=first["title"] if len(pages) == 1 else f"{len(pages)} briefings",
        language=first["language"] if len({page["language"] for page in pages}) == 1 else "en",
        direction=first["direction"] if len(pages) == 1 else "ltr",
    )


def render_digest(digest: Digest, *, date: str, head: Head | None = None) -> str:
    """Return a digest as one HTML document: what is said, by how many, and a column of the sources."""
    count = len(digest.matters)
    known = {matter.language for matter in digest.matters}
    return _template("digest").render(
        **_frame(date, head),
        matters=digest.matters,
        title=content.subject(digest.matters[0]) if count == 1 else f"{count} matters",
        language=languages.language(known.pop()).code if len(known) == 1 else "en",
        left_out=list(filter(None, digest.left_out)),
    )


def _frame(date: str, head: Head | None) -> dict[str, Any]:
    """Return what every report shows, or needs to be shown."""
    from markupsafe import Markup

    style = Markup((_HERE / "report.css").read_text(encoding="utf-8"))
    return {
        "date": date,
        "fields": head.fields if head else {},
        "mark": (head.classification if head else None) or "",
        "style": style,
        "digest": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    }


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def clean(value: Any) -> Any:
        return sanitize(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment: Any = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    shown = (content.subject, content.by_heading, content.facts_of, content.said_otherwise)
    environment.globals |= {function.__name__: function for function in shown}
    template: Template = environment.get_template(f"{name}.html.jinja")
    return template


def _page(document: Document, briefing: Briefing, prefix: str) -> dict[str, Any]:
    """Return what is shown of a document and its briefing; every identity in the page begins with the prefix."""
    points = [point for part in briefing.parts for point in part.points]
    best = min(points, key=lambda point: point.rank, default=None)
    is_web = is_web_address(document.name)

    def place(sentence: Sentence) -> str:
        return f"{briefing.unit} {sentence.line}" if sentence.place == str(sentence.line) else sentence.place

    return {
        "document": document,
        "briefing": briefing,
        "prefix": prefix,
        "title": memo.subject(briefing),
        "source": document.name if is_web else PurePath(document.name).name,
        "address": document.name if is_web else "",
        "language": languages.language(document.language).code,
        "direction": "rtl" if document.language in _RIGHT_TO_LEFT else "ltr",
        "arithmetic": arithmetic(briefing, "→"),
        "topmost": min((part.heading.level for part in briefing.parts if part.heading), default=1),
        "best": briefing.bottom_line or (best and best.sentence),
        "chosen": {sentence.index for sentence in briefing.sentences},
        "links": Links(document),
        "place": place,
        "parts": list(_parts(document)),
    }


def _parts(document: Document) -> Iterator[tuple[Item, int]]:
    """Yield everything in the source's order, with the level of a heading in the page, which skips none, or 0."""
    topmost, above = min((heading.level for heading in document.headings), default=1), 2
    article: list[tuple[int, Item]] = []
    for section in document.sections:
        article += [(section.heading.start, section.heading)] if section.heading else []
        article += [(paragraph.sentences[0].start, paragraph) for paragraph in section.paragraphs]
    asides = [(aside.start, aside) for aside in document.boilerplate]
    for _, item in merge(article, asides, key=itemgetter(0)):
        if isinstance(item, Heading):
            above = min(3 + item.level - topmost, above + 1, _DEEPEST)
        yield item, above if isinstance(item, Heading) else 0


class Links:
    """The addresses of a document's sentences in its source."""

    def __init__(self, document: Document) -> None:
        """Look once at how the sentences of a document open."""
        self._document = document
        self._openings = Counter(_words(sentence)[:_EDGE] for sentence in document.sentences)

    def to(self, sentence: Sentence) -> str:
        """Return a sentence's address: of a web page a text fragment (WICG), of a PDF its page (RFC 8118); or ''."""
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
