"""JSON for programs: an object a briefing, on one line (JSON Lines)."""

import json
from dataclasses import asdict
from typing import Any

from briefing.document import Briefing, Part, Sentence

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
                **_known(point.sentence),
            }
            for point in part.points
        ],
    }


def _known(sentence: Sentence) -> dict[str, str]:
    """Return what is known of some sentences only; a key is there where it is."""
    known = {"speaker": sentence.speaker, "time": sentence.time}
    return {key: value for key, value in known.items() if value is not None}
