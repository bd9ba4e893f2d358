"""Help: from `briefing -h` alone, a new user finds the way."""

import re
import shlex
import subprocess
import sys

import pytest
from commandline import invoke

from briefing.cli import COMMANDS as EVERY

COMMANDS = ["summarize", "memo"]
HEAVY = {"rich", "nltk", "sumy", "numpy", "lxml"}


@pytest.mark.parametrize("command", [[], *([name] for name in EVERY)])
def test_help_has_its_examples_before_its_options(command):
    result = invoke(*command, "-h")
    assert (result.exit_code, result.stdout) == (0, invoke(*command, "--help").stdout)
    assert result.stdout.startswith("Usage: briefing")
    assert 0 < result.stdout.index("Examples:") < result.stdout.index("-h, --help")
    assert all(len(line) <= 80 for line in result.stdout.splitlines())


def test_what_an_example_does_stands_below_it_where_the_screen_is_narrow():
    text = invoke("memo", "--help", terminal_width=60).stdout
    assert "  briefing memo a.txt b.txt\n      one memo, a block for each\n" in text
    assert all(len(line) <= 60 for line in text.splitlines())


@pytest.mark.parametrize("command", ["", *EVERY])
def test_help_is_what_a_person_last_approved(command, golden):
    golden(f"golden/help/{command or 'briefing'}.txt", invoke(*filter(None, [command]), "--help").stdout)


def test_options_stand_in_groups():
    groups = re.findall(r"^(\S.*):$", invoke("summarize", "-h").stdout, re.MULTILINE)
    assert groups == [
        "Examples",
        "Arguments",
        "Length (one of them)",
        "Choice",
        "Input",
        "Output",
        "Many files",
        "Other",
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command):
    rows = re.findall(r"^  (-.*?)(?:  +(.*))?\n(.*)", invoke(command, "-h").stdout, re.MULTILINE)
    assert len(rows) > 8
    for option, words, following in rows:
        assert words or following.startswith(" " * 20), option


@pytest.mark.parametrize("command", ["briefing", *(f"briefing {name}" for name in COMMANDS)])
def test_every_example_runs(command, tmp_path, monkeypatch, data):
    monkeypatch.chdir(tmp_path)
    for name in ("article.txt", "article.md", "a.txt", "b.txt", "-odd-name.txt"):
        (tmp_path / name).write_text((data / "harbour.md").read_text())
    block = re.search(r"Examples:\n((?:  .*\n)+)", invoke(*command.split()[1:], "-h").stdout)[1]
    lines = [re.split(r"  +", line.strip())[0] for line in block.splitlines()]
    assert len(lines) > 5
    for line in lines:
        if "://" in line:
            continue  # what only a network can show
        before, _, rest = line.rpartition("briefing ")
        words = [word for part in shlex.split(rest.partition("|")[0]) for word in expand(part, tmp_path)]
        piped = (tmp_path / "article.txt").read_text() if before else None
        result = invoke(*words, input=piped)
        assert result.exit_code == 0, (line, result.output)


def expand(word, directory):
    return sorted(file.name for file in directory.glob("[a-b]*.txt")) if word == "*.txt" else [word]


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["sumarize"], "Did you mean 'summarize'?"),
        (["memmo"], "Did you mean 'memo'?"),
        (["summarize", "--metod", "lead"], "did you mean '--method'?"),
        (["summarize", "--sentence=3"], "did you mean '--sentences'?"),
        (["--verson"], "did you mean '--version'?"),
        (["summarize", "-m", "lexrank", "a.txt"], "did you mean 'lex-rank'?"),
        (["summarize", "-l", "germn", "a.txt"], "did you mean 'german'?"),
        (["memo", "-m", "led", "a.txt"], "did you mean 'lead'?"),
        (["summarize", "-f", "jsno", "a.txt"], "did you mean 'json'?"),
        (["memo", "-f", "mardown", "a.txt"], "did you mean 'markdown'?"),
        (["outline", "-f", "tex", "a.txt"], "did you mean 'text'?"),
        (["explain", "-f", "tabel", "a.txt"], "did you mean 'table'?"),
        (["compare", "-f", "jsn", "a.txt"], "did you mean 'json'?"),
        (["evaluate", "-f", "tetx", "a.txt"], "did you mean 'text'?"),
        (["summarize", "--color", "allways", "a.txt"], "did you mean 'always'?"),
        (["explain", "--from", "markdwn", "a.txt"], "did you mean 'markdown'?"),
    ],
)
def test_misspelt_word_is_answered_with_the_one_meant(arguments, meant):
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert meant in result.stderr
    assert result.stdout == ""


def test_no_option_is_meant_by_a_word_that_is_hardly_like_it():
    assert "did you mean" not in invoke("summarize", "--lenght", "a.txt").stderr


def test_nothing_to_do_shows_the_help():
    result = invoke()
    assert result.exit_code == 0
    assert "Examples:" in result.stdout


def test_help_is_a_word_too():
    assert invoke("help").stdout == invoke("--help").stdout
    assert invoke("help", "memo").stdout == invoke("memo", "--help").stdout


@pytest.mark.parametrize("arguments", [["--help"], ["summarize", "-h"], ["--version"]])
def test_help_loads_nothing_heavy(arguments, environment):
    code = (
        "import sys; from briefing.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment(), timeout=60
    )
    assert result.stdout
    loaded = set(result.stderr.split())
    assert HEAVY & loaded == set()
    assert ("briefing.cli.run" in loaded) == ("summarize" in arguments)
