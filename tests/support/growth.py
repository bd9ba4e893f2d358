"""Whether a task, or a regular expression, takes time that grows with the square of what it is given, or faster."""

import itertools
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from re import _compiler, _constants, _parser

SIZE = 1_000
FLOOR = 0.0002
"""Seconds that a pattern may take for so many characters, whatever its growth: a square takes ten times as long."""
RATIO = 7
"""How many times as long four times the text may take: a line takes 4 times as long, a square 16 times."""
MOST = 5.0
"""Seconds of the processor for all texts of a pattern: only what doubles with each character takes so long."""
TOO_LONG = 0.005
"""Seconds that a pattern may not take for less than `SIZE` characters, of which it never gets more."""
EXAMPLES = 60
"""How many examples are drawn from a pattern, at most."""
MEASURED = 0.005
"""Seconds from which on a task's growth is measured, if a text of at most `LARGEST` characters takes it so long."""
LARGEST = 100_000
LETTERS = "a1 A.:-\n,;!?“'\"([{<*_#|é中"
"""What a set of characters is tried with: the first that is in it stands for it."""


def is_steep(task: Callable[[str], object], unit: str, *, frame: str = "{}") -> bool:
    """Return whether a task takes far more than four times as long for four times as much of a unit, in a frame."""

    def seconds(size: int) -> float:
        text = frame.format(unit * (size // len(unit) + 1))
        began = time.thread_time()
        task(text)
        return time.thread_time() - began

    seconds(size := SIZE // 2)
    while size < LARGEST and seconds(size) < MEASURED:
        size *= 2
    return size < LARGEST and all(_grows(seconds, (size, 4 * size)) for _ in range(3))


def _grows(seconds: Callable[[int], float], sizes: tuple[int, int]) -> bool:
    short, long = _least(seconds, sizes, rounds=2)
    return long > RATIO * short


def _least(seconds: Callable[[int], float], sizes: tuple[int, int], *, rounds: int = 3) -> tuple[float, ...]:
    """Return the least of several times for each size: a machine that does something else only makes it longer."""
    return tuple(map(min, zip(*([seconds(size) for size in sizes] for _ in range(rounds)), strict=True)))


def steep_unit(pattern: re.Pattern, units: Iterable[str], *, way: str, size: int = SIZE) -> str:
    """Return the first of the units, and of examples of the pattern, whose repetition makes it slow; '' if none does.

    The way is the method of the pattern: 'finditer', 'match' or 'fullmatch'. With a size of less than `SIZE`, the
    pattern is never given more, and is slow if that takes it too long.
    """
    if not isinstance(pattern.pattern, bytes) and not _repeats(_parser.parse(pattern.pattern, pattern.flags)):
        return ""
    with _limited():
        units = dict.fromkeys((*units, *examples(pattern)))
        return next((unit for unit in units if unit and _is_steep(pattern, unit, way, size)), "")


def _repeats(parts: Iterable) -> bool:
    """Return whether anything is repeated: what is not takes the same time everywhere."""
    return any(
        (str(part[0]).endswith("_REPEAT") and part[1][1] > 1)
        or part[0] is _constants.GROUPREF_EXISTS
        or any(map(_repeats, [*_inside(part), *([part[1][1]] if str(part[0]).startswith("ASSERT") else [])]))
        for part in parts
    )


def _is_steep(pattern: re.Pattern, unit: str, way: str, size: int) -> bool:
    def measured() -> bool:
        short, long = _least(partial(_seconds, pattern, unit, way), sizes)
        return short > FLOOR and long > (RATIO * short if size == SIZE else TOO_LONG)

    sizes = (size, 4 * size if size == SIZE else size)
    return _seconds(pattern, unit, way, size) > FLOOR and all(measured() for _ in range(2))


def _seconds(pattern: re.Pattern, unit: str, way: str, size: int) -> float:
    half = (unit * (size // 2 // len(unit) + 1))[: size // 2]
    # What stops a match in the middle: a match that fails is tried in every way.
    text = f"{half}\0{half}"
    if isinstance(pattern.pattern, bytes):
        text = text.encode("utf-8", "surrogatepass")
    # Not the clock of the process: where a timer runs on it, as here, it goes by ticks.
    began = time.thread_time()
    if way == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, way)(text)
    return time.thread_time() - began


@contextmanager
def _limited() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise AssertionError(f"more than {MOST} s for a few thousand characters")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def examples(pattern: re.Pattern) -> Iterable[str]:
    """Return texts that parts of a pattern match, and that all up to a part match: where a whole match just fails."""
    if isinstance(pattern.pattern, bytes):
        return []
    parts = _parser.parse(pattern.pattern, pattern.flags)
    return itertools.islice(dict.fromkeys(_prefixes(parts, parts.state)), EXAMPLES)


def _prefixes(parts: Iterable, state: _parser.State) -> Iterator[str]:
    so_far = ""
    for part in parts:
        yield from (example := _example(part, state), so_far := so_far + example)
        for inner in _inside(part):
            yield from _prefixes(inner, state)


def _inside(part: tuple) -> list:
    """Return the sequences of parts that a part is made of: of alternatives all, else one."""
    kind, what = str(part[0]), part[1]
    if kind == "BRANCH":
        return what[1]
    if kind == "SUBPATTERN" or kind.endswith("_REPEAT"):
        return [what[-1]]
    return [what] if kind == "ATOMIC_GROUP" else []


def _example(part: tuple, state: _parser.State) -> str:
    """Return what a part of a pattern matches, as short as it can be but not empty."""
    kind, what = part
    if kind is _constants.LITERAL:
        return chr(what)
    if inside := _inside(part):
        times = max(1, what[0]) if str(kind).endswith("_REPEAT") else 1
        return "".join(_example(inner, state) for inner in inside[0]) * times
    if kind in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
        one = _compiler.compile(_parser.SubPattern(state, [part]))
        own = [chr(code) for op, code in what if op is _constants.LITERAL] if kind is _constants.IN else []
        return next(filter(one.match, [*LETTERS, *own]), "")
    return ""
