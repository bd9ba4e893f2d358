"""Each letter of a Word document and an OpenDocument text is read once: by another library's count of their texts."""

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from documents import docx, odt, p
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing import SourceError, readers
from briefing.source import Source

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
NOT_READ = ("Fallback", "rt", "ruby-text")
"""What says again what stands beside it: for old programs, or as it is read aloud."""


def texts(data):
    """Return all text of the parts of a document that a person may see."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in {"word/document.xml", "word/footnotes.xml", "content.xml", "styles.xml"} & set(file.namelist()):
            for element in etree.fromstring(file.read(name)).iter("{*}t", "{*}delText", "{*}p", "{*}h"):
                inside = [etree.QName(ancestor).localname for ancestor in element.iterancestors()]
                local = etree.QName(element).localname
                is_text = local in ("t", "delText") or (
                    name.startswith(("content", "styles")) and not {"p", "h"} & set(inside)
                )
                if is_text and not set(NOT_READ) & set(inside):
                    found += element.itertext() if name.startswith(("content", "styles")) else [element.text or ""]
    return Counter("".join("".join(found).split()))


def read(data):
    return Counter("".join(readers.read(Source("a", data)).text.split()))


@pytest.mark.parametrize("name", ["article.docx", "article.odt"])
def test_the_example_is_read_whole(name):
    data = (DOCUMENTS / name).read_bytes()
    assert read(data) == texts(data)


def around(*wrappers):
    return st.recursive(
        st.sampled_from([p("One two."), p("Drei", '<w:framePr w:dropCap="drop"/>'), p("四")]),
        lambda inner: st.builds(lambda wrapper, parts: wrapper.format("".join(parts)), st.sampled_from(wrappers),
                                st.lists(inner, max_size=3)),
        max_leaves=8,
    )  # fmt: skip


WORD = around(
    "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "<w:p><w:r><w:t>a</w:t><w:txbxContent>{}</w:txbxContent><w:t>b</w:t></w:r></w:p>",
    "<w:sdt><w:sdtPr><w:docPartGallery w:val='Table of Contents'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>{}",
)
OPEN = st.recursive(
    st.sampled_from(["<text:p>One two.</text:p>", "<text:h>Drei</text:h>"]),
    lambda inner: st.builds(
        lambda wrapper, parts: wrapper.format("".join(parts)),
        st.sampled_from(
            [
                "<table:table>{}</table:table>",
                "<text:p>a<text:note>{}</text:note>b<text:span>c</text:span></text:p>",
                "<text:tracked-changes>{}</text:tracked-changes>",
                "<text:list><text:list-item>{}</text:list-item></text:list>",
            ]
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(WORD, max_size=4).map("".join).map(docx) | st.lists(OPEN, max_size=4).map("".join).map(odt))
def test_so_is_any_document(data):
    try:
        found = read(data)
    except SourceError:
        found = Counter()
    assert found == texts(data)
