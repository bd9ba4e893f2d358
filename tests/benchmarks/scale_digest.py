"""How the time of a digest grows with the number of its articles: `python tests/benchmarks/scale_digest.py`.

Prints CPU seconds for 50, 100, 200 and 400 generated articles, four to a matter, and the exponent of their growth.
"""

import math
import random
import time

import briefing

SIZES = (50, 100, 200, 400)


def article(matter: int, number: int) -> briefing.Document:
    """Return an article whose words are those of its matter, more often than those of all."""
    chance = random.Random(matter * 1_000 + number)
    own = [
        f"{'bcdfglmnprst'[(matter + n) % 12]}{'aeiou'[n % 5]}{matter}word{n}".translate(LETTERS) for n in range(60)
    ]
    common = [f"common{n}".translate(LETTERS) for n in range(400)]
    sentences = [
        " ".join([*chance.choices(own, k=6), *chance.choices(common, k=10)]).capitalize() + "." for _ in range(30)
    ]
    return briefing.parse(" ".join(sentences), name=f"{matter}-{number}")


LETTERS = str.maketrans("0123456789", "abcdefghij")


def seconds(count: int) -> float:
    """Return the CPU seconds of a digest of so many articles."""
    documents = [article(number // 4, number) for number in range(count)]
    start = time.process_time()
    briefing.digest(documents)
    return time.process_time() - start


if __name__ == "__main__":
    seconds(8)  # what is imported is not counted
    times = [seconds(size) for size in SIZES]
    for size, taken in zip(SIZES, times, strict=True):
        print(f"{size:4} articles  {taken:6.2f} s")
    print(f"grows as n^{math.log(times[-1] / times[0]) / math.log(SIZES[-1] / SIZES[0]):.2f}")
