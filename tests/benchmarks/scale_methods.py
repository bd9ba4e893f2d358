"""Seconds and peak memory of every method of sumy, a whole process each, on a generated document.

Usage: python tests/benchmarks/scale_methods.py [SENTENCES] [--sumy] [--language NAME] [METHOD...]

With --sumy it measures sumy's own classes instead, which take minutes from 1,000 sentences on.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from importlib import import_module
from itertools import accumulate

WORDS_A_SENTENCE = 20
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def vocabulary(generator: random.Random, stop_words: list[str], size: int) -> list[str]:
    """Give words by falling frequency: three stop words in four among the first 120, invented words else."""
    invented: dict[str, None] = {}
    while len(invented) < size:
        invented["".join(generator.choices(SYLLABLES, k=generator.randint(2, 4)))] = None
    names = iter(invented)
    stops = iter(stop_words)
    words = [next(stops, None) if place < 120 and place % 4 else None for place in range(size)]
    return [word or next(names) for word in words]


def sentences(count: int, language: str) -> list[str]:
    """Give sentences of about 20 words, their frequencies by Zipf's law, over 20,000 of them distinct."""
    from briefing.scoring.lexicon import stop_words

    generator = random.Random(1)
    words = vocabulary(generator, sorted(stop_words(language), key=lambda word: (len(word), word)), size=40_000)
    weights = list(accumulate(1 / (place + 2.7) for place in range(len(words))))
    lengths = [max(1, min(80, round(generator.lognormvariate(2.85, 0.5)))) for _ in range(count)]
    return [
        " ".join(generator.choices(words, cum_weights=weights, k=length)).capitalize() + "." for length in lengths
    ]


def measure(method: str, count: int, language: str, *, sumy: bool, started: float) -> None:
    """Rate the generated document in this process and print what it took from the start of Python."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    from briefing.scoring.dom import Tokenizer, ratings
    from briefing.scoring.sumy_methods import summarizer

    texts = sentences(count, language)
    groups = [texts[place : place + 5] for place in range(0, len(texts), 5)]
    heading = Sentence(" ".join(texts[0].split()[:5]), Tokenizer(), is_heading=True)
    paragraphs = [Paragraph([Sentence(text, Tokenizer()) for text in group]) for group in groups]
    model = ObjectDocumentModel([Paragraph([heading]), *paragraphs])
    made = summarizer(method, language)
    if sumy:
        made = like(made)
    found = ratings(made, model)
    seconds = time.time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    distinct = len({word.lower() for text in texts for word in Tokenizer().to_words(text)})
    print(f"{method:<12}{len(found):>10}{distinct:>10}{seconds:>10.2f}{peak:>10.0f}")


def like(ours: object) -> object:
    """Give sumy's own summarizer with the words of ours."""
    base = type(ours).__mro__[1]
    made = getattr(import_module(base.__module__), base.__name__)(ours._stemmer)
    for name in ("stop_words", "_bonus_words", "_stigma_words", "_null_words"):
        if hasattr(ours, name):
            setattr(made, name, getattr(ours, name))
    return made


def main() -> None:
    """Print a table, a method a line."""
    from briefing.scoring.sumy_methods import NAMES

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", type=int, nargs="?", default=10_000)
    parser.add_argument("methods", nargs="*")
    parser.add_argument("--sumy", action="store_true")
    parser.add_argument("--language", default="english")
    parser.add_argument("--started", type=float, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.started:
        method, count, language = wanted.methods[0], wanted.sentences, wanted.language
        measure(method, count, language, sumy=wanted.sumy, started=wanted.started)
        return
    print(f"{'method':<12}{'sentences':>10}{'distinct':>10}{'seconds':>10}{'peak MB':>10}", flush=True)
    for method in wanted.methods or NAMES:
        options = ["--language", wanted.language, *(["--sumy"] if wanted.sumy else [])]
        options += ["--started", str(time.time())]
        subprocess.run([sys.executable, __file__, str(wanted.sentences), method, *options], check=False)


if __name__ == "__main__":
    main()
