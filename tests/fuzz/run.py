"""Feed hostile inputs to everything that reads what strangers wrote, and check what is promised of the result.

    python tests/fuzz/run.py [TARGET]... [--inputs 10000] [--seconds 600] [--seed 1] [--findings FOLDER]
    python tests/fuzz/run.py TARGET --guided [LIBFUZZER OPTION]...      (guided by coverage; needs atheris)

Without a target, all of them, in turn. What is found is kept in the folder, and printed, once a place.
"""

import argparse
import importlib
import io
import json
import pkgutil
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from bisect import bisect_right
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path

import briefing
from briefing import readers, segment, terminal
from briefing.blocks import LINE_END, collapse
from briefing.document import Document
from briefing.render import FORMATS, Look, highlight, memo, memo_layout, render
from briefing.source import Source

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = (
    *("english", "german", "french", "russian", "greek", "chinese", "japanese", "thai", "arabic", "malayalam"),
    "auto",
)
LINED = ("text", "markdown", "rst", "org", "mediawiki", "subtitles")
"""Formats whose document's text has the length and the lines of the source."""
SECONDS_AN_INPUT = 10

PIECES = json.loads(Path(__file__).with_name("pieces.json").read_text("utf-8"))
"""Words, marks and signs that inputs are put together from."""
JOINTS = ["", " ", " ", " ", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\t", "   ", ". "]


def check_document(document: Document, source: str | None) -> None:
    """Check what is promised of every document; with a source, that its length and lines are kept."""
    text = document.text
    if source is not None:
        assert len(text) == len(source), "another length"
        # A mended hyphen moves the end of its line.
        assert len(LINE_END.findall(text)) == len(LINE_END.findall(source)), "other lines"
    for place, sentence in enumerate(document.sentences):
        assert sentence.index == place
        assert collapse(text[sentence.start : sentence.end]) == sentence.text != "", sentence
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end], sentence
    starts, end = [0, *(match.end() for match in LINE_END.finditer(text))], 0
    for section in document.sections:
        for part in [*([section.heading] if section.heading else []), *section.sentences]:
            assert end <= part.start < part.end <= len(text), part
            assert part.line == bisect_right(starts, part.start), part
            end = part.end
    for heading in document.headings:
        assert 1 <= heading.level <= 6
        assert heading.text, heading
    assert all(section.heading for section in document.sections[1:])


def check_briefing(document: Document, made: briefing.Briefing, words: int | None) -> None:
    """Check what is promised of every briefing, and that nothing harmful is printed of it."""
    chosen = [sentence.index for sentence in made.sentences]
    assert chosen == sorted(set(chosen))
    assert all(document.sentences[sentence.index] is sentence for sentence in made.sentences)
    assert words is None or made.briefing_size.words <= words
    assert all(0 <= point.score <= 1 for part in made.parts for point in part.points)
    head = memo.Head("today", made.name, made.name)
    printed = [render(made, form, Look(width=40)) for form in FORMATS]
    printed += [highlight.render(document, made.sentences, form, Look(width=40)) for form in ("rich", "text")]
    printed += [memo_layout.render(memo_layout.compose([made], head), form) for form in memo.FORMATS]
    for text in printed:
        assert not HARMFUL.search(text), "control characters in the output"
        text.encode()
    json.loads(render(made, "json"))


HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def parse(data: bytes, *, format: str) -> None:
    """Parse a text in a format."""
    text = data.decode("utf-8", "surrogateescape")
    language = LANGUAGES[len(data) % len(LANGUAGES)]
    with suppress(briefing.SourceError, briefing.UsageError):
        check_document(briefing.parse(text, format=format, language=language), text if format in LINED else None)


def read(data: bytes, *, format: str | None) -> None:
    """Read a file in a format, or in the one that it is found to be in."""
    with suppress(briefing.SourceError, briefing.UsageError):
        check_document(briefing.parse(Source("a file", data), format=format), None)


def segments(data: bytes) -> None:
    """Find the sentences and the words of a text."""
    text = data.decode("utf-8", "surrogateescape")
    end = 0
    for start, stop in segment.sentences(text, language=LANGUAGES[len(data) % (len(LANGUAGES) - 1)]):
        assert not text[end:start].strip(), "words outside of any sentence"
        assert end <= start < stop
        assert text[start:stop].strip() == text[start:stop]
        end = stop
    assert not text[end:].strip(), "words outside of any sentence"
    assert segment.count_words(text) >= 0


def sanitize(data: bytes) -> None:
    """Make a text safe, once and for all."""
    clean = terminal.sanitize(data.decode("utf-8", "surrogateescape"))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]", clean)
    assert terminal.sanitize(clean) == clean, "it was not safe yet"


def summarize(data: bytes) -> None:
    """Brief a text, and print the briefing in every format."""
    size = len(data) % 7
    budget: dict[str, float] = [
        {},
        {"words": 5},
        {"words": 30},
        {"ratio": 0.5},
        {"per_section": 1},
        {"sentences": 2},
        {},
    ][size]
    text = data.decode("utf-8", "surrogateescape")
    with suppress(briefing.SourceError, briefing.UsageError):
        document = briefing.parse(text, format=("text", "markdown")[len(data) % 2])
        methods = briefing.scoring.METHODS
        method = briefing.DEFAULT_METHOD if size else list(methods)[len(data) // 7 % len(methods)]
        made = briefing.summarize(
            document, method=method, coverage=size != 5, query="sentence" if size == 6 else None, **budget
        )
        check_briefing(document, made, budget.get("words"))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "sanitize": sanitize,
    "segment": segments,
    **{name: partial(parse, format=name) for name in (*LINED, "ipynb", "html")},
    "summarize": summarize,
    "detect": partial(read, format=None),
    **{name: partial(read, format=name) for name in readers.BINARY},
}
"""What is fuzzed, by name."""


def invented(rng: random.Random) -> bytes:
    """Give a text of pieces that mean something to some reader."""
    few = rng.sample(PIECES, rng.randint(1, 12))
    joints = rng.sample(JOINTS, rng.randint(1, 5))
    pieces = (rng.choice(few) * (rng.randint(2, 40) if rng.random() < 0.05 else 1) for _ in range(rng.randint(1, 40)))
    return "".join(piece + rng.choice(joints) for piece in pieces).encode("utf-8", "surrogatepass")


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Give some bytes with a few places cut, doubled, moved, overwritten or struck by another piece."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        start = rng.randrange(len(changed) + 1)
        end = min(len(changed), start + rng.choice((0, 1, 1, 4, 16, 200)))
        replacement = rng.choice(
            (
                b"",
                bytes(changed[start:end]) * 2,
                bytes(rng.randrange(256) for _ in range(end - start)),
                rng.choice(PIECES).encode("utf-8", "surrogatepass"),
                bytes(changed[(at := rng.randrange(len(changed) + 1)) : at + 40]),
            )
        )
        changed[start:end] = replacement
    return bytes(changed)


def repacked(data: bytes, rng: random.Random) -> bytes:
    """Give a zip archive with one of its members mutated."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as copy:
        struck = rng.choice(archive.namelist())
        for name in archive.namelist():
            member = archive.read(name)
            copy.writestr(name, mutated(member, rng) if name == struck else member)
    return packed.getvalue()


def message(rng: random.Random) -> bytes:
    """Give a message whose subject and body are invented."""
    subject = b" ".join(invented(rng).split())
    kind = rng.choice((b"text/plain", b"text/html", b"multipart/mixed; boundary=x", b"text/plain; charset=x"))
    head = b"From: Ida <i@example.org>\nDate: Mon, 2 Mar 2026 09:14:00 +0100\nSubject: " + subject
    body = rng.choice((b"", b"--x\nContent-Type: text/html\n\n")) + invented(rng)
    mark = b"From i@example.org Mon Mar  2 09:14:00 2026\n" if rng.random() < 0.3 else b""
    return (mark + head + b"\nContent-Type: " + kind + b"\n\n" + body + b"\n\n") * rng.randint(1, 3)


def feed(rng: random.Random) -> bytes:
    """Give a feed whose entries are invented."""

    def words() -> str:
        return escape(invented(rng).decode("utf-8", "replace"))

    entries = (f"<item><title>{words()}</title><description>{words()}</description></item>" for _ in range(3))
    return f"<rss version='2.0'><channel><title>{words()}</title>{''.join(entries)}</channel></rss>".encode()


def subtitles(rng: random.Random) -> bytes:
    """Give subtitles of an invented text, some lines to a cue."""
    lines, at, cues = invented(rng).decode("utf-8", "replace").splitlines(), 0, []
    for number in range(len(lines)):
        at += rng.randint(0, 3)
        said = "\n".join(lines[number : number + rng.randint(1, 2)])
        cues.append(f"{number}\n00:00:{at % 60:02},000 --> 00:00:{(at + 1) % 60:02},000\n{said}\n")
    return (rng.choice(("", "WEBVTT\n\n")) + "\n".join(cues)).encode()


INVENTED = {"mail": message, "feed": feed, "subtitles": subtitles}
"""What is made of an invented text, for formats that are more than their words."""


def seeds(target: str) -> list[bytes]:
    """Give files that the target reads."""
    documents = {path.suffix[1:]: path.read_bytes() for path in (DATA / "documents").glob("article.*")}
    name = "md" if target == "markdown" else target
    texts = [path.read_bytes()[:4_000] for path in sorted((DATA / "corpus").iterdir())]
    return [documents[name]] if name in documents else list(documents.values()) if target == "detect" else texts


def hostile(target: str, rng: random.Random) -> bytes:
    """Give an input for a target."""
    if make := INVENTED.get(target):
        return make(rng) if rng.random() < 0.7 else mutated(make(rng), rng)
    seed = rng.choice(seeds_of(target))
    if target in readers.BINARY or target == "detect":
        return repacked(seed, rng) if seed.startswith(b"PK") and rng.random() < 0.8 else mutated(seed, rng)
    if target == "ipynb" and rng.random() < 0.7:
        source = invented(rng).decode("utf-8", "replace")
        return json.dumps({"cells": [{"cell_type": "markdown", "source": source}]}).encode()
    if rng.random() < 0.2:
        return mutated(seed, rng)
    return (b"<html><body>" if target == "html" else b"") + invented(rng)


_seeds: dict[str, list[bytes]] = {}


def seeds_of(target: str) -> list[bytes]:
    """Give the seeds of a target, read once."""
    return _seeds.setdefault(target, seeds(target))


def run(target: str, *, inputs: int, seconds: float, seed: int, findings: Path) -> int:
    """Feed a target; give how many places were found where it fails."""
    check, rng = TARGETS[target], random.Random(f"{seed} {target}")
    places: set[str] = set()
    slowest, began, count = 0.0, time.monotonic(), 0
    while count < inputs and time.monotonic() - began < seconds:
        data = hostile(target, rng)
        count += 1
        start = time.process_time()
        signal.alarm(SECONDS_AN_INPUT)
        try:
            check(data)
        except (Exception, TooSlowError) as error:
            # Where an internal fault arose, not where it was told.
            last = traceback.extract_tb((error.__cause__ or error).__traceback__)[-1]
            place = f"{type(error).__name__} at {last.name}:{last.lineno}"
            if place not in places:
                places.add(place)
                findings.mkdir(parents=True, exist_ok=True)
                kept = findings / f"{target}-{len(places)}"
                kept.write_bytes(data)
                print(f"{target}: {place}: {str(error)[:200]}\n    {kept}: {data[:300]!r}", flush=True)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.process_time() - start)
    spent = time.monotonic() - began
    print(
        f"{target}: {count} inputs in {spent:.0f} s, the slowest {slowest:.2f} s, {len(places)} findings", flush=True
    )
    return len(places)


def guide(target: str, findings: Path, options: list[str]) -> None:
    """Let coverage guide the search, until it is interrupted or finds something; the inputs that lead on are kept."""
    import atheris

    # Only what is imported by now can be instrumented, and much is imported where it is used.
    for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    corpus = findings / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(data)
    atheris.instrument_all()
    limits = [f"-timeout={SECONDS_AN_INPUT}", "-max_len=50000", f"-artifact_prefix={findings / target}-"]
    # A byte changed in an archive mostly breaks the archive, and what reads its members is never seen.
    repack = {"custom_mutator": mutated_member} if seeds(target)[0].startswith(b"PK") else {}
    atheris.Setup([sys.argv[0], *limits, *options, str(corpus)], TARGETS[target], **repack)
    atheris.Fuzz()


def mutated_member(data: bytes, size: int, seed: int) -> bytes:
    """Give a mutant of an archive, or of what is none, of at most so many bytes."""
    rng = random.Random(seed)
    with suppress(Exception):
        return repacked(data, rng)[:size]
    return mutated(data, rng)[:size]


class TooSlowError(BaseException):
    """An input takes too long; nothing that is tested may take this for a fault of the input."""


def _time_out(*_: object) -> None:
    raise TooSlowError(f"more than {SECONDS_AN_INPUT} seconds")


def main() -> int:
    """Run what the command line asks for; give 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--inputs", type=int, default=10_000, help="inputs for each target")
    parser.add_argument("--seconds", type=float, default=600, help="seconds for each target, at most")
    parser.add_argument("--seed", type=int, default=1, help="what the inputs are drawn from")
    parser.add_argument(
        "--findings", type=Path, default=Path("findings"), help="the folder that findings are kept in"
    )
    parser.add_argument("--guided", action="store_true", help="let coverage guide the search")
    asked, options = parser.parse_known_args()
    if asked.guided:
        guide(asked.targets[0], asked.findings, options)
    signal.signal(signal.SIGALRM, _time_out)
    limits = {"inputs": asked.inputs, "seconds": asked.seconds, "seed": asked.seed, "findings": asked.findings}
    return min(1, sum(run(target, **limits) for target in asked.targets or TARGETS))


if __name__ == "__main__":
    sys.exit(main())
