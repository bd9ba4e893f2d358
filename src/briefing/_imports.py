"""Import modules of a big package without all that the package imports.

`import nltk.tokenize.punkt` first imports all of NLTK (and scipy where it is installed). Python looks parents up in
`sys.modules`: with bare modules that have the right `__path__` entered there, the wanted modules are imported alone.
Likewise a module that another merely mentions can be entered as one that is imported when it is first used.

Punkt is there after 100 ms instead of 450, sumy after 80 instead of 550, where a briefing takes 230 in all. What was
imported in this way lives on in those who hold it: sumy's stemmers keep modules of a package that is forgotten here.
Not for use while other threads import.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from itertools import accumulate
from types import ModuleType, SimpleNamespace
from typing import Any

from briefing.patterns import regex

_INSTEAD: dict[str, Any] = {"nltk.redos": SimpleNamespace(compile=regex)}
"""What is entered in place of modules: NLTK guards itself against the patterns of strangers with an engine and
a clock. Its own few are safe with `re`, and compiled when they are used, which most never are."""


def import_alone(*names: str) -> tuple[ModuleType, ...]:
    """Return modules of one package that are imported with bare stand-ins for their parents, then forgotten.

    A later `import` gives the whole package, as ever; what is imported in one call shares its classes. Where the
    package is imported already, or is not laid out as expected, this is an ordinary import.
    """
    parents = dict.fromkeys(name.rpartition(".")[0] for name in names if "." in name)
    # Whatever a bare parent breaks, the whole package mends, or says why.
    with suppress(Exception), alone(*parents):
        return tuple(importlib.import_module(name) for name in names)
    return tuple(importlib.import_module(name) for name in names)


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """While it lasts, an import of these modules, or from them, gives stand-ins that import them when used."""
    entered = [name for name in names if name not in sys.modules]
    sys.modules.update((name, _StandIn(name)) for name in entered)
    try:
        yield
    finally:
        for name in entered:
            sys.modules.pop(name, None)


@contextmanager
def alone(*parents: str) -> Iterator[None]:
    """While it lasts, modules below packages of one top package, later forgotten, come without their `__init__`."""
    top = parents[0].partition(".")[0] if parents else ""
    if not top or top in sys.modules:
        yield
        return
    try:
        _enter(parents)
        yield
    finally:
        for name in [name for name in sys.modules if name == top or name.startswith(f"{top}.")]:
            del sys.modules[name]


class _StandIn(ModuleType):
    """A module, or behind a colon what is imported from one, that is imported when something is asked of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import system, not by a user of the module
            raise AttributeError(name)
        if self.__name__ in sys.modules:
            return _StandIn(f"{self.__name__}:{name}")
        return getattr(self._found(), name)

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return self._found()(*arguments, **options)

    def _found(self) -> Any:
        module, _, attribute = self.__name__.partition(":")
        found = importlib.import_module(module)
        return getattr(found, attribute) if attribute else found


def _enter(packages: tuple[str, ...]) -> None:
    """Enter bare modules for the packages and all above them."""
    above = {parent for name in packages for parent in accumulate(name.split("."), "{}.{}".format)}
    for parent in sorted(above, key=len):
        holder = parent.rpartition(".")[0]
        spec = PathFinder.find_spec(parent, sys.modules[holder].__path__ if holder else None)
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError(f"no package named {parent!r}", name=parent)
        sys.modules[parent] = module_from_spec(spec)
    sys.modules.update((name, module) for name, module in _INSTEAD.items() if name.rpartition(".")[0] in above)
