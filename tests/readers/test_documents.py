"""Documents of offices and publishers: one article in every format, each format's traps, and files that mean harm."""

import importlib.util
import io
import random
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from documents import docx, epub, odt, outline, p, zipped

import briefing
from briefing import SourceError
from briefing.readers import limits
from briefing.source import Source

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
FORMATS = ["html", "docx", "odt", "rtf", "epub", "rst", "org", "mediawiki", "ipynb", "pdf"]
needs_pdfium = pytest.mark.skipif(
    importlib.util.find_spec("pypdfium2") is None, reason="reading PDF needs the extra 'documents'"
)
ARTICLE_FORMATS = [pytest.param(name, marks=needs_pdfium if name == "pdf" else ()) for name in FORMATS]


@pytest.mark.parametrize("name", ARTICLE_FORMATS)
def test_an_article_is_the_same_in_every_format(name):
    expected = briefing.summarize(briefing.parse(briefing.read(DOCUMENTS / "article.md")), sentences=6)
    found = briefing.summarize(
        briefing.parse(briefing.read(DOCUMENTS / f"article.{name}"), language="auto"), sentences=6
    )

    def plain(made):
        headings = [(part.heading.level, part.heading.text) if part.heading else None for part in made.parts]
        sentences = [" ".join(point.sentence.text for point in part.points) for part in made.parts]
        return made.title, headings, [text.replace("’", "'") for text in sentences]  # Org has straight ones

    assert plain(found) == plain(expected)
    assert found.language == "english"


@pytest.mark.parametrize("name", ARTICLE_FORMATS)
def test_every_offset_holds(name):
    document = briefing.parse(briefing.read(DOCUMENTS / f"article.{name}"))
    marks = sorted((*document.sentences, *document.headings), key=lambda mark: mark.start)
    for mark in marks:
        assert " ".join(document.text[mark.start : mark.end].split()) == mark.text
        assert document.text.count("\n", 0, mark.start) == mark.line - 1
    assert all(before.end <= after.start for before, after in pairwise(marks))


STYLES = (
    '<w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style>'
    '<w:style w:styleId="Ü"><w:name w:val="Überschrift"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
)
WORD_CASES = {
    "styles make headings, through those they are based on": (
        p("Name", '<w:pStyle w:val="T"/>')
        + p("One", '<w:pStyle w:val="Ü"/>')
        + p("Two", '<w:pStyle w:val="Mine"/>')
        + p("Three", '<w:outlineLvl w:val="2"/>')
        + p("Text.", '<w:pStyle w:val="A"/>'),
        ["0 Name", "1 One", "2 Two", "3 Three", "Text."],
    ),
    "body text is no heading whatever its style": (
        p("Text.", '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>'),
        ["Text."],
    ),
    "tables are left out": (f"<w:tbl><w:tr><w:tc>{p('Cell.')}</w:tc></w:tr></w:tbl>{p('Text.')}", ["Text."]),
    "deletions and moved text are left out": (
        "<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>There</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>New text.</w:t></w:r></w:ins></w:p>",
        ["New text."],
    ),
    "tabs and line breaks are spaces": (
        "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three.</w:t></w:r></w:p>",
        ["One two three."],
    ),
    "hidden text is left out": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A secret </w:t><w:tab/></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'
        "<w:t>Text.</w:t></w:r></w:p>",
        ["Text."],
    ),
    "hyphens of its own kind": (
        "<w:p><w:r><w:t>T</w:t><w:noBreakHyphen/><w:t>shirts in sum</w:t><w:softHyphen/><w:t>mer.</w:t></w:r></w:p>",
        ["T\u2011shirts in summer."],
    ),
    "symbols, where their code is one of Unicode": (
        '<w:p><w:r><w:t>5 </w:t><w:sym w:font="Arial" w:char="00B1"/><w:sym w:font="Wingdings" w:char="F0E0"/>'
        '<w:t> 2 </w:t><w:sym w:font="Symbol" w:char="F06D"/><w:sym w:font="Symbol" w:char="00B0"/>'
        '<w:sym w:font="Symbol" w:char="F0FE"/><w:t>.</w:t></w:r></w:p>',
        ["5 ± 2 μ°."],
    ),
    "field codes are no text": (
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>A link.</w:t></w:r></w:p>",
        ["A link."],
    ),
}


@pytest.mark.parametrize("case", WORD_CASES)
def test_word(case):
    body, expected = WORD_CASES[case]
    assert outline(docx(body, STYLES)) == expected


ODF_STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2"><style:text-properties text:display="true"/></style:style>'
)
ODF_CASES = {
    "a text that is hidden": (
        '<text:p>Shown.<text:hidden-text text:is-hidden="true"> Not.</text:hidden-text></text:p>'
        '<text:p>And <text:hidden-text text:is-hidden="false">this</text:hidden-text>.</text:p>',
        ["Shown.", "And this."],
    ),
    "headings by level": (
        '<text:h text:outline-level="2">Two</text:h><text:p>Text.</text:p><text:h>One</text:h><text:p>More.</text:p>',
        ["2 Two", "Text.", "1 One", "More."],
    ),
    "a paragraph of a style made from Title": (
        '<text:p text:style-name="P1">Name</text:p><text:p>Text.</text:p>',
        ["0 Name", "Text."],
    ),
    "notes, comments, tables and deletions are left out": (
        "<text:tracked-changes><text:p>Old.</text:p></text:tracked-changes>"
        "<text:p>Text<text:note><text:p>Foot.</text:p></text:note> goes<office:annotation><text:p>Hm.</text:p>"
        "</office:annotation> on.</text:p><table:table><text:p>Cell.</text:p></table:table>",
        ["Text goes on."],
    ),
    "hidden text is left out": (
        '<text:p>Text<text:span text:style-name="T1"> with <text:s/>a <text:span>secret</text:span></text:span> '
        'goes<text:span text:style-name="T2"> on</text:span>.</text:p><text:p text:style-name="T1">Another.</text:p>',
        ["Text goes on."],
    ),
    "tables of contents and other indexes are left out": (
        "<text:table-of-content><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title>"
        "<text:p>One 7</text:p></text:index-body></text:table-of-content><text:p>Text.</text:p>"
        "<text:alphabetical-index><text:index-body><text:p>Rain 7</text:p></text:index-body>"
        "</text:alphabetical-index>",
        ["Text."],
    ),
    "spaces of its own kind": (
        "<text:p>One<text:s/>two<text:tab/>three<text:line-break/>four.</text:p>",
        ["One two three four."],
    ),
    "lists and spans": (
        "<text:list><text:list-item><text:p>A <text:span>bold</text:span> item.</text:p></text:list-item>"
        "</text:list>",
        ["A bold item."],
    ),
}


@pytest.mark.parametrize("case", ODF_CASES)
def test_open_document(case):
    body, expected = ODF_CASES[case]
    assert outline(odt(body, styles=ODF_STYLES)) == expected


RTF_CASES = {
    "paragraphs and outline levels": (r"\outlinelevel1 Two\par\pard Text.\par", ["2 Two", "Text."]),
    "a style's outline level": (
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 One\par\pard Text.\par",
        ["0 One", "Text."],
    ),
    "a style's outline level, from the style that it is based on": (
        r"{\stylesheet{\s5\sbasedon4 mine;}{\*\cs10\sbasedon9 bold;}{\s4\sbasedon1 its;}"
        r"{\s1\outlinelevel1 heading 2;}{\s7\sbasedon1\outlinelevel9 plain;}{\s8\sbasedon8 round;}}"
        r"\s1 One\par\pard\s5 Two\par\pard\s7 Text.\par\pard\s8 More.\par",
        ["2 One", "2 Two", "Text.", "More."],
    ),
    "characters": (r"\u8220?Gr\'fc\'dfe\u8221? \emdash\~\{ok\}.\par", ["“Grüße” — {ok}."]),
    "two halves of a character": (r"A \u-10179?\u-8704? face.\par", ["A 😀 face."]),
    "UTF-8": (r"\ansicpg65001{\fonttbl{\f0\fcharset0 A;}}\f0\'c3\'a9t\'c3\'a9.\par", ["été."]),
    "code pages": (r"\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2.\par", ["Привет."]),
    "the code pages of fonts": (
        r"\ansicpg1252\deff1{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset161 B;}{\f2\fcharset0 C;}}"
        r"\f0\'cf\'f0\'e8 {\f1\'e1\'e2} \'e2\'e5\'f2 \f2\'fc \plain\'e1.\par",
        ["При αβ вет ü α."],
    ),
    "characters of two bytes": (
        r"{\fonttbl{\f0\fcharset128 A;}{\f1\fcharset129 B;}{\f2\fcharset134 C;}{\f3\fcharset136 D;}}"
        "\\f0\\'83A\\'83\\\\\\'82\n\\'a0 \\f1\\'b0\\'a1 \\f2\\'c4\\'e3 \\f3\\'a7\\'41.\\par",
        ["アソあ 가 你 你."],
    ),
    "bytes of a fallback": (r"\ansicpg932\uc2\u12450\'83A\uc1\u12354?\'82\'a0.\par", ["アああ."]),
    "how much of the fallback is skipped": (r"\uc2\u8364xy 5.\par", ["€ 5."]),
    "pictures, fields, footnotes, headers": (
        r"{\header Head}{\pict 89504e47}Text{\footnote Foot.}{\field{\*\fldinst LINK}{\fldrslt  here}}.\par",
        ["Text here."],
    ),
    "bytes of a picture": (r"{\pict\bin5 }}}\'}Text \\bin5 here.\par", [r"Text \bin5 here."]),
    "tables": (r"\intbl Cell\cell\row\pard Text.\par", ["Text."]),
    "deletions": (r"Text{\deleted  old} new.\par", ["Text new."]),
    "hidden text": (r"A{\v  secret} B\v  C\v0  D{\v  E\plain  F}.\par", ["A B D F."]),
    "bullets": (r"\bullet\tab Item one.\par", ["Item one."]),
    "a bullet inside a sentence": (r"Two rivers \bullet  and a lake.\par", ["Two rivers • and a lake."]),
    "a paragraph's end that is no word": ("One.\\\nTwo.", ["One.", "Two."]),
    "a last paragraph without its end": (r"Text.", ["Text."]),
    "the title among its properties": (
        r"{\info{\title A name}{\author Ann}{\*\company Inc.}}{\stylesheet{\s1 One;}}Text.\par",
        ["0 A name", "Text."],
    ),
    "the name of a template among its properties": (
        r"{\info{\title Letter of a Harbour Template}{\author Ann}}{\stylesheet{\s1 One;}}Text.\par",
        ["Text."],
    ),
    "a title for old readers and one in Unicode": (
        r"{\info{\upr{\title ?}{\*\ud{\title \u8364?}}}{\author Ann}}Text.\par",
        ["0 €", "Text."],
    ),
    "too many closing braces": (r"}}}Text.\par", ["Text."]),
}


@pytest.mark.parametrize("case", RTF_CASES)
def test_rich_text(case):
    body, expected = RTF_CASES[case]
    assert outline(b"{\\rtf1\\ansi " + body.encode() + b"}") == expected


def test_books_follow_their_spine():
    chapters = ("<html><body><h1>One</h1><p>First text.</p></body></html>", "<p>Second&nbsp;text, <i>loud</i>.</p>")
    nav = '<item id="n" href="n.xhtml" properties="nav"/><item id="x" href="../../../etc/passwd"/>'
    assert outline(epub(*chapters, package=nav)) == ["0 One", "First text.", "Second text, loud."]


NOTES = {
    "a mark in the text": 'One<sup><a epub:type="noteref" href="#n">1</a></sup> two.',
    "a mark by its role": 'One<a role="doc-noteref" href="#n">1</a> two.',
    "a note": 'One <aside epub:type="x footnote"><p>Foot.</p></aside>two.',
    "notes in notes": 'One two.<div epub:type="endnotes"><p>Notes</p><p epub:type="endnote">End.</p></div>',
    "notes by their role": 'One two.<section role="doc-endnotes"><p>End.</p></section>',
}


@pytest.mark.parametrize("case", NOTES)
def test_notes_of_books_are_left_out(case):
    assert outline(epub(f"<html><body>{NOTES[case]}</body></html>")) == ["One two."]


@pytest.mark.parametrize(("place", "told"), [("c0.xhtml", ["More."]), ("c0.xhtml#list", ["Text.", "More."])])
def test_only_a_guide_to_all_of_a_chapter_says_what_it_is(place, told):
    guide = f'<reference type="toc" href="{place}"/>'
    assert outline(epub("<p>Text.</p>", "<p>More.</p>", package=guide)) == told


def test_a_chapter_of_notes_is_left_out():
    notes = '<html><body epub:type="endnotes"><p>End.</p></body></html>'
    assert outline(epub("<p>Text.</p>", notes)) == ["Text."]


BAD = {
    "encrypted odt": (odt("<text:p>x</text:p>", "<encryption-data/>"), "encrypted"),
    "encrypted docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "an encrypted document",
    ),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an old Word document; save it as .docx"),
    "a spreadsheet": (
        zipped({"xl/workbook.xml": "<x/>"}),
        "an archive or a document of a kind that holds no article",
    ),
    "slides": (zipped({"ppt/presentation.xml": "<x/>"}), "slides; print them to a PDF first"),
    "broken zip": (b"PK\x03\x04 and then nothing", "a broken archive or document"),
    "broken docx": (docx("<w:p>"), "a broken docx file"),
    "empty docx": (docx(""), "no article in it"),
    "epub without a package": (zipped({"META-INF/container.xml": "<c/>"}), "a broken epub file"),
    "notebook without cells": (b'{"cells": [{"cell_type": "markdown"}]}', "no notebook that can be read"),
    "notebook of code": (b'{"cells": [{"cell_type": "code", "source": "x"}]}', "no article in it"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_one_line(case):
    data, reason = BAD[case]
    with pytest.raises(SourceError) as caught:
        outline(data)
    assert str(caught.value).startswith(f"a: {reason}")
    assert "\n" not in str(caught.value)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(SourceError, match="unpacks to more than 1 MB"):
        outline(docx(p(" " * 2_000_000)))


def test_chapters_are_counted_together(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1_000_000)
    with pytest.raises(SourceError, match="unpacks to more than 1 MB"):
        outline(epub(*(" " * 300_000 for _ in range(4))))


def test_an_archive_of_countless_files_is_not_opened():
    data = zipped({f"{n}{'x' * 200}": "" for n in range(9_000)}, zipfile.ZIP_STORED)
    with pytest.raises(SourceError, match="too many files"):
        outline(data)


def test_no_entity_is_expanded_and_no_file_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    body = "<w:p><w:r><w:t>Text &e; &b; here.</w:t></w:r></w:p>"
    with pytest.raises(SourceError, match="declares entities"):
        outline(docx(body, head=doctype))


def test_entities_that_multiply_end():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(SourceError):
        outline(docx("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", head=f'<!DOCTYPE x [<!ENTITY e0 "x">{entities}]>'))


def mutated(data, choice):
    """Change a file as a bad disk, a cut connection or an attacker does."""
    changed = bytearray(data)
    how = choice.choice(["flip", "cut", "insert", "repeat", "blank", "truncate"])
    for _ in range(choice.choice([1, 3, 10, 50])):
        at = choice.randrange(len(changed)) if changed else 0
        match how:
            case "flip":
                changed[at : at + 1] = choice.randbytes(1)
            case "cut":
                del changed[at : at + choice.randrange(1, 200)]
            case "insert":
                changed[at:at] = choice.randbytes(choice.randrange(1, 50))
            case "repeat":
                changed[at:at] = changed[at : at + choice.randrange(1, 500)]
            case "blank":
                changed[at : at + 20] = bytes(20)
            case "truncate":
                return bytes(changed[: max(1, at)])
    return bytes(changed)


def mutated_inside(data, choice):
    """Change a member of an archive, so that the change is not met by its checksum."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    name = choice.choice([name for name in members if name.endswith(("xml", "opf", "xhtml"))])
    return zipped(members | {name: mutated(members[name], choice)})


@pytest.mark.parametrize("name", ARTICLE_FORMATS)
def test_damaged_files_end_in_an_error_or_a_briefing(name):
    data = (DOCUMENTS / f"article.{name}").read_bytes()
    read, refused = 0, []
    for number in range(4 if name == "pdf" else 16):  # each PDF is read by a process of its own
        choice = random.Random(f"{name} {number}")
        change = mutated_inside if number % 2 and name in ("docx", "odt", "epub") else mutated
        try:
            document = briefing.parse(Source("a", change(data, choice)), format=name if number % 3 else None)
        except SourceError as error:
            refused.append(str(error))
        else:
            read += 1
            assert briefing.summarize(document, sentences=3, method="lead").sentences
    assert "\n" not in "".join(refused)
    assert read >= 2, "what is damaged in a few places can mostly be read"


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
def test_an_encoding_that_nobody_knows_is_a_fault_of_the_file(name):
    with zipfile.ZipFile(DOCUMENTS / f"article.{name}") as file:
        members = {member: file.read(member) for member in file.namelist()}
    declared = b'<?xml version="1.0" encoding="UTFF-8"?>'
    part = {"docx": "word/document.xml", "odt": "content.xml", "epub": "META-INF/container.xml"}[name]
    members[part] = declared + members[part].partition(b"?>")[2]
    with pytest.raises(SourceError, match=r"broken|no readable|not a|cannot be read"):
        briefing.parse(Source("a", zipped(members)), format=name)
