"""The terminal: what may be sent there, how wide it is, whether it shows colour, and how output gets out."""

import codecs
import os
import shutil
import stat
import sys
from enum import IntEnum
from itertools import accumulate
from typing import TextIO

from briefing.patterns import regex

_ESCAPE_SEQUENCE = regex(
    # Nothing here gives back what it took, and no body holds an opener: every character is looked at once or twice.
    # CSI, as ESC [ or as its 8-bit form: parameters, intermediates, a final byte.
    r"(?:\x1b\[|\x9b)[0-?]{0,64}+[ -/]{0,16}+[@-~]"
    # OSC, DCS, SOS, PM, APC: a string to its terminator. One that never ends loses just its opener.
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x00-\x1f\x7f-\x9f]{0,4096}+(?:\x07|\x1b\\|\x9c))?+"
    # Any other escape.
    r"|\x1b[ -/]{0,16}+[0-~]?+"
)
_SPACE_LIKE = regex(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_JOINED = (
    "\u0590-\u061b\u061d-\u115e\u1161-\u17b3\u17b6-\u180a\u1810-\u1fff"
    "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufb1d-\ufdff\ufe70-\ufefc\U0001f000-\U0001fbff"
)
"""Hebrew to Khmer, and the emoji, but for what is invisible itself: what a joiner may stand behind."""
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_OPENING = "「『（《〈【〔［｛"
_UNIT = regex(
    rf"(?:[{_OPENING}]|[“‘](?=[\u3040-\u30ff{_IDEOGRAPHS}]))*+"
    rf"(?:[\u3040-\u30ff{_IDEOGRAPHS}]|(?:[^\s{_OPENING}\u3040-\u30ff{_IDEOGRAPHS}]|\xa0)+)?+"
    r"[、。，．・：；？！」』）》〉】〕］｝”’…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々.,;:!?)\]}]*+(?:\xa0[^\s]*+)*+[^\S\xa0]*+"
)
"""What no line breaks: a word, or an ideograph or kana with its punctuation; and the spaces behind it."""
_VARIED = (
    "#*0-9\xa9\xae\u1000-\u109f\u203c\u2049\u2122\u2139\u2190-\u2bff\u3001-\u303f\u3297\u3299\ua840-\ua877"
    f"{_IDEOGRAPHS}\uaa60-\uaa7f\uff01-\uff60\U00010ac0-\U00010ae6\U0001f000-\U0001fbff"
)
"""Emoji, mathematics, ideographs and the few letters that have standardised variants."""
_SURROGATE = regex("[\ud800-\udfff]")
_BIDI_CLOSER = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_BIDI_CONTROL = regex("[\u202a-\u202e\u2066-\u2069]")
_DIRECTION_MARKS = regex("([\u061c\u200e\u200f])[\u061c\u200e\u200f]*")
_RIGHT_TO_LEFT = regex(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SUSPECT = regex(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Control characters, surrogates, and what is ignorable by default (Unicode Standard, 5.21): nobody sees it."""

_INVISIBLE = regex(
    # The flags of England, Scotland and Wales are spelt in tags: they stay.
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    "|[\x00-\x1f\x7f-\x9f\xad\u17b4\u17b5\u180e\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    f"|(?<![{_JOINED}])(?<![{_VARIED}]\ufe0f)(?<![\u1820-\u18aa][\u180b-\u180d\u180f])[\u200c\u200d]"
    # Lao, Thai, Burmese and Khmer part their words with a space of no width.
    "|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff])\u200b"
    # Variants: of a sign in front, and one each; Mongolian letters have their own.
    f"|(?<![{_VARIED}])[\ufe00-\ufe0f]|(?<![{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
    "|(?<![\u1820-\u18aa])[\u180b-\u180d\u180f]"
    # Hebrew and others part two marks on one letter; old Korean fills a syllable up.
    "|(?<![\u0300-\u034e\u0350-\u036f\u0591-\u05c7\u064b-\u065f])\u034f"
    "|\u115f(?![\u1161-\u11a7\ud7b0-\ud7c6])|(?<![\u1100-\u115e\ua960-\ua97c])\u1160"
)
"""What nobody sees and no script or emoji needs where it stands; a flag that is spelt in tags is a group."""

_NEAREST = str.maketrans(
    {**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
    | {"…": "...", "•": "*", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "→": "->"}
)
"""What stands for a sign that an encoding lacks."""


def sanitize(text: str) -> str:
    """Return a text as one line that is safe on any terminal.

    Escape sequences go whole; other control characters, and invisible ones that no script or emoji needs where they
    stand, go singly; line ends and tabs become a space, lone surrogates U+FFFD. Bidirectional embeddings, overrides
    and isolates stay where each is closed in the text (Unicode Standard Annex 9), and all go where one is not; marks
    of direction stay, one in a place, in a text that has letters written from right to left.
    """
    if not _SUSPECT.search(text):
        return text
    text = _SPACE_LIKE.sub(" ", _ESCAPE_SEQUENCE.sub("", text))
    text = _INVISIBLE.sub(lambda match: match[1] or "", text)
    text = _SURROGATE.sub("\ufffd", text)
    text = text if _is_bidi_balanced(text) else _BIDI_CONTROL.sub("", text)
    return _DIRECTION_MARKS.sub(r"\1" if _RIGHT_TO_LEFT.search(text) else "", text)


def _is_bidi_balanced(text: str) -> bool:
    awaited: list[str] = []
    for control in _BIDI_CONTROL.findall(text):
        if control in _BIDI_CLOSER:
            awaited.append(_BIDI_CLOSER[control])
        elif not awaited or awaited.pop() != control:
            return False
    return not awaited


def cells(text: str) -> int:
    """Return how many columns a text takes on a terminal: two for a wide character, none for a combining one."""
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int, *, more: str) -> str:
    """Return as much of a text as fits so many columns, and `more` where something is left."""
    from rich.cells import set_cell_size

    return text if cells(text) <= width else set_cell_size(text, max(0, width - len(more))).rstrip() + more


def breaks(text: str, width: int) -> list[int]:
    """Return where a text is broken into lines of at most `width` columns: the offsets of all lines but the first.

    It is broken at spaces, and between ideographs or kana, but not behind what opens a quotation, nor before what
    closes one or a sentence (JIS X 4051); a word that no line can hold is broken where it must.
    """
    from rich.cells import cell_len, chop_cells

    offsets: list[int] = []
    used = 0
    for unit in _UNIT.finditer(text):
        word = unit[0].rstrip(" ")
        size = cell_len(word)
        if word and used and used + size > width:
            offsets.append(unit.start())
            used = 0
        if size > width:
            *whole, word = chop_cells(word, width)
            offsets += [unit.start() + length for length in accumulate(map(len, whole))]
            size = cell_len(word)
        used += size + len(unit[0]) - len(unit[0].rstrip(" "))
    return offsets


def wrap(text: str, width: int | None) -> list[str]:
    """Return a text in lines of at most `width` columns, broken as `breaks` says; without a width it is one line."""
    if width is None:
        return [text]
    offsets = breaks(text, width)
    return [text[start:end].rstrip() for start, end in zip([0, *offsets], [*offsets, None], strict=True)]


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is there and is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def is_file(stream: TextIO | None, *, or_pipe: bool = False) -> bool:
    """Return whether a stream goes into a file or comes from one, or from a pipe: a null device is neither."""
    try:
        mode = os.fstat(stream.fileno()).st_mode if stream else 0
    except (OSError, ValueError):  # It has no descriptor, or is closed.
        return False
    return stat.S_ISREG(mode) or (or_pipe and stat.S_ISFIFO(mode))


class Ink(IntEnum):
    """What escape sequences may do to the looks of text."""

    NONE = 0
    """Nothing: there are none."""
    COLOUR = 1
    """Colour it, and make it bold, faint or underlined."""
    PLAIN = 2
    """All that but colour."""


def ink(choice: str, stream: TextIO | None) -> Ink:
    """Return what to send to a stream.

    `choice` ('always', 'never', 'auto') beats NO_COLOR, which beats FORCE_COLOR and CLICOLOR_FORCE, which beat
    TERM=dumb, CLICOLOR=0 and the terminal test. NO_COLOR forbids colour, not bold print.
    """
    if choice != "auto":
        return Ink.COLOUR if choice == "always" else Ink.NONE
    shows = is_terminal(stream) and not is_dumb()
    if os.environ.get("NO_COLOR"):
        return Ink.PLAIN if shows else Ink.NONE
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return Ink.COLOUR
    return Ink.COLOUR if shows and os.environ.get("CLICOLOR") != "0" else Ink.NONE


def is_dumb() -> bool:
    """Return whether TERM names a terminal that can do no more than show text."""
    return os.environ.get("TERM") in ("dumb", "unknown")


def size() -> os.terminal_size:
    """Return the columns and lines: COLUMNS and LINES, else the terminal's own, else 80 and 24."""
    return shutil.get_terminal_size((80, 24))


def shows_unicode(stream: TextIO | None) -> bool:
    """Return whether the signs of the rich output can be shown, by a stream's encoding and the locale."""
    # Python writes UTF-8 even where the user asks for the C locale by name (PEP 538, PEP 540).
    if (os.environ.get("LC_ALL") or os.environ.get("LANG")) in ("C", "POSIX"):
        return False
    try:
        "•▪…→".encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str) -> None:
    """Send a text to standard output at once, in the nearest signs that it has; an OSError detaches that."""
    if sys.stdout is None:
        raise OSError("it is closed")
    try:
        sys.stdout.write(encodable(text, sys.stdout))
        sys.stdout.flush()
    except OSError:
        detach_stdout()
        raise


def encodable(text: str, stream: TextIO) -> str:
    """Return a text as a stream's encoding can have it: what that lacks is replaced by the nearest sign."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, errors=_REPLACE).decode(encoding)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end].translate(_NEAREST)
    return "".join(sign if sign.isascii() else "?" for sign in lacking), error.end


_REPLACE = "briefing.nearest"
codecs.register_error(_REPLACE, _nearest)


def detach_stdout() -> None:
    """Send what else is written to standard output nowhere, since it cannot be written."""
    # What is still buffered would be flushed at exit, and fail again with a traceback.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
