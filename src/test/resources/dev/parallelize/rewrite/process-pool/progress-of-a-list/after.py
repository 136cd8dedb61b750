"""The bar goes along with the results, not with the items that are handed out."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor

from tqdm import tqdm


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    seeds = list(seeds)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        outcomes = executor.map(work, seeds, chunksize=chunksize)
        results = list(
            tqdm(
                outcomes,
                total=len(seeds),
                desc="working",
                file=sys.stdout,
                bar_format="{desc} {n}",
                mininterval=99,
            )
        )
    return results


if __name__ == "__main__":
    print(run(range(9)))
    print(run([]))
