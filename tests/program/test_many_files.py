"""`--output-dir`: a file for each source, whole or not at all."""

import json
import os
import re
import signal
import time
from pathlib import Path

import pytest
from commandline import invoke

from briefing.cli import file_names

ARTICLE = (
    "The bridge at Overton has closed. Engineers found cracks. Drivers must go another way. It may take years.\n"
)

OUT = ("--output-dir", "out")


def summarize(*arguments):
    return invoke("summarize", *arguments)


@pytest.fixture
def sources(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.md", "a/same.txt", "b/same.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)
    return tmp_path


@pytest.mark.parametrize(
    ("format", "suffix"),
    [("text", ".txt"), ("lines", ".txt"), ("markdown", ".md"), ("json", ".json"), ("rich", ".txt")],
)
def test_file_has_the_source_s_name_and_the_format_s_suffix(format, suffix, sources):
    result = summarize("one.txt", "two.md", "--output-dir", "out/deep", "-f", format)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert {file.name for file in (sources / "out/deep").iterdir()} == {f"one{suffix}", f"two{suffix}"}


def test_file_holds_what_would_be_printed(sources):
    summarize("one.txt", "two.md", "--output-dir", "out", "-f", "json")
    assert (sources / "out/one.json").read_text() == summarize("one.txt", "-f", "json").stdout
    assert json.loads((sources / "out/two.json").read_text())["name"] == "two.md"


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("one.txt", "one.txt"),
        ("./one.txt", "one.txt"),
        ("a/../one.txt", "one.txt"),
        ("two.md", "two.txt"),
        ("link.txt", "one.txt"),  # it is that file
        ("a/same.txt", "same-41357e2a.txt"),
        ("b/same.txt", "same-d810db54.txt"),
        ("twin.txt", "twin-972aab7d.txt"),
        ("twin.md", "twin-96fa25b2.txt"),
        ("TWIN.html", "TWIN-c20b8a5c.txt"),  # to some file systems these are one name
        ("-", "stdin.txt"),
        (".hidden", ".hidden.txt"),
        ("no suffix", "no suffix.txt"),
        ("v1.2.md", "v1.2.txt"),
        ("https://example.org/a/story.html?id=1#top", "story-1ec538f4.txt"),
        ("https://example.org/a/story.html?id=1", "story-1ec538f4.txt"),
        ("https://example.org/a/story.html?id=2", "story-8503bc56.txt"),
        ("https://ann:sekret@example.org/", "example-8198d1ba.txt"),
        ("https://example.org/", "example-8198d1ba.txt"),
    ],
)
def test_a_file_is_named_for_its_source_alone(source, made, sources):
    for name in ("twin.txt", "twin.md", "TWIN.html"):
        (sources / name).write_text(ARTICLE)
    (sources / "link.txt").symlink_to("one.txt")
    others = ["a/same.txt", "twin.md", "-", "one.txt"]
    for names in ([source], [*others, source], [source, *others]):
        found = file_names.targets(names, Path("out"), "text", output=None, skip_existing=False)
        assert found[source] == Path("out", made)


@pytest.mark.usefixtures("sources")
def test_three_files_of_one_name_give_three_whatever_the_runs():
    names = ["same.txt", "a/same.txt", "b/same.txt"]
    for place, name in enumerate(names):
        Path(name).write_text(f"Number {place} stands here for all. It is short.\n")
    summarize(*names, "--output-dir", "one")
    for name in names:
        summarize(name, "--output-dir", "three")
    made = sorted(Path("one").iterdir())
    assert len({file.read_text() for file in made}) == 3
    assert [(file.name, file.read_text()) for file in made] == [
        (file.name, file.read_text()) for file in sorted(Path("three").iterdir())
    ]


@pytest.mark.usefixtures("sources")
def test_what_is_skipped_is_the_source_s_own():
    Path("a/same.txt").write_text("Number 1 stands here for all. It is short.\n")
    summarize("b/same.txt", "--output-dir", "out")
    (first,) = Path("out").iterdir()
    first.write_text("kept")
    assert summarize("a/same.txt", "b/same.txt", "--output-dir", "out", "--skip-existing").exit_code == 0
    (second,) = set(Path("out").iterdir()) - {first}
    assert first.read_text() == "kept"
    assert "Number 1" in second.read_text()


def test_standard_input_is_never_skipped(sources):
    for number in ("One", "Two"):
        invoke("summarize", "--output-dir", "out", "--skip-existing", input=number + " stands here. It is short.")
    assert "Two stands here." in (sources / "out/stdin.txt").read_text()


@pytest.mark.parametrize("letter", ["a", "é", "文", "🚢"])
def test_longest_name_that_a_file_can_have_is_shortened_to_fit(letter, sources):
    name = letter * (251 // len(letter.encode()))
    for source in (f"{name}.txt", f"{name[:-1]}.txt", f"{name[:-1]}.md"):
        (sources / source).write_text(ARTICLE)
    result = summarize(*sources.glob(f"{letter}*.*"), "--output-dir", "out", "-f", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    made = [file.name for file in (sources / "out").iterdir()]
    assert len(made) == 3
    assert all(file.startswith(name[:50]) and file.endswith(".json") for file in made)


def test_source_is_never_overwritten(sources):
    result = summarize("one.txt", "--output-dir", ".")
    assert result.exit_code == 0
    assert len(list(sources.glob("one*.txt"))) == 2
    assert (sources / "one.txt").read_text() == ARTICLE


def test_existing_files_are_skipped(sources):
    (sources / "out").mkdir()
    (sources / "out/one.txt").write_text("kept")
    assert summarize("one.txt", "two.md", "--output-dir", "out", "--skip-existing").exit_code == 0
    assert (sources / "out/one.txt").read_text() == "kept"
    assert (sources / "out/two.txt").read_text().startswith("- The bridge")
    assert summarize("one.txt", "--output-dir", "out").exit_code == 0
    assert (sources / "out/one.txt").read_text().startswith("- The bridge")


def test_failures_are_summed_up_and_the_others_done(sources):
    result = summarize("one.txt", "gone.txt", "two.md", "lost.txt", "--output-dir", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "briefing: gone.txt: no such file; check the path",
        "briefing: lost.txt: no such file; check the path",
        "briefing: 2 of 4 sources failed: gone.txt, lost.txt",
    ]
    assert {file.name for file in (sources / "out").iterdir()} == {"one.txt", "two.txt"}


def test_many_failures_are_counted():
    last = summarize(*(f"gone{n}.txt" for n in range(7)), "--output-dir", "out").stderr.splitlines()[-1]
    assert last == "briefing: 7 of 7 sources failed: gone0.txt, gone1.txt, gone2.txt, gone3.txt, gone4.txt and 2 more"


def test_file_that_cannot_be_written_fails_alone(sources):
    (sources / "out/one.txt").mkdir(parents=True)
    result = summarize("one.txt", "two.md", "--output-dir", "out")
    assert result.exit_code == 1
    assert "one.txt: cannot be written" in result.stderr
    assert (sources / "out/two.txt").exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--skip-existing"], "needs --output-dir"),
        (["--output-dir", "out", "-o", "x"], "exclude each other"),
        (["--output-dir", "one.txt"], "is a file"),
    ],
)
def test_options_that_contradict_each_other_are_refused(options, reason, sources):
    result = summarize("one.txt", *options)
    assert (result.exit_code, reason in result.stderr) == (2, True)
    assert not (sources / "out").exists()


def test_progress_shows_past_half_a_second_and_is_gone_at_the_end(sources, terminal):
    (sources / "slow.py").write_text(SLOW)
    screen = terminal("one.txt", "two.md", "gone.txt", "a/same.txt", "b/same.txt", *OUT, script=sources / "slow.py")
    shown = screen.read()
    assert screen.close() == 1
    text = re.sub(rb"\x1b\[[\d;?]*[A-Za-z]", b"", shown).decode()
    assert re.search(r"4/5, \d\.\d/s, \d s left, 1 failed, b/same\.txt", text)
    assert "briefing: 1 of 5 sources failed: gone.txt\n" in text
    assert shown.endswith(b"sources failed: gone.txt\n")
    assert b"\x1b[?25h" in shown, "the cursor is there again"


@pytest.mark.usefixtures("sources")
def test_quick_run_shows_no_progress(terminal):
    screen = terminal("summarize", "one.txt", "two.md", "--output-dir", "out")
    assert screen.read() == b""
    assert screen.close() == 0


def test_no_progress_where_it_is_not_wanted(sources, terminal):
    (sources / "slow.py").write_text(SLOW)
    for changes in ({"arguments": ["--quiet"]}, {"TERM": "dumb"}):
        extra = changes.pop("arguments", [])
        names = ("one.txt", "two.md", "a/same.txt", "b/same.txt")
        screen = terminal(*names, *extra, *OUT, script=sources / "slow.py", **changes)
        assert screen.read() == b""
        assert screen.close() == 0


def test_no_progress_behind_a_pipe_where_a_pager_may_be(sources, terminal):
    (sources / "slow.py").write_text(SLOW)
    reading, writing = os.pipe()
    screen = terminal("one.txt", "two.md", "a/same.txt", "b/same.txt", script=sources / "slow.py", stdout=writing)
    os.close(writing)
    assert screen.read() == b""
    assert screen.close() == 0
    with open(reading, "rb") as pipe:
        assert pipe.read().count(b"==> ") == 4


def test_interrupt_leaves_whole_files_only(sources, terminal):
    (sources / "slow.py").write_text(SLOW)
    names = [f"n{n}.txt" for n in range(20)]
    for name in names:
        (sources / name).write_text(ARTICLE)
    screen = terminal(*names, *OUT, script=sources / "slow.py")
    while not list(sources.glob("out/n1.*")):
        time.sleep(0.02)
    screen.type(b"\x03")
    assert screen.close() == 128 + signal.SIGINT
    made = list((sources / "out").iterdir())
    assert 2 <= len(made) < 20
    assert len({file.read_text() for file in made}) == 1
    assert b"Traceback" not in screen.output


SLOW = """
import sys, time
import briefing
from briefing.__main__ import main

real = briefing.summarize
def slow(*arguments, **options):
    time.sleep(0.3)
    return real(*arguments, **options)
briefing.summarize = slow
sys.argv[1:] = ["summarize", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(
    "words", [["summarize", "--highlight", "-f", "rich"], ["explain", "--shade"], ["explain", "-f", "table"]]
)
def test_articles_shown_whole_stand_under_their_names(words, tmp_path):
    files = [tmp_path / name for name in ("a.txt", "b.txt")]
    for file in files:
        file.write_text("The bridge has closed. Engineers found cracks.\n")
    shown = invoke(*words, *files).stdout
    assert [line for line in shown.splitlines() if line.startswith("==>")] == [f"==> {file} <==" for file in files]
