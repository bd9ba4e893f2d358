"""Which servers may be asked: once one in public has answered, none of a private network that it redirects to."""

import socket
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.utils import select_proxy
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


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
        """Send a request; where a proxy connects for us, its look-up can only be guessed by our own.

        Raises:
            PrivateAddressError: it would reach a private network after a public server.
        """
        if select_proxy(str(request.url), options.get("proxies")):
            for address in _addresses(urlsplit(str(request.url)).hostname or ""):
                self._admit(address)
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


def _addresses(host: str) -> set[str]:
    try:
        return {str(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    except OSError:  # Only the proxy knows the name.
        return set()
