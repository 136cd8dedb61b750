"""Writes into rows of an array, which are views of it: the writes stay here, workers judge."""

import os
from concurrent.futures import ProcessPoolExecutor

import numpy as np


def judge(number):
    total = 0
    for k in range(300):
        total += int(number * k) % 7
    return total


def _compute_values(row):
    return [judge(number) for number in row]


def judge_all(before):
    before = np.array(before)
    after = np.array(np.zeros(before.shape))
    workers = max(1, min(len(before), os.cpu_count() or 1))
    chunksize = max(1, len(before) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        values_list = executor.map(_compute_values, before, chunksize=chunksize)
        for (r, row), values in zip(enumerate(before), values_list):
            for c, value in enumerate(values):
                after[r][c] = value
    return after.tolist()


if __name__ == "__main__":
    print(judge_all([[1, 2], [3, 4]]))
