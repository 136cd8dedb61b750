"""Distances between all pairs of words but those of a word with itself."""

from functools import partial

from dask.distributed import Client


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
    with Client(threads_per_worker=1) as client:
        executor = client.get_executor(pure=False)
        steps_list = executor.map(partial(_compute_steps, words=words), items)
        for (i, j), steps in zip(items, steps_list):
            if i == j:
                continue
            table[words[i], words[j]] = steps
    return table


if __name__ == "__main__":
    for pair, steps in distances(["winter", "summer", "autumn", "spring"]).items():
        print(*pair, steps)
