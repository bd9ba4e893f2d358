"""Signals that end the program: quietly, and not between two steps that belong together."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def end_quietly() -> None:
    """Let the signals that end a program at once end this one as an exit does, so that it tidies up behind itself."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP.
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup ignores it.
            signal.signal(number, lambda number, _: sys.exit(128 + number))


@contextmanager
def deferred() -> Iterator[None]:
    """While it lasts, a signal that would end the program waits: what must be undone is known by then."""
    mask("SIG_BLOCK")
    try:
        yield
    finally:
        mask("SIG_UNBLOCK")


def mask(how: str) -> None:
    """Hold back the signals that end the program ('SIG_BLOCK'), or let them through ('SIG_UNBLOCK')."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(getattr(signal, how), [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
