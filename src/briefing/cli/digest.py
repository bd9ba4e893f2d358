"""`briefing digest`, and which articles are news: what a list of feeds names, and what was not told before."""

import json
from collections.abc import Generator, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

import briefing
from briefing.cli import options, run
from briefing.cli.options import option
from briefing.cli.output import failures_told, report, write_file
from briefing.document import Document
from briefing.errors import ExitCode, UsageError
from briefing.languages import AUTO
from briefing.render import render_digest
from briefing.render import report as html_report

SCHEMA = "briefing-digest-state/1"
"""Name of the state file's shape."""
_KEPT = 50_000
"""Articles that are remembered, the last ones."""


@dataclass(eq=False, repr=False)
class ArticleLengthOptions(options.LengthOptions):
    """How long a digest may be."""

    per_section: Annotated[int | None, option("--per-section", "digest")] = None


def command(
    context: typer.Context,
    sources: options.Sources = None,
    *,
    length: ArticleLengthOptions,
    choice: options.ChoiceOptions,
    matters: Annotated[int | None, option("--matters")] = None,
    one: Annotated[bool, option("--one")] = False,
    only_one: Annotated[bool, option("--only-one")] = False,
    since: Annotated[str | None, option("--since")] = None,
    state: Annotated[Path | None, option("--state", dir_okay=False)] = None,
    reading: options.InputOptions,
    recursive: options.Recursive = False,
    format: options.Format = AUTO,
    output: options.OutputFile = None,
    processes: options.ProcessOptions,
    screen: options.ScreenOptions,
    quiet: options.Quiet = False,
) -> None:
    """Print one briefing of several articles: each point once, with all that say so, and where they differ."""
    names = subscribed(run.sources_or_stdin(context, sources, recursive=recursive))
    view = run.view(format, screen, to_file=output is not None, output=output)
    fresh = Fresh(since, state)
    asked = asdict(length.budget()) | asdict(choice) | {"matters": matters, "one": one, "only_one": only_one}
    work = run.Run(names, run.Settings(reading, quiet), progress=output is not None, **asdict(processes))

    def together() -> Generator[str]:
        read = [document for _, document in work.outputs()]
        if articles := fresh.of(read, quiet=quiet):
            made = briefing.digest(articles, **asked)
            if made.query_matched is False and not quiet:
                report(f"nothing speaks of {choice.query!r}; the digest is the usual one")
            if view.style == "html":
                yield html_report.render_digest(made, date=options.today())
            else:
                yield render_digest(made, view.style, view)

    try:
        work.emit(together(), output)
    except typer.Exit:
        if work.failed:  # What could be read is told all the same.
            fresh.save()
        raise
    fresh.save()


def subscribed(names: Iterable[str]) -> list[str]:
    """Return sources with the feeds that a list of feeds (OPML) names in its place."""
    found: list[str] = []
    for name in names:
        if name.lower().endswith(".opml"):
            from briefing.readers.feed import subscriptions

            with failures_told():
                found += subscriptions(briefing.read(name).data, name=name)
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
