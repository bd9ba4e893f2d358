"""Sentences at random, the same at every call: what any method has to beat."""

import random
import zlib
from typing import Any

from sumy.summarizers.random import RandomSummarizer as SumyRandom


class RandomSummarizer(SumyRandom):
    """Ratings are a permutation of 0..n-1 drawn with the CRC-32 of the sentences, a line each, as seed."""

    def _get_random_ratings(self, sentences: Any) -> dict[Any, int]:
        text = "\n".join(map(str, sentences))
        generator = random.Random(zlib.crc32(text.encode("utf-8", "surrogatepass")))
        # Of Python's generator only random() is promised to stay the same between versions; shuffle is not.
        draws = [generator.random() for _ in sentences]
        order = sorted(range(len(draws)), key=draws.__getitem__)
        return {sentences[place]: rating for rating, place in enumerate(order)}
