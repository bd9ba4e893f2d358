"""Pages as templates in the wild make them: the article, its title, headings, lists and quotes; nothing around it."""

import tomllib
from pathlib import Path

import pytest
from accounts import unspaced
from commandline import invoke
from hypothesis import given
from hypothesis import strategies as st
from visible import visible

import briefing
from briefing import SourceError, readers

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
def test_a_page_reads_the_same_from_a_pipe(page):
    data = (PAGES / f"{page}.html").read_bytes()
    piped, named = invoke("summarize", input=data), invoke("summarize", PAGES / f"{page}.html")
    assert piped.exit_code == named.exit_code == 0
    assert piped.stdout == named.stdout


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_all_that_a_person_sees_of_a_page_is_read(path):
    check_account(path.read_text(encoding="utf-8"))


def check_account(page):
    """Fail unless all that is seen of a page is in its reading, once and in order; a page may be refused."""
    try:
        reading = readers.read_text(page, format="html", name="page")
    except SourceError:
        return
    seen = visible(page)
    assert unspaced(reading.text) in (seen, unspaced(reading.title or "") + seen)


INLINE_TAGS = """b|i|q|time|label|output|abbr|mark|sup|code|span|button|summary|ruby|rt|a|small|s|del|cite|a href='/x'
|span hidden|span style='display:none'|span aria-hidden='true'|time datetime='1'"""
BLOCK_TAGS = """div|section|article|main|aside|nav|footer|header|ul|ol|blockquote|figure|form|details|pre|table
|div class='comments'|div class='permalink'|div hidden|div role='heading' aria-level='3'"""


def enclosed(tags, inner):
    """Return a strategy for elements of the named kinds, with attributes, and what they hold."""
    return st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from([tag.strip() for tag in tags.split("|")]),
        st.lists(inner, max_size=4),
    )


INLINE = st.recursive(
    st.sampled_from(["The harbour stays open until May. ", "noon", "a", " ", "Fish &amp; chips", "<br>", "1 &lt; 2"]),
    lambda inner: enclosed(INLINE_TAGS, inner),
    max_leaves=6,
)
BLOCKS = st.recursive(
    st.builds("".join, st.lists(INLINE, min_size=1, max_size=4)),
    lambda inner: enclosed(BLOCK_TAGS, inner),
    max_leaves=12,
)
PROSE = "<p>The council of the town said on Monday that the harbour would stay open all winter, as it had before.</p>"


@given(st.lists(BLOCKS, max_size=5), st.lists(BLOCKS, max_size=5))
def test_so_it_is_of_any_page(before, after):
    check_account(f"<html><body>{''.join(before)}<div>{PROSE}</div>{''.join(after)}</body></html>")


CASES = {
    "the heading over most of a page, where its head names but the site": (
        f"<title>Harbour Guild - News</title><h2>Search</h2><h2>Boats sail again</h2><p>{words(6)}</p><h2>Meta</h2>",
        "Boats sail again",
        [],
        "Sentence 5",
    ),
    "a kicker in an element of its own is no part of the title": (
        "<title>Boats sail again | Post</title><h1><span>Harbour</span> <span>Boats sail again</span></h1>"
        f"<p>{words(5)}</p>",
        "Boats sail again",
        [],
        "Sentence 4",
    ),
    "a label of the title, which the page's name has after its number": (
        "<title>[26.1] Boats sail again</title><h1><span>Title:</span>Boats sail again</h1>" + f"<p>{words(5)}</p>",
        "Boats sail again",
        [],
        "Sentence 4",
    ),
    "a title on two lines, the second the longer": (
        f"<title>A walk in the market halls</title><h1>A walk<br>in the market halls</h1><p>{words(5)}</p>",
        "A walk in the market halls",
        [],
        "Sentence 4",
    ),
    "a menu that no tag closes": (
        f"<nav><a href='/'>Home</a><main><h1>Title</h1><p>{words(4)}</p><p>{words(4)}</p></main>",
        "Title",
        [],
        "Sentence 3",
    ),
    "a heading is no frame, whatever it is called; what is struck out is gone": (
        f"<h1>Title</h1><p>{words(3)}</p><h2 class='sidebar-anchor'>Part</h2>"
        f"<p>It <del>rained</del> rose. {words(3)}</p>",
        "Title",
        ["2 Part"],
        "It rose.",
    ),
    "entries that are links, of a list that is kept": (
        f"<h1>Title</h1><p>{words(3)}</p><ul><li>{words(2)}</li><li><a href='/b'>Boats by other people</a></li></ul>",
        "Title",
        [],
        "Boats by other people",
    ),
    "a page of a word": ("<body>Harbour</body>", None, [], "Harbour"),
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
    "linked data has the headline that the page shows": (
        "<meta property='og:title' content='If you can picture a boat, thank these three'>"
        '<script type="application/ld+json">{"headline": "The boats that made Lindholm &amp; its harbour"}</script>'
        f"<article><h1>The boats that made Lindholm &amp; its harbour</h1><p>{words(4)}</p></article>",
        "The boats that made Lindholm & its harbour",
        [],
        "Sentence 3",
    ),
    "the headline that is shown goes before what is made for search": (
        "<meta property='og:title' content='Boats: 5 tips | Harbour'><title>Boats: 5 tips | Harbour</title>"
        f"<h1><a href='/'>Harbour</a></h1><article><h1>Which keel to buy?</h1><p>{words(4)}</p></article>",
        "Which keel to buy?",
        [],
        "Sentence 3",
    ),
    "of two headings that are the page's name, that of the first level is its title": (
        "<title>Hulls | A stroll to the yards of the old Lindholm</title><article><h1>Hulls</h1>"
        f"<h4>A stroll to the yards of the old Lindholm</h4><p>{words(4)}</p></article>",
        "Hulls",
        [],
        "Sentence 3",
    ),
    "a title that the page shows as no heading is what its name opens with": (
        "<title>Bears in the hills are more than ever | National Park of the Middle Range and its Valleys</title>"
        f"<article><p>{words(4)}</p></article>",
        "Bears in the hills are more than ever",
        [],
        "Sentence 3",
    ),
    "the blog's name is no title of its entry": (
        "<title>Slow roads: Three weeks afloat</title><meta property='og:title' content='Three weeks afloat'>"
        f"<body><h1>Slow roads</h1><div><h3>Three weeks afloat</h3><p>{words(4)}</p></div>",
        "Three weeks afloat",
        [],
        "Sentence 3",
    ),
    "a heading of the site's part is no title": (
        f"<title>Hulls : Ships</title><body><h1>Ships</h1><div><h2>Hulls</h2><p>{words(4)}</p></div>",
        "Hulls",
        [],
        "Sentence 3",
    ),
    "a paragraph that is called the title": (
        f"<title>L_2026.xml</title><body><p class='c1 title'>Plan</p><p>{words(4)}</p><h1>Part</h1><p>{words(4)}</p>",
        "Plan",
        ["1 Part"],
        "Sentence 3",
    ),
    "lines over paragraphs that are called alike": (
        "<h1>Nets</h1><article>"
        + "".join(f"<p class=n>Article {n}</p><p class=s>Part {n}</p><p>{words(4)}</p>" for n in (1, 2))
        + "</article>",
        "Nets",
        ["2 Article 1", "3 Part 1", "2 Article 2", "3 Part 2"],
        "Sentence 3",
    ),
    "a chapter's number and its name": (
        f"<title>Boats</title><article><hgroup><h2>IV</h2><p>The Hull</p></hgroup><p>{words(4)}</p></article>",
        "Boats",
        ["2 IV The Hull"],
        "Sentence 3",
    ),
    "sections in frames of their own": (
        "<h1>Night</h1><div>"
        + "".join(
            f"<div class=widget><h2>Part {n}</h2><div class=widget-text><div><p>{words(3)}</p></div></div></div>"
            for n in (1, 2, 3)
        )
        + "</div>",
        "Night",
        ["2 Part 1", "2 Part 2", "2 Part 3"],
        "Sentence 2",
    ),
    "short sections below links to them": (
        f"<h1>Bridge</h1><p>{words(2)}</p><div><h2>Contents</h2><ul><li><a href='#a'>Collapse</a></ul></div>"
        f"<h2 id=a>Collapse</h2><p>{words(2)}</p>",
        "Bridge",
        ["2 Collapse"],
        "Sentence 0",
    ),
    "sections behind links to other stories, and what a button opens": (
        f"<h1>Oven</h1><p>{words(2)}</p><div class=related><h3>Related</h3><ul><li><a href=/1>A mill</a></ul></div>"
        f"<h2>Heat</h2><p>{words(2)}</p><h2><button aria-controls=c>Price</button></h2>"
        f"<div id=c hidden><p>{words(3)}</p>",
        "Oven",
        ["2 Heat", "2 Price"],
        "Sentence 2",
    ),
    "a page of plain text": (
        f"<pre>HARBOUR NEWS\n\n{words(4)}\n\n1. HEAT\n\n{words(4)}\n\n2. PRICE\n\n{words(3)}</pre>",
        "HARBOUR NEWS",
        ["1 1. HEAT", "1 2. PRICE"],
        "Sentence 3",
    ),
    "one of several names of a meta element": (
        f"<meta property='x:title dc:title' content='Boats'><title>Harbour</title><main><p>{words(4)}</p></main>",
        "Boats",
        [],
        "Sentence 3",
    ),
    "a word of the title heads a section": (
        "<title>A day at the docks of Lindholm and its boats</title>"
        f"<article><p>{words(4)}</p><h2>Boats</h2><p>{words(4)}</p></article>",
        "A day at the docks of Lindholm and its boats",
        ["2 Boats"],
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
    "words in any inline element are words of the sentence": (
        f"<article><p>It came on <time>4 March</time>, <label>as</label> <output>nine</output> <q>old hands</q> had "
        f"said. {words(2)}</p></article>",
        None,
        [],
        'It came on 4 March, as nine "old hands" had said.',
    ),
    "formulas are read as they stand in the line": (
        "<article><p>Where <math><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>&gt;</mo><msup><mi>x</mi><mn>2</mn></msup>"
        f"</math>, it holds. {words(2)}</p></article>",
        None,
        [],
        "Where a/b>x^2, it holds.",
    ),
    "readings above words are not read": (
        f"<article><p>The <ruby>city<rp>(</rp><rt>si-ty</rt><rp>)</rp></ruby> grew. {words(2)}</p></article>",
        None,
        [],
        "The city grew.",
    ),
    "text outside paragraphs is text": (
        f"<body class='permalink'><div><h1>Quay</h1>{words(1)} It is bare.<p>{words(3)}</p>Bare too, it stands "
        f"between the others and says more.<p>{words(3)}</p></div>",
        "Quay",
        [],
        "Bare too, it stands between the others and says more.",
    ),
    "roles, buttons and summaries are headings": (
        f"<main><h1>Answers</h1><p>{words(3)}</p><h2 class='anchor permalink'><button>Who pays?</button></h2>"
        f"<p>{words(3)}</p><div role='heading' aria-level='3'>When?</div><p>{words(3)}</p><details><summary>Where?"
        f"</summary><p>{words(3)}</p></details></main>",
        "Answers",
        ["2 Who pays?", "3 When?", "4 Where?"],
        "Sentence 2",
    ),
    "two line breaks part paragraphs, a bold line between them is a heading": (
        f"<article><h1>Diary</h1><p>{words(3)}<br><br><b>A cold week</b><br><br>{words(3)}</p></article>",
        "Diary",
        ["2 A cold week"],
        "Sentence 2",
    ),
    "a standfirst is neither title nor heading": (
        "<meta property='og:title' content='Neon'><main><div><h1>Neon</h1></div><article><h2>The tubes stood for "
        f"progress. Now towns pay to have them back.</h2><p>{words(4)}</p></article></main>",
        "Neon",
        [],
        "Now towns pay to have them back.",
    ),
    "a table may be no more than a layout": (
        f"<body><table><tr><td><a href='/'>Home</a><table><tr><td><h2>Part</h2>{words(5)}</td></tr></table></td></tr>"
        "</table>",
        None,
        ["2 Part"],
        "Sentence 4",
    ),
    "a cell may hold brief paragraphs that empty lines part": (
        "<body><table><tr><td><a href='/'>Home</a></td><td>The ferry sails at noon, and it is full.<br><br>"
        "Nobody knows when it comes back from there.</td></tr></table>",
        None,
        [],
        "The ferry sails at noon, and it is full.",
    ),
    "a link above the first heading leads nowhere": (
        "<body><table><tr><td><p><a href='/'>View in browser</a></p></td></tr><tr><td><h1>Salt</h1></td></tr><tr><td>"
        f"<h2>Uses</h2>{words(2)}</td></tr><tr><td><h2>Trade</h2>{words(2)}</td></tr></table>",
        "Salt",
        ["2 Uses", "2 Trade"],
        "Sentence 1",
    ),
    "a heading of a list that opens with links is kept, and one that links to its own place": (
        f"<article><h1>Salt</h1><p>{words(4)}</p><h2>Week</h2><ul><li><a href='/a'>Our year in review!</a></li><li>"
        f"The pans were full of salt on Monday, and full of water a day later.</li></ul><h2>"
        f"<a href='#1'>Trade</a></h2><h3><a href='#2'>By sea</a></h3><p>{words(4)}</p></article>",
        "Salt",
        ["2 Week", "2 Trade", "3 By sea"],
        "Our year in review!",
    ),
    "a title that is told again, in parts or at once, is no heading": (
        "<title>Salt: a tale of the sea</title><h1>Salt: a tale of the sea</h1>"
        f"<h3>Salt:</h3><h4>A tale of the sea</h4><p>{words(4)}</p><h3>Trade</h3><p>{words(4)}</p>"
        f"<h1>Salt: a tale of the sea</h1><p>{words(2)}</p>",
        "Salt: a tale of the sea",
        ["3 Trade"],
        "Sentence 3",
    ),
    "a sentence heads among headings like it; no author does, and no subtitle": (
        "<article><header><h1>Salt</h1><h2>How it came to us</h2></header><h2 class='byline'>Nina Hart</h2>"
        f"<p>{words(3)}</p><h2>What is it?</h2><p>{words(3)}</p>"
        f"<h2>That sounds like a good thing to have at sea.</h2><p>{words(3)}</p><h2>Trade</h2><p>{words(3)}</p>",
        "Salt",
        ["2 What is it?", "2 That sounds like a good thing to have at sea.", "2 Trade"],
        "How it came to us",
    ),
    "counted pictures are no sections": (
        f"<article><h1>Salt</h1><p>{words(3)}</p><p>{words(3)}</p><ul>"
        + "".join(f"<li><h2>{n}/5 The pan</h2><p>{words(2)}</p></li>" for n in range(1, 6))
        + f"</ul><h2>Trade</h2><p>{words(3)}</p></article>",
        "Salt",
        ["2 Trade"],
        "Sentence 2",
    ),
    "a teaser between paragraphs is no heading, a heading that links and one above a price are": (
        f"<article><h1>Salt</h1><div><h2><a href='/w'>Week</a></h2><p>{words(3)}</p><div><a href='/b'><h2>The "
        f"old bridge is blown up</h2></a></div><p>{words(3)}</p><h2>The pan</h2><p><a href='/p'>$12 here</a></p>"
        f"<p>{words(3)}</p></div></article>",
        "Salt",
        ["2 Week", "2 The pan"],
        "Sentence 2",
    ),
    "what is called a deck or a kicker, and a box to sign up, are no sections": (
        "<article><h1>Salt</h1><h2 class='article-kicker'>At sea</h2><h2 class='sub-title'>The town on the quay "
        f"sold it for years</h2><p>{words(4)}</p><h2>Trade</h2><p>{words(4)}</p><div class='inlineSignup'>"
        f"<h2>Get daily news</h2><p>All that you must know in your mail.</p></div><p>{words(4)}</p></article>",
        "Salt",
        ["2 Trade"],
        "The town on the quay sold it for years",
    ),
    "what a page says of itself opens its article, and what is clipped away is for who hears it": (
        "<head><meta name='description' content='The town on the  quay sold salt for many years.'></head>"
        "<h1>Salt</h1><h2>The town on the quay sold salt for many years.</h2><div><span>Share</span></div><article>"
        f"<p>The salt <a href='/a'>came<span style='clip:rect(0 0 0 0)'>, opens elsewhere</span></a> by sea. "
        f"{words(3)}</p>"
        f"<h2>Trade</h2><p>{words(3)}</p></article>",
        "Salt",
        ["2 Trade"],
        "The town on the quay sold salt for many years. The salt came by sea.",
    ),
    "a deck is longer than all headings but what is none": (
        f"<article><h1>Salt</h1><h2>The town on the quay sold its salt for years</h2><p>{words(4)}</p>"
        f"<h2>{words(1) * 12}</h2><p>{words(4)}</p></article>",
        "Salt",
        [],
        "The town on the quay sold its salt for years",
    ),
    "a headline goes before the same in a menu": (
        "<title>Salt: How the quay sold it - News</title><nav><ul><li>News</li><li>"
        f"<h1>Salt: How the quay sold it</h1></li></ul></nav><main><h2>How the old quay sold salt</h2>"
        f"<p>{words(3)}</p><h3>Trade</h3><p>{words(4)}</p>",
        "How the old quay sold salt",
        ["3 Trade"],
        "Sentence 3",
    ),
    "what follows a list of links at a higher level is no notice; a box with a form in it is one": (
        f"<article><h1>Salt</h1><p>{words(2)}</p><h3>Read also</h3><ul><li><a href='/a'>The end of ice</a></li></ul>"
        "<h2>What it costs</h2><p>The town pays for half of it.</p><div><h3>Our letter</h3><p>All that you must know "
        f"each day.</p><form><input></form></div><h2>Trade</h2><p>{words(4)}</p></article>",
        "Salt",
        ["2 What it costs", "2 Trade"],
        "The town pays for half of it.",
    ),
    "a heading on two lines is one, and a colon that is not shown parts a kicker from it": (
        "<article><h1><span>Salt<span class='visually-hidden'>:</span></span> <span>The old quay</span></h1>"
        f"<p>{words(3)}</p><h2>Chapter II<br><br>The pans</h2><p>{words(3)}</p>",
        "Salt: The old quay",
        ["2 Chapter II The pans"],
        "Sentence 2",
    ),
    "a list to choose from with a form, and what opens an article, are of it": (
        f"<article><h1>Salt</h1><div class='articleTeaser'><p>It came by the old sea road, and it "
        f"stayed for a hundred and ten years in all of the towns.</p></div>"
        f"<p>{words(6)}</p><h2>You need</h2><div><form><input></form><ul>"
        + "".join(f"<li>{n} pounds of salt from the western pan</li>" for n in range(9))
        + f"</ul></div><p>{words(6)}</p></article>",
        "Salt",
        ["2 You need"],
        "It came by the old sea road, and it stayed for a hundred and ten years in all of the towns. Sentence 0",
    ),
    "a list of links under a heading leads elsewhere": (
        f"<article><h1>Salt</h1><p>{words(4)}</p><h2>Uses</h2><p>{words(4)}</p><h2>More to read</h2><ul>"
        "<li><a href='/a'>The end of ice</a></li><li><a href='/b'>How to sleep</a></li></ul><h2>Thanks!</h2>"
        "<p>Now look into your mail.</p></article>",
        "Salt",
        ["2 Uses"],
        "Sentence 3",
    ),
    "a brief section after links is the article's": (
        f"<article><h1>Salt</h1><p>{words(4)}</p><h2>To read</h2><ul><li><a href='/a'>The end of ice</a></li></ul>"
        "<h2>What it costs</h2><p>The town pays half. The rest is owed. Sentence 0</p></article>",
        "Salt",
        ["2 What it costs"],
        "Sentence 0",
    ),
    "comments in a box with a form are none of it, be they longer": (
        f"<article><h1>Salt</h1><p>{words(4)}</p></article><div id='disqus'><h3>2 Comments</h3><article><p>{words(4)}"
        f"</p></article><article><p>{words(4)}</p></article><form><textarea></textarea></form></div>",
        "Salt",
        [],
        "Sentence 3",
    ),
    "a poll and an invitation of the site are none of it": (
        f"<article><h1>Salt</h1><p>{words(9)}</p><div class='poll'><h3>Your view</h3><p>Is salt too dear, really?"
        "</p></div><section><h2>Listen to our podcast Low Water</h2><p>Every Friday we talk about harbours.</p>"
        f"</section><h2>Uses</h2><p>{words(9)}</p></article>",
        "Salt",
        ["2 Uses"],
        "Sentence 8",
    ),
    "what is for who hears a page is not read": (
        f"<article><h1>Salt</h1><p>{words(3)}</p><h2>Hours <button>Copy link</button></h2><p>It is closed"
        f"<span class='sr-only'> (in a new window)</span> on Monday. {words(3)}</p></article>",
        "Salt",
        ["2 Hours"],
        "It is closed on Monday.",
    ),
    "prose that was typed is no code": (
        "<body><h1>[list] Pump</h1><pre>The pump of the garden is repaired, and it was a frog that\nhad kept it from "
        "running.\n\nThe frog has been put into the pond behind the shed, where it\nmay sing.</pre>",
        "[list] Pump",
        [],
        "The pump of the garden is repaired, and it was a frog that had kept it from running.",
    ),
    "lines above a story are no sentence": (
        "<title>Lost parrot tells its address</title><div><p><b>Lost parrot tells its address</b><br>By Nina Hart<br>"
        f"Tuesday 3 June<br><br>{words(4)}</p><p>{words(3)}</p></div>",
        "Lost parrot tells its address",
        [],
        "Sentence 0 of the article",
    ),
    "a table of one column is a layout, a heading may be bold by its style": (
        "<table><tr><td>The ferry sails at noon from the old quay, and is full each day.</td></tr><tr>"
        "<td style='font-weight: bold'>Boats</td></tr><tr><td>Nobody knows when it comes back, but all wait on the "
        "quay till nine.</td></tr></table>",
        None,
        ["2 Boats"],
        "Nobody knows when it comes back, but all wait on the quay till nine.",
    ),
    "a story that leads elsewhere, and one before the title, are others": (
        f"<article><h2>Mill</h2><p>The mill is let to nobody, however long the council may wait.</p></article>"
        f"<article><h1>Ferry</h1><p>{words(3)}</p><p>{words(3)}</p></article><div><h3><a href='/2'>Bridge</a></h3>"
        "<p>The old bridge is going to be blown up on Sunday, and thousands are to watch it from the hill.</p></div>",
        "Ferry",
        [],
        "Sentence 2",
    ),
    "a line end of the source is no space in Japanese; votes and who answered are no lines": (
        "<main><h1>港の図書室</h1><div class='votes'>30 votes</div><p>港に立つ古い倉庫が、九月から\n"
        "小さな図書室として使われている。</p><div>12</div><p>漁の合間に、港で立ち寄る人も多いと言う。"
        "本は町の人が持ち寄った。</p><div class='user'>by Mio</div></main>",
        "港の図書室",
        [],
        "港に立つ古い倉庫が、九月から小さな図書室として使われている。",
    ),
    "what opens a story is of it, in no paragraph or under its headline": (
        f"<title>Salt</title><body><div class='top'><h1>Salt</h1><p>{words(1)}</p></div><div><h5>A tale</h5>It was a "
        f"time of salt, and of those who sold it on the quay at noon.<p>{words(9)}</p><p>{words(9)}</p></div>",
        "Salt",
        ["5 A tale"],
        "It was a time of salt, and of those who sold it on the quay at noon.",
    ),
    "entities and breaks are read": (
        f"<article><p>Fish &amp; chips&nbsp;cost<br>4&#8239;&euro; here. {words(3)}</p></article>",
        None,
        [],
        "Fish & chips cost 4 € here.",
    ),
    "a stop on the line after a link": (
        "<p>The bridge of Harn is in the <a href='/kit'>kit of open data</a>\n    . It was read in May.</p>",
        None,
        [],
        "in the kit of open data. It was",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_markup(case):
    body, title, headings, passage = CASES[case]
    document = parse(body)
    assert document.title == title
    assert [f"{h.level} {h.text}" for h in document.headings] == headings
    assert passage in " ".join(sentence.text for sentence in document.sentences)
    for foreign in ("import os", "Copy link", "new window", "mill is let", "blown up", "votes", "Mio"):
        assert foreign not in article(document)


@pytest.mark.parametrize(("stated", "is_news"), [("NewsArticle", True), ("BlogPosting", False)])
def test_a_page_may_say_that_it_is_news(stated, is_news):
    rye = "The mill grinds rye, and bread of rye keeps for a week in a cool cellar. " * 4
    data = f'<script type="application/ld+json">{{"@type": "{stated}"}}</script>'
    assert (parse(f"<head>{data}</head><article><h1>Salt</h1><p>{rye}</p></article>").kind == "news") is is_news


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
    ("body", "sentences"),
    [
        ("<p>" * 30_000 + words(9), 9),
        (f"<p>{words(20)}</p>" * 200, 20 * 200),
        (words(9) + "&" * 300_000, 9),
    ],
    ids=["wide", "long", "ampersands"],
)
def test_hard_pages_are_read_whole(body, sentences):
    text = parse(f"<html><body>{body}</body></html>").text
    assert text.count("says something about the harbour.") == sentences


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 50_000 + words(9), "more than 500 elements, one in the other"),
        ("<" * 300_000, "no article"),
        ("&" * 300_000, "no article"),
    ],
    ids=["deep", "angles", "ampersands"],
)
def test_hard_pages_are_refused_for_a_reason(body, reason):
    with pytest.raises(SourceError, match=reason):
        parse(f"<html><body>{body}</body></html>")


def test_nothing_outside_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret that no page may read.")
    doctype = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    body = f'<article><p>&e; {words(5)}</p><img src="{secret.as_uri()}"></article>'
    assert "secret that" not in parse(doctype + body).text


CARD = '<article><h3><a href="/mill">Mill sold</a></h3><p>{}</p></article>'
OTHER = "The mill of the lower town was sold to three brothers, who want to grind oats for the whole county in it."
BEES = [
    "Six hives stand on the roof of the town hall since Monday, the first in sixty years, as the mayor said.",
    "The town gives nothing but the roof and a key, and the caretaker looks after them in every storm.",
]


def test_a_drawing_without_words_parts_no_sentence():
    drawn = "<a href='/b'><svg><title>Link</title><path d=''/></svg>painted red</a>"
    document = parse(f"<h1>Title</h1><p>The harbour was soon {drawn} by the town.</p><p>{words(5)}</p>")
    assert document.sentences[0].text == "The harbour was soon painted red by the town."


def test_a_box_about_an_article_is_not_the_article():
    asked = "This article needs <b>more sources</b>. Help to <a href='/e'>improve it</a> by adding some, please."
    box = f"<table class='metadata ambox' role='presentation'><tr><td><p>{asked}</p></td></tr></table>"
    document = parse(f"<h1>Title</h1>{box}<p>{words(5)}</p>")
    assert "needs more sources" not in article(document)


@pytest.mark.parametrize("page", ["{card}{story}", "{story}<h2>More stories</h2>{card}"], ids=["above", "below"])
def test_the_card_of_another_article_is_not_the_article(page):
    story = f"<main><h1>Bees move in</h1>{''.join(map('<p>{}</p>'.format, BEES))}</main>"
    html = page.format(story=story, card=CARD.format(OTHER))
    document = briefing.parse(f"<title>Bees move in</title><body>{html}</body>", format="html")
    assert [sentence.text for sentence in document.sentences] == BEES
