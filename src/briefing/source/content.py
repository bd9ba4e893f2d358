"""What was read, before it is understood: its bytes, and the text that they spell."""

import codecs
import re
from dataclasses import dataclass
from functools import cached_property

from briefing.errors import SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose little-endian mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|\A\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Python's tricks among the codecs, which no text is in.
_NO_ENCODINGS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}


@dataclass(frozen=True)
class Source:
    """What was read, before it is understood."""

    name: str
    """What people call it: the path or address as given, or 'standard input'."""
    data: bytes
    """Its bytes."""
    media_type: str | None = None
    """What a server says that it is: 'text/html'; None for files."""
    charset: str | None = None
    """The encoding that a server says that it is in; None for files."""

    @cached_property
    def encoding(self) -> str:
        """The encoding of its text: what a byte order mark, the server or the page says, 'utf-8', or the likeliest.

        Raises:
            SourceError: the bytes are not text.
        """
        for mark, encoding in _BYTE_ORDER_MARKS:
            if self.data.startswith(mark):
                return encoding
        if self.declared_encoding:
            return self.declared_encoding
        if b"\0" in self.data:
            raise SourceError(f"{self.name}: binary data, not text; give the article as plain text or Markdown")
        return "utf-8" if self._is_in("utf-8") else self._guess()

    @cached_property
    def declared_encoding(self) -> str | None:
        """The encoding that the server or the page itself says that its text is in, if it can be."""
        found = _DECLARED.search(self.data[:4096])
        told = (found[1] or found[2]).decode("ascii").lower() if found else ""
        # Where a page can be read so far, it is in no encoding of two or four bytes a character (HTML, 13.2.3.2).
        labels = (self.charset, "" if told.startswith(("utf-16", "utf-32")) else told)
        known = (_known(label) for label in labels if label)
        return next((encoding for encoding in known if encoding and self._is_in(encoding)), None)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is doubtful about its text: an encoding that only its bytes tell."""
        told = self.encoding in ("utf-8", self.declared_encoding)
        return () if told else (f"not UTF-8, read as {self.encoding}",)

    @cached_property
    def text(self) -> str:
        """Its text without a byte order mark; line ends as they are.

        Raises:
            SourceError: the bytes are not text, or there is nothing but white space.
        """
        text = self.data.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        if not text.strip():
            raise SourceError(f"{self.name}: no text in it; nothing to brief")
        return text

    def _is_in(self, encoding: str) -> bool:
        try:
            return "\0" not in self.data.decode(encoding)
        except UnicodeDecodeError:
            return False

    def _guess(self) -> str:
        from charset_normalizer import from_bytes

        # A sample decides: the guess costs a millisecond a kilobyte.
        best = from_bytes(self.data[:65_536]).best()
        if best is None:
            raise SourceError(f"{self.name}: not text in any known encoding; convert it to UTF-8 first")
        return best.encoding


def _known(label: str) -> str | None:
    """Give Python's name for an encoding; Latin-1 means Windows' superset, as browsers have it (WHATWG Encoding)."""
    try:
        codec = codecs.lookup(label)
        "".encode(label)
    except (LookupError, ValueError, UnicodeError):
        return None
    if codec.name in ("iso8859-1", "ascii"):
        return "cp1252"
    return None if codec.name in _NO_ENCODINGS else codec.name
