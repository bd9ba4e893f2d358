"""Small files that make a reader work hard, of any size: for each format what took minutes or gigabytes, or might.

An archive holds so many bytes before it is packed, a message or a feed of pages so many of markup.
"""

import gzip
import random
from collections.abc import Callable, Iterator
from itertools import count

from documents import docx, epub, odt, zipped
from pdfs import pdf, text

LAST = "The last sentence stands here."
Maker = Callable[[int], bytes]


def _repeated(unit: str, *, head: str = "", tail: str = f"\n\n{LAST}\n") -> Maker:
    """Return what makes a file of one unit, said again and again."""
    return lambda size: (head + unit * (size // len(unit.encode())) + tail).encode()


def _counted(unit: str, *, head: str = "", tail: str = f"\n\n{LAST}\n") -> Maker:
    """Return what makes a file of a unit with a number in it, another one each time."""
    return lambda size: (head + "".join(map(unit.format, range(size // (len(unit) + 3)))) + tail).encode()


def _words(rng: random.Random, most: int) -> Iterator[str]:
    return ("".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, most))) for _ in count())


def _random(sentence: int, end: str, *, known: int) -> Callable[[int], str]:
    """Return what gives a text of random words, so many to a sentence; all are new, or among so many known ones."""

    def made(size: int) -> str:
        rng = random.Random(size)
        words = _words(rng, 9 if known else 6)
        vocabulary = [next(words) for _ in range(known)]
        length, found = 0, []
        while length < size:
            drawn = rng.choices(vocabulary, k=sentence) if known else [next(words) for _ in range(sentence)]
            found.append(" ".join(drawn).capitalize() + end)
            length += len(found[-1])
        return "".join(found)

    return made


def _made(make: Callable[[str], bytes], text: Callable[[int], str]) -> Maker:
    """Return what makes a file of a text."""
    return lambda size: make(text(size))


_prose, _strings = _random(18, ". ", known=5_000), _random(20, ". ", known=0)
_brief, _lines = _random(3, ". ", known=5_000), _random(3, "\n", known=5_000)


def _times(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def _plain(words: str) -> bytes:
    return f"{words}\n{LAST}\n".encode()


def _packed(words: str) -> bytes:
    return gzip.compress(_plain(words), mtime=0)


_LAST_PAGE = text(LAST, 50, 700)


def _short_lines(size: int) -> bytes:
    """Return a PDF of one paragraph, each of whose lines is a word."""
    lines = (text("word", 50, 780 - 2 * (line % 360), size=2) for line in range(size // 50))
    return pdf(b"".join(lines), _LAST_PAGE)


def _pages(draw: Callable[[int], bytes], each: int) -> Maker:
    """Return what makes a PDF of so many drawings on each page."""

    def made(size: int) -> bytes:
        unit = len(draw(1))
        return pdf(*(b"".join(map(draw, range(each))) for _ in range(max(1, size // (unit * each)))), _LAST_PAGE)

    return made


def _listed(size: int) -> bytes:
    """Return an e-book that lists a chapter again and again."""
    spine = '<itemref idref="c"/>' * (size // 20)
    chapter = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{LAST}</p></body></html>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='c' href='c.xhtml' "
        f"media-type='application/xhtml+xml'/></manifest><spine>{spine}</spine></package>"
    )
    container = (
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
        "<rootfile full-path='p.opf'/></rootfiles></container>"
    )
    members = {"META-INF/container.xml": container, "p.opf": package, "c.xhtml": chapter}
    return zipped({"mimetype": "application/epub+zip"} | members)


def _indents(size: int) -> bytes:
    lines = (f"{' ' * (number * 7 % 23)}word\n" for number in range(size // 16))
    return ("".join(lines) + f"\n{LAST}\n").encode()


def _html(body: str) -> bytes:
    return f"<html><body>{body}<p>{LAST}</p></body></html>".encode()


def _word(body: str) -> bytes:
    return docx(f"{body}<w:p><w:r><w:t>{LAST}</w:t></w:r></w:p>")


def _run(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _office(body: str) -> bytes:
    return odt(f"<office:text>{body}<text:p>{LAST}</text:p></office:text>")


def _book(body: str) -> bytes:
    return epub(f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{body}<p>{LAST}</p></body></html>")


def _rtf(body: str) -> bytes:
    return rf"{{\rtf1 {body}\par {LAST}}}".encode()


HEAD = "From: a@example.org\nTo: b@example.org\nSubject: Quay\nDate: Mon, 2 Mar 2026 09:14:00 +0100\n"


def _mail(body: str, headers: str = "") -> bytes:
    return f"{HEAD}{headers}\n{body}\n\n{LAST}\n".encode()


def _box(message: str) -> bytes:
    return f"From a@example.org Mon Mar  2 09:14:00 2026\n{HEAD}\n{message}\n\n".encode()


def _feed(items: str) -> bytes:
    last = f"<item><title>Last</title><description>{LAST}</description></item>"
    return f"<rss version='2.0'><channel><title>Coast</title>{items}{last}</channel></rss>".encode()


def _item(words: str) -> str:
    return f"<item><title>Quay</title><description>{words}</description></item>"


def _cue(number: int, words: str) -> str:
    return (
        f"{number}\n{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02},000 --> "
        f"{(number + 1) // 3600:02}:{(number + 1) // 60 % 60:02}:{(number + 1) % 60:02},000\n{words}\n\n"
    )


def _cues(words: str) -> Maker:
    """Return what makes subtitles that say the same in each cue, with its number."""

    def made(size: int) -> bytes:
        cues = (_cue(number, words.format(number)) for number in range(size // (len(words) + 40)))
        return ("".join(cues) + _cue(350_000, LAST)).encode()

    return made


def _notebook(cells: Callable[[int], str]) -> Maker:
    last = f'{{"cell_type": "markdown", "source": "{LAST}"}}'
    return lambda size: f'{{"cells": [{cells(size)}{last}]}}'.encode()


def _cell(source: str, kind: str = "markdown") -> str:
    return f'{{"cell_type": "{kind}", "source": "{source}"}}, '


_TABLE = "| a | b |\n|---|---|\n"
_XML = "<w:r><w:t>a</w:t></w:r>"
_CELL = f"<w:tr><w:tc>{_run('a')}</w:tc></w:tr>"

HOSTILE: dict[str, tuple[str, Maker]] = {
    "a letter on each line": ("text", _repeated("a\n")),
    "open quotations": ("text", _repeated("“A b. ")),
    "words without end": ("text", _repeated("word ")),
    "random prose": ("text", _made(_plain, _prose)),
    "random strings": ("text", _made(_plain, _strings)),
    "brief sentences": ("text", _made(_plain, _brief)),
    "brief lines": ("text", _made(_plain, _lines)),
    "brief paragraphs": ("text", _repeated("A b c.\n\n")),
    "one word": ("text", _repeated("x")),
    "numbers": ("text", _counted("{} ")),
    "notes left open": ("markdown", _repeated("[^a")),
    "emphasis left open": ("markdown", _repeated("*a _b ")),
    "links left open": ("markdown", _repeated("[a](")),
    "rows of a table": ("markdown", _repeated("| *a* | `b` |\n", head=_TABLE)),
    "cells of a table": ("markdown", _repeated("a | ", head=_TABLE)),
    "tables": ("markdown", _repeated(f"{_TABLE}| 1 | 2 |\n\n")),
    "paragraphs of marks": ("markdown", _repeated("*a* `b` [c](d)\n\n")),
    "references": ("markdown", _counted("[a{0}]: b{0}\n", tail=f"\n\n[a1] {LAST}\n")),
    "headings": ("markdown", _repeated("# A\n\n")),
    "items in items": ("markdown", _repeated("- - - a\n")),
    "text cells": ("ipynb", _notebook(_times(_cell("*a* b")))),
    "code cells": ("ipynb", _notebook(_times(_cell("a = 1", "code")))),
    "one long cell": ("ipynb", _notebook(lambda size: _cell(r"a\n" * (size // 3)))),
    "fences in code": ("ipynb", _notebook(lambda size: _cell("``` " * (size // 4), "code"))),
    "lists in a notebook": ("ipynb", lambda size: b'{"cells": ' + b"[" * size),
    "mixed indents": ("rst", _indents),
    "roles left open": ("rst", _repeated(":a:`b ")),
    "blocks of code": ("rst", _repeated("a::\n\n  b\n\n")),
    "sections": ("rst", _repeated("A\n=\n\nb\n\n")),
    "directives": ("rst", _repeated(".. note:: a\n\n")),
    "substitutions": ("rst", _repeated("|a| ")),
    "tags": ("org", _repeated(" :a", head="* Head")),
    "blanks before a tag": ("org", _repeated(" ", head="* Head", tail=f"x\n\n{LAST}\n")),
    "links in org": ("org", _repeated("[[a][")),
    "drawers": ("org", _repeated(":A:\n")),
    "headlines": ("org", _repeated("* A\n")),
    "emphasis in org": ("org", _repeated("*a /b ")),
    "templates": ("mediawiki", _repeated("{{a|")),
    "templates in templates": ("mediawiki", _repeated("{{a" * 9 + "}}" * 9)),
    "links in a wiki": ("mediawiki", _repeated("[[File:a|")),
    "notes in a wiki": ("mediawiki", _repeated("<ref>a <code>b ")),
    "headings in a wiki": ("mediawiki", _repeated("== a ==\n")),
    "comments in a wiki": ("mediawiki", _repeated("<!-- a -")),
    "attributes": ("html", lambda size: _html(f"<p {' '.join(f'a{n}=b' for n in range(size // 10))}>{LAST}</p>")),
    "tags left open": ("html", _repeated("<a ", head="<html><body><p>", tail=f"</p><p>{LAST}</p>")),
    "marks in a paragraph": ("html", _repeated("<b>a</b> ", head="<p>", tail=f"</p><p>{LAST}</p>")),
    "paragraphs in html": ("html", _made(_html, _times("<p>a"))),
    "links in html": ("html", _made(_html, _times("<p><a href=b>a c</a> b.</p>"))),
    "cells in html": ("html", lambda size: _html(f"<table>{'<tr><td>a<td>b' * (size // 14)}</table>")),
    "broken lines": ("html", _made(_html, _times("a<br>"))),
    "headings in html": ("html", _made(_html, _times("<h2>A</h2><p>b"))),
    "prose in html": ("html", lambda size: _html(f"<p>{_prose(size).replace('. ', '.<p>')}")),
    "elements": ("docx", _made(_word, lambda size: f"<w:p>{_XML * (size // len(_XML))}</w:p>")),
    "paragraphs in docx": ("docx", _made(_word, _times(_run("a")))),
    "cells in docx": ("docx", _made(_word, lambda size: f"<w:tbl>{_CELL * (size // len(_CELL))}</w:tbl>")),
    "empty elements": ("docx", _made(_word, lambda size: f"<w:p>{'<w:a/>' * (size // 6)}</w:p>")),
    "styles": ("docx", lambda size: docx(_run(LAST), _counted('<w:style w:styleId="s{}"/>', tail="")(size).decode())),
    "strings in docx": ("docx", _made(_word, lambda size: _run(_strings(size)))),
    "paragraphs": ("odt", _made(_office, _times("<text:p>a</text:p>"))),
    "spans": ("odt", _made(_office, lambda size: f"<text:p>{'<text:span>a</text:span>' * (size // 25)}</text:p>")),
    "lists in odt": ("odt", _made(_office, _times("<text:list><text:list-item/></text:list>"))),
    "spaces": ("odt", _made(_office, lambda size: f"<text:p>a{'<text:s/>' * (size // 9)}b</text:p>")),
    "headings in odt": ("odt", _made(_office, _times("<text:h>a</text:h>"))),
    "prose in odt": ("odt", _made(_office, lambda size: f"<text:p>{_prose(size)}</text:p>")),
    "a chapter listed again": ("epub", _listed),
    "chapters": ("epub", lambda size: epub(*[f"<html><body><p>{LAST}</p></body></html>"] * (size // 100))),
    "paragraphs in epub": ("epub", _made(_book, _times("<p>a</p>"))),
    "marks in epub": ("epub", _made(_book, lambda size: f"<p>{'<b>a</b> ' * (size // 9)}</p>")),
    "prose in epub": ("epub", _made(_book, lambda size: f"<p>{_prose(size)}</p>")),
    "items of a package": ("epub", lambda size: epub(f"<p>{LAST}</p>", package=_counted('<item id="x{0}" href="y"/>',
                                                    tail="")(size).decode())),
    "groups": ("rtf", _repeated("{", head=r"{\rtf1 ", tail="")),
    "paragraphs in rtf": ("rtf", _made(_rtf, _times(r"a\par "))),
    "groups beside groups": ("rtf", _made(_rtf, _times(r"{\b a}"))),
    "escapes": ("rtf", _made(_rtf, _times(r"\'e9"))),
    "letters of unicode": ("rtf", _made(_rtf, _times(r"\u233?"))),
    "fonts": ("rtf", _counted(r"{{\f{}\fcharset2 a;}}", head=r"{\rtf1{\fonttbl", tail=f"}}{LAST}}}")),
    "one paragraph of short lines": ("pdf", _short_lines),
    "words on a page": ("pdf", _pages(lambda n: text("word", 50 + n % 40 * 12, 780 - n // 40 * 4, size=3), 4_000)),
    "letters drawn alone": ("pdf", _pages(lambda n: text("w", 50 + n % 80 * 6, 780 - n // 80 * 12), 2_000)),
    "short pages": ("pdf", _pages(lambda n: text("A word.", 50, 780 - n * 12), 2)),
    "sizes of print": ("pdf", _pages(lambda n: text("word and", 50, 780 - n % 300 * 2, size=2 + n % 97 / 10), 300)),
    "headers": ("mail", lambda size: _mail(LAST, _counted("X-A{}: b\n", tail="")(size).decode())),
    "brief lines of mail": ("mail", _made(_mail, _times("a b\n"))),
    "quoted mail": ("mail", _made(_mail, _times("> > a\n"))),
    "encoded subject": ("mail", lambda size: _mail(LAST, f"Cc: {'=?utf-8?q?a?= ' * (size // 15)}\n")),
    "parts": ("mail", lambda size: _mail("--x\n\na\n" * (size // 7), "Content-Type: multipart/mixed; boundary=x\n")),
    "parts in parts": ("mail", lambda size: _mail(_counted("--x\nContent-Type: multipart/mixed; boundary=x{}\n\n",
                                                           tail="")(size).decode(), "X: y\n")),
    "messages": ("mail", lambda size: _box(LAST) * (size // 180)),
    "page of a message": ("mail", lambda size: _mail("<p>a b." * (size // 7), "Content-Type: text/html\n")),
    "entries": ("feed", _made(_feed, _times(_item("a")))),
    "empty entries": ("feed", _made(_feed, _times("<item/>"))),
    "markup in a feed": ("feed", _made(_feed, lambda size: _item("&lt;b&gt;a&lt;/b&gt; " * (size // 20)))),
    "paragraphs in a feed": ("feed", _made(_feed, lambda size: _item("&lt;p&gt;a" * (size // 10)))),
    "elements of a feed": ("feed", _made(_feed, _times("<category>a</category>"))),
    "prose in a feed": ("feed", _made(_feed, lambda size: _item(_prose(size)))),
    "cues": ("subtitles", _cues("a")),
    "unmarked cues": ("subtitles", _cues("we go on and on with word {}")),
    "turns": ("subtitles", _cues("ANNA: no {}.")),
    "tags in a cue": ("subtitles", lambda size: (_cue(1, "<i>a</i> " * (size // 9)) + _cue(3, LAST)).encode()),
    "a cue of many lines": ("subtitles", lambda size: (_cue(1, "a\n" * (size // 2)) + _cue(3, LAST)).encode()),
    "numbers without cues": ("subtitles", lambda size: (_cue(1, LAST) + "1\n" * (size // 2)).encode()),
    "blanks in gzip": ("gz", _made(_packed, _times(" "))),
    "members of gzip": ("gz", lambda size: _packed("a") * (size // 50)),
    "prose in gzip": ("gz", _made(_packed, _prose)),
    "lines in gzip": ("gz", _made(_packed, _times("a\n"))),
    "strings in gzip": ("gz", _made(_packed, _strings)),
}  # fmt: skip
"""By name, the format, and what gives so many bytes in it; most end with a sentence of prose."""
