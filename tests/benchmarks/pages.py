"""How well pages are read: titles, words and headings against what a folder of pages says is right.

    python tests/benchmarks/pages.py FOLDER... [--worst N]

A folder holds NAME.html and NAME.json for each page. Of the keys that a JSON object may have, each is measured:
`title`; `text`, the words of the article, or `part`, some of them; `headings`; `with` and `without`, passages that
are of the article and that are not. Words are counted as often as they stand; a page counts as much as any other.
"""

import argparse
import json
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean
from typing import Any

import briefing
from briefing.errors import SourceError

_ELSEWHERE = ("outside the article", "navigation", "form")
"""Where words are of no article; what else is left out of it, a table or a byline, is known for what it is."""
_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]|\w+")


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(_WORD.findall(text.casefold()))


def bare(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text.casefold()))


def measure(page: Path) -> dict[str, float]:
    """Return each measure of a page that can be taken, 1 the best."""
    expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    try:
        document = briefing.parse(briefing.read(page), format="html", language="auto")
    except SourceError:
        return dict(_measures(expected, "", "", [], ""))
    title = document.title or ""
    headings = [heading.text for heading in document.headings]
    article = "\n".join([title, *headings, *(sentence.text for sentence in document.sentences)])
    kept = "\n".join(
        document.text[part.start : part.end] for part in document.boilerplate if part.kind not in _ELSEWHERE
    )
    return dict(_measures(expected, title, article, headings, kept))


def _measures(expected: dict[str, Any], title: str, article: str, headings: list[str], kept: str) -> Any:
    right_title = expected.get("title")
    if right_title:
        yield (
            "title",
            float(bare(title) != "" and (bare(title) in bare(right_title) or bare(right_title) in bare(title))),
        )
    if told := expected.get("text") or expected.get("part"):
        wanted, found = words(told), words(article)
        wanted -= (wanted - found) & words(kept)
        common = sum((wanted & found).values())
        yield "words in", common / max(1, sum(wanted.values()))
        if expected.get("text"):
            extra = found - wanted - words(f"{expected.get('title', '')} {title}")
            yield "words foreign", sum(extra.values()) / max(1, sum(found.values()))
        yield "empty", float(not found)
    if expected.get("headings"):
        wanted_headings = {bare(heading) for heading in expected["headings"]} - {
            bare(title),
            bare(expected.get("title", "")),
        }
        ours = {bare(heading) for heading in headings}
        if wanted_headings:
            yield "headings found", len(wanted_headings & ours) / len(wanted_headings)
            yield "headings right", len(wanted_headings & ours) / max(1, len(ours))
    for key, text in (("with", bare(article + kept)), ("without", bare(article))):
        if passages := [bare(passage) for passage in expected.get(key, ()) if bare(passage)]:
            yield f"passages {key}", mean(passage in text for passage in passages)


def _page(page: Path) -> tuple[Path, list[tuple[str, float]]]:
    return page, list(measure(page).items())


def main() -> None:
    """Print the mean of each measure for each folder, and its worst pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th page")
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs) as pool:
        for folder in options.folders:
            pages = sorted(folder.glob("*.html"))[:: options.every]
            results = list(pool.map(_page, pages, chunksize=4))
            print(f"{folder.name}: {len(pages)} pages")
            for name in dict(pair for _, found in results for pair in found):
                values = [(value, page.stem) for page, found in results for key, value in found if key == name]
                print(f"  {name:16} {mean(value for value, _ in values):.4f}  of {len(values)}")
                bad = sorted(values, reverse=name in ("words foreign", "passages without", "empty"))[: options.worst]
                for value, page in bad:
                    print(f"      {value:.3f} {page}")


if __name__ == "__main__":
    main()
