"""Every letter and digit of a source is read once: beside a plain reading by other means, one a format.

Markdown, HTML, Word, OpenDocument and PDF have tests of their own. What is no text goes before the two are compared:
the marks of Org and RTF, what names a part of a mail or a cue, and files that an e-book does not list as its own.
"""

import email
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docutils.core import publish_doctree
from lxml import etree

from briefing import readers
from briefing.source import Source

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
MAIL = """\
From: Ann Berg <ann@example.org>
To: Jon Lind <jon@example.org>
Subject: The quay
Date: Mon, 2 Mar 2026 09:14:00 +0100

The quay closes on Friday. Boats go to the north pier.

> When does it close?

-- 
Ann Berg, harbour office
"""  # noqa: W291 - so signatures are parted
FEED = """\
<rss version="2.0"><channel><title>Coast</title><item><title>The quay</title>
<description>&lt;p&gt;It closes on &lt;b&gt;Friday&lt;/b&gt;.&lt;/p&gt;</description></item>
<item><title>The pier</title><description>It opens in May.</description></item></channel></rss>
"""
CUES = """\
1
00:00:01,000 --> 00:00:04,000
The quay closes on Friday.

2
00:00:05,000 --> 00:00:08,000
- Why is that?
- <i>It leaks.</i> [laughs]
"""


def _book(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        (path,) = (name for name in file.namelist() if name.endswith(".opf"))
        package = etree.fromstring(file.read(path))
        members = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
        listed = [members[item.get("idref")] for item in package.iter("{*}itemref")]
        chapters = [etree.fromstring(file.read(str(Path(path).parent / name))) for name in listed]
    return "".join("".join(chapter.find("{*}body").itertext()) for chapter in chapters)


def _notebook(data):
    return "".join("".join(cell["source"]) for cell in json.loads(data)["cells"])


def _rst(data):
    return publish_doctree(data.decode(), settings_overrides={"report_level": 5}).astext()


def _org(data):
    return re.sub(r"(?im)^[ \t]*(?:#\+(?:begin|end)_\w+|:(?:properties|end):[ \t]*$)|(?<=\[)fn:", "", data.decode())


def _rtf(data):
    text = re.sub(r"\{\\(?:fonttbl|colortbl|info)(?:[^{}]|\{[^{}]*\})*\}", "", data.decode("ascii"))
    text = re.sub(r"\\u(-?\d+) ?.", lambda sign: chr(int(sign[1]) % 65_536), text)
    return re.sub(r"\\[a-z]+-?\d* ?", " ", text)


def _mail(data):
    message = email.message_from_bytes(data)
    named = "".join(f"{name}{value}" for name, value in message.items() if name != "Subject")
    return message["Subject"] + named + message.get_payload()


def _feed(data):
    return re.sub(r"</?\w+>", "", "".join(etree.fromstring(data).itertext()))


def _subtitles(data):
    return re.sub(r"(?m)^\d+$|^.*-->.*$|</?i>", "", data.decode())


PLAIN = {"epub": _book, "ipynb": _notebook, "rst": _rst, "org": _org, "rtf": _rtf}
MESSAGES = {"mail": (MAIL, _mail), "feed": (FEED, _feed), "subtitles": (CUES, _subtitles)}
CASES = {name: ((DOCUMENTS / f"article.{name}").read_bytes(), plain) for name, plain in PLAIN.items()}
CASES |= {name: (text.encode(), plain) for name, (text, plain) in MESSAGES.items()}


def letters(text):
    return Counter(filter(str.isalnum, text))


@pytest.mark.parametrize("format", CASES)
def test_each_letter_is_read_once(format):
    data, plain = CASES[format]
    assert letters(readers.read(Source("a", data), format=format).text) == letters(plain(data))
