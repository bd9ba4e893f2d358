"""Word, OpenDocument, RTF and EPUB: what stands aside is named, looks make headings, and no file takes long."""

import pytest
from documents import docx, epub, odt, outline, p, zipped

import briefing
from briefing import readers
from briefing.source import Source

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOLD = "<w:p><w:r><w:rPr><w:b/>{}</w:rPr><w:t>{}</w:t></w:r></w:p>"
SENTENCE = "The council of Nordvik adopted the harbour plan on Monday after four years."


def beside(data):
    return [(item.kind, item.text) for item in briefing.parse(Source("a", data)).boilerplate]


def formula(inner):
    return docx(f"<w:p {M}><w:r><w:t>So </w:t></w:r><m:oMath>{inner}</m:oMath><w:r><w:t> holds.</w:t></w:r></w:p>")


def m(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


FORMULAS = {
    "x": m("x"),
    "a/(b+c)": f"<m:f><m:num>{m('a')}</m:num><m:den>{m('b+c')}</m:den></m:f>",
    "x^2": f"<m:sSup><m:e>{m('x')}</m:e><m:sup>{m('2')}</m:sup></m:sSup>",
    "x_i": f"<m:sSub><m:e>{m('x')}</m:e><m:sub>{m('i')}</m:sub></m:sSub>",
    "√(a+b)": f"<m:rad><m:deg/><m:e>{m('a+b')}</m:e></m:rad>",
    "[a]": '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>' + m("a") + "</m:e></m:d>",
    "∑_1^n x": '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>'
    + f"{m('1')}</m:sub><m:sup>{m('n')}</m:sup><m:e>{m('x')}</m:e></m:nary>",
}


@pytest.mark.parametrize("expected", FORMULAS)
def test_a_formula_is_read_in_its_sentence(expected):
    assert outline(formula(FORMULAS[expected])) == [f"So {expected} holds."]


REMOVED = "<w:rPr><w:del w:author='Ida'/></w:rPr>"
LOOKS = {
    "a drop cap": (p("T", '<w:framePr w:dropCap="drop"/>') + p("he quay is old."), ["The quay is old."]),
    "bold lines head what follows": (
        BOLD.format('<w:sz w:val="32"/>', "Quay plan")
        + p(SENTENCE)
        + "".join(BOLD.format("", name) + p(SENTENCE) for name in ("Who pays", "Who fears")),
        ["0 Quay plan", SENTENCE, "2 Who pays", SENTENCE, "2 Who fears", SENTENCE],
    ),
    "bold sentences head nothing": (BOLD.format("", SENTENCE) + p(SENTENCE), [SENTENCE, SENTENCE]),
    "a letter that a table lays out": (f"<w:tbl><w:tr><w:tc>{p(SENTENCE)}</w:tc></w:tr></w:tbl>", [SENTENCE]),
    "a paragraph whose end a tracked change deletes": (
        f"<w:p><w:pPr>{REMOVED}</w:pPr><w:r><w:t>The quay </w:t></w:r></w:p>"
        + p("is old.")
        + f"<w:p><w:pPr><w:pStyle w:val='x'/>{REMOVED}</w:pPr>"
        + "<w:del><w:r><w:delText>Old</w:delText></w:r></w:del></w:p>"
        + p("It is wide."),
        ["The quay is old.", "It is wide."],
    ),
    "how a word is read aloud": (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>りょうし</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漁師</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r><w:r><w:t>たち。</w:t></w:r></w:p>",
        ["漁師たち。"],
    ),
    "the name of a style in another language": (
        p("Wer zahlt", '<w:pStyle w:val="x"/>') + p("Text."),
        ["0 Wer zahlt", "Text."],
    ),
}


@pytest.mark.parametrize("case", LOOKS)
def test_word_says_much_by_its_looks(case):
    body, expected = LOOKS[case]
    found = outline(docx(body, '<w:style w:styleId="x"><w:name w:val="Überschrift 1"/></w:style>'))
    # Whether larger print is the title or a first heading is for structure to say.
    assert [line.lstrip("0123456789 ") for line in found] == [line.lstrip("0123456789 ") for line in expected]
    assert [line[0].isdigit() for line in found] == [line[0].isdigit() for line in expected]


def test_the_main_part_of_word_is_the_one_that_is_named():
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = '<Relationship Type="http://x/officeDocument" Target="word/document2.xml"/>'
    members = {
        "[Content_Types].xml": f'<Types><Override ContentType="{types}"/></Types>',
        "_rels/.rels": f"<Relationships>{relation}</Relationships>",
        "word/document2.xml": '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p>'
        "<d:r><d:t>Text.</d:t></d:r></d:p></d:body></d:document>",
    }
    assert outline(zipped(members)) == ["Text."]


ASIDES = {
    "deleted and hidden": (
        docx(
            p("Text.") + "<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret</w:t></w:r></w:p>"
        ),
        [("deleted text", "Old"), ("hidden text", "Secret")],
    ),
    "a table beside text": (
        docx(p(SENTENCE) + f"<w:tbl><w:tr><w:tc>{p('40')}</w:tc></w:tr></w:tbl>"),
        [("table", "40")],
    ),
    "a list of contents": (
        docx(
            p("One 7", '<w:pStyle w:val="c"/>') + p("Text."),
            '<w:style w:styleId="c"><w:name w:val="toc 1"/></w:style>',
        ),
        [("contents", "One 7")],
    ),
    "notes of an open document": (
        odt(
            "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:p>Foot.</text:p></text:note>.</text:p>"
        ),
        [("note", "1"), ("note", "Foot.")],
    ),
    "notes and heads of RTF": (
        rb"{\rtf1 {\header Head}Text{\footnote Foot.}{\deleted  old}.\par}",
        [("header", "Head"), ("note", "Foot."), ("deleted text", "old")],
    ),
    "the imprint of a book": (
        epub("<section epub:type='imprint'><h2>Imprint</h2><p>Made.</p></section>", f"<p>{SENTENCE}</p>"),
        [("imprint", "Imprint"), ("imprint", "Made.")],
    ),
    "a page of rights": (
        epub("<p>© 2026 Ida. All rights reserved.</p>", f"<p>{SENTENCE}</p>"),
        [("imprint", "© 2026 Ida. All rights reserved.")],
    ),
}


@pytest.mark.parametrize("case", ASIDES)
def test_what_is_no_prose_stands_aside(case):
    data, expected = ASIDES[case]
    assert beside(data) == expected


def test_notes_follow_the_paragraph_that_cites_them():
    members = {
        "word/document.xml": docx_body(
            "<w:p><w:r><w:t>One.</w:t><w:footnoteReference w:id='2'/></w:r></w:p>" + p("Two.")
        ),
        "word/footnotes.xml": '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2">{p("Foot.")}</w:footnote></w:footnotes>',
    }
    reading = readers.read(Source("a", zipped(members)))
    assert reading.text == "One.\x1fFoot.\nTwo."


def docx_body(body):
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {namespace}><w:body>{body}</w:body></w:document>"


TOO_MUCH = {
    "a member packed to a thousandth": (docx(p(" " * 6_000_000)), "unpacks to more than 100 times its size"),
    "text packed to a thousandth": (docx(p("word " * 900_000)), "holds more than 5 times as much text as its size"),
    "elements": (docx("<w:x/>" * 2_100_000), "unpacks to more than|elements of markup"),
    "paragraphs": (docx("<w:p></w:p>" * 60_000), "more than 50,000 paragraphs"),
    "braces": (b"{\\rtf1" + b"{" * 2_000, "more than 1,000 groups, one in the other"),
    "entities": (docx("", head='<!DOCTYPE x [<!ENTITY e "x">]>'), "declares entities"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_what_is_too_much_is_refused_and_says_the_limit(case):
    data, reason = TOO_MUCH[case]
    with pytest.raises(briefing.SourceError, match=reason) as caught:
        readers.read(Source("a", data), format="rtf" if data.startswith(b"{") else "docx")
    assert "\n" not in str(caught.value)


def test_a_chapter_that_is_listed_over_and_over_is_read_once():
    again = "".join(f'<item id="x{n}" href="c0.xhtml"/>' for n in range(50))
    spine = "".join(f'<itemref idref="x{n}"/>' for n in range(50))
    data = epub(f"<p>{SENTENCE}</p>", package=f"{again}</manifest><spine>{spine}</spine><manifest>")
    assert outline(data) == [SENTENCE]
