import os
from concurrent.futures import ProcessPoolExecutor
from operator import itemgetter


def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def rank(word):
    return work(len(word))


def run(words):
    words = list(words)
    workers = max(1, min(len(words), os.cpu_count() or 1))
    chunksize = max(1, len(words) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        keys = executor.map(rank, words, chunksize=chunksize)
        return [
            item
            for _, item in sorted(zip(keys, words), key=itemgetter(0), reverse=True)
        ]


if __name__ == "__main__":
    print(run("the quick brown fox jumps over the lazy dog".split()), run([]))
