"""The page of the manual, which the build of a wheel makes from the help."""

import shutil
import subprocess
import sys

import pytest

from briefing.cli import COMMANDS

pytest.importorskip("hatchling")


@pytest.fixture
def roff(seed, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(seed.parents[1] / ".ci"), *sys.path])
    from manual import page

    return page().replace("\\-", "-")


def test_it_has_the_help_of_every_command(roff):
    assert all(f".SH briefing {name}\n" in roff for name in COMMANDS)
    assert roff.count("Show this message and exit.") == len(COMMANDS) + 1
    assert "--per-section N" in roff


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_it_fits_a_screen_without_a_warning(roff):
    words = ["groff", "-man", "-ww", "-Tutf8", "-P-c", "-rLL=80n"]
    done = subprocess.run(words, input=roff, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert max(map(len, done.stdout.splitlines())) <= 80
