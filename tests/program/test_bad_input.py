"""What cannot be read is said in one line, and everything else is still done."""

import pytest
from commandline import invoke

import briefing

CASES = {
    "missing": "no such file",
    "directory": "a directory",
    "empty": "no text in it",
    "blank": "no text in it",
    "binary": "binary data",
    "huge": "larger than 50 MB",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    (folder / "directory").mkdir()
    (folder / "empty").write_bytes(b"")
    (folder / "blank").write_bytes(b" \n\t\r\n \xc2\xa0\n")
    (folder / "binary").write_bytes(b"\x7fELF\0\0\0\x01 text\n" * 20)
    with (folder / "huge").open("wb") as file:
        file.truncate(60_000_000)
    return folder


@pytest.mark.parametrize(("name", "reason"), CASES.items())
def test_api_raises(folder, name, reason):
    with pytest.raises(briefing.SourceError, match=reason) as caught:
        briefing.parse(briefing.read(folder / name))
    assert "\n" not in str(caught.value)


def test_each_failure_is_a_line_and_the_rest_is_done(folder, seed):
    names = [folder / name for name in CASES]
    done = invoke("summarize", "-f", "lines", "-n", "3", *names[:3], seed, *names[3:])
    assert done.exit_code == 1
    assert done.stdout.count("\n") == 3
    errors = done.stderr.splitlines()[: len(CASES)]
    for (name, reason), line in zip(CASES.items(), errors, strict=True):
        assert line.startswith("briefing: ")
        assert f"{name}: " in line
        assert reason in line


def test_unreadable(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(13, "Permission denied")

    # A mode of 0 does not keep root out.
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(briefing.SourceError, match="no permission"):
        briefing.read(tmp_path / "secret")


def test_other_encodings_are_read_and_said(tmp_path):
    path = tmp_path / "latin.txt"
    sentence = "Le général a été reçu à l’Élysée où il a présenté son idée de réforme."
    path.write_bytes(" ".join([sentence.replace("’", "'")] * 6).encode("cp1252"))
    done = invoke("summarize", "-f", "lines", path)
    assert done.exit_code == 0
    assert "général a été reçu" in done.stdout
    assert done.stderr.splitlines()[0].startswith(f"briefing: {path}: not UTF-8, read as ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_text(tmp_path, encoding):
    path = tmp_path / "marked.txt"
    path.write_text("The Señora spoke. She left. He stayed.", encoding=encoding)
    assert briefing.read(path).text == "The Señora spoke. She left. He stayed."


@pytest.mark.parametrize(
    "words",
    [
        ["summarize", "-n", "0", "SEED"],
        ["summarize", "-n", "3", "-w", "50", "SEED"],
        ["summarize", "-r", "150%", "SEED"],
        ["summarize", "-r", "much", "SEED"],
        ["summarize", "-m", "lexrank", "SEED"],
        ["summarize", "-l", "klingon", "SEED"],
        ["summarize", "--nonsense", "SEED"],
        ["sumarize", "SEED"],
    ],
)
def test_a_wrong_command_line_exits_with_2(seed, words):
    done = invoke(*(seed if word == "SEED" else word for word in words))
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Usage: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_method_is_guessed():
    with pytest.raises(briefing.UsageError, match="did you mean 'lex-rank'"):
        briefing.summarize("One sentence. Another one.", method="lexrank")
