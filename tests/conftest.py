import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# Machines that run tests are noisy; a slow example is no failure.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The example article."""
    (path,) = (ROOT / "seeds").glob("000_*.txt")
    return path


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run the program in a process of its own, as a shell would, with nothing on standard input."""

    def run(*words: str | Path, stdin: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *map(str, words)],
            stdin=subprocess.DEVNULL if stdin is None else None,
            input=stdin,
            capture_output=True,
            env=os.environ | {"COLUMNS": "80"} | environment,
            timeout=60,
            check=False,
        )

    return run
