"""Methods that rate a sentence by what it shares with the others, without a weight kept for each pair."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers.lex_rank import LexRankSummarizer as SumyLexRank
from sumy.summarizers.reduction import ReductionSummarizer as SumyReduction
from sumy.summarizers.text_rank import TextRankSummarizer as SumyTextRank

from briefing.scoring.sumy_methods.counts import Counts, Floats, logarithms


class LexRankSummarizer(SumyLexRank):
    """LexRank (Erkan & Radev 2004): sentences are linked where their tf-idf cosine is over a threshold.

    Links are found a sentence at a time from the lists of sentences that hold each of its terms, and kept as
    bits. Where no two sentences share a word, every rating is 0.
    """

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """Choose sentences, as sumy does."""
        sentences = document.sentences
        scores = _rank_links(_links(_tf_idf(self._bags(sentences)), self.threshold), self.epsilon)
        return self._get_best_sentences(sentences, sentences_count, dict(zip(sentences, scores, strict=True)))

    def _bags(self, sentences: Any) -> Counts:
        return Counts.of([self._to_words_set(sentence) for sentence in sentences])


class TextRankSummarizer(SumyTextRank):
    """TextRank (Mihalcea & Tarau 2004): PageRank over the words that sentences share.

    The sums over all pairs that a step needs come from counts of words by sentence length, since a pair's
    weight depends on nothing else.
    """

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """Rate each distinct sentence."""
        sentences = document.sentences
        edges = Edges(Counts.of([self._to_words_set(sentence) for sentence in sentences]), lone_pair=1.0)
        out = edges.sums(np.ones(len(sentences))) + self._ZERO_DIVISION_PREVENTION
        leap = (1.0 - self.damping) / len(sentences)

        def step(ranks: Floats) -> Floats:
            moved: Floats = leap * ranks.sum() + self.damping * edges.sums(ranks / out)
            return moved

        ranks = _iterate(step, len(sentences), self.epsilon)
        return dict(zip(sentences, ranks.tolist(), strict=True))


class ReductionSummarizer(SumyReduction):
    """Reduction: a sentence's rating is the sum of the weights of its edges, which are those of TextRank.

    As in sumy, sentences with the same text share the sum of their ratings.
    """

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """Rate each distinct sentence."""
        sentences = document.sentences
        edges = Edges(Counts.of([self._to_words_set(sentence) for sentence in sentences]), lone_pair=0.0)
        ratings: dict[Any, float] = defaultdict(float)
        sums = edges.sums(np.ones(len(sentences))) - edges.loops()
        for sentence, rating in zip(sentences, sums.tolist(), strict=True):
            ratings[sentence] += rating
        return ratings


class Edges:
    """The graph of TextRank and Reduction: common words over the sum of the logarithms of the lengths."""

    def __init__(self, bags: Counts, *, lone_pair: float):
        self._bags = bags
        self._lone_pair = lone_pair
        self._logs = logarithms(np.maximum(bags.lengths, 1))
        by_length = np.argsort(bags.lengths[bags.rows], kind="stable")
        lengths = bags.lengths[bags.rows][by_length]
        self._groups = np.split(by_length, np.flatnonzero(np.diff(lengths)) + 1) if len(lengths) else []

    def sums(self, values: Floats) -> Floats:
        """Give, for each sentence, the sum over all, itself included, of edge weight times value."""
        bags = self._bags
        total = np.zeros(len(bags.lengths))
        for group in self._groups:
            rows = bags.rows[group]
            words = np.bincount(bags.terms[group], bags.counts[group] * values[rows], minlength=bags.size)
            shared = np.bincount(bags.rows, bags.counts * words[bags.terms], minlength=len(total))
            total += shared * self._inverse(self._logs + self._logs[rows[0]])
        return total

    def loops(self) -> Floats:
        """Give the weight of each sentence's edge to itself."""
        shared = np.bincount(self._bags.rows, self._bags.counts**2, minlength=len(self._logs))
        weights: Floats = shared * self._inverse(self._logs + self._logs)
        return weights

    def _inverse(self, norms: Floats) -> Floats:
        return np.divide(1.0, norms, out=np.full_like(norms, self._lone_pair), where=norms > 0)


def _tf_idf(bags: Counts) -> Counts:
    """Turn counts into unit vectors of sumy's tf-idf; a vector without weight stays zero."""
    count = len(bags.lengths)
    highest = np.ones(count)
    np.maximum.at(highest, bags.rows, bags.counts)
    document_frequency = np.bincount(bags.terms, minlength=bags.size)
    idf = logarithms(count / (1.0 + document_frequency))
    weights = bags.counts / highest[bags.rows] * idf[bags.terms]
    norms = np.sqrt(np.bincount(bags.rows, weights**2, minlength=count))
    norms[norms == 0] = 1.0
    return Counts(bags.rows, bags.terms, weights / norms[bags.rows], bags.lengths, bags.size)


def _links(vectors: Counts, threshold: float) -> NDArray[np.uint8]:
    """Give the symmetric matrix of pairs whose cosine is over the threshold, eight pairs a byte."""
    count = len(vectors.lengths)
    links = np.zeros((count, (count + 7) // 8), dtype=np.uint8)
    for row, cosines in enumerate(_cosines(vectors)):
        links[row] = np.packbits(cosines > threshold)
    return links


def _cosines(vectors: Counts) -> Iterator[Floats]:
    """Give each sentence's cosines to all sentences."""
    by_term = np.argsort(vectors.terms, kind="stable")
    ends = np.cumsum(np.bincount(vectors.terms, minlength=vectors.size))[:-1]
    holders = np.split(vectors.rows[by_term], ends)
    weights = np.split(vectors.counts[by_term], ends)
    count = len(vectors.lengths)
    for start, end in zip(vectors.starts, vectors.starts[1:], strict=False):
        terms = vectors.terms[start:end].tolist()
        if not terms:
            yield np.zeros(count)
            continue
        products = [weights[term] * own for term, own in zip(terms, vectors.counts[start:end], strict=True)]
        sentences = np.concatenate([holders[term] for term in terms])
        yield np.bincount(sentences, weights=np.concatenate(products), minlength=count)


def _rank_links(links: NDArray[np.uint8], epsilon: float) -> list[float]:
    """Give sumy's scores of linked sentences: a power iteration in which only vectors have unit norm."""
    count = len(links)
    degrees = np.array([np.count_nonzero(np.unpackbits(row)) for row in links], dtype=np.float64)

    def step(ranks: Floats) -> Floats:
        shares = ranks / np.maximum(degrees, 1.0)
        moved = np.array([shares[np.unpackbits(row, count=count).view(np.bool)].sum() for row in links])
        norm = np.sqrt((moved**2).sum())
        return moved / norm if norm > 0 else np.zeros(count)

    return _iterate(step, count, epsilon).tolist() if degrees.any() else [0.0] * count


def _iterate(step: Callable[[Floats], Floats], count: int, epsilon: float) -> Floats:
    """Repeat a step from equal ranks until it moves them by no more than epsilon."""
    ranks = np.full(count, 1.0 / count)
    while True:
        moved = step(ranks)
        change = np.sqrt(((moved - ranks) ** 2).sum())
        ranks = moved
        if change <= epsilon:
            return ranks
