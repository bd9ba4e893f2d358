"""Small files that once took minutes or gigabytes: for each format what makes a reader work hard, of any size."""

import io
import zipfile
from collections.abc import Callable

from documents import docx, zipped
from pdfs import pdf, text

LAST = "The last sentence stands here."


def _repeated(unit: str, *, head: str = "", tail: str = f"\n\n{LAST}\n") -> Callable[[int], bytes]:
    def made(size: int) -> bytes:
        return (head + unit * (size // len(unit)) + tail).encode()

    return made


def _short_lines(size: int) -> bytes:
    """Return a PDF of one paragraph, each of whose lines is a word."""
    drawn = b"".join(text("word", 50, 780 - 2 * (line % 360), size=2) for line in range(size // 50))
    return pdf(drawn)


def _attributes(size: int) -> bytes:
    attributes = " ".join(f"a{number}=b" for number in range(size // 10))
    return f"<html><body><p {attributes}>{LAST}</p></body></html>".encode()


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


def _elements(size: int) -> bytes:
    run = "<w:r><w:t>a</w:t></w:r>"
    return docx(f"<w:p>{run * (size // len(run))}</w:p><w:p><w:r><w:t>{LAST}</w:t></w:r></w:p>")


def _indents(size: int) -> bytes:
    lines = (f"{' ' * (number * 7 % 23)}word\n" for number in range(size // 16))
    return ("".join(lines) + f"\n{LAST}\n").encode()


def _sheet(size: int) -> bytes:
    packed = io.BytesIO()
    cell = "<text:p>a</text:p>"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
            "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            f"{cell * (size // len(cell))}<text:p>{LAST}</text:p></office:text></office:body>"
            "</office:document-content>",
        )
    return packed.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "notes left open": ("markdown", _repeated("[^a")),
    "emphasis left open": ("markdown", _repeated("*a _b ")),
    "links left open": ("markdown", _repeated("[a](")),
    "tags": ("org", _repeated(" :a", head="* Head")),
    "blanks before a tag": ("org", _repeated(" ", head="* Head", tail=f"x\n\n{LAST}\n")),
    "one paragraph of short lines": ("pdf", _short_lines),
    "attributes": ("html", _attributes),
    "tags left open": ("html", _repeated("<a ", head="<html><body><p>", tail=f"</p><p>{LAST}</p>")),
    "marks in a paragraph": ("html", _repeated("<b>a</b> ", head="<p>", tail=f"</p><p>{LAST}</p>")),
    "a chapter listed again": ("epub", _listed),
    "elements": ("docx", _elements),
    "paragraphs": ("odt", _sheet),
    "a letter on each line": ("text", _repeated("a\n")),
    "open quotations": ("text", _repeated("“A b. ")),
    "words without end": ("text", _repeated("word ")),
    "groups": ("rtf", _repeated("{", head=r"{\rtf1 ", tail="")),
    "paragraphs in rtf": ("rtf", _repeated(r"a\par ", head=r"{\rtf1 ", tail=LAST + "}")),
    "mixed indents": ("rst", _indents),
    "roles left open": ("rst", _repeated(":a:`b ")),
}
"""By name, the format, and what gives so many bytes, unpacked, in that format; most end with a sentence of prose."""
