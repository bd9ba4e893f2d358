"""HTML: the article of a page, by trafilatura (Barbaresi 2021), without what stands around it."""

import re
from typing import Any

from briefing.blocks import Reading, collapse
from briefing.errors import SourceError
from briefing.readers.flow import flow
from briefing.readers.markup import blocks
from briefing.segment import count_words

_SITE = re.compile(r" [|–—·»-] ")
_FEWEST_WORDS = 5
"""In the longest paragraph of an article."""
_TOO_FINE = "count(//p) > 40000 or boolean(//p[count(.//*) > 4000])"
"""Trafilatura takes the square of the number of paragraphs, and of the marks in one: pages have fewer."""
_HEADINGS = "//*[self::h1 or self::h2 or self::h3]"
_TRIMMINGS = [
    f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    for name in ("mw-editsection", "headerlink", "anchor", "permalink", "admonition-title", "sr-only")
]
"""What generators of pages put beside headings, and on no paragraph of prose."""


def read(text: str, *, name: str) -> Reading:
    """Give the article of a page.

    Raises:
        SourceError: there is none.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        # A declaration of an encoding is void in text, and lxml refuses it.
        tree = document_fromstring(text.encode("utf-8", errors="replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise _no_article(name) from None
    title = _title(tree)
    body = _body(tree)
    found = flow(blocks(body), title=title) if body is not None else flow(())
    if not any(count_words(line) >= _FEWEST_WORDS for line in found.text.split("\n")):
        raise _no_article(name)
    return found


def _no_article(name: str) -> SourceError:
    return SourceError(f"{name}: no article found in the page; save its text, or give the address of one article")


def _body(tree: Any) -> Any:
    """Give the article of a page; None if there is none; the whole page where there is too much to look for it."""
    from trafilatura import bare_extraction

    if tree.xpath(_TOO_FINE):
        return tree
    _enclose_bare_text(tree)
    article: Any = bare_extraction(
        tree,
        fast=True,
        with_metadata=False,
        include_comments=False,
        include_tables=False,
        prune_xpath=_TRIMMINGS,
    )
    return article.body if article is not None else None


def _enclose_bare_text(tree: Any) -> None:
    """Tell trafilatura that a body whose paragraphs stand right in it is all article, headings and lists too."""
    body = tree.find("body")
    if body is None or tree.xpath("//article | //main | //*[@role='main']"):
        return
    bare, all_text = (sum(len(p.text_content()) for p in tree.iterfind(path)) for path in ("body/p", ".//p"))
    if bare * 2 > all_text:
        article = tree.makeelement("article", {})
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)


def _title(tree: Any) -> str | None:
    """Give the title of the article: the longest heading that the page's title repeats, or that without the site."""
    given = tree.xpath("string(//meta[@property='og:title']/@content)") or tree.xpath("string(//head/title)")
    shown = collapse(given)
    headings = [collapse(heading.text_content()) for heading in tree.xpath(_HEADINGS)]
    repeated = [heading for heading in headings if heading and heading.casefold() in shown.casefold()]
    if repeated:
        return max(repeated, key=len)
    return max(_SITE.split(shown), key=len) or (headings[0] if len(headings) == 1 else None)
