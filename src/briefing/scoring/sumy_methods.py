"""Sumy's own methods (stand-in)."""

from importlib import import_module
from typing import Any

from briefing.scoring import lexicon


def summarizer(name: str, language: str) -> Any:
    """Give a sumy summarizer."""
    module = import_module("sumy.summarizers." + name.replace("-", "_"))
    cls = getattr(
        module,
        {
            "lex-rank": "LexRank",
            "text-rank": "TextRank",
            "lsa": "Lsa",
            "luhn": "Luhn",
            "edmundson": "Edmundson",
            "sum-basic": "SumBasic",
            "kl": "KL",
            "reduction": "Reduction",
            "random": "Random",
        }[name]
        + "Summarizer",
    )
    result = cls(lexicon.stemmer(language))
    result.stop_words = lexicon.stop_words(language)
    if name == "edmundson":
        result.bonus_words = ["important"]
        result.stigma_words = ["hardly"]
        result.null_words = lexicon.stop_words(language)
    return result
