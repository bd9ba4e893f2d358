"""Turn an article into a briefing: its own headings and, under each, the sentences that carry it, word for word.

>>> import briefing
>>> source = briefing.read("article.txt")
>>> for sentence in briefing.summarize(source.text, sentences=5).sentences:
...     print(sentence.line, sentence.text)
"""

_HOME = {
    **dict.fromkeys(("digest", "parse", "pipe", "summarize"), "api"),
    **dict.fromkeys(("Difference", "Digest", "Matter", "Origin", "SharedPoint", "Telling"), "digests"),
    **dict.fromkeys(("Boilerplate", "Briefing", "Document", "Heading", "Paragraph"), "document"),
    **dict.fromkeys(("Part", "Point", "Section", "Sentence", "Size"), "document"),
    **dict.fromkeys(("BriefingError", "SourceError", "UsageError"), "errors"),
    **dict.fromkeys(("Source", "read"), "source"),
    "DEFAULT_METHOD": "scoring",
}
"""Where each public name is at home that is no module; `__init__.pyi` has their types."""

__all__ = sorted((*_HOME, "segment"))
__version__ = "0.2.0"


def __getattr__(name: str) -> object:
    """Return a public name or a module, imported when it is first used."""
    from importlib import import_module

    home = _HOME.get(name)
    try:
        module = import_module(f"{__name__}.{home or name}")
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    globals()[name] = found = getattr(module, name) if home else module
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
