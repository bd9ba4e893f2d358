"""From documents and their briefings to one HTML file that a person opens, reads, prints and sends.

It holds all it needs: no script, no outside resource, and a policy (CSP Level 3) that forbids any.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import languages
from briefing.digest_types import Digest, Matter, SharedPoint
from briefing.document import Briefing, Document
from briefing.render import digest as content
from briefing.render.memo import Head
from briefing.render.report.view import ReportPage, page
from briefing.terminal import sanitize

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render", "render_digest"]

_HERE = Path(__file__).parent


def render(articles: Sequence[tuple[Document, Briefing]], *, date: str, head: Head | None = None) -> str:
    """Return a report of some articles as one HTML document (WHATWG HTML, WCAG 2.2 AA).

    Args:
        articles: at least one document with its briefing; several get a list of contents.
        date: the day it is made, as it is to be printed.
        head: what stands above a memo; None for what is no memo.
    """
    pages = [page(*article, f"a{number}-") for number, article in enumerate(articles, 1)]
    style = _style()
    return _template("report").render(
        pages=pages,
        title=_title(pages),
        language=pages[0].language if len({page.language for page in pages}) == 1 else "en",
        direction=pages[0].direction if len(pages) == 1 else "ltr",
        date=sanitize(date),
        fields=head.fields if head else {},
        mark=sanitize(head.classification or "") if head else "",
        style=style,
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def render_digest(digest: Digest, *, date: str, head: Head | None = None) -> str:
    """Return a digest as one HTML document: what is said, by how many, and a column of the sources."""
    style = _style()
    subjects = [content.subject(matter) for matter in digest.matters]
    known = {matter.language for matter in digest.matters}
    return _template("digest").render(
        matters=[_matter(matter) for matter in digest.matters],
        title=subjects[0] if len(subjects) == 1 else f"{len(subjects)} matters",
        language=languages.language(known.pop()).code if len(known) == 1 else "en",
        date=sanitize(date),
        left_out=[sanitize(title) for title in digest.left_out if title],
        fields=head.fields if head else {},
        mark=sanitize(head.classification or "") if head else "",
        style=style,
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _matter(matter: Matter) -> dict[str, Any]:
    numbers = range(1, len(matter.origins) + 1)
    return {
        "subject": content.subject(matter),
        "groups": [
            (sanitize(heading or ""), [_point(matter, point) for point in points])
            for heading, points in content.by_heading(matter)
        ],
        "sources": [
            {"facts": content.facts_of(matter, number), "address": matter.origins[number - 1].address}
            for number in numbers
        ],
    }


def _point(matter: Matter, point: SharedPoint) -> dict[str, Any]:
    return {
        "text": sanitize(point.sentence.text),
        "shared": len(point.sources) > 1,
        "agreement": matter.agreement(point),
        "sources": point.sources,
        "others": [
            {"what": content.said_otherwise(other), "text": sanitize(other.sentence.text), "sources": other.sources}
            for other in point.differences
        ],
    }


def _title(pages: Sequence[ReportPage]) -> str:
    return pages[0].title if len(pages) == 1 else f"{len(pages)} briefings"


@cache
def _style() -> str:
    from markupsafe import Markup

    return Markup((_HERE / "report.css").read_text(encoding="utf-8"))


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment: Any = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    template: Template = environment.get_template(f"{name}.html.jinja")
    return template
