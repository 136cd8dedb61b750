"""The bar stands inside of what numbers the items: it goes around all."""

import os
from concurrent.futures import ProcessPoolExecutor

from tqdm import tqdm


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    table = [0] * len(seeds)
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, seeds, chunksize=chunksize)
        for (i, seed), result in tqdm(
            zip(enumerate(seeds), results), total=len(seeds), disable=True
        ):
            # In order.
            table[i] = result
    return table


if __name__ == "__main__":
    print(run([3, 5, 8, 1]))
