"""Articles from the web, with every wait and every size bounded.

The network is touched only for an address that the user gave, and for those that it redirects to.
"""

import re
import threading
import time
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.errors import SourceError
from briefing.source.content import Source

if TYPE_CHECKING:
    import requests

MAX_BYTES = 20_000_000
"""A larger page is refused; counted after decompression."""
MAX_REDIRECTS = 5
"""More are taken for a loop."""
CONNECT_SECONDS = 5.0
"""How long a connection may take."""
READ_SECONDS = 10.0
"""How long a server may say nothing."""
TOTAL_SECONDS = 30.0
"""How long all of it may take, names looked up and redirects followed."""

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; briefing)",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_WITHOUT_TEXT = ("image/", "audio/", "video/", "font/")
_PASSWORD = re.compile(r"(?<=://)[^/@\s]*@")
_CHUNK = 65_536


def fetch(url: str) -> Source:
    """Give what is at an http or https address, after at most `MAX_REDIRECTS` redirects.

    Raises:
        SourceError: it cannot be had, takes too long, is too large, or is of a kind that holds no text.
    """
    name = _PASSWORD.sub("", url)
    outcome: list[Source | SourceError] = []
    # Neither the look-up of a name nor a server that drips its headers heeds a time-out: a thread can be left behind.
    worker = threading.Thread(target=lambda: outcome.append(_attempt(url, name)), daemon=True)
    worker.start()
    worker.join(TOTAL_SECONDS)
    if not outcome:
        raise _slow(name)
    if isinstance(outcome[0], SourceError):
        raise outcome[0]
    return outcome[0]


def _attempt(url: str, name: str) -> Source | SourceError:
    import requests
    from urllib3.exceptions import HTTPError

    try:
        with requests.Session() as session:
            return _follow(session, url, name, time.monotonic() + TOTAL_SECONDS)
    except SourceError as error:
        return error
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        return SourceError(f"{name}: {_reason(error)}")


def _follow(session: "requests.Session", url: str, name: str, deadline: float) -> Source:
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(url).scheme not in ("http", "https"):
            raise SourceError(f"{name}: redirects to {url[:80]}, which is no web address; nothing was read")
        with session.get(
            url, stream=True, allow_redirects=False, timeout=(CONNECT_SECONDS, READ_SECONDS), headers=_HEADERS
        ) as response:
            if not response.is_redirect:
                return _source(name, response, deadline)
        # Some servers hang up after a redirect without a word; the next request takes a connection of its own.
        session.get_adapter(url).close()
        url = urljoin(url, response.headers["Location"])
    raise SourceError(f"{name}: more than {MAX_REDIRECTS} redirects; open it in a browser and save the page")


def _source(name: str, response: "requests.Response", deadline: float) -> Source:
    if response.status_code != 200:
        answer = " ".join(f"{response.status_code} {response.reason or ''}".split())
        raise SourceError(f"{name}: the server answers {answer}; check the address")
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type", "application/octet-stream")
    if header.get_content_type().startswith(_WITHOUT_TEXT):
        raise SourceError(f"{name}: {header.get_content_type()}, not text; give the address of an article")
    data = bytearray()
    # read1 gives what is there: read would wait for a whole chunk from a server that drips.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > MAX_BYTES:
            raise SourceError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB; save it, and brief the parts")
        if time.monotonic() > deadline:
            raise _slow(name)
    return Source(name, bytes(data), header.get_content_type(), header.get_content_charset())


def _slow(name: str) -> SourceError:
    return SourceError(f"{name}: takes longer than {TOTAL_SECONDS:g} s; try again, or save the page")


def _reason(error: Exception) -> str:
    import requests
    from urllib3 import exceptions

    chain: list[BaseException] = [error]
    while cause := chain[-1].__cause__ or chain[-1].__context__:
        chain.append(cause)
    words = " ".join(str(error) for error in chain)
    match error:
        case requests.exceptions.SSLError():
            return "no secure connection: its certificate or TLS is not to be trusted; check the address"
        case requests.exceptions.ProxyError():
            return "the proxy does not answer; check HTTPS_PROXY and HTTP_PROXY"
        case requests.Timeout() | exceptions.TimeoutError() | TimeoutError():
            return f"the server says nothing for {READ_SECONDS:g} s; try again later"
        case requests.exceptions.InvalidURL() | ValueError():
            return "not a web address; check it"
        case exceptions.DecodeError() | requests.exceptions.ContentDecodingError():
            return "its compression is broken; save the page in a browser"
        case _ if "NameResolution" in words or "getaddrinfo" in words:
            return "no such server; check the address and the network"
        case _ if "refused" in words:
            return "the server refuses the connection; check the address"
        case _:
            return "the connection broke off; try again"
