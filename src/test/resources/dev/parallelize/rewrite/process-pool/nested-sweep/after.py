"""All combinations of three settings: the outermost has just two values."""

import os
from concurrent.futures import ProcessPoolExecutor


def train(rate, size, seed):
    state = seed
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state / size


def _compute_loss(item):
    rate, size, seed = item
    return train(rate, size, seed)


def search(rates, seeds):
    best = None
    items = [
        (rate, size, seed) for rate in rates for size in (8, 16, 32) for seed in seeds
    ]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        losses = executor.map(_compute_loss, items)
        for (rate, size, seed), loss in zip(items, losses):
            # Every loss is shown.
            print(rate, size, seed, loss)
            if best is None or loss < best[0]:
                best = (loss, rate, size)
    return best


if __name__ == "__main__":
    print(search([0.1, 0.2], range(2)))
    print(search([], range(2)))
