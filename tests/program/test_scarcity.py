"""Where the system gives little or nothing: the program works, or says what is missing, and never hangs."""

import pytest

ARTICLE = "The bridge at Overton has closed. Engineers found cracks. Drivers go another way.\n"
POINTS = b"- The bridge at Overton has closed.\n- Engineers found cracks.\n- Drivers go another way.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(ARTICLE)
    return tmp_path


def test_eight_descriptors_are_enough(shell):
    result = shell("ulimit -n 8; briefing summarize -l en a.txt")
    assert (result.returncode, result.stdout, result.stderr) == (0, POINTS, b"")


@pytest.mark.parametrize("most", [6, 9])
def test_several_processes_work_with_few_descriptors_or_say_why_not(most, shell):
    result = shell(f"ulimit -n {most}; briefing summarize -l en -j 2 a.txt b.txt c.txt")
    if result.returncode:
        assert result.stderr.endswith(b"Too many open files; the system refuses what every program needs\n")
        assert result.stderr.count(b"\n") == 1
    else:
        assert result.stdout.count(POINTS) == 3


def test_in_a_directory_that_is_gone_files_elsewhere_are_read(shell, here):
    result = shell(f"mkdir gone; cd gone; rmdir ../gone; briefing summarize -l en {here}/a.txt")
    assert (result.returncode, result.stdout, result.stderr) == (0, POINTS, b"")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("a.txt", b"briefing: a.txt: no such file; check the path\n"),
        ("{here}/a.txt -o out.txt", b"briefing: the working directory is not there any more; change to another\n"),
    ],
)
def test_in_a_directory_that_is_gone_the_true_reason_is_said(words, reason, shell, here):
    result = shell(f"mkdir gone; cd gone; rmdir ../gone; briefing summarize -l en {words.format(here=here)}")
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", reason)
