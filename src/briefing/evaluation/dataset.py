"""Data sets of articles with references: JSON Lines, an object an article.

Keys: `id`, `text`, `refs` (a list of references) or `questions` (objects with `question`, with `evidence`: a list of
what answers it word for word, each a string or a list of strings, all of which it takes, and with `importance`); and
if need be `sentences` or `words` (how long the briefing may be) and `lang` (an English name or ISO 639-1 code).
Others are ignored.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from briefing import languages
from briefing.errors import SourceError
from briefing.evaluation import Article
from briefing.evaluation.measures import Question
from briefing.source import Source


def articles(source: Source, *, language: str, length: Mapping[str, int | float | None]) -> list[Article]:
    """Return a data set's articles, in a language and of a length if they name none; a SourceError says the line."""
    found = []
    # Only a line feed ends a line of JSON Lines; a string may hold U+2028 and the like.
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip():
            try:
                found.append(_article(json.loads(line), language, length))
            except (ValueError, RecursionError) as error:
                raise SourceError(f"{source.name}: line {number}: {_reason(error)}") from error
    if not found:
        raise SourceError(f"{source.name}: no article in it; give one JSON object a line")
    return found


def _article(record: Any, language: str, length: Mapping[str, int | float | None]) -> Article:
    if not isinstance(record, dict):
        raise ValueError("not an object; give one with id, text and refs")
    name, text = record.get("id"), record.get("text")
    if not isinstance(name, str | int):
        raise ValueError("no id; give a string")
    if not _is_written(text):
        raise ValueError(f"article {name!r} has no text; give a string")
    references, questions = record.get("refs", []), record.get("questions", [])
    if not isinstance(references, list) or not all(map(_is_written, references)) or not (references or questions):
        raise ValueError(f"article {name!r} has no refs; give a list of strings")
    own_length = {key: record[key] for key in ("sentences", "words") if record.get(key) is not None}
    if len(own_length) > 1 or not all(type(value) is int and value > 0 for value in own_length.values()):
        raise ValueError(f"article {name!r}: give a whole number over 0 as either sentences or words")
    own_language = str(record.get("lang") or language)
    languages.check(own_language)
    return Article(
        name=str(name),
        text=text,
        references=tuple(references),
        questions=tuple(_questions(questions, f"article {name!r}")),
        language=own_language,
        length=own_length or length,
    )


def _questions(questions: Any, article: str) -> Iterator[Question]:
    for asked in questions if isinstance(questions, list) else [None]:
        told = asked if isinstance(asked, dict) else {}
        evidence, importance = told.get("evidence"), told.get("importance", 1)
        answers = [[own] if isinstance(own, str) else own for own in evidence] if isinstance(evidence, list) else []
        are_written = all(isinstance(parts, list) and parts and all(map(_is_written, parts)) for parts in answers)
        if not answers or not are_written or type(importance) not in (int, float) or not 0 < importance < 1e9:
            wanted = "a list of objects with question, evidence and, maybe, importance"
            raise ValueError(f"{article}: give questions as {wanted}")
        yield Question(str(told.get("question", "")), tuple(map(tuple, answers)), float(importance))


def _is_written(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at column {error.colno}"
    return "JSON nested too deep" if isinstance(error, RecursionError) else str(error)
