"""Names of sources in, and what may be shown of them out: never who signs in at a web address, nor the password."""

import re
from urllib.parse import unquote

from briefing.patterns import regex

STDIN_NAME = "standard input"
"""What standard input is called wherever a source is named."""

_ADDRESS = regex(r"(\s*[a-z][a-z0-9+.-]{0,30}://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
"""A scheme, the authority, and the rest."""
_HOST = regex(r"(?:[^:@\[\]]*|\[[^\[\]@]*\])(?::\d{0,5})?")
_USER_OR_HOST = regex(r"(?!localhost:)[^:.\[]*:\d*")
"""'ann:12' may be a host with its port, or the beginning of 'ann:12/3@host'."""


def is_web_address(name: object) -> bool:
    """Return whether a source is an http or https address."""
    return isinstance(name, str) and name.lower().startswith(("http://", "https://"))


def shown(name: str) -> str:
    """Return what people are shown of a source's name: an address without user and password, '-' in words.

    A password may hold what ends an address's server by the rules ('@', '/', a space): where it is not certain what
    the password is, rather too much is left out.
    """
    found = _ADDRESS.match(name) if "://" in name else None
    if found is None:
        return STDIN_NAME if name == "-" else name
    scheme, authority, rest = found.groups()
    whole = authority + rest
    if "@" in authority or not _HOST.fullmatch(authority):
        return scheme + whole[whole.rfind("@") + 1 :]
    if _USER_OR_HOST.fullmatch(authority):
        return scheme + re.sub(r"\A.*(?<!/)@", "", whole, count=1, flags=re.DOTALL)
    return name


def login(address: str) -> tuple[str, tuple[str, str] | None]:
    """Return a web address as it is asked for, and the user and password that stand in it."""
    found = _ADDRESS.match(address)
    if found is None:
        return address, None
    scheme, authority, rest = found.groups()
    if "@" in authority:
        user_info, _, host = authority.rpartition("@")
        asked = scheme + host + rest
    elif "@" in rest and not _HOST.fullmatch(authority):
        user_info, _, asked = (authority + rest).rpartition("@")
        asked = scheme + asked
    else:
        return address, None
    user, _, password = user_info.partition(":")
    return asked, (unquote(user), unquote(password))
