"""Text that holds no article, and why: data, source code, logs, and markup that other programs convert."""

import json
import re
from pathlib import Path, PurePath

from briefing.patterns import regex

_TEX_REFUSED = "TeX; convert it first: pandoc -f latex -o article.md FILE"
_ASCIIDOC_REFUSED = "AsciiDoc; convert it first: asciidoctor -o article.html FILE"
_NO_ARTICLE = "{}, which holds no article; give the text that it is about"
_FEEDS = "a list of feeds; give it to briefing digest"
_TEX = regex(r"^[ \t]*\\(?:documentclass|begin\{document\}|usepackage|section\*?\{|chapter\*?\{)", re.MULTILINE)
_ASCIIDOC = regex(
    r"\A\s*(?://[^\n]*\n)*= \S[^\n]*\n(?:(?:[^\n]+\n){0,6}:[\w-]+:|(?s:.){0,5000}?^(?:== \S|----$|\[source|\|===$))",
    re.MULTILINE,
)
_OPML = regex(r"\A\s*(?:<\?xml[^<>]{0,200}>\s*)?<opml\b", re.IGNORECASE)
_CODE_LINE = regex(
    r"\A(?:(?:def|class|fn|func|function|public|private|protected|static|const|let|var|import|from|package|using"
    r"|namespace|struct|enum|interface|return|if|elif|else|for|while|try|except|catch|switch|case|end)\b.*[:;{}()\]]"
    r"|(?:import|from|package|using) [\w.*{}, ]+;?|#(?:include|define|ifdef|ifndef|endif|pragma)\b.*"
    r"|[\w.\[\]\"'>]+ ?[-+*/|&:]?=.*|@?[\w.:]+\(.*|.*[;{}]|[)\]},;]+|<\?php.*|#!/.*)\Z"
)
_CODE_FOR_SURE = regex(
    r"\A(?:(?:async )?def \w+\(.*|class \w+[(:{].*|from [\w.]+ import .+|import [\w.]+(?: as \w+)?;?|#include .*"
    r"|(?:export )?(?:const|let|var) \w+ = .*|(?:export )?function \w*\(.*|self\.\w.*"
    r"|(?:public|private|static) .*[{;]|@\w[\w.]*(?:\(.*)?|return \w.*[;)\]]|\}[;,]?|elif .*:|else:|\} else \{)\Z"
)
_FEWEST_FOR_SURE = 5
_LOG_LINE = regex(
    r"\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d.{0,60}?\b(?:TRACE"
    r"|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b"
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S+?(?:\[\d+\])?: "
    r"|\d{1,3}(?:\.\d{1,3}){3} \S+ \S+ \[\d\d/",
    re.IGNORECASE,
)
_SENTENCE_END = regex(r"\w[.!?…。！？][\"'”’)]*\Z")
_FEWEST_WORDS = 4
"""Of a sentence that shows prose; of a line without spaces, so many times as many letters of other alphabets."""
_SEPARATORS = "\t;,|"
_FEWEST_LINES = 4
_LONGEST_CELL = 30  # Characters of a cell, in the mean, of a table of values
_MOST_LINES = 200  # Lines that are looked at
_SAMPLE = 20_000
_LARGEST_JSON = 2_000_000


def table(name: str) -> dict[str, str]:
    """Return the kind of file that each ending and media type is of, by a table beside this module."""
    rows = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return {word: kind for kind, words in (row.split(": ") for row in rows) for word in words.split()}


def by_name(name: str, text: str) -> str:
    """Return why a text of such a name is not read; '' if it may be an article, as prose may be whatever its name."""
    suffix = PurePath(name).suffix.lower()
    if _OPML.match(text):
        return _FEEDS
    if suffix in (".tex", ".latex", ".ltx"):
        return _TEX_REFUSED
    if suffix in (".adoc", ".asciidoc", ".asc"):
        return _ASCIIDOC_REFUSED
    what = table("refused.txt").get(suffix)
    return _NO_ARTICLE.format(what) if what and not _is_prose(_lines(text)) else ""


def by_looks(text: str) -> str:
    """Return why a text is not read, by its looks alone; '' if it may be an article."""
    if len(_TEX.findall(text[:_SAMPLE])) > 1:
        return _TEX_REFUSED
    if _ASCIIDOC.match(text[:_SAMPLE]):
        return _ASCIIDOC_REFUSED
    what = _looks_like(text, _lines(text))
    return _NO_ARTICLE.format(what) if what else ""


def _lines(text: str) -> list[str]:
    return [line for line in text[:_SAMPLE].splitlines()[:_MOST_LINES] if line.strip()]


def _looks_like(text: str, lines: list[str]) -> str:
    if _is_json(text, lines):
        return "JSON"
    if len(lines) < _FEWEST_LINES or _is_prose(lines):
        return ""
    if _count(_LOG_LINE, lines) / len(lines) > 0.8:
        return "a log"
    if lines[0].startswith("#!/") or _is_code(lines):
        return "source code"
    return "a table of values" if any(_is_table(lines, sign) for sign in _SEPARATORS) else ""


def _is_prose(lines: list[str]) -> bool:
    """Return whether a third of the lines or more end a sentence of several words, and are no comments on code."""
    return 3 * sum(map(_ends_sentence, lines)) >= len(lines) > 0


def _ends_sentence(line: str) -> bool:
    bare = line.strip()
    long = len(bare.split()) >= _FEWEST_WORDS or (not bare.isascii() and len(bare) >= 4 * _FEWEST_WORDS)
    return long and not bare.startswith(("#", "//", "*", "--")) and _SENTENCE_END.search(bare[-12:]) is not None


def _is_code(lines: list[str]) -> bool:
    """Return whether most lines look like code, or many do and some like nothing else; comments count."""
    likely, sure = _count(_CODE_LINE, lines) / len(lines), _count(_CODE_FOR_SURE, lines)
    return likely >= 0.75 or (likely >= 0.3 and sure >= max(_FEWEST_FOR_SURE, len(lines) / 20))


def _count(pattern: re.Pattern[str], lines: list[str]) -> int:
    return sum(pattern.match(line[:500].strip()) is not None for line in lines)


def _is_json(text: str, lines: list[str]) -> bool:
    bare = text.strip()
    if not bare.startswith(("{", "[")) or len(bare) > _LARGEST_JSON:
        return bare.startswith(('{"', '[{"')) and len(bare) > _LARGEST_JSON
    return _parses(bare) or (len(lines) > 1 and all(_parses(line) for line in lines[:3]))


def _parses(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:
        return False


def _is_table(lines: list[str], sign: str) -> bool:
    """Return whether nearly all lines have as many cells, at least three of them, and short ones."""
    counts = [line.count(sign) for line in lines]
    usual = max(set(counts), key=counts.count)
    cells = sum(count + 1 for count in counts)
    short = sum(map(len, lines)) <= _LONGEST_CELL * cells
    return usual >= 2 and short and counts.count(usual) >= 0.9 * len(lines)
