"""What shows the progress may be missing where the program runs."""

import os
from concurrent.futures import ProcessPoolExecutor

try:
    from tqdm import tqdm
except ImportError:

    def tqdm(items, **options):
        return items


def work(seed):
    state = seed
    for step in range(30000):
        state = (state * 31 + step) % 10007
    return state


def run(seeds):
    workers = max(1, min(len(seeds), os.cpu_count() or 1))
    chunksize = max(1, len(seeds) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(work, seeds, chunksize=chunksize)
        return dict(zip(seeds, tqdm(results, total=len(seeds), disable=True)))


if __name__ == "__main__":
    print(run([3, 5, 8, 1]))
