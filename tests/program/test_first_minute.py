"""The first minute with the program: what a newcomer types is understood, or answered with what to type."""

import pytest
from commandline import invoke

ARTICLE = "The bridge has closed for good. Engineers found cracks in all of its piers.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.md", "deep/c.txt", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text(ARTICLE)
    (tmp_path / "-n.txt").write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize(
    "words", [["b.txt"], ["./b.txt"], ["-n", "5", "b.txt"], ["-f", "lines", "b.txt"], ["--", "b.txt"], ["-"]]
)
def test_a_source_in_place_of_a_command_is_summarized(words):
    plain = invoke("summarize", *words, input=ARTICLE)
    assert plain.exit_code == 0
    assert invoke(*words, input=ARTICLE).stdout == plain.stdout != ""


def test_a_directory_means_the_files_in_it_that_can_be_read():
    names = [line for line in invoke(".").stdout.splitlines() if line.startswith("==>")]
    assert names == ["==> ./-n.txt <==", "==> ./a.md <==", "==> ./b.txt <=="]
    assert "==> ./deep/c.txt <==" in invoke("summarize", "-R", ".").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["www.example.org/page"], 1, "for a web page write https://www.example.org/page"),
        (["example.org/page"], 1, "for a web page write https://example.org/page"),
        ([""], 1, "a source without a name; name a file"),
        (["-n.txt"], 2, "for a file of that name write '--' before it: -- -n.txt"),
        (["-none.txt"], 2, "before it: -- -none.txt"),
        (["-r", "20", "b.txt"], 2, "write 20%"),
        (["-r", "120%", "b.txt"], 2, "the whole is 100%"),
        (["--per-section", "0", "b.txt"], 2, "'--per-section'"),
        (["-n", "many", "b.txt"], 2, "'many' is no whole number"),
        (["-n", "0", "b.txt"], 2, "0 is too few; the least is 1"),
        (["b.txt", "-o", "none/x.txt"], 1, "none/x.txt: cannot be written: no such folder; make it first"),
        (["deep/none.txt"], 1, "no such file"),
        (["nosuch"], 2, "No such command or file 'nosuch'"),
        (["-w", "1", "b.txt"], 0, "no sentence is as short as that; give more words"),
        (["picture.png", "no"], 1, "no such file"),
        (["/bin/sh"], 1, "what can be read is text, Markdown, rst, Org, notebooks, HTML, Word"),
        (["-n", "5", "--per-section", "2", "b.txt"], 2, "Error: --sentences and --per-section exclude each other"),
        (["--lenght", "3", "b.txt"], 2, "No such option: --lenght\n"),
        (["--metod", "lead", "b.txt"], 2, "No such option: --metod; did you mean '--method'?\n"),
        (["-f", "yaml", "b.txt"], 2, "choose one of auto, rich, text, lines, markdown, json, html"),
        (["b.txt", "-o", "b.txt"], 2, "it is a source and would be overwritten"),
        (["memo", "b.txt", "--from", "html"], 2, "did you mean --input-format html?"),
    ],
)
def test_what_cannot_be_done_is_answered_with_what_to_do(words, code, said):
    result = invoke(*words)
    assert said in result.stderr
    assert result.exit_code == code


@pytest.mark.parametrize(
    ("name", "begins"),
    [("x.json", '{"schema": "briefing/1"'), ("x.md", "- The"), ("x.html", "<!DOCTYPE"), ("x", "- The")],
)
def test_the_name_of_the_output_chooses_the_format(folder, name, begins):
    assert invoke("b.txt", "-o", name).exit_code == 0
    assert (folder / name).read_text().startswith(begins)
    assert invoke("b.txt", "-o", name, "-f", "lines").exit_code == 0
    assert (folder / name).read_text().startswith("The bridge")


@pytest.mark.parametrize("command", ["summarize", "memo", "digest"])
def test_no_text_is_written_under_the_name_of_a_format_that_is_none(folder, command):
    result = invoke(command, "b.txt", "-o", "x.pdf")
    assert (result.exit_code, "name a .txt, .md, .json or .html" in result.stderr) == (2, True)
    assert not (folder / "x.pdf").exists()
    assert invoke(command, "b.txt", "-o", "x.pdf", "-f", "text").exit_code == 0


def test_md_is_markdown():
    assert invoke("b.txt", "-f", "md").stdout == invoke("b.txt", "-f", "markdown").stdout


def test_a_title_may_be_given():
    assert invoke("b.txt", "--title", "The bridge").stdout.startswith("The bridge\n\n- The bridge has")


def test_colour_that_is_wanted_always_is_there_in_a_pipe():
    assert "\x1b[" in invoke("b.txt", "--color", "always").stdout


def test_several_sources_make_one_report_or_one_each(folder):
    page = invoke("b.txt", "a.md", "-f", "html").stdout
    assert page.count("<!DOCTYPE") == 1
    assert "2 briefings" in page
    assert invoke("b.txt", "a.md", "-f", "html", "--output-dir", "out").exit_code == 0
    assert [file.suffix for file in sorted((folder / "out").iterdir())] == [".html", ".html"]


def test_a_memo_can_be_a_report(folder):
    assert invoke("memo", "b.txt", "-o", "memo.html", "--to", "The Mayor").exit_code == 0
    assert "<dd>The Mayor</dd>" in (folder / "memo.html").read_text()
