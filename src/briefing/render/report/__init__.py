"""From documents and their briefings to one HTML file that a person opens, reads, prints and sends.

It holds all it needs: no script, no outside resource, and a policy (CSP Level 3) that forbids any. All that is
printed is sanitized and escaped.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import languages
from briefing.digest_types import Digest
from briefing.document import Briefing, Document
from briefing.render import digest as content
from briefing.render.memo import Head
from briefing.render.report.view import page
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
    style = _style()
    return {
        "date": date,
        "fields": head.fields if head else {},
        "mark": (head.classification if head else None) or "",
        "style": style,
        "digest": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    }


@cache
def _style() -> str:
    from markupsafe import Markup

    return Markup((_HERE / "report.css").read_text(encoding="utf-8"))


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
