"""What was read, before it is understood: its bytes, the text that they spell, and what people may see of its name.

Of a web address nobody is shown who signs in there, nor the password.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.source import encodings

STDIN_NAME = "standard input"
"""What standard input is called wherever a source is named."""

ADDRESS = regex(r"(\s*[a-z][a-z0-9+.-]{0,30}://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
"""A scheme, the authority, and the rest."""
HOST = regex(r"(?:[^:@\[\]]*|\[[^\[\]@]*\])(?::\d{0,5})?")
_USER_OR_HOST = regex(r"(?!localhost:)[^:.\[]*:\d*")
"""'ann:12' may be a host with its port, or the beginning of 'ann:12/3@host'."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|\A\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)

_READ = "text, Markdown, rst, Org, notebooks, HTML, Word, OpenDocument, RTF, EPUB, PDF, mail, feeds and subtitles"


def is_web_address(name: object) -> bool:
    """Return whether a source is an http or https address."""
    return isinstance(name, str) and name.lower().startswith(("http://", "https://"))


def shown(name: str) -> str:
    """Return what people are shown of a source's name: an address without user and password, '-' in words.

    A password may hold what ends an address's server by the rules ('@', '/', a space): where it is not certain what
    the password is, rather too much is left out.
    """
    found = ADDRESS.match(name) if "://" in name else None
    if found is None:
        return STDIN_NAME if name == "-" else name
    scheme, authority, rest = found.groups()
    whole = authority + rest
    if "@" in authority or not HOST.fullmatch(authority):
        return scheme + whole[whole.rfind("@") + 1 :]
    if _USER_OR_HOST.fullmatch(authority):
        return scheme + re.sub(r"\A.*(?<!/)@", "", whole, count=1, flags=re.DOTALL)
    return name


@dataclass(frozen=True)
class Source:
    """What was read, before it is understood."""

    name: str
    """What people call it: the path or address as given, without user and password, or 'standard input'."""
    data: bytes
    """Its bytes."""
    media_type: str | None = None
    """What a server says that it is: 'text/html'; None for files."""
    charset: str | None = None
    """The encoding that a server says that it is in; None for files."""
    asked_encoding: str | None = None
    """Python's name for the encoding that the user says that it is in, whatever else says; None to find it out."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", shown(self.name))

    @cached_property
    def encoding(self) -> str:
        """The encoding of its text: as the user, a byte order mark, the server or the page says, or the likeliest."""
        if self.asked_encoding:
            return self.asked_encoding
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self.data.startswith(mark):
                return encoding
        if self.declared_encoding:
            return self.declared_encoding
        if b"\0" in self.data:
            raise SourceError(f"{self.name}: binary data, not text; what can be read is {_READ}")
        if self._guess.encoding is None:
            raise SourceError(f"{self.name}: not text in any known encoding; name it with --encoding")
        return self._guess.encoding

    @cached_property
    def declared_encoding(self) -> str | None:
        """The encoding that the server or the page itself says that its text is in, if it can be.

        A page that was saved may say what it was in before: what reads as UTF-8 and has more than ASCII is UTF-8.
        """
        if not self.charset and not self.data.isascii() and self._is_in("utf-8"):
            return "utf-8"
        found = _DECLARED.search(self.data[:4096])
        told = (found[1] or found[2]).decode("ascii").lower() if found else ""
        # Where a page can be read so far, it is in no encoding of two or four bytes a character (HTML, 13.2.3.2).
        labels = (self.charset, "" if told.startswith(("utf-16", "utf-32")) else told)
        known = (encodings.find(label) for label in labels if label)
        return next((encoding for encoding in known if encoding and self._is_in(encoding)), None)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is doubtful about its text, for the user: an encoding that only its bytes tell; lost signs."""
        name = re.sub("^cp(125.|874)$", r"windows-\1", self.encoding)
        if "_guess" in self.__dict__ and not self._guess.is_sure:
            return (f"encoding unclear, read as {name}; name it with --encoding",)
        if self.asked_encoding or self.encoding == "utf-8":
            lost = self.text.count("\ufffd") if not self._is_in(self.encoding) else 0
            signs = "1 sign is" if lost == 1 else f"{lost} signs are"
            return (f"not all of it is {name}: {signs} lost",) if lost else ()
        return () if self.encoding == self.declared_encoding else (f"not UTF-8, read as {name}",)

    @cached_property
    def text(self) -> str:
        """Its text without a byte order mark, line ends as they are; a SourceError where there is none."""
        text = self.data.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        if not text.strip():
            raise SourceError(f"{self.name}: no text in it; nothing to brief")
        return text

    def _is_in(self, encoding: str) -> bool:
        try:
            return "\0" not in self.data.decode(encoding)
        except UnicodeDecodeError:
            return False

    @cached_property
    def _guess(self) -> encodings.EncodingGuess:
        return encodings.EncodingGuess("utf-8", is_sure=True) if self._is_in("utf-8") else encodings.guess(self.data)
