"""Which format a source is in: by its bytes, by what a server says, by its name and the look of its text."""

import re
import zlib
from dataclasses import replace
from pathlib import PurePath

from briefing.errors import SourceError
from briefing.patterns import regex
from briefing.readers import limits, refusals
from briefing.source import Source

BINARY = ("docx", "odt", "epub", "rtf", "pdf", "mail", "feed")
"""The formats that are no text, or say of their parts themselves which encoding they are in."""

_KINDS = refusals.table("formats.txt")
SUFFIXES = tuple(word for word in _KINDS if word.startswith("."))
"""How the names of files end that are read where a whole directory is."""
_HTML_SIGN = regex(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE,
)
_HTML_TAG = regex(r"</(?:p|div|h[1-6]|li|span|td|article|section)>", re.IGNORECASE)
_HTML_FRAGMENT = regex(r"\s*<(?:p|div|h[1-6]|article|section|main)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_NOTEBOOK_SIGN = regex(r'\s*\{(?=.{0,200000}"cells"\s*:)(?=.{0,200000}"cell_type"\s*:)', re.DOTALL)
_MARKDOWN_HEADING = regex(r"^#{1,6} \S", re.MULTILINE)
_MARKDOWN_SIGN = regex(r"^(?:#{1,6} \S|```|~~~|[-*+] \S|> |!?\[[^\]\n]+\]\()", re.MULTILINE)
_RST_SIGN = regex(
    r"^(?:\.\. [\w-]{1,40}::(?:\s|\Z)|\.\. _[^:\n]{1,80}:|:[\w-]{1,30}: )|:\w{1,20}:`[^`\n]+`|``[^`\n]+``",
    re.MULTILINE,
)
_UNDERLINED = regex(r"^\S[^\n]{2,80}\n(=|-|~|\^|\"){3,}[ \t]*\r?$", re.MULTILINE)
_ORG_SIGN = regex(r"^(?:#\+(?:title|author|date|options|begin_\w+):?|:PROPERTIES:\s*$)", re.MULTILINE | re.IGNORECASE)
_ORG_HEADLINE = regex(r"^\*{1,8} \S", re.MULTILINE)
_WIKI_HEADING = regex(r"^={2,5}[^=\n]{1,100}={2,5}[ \t]*\r?$", re.MULTILINE)
_WIKI_SIGN = regex(r"\[\[[^\[\]\n]{1,300}\]\]|'{3}|\{\{|<ref\b")
_WORD = regex(rb"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.[\w.]{1,60}\.main\+xml")
_FEED = regex(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<[!?][^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*)?>\s*){0,20}<(?:rss|feed|rdf:RDF)[\s>]"
)
_MAIL_HEADER = regex(rb"[A-Za-z][A-Za-z0-9-]{0,70}:[ \t]?")
_MAIL_HEADERS = regex(
    rb"^(?:(From|Date|Subject|To)|(Message-ID|MIME-Version|Received|Return-Path|Content-Type|Delivered-To)):[ \t]",
    re.MULTILINE | re.IGNORECASE,
)
_MBOX = regex(rb"From \S+[ \t]+\S[^\n]{5,100}\d{4}[^\n]{0,20}\r?\n[A-Za-z][A-Za-z0-9-]{0,70}: ?")
_CUE = regex(r"^(?:\d\d?:)?\d\d:\d\d[.,]\d{3}(?: --> |,)(?:\d\d?:)?\d\d:\d\d[.,]\d{3}", re.MULTILINE)
_TIMED = r"\s{0,9}(?:\d\d?:)?\d?\d:\d\d[ \t]*\r?\n"
_TIMED_LINES = regex(
    rf"(?=\s{{0,9}}(?:0?0:)?0?0:\d\d[ \t\r\n])(?:{_TIMED}[^\d\s][^\n]*\r?\n){_TIMED}"
    rf"|(?:{_TIMED}[^\d\s][^\n]*\r?\n){{1,4}}?{_TIMED}[a-zß-öø-ÿа-я]"
)
"""The text beside a film, from its start or where what is said runs on: lines that are but a time, and words."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAMPLE = 20_000
_GZIP = b"\x1f\x8b\x08"


def detect(source: Source) -> str:
    """Return the name of the format that a source is in.

    Raises:
        SourceError: it is in a format that is known not to be readable, or not text at all.
    """
    source = unpacked(source)
    head = source.data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"PK\x03\x04"):
        return _archived(source)
    if head.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in source.data:
            raise SourceError(f"{source.name}: an encrypted document; open it with its password, and save it without")
        raise SourceError(f"{source.name}: an old Word document; save it as .docx")
    if _FEED.match(source.data[:20_000].removeprefix(b"\xef\xbb\xbf")):
        return "feed"
    if _is_mail(source):
        return "mail"
    return _KINDS.get(source.media_type or "") or _textual(source)


def _is_mail(source: Source) -> bool:
    """Return whether a source is a message as it was sent, or several: by its headers, of which some no one types."""
    head = source.data[:20_000].lstrip()
    if _MBOX.match(head):
        return True
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    found = {(match[1] or match[2]).lower() for match in _MAIL_HEADERS.finditer(top)}
    technical = any(match[2] for match in _MAIL_HEADERS.finditer(top))
    named = PurePath(source.name).suffix.lower() in (".eml", ".mbox", ".mbx")
    return _MAIL_HEADER.match(top) is not None and len(found) >= 2 and (technical or named)


def _archived(source: Source) -> str:
    from briefing.readers.archive import Archive

    try:
        archive = Archive(source.data, name=source.name)
        names = archive.names()
        media_type = archive.find("mimetype")[:100].strip()
        kinds = archive.find("[Content_Types].xml")
    except limits.LimitError as error:
        raise SourceError(f"{source.name}: {error}") from None
    except limits.BrokenError as error:
        raise SourceError(f"{source.name}: a broken archive or document; save it again") from error
    if "word/document.xml" in names or _WORD.search(kinds):
        return "docx"
    if media_type.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if media_type == b"application/epub+zip" or "META-INF/container.xml" in names:
        return "epub"
    if "ppt/presentation.xml" in names:
        raise SourceError(f"{source.name}: slides; print them to a PDF first")
    raise SourceError(f"{source.name}: an archive or a document of a kind that holds no article")


def _textual(source: Source) -> str:
    """Return the format of a text; a name is believed where the text does not contradict it."""
    sample = source.text[:_SAMPLE].removeprefix("\ufeff")
    named = _KINDS.get(PurePath(source.name).suffix.lower())
    if _HTML_SIGN.match(sample) or (named == "html" and _HTML_TAG.search(sample)):
        return "html"
    if _NOTEBOOK_SIGN.match(source.text[:200_000]):
        return "ipynb"
    if _CUE.search(sample) and (named == "subtitles" or len(_CUE.findall(sample)) > 1):
        return "subtitles"
    if sample.lstrip()[:1].isdigit() and _TIMED_LINES.match(sample):
        return "subtitles"
    if why := refusals.by_name(source.name, source.text):
        raise SourceError(f"{source.name}: {why}")
    return named if named in ("markdown", "rst", "org", "mediawiki") else _by_looks(source, sample)


def _by_looks(source: Source, sample: str) -> str:
    if _ORG_SIGN.search(sample) and _ORG_HEADLINE.search(sample):
        return "org"
    if len(_RST_SIGN.findall(sample)) >= 2 and _UNDERLINED.search(sample):
        return "rst"
    if why := refusals.by_looks(source.text):
        raise SourceError(f"{source.name}: {why}")
    # Marks must be frequent: a stray '#' or '-' is no Markdown.
    if len(_MARKDOWN_HEADING.findall(sample)) >= 2 and len(_MARKDOWN_SIGN.findall(sample)) >= 3:
        return "markdown"
    if "]]" in sample and len(_WIKI_SIGN.findall(sample)) >= 3 and _WIKI_HEADING.search(sample):
        return "mediawiki"
    tags = len(_HTML_TAG.findall(sample))
    if (tags >= 5 and sample.lstrip().startswith("<")) or (tags and _HTML_FRAGMENT.match(sample)):
        return "html"
    return "text"


def unpacked(source: Source) -> Source:
    """Return what a source packed with gzip holds, called as it without '.gz'; any other source as it is."""
    if not source.data.startswith(_GZIP):
        return source
    most = max(limits.SMALL_TEXT, limits.MAX_TEXT_RATIO * len(source.data))
    packed = zlib.decompressobj(wbits=31)
    try:
        data = packed.decompress(source.data, most)
    except zlib.error as error:
        raise SourceError(f"{source.name}: a broken gzip file; get it again") from error
    if packed.unconsumed_tail:
        ratio = limits.MAX_TEXT_RATIO
        raise SourceError(f"{source.name}: unpacks to more than {ratio} times its size; unpack it first")
    if not packed.eof:
        raise SourceError(f"{source.name}: a gzip file that breaks off; get it again")
    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    return replace(source, name=name, data=data, media_type=None)
