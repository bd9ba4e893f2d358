"""JSON for programs: an object a briefing, on one line (JSON Lines)."""

import json
from dataclasses import asdict
from typing import Any

from briefing.document import Briefing, Part, Sentence


def render(briefing: Briefing) -> str:
    """Return a briefing as one line of JSON."""
    return json_line(
        "briefing/1",
        **fields(briefing, "name", "title", "language", "method"),
        document=asdict(briefing.document_size),
        briefing=asdict(briefing.briefing_size),
        parts=[_part(part) for part in briefing.parts],
        **fields(briefing, "terms", "unit"),
        left_out=[{"heading": heading.text, "line": heading.line} for heading in briefing.left_out],
        bottom_line=sentence_facts(briefing.bottom_line) if briefing.bottom_line else None,
        **({"status": briefing.status} if briefing.status else {}),
    )


def json_line(schema: str, **facts: Any) -> str:
    """Return facts as one line of JSON in ASCII, first the name of their shape, which gains keys and loses none."""
    return json.dumps({"schema": schema, **facts}) + "\n"


def fields(item: Any, *names: str) -> dict[str, Any]:
    """Return some fields of a thing by their names."""
    return {name: getattr(item, name) for name in names}


def _part(part: Part) -> dict[str, Any]:
    heading = part.heading
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": heading.line if heading else None,
        **({"page": heading.page} if heading and heading.page else {}),
        "points": [
            {**sentence_facts(point.sentence), "score": round(point.score, 6), "rank": point.rank}
            for point in part.points
        ],
    }


def sentence_facts(sentence: Sentence) -> dict[str, Any]:
    """Return what a sentence says and where it stands; 'speaker', 'time' and 'page' only where they are known."""
    known = fields(sentence, "speaker", "time", "page", "sources").items()
    return fields(sentence, "text", "line", "start", "end") | {key: own for key, own in known if own is not None}
