"""`briefing memo`."""

import datetime
from collections.abc import Generator

import typer

import briefing
from briefing.budget import Budget
from briefing.cli import options, run
from briefing.cli.helptext import examples
from briefing.document import Briefing, Document
from briefing.languages import AUTO
from briefing.render import SCREEN_LINES
from briefing.scoring import check_method

EXAMPLES = examples(
    ("briefing memo article.txt", "fits one 80x24 screen"),
    ('briefing memo --to "The Board" --from Ada a.txt', "with its head filled in"),
    ("briefing memo --date 2026-11-24 article.txt", "the same every day"),
    ("briefing memo --lines 50 article.txt | lpr", "a page long, printed"),
    ("briefing memo -f markdown -o memo.md article.txt", "to be sent"),
    ("briefing memo a.txt b.txt", "one memo, a block for each"),
)


def command(
    context: typer.Context,
    sources: options.Sources = None,
    to: options.To = None,
    sender: options.Sender = None,
    date: options.Date = None,
    subject: options.Subject = None,
    classification: options.Classification = None,
    lines: options.Lines = SCREEN_LINES,
    words: options.MemoWords = None,
    method: options.Method = briefing.DEFAULT_METHOD,
    language: options.Language = AUTO,
    input_format: options.InputFormat = AUTO,
    format: options.MemoFormat = AUTO,
    output: options.OutputFile = None,
    color: options.ColourChoice = AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Print a memo that fits one screen: its head, the bottom line, the key points by heading.

    Sentences that do not fit are left out whole, and sections left without one are named. Several sources give one
    memo with a block for each, as long as it would be alone.
    """
    from briefing.render import memo as plain
    from briefing.render import memo_formats

    names = run.sources_or_stdin(context, sources)
    view = run.view(format, color=color, width=None, to_file=output is not None)
    with run.usage_errors():
        check_method(method)
    head = plain.Head(date or options.long_date(datetime.date.today()), to, sender, subject, classification)

    def make(document: Document) -> Briefing:
        sentences = None if words else _most(document, lines)
        return briefing.summarize(document, sentences=sentences, words=words, method=method)

    def pieces() -> Generator[str]:
        if briefings := [made for _, made in work.outputs(make)]:
            yield memo_formats.render(plain.compose(briefings, head, lines=lines), view.style, colour=view.colour)

    settings = run.Settings(format=input_format, language=language, quiet=quiet)
    work = run.Run(names, settings, progress=output is not None)
    work.emit(pieces(), output)


def _most(document: Document, lines: int) -> int:
    """Give how many sentences a memo may choose from: one a section, and all that a taller screen can hold."""
    if lines > SCREEN_LINES:
        return lines // 2
    sections = sum(any(True for _ in section.sentences) for section in document.sections)
    return min(lines // 2, max(sections, Budget().sentence_count(document)))
