"""What the README shows is what happens."""

import shutil

import pytest
from hostile import HOSTILE
from readme import README, ROOT, blocks, rerun

from briefing import readers, source
from briefing.readers import commonmark_parser, feed, html_tree, limits, mail, pdf_worker, plaintext, rst
from briefing.source import web

TEXT = README.read_text(encoding="utf-8")
TOOLS = {"jq", "column"}


@pytest.mark.parametrize("block", blocks(TEXT), ids=lambda block: block.split("\n")[0])
def test_console_block(block):
    missing = [tool for tool in TOOLS if f"| {tool} " in block and not shutil.which(tool)]
    if missing:
        pytest.skip(f"{missing[0]} is not installed")
    assert rerun(block) == block, "run `python tests/readme.py` to renew the README"


def test_the_checks_run_the_command_that_the_readme_gives():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (line,) = [line for line in script.splitlines() if "pytest" in line]
    assert f"\n{line}\n" in TEXT


LIMITS = {
    "any": (
        f"{limits.MAX_BRIEF:,} of under {limits.BRIEF} bytes each; {limits.MAX_STRANGE:,} words,",
        f"a file of {source.MAX_BYTES // 1_000_000} MB",
        f"gzipped {limits.MAX_TEXT_RATIO} times its size ({limits.SMALL_TEXT // 1_000_000} MB always)",
        f"from the web {web.MAX_BYTES // 1_000_000} MB, {web.TOTAL_SECONDS:g} s, {web.MAX_REDIRECTS} redirects",
    ),
    "text": (f"{plaintext._MOST_BLOCKS:,} paragraphs", f"{plaintext._MOST_LINES:,} lines"),
    "Markdown, `ipynb`, rst, Org, MediaWiki": (
        f"rst some {rst._MOST_BLOCKS:,} blocks",
        f"{commonmark_parser._DEEPEST} deep",
    ),
    "HTML, EPUB": (
        f"{limits.MAX_BLOCKS:,} paragraphs",
        f"{limits.MAX_ELEMENTS:,} elements, {html_tree.MOST_LEVELS} in each other",
        f"{html_tree.MOST_ATTRIBUTES:,} attributes",
    ),
    "Word, OpenDocument": (
        f"{limits.MAX_BLOCKS:,} paragraphs",
        f"{limits.MAX_MEMBERS:,} files, {limits.MAX_UNPACKED // 1_000_000} MB unpacked",
        f"{limits.MAX_RATIO} times their size ({limits.SMALL_UNPACKED // 1_000_000} MB always)",
    ),
    "RTF": (f"{limits.MAX_BLOCKS:,} paragraphs", f"groups {limits.MAX_DEPTH:,} deep"),
    "PDF": (
        f"{pdf_worker.MAX_RUNS:,} lines of print",
        f"{pdf_worker.MAX_PAGES:,} pages, {pdf_worker.MAX_CHARACTERS:,} characters",
        f"{pdf_worker.MEMORY_BYTES // 1_000_000} MB and {pdf_worker.CPU_SECONDS} s",
    ),
    "mail, feeds, subtitles": (
        f"{mail._MOST_MESSAGES:,} messages of {mail._MOST_PARTS:,} parts, {mail._DEEPEST} in each other",
        f"{feed._MOST_ENTRIES:,} entries",
    ),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_limits_are_those_of_the_program(name):
    (row,) = (line for line in TEXT.splitlines() if line.startswith(f"| {name} | ") and "MB" in line)
    assert all(limit in row for limit in LIMITS[name])


def test_each_format_has_hostile_files():
    formats = [form for form, _ in HOSTILE.values()]
    assert all(formats.count(form) >= 5 for form in {*formats, *readers.FORMATS})
