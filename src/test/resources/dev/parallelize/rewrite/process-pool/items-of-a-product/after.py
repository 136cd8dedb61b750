"""All combinations are there from the start: no window is needed over them."""

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import product


def train(rate, size):
    state = size
    for step in range(60000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def _compute_loss(item):
    rate, size = item
    return train(rate, size)


def best(rates, sizes):
    found = None
    items = list(product(rates, sizes))
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        losses = executor.map(_compute_loss, items, chunksize=chunksize)
        for (rate, size), loss in zip(items, losses):
            if found is None or loss < found[0]:
                found = (loss, rate, size)
    return found


if __name__ == "__main__":
    print(best([0.1, 0.2], [4, 8, 16]))
