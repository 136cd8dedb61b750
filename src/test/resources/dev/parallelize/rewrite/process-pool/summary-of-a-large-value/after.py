"""Of each list of samples only a few numbers are needed."""

import os
from concurrent.futures import ProcessPoolExecutor


def draw(seed):
    samples = []
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def _process_seed(seed):
    samples = draw(seed)
    return {"mean": sum(samples) / len(samples), "most": max(samples)}


def describe(seeds):
    rows = {}
    seeds = list(seeds)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(_process_seed, seeds, chunksize=chunksize)
        for seed, row in zip(seeds, results):
            rows[seed] = row
    return rows


if __name__ == "__main__":
    print(describe(range(8)))
