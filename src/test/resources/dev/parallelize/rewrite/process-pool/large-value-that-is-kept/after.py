"""The samples are needed as they are, beside their sum."""

import os
from concurrent.futures import ProcessPoolExecutor


def draw(seed):
    samples = []
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
        samples.append(state)
    return samples


def describe(seeds):
    total = 0
    kept = []
    seeds = list(seeds)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        for samples in executor.map(draw, seeds, chunksize=chunksize):
            total += sum(samples)
            kept.append(samples)
    return total, len(kept), kept[-1][-1]


if __name__ == "__main__":
    print(describe(range(1, 8)))
