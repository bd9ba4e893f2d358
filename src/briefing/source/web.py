"""Articles from the web, with every wait and every size bounded.

The network is touched only for an address that the user gave, and for those that it redirects to; once a server in
public has answered, for none of a private network.
"""

import re
import socket
import threading
import time
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import requests
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from requests.utils import select_proxy
from urllib3 import exceptions
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.source.content import ADDRESS, HOST, Source, shown

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
_MEDIA_TYPE = regex(r"\s*([\w.+-]{1,60}/[\w.+-]{1,80})")
# RFC 2231 has it as "charset*=us-ascii'en'utf-8".
_CHARSET = regex(r";\s*charset\*?\s*=[\s\"']*(?:[\w-]{0,20}'[\w-]{0,20}')?([\w.:-]{1,40})", re.IGNORECASE)
_CHUNK = 65_536


def fetch(url: str) -> Source:
    """Return what is at an http or https address, after at most `MAX_REDIRECTS` redirects."""
    outcome: list[Source | Exception] = []
    # Neither the look-up of a name nor a server that drips its headers heeds a time-out: a thread can be left behind.
    worker = threading.Thread(target=lambda: outcome.append(_attempt(url)), daemon=True)
    worker.start()
    worker.join(TOTAL_SECONDS)
    if not outcome:
        raise _slow(shown(url))
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _attempt(url: str) -> Source | Exception:
    """Return the source, or what is to be raised where the thread is waited for."""
    try:
        with requests.Session() as session:
            session.mount("http://", peers := PeerCheck())
            session.mount("https://", peers)
            return _follow(session, url, time.monotonic() + TOTAL_SECONDS)
    except PrivateAddressError:
        return SourceError(f"{shown(url)}: redirects to a private address; nothing was read")
    except (requests.RequestException, exceptions.HTTPError, OSError, ValueError) as error:
        return SourceError(f"{shown(url)}: {_reason(error)}")
    except Exception as error:
        return error


def _follow(session: requests.Session, address: str, deadline: float) -> Source:
    name = shown(address)
    url, signed_in = login(address)
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(url).scheme not in ("http", "https"):
            raise SourceError(f"{name}: redirects to {shown(url)[:80]}, which is no web address; nothing was read")
        with session.get(
            url,
            stream=True,
            allow_redirects=False,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
            headers=_HEADERS,
            # Without any, requests would look for one in .netrc.
            auth=HTTPBasicAuth(*(word.encode() for word in signed_in)) if signed_in else lambda request: request,
        ) as response:
            if not response.is_redirect:
                return _source(name, response, deadline)
        # Some servers hang up after a redirect without a word; the next request takes a connection of its own.
        session.get_adapter(url).close()
        target, other = login(urljoin(url, response.headers["Location"]))
        signed_in = other or (signed_in if urlsplit(target)[:2] == urlsplit(url)[:2] else None)
        url = target
    raise SourceError(f"{name}: more than {MAX_REDIRECTS} redirects; open it in a browser and save the page")


def login(address: str) -> tuple[str, tuple[str, str] | None]:
    """Return a web address as it is asked for, and the user and password that stand in it."""
    found = ADDRESS.match(address)
    if found is None:
        return address, None
    scheme, authority, rest = found.groups()
    if "@" in authority:
        user_info, _, host = authority.rpartition("@")
        asked = scheme + host + rest
    elif "@" in rest and not HOST.fullmatch(authority):
        user_info, _, asked = (authority + rest).rpartition("@")
        asked = scheme + asked
    else:
        return address, None
    user, _, password = user_info.partition(":")
    return asked, (unquote(user), unquote(password))


def _source(name: str, response: requests.Response, deadline: float) -> Source:
    if response.status_code != 200:
        answer = " ".join(f"{response.status_code} {response.reason or ''}".split())
        raise SourceError(f"{name}: the server answers {answer}; check the address")
    declared = response.headers.get("Content-Type", "")
    kind = found[1].lower() if (found := _MEDIA_TYPE.match(declared)) else "application/octet-stream"
    if kind.startswith(_WITHOUT_TEXT):
        raise SourceError(f"{name}: {kind}, not text; give the address of an article")
    data = bytearray()
    # read1 gives what is there: read would wait for a whole chunk from a server that drips.
    while chunk := response.raw.read1(_CHUNK, decode_content=True):
        data += chunk
        if len(data) > MAX_BYTES:
            raise SourceError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB; save it, and brief the parts")
        if time.monotonic() > deadline:
            raise _slow(name)
    charset = _CHARSET.search(declared)
    return Source(name, bytes(data), kind, charset[1].lower() if charset else None)


def _slow(name: str) -> SourceError:
    return SourceError(f"{name}: takes longer than {TOTAL_SECONDS:g} s; try again, or save the page")


def _reason(error: Exception) -> str:
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


class PrivateAddressError(Exception):
    """A public address leads to one of this machine, of its link or of its private network."""


class PeerCheck(HTTPAdapter):
    """Sends requests, and looks at whom it is connected to: what a name means may change between two look-ups."""

    def __init__(self) -> None:
        self._was_public = False
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """Make the pools whose connections tell whom they reach before anything is asked."""
        super().init_poolmanager(*arguments, **options)
        pools = {"http": HTTPConnectionPool, "https": HTTPSConnectionPool}
        self.poolmanager.pool_classes_by_scheme = {scheme: self._telling(pool) for scheme, pool in pools.items()}

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        """Send a request; where a proxy connects for us, its look-up can only be guessed by our own."""
        if select_proxy(str(request.url), options.get("proxies")):
            with suppress(OSError):  # Only the proxy may know the name.
                for entry in socket.getaddrinfo(urlsplit(str(request.url)).hostname or "", None):
                    self._admit(str(entry[4][0]))
        return super().send(request, *arguments, **options)

    def _telling(self, pool: type[HTTPConnectionPool]) -> type[HTTPConnectionPool]:
        admit = self._admit

        class Connection(pool.ConnectionCls):  # type: ignore[name-defined,misc]
            def connect(self) -> None:
                super().connect()
                admit(self.sock.getpeername()[0])

        return type(pool.__name__, (pool,), {"ConnectionCls": Connection})

    def _admit(self, address: str) -> None:
        if is_public(address):
            self._was_public = True
        elif self._was_public:
            raise PrivateAddressError


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public network."""
    found = ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    return found.is_global and not found.is_multicast
