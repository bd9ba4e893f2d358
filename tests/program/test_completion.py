"""Completion in the shells themselves; a shell that is not installed is skipped."""

import re
import shutil
import subprocess
import sys

import pytest
from commandline import invoke

CASES = [
    ("briefing su", {"summarize"}),
    ("briefing summarize --me", {"--method"}),
    ("briefing summarize -m l", {"lead", "lex-rank", "lsa", "luhn"}),
    ("briefing memo --language ger", {"german"}),
    ("briefing summarize -f ", {"auto", "rich", "text", "lines", "markdown", "json", "html"}),
    ("briefing memo -f r", {"rich"}),
    ("briefing outline -f ", {"text", "json"}),
    ("briefing outline --input-format od", {"odt"}),
    ("briefing explain -f t", {"table", "text"}),
    ("briefing explain -l ger", {"german"}),
    ("briefing compare -m lu", {"luhn"}),
    ("briefing compare -f j", {"json"}),
    ("briefing evaluate -m lu", {"luhn"}),
    ("briefing evaluate -f j", {"json"}),
    ("briefing summarize --color a", {"auto", "always"}),
    ("briefing summarize art", {"article.txt"}),
    ("briefing summarize -o art", {"article.txt"}),
]


SHOWN = [CASES[place] for place in (2, -1)]
"""What differs to a shell: words that the program gives, and a file."""


@pytest.mark.parametrize(("line", "meant"), CASES, ids=[line for line, _ in CASES])
def test_a_word_is_completed(line, meant):
    env = {"_BRIEFING_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    found = set(invoke(env=env).stdout.split())
    assert found == (set() if meant == {"article.txt"} else meant)  # files are the shell's


def needs(shell):
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def environ(tmp_path, environment, monkeypatch):
    """An environment in which `briefing` is the program, and a directory with one article."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/briefing").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n')
    (tmp_path / "bin/briefing").chmod(0o755)
    (tmp_path / "work").mkdir()
    (tmp_path / "work/article.txt").write_text("An article.")
    monkeypatch.chdir(tmp_path / "work")
    changed = environment(HOME=str(tmp_path))
    return changed | {"PATH": f"{tmp_path / 'bin'}:{changed['PATH']}"}


def output(words, environ):
    return subprocess.run(words, capture_output=True, text=True, env=environ, timeout=120, check=True).stdout


@needs("bash")
def test_bash(environ):
    tries = "".join(f"try {line}{' ' + repr('') if line.endswith(' ') else ''}\n" for line, _ in SHOWN)
    script = (
        'eval "$(_BRIEFING_COMPLETE=source_bash briefing)"\n'
        'try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _briefing_completion briefing\n'
        '  [ ${#COMPREPLY[@]} = 0 ] && COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))\n'
        '  echo "${COMPREPLY[@]}"; }\n'
    )
    lines = output(["bash", "-c", script + tries], environ).splitlines()
    assert [set(line.split()) for line in lines] == [meant for _, meant in SHOWN]


@needs("fish")
def test_fish(environ):
    script = "_BRIEFING_COMPLETE=source_fish briefing | source\n"
    script += "".join(f"complete -C '{line}'; echo ---\n" for line, _ in SHOWN)
    blocks = output(["fish", "--no-config", "-c", script], environ).split("---\n")[:-1]
    found = [{line.split("\t")[0] for line in block.splitlines()} for block in blocks]
    assert found == [meant for _, meant in SHOWN]


@needs("zsh")
def test_zsh(environ):
    script = (
        "autoload -Uz compinit; compinit -u -D\n"
        'eval "$(_BRIEFING_COMPLETE=source_zsh briefing)"\n'
        # What zsh is asked to offer, in place of a screen to offer it on.
        '_arguments() { print -r -- "$1" }\n_files() { print -r -- FILES }\n'
        'try() { words=("$@"); CURRENT=$#; _briefing_completion; print -- --- }\n'
    )
    script += "".join(f"try {line}{repr('') if line.endswith(' ') else ''}\n" for line, _ in SHOWN)
    blocks = output(["zsh", "-f", "-c", script], environ).split("---\n")[:-1]
    for (line, meant), block in zip(SHOWN, blocks, strict=True):
        found = set(re.findall(r'(?:\(\(| )"([^"]*)"', block)) or {block.strip()}
        assert found == ({"FILES"} if meant == {"article.txt"} else meant), line


@needs("bash")
def test_bash_learns_it_for_good(environ, tmp_path):
    shown = invoke(env={"_BRIEFING_COMPLETE": "source_bash"}).stdout
    output(["bash", "-c", "briefing --install-completion; true"], environ)
    installed = (tmp_path / ".bash_completions/briefing.sh").read_text()
    assert installed.strip() == shown.strip()
    assert "complete -o default -F _briefing_completion briefing" in shown
    assert "briefing.sh" in (tmp_path / ".bashrc").read_text()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_is_shown(shell):
    assert "_BRIEFING_COMPLETE" in invoke(env={"_BRIEFING_COMPLETE": f"source_{shell}"}).stdout
