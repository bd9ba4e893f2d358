"""What a person sees of a page, by Python's own parser: no tree, no rules of ours but those that are written here.

The account of a page is that text, white space aside and in order, after these normalisations: the readings of ruby,
signs without width and what is hidden, struck out, or for who hears it, are not counted; an inline quotation stands
in quotation marks, as browsers show it; and the title of the page stands before all else, where nothing on the page
repeats it.
"""

from html.parser import HTMLParser

_UNSEEN = set(
    "script style template title noscript rt rp iframe object video audio del s strike".split()  # noqa: SIM905
)
_HEARD = {"sr-only", "visually-hidden", "screen-reader-text"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
_WIDTHLESS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []
        self._open = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "q" and not any(unseen for _, unseen in self._open):
            self.parts.append('"')
        if tag not in _VOID:
            heard = tag != "h1" and not _HEARD.isdisjoint((told.get("class") or "").split())
            hidden = (
                heard or "hidden" in told or told.get("aria-hidden") == "true" or "none" in (told.get("style") or "")
            )
            self._open.append((tag, tag in _UNSEEN or hidden or any(unseen for _, unseen in self._open)))

    def handle_endtag(self, tag):
        while any(tag == name for name, _ in self._open):
            name, unseen = self._open.pop()
            if name == "q" and not unseen:
                self.parts.append('"')
            if name == tag:
                break

    def handle_data(self, data):
        if not any(unseen for _, unseen in self._open):
            self.parts.append(data)


def visible(page):
    """Return the text of a page that a person sees, without white space."""
    text = _Text()
    text.feed(page)
    text.close()
    return "".join("".join(text.parts).split()).translate(_WIDTHLESS)
