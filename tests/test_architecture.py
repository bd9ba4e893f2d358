"""Which part may import which library: a library that is not in the table is nobody's."""

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "briefing"
OWNERS = {
    "docutils": ["readers/rst"],
    "jinja2": ["render/report/"],
    "feedparser": ["readers/feed"],
    "lxml": ["readers/"],
    "markdown_it": ["readers/"],
    "markupsafe": ["render/report/"],
    "nltk": ["segment/"],
    "numpy": ["scoring/", "evaluation/"],
    "punkt": ["segment/"],
    "py3langid": ["languages/"],
    "pypdfium2": ["readers/"],
    "requests": ["source/"],
    "rich": ["render/", "terminal.py"],
    "rouge_score": ["evaluation/"],
    "stopwordsiso": ["languages/"],
    "sumy": ["scoring/"],
    "trafilatura": ["readers/"],
    "typer": ["cli/"],
    "urllib3": ["source/"],
}
"""Of each library, where it may be imported: the beginnings of paths below the package."""


def imported(path):
    """Give the top packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_libraries_are_imported_where_they_belong(path):
    place = path.relative_to(SOURCE).as_posix()
    for library in set(imported(path)) - sys.stdlib_module_names - {"briefing"}:
        assert any(place.startswith(owner) for owner in OWNERS.get(library, [])), f"{place} imports {library}"


def test_every_owner_still_needs_its_library():
    used = {library for path in SOURCE.rglob("*.py") for library in imported(path)}
    # Imported by its parts' names, without the package's own start.
    by_name = {"nltk", "punkt"}
    assert set(OWNERS) - by_name <= used
