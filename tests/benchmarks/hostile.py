"""Measure what small hostile files cost: seconds of the processor and memory, at several sizes, as a table.

    python tests/benchmarks/hostile.py [--sizes 100000 1000000] [NAME]...

The exponent is that of the growth between the first size and the last: 1 where twice the file takes twice the time.
"""

import argparse
import math
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from hostile import HOSTILE

COMMAND = [sys.executable, "-m", "briefing", "summarize", "-f", "json", "-l", "en", "--timeout", "120"]
START = 0.3
"""Seconds that any run takes, left out of the growth."""


class Cost(NamedTuple):
    """What a run cost."""

    seconds: float
    megabytes: float
    said: str


def cost(name: str, size: int, *, most: int = 120) -> Cost:
    """Return what the program takes for a hostile file, in seconds of the processor, of which it gets so many."""
    kind, make = HOSTILE[name]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        file.write_bytes(make(size))
        named = ["--input-format", kind] if kind != "gz" else []  # What is packed is told by its first bytes.
        command = [*COMMAND, *named, str(file)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most)),
        )
        said = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
    if process.returncode < 0:
        said = f"killed by signal {-process.returncode}"
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000, said.strip().rpartition("file: ")[2])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(HOSTILE))
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000], help="bytes")
    asked = parser.parse_args()
    print("| input | format |" + "".join(f" {size:,} |" for size in asked.sizes) + " exponent | said |")
    print("|---|---|" + "---|" * (len(asked.sizes) + 2))
    for name in asked.names or HOSTILE:
        costs = [cost(name, size) for size in asked.sizes]
        cells = "".join(f" {one.seconds:.1f} s, {one.megabytes:.0f} MB |" for one in costs)
        first, last = (max(one.seconds - START, 0.05) for one in (costs[0], costs[-1]))
        grown = math.log(last / first) / math.log(asked.sizes[-1] / asked.sizes[0]) if len(costs) > 1 else 0
        print(f"| {name} | {HOSTILE[name][0]} |{cells} {grown:.2f} | {costs[-1].said[:110]} |", flush=True)


if __name__ == "__main__":
    main()
