"""Fit what the signs of a sentence weigh on articles that careful readers have marked.

    python tests/benchmarks/fit_weights.py FOLDER                # cross-validated figures
    python tests/benchmarks/fit_weights.py FOLDER --leave-out    # and what each group of signs is worth
    python tests/benchmarks/fit_weights.py FOLDER --write        # the weights, fitted on all, into the package

The folder has JSON Lines, gzipped (*.jsonl.gz), an article a line: id, text, language; spans [start, end] of what
readers quoted (briefing, the best first), may quote (also), would be embarrassed by (bad), and could let stand alone
(bottom_line); questions [{importance 1 to 3, evidence: [[span, …], …]}]; section_spans [[start, end, 0 to 3]]. Files
whose articles have no section_spans are only measured, with the weights fitted on the others. In its folder summaries
there may be more files: id, text, lang, refs (summaries by people); of these a few articles count a little, and
files called weak-something not at all.

A ridge regression: what readers made of a sentence, against its signs. Each trait of a text adds weights of its own
to those of all texts, all held to 0. An article weighs by the power SPREAD of its length.
"""

import argparse
import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np

import briefing
from briefing import composition, scoring, segment, selection
from briefing.budget import Budget
from briefing.scoring import analyst, dom, table

WORDS = 230
FOLDS = 5
SHRINK = 0.5
"""The ridge: how much weights are held to 0."""
SPREAD = 0.75
"""Power of the number of its sentences that an article weighs: at 1 each sentence would weigh the same."""
MARKED = 2
"""How often a sentence counts of which readers made something, beside one of which they made nothing."""
UNREAD = ("questions", "briefing", "also", "bottom_line")
SAMPLE = 100
"""How many articles of a file of summaries are taken."""
SUMMARIES = 0.11
"""What an article with a summary weighs beside one that readers have marked."""
WORTH = (0.4, 0.7)
"""Mean and spread of what readers make of the sentences of an article, which summaries are brought to."""
LEAST = 8
"""Words added to those of a sentence, where it is asked how much of it a summary says: few words say little."""
SHARE = 0.6
"""The share of a span that counts as the whole."""
MEASURES = ("answered", "worth", "bad", "top", "covered", "wasted", "words")

Table = dict[str, tuple[float, ...]]
Span = tuple[int, int]


@dataclass
class Case:
    """An article, the signs of its sentences, and what readers made of them."""

    row: dict[str, Any]
    document: briefing.Document
    scores: scoring.Scores
    signs: np.ndarray
    worth: np.ndarray
    traits: list[str]
    weight: float = 1.0

    @property
    def fold(self) -> int:
        return zlib.crc32(self.row["id"].encode()) % FOLDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    parser.add_argument("--leave-out", action="store_true", help="what each group of signs is worth")
    options = parser.parse_args()
    names = list(filter(None, table.WEIGHTS))
    read = [case for path in sorted(options.folder.glob("*.jsonl.gz")) for case in cases(path, names)]
    marked = [case for case in read if "section_spans" in case.row]
    others = [case for case in read if "section_spans" not in case.row]
    paths = [path for path in sorted(options.folder.glob("summaries/*.jsonl.gz")) if not path.name.startswith("weak")]
    texts = [case for path in paths for case in summarized(path, names)]
    report("all signs", crossed(marked, texts, names, names), Budget(words=WORDS))
    report("default length", crossed(marked, texts, names, names), Budget())
    if options.leave_out:
        for group in dict.fromkeys(name.partition(":")[0] for name in names):
            kept = [name for name in names if name.partition(":")[0] != group]
            report(f"without {group}", crossed(marked, texts, names, kept), Budget(words=WORDS))
    found = fitted([*marked, *texts], names, names)
    for words in (100, WORDS) if others else ():
        report(f"others, {words} words", [(case, found) for case in others], Budget(words=words))
    if options.write:
        write(found)


def cases(path: Path, names: list[str]) -> Iterator[Case]:
    """Return the articles of a file that has readers' marks."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "questions" in row and "briefing" in row:
                yield case(row, names)


def case(row: dict[str, Any], names: list[str]) -> Case:
    document = briefing.parse(row["text"], language=row.get("language") or row.get("lang") or "english")
    scores = scoring.score(document)
    model = dom.document_model(document, dom.words_of(document, scores.page.words))
    found = analyst.signs_of(scores.page, model)
    return Case(
        row=row,
        document=document,
        scores=scores,
        signs=np.array([found.get(name, [0.0] * len(document.sentences)) for name in names], dtype=float).T,
        worth=np.array([worth((sentence.start, sentence.end), row) for sentence in document.sentences]),
        traits=analyst.traits(document),
    )


def summarized(path: Path, names: list[str]) -> Iterator[Case]:
    """Return some articles of a file that has summaries: a sentence is worth what of it they say as well."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows[:: max(1, len(rows) // SAMPLE)]:
        made = case({**dict.fromkeys(UNREAD, ()), **row}, names)
        told = [phrases(segment.words(reference.lower())) for reference in row["refs"]]
        own = [phrases(words) for words in made.scores.page.words]
        shares = [fmean((one & other).total() for other in told) / (one.total() / 2 + LEAST) for one in own]
        made.worth = WORTH[0] + WORTH[1] * (np.array(shares) - fmean(shares)) / (np.std(shares) + 1e-9)
        made.weight = SUMMARIES
        yield made


def phrases(words: Sequence[str]) -> Counter[Any]:
    """Return words and pairs of neighbours, as ROUGE counts them."""
    return Counter(words) + Counter(pairwise(words))


def worth(span: Span, row: dict[str, Any]) -> float:
    """Return what readers made of a sentence."""
    quoted = 1.0 if alike(span, row["briefing"]) else 0.85 * alike(span, row["also"])
    answering = sum(
        question["importance"] / 3 / len(evidence) ** 0.5
        for question in row["questions"]
        for evidence in question["evidence"]
        if alike(span, evidence)
    )
    return quoted + 1.75 * answering + alike(span, row["bottom_line"]) - alike(span, row.get("bad", ()))


def alike(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span and another share most of the shorter one."""
    start, end = span
    return any(min(end, b) - max(start, a) >= SHARE * min(end - start, b - a) for a, b in others)


def crossed(marked: list[Case], texts: list[Case], names: list[str], kept: list[str]) -> list[tuple[Case, Table]]:
    """Return each article with the weights fitted on the folds that it is not in."""
    tables = [fitted([*texts, *(c for c in marked if c.fold != fold)], names, kept) for fold in range(FOLDS)]
    return [(case, tables[case.fold]) for case in marked]


def fitted(cases: list[Case], names: list[str], kept: list[str]) -> Table:
    """Return the weights that come nearest to what readers made of the sentences."""
    columns = [names.index(name) for name in kept]
    values = np.vstack([case.signs for case in cases if case.weight == 1])[:, columns]
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    rows = []
    for case in cases:
        scaled = (case.signs[:, columns] - mean) / spread
        rows.append(np.hstack([scaled, *(scaled * (trait in case.traits) for trait in table.TRAITS)]))
    importance = np.concatenate([importances(case) for case in cases])
    wanted = np.concatenate([case.worth for case in cases])
    middle = np.average(wanted, weights=importance)
    matrix = np.vstack(rows) * np.sqrt(importance)[:, None]
    ridge = SHRINK * importance.sum() * np.eye(matrix.shape[1])
    solved = np.linalg.solve(matrix.T @ matrix + ridge, matrix.T @ ((wanted - middle) * np.sqrt(importance)))
    columns = np.array(np.split(solved, len(table.TRAITS) + 1)) / spread
    begin = -(columns @ mean)
    begin[0] += middle
    return {"": tuple(begin.tolist())} | {
        name: tuple(row) for name, row in zip(kept, columns.T.tolist(), strict=True)
    }


def importances(case: Case) -> np.ndarray:
    """Return what each sentence of an article weighs: all together a power of their number, or a little of it."""
    counts = np.where((case.weight == 1) & (case.worth != 0), MARKED, 1)
    return case.weight * len(counts) ** SPREAD * counts / counts.sum()


def report(label: str, pairs: list[tuple[Case, Table]], budget: Budget) -> None:
    """Print the means of all measures, each with its standard error over articles."""
    measured = [measure(case, known, budget) for case, known in pairs]
    cells = []
    for name in MEASURES:
        known = [figures[name] for figures in measured if figures[name] is not None]
        error = stdev(known) / len(known) ** 0.5 if len(known) > 1 else 0.0
        cells.append(f"{name} {fmean(known):5.1f}±{error:.1f}" if known else f"{name}     –")
    print(f"{label:24}", "  ".join(cells), flush=True)


def measure(case: Case, fitted: Table, budget: Budget) -> dict[str, float | None]:
    """Return what a reader of the briefing made with some weights would know; shares in hundredths."""
    weighed = analyst.weights_for(case.document, fitted)
    names = list(filter(None, table.WEIGHTS))
    raw = case.signs @ np.array([weighed.get(name, 0.0) for name in names]) + weighed[""]
    values = np.array([analyst.positive(float(value)) for value in raw])
    scores = replace(case.scores, values=tuple((values / values.max()).tolist()))
    chosen = selection.choose(case.document, scores, budget)
    made = composition.compose(case.document, chosen, scores, method="analyst")
    row, text = case.row, case.document.text
    spans = {(s.start, s.end): len(s.text.split()) for s in made.sentences}
    total = sum(spans.values()) or 1
    quotable = [*row["briefing"], *row["also"], *row["bottom_line"]]
    quotable += [span for question in row["questions"] for evidence in question["evidence"] for span in evidence]
    top = made.bottom_line and (made.bottom_line.start, made.bottom_line.end)
    must = [span for *span, worth in row.get("section_spans", ()) if worth == 3]
    needless = [span for *span, worth in row.get("section_spans", ()) if worth == 0]
    needless_words = sum(len(text[a:b].split()) for start, end in needless for a, b in spans if a < end and start < b)
    return {
        "answered": answered(row, spans),
        "worth": 100 * sum(words for span, words in spans.items() if alike(span, quotable)) / total,
        "bad": 100 * sum(alike(span, row["bad"]) for span in spans) / max(1, len(spans)) if row["bad"] else None,
        "top": 100.0 * bool(top and alike(top, [*row["bottom_line"], *row["briefing"][:3]])),
        "covered": 100 * sum(any(a < e and s < b for a, b in spans) for s, e in must) / len(must) if must else None,
        "wasted": 100 * needless_words / total if row.get("section_spans") else None,
        "words": float(sum(spans.values())),
    }


def answered(row: dict[str, Any], spans: Iterable[Span]) -> float:
    """Return the share of the questions, weighed by importance, whose evidence is in the briefing."""
    spans = list(spans)

    def told(start: int, end: int) -> bool:
        return sum(max(0, min(end, b) - max(start, a)) for a, b in spans) >= SHARE * (end - start)

    there = [
        question["importance"]
        for question in row["questions"]
        if any(evidence and all(told(*span) for span in evidence) for evidence in question["evidence"])
    ]
    return 100 * sum(there) / sum(question["importance"] for question in row["questions"])


def write(known: Table) -> None:
    """Write the weights into the package: a line a sign, a column a trait of texts."""
    lines = table.FILE.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            name, _, reason = line.split(" | ")
            lines[number] = f"{name} | {' '.join(f'{value:6.3f}' for value in known[name.strip()])} | {reason}"
    table.FILE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
