"""JSON for programs: an object a briefing, on one line (JSON Lines)."""

import json
from dataclasses import asdict
from typing import Any

from briefing.document import Briefing, Part

SCHEMA = "briefing/1"
"""Name of the object's shape. Keys may be added to it; none is renamed or dropped."""


def render(briefing: Briefing) -> str:
    """Give a briefing as one line of JSON in ASCII."""
    whole = {
        "schema": SCHEMA,
        "name": briefing.name,
        "title": briefing.title,
        "language": briefing.language,
        "method": briefing.method,
        "document": asdict(briefing.document_size),
        "briefing": asdict(briefing.briefing_size),
        "parts": [_part(part) for part in briefing.parts],
        "terms": briefing.terms,
    }
    return json.dumps(whole) + "\n"


def _part(part: Part) -> dict[str, Any]:
    heading = part.heading
    return {
        "heading": heading.text if heading else None,
        "level": heading.level if heading else None,
        "line": heading.line if heading else None,
        "points": [
            {
                "text": point.sentence.text,
                "line": point.sentence.line,
                "start": point.sentence.start,
                "end": point.sentence.end,
                "score": round(point.score, 6),
                "rank": point.rank,
            }
            for point in part.points
        ],
    }
