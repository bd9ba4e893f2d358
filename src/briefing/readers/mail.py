"""Messages as they were sent (.eml), and boxes of them (mbox), to their subjects, texts and headers."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import cache

from briefing.blocks import TITLE, Reading, collapse
from briefing.languages import alternatives_of_all
from briefing.patterns import regex
from briefing.readers import html_blocks, html_tree, plaintext
from briefing.readers.limits import LimitError, check_count
from briefing.readers.readings import Piece, flow

_FROM_LINE = regex(rb"(?:\A|\r?\n\r?\n)(?=From \S+[ \t]+[^\r\n]*\d{4})")
_BOUNDARY = regex(rb"boundary\s*=\s*\"?([^\s\";]*)", re.IGNORECASE)
_MOST_MESSAGES, _MOST_PARTS, _DEEPEST = 10_000, 5_000, 200
"""Messages in a box, parts in a message, and parts that have parts."""
_LONGEST_HEADER = 2_000
_HEADERS = ("From", "To", "Cc", "Date")
_STUB = 3  # How many times as long as its plain text the page of a message is where the text only points to it
_SIGNATURE = regex(
    r"^(?:-- ?|[-_=*~]{20,}(?=\n(?:[^\n]*\n){0,9}[^\n]*(?:https?:|www\.|@))(?=\n(?:[^\n]*\n){0,15}[^\n]*\Z))$", re.M
)
"""What parts a message from its signature: two dashes, or a rule over a few last lines with an address."""


def read(data: bytes, *, name: str) -> Reading:  # noqa: ARG001 - every reader is called so
    """Return the text of a message, its subject as title; several are sections, in the order of their dates."""
    messages = _messages(data)
    if len(messages) == 1:
        return flow(_pieces(messages[0], TITLE))
    reading = flow(piece for message in _by_date(messages) for piece in _pieces(message, 1))
    return reading._replace(is_collection=True)


@cache
def _answer() -> re.Pattern[str]:
    """Return what is before the subject of an answer, or of what is passed on."""
    return re.compile(rf"(?:(?:{alternatives_of_all('mail', 'answer')}) ?(?:\[\d+\])?: ?){{1,20}}", re.IGNORECASE)


def _messages(data: bytes) -> list[Message]:
    """Return the messages of a box, or the one message."""
    data = data.lstrip()
    starts = [match.end() for match in _FROM_LINE.finditer(data)]
    if starts[:1] != [0]:
        starts = [0]
    check_count(len(starts), _MOST_MESSAGES, "messages")
    sources = [data[start:end] for start, end in zip(starts, [*starts[1:], len(data)], strict=True)]
    for source in sources:
        boundaries = _BOUNDARY.findall(source)
        if len(boundaries) > _DEEPEST:
            raise LimitError(f"a message of more than {_DEEPEST} parts in parts")
        if sum(source.count(b"--" + boundary) for boundary in set(boundaries)) > _MOST_PARTS:
            raise LimitError(f"a message of more than {_MOST_PARTS:,} parts")
    return [message_from_bytes(source, policy=policy.compat32) for source in sources]


def _by_date(messages: list[Message]) -> list[Message]:
    """Return messages in the order of their dates; as they stand, where one has none."""
    try:
        return sorted(messages, key=lambda message: parsedate_to_datetime(str(message["Date"])).timestamp())
    except (TypeError, ValueError, IndexError, OverflowError):
        return messages


def _pieces(message: Message, level: int) -> Iterator[Piece]:
    subject = _header(message, "Subject")
    answers = _answer().match(subject) if level == TITLE else None  # In a box it tells two messages apart.
    start = answers.end() if answers and answers.end() < len(subject) else 0
    yield Piece(subject[:start], aside="mail head")
    yield Piece(subject[start:], level)
    for header in _HEADERS:
        if value := _header(message, header):
            yield Piece(f"{header}: {value}", aside="mail head")
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    attached: list[str] = []
    for part in message.walk():
        if filename := part.get_filename():
            attached.append(collapse(filename))
        elif part.get_content_type() in texts:
            texts[part.get_content_type()].append(_text(part))
    yield from _body("\n\n".join(texts["text/plain"]), "\n".join(texts["text/html"]))
    yield from (Piece(filename, aside="attachment") for filename in attached)


def _header(message: Message, name: str) -> str:
    value = str(message.get(name, ""))[:_LONGEST_HEADER]
    try:
        return collapse(str(make_header(decode_header(value))))
    except (LookupError, ValueError):
        return collapse(value)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):
        return data.decode("cp1252", errors="replace")


def _body(plain: str, page: str) -> Iterator[Piece]:
    """Yield the pieces of a message's text; those of its page where there is no other, or one that points to it."""
    tree = html_tree.parse(page) if page.strip() else None
    pieces = [] if tree is None else list(html_blocks.blocks(tree))
    if sum(len(piece.text) for piece in pieces) > _STUB * len(plain):
        yield from pieces
        return
    signed = _SIGNATURE.search(plain)
    body, signature = (plain[: signed.start()], plain[signed.end() :]) if signed else (plain, "")
    found = plaintext.read(body, name="")
    for block in found.blocks:
        yield Piece(found.text[block.start : block.end], aside=block.aside, kind=block.kind, mark=block.mark)
    yield Piece(signature, aside="signature")
