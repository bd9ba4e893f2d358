"""Import modules of a big package without running the package's own `__init__`.

`import nltk.tokenize.punkt` first runs `nltk/__init__.py`, which imports all of NLTK (and scipy where it is
installed) to get at one module that needs next to none of it. Python looks parents up in `sys.modules`: with
bare modules entered there that have the right `__path__`, the wanted modules are imported alone.
"""

import importlib
import sys
from importlib.machinery import PathFinder
from types import ModuleType


def import_alone(*names: str) -> tuple[ModuleType, ...]:
    """Import modules of one package with bare stand-ins for their parents, then forget all of the package.

    A later `import` of the package runs its `__init__` and gives the whole of it, as ever: nothing half made
    is seen from outside. What is imported in one call shares its classes, so name together what belongs
    together, and keep the modules. Where the package is imported already, or is not laid out as expected,
    this is an ordinary import.

    Raises:
        ImportError: a module cannot be imported in the ordinary way either.
    """
    top = names[0].partition(".")[0]
    if top not in sys.modules:
        try:
            _enter_parents(names)
            return tuple(importlib.import_module(name) for name in names)
        except Exception:  # whatever a bare parent breaks, the whole package mends, or says why
            pass
        finally:
            _forget(top)
    return tuple(importlib.import_module(name) for name in names)


def _enter_parents(names: tuple[str, ...]) -> None:
    parents = {name[:end] for name in names for end, character in enumerate(name) if character == "."}
    for parent in sorted(parents, key=len):
        above = parent.rpartition(".")[0]
        spec = PathFinder.find_spec(parent, sys.modules[above].__path__ if above else None)
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError(f"no package named {parent!r}", name=parent)
        module = ModuleType(parent)
        module.__spec__ = spec
        module.__path__ = list(spec.submodule_search_locations)
        sys.modules[parent] = module


def _forget(top: str) -> None:
    for name in [name for name in sys.modules if name == top or name.startswith(f"{top}.")]:
        del sys.modules[name]
