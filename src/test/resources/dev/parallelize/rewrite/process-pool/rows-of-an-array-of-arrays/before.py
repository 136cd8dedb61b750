"""Writes into rows of an array, which are views of it: the writes stay here, workers judge."""

import numpy as np


def judge(number):
    total = 0
    for k in range(300):
        total += int(number * k) % 7
    return total


def judge_all(before):
    before = np.array(before)
    after = np.array(np.zeros(before.shape))
    for r, row in enumerate(before):
        for c, number in enumerate(row):
            after[r][c] = judge(number)
    return after.tolist()


if __name__ == "__main__":
    print(judge_all([[1, 2], [3, 4]]))
