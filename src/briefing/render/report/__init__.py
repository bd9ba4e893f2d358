"""From documents and their briefings to one HTML file that a person opens, reads, prints and sends.

It holds all it needs: no script, no outside resource, and a policy (CSP Level 3) that forbids any.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.document import Briefing, Document
from briefing.render.memo import Head
from briefing.render.report.view import ReportPage, page
from briefing.terminal import sanitize

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]

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
    return _template().render(
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


def _title(pages: Sequence[ReportPage]) -> str:
    return pages[0].title if len(pages) == 1 else f"{len(pages)} briefings"


@cache
def _style() -> str:
    from markupsafe import Markup

    return Markup((_HERE / "report.css").read_text(encoding="utf-8"))


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment: Any = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    template: Template = environment.get_template("report.html.jinja")
    return template
