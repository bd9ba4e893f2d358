"""Which part may import which library: a library that is not in the table is nobody's."""

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "briefing"
OWNERS = {
    "dask": ["corpus/"],
    "distributed": ["corpus/"],
    "docutils": ["readers/rst"],
    "jinja2": ["render/report/"],
    "feedparser": ["readers/feed"],
    "locket": ["corpus/"],
    "lxml": ["readers/"],
    "markdown_it": ["readers/"],
    "markupsafe": ["render/report/"],
    "nltk": ["segment/"],
    "numpy": ["scoring/", "evaluation/"],
    "punkt": ["segment/"],
    "pyarrow": ["corpus/"],
    "py3langid": ["languages/"],
    "pypdfium2": ["readers/"],
    "requests": ["source/"],
    "rich": ["render/", "terminal.py"],
    "rouge_score": ["evaluation/"],
    "stopwordsiso": ["languages/"],
    "sumy": ["scoring/"],
    "text_to_num": ["digests/facts"],
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


MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
NAMED = [path for path in MODULES if not path.stem.startswith("__")]


def repeated(names):
    return {name for name, count in Counter(names).items() if count > 1}


def test_no_two_modules_share_a_name_but_a_command_and_its_renderer():
    rooms = {path.parent.name: {other.stem for other in NAMED if other.parent == path.parent} for path in NAMED}
    assert repeated(path.stem for path in NAMED) <= rooms["cli"] & rooms["render"]


def test_no_two_classes_share_a_name():
    nodes = (node for tree in MODULES.values() for node in ast.walk(tree))
    assert repeated(node.name.strip("_") for node in nodes if isinstance(node, ast.ClassDef)) == set()


def test_no_module_is_named_like_a_function_it_holds():
    held = {
        path.stem: {node.name.strip("_") for node in MODULES[path].body if hasattr(node, "name")} for path in NAMED
    }
    assert {stem for stem, names in held.items() if stem in names} == set()


def test_no_regular_expression_is_compiled_on_import():
    # There are hundreds, and to compile them takes longer than an article; the worker is a program of its own.
    trees = [tree for path, tree in MODULES.items() if path.stem != "pdf_worker"]
    values = [statement for tree in trees for statement in tree.body if isinstance(statement, ast.Assign)]
    calls = [ast.unparse(node.func) for value in values for node in ast.walk(value) if isinstance(node, ast.Call)]
    assert "regex" in calls
    assert "re.compile" not in calls
