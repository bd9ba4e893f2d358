"""Web addresses, asked of a server on this machine: what comes, and each way in which it does not."""

import base64
import contextlib
import gzip
import re
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote_plus, unquote_plus, urlsplit

import pytest

import briefing
from briefing.source import web

PAGE = (
    b"<html><head><title>Rain</title></head><body><article><h1>Rain</h1>"
    b"<p>It rained in the old town all day long.</p>"
    b"<h2>Floods</h2><p>The river rose by a metre, and the market was closed until the next morning.</p>"
    b"</article></body>"
)
TEXT = b"It rained all day.\n\nThe river rose by a metre."


def chunked(handler, pieces):
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for piece in pieces:
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.flush()
    handler.wfile.write(b"0\r\n\r\n")


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(
                self, urlsplit(self.path).path.strip("/").replace("-", "_").split("/")[0].split(".")[0] or "page"
            )()
        self.close_connection = True

    def answer(self, body, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self):
        self.answer(PAGE)

    def text(self):
        self.answer(TEXT, "text/plain")

    def latin(self):
        self.answer("Grüße aus Köln.".encode("latin-1"), "text/plain; charset=ISO-8859-1")

    def mislabelled(self):
        self.answer(PAGE, "text/plain")

    def unlabelled(self):
        self.answer(PAGE, "application/octet-stream")

    def picture(self):
        self.answer(b"\x89PNG", "image/png")

    def binary(self):
        self.answer(b"\x7fELF\0\0\0", "application/octet-stream")

    def missing(self):
        self.answer(b"not here", status=404)

    def broken(self):
        self.answer(b"", status=500)

    def redirect(self):
        self.answer(b"", status=302, Location="/page")

    def loop(self):
        self.answer(b"", status=301, Location="/loop")

    def to_file(self):
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def gzipped(self):
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def deflated(self):
        self.answer(zlib.compress(PAGE), Content_Encoding="deflate")

    def badly_gzipped(self):
        self.answer(b"\x1f\x8b" + PAGE, Content_Encoding="gzip")

    def bomb(self):
        self.answer(gzip.compress(gzip.compress(bytes(8_000_000))), Content_Encoding="gzip, gzip")

    def chunks(self):
        self.send_response(200)
        chunked(self, [PAGE[:100], PAGE[100:]])

    def endless(self):
        self.send_response(200)
        chunked(self, iter(lambda: bytes(65_536), None))

    def silent(self):
        time.sleep(3)

    def drip(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.05)

    def drip_headers(self):
        for _ in range(200):
            self.wfile.write(b"H")
            self.wfile.flush()
            time.sleep(0.05)

    def cut_off(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"The first few words")

    def odd_charset(self):
        self.answer(TEXT, unquote_plus(urlsplit(self.path).query))

    def elsewhere(self):
        self.answer(b"", status=302, Location=f"http://127.0.0.2:{self.server.server_port}/page")

    def to_whoami(self):
        self.answer(b"", status=302, Location="/whoami")

    def to_first(self):
        self.answer(b"", status=302, Location=f"http://127.0.0.1:{self.server.server_port}/whoami")

    def whoami(self):
        self.answer(self.headers.get("Authorization", "nobody").encode(), "text/plain")


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(web, "READ_SECONDS", 1.0)
    monkeypatch.setattr(web, "TOTAL_SECONDS", 2.0)
    monkeypatch.setattr(web, "MAX_BYTES", 2_000_000)


@pytest.mark.parametrize(
    "path", ["page", "redirect", "gzipped", "deflated", "chunks", "mislabelled", "unlabelled", "page.txt"]
)
def test_a_page_is_read(site, path):
    document = briefing.parse(briefing.read(f"{site}/{path}"))
    assert document.name == f"{site}/{path}"
    assert document.title == "Rain"
    assert [heading.text for heading in document.headings] == ["Floods"]


def test_text_is_read_as_text(site):
    assert next(s.text for s in briefing.parse(briefing.read(f"{site}/text")).sentences) == "It rained all day."


def test_the_servers_charset_decides(site):
    assert briefing.read(f"{site}/latin").text == "Grüße aus Köln."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "the server answers 404 Not Found; check the address"),
        ("broken", "the server answers 500 Internal Server Error"),
        ("picture", "image/png, not text"),
        ("loop", "more than 5 redirects"),
        ("to-file", "redirects to file:///etc/passwd, which is no web address; nothing was read"),
        ("badly-gzipped", "its compression is broken"),
        ("bomb", "larger than 2 MB"),
        ("endless", "larger than 2 MB"),
        ("silent", "the server says nothing for 1 s"),
        ("drip", "takes longer than 2 s"),
        ("drip-headers", "takes longer than 2 s"),
        ("cut-off", "the connection broke off"),
    ],
)
def test_what_goes_wrong_is_one_line(site, path, reason):
    began = time.monotonic()
    with pytest.raises(briefing.SourceError) as caught:
        briefing.read(f"{site}/{path}")
    assert str(caught.value).startswith(f"{site}/{path}: {reason}")
    assert "\n" not in str(caught.value)
    assert time.monotonic() - began < 5


def test_what_is_no_text_is_found_when_it_is_parsed(site):
    with pytest.raises(briefing.SourceError, match="binary data"):
        briefing.parse(briefing.read(f"{site}/binary"))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://", "not a web address"),
        ("http://[::1", "not a web address"),
        ("HTTP://nosuch.invalid/", "no such server"),
    ],
)
def test_addresses_that_lead_nowhere(address, reason):
    with pytest.raises(briefing.SourceError, match=reason):
        briefing.read(address)


def test_nobody_listens():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(briefing.SourceError, match="the server refuses the connection"):
        briefing.read(f"http://127.0.0.1:{port}/")


def test_no_tls(site):
    with pytest.raises(briefing.SourceError, match="no secure connection"):
        briefing.read(site.replace("http:", "https:"))


@pytest.mark.parametrize(
    ("declared", "charset"),
    [
        ("text/plain; charset*=us-ascii'en'utf-8", "utf-8"),
        ("text/plain; charset*=''", None),
        ("text/plain; charset*0=utf; charset*1=-8", None),
        ("text/plain; charset*=utf-8''%E4%00", "utf-8"),
        ("text/plain; charset*=x'y'z'", "z"),
        ('TEXT/PLAIN;charset="UTF-8"', "utf-8"),
        (";;", None),
        ("plain", None),
    ],
)
def test_an_odd_content_type_is_borne(site, declared, charset):
    source = briefing.read(f"{site}/odd-charset?{quote_plus(declared)}")
    assert (source.data, source.charset) == (TEXT, charset)


PASSWORDS = ["secret", "sec@ret", "sec/ret", "sec ret", "sec@r/e t"]


@pytest.mark.parametrize("password", PASSWORDS[:4])
def test_a_password_is_used_and_not_told(site, password):
    source = briefing.read(f"{site.replace('//', f'//ann:{password}@')}/whoami")
    assert source.data == b"Basic " + base64.b64encode(f"ann:{password}".encode())
    assert source.name == f"{site}/whoami"


@pytest.mark.parametrize(
    ("path", "password"),
    [
        *(("missing", password) for password in PASSWORDS),
        *((path, "sec@ret") for path in ("drip", "loop", "cut-off")),
    ],
)
def test_a_password_is_not_told_when_it_goes_wrong(site, path, password):
    with pytest.raises(briefing.SourceError) as caught:
        briefing.read(f"{site.replace('//', f'//ann:{password}@')}/{path}")
    assert not re.search("ann|sec|ret|r/e", str(caught.value).replace("redirects", ""))


def test_a_password_goes_along_to_the_same_server_only(site):
    port = site.rpartition(":")[2]
    assert briefing.read(f"http://ann:secret@127.0.0.1:{port}/to-whoami").text.startswith("Basic ")
    assert briefing.read(f"http://ann:secret@127.0.0.2:{port}/to-first").text == "nobody"


def test_netrc_is_not_asked(site, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("default login ann password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    assert briefing.read(f"{site}/whoami").text == "nobody"


@pytest.mark.parametrize("by_proxy", [False, True])
def test_a_public_server_leads_to_no_private_one(site, by_proxy, monkeypatch):
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    if by_proxy:
        monkeypatch.setenv("http_proxy", site)
    with pytest.raises(briefing.SourceError, match="elsewhere: redirects to a private address; nothing was read"):
        briefing.read(f"{site}/elsewhere")


def test_a_private_server_may_lead_to_another(site):
    assert briefing.parse(briefing.read(f"{site}/elsewhere")).title == "Rain"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
    ],
)
def test_which_addresses_are_public(address, public):
    assert web.is_public(address) is public
