"""What the README shows is what happens."""

import shutil

import pytest
from readme import README, ROOT, blocks, rerun

TEXT = README.read_text(encoding="utf-8")
TOOLS = {"jq", "column"}


@pytest.mark.parametrize("block", blocks(TEXT), ids=lambda block: block.split("\n")[0])
def test_console_block(block):
    missing = [tool for tool in TOOLS if f"| {tool} " in block and not shutil.which(tool)]
    if missing:
        pytest.skip(f"{missing[0]} is not installed")
    assert rerun(block) == block, "run `python tests/readme.py` to renew the README"


def test_the_checks_run_the_command_that_the_readme_gives():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (line,) = [line for line in script.splitlines() if "pytest" in line]
    assert f"\n{line}\n" in TEXT
