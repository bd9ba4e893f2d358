"""`briefing memo`."""

from collections.abc import Generator, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

import briefing
from briefing import terminal
from briefing.budget import WORDS_A_MINUTE, Budget
from briefing.cli import file_names, options, run
from briefing.cli.digest import itself
from briefing.cli.helptext import examples
from briefing.document import Briefing, Document
from briefing.errors import UsageError
from briefing.languages import AUTO
from briefing.readers import FORMATS
from briefing.render import SCREEN_LINES, Look
from briefing.scoring import check_method
from briefing.segment import count_words

if TYPE_CHECKING:
    from briefing.render.memo import Head

EXAMPLES = examples(
    ("briefing memo article.txt", "fits one 80x24 screen"),
    ('briefing memo --to "The Board" --from Ada a.txt', "with its head filled in"),
    ("briefing memo --date 2026-11-24 article.txt", "the same every day"),
    ("briefing memo --lines 50 article.txt | lpr", "a page long, printed"),
    ("briefing memo -f markdown -o memo.md article.txt", "to be sent"),
    ("briefing memo a.txt b.txt", "one memo, a block for each"),
    ("briefing memo --digest a.txt b.txt", "what they say, told once"),
)

_SHARE = 2
_LEAST = 60
"""Words below which half of an article is none."""


def command(
    context: typer.Context,
    sources: options.Sources = None,
    to: options.To = None,
    sender: options.Sender = None,
    date: options.Date = None,
    subject: options.Subject = None,
    classification: options.Classification = None,
    lines: options.Lines = None,
    minutes: options.Minutes = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    ratio: options.Ratio = None,
    method: options.Method = briefing.DEFAULT_METHOD,
    query: options.Query = None,
    coverage: options.Coverage = None,
    language: options.Language = AUTO,
    encoding: options.Encoding = None,
    input_format: options.InputFormat = AUTO,
    recursive: options.Recursive = False,
    title: options.Title = None,
    format: options.MemoFormat = AUTO,
    output: options.OutputFile = None,
    output_dir: options.OutputDirectory = None,
    width: options.Width = None,
    color: options.ColourChoice = AUTO,
    quiet: options.Quiet = False,
    digest: options.AsDigest = False,
) -> None:
    """Print a memo that fits one screen: its head, the bottom line, the key points by heading.

    Sentences that do not fit are left out whole, and sections left without one are named. Several sources give one
    memo with a part for each, half a screen long; with --output-dir, a memo each.
    """
    from briefing.render import memo_layout
    from briefing.render.memo import Head

    names = run.sources_or_stdin(context, sources, recursive=recursive)
    to_file = bool(output or output_dir)
    view = run.view(format, color=color, width=width, to_file=to_file, output=output)
    with run.usage_errors():
        length = asdict(Budget(sentences, words, ratio, minutes=minutes))
        check_method(method)
        _check_sender(sender)
        _check_digest(digest, output_dir)
        targets = file_names.targets(names, output_dir, view.style, output=output, skip_existing=False)
    head = Head(date or options.today(), to, sender, subject, classification)
    room = lines or (terminal.height() if view.style == "rich" else SCREEN_LINES)

    def make(document: Document) -> tuple[Document, Briefing]:
        choose = partial(briefing.summarize, document, method=method, query=query, coverage=coverage)
        made = choose(**length)
        if not any(length.values()) and memo_layout.compose([made], head, lines=room, width=view.width).spacing == 0:
            made = choose(**_longer(document, room))
        return document, made

    def printed(articles: list[tuple[Document, Briefing]]) -> str:
        memo = memo_layout.compose([made for _, made in articles], head, lines=room, width=view.width)
        if view.style == "html":
            from briefing.render.report import render

            return render(articles, date=memo.head.date, head=memo.head)
        return memo_layout.render(memo, view.style, view)

    def together() -> Generator[str]:
        if digest:
            documents = [document for _, document in work.outputs(itself)]
            yield from _told_once(documents, head, room, view, method=method, query=query, **length)
        elif articles := [article for _, article in work.outputs(make)]:
            yield printed(articles)

    settings = run.Settings(format=input_format, language=language, title=title, quiet=quiet, encoding=encoding)
    work = run.Run(names if targets is None else list(targets), settings, progress=to_file)
    if targets is None:
        work.emit(together(), output)
    else:
        work.save(((name, printed([made])) for name, made in work.outputs(make)), targets)


def _longer(document: Document, room: int) -> dict[str, Any]:
    """Return the length where the usual one leaves room: a minute for each 24 lines, and at most half the article."""
    words = sum(count_words(sentence.text) for sentence in document.sentences) // _SHARE
    return {"words": min(WORDS_A_MINUTE * max(room, SCREEN_LINES) // SCREEN_LINES, words)} if words >= _LEAST else {}


def _check_sender(sender: str | None) -> None:
    """Refuse the name of a format as who writes a memo: in other commands `--from` says what the sources are."""
    if sender in FORMATS and not Path(sender).exists():
        raise UsageError(f"--from says who writes the memo; did you mean --input-format {sender}?")


def _check_digest(digest: bool, output_dir: Path | None) -> None:
    if digest and output_dir:
        raise UsageError("--digest and --output-dir exclude each other; name a file with --output")


def _told_once(documents: list[Document], head: "Head", room: int, view: Look, **choice: Any) -> Iterator[str]:
    """Yield the memo of what all documents say."""
    from briefing.render import memo_layout
    from briefing.render.digest import as_briefing
    from briefing.render.report import render_digest

    if documents:
        made = briefing.digest(documents, **choice)
        memo = memo_layout.compose(list(map(as_briefing, made.matters)), head, lines=room, width=view.width)
        yield (
            render_digest(made, date=memo.head.date, head=memo.head)
            if view.style == "html"
            else memo_layout.render(memo, view.style, view)
        )
