"""The pictures in the README show what the program prints today; `pytest --renew-golden` draws them anew."""

import runpy
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

MAKE = Path(__file__).parents[1] / "screenshots" / "make.py"


@pytest.fixture(scope="module")
def pictures():
    return runpy.run_path(str(MAKE))["pictures"]()


NAMES = ["briefing.svg", "highlight.svg", "memo.svg"]


@pytest.mark.parametrize("name", NAMES)
def test_is_current(name, pictures, golden):
    golden(f"screenshots/{name}", pictures[name])


@pytest.mark.parametrize("name", NAMES)
def test_is_small_well_formed_and_needs_no_network(name, pictures):
    assert len(pictures[name]) < 40_000
    ElementTree.fromstring(pictures[name])
    assert pictures[name].count("http") == pictures[name].count("http://www.w3.org/2000/svg") == 1
