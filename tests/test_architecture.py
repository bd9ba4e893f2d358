"""Which part may import which library: a library that is not in the table is nobody's."""

import ast
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import briefing
from briefing.languages import LANGUAGES, language

SOURCE = Path(__file__).parents[1] / "src" / "briefing"
OWNERS = {
    "dask": ["corpus/"],
    "distributed": ["corpus/"],
    "docutils": ["readers/rst"],
    "chardet": ["source/"],
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


@cache
def modules():
    """Give each module's path with what it is parsed to."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}


def place(path):
    return path.relative_to(SOURCE).as_posix()


@cache
def imported(path):
    """Give the top packages that a module imports, wherever in it."""
    nodes = list(ast.walk(modules()[path]))
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
    return {name.partition(".")[0] for name in names}


def test_libraries_are_imported_where_they_belong():
    found = {
        (place(path), library)
        for path in modules()
        for library in imported(path) - sys.stdlib_module_names - {"briefing"}
    }
    assert {(at, library) for at, library in found if not at.startswith(tuple(OWNERS.get(library, ())))} == set()


def test_every_owner_still_needs_its_library():
    # Imported by its parts' names, without the package's own start.
    by_name = {"nltk", "punkt"}
    assert set(OWNERS) - by_name <= set().union(*map(imported, modules()))


def named():
    return [path for path in modules() if not path.stem.startswith("__")]


def repeated(names):
    return {name for name, count in Counter(names).items() if count > 1}


def test_no_two_modules_share_a_name_but_a_command_and_its_renderer():
    rooms = {path.parent.name: {other.stem for other in named() if other.parent == path.parent} for path in named()}
    assert repeated(path.stem for path in named()) <= rooms["cli"] & rooms["render"]


def test_no_two_classes_share_a_name():
    nodes = (node for tree in modules().values() for node in ast.walk(tree))
    assert repeated(node.name.strip("_") for node in nodes if isinstance(node, ast.ClassDef)) == set()


def test_no_module_is_named_like_a_function_it_holds():
    held = {
        path.stem: {node.name.strip("_") for node in modules()[path].body if hasattr(node, "name")}
        for path in named()
    }
    assert {stem for stem, names in held.items() if stem in names} == set()


def test_no_regular_expression_is_compiled_on_import():
    # There are hundreds, and to compile them takes longer than an article; the worker is a program of its own.
    trees = [tree for path, tree in modules().items() if path.stem != "pdf_worker"]
    values = [statement for tree in trees for statement in tree.body if isinstance(statement, ast.Assign)]
    calls = [ast.unparse(node.func) for value in values for node in ast.walk(value) if isinstance(node, ast.Call)]
    assert "regex" in calls
    assert "re.compile" not in calls


KEYWORDS = {"readers/refusals.py", "readers/commonmark.py", "source/__init__.py", "cli/options.py"}
"""Where common words are those of programs, of markup, of addresses and of our own messages."""
OF_ENGLISH = {"structure/talk.py", "structure/runin_headings.py", "structure/kinds.py"}
"""Where they stand inside names of speakers, inside English titles, and in English law."""


def test_the_words_of_languages_stand_in_their_files():
    latin = [own for own in map(language, LANGUAGES) if own.script == "latin"]
    words = {word for own in latin for word in (*own.common, *own.joiners, *own.ands, *own.particles)}
    common = {word for word in words if len(word) > 1}
    found = set()
    for path, tree in modules().items():
        nodes = list(ast.walk(tree))
        said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        texts = [str(node.value) for node in nodes if isinstance(node, ast.Constant) and id(node) not in said]
        for text in (text for text in texts if "|" in text and " # " not in text):
            words = set(re.findall(r"(?<![\\\w])[^\W\d_]{2,}", text))
            if len(common.intersection(map(str.lower, words))) > 2 or any(map(is_foreign, words)):
                found.add(place(path))
    assert found == KEYWORDS | OF_ENGLISH


def is_foreign(word):
    """Return whether a word has letters of another language than English: not a row of letters, as of a script."""
    return not word.isascii() and word.lower() == word and any(letter.isascii() for letter in word) and len(word) > 3


# How much of it there is. These figures only go down.

MOST = {"lines of a module": 310, "lines of a function": 40, "parameters": 6, "lines of the README": 220}


def too_many(what, counts):
    """Give what has more of something than it may, with how much it has."""
    return {name: count for name, count in counts if count > MOST[what]}


def functions():
    """Yield each function with its module's place."""
    for path, tree in modules().items():
        nodes = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
        yield from ((f"{place(path)} {node.name}", node) for node in nodes)


def parameters(function):
    own = function.args
    names = [argument.arg for argument in (*own.posonlyargs, *own.args, *own.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_modules_are_short():
    sizes = ((place(path), len(path.read_text(encoding="utf-8").splitlines())) for path in modules())
    assert too_many("lines of a module", sizes) == {}


def test_functions_are_short():
    # Without its parameters, of which a command has one a line.
    sizes = ((name, node.end_lineno - node.body[0].lineno + 1) for name, node in functions())
    assert too_many("lines of a function", sizes) == {}


def test_functions_ask_for_little():
    # A command has its options as parameters, and so has what the package offers.
    free = ("cli/", "api.py")
    counts = ((name, parameters(node)) for name, node in functions() if not name.startswith(free))
    assert too_many("parameters", counts) == {}


def test_the_readme_is_short():
    lines = (SOURCE.parents[1] / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST["lines of the README"]


def test_every_package_says_what_it_is():
    assert [
        place(path) for path, tree in modules().items() if path.stem == "__init__" and not ast.get_docstring(tree)
    ] == []


def test_type_checkers_know_each_public_name_by_the_module_that_it_comes_from():
    stub = ast.parse((SOURCE / "__init__.pyi").read_text(encoding="utf-8"))
    told = {alias.name: node.module for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    homes = {name: f"briefing.{home}" for name, home in briefing._HOME.items()}
    assert told == homes | {"segment": "briefing"}
    assert sorted(told) == briefing.__all__
