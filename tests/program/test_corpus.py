"""`briefing corpus`: the same bytes from any workers, and every row once whatever is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec

import pytest
from commandline import invoke

from briefing.corpus import briefings, engine

# Not by importing them: that takes a second wherever tests are only collected.
pytestmark = pytest.mark.skipif(
    not (find_spec("distributed") and find_spec("pyarrow")), reason="needs the extra corpus"
)

ARTICLE = "The bridge at Overton has closed. Engineers found {} cracks. Drivers go another way. It may take years."


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [{"key": number, "text": ARTICLE.format(number) if number % 7 == 0 else None} for number in range(1203)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


WORDS = ("corpus", "in.jsonl", "--keep", "key", "--id-column", "key", "-n", "1", "-f", "lines")


@pytest.fixture
def cluster():
    """Give the address of a cluster with a worker, which somebody else started."""
    from distributed import LocalCluster

    local = {"host": "127.0.0.1", "protocol": "tcp", "dashboard_address": None, "processes": False}
    with LocalCluster(n_workers=1, threads_per_worker=1, **local) as started:
        yield started.scheduler_address


def test_run_that_is_killed_here_goes_on_on_a_cluster_to_the_same_bytes(here, environment, cluster, monkeypatch):
    words = [*WORDS, "-o", "out", "--partitions", "jsonl"]
    process = subprocess.Popen([sys.executable, "-m", "briefing", *words, "-j", "1"], env=environment())
    ledger = here / "out" / "_briefing.jsonl"
    while not (ledger.exists() and ledger.read_bytes().count(b"\n") > 1):
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = {file.name: file.stat().st_mtime_ns for file in here.glob("out/part*")}
    assert invoke(*words, "--scheduler", cluster).exit_code == 1
    assert {file.name: file.stat().st_mtime_ns for file in here.glob("out/part*")}.items() >= kept.items()
    assert sorted(os.listdir("out")) == ["_SUCCESS", "_briefing.jsonl", *(f"part-00000{n}.jsonl" for n in range(3))]

    monkeypatch.setattr(engine, "results", results_here)
    done = invoke(*WORDS, "-o", "out.jsonl")
    told = "briefing: out.jsonl: 1031 of 1203 documents failed; its column 'error' says why\n"
    assert (done.exit_code, done.output) == (1, told)
    made = (here / "out.jsonl").read_bytes()
    assert made == b"".join(file.read_bytes() for file in sorted(here.glob("out/part*")))
    rows = [json.loads(line) for line in made.splitlines()]
    assert [row["key"] for row in rows] == list(range(1203))
    assert rows[8] == {"key": 8, "briefing": None, "error": "8: no text in it; nothing to brief"}
    assert rows[7] == {"key": 7, "briefing": "The bridge at Overton has closed.", "error": None}


def results_here(pieces, options, **_):
    """Do the work of Dask without it."""
    return ((key, briefings(records, **options)) for key, records in pieces)


def test_dry_run_counts_and_writes_nothing(here):
    told = (
        "1203 documents in 1 files, 1031 of them without a text; 3 partitions, 0 of them done; 1203 documents to do\n"
    )
    done = invoke(*WORDS, "-o", "out.csv", "--dry-run")
    assert (done.exit_code, done.stdout, done.stderr) == (0, told, "")
    assert os.listdir(here) == ["in.jsonl"]


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        (("-o", "in.jsonl"), 2, "it is a source"),
        (("-o", "o.csv", "--text-column", "body"), 2, "no column 'body'; there are key, text"),
        (("-o", "o.csv", "-w", "3"), 2, "exclude each other"),
        (("-o", "o.csv", "--scheduler", "tcp://127.0.0.1:1", "-j", "2"), 2, "exclude each other"),
        (("-o", "o.csv", "--partitions", "xml"), 2, "choose one of"),
    ],
)
def test_what_makes_no_sense_is_refused(words, code, reason):
    done = invoke(*WORDS, *words)
    assert done.exit_code == code
    assert reason in " ".join(done.stderr.split())
