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


def test_every_command_and_option_is_in_the_readme():
    from typer.main import get_command

    from briefing.cli import app

    for name, command in get_command(app).commands.items():
        assert f"$ briefing {name} --help" in TEXT
        for option in (option for parameter in command.params for option in parameter.opts):
            assert option in TEXT or not option.startswith("--")
