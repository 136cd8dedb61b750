"""The bar counts by itself."""

import os
from concurrent.futures import ProcessPoolExecutor

from tqdm import trange


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(count):
    total = 0
    seeds = range(count)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, seeds, chunksize=chunksize)
        for seed, result in zip(trange(count, disable=True), results):
            total += result
    return total


if __name__ == "__main__":
    print(run(7))
