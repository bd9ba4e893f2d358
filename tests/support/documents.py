"""Small documents of offices and publishers, made by hand, and what is understood of them."""

import io
import zipfile

import briefing
from briefing.source import Source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table")
)


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()


def docx(body, styles="", head=""):
    return zipped(
        {
            "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        }
    )


def odt(body, manifest="", styles=""):
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": f"<office:document-content {ODF}>{styles}<office:body>{body}</office:body>"
            "</office:document-content>",
        }
    )


def epub(*chapters, package=""):
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles><rootfile full-path='b/p.opf'/></rootfiles></container>",
            "b/p.opf": f"<package><manifest>{items}{package}</manifest><spine>{spine}</spine></package>",
            **{f"b/c{n}.xhtml": chapter for n, chapter in enumerate(chapters)},
        }
    )


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def outline(data, **options):
    """Give the title, each heading after its level, and each paragraph."""
    document = briefing.parse(Source("a", data), **options)
    result = [f"0 {document.title}"] if document.title else []
    for section in document.sections:
        result += [f"{section.heading.level} {section.heading.text}"] if section.heading else []
        result += [" ".join(sentence.text for sentence in paragraph.sentences) for paragraph in section.paragraphs]
    return result
