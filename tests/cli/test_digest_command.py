"""`briefing digest`: what it prints, and what of it is news."""

import json

import pytest
from commandline import invoke

ONE = "Old pool closes\n\nThe council of Harle voted to close the old swimming pool. Repairs cost 3 million crowns."
TWO = "Harle pool\n\nThe council of Harle voted to close the old pool. Repairs cost 5 million crowns. It rained."
ENTRY = "<title>{}</title><link>https://example.org/{}</link><pubDate>{}</pubDate><description>{}</description>"


@pytest.fixture
def sources(tmp_path):
    for name, text in (("a.txt", ONE), ("b.txt", TWO)):
        (tmp_path / name).write_text(text)
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def digest(*arguments):
    return invoke("digest", *arguments)


def test_text_tells_who_says_so_and_what_differs(sources):
    result = digest(*sources, "-f", "text")
    assert result.exit_code == 0
    assert "close the old swimming pool. [1, 2]" in result.stdout
    assert "differs: 5,000,000, 3,000,000: Repairs cost 3 million crowns. [1]" in result.stdout
    assert "[1] Old pool closes; a.txt; line" in result.stdout


def test_json_has_every_telling(sources):
    whole = json.loads(digest(*sources, "-f", "json").stdout)
    assert whole["schema"] == "briefing-digest/1"
    (matter,) = whole["matters"]
    assert [source["number"] for source in matter["sources"]] == [1, 2]
    assert matter["points"][0]["sources"] == [1, 2]
    assert [telling["source"] for telling in matter["points"][0]["tellings"]] == [1, 2]


@pytest.mark.parametrize("style", ["rich", "lines", "markdown", "html"])
def test_every_format_tells_the_points(sources, style):
    result = digest(*sources, "-f", style, "--width", "60")
    assert result.exit_code == 0
    assert "council of Harle" in result.stdout


def test_what_cannot_be_read_is_named_and_the_rest_told(sources, tmp_path):
    result = digest(*sources, tmp_path / "none.txt", "-f", "text")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "[1, 2]" in result.stdout


def feed(path, *entries):
    items = "".join(f"<item>{ENTRY.format(*entry)}</item>" for entry in entries)
    path.write_text(f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>')
    return path


POOL = (
    "Pool closes",
    1,
    "Mon, 02 Mar 2026 09:14:00 GMT",
    "The council of Harle voted to close the old swimming pool.",
)
TRAM = ("Tram stops", 2, "Wed, 04 Mar 2026 09:14:00 GMT", "A tram left the rails in the centre of Velby today.")


def test_what_was_told_is_no_news(tmp_path):
    state = tmp_path / "state.json"
    first = digest(feed(tmp_path / "news.xml", POOL), "--since", "last", "--state", state, "-f", "lines")
    again = digest(tmp_path / "news.xml", "--since", "last", "--state", state, "-f", "lines")
    more = digest(feed(tmp_path / "news.xml", POOL, TRAM), "--since", "last", "--state", state, "-f", "lines")
    assert (first.stdout, again.stdout, more.stdout) == (f"{POOL[3]}\n", "", f"{TRAM[3]}\n")
    assert "none of 1 articles is news" in again.stderr


def test_what_is_older_is_left(tmp_path):
    result = digest(feed(tmp_path / "news.xml", POOL, TRAM), "--since", "2026-03-03", "-f", "lines")
    assert result.stdout == f"{TRAM[3]}\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--since", "last"], "needs --state"),
        (["--since", "yesterday"], "no date"),
        (["--since", "last", "--state", "{}/a.txt"], "not a state file"),
    ],
)
def test_a_wrong_wish_is_one_line(sources, tmp_path, arguments, reason):
    result = digest(*sources, *(word.format(tmp_path) for word in arguments))
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())


def test_a_box_of_messages_is_told_as_its_messages(tmp_path):
    message = (
        "From ann@example.org Mon Mar  2 09:14:00 2026\nFrom: Ann <ann@example.org>\nSubject: {}\nDate: {}\n\n{}\n\n"
    )
    entries = [(title, date.replace("GMT", "+0000"), text) for title, _, date, text in (POOL, TRAM)]
    (tmp_path / "box.mbox").write_text("".join(message.format(*entry) for entry in entries))
    matters = json.loads(digest(tmp_path / "box.mbox", "-f", "json").stdout)["matters"]
    assert [source["title"] for matter in matters for source in matter["sources"]] == ["Pool closes", "Tram stops"]
    news = digest(tmp_path / "box.mbox", "--since", "2026-03-03", "-f", "lines").stdout
    assert "tram left the rails" in news
    assert "pool" not in news


def test_a_list_of_feeds_stands_for_them(tmp_path):
    from briefing.cli.digest import subscribed

    (tmp_path / "f.opml").write_text(
        '<opml><body><outline xmlUrl="http://127.0.0.1/a?x=1&amp;y=2"/><outline xmlUrl="/etc/passwd"/></body></opml>'
    )
    assert subscribed([str(tmp_path / "f.opml"), "b.txt"]) == ["http://127.0.0.1/a?x=1&y=2", "b.txt"]


def test_a_memo_tells_them_once(sources):
    result = invoke("memo", "--digest", *sources, "--date", "2026-11-24")
    assert result.exit_code == 0
    assert "pool. [1, 2]" in " ".join(result.stdout.split())
