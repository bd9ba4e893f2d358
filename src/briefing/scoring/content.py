"""How alike the words of two texts are, as sumy measures it."""

from collections.abc import Sequence


def cosine_similarity(first: Sequence[str], second: Sequence[str]) -> float:
    """Give the cosine of the word counts of two texts, case aside: 0 (nothing shared) to 1; 0 for an empty one."""
    from sumy.evaluation import cosine_similarity
    from sumy.models import TfDocumentModel

    return float(cosine_similarity(TfDocumentModel(first), TfDocumentModel(second))) if first and second else 0.0


def unit_overlap(first: Sequence[str], second: Sequence[str]) -> float:
    """Give the share of the different words of two texts that both have, case aside; 0 for an empty text."""
    from sumy.evaluation import unit_overlap
    from sumy.models import TfDocumentModel

    return float(unit_overlap(TfDocumentModel(first), TfDocumentModel(second))) if first and second else 0.0
