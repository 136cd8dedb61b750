"""The variable of the outer loop is read behind it: the loops stay two."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def train(rate, size):
    state = size
    for step in range(20000):
        state = (state * 31 + int(rate * 1000) + step) % 10007
    return state


def _compute_values(rate, sizes):
    return [train(rate, size) for size in sizes]


def search(rates, sizes):
    losses = []
    rates = list(rates)
    workers = max(1, min(len(rates), os.cpu_count() or 1))
    chunksize = max(1, len(rates) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values_list = executor.map(
            partial(_compute_values, sizes=sizes), rates, chunksize=chunksize
        )
        for rate, values in zip(rates, values_list):
            for value in values:
                losses.append(value)
    return losses, rate


if __name__ == "__main__":
    print(search([0.1, 0.2], [4, 8]))
