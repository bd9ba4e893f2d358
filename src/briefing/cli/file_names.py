"""Which file each source's output goes to."""

import os
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePath

from briefing.errors import UsageError
from briefing.patterns import regex
from briefing.source import shown

SUFFIXES = {"rich": ".txt", "text": ".txt", "lines": ".txt", "markdown": ".md", "json": ".json", "html": ".html"}
"""How the names of files in each output format end."""

_UNSAFE = regex(r"[^\w.-]+")
_STDIN = "stdin"
_NAMELESS = "article"
_LONGEST = 240
"""Bytes of a stem before its hash and suffix: most file systems take 255 in all."""
_DIGITS = 8


def targets(
    sources: Iterable[str], directory: Path | None, style: str, *, output: Path | None, skip_existing: bool
) -> dict[str, Path] | None:
    """Return the file of each source in a directory, or None without one; refuse options that conflict."""
    if directory is None:
        if skip_existing:
            raise UsageError("--skip-existing needs --output-dir")
        return None
    if output is not None:
        raise UsageError("--output and --output-dir exclude each other")
    stem = Stems(directory)
    files = {source: directory / f"{stem(source)}{SUFFIXES[style]}" for source in sources}
    # What comes through standard input is another text each time.
    return {source: file for source, file in files.items() if not (skip_existing and source != "-" and file.exists())}


class Stems:
    """What the files in a directory are called, each for its source alone, whatever else is or was in a run.

    A source in a folder that the directory lies in keeps its stem, unless another file there, or in a folder nearer
    to the directory, has the same. Every other source's stem is followed by a hash of its address, or of its path as
    seen from beside the directory.
    """

    def __init__(self, directory: Path) -> None:
        self._home = PurePath(_real(directory)).parent
        self._stems_in = cache(_stems_in)

    def __call__(self, source: str) -> str:
        """Return the stem of a source's file."""
        if source == "-":
            return _STDIN
        if "://" in source:
            address = shown(source).partition("#")[0]
            last = address.partition("://")[2].partition("?")[0].strip("/").rpartition("/")[2]
            return f"{_shortened(PurePath(_UNSAFE.sub('-', last)).stem or _NAMELESS)}-{_hash(address)}"
        path = PurePath(_real(source))
        stem = path.stem or _NAMELESS
        short = _shortened(stem)
        return stem if short == stem and self._is_nearest(path) else f"{short}-{_hash(self._seen(path))}"

    def _is_nearest(self, path: PurePath) -> bool:
        """Return whether a file is the only one of its stem on the way up from the directory to its own folder."""
        if not self._home.is_relative_to(path.parent):
            return False
        folders = [self._home, *self._home.parents]
        way = folders[: folders.index(path.parent) + 1]
        return sum(self._stems_in(folder)[path.stem.casefold()] for folder in way) < 2

    def _seen(self, path: PurePath) -> str:
        """Return a path as seen from beside the directory: the same wherever the whole is moved to."""
        try:
            return os.path.relpath(path, self._home)
        except ValueError:  # On Windows it may be on another drive.
            return str(path)


def _stems_in(folder: PurePath) -> Counter[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return Counter(PurePath(entry.name).stem.casefold() for entry in entries if entry.is_file())
    return Counter()


def _real(path: str | Path) -> str:
    try:
        real = os.path.realpath(path)
        # What a link to a pipe leads to has another name each time.
        return real if os.path.isfile(real) or os.path.isdir(real) else os.path.abspath(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; change to a directory that is there") from error


def _hash(key: str) -> str:
    from hashlib import sha256

    return sha256(os.fsencode(key)).hexdigest()[:_DIGITS]


def _shortened(stem: str) -> str:
    encoded = os.fsencode(stem)
    return stem if len(encoded) <= _LONGEST else encoded[:_LONGEST].decode(errors="ignore")
