"""Where output goes: standard output, a file that is there whole or not at all, a device or a descriptor as it is."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from briefing import terminal
from briefing.errors import BriefingError, ExitCode, shortened
from briefing.patterns import regex

_DESCRIPTOR = regex(r"(?:/dev|/proc/(?:self|thread-self))/fd/(\d+)")
_LINKS = 40
"""How many symbolic links are followed, as by the system itself."""
_UNWRITTEN = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""What befalls a stream that is written to; that is standard output where no file is named."""


def report(message: str) -> None:
    """Say a line on stderr."""
    if sys.stderr is not None:
        print(terminal.encodable(f"briefing: {shortened(terminal.sanitize(message))}", sys.stderr), file=sys.stderr)


@contextmanager
def failures_told() -> Iterator[None]:
    """Say what a `BriefingError` says, and exit."""
    try:
        yield
    except BriefingError as error:
        report(str(error))
        raise typer.Exit(ExitCode.FAILED) from None


def emit(pieces: Iterable[str], output: Path | None) -> None:
    """Write the pieces to standard output as they come, while somebody reads, or all together, if any, to a file."""
    if output is None or str(output) == "-":
        for piece in pieces:
            if not _is_read(terminal.write, piece, "standard output"):
                return
    elif text := "".join(pieces):
        _is_read(lambda text: write_file(output, text), text, str(output))


def _is_read(write: Callable[[str], None], text: str, name: str) -> bool:
    """Write a text, and return whether anyone is there to read more; exit where it cannot be written."""
    try:
        write(text)
    except BrokenPipeError:
        return False
    except OSError as error:
        why = "no such folder; make it first" if isinstance(error, FileNotFoundError) else error.strerror or error
        report(f"{name}: cannot be written: {why}")
        raise typer.Exit(ExitCode.FAILED) from None
    return True


def spare_sources(files: Iterable[Path], sources: Iterable[str]) -> None:
    """Exit with a line where a file that is to be written is a source, by whatever name or link."""
    originals = {_identity(source) for source in sources} - {None}
    for file in files:
        if _descriptor(file) is None and _identity(file) in originals:
            report(f"{file}: it is a source and would be overwritten; name another file")
            raise typer.Exit(ExitCode.USAGE)


def _identity(path: str | Path) -> tuple[int, int] | None:
    """Return what tells a file on a disk from every other; None for what is no such file, or not there."""
    with suppress(OSError, ValueError):
        status = os.fstat(sys.stdin.fileno()) if str(path) == "-" and sys.stdin else os.stat(path)
        if stat.S_ISREG(status.st_mode):
            return status.st_dev, status.st_ino
    return None


def write_file(path: Path, text: str) -> None:
    """Write a file in UTF-8, whole or not at all, or to a device or a descriptor as to that; or raise an OSError."""
    data = text.encode("utf-8", errors="replace")
    descriptor = _descriptor(path)
    if descriptor is not None:
        # A redirect appends where the shell was told to append, and goes on where another program stopped.
        _send(os.dup(descriptor), data)
    elif path.exists() and not path.is_file():
        _send(os.open(path, os.O_WRONLY), data)
    else:
        if path.exists():
            # What a shell would say of a file that it may not write to: to replace it asks its directory.
            os.close(os.open(path, os.O_WRONLY))
            if not path.stat().st_mode & 0o222:  # The superuser may; but somebody meant to keep it.
                raise PermissionError("it is marked as read-only")
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        _replace(target, data)


def _descriptor(path: Path) -> int | None:
    """Return the number of the open descriptor that a path stands for, through links if need be."""
    name = os.path.abspath(path)
    for _ in range(_LINKS):
        if found := _DESCRIPTOR.fullmatch(name):
            return int(found[1])
        try:
            name = os.path.normpath(os.path.join(os.path.dirname(name), os.readlink(name)))
        except (OSError, ValueError):
            return None
    return None


def _send(descriptor: int, data: bytes) -> None:
    with open(descriptor, "wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    # Not named for the target, whose name may be as long as names can be.
    temporary = target.with_name(f".briefing-{os.urandom(8).hex()}")
    try:
        with temporary.open("xb") as file:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(data)
        temporary.replace(target)
    except BaseException:  # an interrupt, too, must leave no half-written file behind
        temporary.unlink(missing_ok=True)
        raise


def explain(error: OSError) -> None:
    """Say what ails the program as a whole: nobody can read its help, or the system gives it too little."""
    is_unwritten = error.filename is None and error.errno in _UNWRITTEN
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as unwritten:  # It is still in the buffer, and would fail again at exit.
        terminal.detach_stdout()
        error, is_unwritten = unwritten, True
    if is_unwritten:
        report(f"standard output: cannot be written: {error.strerror or error}")
    elif error.filename is None and error.errno == errno.ENOENT:
        report("the working directory is not there any more; change to another")
    else:
        where = f"{error.filename}: " if error.filename else ""
        report(f"{where}{error.strerror or error}; the system refuses what every program needs")
