"""Whole processes side by side: briefing, sumy (every method), summa and lede on the same documents.

    pip install -e '.[benchmark]' && python tests/benchmarks/peers.py            # minutes
    python tests/benchmarks/peers.py --sizes 100 1000 --runs 3 --json table.json

Prints, for the example article and for documents that it builds itself, the seconds and peak memory of each
program, their ratio to the first row in the same round, and how time grows with the number of sentences (the exponent
between two sizes: 1 is linear). Programs take turns, so that a noisy machine disturbs all alike; medians are given.
Last, many articles: articles a second with one process and with two, and of sumy called once a file.
"""

import argparse
import itertools
import json
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))
SUMY_METHODS = ("lex-rank", "text-rank", "lsa", "luhn", "edmundson", "sum-basic", "kl")
FLOOR = "python, typer, rich.console"
COMMANDS = {
    "briefing": [BIN / "briefing", "summarize", "-n", "10", "FILE"],
    "briefing, rich": [BIN / "briefing", "summarize", "-n", "10", "-f", "rich", "FILE"],
    **{f"briefing {name}": [BIN / "briefing", "summarize", "-n", "10", "-m", name, "FILE"] for name in SUMY_METHODS},
    **{f"sumy {name}": [BIN / "sumy", name, "--length=10", "--file=FILE"] for name in SUMY_METHODS},
    "summa": [BIN / "textrank", "--text", "FILE"],
    "lede": [BIN / "lede", "FILE"],
    FLOOR: [sys.executable, "-c", "import typer, rich.console"],
    "python": [sys.executable, "-c", "pass"],
}

FUNCTION_WORDS = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which
    one you were her all she there would their we him been has when who will more no if out so said what up its about
    into than them can only other new some could these two may then do first any such over man even most made after
    """.split()  # noqa: SIM905 (ninety words, to be read as such)
"""What every other word of English prose is: by them a program tells the language, and what to leave out."""
ARTICLE_SENTENCES = 25

PUNKT_WRITER = """
import sys
from nltk.tokenize.punkt import PunktParameters, save_punkt_params
from punkt.data import english
parameters = PunktParameters()
parameters.abbrev_types = set(english.ABBREV_TYPES)
parameters.sent_starters = set(english.SENT_STARTERS)
parameters.collocations = set(english.COLLOCATIONS)
parameters.ortho_context.update(english.ORTHO_CONTEXT)
save_punkt_params(parameters, dir=sys.argv[1])
"""


def build(sentences: int) -> str:
    """Make a text of so many sentences, 5 a paragraph, whose words are as uneven as those of prose (Zipf's law).

    The commonest are English, all others invented.
    """
    return written(sentences, random.Random(sentences))


def written(sentences: int, chance: random.Random) -> str:
    """Make such a text by a source of chance."""
    syllables = [first + vowel for first in "bcdfghklmnprstvz" for vowel in "aeiou"]
    invented = dict.fromkeys("".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(20_000))
    vocabulary = [*FUNCTION_WORDS, *invented]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    made = [
        " ".join(chance.choices(vocabulary, weights, k=chance.randint(8, 30))).capitalize() + "."
        for _ in range(sentences)
    ]
    return "\n\n".join(" ".join(made[start : start + 5]) for start in range(0, sentences, 5)) + "\n"


def write_punkt_data(folder: Path) -> None:
    """Lay Punkt's English model out where sumy's command line looks for the data that NLTK would download."""
    target = folder / "tokenizers" / "punkt_tab" / "english"
    target.mkdir(parents=True)
    # In a process of its own: what is forked from here must not begin with all of NLTK in memory.
    subprocess.run(
        [sys.executable, "-c", PUNKT_WRITER, str(target)], env=os.environ | {"NLTK_DATA": str(folder)}, check=True
    )


def measure(command: list[str], environment: dict[str, str], limit: float) -> tuple[float, float] | None:
    """Give the seconds and peak megabytes of one run; None when it fails or takes longer than the limit."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    while (found := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        if time.perf_counter() - started > limit:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.001)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(found[1])
    return (seconds, found[2].ru_maxrss / 1024) if process.returncode == 0 else None


def compare(
    path: Path, names: list[str], *, runs: int, limit: float, environment: dict[str, str]
) -> dict[str, list[float]]:
    """Give the median seconds and peak megabytes of each program on a document; those that fail are left out."""
    commands = {name: [str(word).replace("FILE", str(path)) for word in COMMANDS[name]] for name in names}
    results: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs + 1):
        for name, command in list(commands.items()):
            found = measure(command, environment, limit)
            if found is None:
                del commands[name]
                results.pop(name, None)
            else:
                results.setdefault(name, []).append(found)
    # The first round warms the caches.
    return {
        name: [statistics.median(seconds for seconds, _ in found[1:]), max(megabytes for _, megabytes in found)]
        for name, found in results.items()
    }


def write_articles(folder: Path, count: int) -> list[str]:
    """Write so many articles of the length that news has; give their paths."""
    paths = [folder / f"article-{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(written(ARTICLE_SENTENCES, random.Random(f"article {number}")), encoding="utf-8")
    return list(map(str, paths))


def throughput(folder: Path, count: int, *, runs: int, environment: dict[str, str]) -> dict[str, list[float]]:
    """Give articles a second and peak megabytes: with one process, with two, and of sumy called once a file."""
    paths = write_articles(folder, count)
    rates: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs):
        for jobs in (1, 2):
            command = [str(BIN / "briefing"), "summarize", "--jobs", str(jobs), *paths]
            seconds, megabytes = measure(command, environment, math.inf) or (math.nan, math.nan)
            rates.setdefault(f"briefing --jobs {jobs}", []).append((count / seconds, megabytes))
        for path in paths[:10]:
            command = [str(BIN / "sumy"), "lex-rank", "--length=10", f"--file={path}"]
            seconds, megabytes = measure(command, environment, math.inf) or (math.nan, math.nan)
            rates.setdefault("sumy lex-rank, once a file", []).append((1 / seconds, megabytes))
    return {
        name: [statistics.median(rate for rate, _ in found), max(megabytes for _, megabytes in found)]
        for name, found in rates.items()
    }


def print_throughput(count: int, rows: dict[str, list[float]]) -> None:
    """Print how many articles a second each way does, with ratios to the first."""
    print(f"\n{count:,} articles of {ARTICLE_SENTENCES} sentences\n")
    print("| program | articles a second | ratio | peak MB |\n|---|---:|---:|---:|")
    first = next(iter(rows.values()))[0]
    for name, (rate, megabytes) in rows.items():
        print(f"| {name} | {rate:.1f} | {rate / first:.2f} | {megabytes:.0f} |")


def print_table(title: str, rows: dict[str, list[float]], names: list[str]) -> None:
    """Print a document's table, with ratios to the first program."""
    print(f"\n{title}\n\n| program | seconds | ratio | peak MB |\n|---|---:|---:|---:|")
    first = rows.get(names[0], [math.nan])[0]
    for name in names:
        if name in rows:
            seconds, megabytes = rows[name]
            print(f"| {name} | {seconds:.3f} | {seconds / first:.2f} | {megabytes:.0f} |", flush=True)
        else:
            print(f"| {name} | failed, or over the limit | | |", flush=True)


def print_growth(tables: dict[int, dict[str, list[float]]], names: list[str]) -> None:
    """Print how each program's time grows: log of the ratio of times by log of the ratio of sizes."""
    sizes = sorted(tables)
    print(
        "\nGrowth (1.00 is linear)\n\n| program | "
        + " | ".join(f"{a:,} to {b:,}" for a, b in itertools.pairwise(sizes))
        + " |"
    )
    print("|---|" + "---:|" * (len(sizes) - 1))
    for name in names:
        cells = []
        for small, large in itertools.pairwise(sizes):
            if name in tables[small] and name in tables[large]:
                ratio = tables[large][name][0] / tables[small][name][0]
                cells.append(f"{math.log(ratio) / math.log(large / small):.2f}")
            else:
                cells.append("")
        print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[100, 1_000, 10_000], help="sentences of built documents"
    )
    parser.add_argument("--articles", type=int, default=2_000, help="how many articles for the throughput; 0: none")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each program")
    parser.add_argument("--limit", type=float, default=120, help="seconds after which a run is given up")
    parser.add_argument("--programs", nargs="*", default=list(COMMANDS), choices=list(COMMANDS), metavar="NAME")
    parser.add_argument("--json", type=Path, help="write the figures here, too")
    arguments = parser.parse_args()
    for name in arguments.programs:
        if not Path(COMMANDS[name][0]).exists():
            parser.error(f"{name} is not installed; run: pip install -e '.[benchmark]'")
    tables: dict[int, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        write_punkt_data(Path(folder))
        environment = os.environ | {"NLTK_DATA": folder}
        options = {"limit": arguments.limit, "environment": environment}
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}")
        seed = compare(SEED, arguments.programs, runs=arguments.runs, **options)
        print_table("The example article, 44 sentences", seed, arguments.programs)
        for size in arguments.sizes:
            path = Path(folder) / f"{size}.txt"
            path.write_text(build(size), encoding="utf-8")
            runs = arguments.runs if size <= 1_000 else 1
            tables[size] = compare(path, arguments.programs, runs=runs, **options)
            print_table(f"{size:,} sentences", tables[size], arguments.programs)
        many = {}
        if arguments.articles:
            many = throughput(Path(folder), arguments.articles, runs=min(3, arguments.runs), environment=environment)
            print_throughput(arguments.articles, many)
    if len(tables) > 1:
        print_growth(tables, arguments.programs)
    if arguments.json:
        arguments.json.write_text(
            json.dumps({"seed": seed, "built": tables, "many": many}, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
