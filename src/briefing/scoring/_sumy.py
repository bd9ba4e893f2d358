"""The door to sumy: what the methods share, without what sumy imports for its command line and its parsers.

sumy mentions requests, pycountry, numpy and, through the stemmers, all of NLTK. None of it is needed to score
an article with the default method, and together they take longer to import than all the rest.
"""

from contextlib import suppress

from briefing._imports import alone, deferred

# Where a version of sumy or NLTK is laid out otherwise, the plain imports below do it in their own time.
with (
    suppress(Exception),
    alone("nltk", "nltk.stem"),
    deferred("numpy", "requests", "pycountry:languages", "nltk.corpus:stopwords", "nltk.termsec:safe_print"),
):
    import sumy.models.dom
    import sumy.nlp.stemmers
    import sumy.summarizers.edmundson
    import sumy.summarizers.luhn  # noqa: F401 (read again below, and by sumy_methods)

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp import stemmers
from sumy.summarizers._summarizer import AbstractSummarizer

__all__ = ["AbstractSummarizer", "ObjectDocumentModel", "Paragraph", "Sentence", "stemmers"]
