"""JSON for programs: an object a briefing, on one line (JSON Lines)."""

import json
from typing import Any

from briefing.document import Briefing, Part, Size

SCHEMA = "briefing/1"
"""Name of the object's shape. Keys may be added to it; none is renamed or dropped."""


def render(briefing: Briefing) -> str:
    """Give a briefing as one line of JSON in ASCII."""
    return json.dumps(_object(briefing)) + "\n"


def _object(briefing: Briefing) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "name": briefing.name,
        "title": briefing.title,
        "language": briefing.language,
        "method": briefing.method,
        "document": _size(briefing.document_size),
        "briefing": _size(briefing.briefing_size),
        "parts": [_part(part) for part in briefing.parts],
        "terms": list(briefing.terms),
    }


def _size(size: Size) -> dict[str, int]:
    return {"sentences": size.sentences, "words": size.words}


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
