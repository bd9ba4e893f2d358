"""Which file each source's output goes to."""

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from briefing.errors import UsageError

SUFFIXES = {"rich": ".txt", "text": ".txt", "lines": ".txt", "markdown": ".md", "json": ".json"}
"""How the names of files in each output format end."""

_UNSAFE = re.compile(r"[^\w.-]+")
_STDIN = "stdin"
_NAMELESS = "article"
_LONGEST = 240
"""Bytes of a file's name before its number and suffix: most file systems take 255 in all."""


def targets(
    sources: Iterable[str], directory: Path | None, style: str, *, output: Path | None, skip_existing: bool
) -> dict[str, Path] | None:
    """Give the file of each source in a directory, or None without one.

    It has the source's name and the suffix of the output format, and a number where two would be the same.

    Raises:
        UsageError: the options contradict each other, or a file would take the place of a source.
    """
    if directory is None:
        if skip_existing:
            raise UsageError("--skip-existing needs --output-dir")
        return None
    if output is not None:
        raise UsageError("--output and --output-dir exclude each other")
    files = _named(dict.fromkeys(sources), directory, SUFFIXES[style])
    originals = {Path(source).resolve() for source in files}
    for file in files.values():
        if file.resolve() in originals:
            raise UsageError(f"{str(file)!r} is a source and would be overwritten; name another directory")
    return {source: file for source, file in files.items() if not (skip_existing and file.exists())}


def _named(sources: Iterable[str], directory: Path, suffix: str) -> dict[str, Path]:
    files: dict[str, Path] = {}
    taken: set[str] = set()
    for source in sources:
        stem = _shortened(_stem(source))
        name, number = stem, 1
        # Two names that differ in case only are one name to some file systems.
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        files[source] = directory / f"{name}{suffix}"
    return files


def _stem(source: str) -> str:
    if source == "-":
        return _STDIN
    if "://" in source:
        path = source.partition("://")[2].partition("?")[0].partition("#")[0].strip("/")
        return PurePath(_UNSAFE.sub("-", path.rpartition("/")[2])).stem or _NAMELESS
    return PurePath(source).stem or _NAMELESS


def _shortened(stem: str) -> str:
    encoded = os.fsencode(stem)
    return stem if len(encoded) <= _LONGEST else encoded[:_LONGEST].decode(errors="ignore")
