"""Pages as templates in the wild make them: the article, its title, headings, lists and quotes; nothing around it."""

import contextlib
import tomllib
from pathlib import Path

import pytest

import briefing
from briefing import SourceError

PAGES = Path(__file__).parents[1] / "data" / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))


def parse(body, **options):
    return briefing.parse(body, format="html", **options)


def article(document):
    """Return the words of a page's article, without what stands aside."""
    return "\n".join(found.text for found in (*document.titles, *document.headings, *document.sentences))


def words(number):
    return " ".join(f"Sentence {n} of the article says something about the harbour." for n in range(number))


@pytest.mark.parametrize("page", EXPECTED)
def test_a_page(page):
    expected = EXPECTED[page]
    document = briefing.parse(briefing.read(PAGES / f"{page}.html"), language="auto")
    assert document.title == expected["title"]
    assert [f"{h.level} {h.text}" for h in document.headings] == expected["headings"]
    assert document.language == "english"
    for passage in expected["holds"]:
        assert passage in article(document)
    for passage in expected["lacks"]:
        assert passage not in article(document)


def test_each_page_is_expected():
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)


def test_a_line_is_a_block():
    document = briefing.parse(briefing.read(PAGES / "blog.html"))
    lines = document.text.split("\n")
    for mark in (*document.sentences, *document.headings):
        assert mark.text in lines[mark.line - 1]
        assert document.text[mark.start : mark.end] == mark.text


@pytest.mark.parametrize("page", ["news", "encyclopedia"])
def test_a_page_reads_the_same_from_a_pipe(page, run):
    data = (PAGES / f"{page}.html").read_bytes()
    piped, named = run("summarize", stdin=data), run("summarize", PAGES / f"{page}.html")
    assert piped.returncode == named.returncode == 0
    assert piped.stdout == named.stdout


CASES = {
    "a bare body is the article": (
        f"<body><h1>Title</h1><p>{words(3)}</p><h2>Part</h2><ul><li>First of all the points.</li></ul>"
        f"<p>{words(3)}</p>",
        "Title",
        ["2 Part"],
        "First of all the points.",
    ),
    "the site's name is no part of the title": (
        f"<title>A quiet day at the docks | The Daily Harbour</title><article><p>{words(4)}</p></article>",
        "A quiet day at the docks",
        [],
        "Sentence 3",
    ),
    "a permalink is no part of its heading": (
        f'<main><h2>Part<a class="headerlink" href="#p">¶</a></h2><p>{words(4)}</p><h2>Next #</h2>'
        f"<p>{words(4)}</p></main>",
        None,
        ["2 Part", "2 Next"],
        "Sentence 3",
    ),
    "code goes, code in a sentence stays": (
        f"<article><p>Call <code>open</code> first. {words(2)}</p><pre><code>import os\nos.remove(x)</code></pre>"
        f"<p>{words(2)}</p></article>",
        None,
        [],
        "Call open first.",
    ),
    "entities and breaks are read": (
        f"<article><p>Fish &amp; chips&nbsp;cost<br>4&#8239;&euro; here. {words(3)}</p></article>",
        None,
        [],
        "Fish & chips cost 4 € here.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_markup(case):
    body, title, headings, passage = CASES[case]
    document = parse(body)
    assert document.title == title
    assert [f"{h.level} {h.text}" for h in document.headings] == headings
    assert passage in " ".join(sentence.text for sentence in document.sentences)
    assert "import os" not in article(document)


def test_the_language_is_that_of_the_article():
    menu = " ".join(f"<li><a href='/{n}'>Die Startseite und die Nachrichten</a></li>" for n in range(60))
    page = f"<body><nav><ul>{menu}</ul></nav><article><h1>Tides</h1><p>{words(5)}</p></article></body>"
    assert parse(page, language="auto").language == "english"


@pytest.mark.parametrize(
    "body",
    [
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html></html>",
        "<!-- nothing -->",
        "<",
        "\0\0<p>",
        "<script>var article = 'text'</script>",
        "<frameset><frame src='/a'></frameset>",
    ],
)
def test_a_page_without_an_article(body):
    with pytest.raises(SourceError, match=r"^page: no article") as caught:
        parse(body, name="page")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + words(9),
        "<p>" * 100_000 + words(9),
        "<" * 300_000,
        f"<p>{words(20)}</p>" * 500,
        "&" * 300_000,
    ],
    ids=["deep", "wide", "angles", "long", "ampersands"],
)
def test_hard_pages_end(body):
    with contextlib.suppress(SourceError):
        parse(f"<html><body>{body}</body></html>")


def test_nothing_outside_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret that no page may read.")
    doctype = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = f'<article><p>&e; {words(5)}</p><img src="{secret.as_uri()}"></article>'
    assert "secret that" not in parse(doctype + body).text
