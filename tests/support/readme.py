"""The README's console blocks, run for real: `python tests/support/readme.py` writes their output anew."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(text: str) -> list[str]:
    """Give the bodies of the console blocks: lines that begin with '$ ' are commands, the others their output."""
    return [found["body"] for found in _BLOCK.finditer(text)]


def rerun(body: str) -> str:
    """Give a block with the output that its commands have now."""
    commands = [line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_output(command)}" for command in commands)


def renewed(text: str) -> str:
    """Give the README with the output of every console block as it is now."""
    return _BLOCK.sub(lambda found: f"```console\n{rerun(found['body'])}```", text)


def _output(command: str) -> str:
    folder = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-c", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}", "COLUMNS": "80", "TERM": "dumb"},
        timeout=60,
        check=False,
    )
    return done.stdout + done.stderr


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
