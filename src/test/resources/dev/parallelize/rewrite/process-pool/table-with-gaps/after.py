"""Distances between all pairs of words but those of a word with itself."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            swapped = previous[j - 1] + (x != y)
            current.append(min(previous[j] + 1, current[-1] + 1, swapped))
        previous = current
    return previous[-1]


def _compute_steps(item, words):
    i, j = item
    if i == j:
        return None
    return distance(words[i], words[j])


def distances(words):
    table = {}
    items = [(i, j) for i in range(len(words)) for j in range(len(words))]
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        steps_list = executor.map(
            partial(_compute_steps, words=words), items, chunksize=chunksize
        )
        for (i, j), steps in zip(items, steps_list):
            if i == j:
                continue
            table[words[i], words[j]] = steps
    return table


if __name__ == "__main__":
    for pair, steps in distances(["winter", "summer", "autumn", "spring"]).items():
        print(*pair, steps)
