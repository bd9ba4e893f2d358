"""The same articles give the same bytes under any Python: their digest is stored."""

import hashlib
import itertools
import random

import briefing
from briefing.render import render

WORDS = """harbour ferry terminal board engineers cracks piers Monday council budget report river flood market bridge
drivers closed opened found said agreed will next week year cost tonnes Overton Lisbon 2024 12 quickly old new"""
LEAST = 100
"""How many texts there are at least."""


def _generated(rng: random.Random) -> str:
    """Return an article of headings and paragraphs that nothing marks."""

    def sentence() -> str:
        words = rng.choices(WORDS.split(), k=rng.randint(3, 18))
        return " ".join(words).capitalize() + rng.choice((".", ".", ".", "?", "!"))

    parts = []
    for _ in range(rng.randint(1, 6)):
        parts.append(" ".join(rng.choices(WORDS.split(), k=rng.randint(1, 6))).title())
        parts += [" ".join(sentence() for _ in range(rng.randint(1, 6))) for _ in range(rng.randint(1, 3))]
    return "\n\n".join(parts)


def _texts(data):
    for path in sorted((data / "corpus").iterdir()):
        yield path.read_text(encoding="utf-8")
    rng = random.Random(1)
    while True:
        yield _generated(rng)


def test_same_bytes_under_any_python(data, golden):
    digest = hashlib.sha256()
    for text in itertools.islice(_texts(data), LEAST):
        digest.update(render(briefing.summarize(text), "json").encode())
    golden("golden/digest.txt", digest.hexdigest() + "\n")
