"""From a Digest to text, lines, Markdown, JSON, or briefings for a memo: points with sources, and these below."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from itertools import groupby
from typing import Any

from briefing.digests import Difference, Digest, Matter, Origin, SharedPoint
from briefing.document import Briefing, Heading, Part, Point
from briefing.render.json import fields, json_line, sentence_facts
from briefing.render.markdown import escape
from briefing.render.text import heading_line, source_name
from briefing.terminal import sanitize


def render(digest: Digest, format: str) -> str:
    """Return a digest in the named format, but for 'rich', ending with a line end unless it is empty."""
    if format == "lines":
        return "".join(f"{sanitize(sentence.text)}\n" for sentence in digest.sentences)
    return {"text": _text, "markdown": _markdown, "json": _json}[format](digest)


def subject(matter: Matter) -> str:
    """Return what a matter is about, safe to print: the best title, or else the first source's name."""
    return sanitize(matter.title or source_name(matter.origins[0].name))


def cited(sources: Sequence[int]) -> str:
    """Return the numbers of some articles: '1, 3'."""
    return ", ".join(map(str, sources))


def said_otherwise(difference: Difference) -> str:
    """Return what differs: 'differs: 12, 14'."""
    return f"differs: {sanitize(difference.ours)}, {sanitize(difference.theirs)}"


def facts_of(matter: Matter, number: int) -> list[str]:
    """Return what is known of an article but its number: title, name, day, and where what is told stands in it."""
    origin = matter.origins[number - 1]
    name = sanitize(origin.address) if origin.address else source_name(origin.name)
    known = [sanitize(origin.title or ""), name, origin.date or "", _places(origin, matter.places(number))]
    return [fact for fact in known if fact]


def by_heading(matter: Matter) -> Iterator[tuple[str | None, list[SharedPoint]]]:
    """Yield the points of a matter under the headings that its articles share; None stands before them."""
    for heading, points in groupby(matter.points, key=lambda point: point.heading):
        yield heading, list(points)


def as_briefing(matter: Matter) -> Briefing:
    """Return a matter as a briefing, whose sentences say who says so instead of where they stand."""
    count = 0
    parts: list[Part] = []
    for heading, points in by_heading(matter):
        told: list[Point] = []
        for point in points:
            own = replace(point.sentence, index=count, sources=cited(point.sources))
            told.append(Point(own, point.score, count + 1))
            count += 1
            for other in point.differences:
                marked = replace(other.sentence, index=count, sources=f"differs: {cited(other.sources)}")
                told.append(Point(marked, point.score, count + 1))
                count += 1
        parts.append(Part(Heading(heading, 1, 0, 0, 1) if heading else None, tuple(told)))
    names = "; ".join(f"{number} {source_name(origin.name)}" for number, origin in enumerate(matter.origins, 1))
    size = replace(matter.size, sentences=sum(origin.size.sentences for origin in matter.origins))
    bottom = parts[0].points[0].sentence if parts else None
    return Briefing(names, subject(matter), matter.language, "", size, matter.size, tuple(parts), bottom_line=bottom)


def _places(origin: Origin, places: Sequence[str]) -> str:
    plain = [place for place in places if place.isdigit()]
    unit = f"{origin.unit}{'s' * (len(places) > 1)} " if plain else ""
    return unit + ", ".join(places)


def _text(digest: Digest) -> str:
    return "\n".join("\n".join([*_told(matter), ""]) for matter in digest.matters) + _left_out(digest, "\n")


def _told(matter: Matter) -> Iterator[str]:
    yield heading_line(subject(matter))
    for heading, points in by_heading(matter):
        yield ""
        if heading:
            yield heading_line(heading)
        for point in points:
            yield f"- {sanitize(point.sentence.text)} [{cited(point.sources)}]"
            for other in point.differences:
                yield f"  {said_otherwise(other)}: {sanitize(other.sentence.text)} [{cited(other.sources)}]"
    yield ""
    yield "Sources"
    for number in range(1, len(matter.origins) + 1):
        yield f"[{number}] {'; '.join(facts_of(matter, number))}"


def _left_out(digest: Digest, gap: str) -> str:
    names = "; ".join(sanitize(title) for title in digest.left_out if title)
    return f"{gap}Left out: {names}\n" if names else ""


def _markdown(digest: Digest) -> str:
    blocks: list[str] = []
    for matter in digest.matters:
        blocks.append(f"# {escape(subject(matter), opens_line=False)}")
        for heading, points in by_heading(matter):
            blocks += [f"## {escape(heading, opens_line=False)}"] if heading else []
            blocks.append("\n".join(line for point in points for line in _items(matter, point)))
        numbers = range(1, len(matter.origins) + 1)
        blocks.append("**Sources**")
        blocks.append("\n".join(f"{number}. {escape('; '.join(facts_of(matter, number)))}" for number in numbers))
    return "\n\n".join(blocks) + "\n" + escape(_left_out(digest, "").strip(), opens_line=False) if blocks else ""


def _items(matter: Matter, point: SharedPoint) -> Iterator[str]:
    yield f"- {escape(point.sentence.text)} ({matter.agreement(point)}: {cited(point.sources)})"
    for other in point.differences:
        told = f"{escape(other.sentence.text, opens_line=False)} ({cited(other.sources)})"
        yield f"    - **{escape(said_otherwise(other), opens_line=False)}** {told}"


def _json(digest: Digest) -> str:
    matters = [_matter(matter) for matter in digest.matters]
    return json_line("briefing-digest/1", method=digest.method, matters=matters, left_out=digest.left_out)


def _matter(matter: Matter) -> dict[str, Any]:
    return {
        **fields(matter, "title", "language"),
        "digest": asdict(matter.size),
        "sources": [{"number": n, **asdict(origin)} for n, origin in enumerate(matter.origins, 1)],
        "points": [
            {
                **fields(point, "heading", "score", "sources"),
                "of": len(matter.origins),
                "leans": point.leans,
                "tellings": _tellings(point),
                "differences": [
                    fields(other, "kind", "ours", "theirs", "sources") | {"tellings": _tellings(other)}
                    for other in point.differences
                ],
            }
            for point in matter.points
        ],
    }


def _tellings(told: SharedPoint | Difference) -> list[dict[str, Any]]:
    return [{"source": telling.source, **sentence_facts(telling.sentence)} for telling in told.tellings]
