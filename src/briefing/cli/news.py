"""Which articles are news: what a list of feeds names, and what was not told before."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import typer

from briefing import read
from briefing.cli.output import failures_told, report, write_file
from briefing.document import Document
from briefing.errors import ExitCode, UsageError

SCHEMA = "briefing-digest-state/1"
"""Name of the state file's shape."""
_KEPT = 50_000
"""Articles that are remembered, the last ones."""


def subscribed(names: Iterable[str]) -> list[str]:
    """Return sources with the feeds that a list of feeds (OPML) names in its place."""
    found: list[str] = []
    for name in names:
        if name.lower().endswith(".opml"):
            from briefing.readers.feed import subscriptions

            with failures_told():
                found += subscriptions(read(name).data, name=name)
        else:
            found.append(name)
    return list(dict.fromkeys(found))


class Fresh:
    """What is news: since a day, or since an earlier run."""

    def __init__(self, since: str | None, state: Path | None) -> None:
        """Read the state file, if one is named and there; refuse one that is none, and options that do not fit."""
        if since == "last" and state is None:
            raise UsageError("--since last needs --state FILE, where the articles of earlier runs are kept")
        self._state = state
        self._told = _told(state) if state else []
        self._day = None if since in (None, "last") else _day(str(since))
        self._only_new = since == "last"

    def of(self, documents: Sequence[Document], *, quiet: bool) -> list[Document]:
        """Return the articles in some documents that are news; what has no date is, and it is said."""
        from briefing.digests import articles

        known = set(self._told)
        found = [article for document in documents for article in articles.split(document)]
        news = [article for article in found if not (self._only_new and _identity(article) in known)]
        if self._day:
            undated = sum(article.date is None for article in news)
            news = [article for article in news if article.date is None or article.date >= self._day]
            if undated and not quiet:
                report(f"{undated} of {len(found)} articles have no date, and are taken for news")
        if found and not news and not quiet:
            report(f"none of {len(found)} articles is news")
        self._told += [key for article in news if (key := _identity(article)) not in known]
        return news

    def save(self) -> None:
        """Write the state file, if one is named."""
        if self._state is None:
            return
        try:
            write_file(self._state, json.dumps({"schema": SCHEMA, "told": self._told[-_KEPT:]}) + "\n")
        except OSError as error:
            report(f"{self._state}: cannot be written: {error.strerror or error}")
            raise typer.Exit(ExitCode.FAILED) from None


def _told(state: Path) -> list[str]:
    if not state.exists():
        return []
    try:
        kept = json.loads(state.read_text(encoding="utf-8"))
        if kept["schema"] == SCHEMA:
            return [str(key) for key in kept["told"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise UsageError(f"{state}: not a state file of this program; name another, or delete it")


def _day(since: str) -> str:
    try:
        return date.fromisoformat(since).isoformat()
    except ValueError:
        raise UsageError(f"{since!r} is no date; give one such as 2026-11-24, or last") from None


def _identity(article: Document) -> str:
    """Return what tells an article from every other: its address, or else its title and its words."""
    told = article.address or "\n".join([article.title or "", *(sentence.text for sentence in article.sentences)])
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
