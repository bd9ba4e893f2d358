"""Small PDFs, made by hand."""

import zlib


def pdf(*pages: bytes, title: str = "", compress: bool = False) -> bytes:
    """Return a PDF of pages of drawing operators, with the fonts F1 (regular) and F2 (bold)."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
        b"<</Title(%s)>>" % title.encode(),
    ]
    for number, page in enumerate(pages):
        fonts = b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R%s>>" % (7 + 2 * number, fonts)
        )
        data = zlib.compress(page, 9) if compress else page
        head = b"<</Length %d%s>>" % (len(data), b"/Filter/FlateDecode" if compress else b"")
        objects.append(b"%sstream\n%s\nendstream" % (head, data))
    return whole(objects)


def whole(objects: list[bytes]) -> bytes:
    """Return the PDF of objects numbered from 1: the first is its catalogue, the fifth says its title."""
    body = b"".join(b"%d 0 obj%s endobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%%PDF-1.4\n%strailer<</Size %d/Root 1 0 R/Info 5 0 R>>\n%%%%EOF" % (body, len(objects) + 1)


def text(words: str, x: float, y: float, size: float = 10, font: str = "F1", turn: str = "1 0 0 1") -> bytes:
    """Return the operators that draw words from a place on."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET\n".encode("cp1252")


SIDEWAYS = "0 1 -1 0"
"""The turn of what is read from below."""
