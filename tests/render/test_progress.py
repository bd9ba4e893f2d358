"""Progress: for whoever waits at a terminal, and never where the output goes."""

import io
import sys
import time

import pytest

from briefing.render import progress


@pytest.fixture
def screen(monkeypatch):
    """Give what makes a terminal of standard error: pytest puts its own there between fixture and test."""
    return lambda: _screen(monkeypatch)


def _screen(monkeypatch):
    stream = io.StringIO()
    stream.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def _waited(stream, text, wanted):
    deadline = time.monotonic() + 5
    while wanted and text not in stream.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)
    return text in stream.getvalue()


@pytest.mark.parametrize("wanted", [True, False])
def test_one_slow_source_shows_what_is_at_work(screen, wanted):
    stream = screen()
    with progress.waited_for("reading long \x1b[31mbook.txt", wanted=wanted):
        assert _waited(stream, "reading long book.txt", wanted) is wanted


@pytest.mark.parametrize("wanted", [True, False])
def test_the_first_of_several_shows_while_it_is_at_work(screen, wanted):
    stream = screen()
    names = progress.watched(["\x1b[31mbook.txt", "b.txt"], str, wanted=wanted)
    next(names)
    assert _waited(stream, "0/2, book.txt", wanted) is wanted
    names.close()


def test_output_to_a_file_stays_out_of_the_line(screen, monkeypatch):
    stream = screen()
    file = io.StringIO()
    monkeypatch.setattr(sys, "stdout", file)
    for name in progress.watched(["a.txt", "b.txt", "c.txt", "d.txt"], str, wanted=True):
        sys.stdout.write(name)
    assert file.getvalue() == "a.txtb.txtc.txtd.txt"
    assert "d.txt" in stream.getvalue()
