"""Kill workers and the program itself at random moments, and count the rows after the last run.

python tests/benchmarks/kill_corpus.py [times] [rows]
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ARTICLE = (
    "The bridge at Overton has closed. Engineers found {} cracks. Drivers go another way. It may take years. " * 6
)


def main() -> None:
    times, rows = (int(word) for word in (sys.argv[1:] + ["20", "6000"][len(sys.argv) - 1 :]))
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        with source.open("w") as file:
            file.writelines(json.dumps({"id": n, "text": ARTICLE.replace("{}", str(n))}) + "\n" for n in range(rows))
        command = [sys.executable, "-m", "briefing", "corpus", str(source), "-o", str(output), "-j", "2", "-n", "1"]
        deaths: Counter[str] = Counter()
        for _ in range(times):
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.5, 8))
            victim = chance.choice(["worker", "client"])
            ours = workers(process.pid)
            number = chance.choice(ours) if victim == "worker" and ours else process.pid
            deaths["worker" if number != process.pid else "client"] += process.poll() is None
            if process.poll() is None:
                os.kill(number, signal.SIGKILL)
                time.sleep(chance.uniform(0, 6) if number != process.pid else 0)
                process.kill()  # of a worker's death the program makes nothing; it goes on, for a while
            process.wait()
        if not output.exists():
            subprocess.run(command, check=True)
        found = Counter(json.loads(line)["id"] for line in output.open())
        assert found == Counter(range(rows)), "a row is missing or there twice"
        print(f"{rows} rows, each there once, after {dict(deaths)} were killed")


def workers(client: int) -> list[int]:
    """Give the processes that a process has started, and theirs."""
    parents = {}
    for pid in map(int, filter(str.isdigit, os.listdir("/proc"))):
        try:
            parents[pid] = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    children = [pid for pid, parent in parents.items() if parent == client]
    return children + [pid for pid, parent in parents.items() if parent in children]


if __name__ == "__main__":
    main()
