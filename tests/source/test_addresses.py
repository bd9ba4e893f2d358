"""A source's name tells where it came from, and never who signed in there."""

import pytest

from briefing.source import Source, shown
from briefing.source.web import login

SHOWN = {
    "-": "standard input",
    "a.txt": "a.txt",
    "ann:sekret@host": "ann:sekret@host",  # a file may be called that
    "http://example.org/a": "http://example.org/a",
    "http://ann:sekret@example.org/a": "http://example.org/a",
    "http://ann@example.org/a": "http://example.org/a",
    "HTTPS://ann:sek@ret@example.org:8080/a?b#c": "HTTPS://example.org:8080/a?b#c",
    "http://ann:sek/ret@example.org/a": "http://example.org/a",
    "http://ann:/sekret@example.org/a": "http://example.org/a",
    "http://ann:sek ret@example.org/a": "http://example.org/a",
    "http://ann smith:sek@ret/x y@example.org": "http://example.org",
    "http://ann:sek?ret@example.org/a": "http://example.org/a",
    "http://ann:sek#r@t@example.org/a": "http://example.org/a",
    "http://ann:12/34@example.org/a": "http://example.org/a",
    "http://ann:sekret@[::1]:80/a": "http://[::1]:80/a",
    "ftp://ann:sekret@example.org/a": "ftp://example.org/a",
    " http://ann:sekret@example.org/a": " http://example.org/a",
    "http://ann:sekret@": "http://",
    # An '@' elsewhere is no sign of a password.
    "https://example.org/@ann/post": "https://example.org/@ann/post",
    "https://example.org:8080/a@b": "https://example.org:8080/a@b",
    "http://localhost:8080/a@b": "http://localhost:8080/a@b",
    "http://intranet:8080/@ann/post": "http://intranet:8080/@ann/post",
    "http://[::1]:80/a@b": "http://[::1]:80/a@b",
    "https://example.org/?to=a@b.org": "https://example.org/?to=a@b.org",
}


@pytest.mark.parametrize("name", SHOWN)
def test_shown(name):
    assert shown(name) == SHOWN[name]
    assert shown(shown(name)) == SHOWN[name]
    assert Source(name, b"").name == SHOWN[name]


@pytest.mark.parametrize(
    ("address", "asked", "signed_in"),
    [
        ("http://example.org/@ann", "http://example.org/@ann", None),
        ("http://ann:sekret@example.org/a", "http://example.org/a", ("ann", "sekret")),
        ("http://ann@example.org/a", "http://example.org/a", ("ann", "")),
        ("http://a%40b:s%2Fk@example.org/a", "http://example.org/a", ("a@b", "s/k")),
        ("http://ann:sek@ret@example.org/@x", "http://example.org/@x", ("ann", "sek@ret")),
        ("http://ann:sek/ret@example.org/a", "http://example.org/a", ("ann", "sek/ret")),
        ("http://ann:12/34@example.org/a", "http://ann:12/34@example.org/a", None),  # by the rules ann is the host
        ("a.txt", "a.txt", None),
    ],
)
def test_login(address, asked, signed_in):
    assert login(address) == (asked, signed_in)
