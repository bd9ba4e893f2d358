"""Feeds: each entry an article under its title."""

import pytest

import briefing
from briefing.source import Source

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Coast</title><description>News of the sea</description>
<item><title>Quay plan adopted</title><pubDate>Mon, 02 Mar 2026 09:14:00 GMT</pubDate><link>https://example.org/1</link>
<description>The council adopted the plan on Monday.</description></item>
<item><title>New ferry &amp;amp; line</title>
<description>&lt;h2&gt;When&lt;/h2&gt;
&lt;p&gt;A &lt;b&gt;third&lt;/b&gt; line opens in April.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast</title>
<entry><title>Quay plan</title><summary>In short.</summary>
<content type="html">&lt;p&gt;The council adopted it.&lt;/p&gt;</content></entry></feed>"""


def outline(data, **options):
    document = briefing.parse(Source("a", data.encode()), **options)
    found = [f"0 {document.title}"]
    for section in document.sections:
        found += [f"{section.heading.level} {section.heading.text}", *(s.text for s in section.sentences)]
    return found, [(item.kind, item.text) for item in document.boilerplate]


def test_entries_are_sections():
    assert outline(RSS) == (
        [
            "0 The Coast",
            "1 Quay plan adopted",
            "The council adopted the plan on Monday.",
            "1 New ferry & line",
            "3 When",
            "A third line opens in April.",
        ],
        [
            ("description", "News of the sea"),
            ("date", "Mon, 02 Mar 2026 09:14:00 GMT"),
            ("link", "https://example.org/1"),
        ],
    )


def test_content_goes_before_a_summary():
    assert outline(ATOM) == (["0 The Coast", "1 Quay plan", "The council adopted it."], [("summary", "In short.")])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<rss><channel><title>Empty</title></channel></rss>", "a feed without entries"),
        ("<rss>" + "<item/>" * 6_000 + "</rss>", "more than 5,000 entries"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><item/></rss>', "entities of its own"),
    ],
)
def test_what_is_no_feed_to_read_is_one_line(data, reason):
    with pytest.raises(briefing.SourceError, match=reason):
        briefing.parse(Source("a", data.encode()))
