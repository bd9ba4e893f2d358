"""A report: one HTML file, whose points and marks lead to each other."""

import re

from lxml import html

import briefing
from briefing.render.report import render

DATE = "24 November 2026"


def report(*documents, **options):
    return render([(document, briefing.summarize(document, **options)) for document in documents], date=DATE)


def test_each_point_leads_to_its_mark_and_back(seed):
    page = html.document_fromstring(report(briefing.parse(briefing.read(seed))))
    points = page.xpath("//li[@id]")
    assert len(points) > 3
    for point in points:
        (target,) = point.xpath(".//a[@class='point']/@href")
        (mark,) = page.xpath(f"//mark[@id='{target[1:]}']")
        assert mark.xpath("./a/@href") == [f"#{point.get('id')}"]
        assert mark.text_content() == point.xpath("string(.//a[@class='point'])")


def test_nothing_is_fetched_and_nothing_runs(seed):
    text = report(briefing.parse(briefing.read(seed)))
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import", text)
    assert "default-src 'none'; style-src 'sha256-" in text


def test_markup_in_an_article_is_words():
    hostile = "<script>alert(1)</script> & <b>bold</b> stands here"
    text = report(
        briefing.parse(
            f"# {hostile}\n\n{hostile}, they say. Another sentence.\n".replace("<", "\\<"), format="markdown"
        )
    )
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;" in text


def test_what_was_left_out_stands_greyed_in_its_place(seed):
    page = html.document_fromstring(report(briefing.parse(briefing.read(seed))))
    (aside,) = page.xpath("//p[@class='aside']")
    assert aside.text_content() == "read more To read original news visit Japan’s MOD website."
