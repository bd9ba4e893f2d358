"""The command line: words in, output and an exit code out."""

import json

import pytest
from commandline import invoke

from briefing.errors import ExitCode

ARTICLE = """\
# Bridge closed

The bridge has closed for good. Some cars turned round.

## The cracks

Engineers found cracks in all of its piers. They grew in the frost.

## The detour

Drivers must go by way of Marsh Lane. Buses run every hour.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "bridge.md"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "plain.txt"
    path.write_text("One is the first sentence. Two is the second.\n")
    return path


@pytest.mark.parametrize(
    ("options", "points"),
    [
        ([], 3),
        (["-n", "2"], 2),
        (["--sentences", "6"], 6),
        (["-w", "7"], 1),
        (["-r", "50%"], 3),
        (["-r", "0.5"], 3),
        (["--ratio", "100%"], 6),
        (["--per-section", "2"], 4),
    ],
)
def test_length(options, points, file):
    assert invoke("summarize", file, "-f", "lines", *options).stdout.count("\n") == points


@pytest.mark.parametrize(
    "options",
    [
        ["-n", "0"],
        ["-n", "many"],
        ["-w", "-3"],
        ["-r", "0"],
        ["-r", "120%"],
        ["-r", "half"],
        ["-n", "2", "-w", "9"],
        ["--per-section", "1", "-r", "0.1"],
        ["-m", "magic"],
        ["-l", "klingon"],
        ["-f", "pdf"],
        ["--width", "3"],
        ["--color", "pink"],
        ["--highlight", "-f", "json"],
        ["--no-such-option"],
    ],
)
@pytest.mark.parametrize("source", ["there", "missing"])
def test_wrong_command_line_is_2_before_anything_is_read(options, source, file):
    result = invoke("summarize", file if source == "there" else "no-such-file", *options)
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")
    assert "no such file" not in result.stderr
    assert "Usage: " in result.stderr
    assert "Error: " in result.stderr


@pytest.mark.parametrize("options", [["--lines", "3"], ["-w", "0"], ["-f", "jsno"], ["-m", "magic"], ["-l", "xx"]])
def test_wrong_memo_is_2(options, file):
    result = invoke("memo", file, *options)
    assert (result.exit_code, result.stdout) == (ExitCode.USAGE, "")


def test_failed_source_is_1_and_a_line_and_the_others_are_done(file, tmp_path):
    (tmp_path / "binary").write_bytes(b"\0\1\2")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "below").mkdir()
    result = invoke(
        "summarize", "none", tmp_path / "below", tmp_path / "binary", tmp_path / "empty.txt", file, "-f", "lines"
    )
    assert result.exit_code == ExitCode.FAILED
    assert result.stdout.count("\n") == 3
    assert [line.rpartition(": ")[2].partition(";")[0] for line in result.stderr.splitlines()] == [
        *("no such file", "a directory with no file in it that can be read", "binary data, not text", "no text in it")
    ]
    assert all(line.startswith("briefing: ") for line in result.stderr.splitlines())


def test_internal_error_is_a_line_and_the_others_are_done(file, monkeypatch):
    from briefing.render import json as renderer

    real = renderer.render

    def fail(made):
        if made.name == "-" or made.title is None:
            raise ZeroDivisionError("by zero")
        return real(made)

    monkeypatch.setattr(renderer, "render", fail)
    result = invoke("summarize", "-", file, "-f", "json", "-l", "en", input="An article without a title.")
    assert result.exit_code == ExitCode.FAILED
    assert result.stderr == "briefing: standard input: internal error, please report it: ZeroDivisionError: by zero\n"
    assert json.loads(result.stdout)["title"] == "Bridge closed"


def test_several_texts_stand_under_their_names(file, plain):
    result = invoke("summarize", file, plain, "-f", "text")
    assert result.stdout.startswith(f"==> {file} <==\nBridge closed\n\n- ")
    assert f".\n\n==> {plain} <==\n- One" in result.stdout


def test_one_text_has_no_name(plain):
    assert invoke("summarize", plain).stdout == "- One is the first sentence.\n- Two is the second.\n"


@pytest.mark.parametrize(("format", "lines"), [("json", 2), ("lines", 5)])
def test_forms_for_programs_have_nothing_between_sources(format, lines, file, plain):
    result = invoke("summarize", file, plain, "-f", format)
    assert result.stdout.count("\n") == lines
    assert "\n\n" not in result.stdout
    assert "==>" not in result.stdout


def test_markdown_of_several_is_parted_by_a_blank_line(file, plain):
    assert "\n\n- One is the first sentence.\n" in invoke("summarize", file, plain, "-f", "markdown").stdout


def test_coverage_may_be_off(file):
    lines = invoke("summarize", file, "-n", "2", "-m", "lead", "--no-coverage", "-f", "lines").stdout
    assert lines == "The bridge has closed for good.\nSome cars turned round.\n"


@pytest.mark.parametrize("option", ["--from", "--input-format"])
def test_format_of_the_source_may_be_told(option, plain):
    plain.write_text("# One heading\n\nIt makes no *Markdown*. A word may.\n")
    assert "*Markdown*" in invoke("summarize", plain).stdout
    assert invoke("summarize", plain, option, "markdown").stdout.startswith("One heading\n\n- It makes no Markdown.")


def test_warning_goes_to_stderr_and_is_kept_back_when_quiet(tmp_path):
    (tmp_path / "old.txt").write_bytes(
        "Die Brücke ist für immer gesperrt. Es gab Risse, und niemand weiß, wer sie bezahlt.".encode("latin-1") * 9
    )
    assert ": not UTF-8, read as " in invoke("summarize", tmp_path / "old.txt").stderr
    assert invoke("summarize", tmp_path / "old.txt", "--quiet").stderr == ""


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version(option):
    result = invoke(option)
    assert (result.exit_code, result.stdout) == (ExitCode.DONE, "briefing 0.2.0\n")
