"""Methods of sumy that see a text as a matrix of sentences and words, which is never made here.

sumy's own take seconds for some hundred sentences, and grow with the square of their number, KL with the cube.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sumy.summarizers.kl import KLSummarizer as SumyKL
from sumy.summarizers.lex_rank import LexRankSummarizer as SumyLexRank
from sumy.summarizers.lsa import LsaSummarizer as SumyLsa
from sumy.summarizers.reduction import ReductionSummarizer as SumyReduction
from sumy.summarizers.text_rank import TextRankSummarizer as SumyTextRank

from briefing.scoring.sumy_methods import ratings_by_order

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


class Bags(NamedTuple):
    """The terms of each sentence: entries sorted by sentence, then by term, none twice."""

    rows: Integers
    """The sentence of each entry."""
    terms: Integers
    """The term of each entry, numbered by first appearance."""
    weights: Floats
    """How often the term stands in the sentence, or what is made of that."""
    lengths: Integers
    """The number of words of each sentence, repetitions included."""
    size: int
    """The number of distinct terms, at least 1."""

    @classmethod
    def of(cls, sentences: Iterable[Iterable[str]], known: Mapping[str, int] = {}) -> Self:
        """Count the words of each sentence; some may have their numbers already."""
        numbers = dict(known)
        ids = [[numbers.setdefault(word, len(numbers)) for word in words] for words in sentences]
        lengths = np.array([len(row) for row in ids], dtype=np.intp)
        flat = np.array([term for row in ids for term in row], dtype=np.intp)
        size = max(len(numbers), 1)
        keys, counts = np.unique(np.repeat(np.arange(len(ids)), lengths) * size + flat, return_counts=True)
        return cls(keys // size, keys % size, counts.astype(np.float64), lengths, size)


def sums(places: Integers, weights: Floats, size: int) -> Floats:
    """Return the sum of the weights at each of `size` places, added in order: the same everywhere, unlike BLAS's."""
    return np.bincount(places, weights, size).astype(np.float64, copy=False)


def logarithms(numbers: Any) -> Floats:
    """Return the natural logarithms of positive numbers; numpy's own differ from processor to processor."""
    distinct, places = np.unique(np.asarray(numbers), return_inverse=True)
    return np.array([math.log(number) for number in distinct.tolist()], dtype=np.float64)[places]


class LexRankSummarizer(SumyLexRank):
    """LexRank (Erkan & Radev 2004): sentences are linked, by bits, where their tf-idf cosine is over a threshold.

    Where no sentence has a word to be linked by, every rating is 0.
    """

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """Choose sentences, as sumy does."""
        sentences = document.sentences
        bags = Bags.of(map(self._to_words_set, sentences))
        links = np.array([np.packbits(cosines > self.threshold) for cosines in _cosines(_tf_idf(bags))])
        scores = _rank_links(links, self.epsilon)
        return self._get_best_sentences(sentences, sentences_count, dict(zip(sentences, scores, strict=True)))


class TextRankSummarizer(SumyTextRank):
    """TextRank (Mihalcea & Tarau 2004): PageRank over the words that sentences share."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """Rate each distinct sentence."""
        sentences = document.sentences
        edges = _Edges(Bags.of(map(self._to_words_set, sentences)), lone_pair=1.0)
        out = edges.sums(np.ones(len(sentences))) + self._ZERO_DIVISION_PREVENTION
        leap = (1.0 - self.damping) / len(sentences)

        def step(ranks: Floats) -> Floats:
            moved: Floats = leap * ranks.sum() + self.damping * edges.sums(ranks / out)
            return moved

        ranks = _iterate(step, len(sentences), self.epsilon)
        return dict(zip(sentences, ranks.tolist(), strict=True))


class ReductionSummarizer(SumyReduction):
    """Reduction: the sum of the weights of a sentence's edges to the others; equal sentences share theirs."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """Rate each distinct sentence."""
        sentences = document.sentences
        edges = _Edges(Bags.of(map(self._to_words_set, sentences)), lone_pair=0.0)
        own = edges.sums(np.ones(len(sentences))) - edges.loops()
        ratings: dict[Any, float] = defaultdict(float)
        for sentence, rating in zip(sentences, own.tolist(), strict=True):
            ratings[sentence] += rating
        return ratings


class _Edges:
    """The graph of TextRank and Reduction: common words over the sum of the logarithms of both lengths.

    So a sum over all pairs is one over the words of all sentences of each length: no pair is ever looked at.
    """

    def __init__(self, bags: Bags, *, lone_pair: float):
        """Make the graph; `lone_pair` is the weight between two sentences of the same one word."""
        self._bags = bags
        self._lone_pair = lone_pair
        self._logs = logarithms(np.maximum(bags.lengths, 1))
        lengths = bags.lengths[bags.rows]
        by_length = np.argsort(lengths, kind="stable")
        self._groups = np.split(by_length, np.flatnonzero(np.diff(lengths[by_length])) + 1)

    def sums(self, values: Floats) -> Floats:
        """Return, for each sentence, the sum over all, itself included, of edge weight times value."""
        bags = self._bags
        total = np.zeros(len(bags.lengths))
        for group in self._groups if len(bags.rows) else ():
            rows = bags.rows[group]
            words = sums(bags.terms[group], bags.weights[group] * values[rows], bags.size)
            shared = sums(bags.rows, bags.weights * words[bags.terms], len(total))
            total += shared * self._inverse(self._logs + self._logs[rows[0]])
        return total

    def loops(self) -> Floats:
        """Return the weight of each sentence's edge to itself."""
        shared = sums(self._bags.rows, self._bags.weights**2, len(self._logs))
        weights: Floats = shared * self._inverse(self._logs + self._logs)
        return weights

    def _inverse(self, norms: Floats) -> Floats:
        return np.divide(1.0, norms, out=np.full_like(norms, self._lone_pair), where=norms > 0)


def _tf_idf(bags: Bags) -> Bags:
    """Turn counts into unit vectors of sumy's tf-idf, whose other scale these do not show; one of zeros stays so."""
    count = len(bags.lengths)
    idf = logarithms(count / (1.0 + np.bincount(bags.terms, minlength=bags.size))) if count else np.zeros(1)
    weights = bags.weights * idf[bags.terms]
    norms = np.sqrt(sums(bags.rows, weights**2, count))
    norms[norms == 0] = 1.0
    return bags._replace(weights=weights / norms[bags.rows])


def _cosines(vectors: Bags) -> Iterator[Floats]:
    """Yield each sentence's cosines to all sentences."""
    count = len(vectors.lengths)
    for start, end in pairwise(np.searchsorted(vectors.rows, np.arange(count + 1))):
        own = np.zeros(vectors.size)
        own[vectors.terms[start:end]] = vectors.weights[start:end]
        yield sums(vectors.rows, vectors.weights * own[vectors.terms], count)


def _rank_links(links: NDArray[np.uint8], epsilon: float) -> list[float]:
    """Return sumy's scores of linked sentences: power iteration with vectors of unit norm."""
    count = len(links)
    degrees = np.array([np.count_nonzero(np.unpackbits(row)) for row in links])
    if not degrees.any():
        return [0.0] * count

    def step(ranks: Floats) -> Floats:
        shares = ranks / np.maximum(degrees, 1)
        moved = np.array([shares[np.unpackbits(row, count=count).view(np.bool)].sum() for row in links])
        unit: Floats = moved / np.sqrt((moved**2).sum())
        return unit

    scores: list[float] = _iterate(step, count, epsilon).tolist()
    return scores


def _iterate(step: Callable[[Floats], Floats], count: int, epsilon: float) -> Floats:
    """Repeat a step from equal ranks until it moves them by no more than epsilon."""
    ranks = np.full(count, 1.0 / count)
    while True:
        moved = step(ranks)
        change = np.sqrt(((moved - ranks) ** 2).sum())
        ranks = moved
        if change <= epsilon:
            return ranks


class LsaSummarizer(SumyLsa):
    """Latent semantic analysis (Steinberger & Ježek 2004) as sumy has it, without the decomposition.

    With every dimension, which sumy keeps, a sentence's vector is as long as its column in the matrix that would be
    decomposed: 0.4 for each word of the document, and up to 0.6 more for each of its own; 0 where it has none.
    """

    _SMOOTH = 0.4

    def __call__(self, document: Any, sentences_count: Any) -> Any:
        """Choose sentences, as sumy does; without a word in the document, every rating is 0."""
        dictionary = self._create_dictionary(document)
        return self._get_best_sentences(document.sentences, sentences_count, self._column_norm, dictionary)

    def _column_norm(self, sentence: Any, dictionary: dict[str, int]) -> float:
        counts = Counter(stem for stem in map(self.stem_word, sentence.words) if stem in dictionary)
        if not counts:
            return 0.0
        highest = max(counts.values())
        absent = (len(dictionary) - len(counts)) * self._SMOOTH**2
        present = ((self._SMOOTH + (1 - self._SMOOTH) * count / highest) ** 2 for count in counts.values())
        return math.sqrt(math.fsum(present) + absent)


class KLSummarizer(SumyKL):
    """KLSum (Haghighi & Vanderwende 2009): next the sentence that brings what is taken nearest to the document.

    Where rounding decides, divergences are computed again as sumy does; of many sentences the earlier is taken.
    """

    _ROUNDING = 1e-12
    _MANY = 300

    def _compute_ratings(self, sentences: Any) -> dict[Any, int]:
        words = [sentence.words for sentence in sentences]
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        frequency = self.compute_tf(sentences)
        divergences = _Divergences(frequency, contents, longest=sum(map(len, words)))
        taken: list[int] = []
        gone = np.zeros(len(sentences))
        while len(taken) < len(sentences):
            values = divergences.values() + gone
            nearest = np.flatnonzero(values <= values.min() + self._ROUNDING).tolist()
            if len(nearest) > 1 and len(sentences) <= self._MANY:
                before = [word for place in taken for word in words[place]]
                exact = [self._kl_divergence(self._joint_freq(contents[p], before), frequency) for p in nearest]
                nearest = [nearest[self._find_index_of_best_sentence(exact)]]
            gone[nearest[0]] = np.inf
            divergences.take(words[nearest[0]])
            taken.append(nearest[0])
        return ratings_by_order(sentences[place] for place in taken)


class _Divergences:
    """The divergence of each sentence joined to what is taken.

    With d the frequency of a word in the document, c its count in the sentence and s its count in what is taken,
    the sum over the words of both of d (log d - log (c + s)), plus the mass of d that they cover times the logarithm
    of their joint length. As in sumy c counts content words in lower case, s all words as they stand.
    """

    def __init__(self, frequency: dict[str, float], contents: list[list[str]], *, longest: int):
        """Take what the document and each sentence hold; the document has `longest` words."""
        self._numbers = dict(zip(frequency, range(len(frequency)), strict=True))
        self._bags = Bags.of(contents, self._numbers)
        self._mass = np.array(list(frequency.values()))
        self._entropy = self._mass * logarithms(self._mass)
        self._logs = logarithms([1, *range(1, longest + 1 + max(map(len, contents), default=0))])  # That of 0 is 0.
        self._taken = np.zeros(len(frequency), dtype=np.intp)
        self._length = 0

    def values(self) -> Floats:
        """Return the divergence of every sentence joined to what is taken."""
        rows, terms = self._bags.rows, self._bags.terms
        mass = np.where(self._taken > 0, self._mass, 0.0)
        alone = np.where(self._taken > 0, self._entropy - self._mass * self._logs[self._taken], 0.0)
        both = self._logs[self._bags.weights.astype(np.intp) + self._taken[terms]]
        gains = self._entropy[terms] - self._mass[terms] * both - alone[terms]
        count = len(self._bags.lengths)
        covered = mass.sum() + sums(rows, self._mass[terms] - mass[terms], count)
        lengths = self._logs[self._bags.lengths + self._length]
        divergences: Floats = alone.sum() + sums(rows, gains, count) + covered * lengths
        return divergences

    def take(self, words: Sequence[str]) -> None:
        """Add a sentence to what is taken."""
        self._length += len(words)
        for word in words:
            if word in self._numbers:
                self._taken[self._numbers[word]] += 1
