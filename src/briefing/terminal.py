"""The terminal: what may be sent there, how wide it is, whether it shows colour, and how output gets out."""

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TextIO

_ESCAPE_SEQUENCE = re.compile(
    # CSI, as ESC [ or as its 8-bit form: parameters, intermediates, a final byte.
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"
    # OSC, DCS, SOS, PM, APC: a string to its terminator. One that never ends loses just its opener.
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])(?:[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c))?"
    # Any other escape.
    r"|\x1b[ -/]{0,16}[0-~]?"
)
_SPACE_LIKE = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\U000e0000-\U000e007f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI_CLOSER = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
_BIDI_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)

_WIDTH_WITHOUT_TERMINAL = 80


def sanitize(text: str) -> str:
    """Give a text as one line that is safe on any terminal.

    Escape sequences go whole, other control and invisible tag characters singly; line ends and tabs become a space,
    lone surrogates U+FFFD. Bidirectional embeddings, overrides and isolates stay where each is closed in the
    text (Unicode Standard Annex 9), and go where one is not.
    """
    if not _SUSPECT.search(text):
        return text
    text = _SPACE_LIKE.sub(" ", _ESCAPE_SEQUENCE.sub("", text))
    text = _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))
    return text if _is_bidi_balanced(text) else _BIDI_CONTROL.sub("", text)


def _is_bidi_balanced(text: str) -> bool:
    awaited: list[str] = []
    for control in _BIDI_CONTROL.findall(text):
        if control in _BIDI_CLOSER:
            awaited.append(_BIDI_CLOSER[control])
        elif not awaited or awaited.pop() != control:
            return False
    return not awaited


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is there and is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def wants_colour(choice: str, stream: TextIO | None) -> bool:
    """Tell whether to send colour to a stream.

    `choice` ('always', 'never', 'auto') beats NO_COLOR, which beats FORCE_COLOR and CLICOLOR_FORCE, which beat
    TERM=dumb, CLICOLOR=0 and the terminal test.
    """
    if choice != "auto":
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0") or environment.get("CLICOLOR_FORCE", "0") not in (
        "",
        "0",
    ):
        return True
    dull = environment.get("TERM") in ("dumb", "unknown") or environment.get("CLICOLOR") == "0"
    return is_terminal(stream) and not dull


def width() -> int:
    """Give the number of columns: COLUMNS, else the terminal's own, else 80."""
    return shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns


def shows_unicode(stream: TextIO | None) -> bool:
    """Tell whether a stream's encoding has the signs that the rich output draws with."""
    try:
        "•▪…→".encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str) -> None:
    """Send a text to standard output, whole and at once.

    Raises:
        BrokenPipeError: nobody reads it any more; standard output is detached, so that Python's exit is quiet.
        OSError: it cannot be written, as on a full disk.
    """
    if sys.stdout is None:
        raise OSError("standard output is closed")
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding))
        sys.stdout.flush()
    except OSError:
        _detach_stdout()
        raise


def _detach_stdout() -> None:
    # What is still buffered would be flushed at exit, and fail again with a traceback.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def write_file(path: Path, text: str) -> None:
    """Write a file, in UTF-8, so that it is there whole or not at all.

    Raises:
        OSError: it cannot be written; what was there before stays.
    """
    if path.is_dir():
        raise IsADirectoryError(f"{path}: a directory")
    if path.exists() and not path.is_file():
        # A device or a pipe is written to, not replaced.
        path.write_text(text, encoding="utf-8", errors="replace")
        return
    target = path.resolve()
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:64]}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        Path(temporary).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
