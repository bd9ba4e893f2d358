"""A report: one HTML file, whose points and marks lead to each other."""

import re
from dataclasses import replace

import pytest
from lxml import html

import briefing
from briefing.render.report import Links, render

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


ADDRESS = "https://example.org/page#part"


def links(text, name=ADDRESS):
    document = briefing.parse(text, name=name)
    return [Links(document).to(sentence) for sentence in document.sentences]


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("Rain fell.", ["Rain%20fell."]),
        ("Well-known, he said & left.", ["Well%2Dknown%2C%20he%20said%20%26%20left."]),
        (
            "The rain that fell on Oslo in May was more than in any other year.",
            ["The%20rain%20that%20fell,in%20any%20other%20year."],
        ),
        (
            "Rain fell. Snow came. Rain fell. Hail came.",
            [
                "Rain%20fell.,-Snow%20came.%20Rain",
                "Snow%20came.",
                "fell.%20Snow%20came.-,Rain%20fell.,-Hail%20came.",
                "Hail%20came.",
            ],
        ),
    ],
)
def test_a_point_from_the_web_links_to_its_words(text, fragments):
    assert links(text) == [f"https://example.org/page#:~:text={fragment}" for fragment in fragments]


def test_a_point_from_a_pdf_links_to_its_page():
    document = briefing.parse("Rain fell. Snow came.", name="deep/a report.pdf")
    first, second = document.sentences
    assert Links(document).to(replace(first, page=7)) == "a%20report.pdf#page=7"
    assert Links(document).to(second) == ""


def test_no_path_of_this_machine_is_in_a_report():
    document = briefing.parse("Rain fell on Oslo. Snow came to Bergen.", name="/home/ann/secret/a.txt")
    assert "ann" not in report(document)
    assert "a.txt" in report(document)
