"""Multiplies two matrices of rows, adding up in place."""

import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def _compute_totals(i, columns, inner, left, right):
    totals = []
    for j in range(columns):
        total = 0
        for k in range(inner):
            total += left[i][k] * right[k][j]
        totals.append(total)
    return totals


def product(left, right):
    rows, columns, inner = len(left), len(right[0]), len(right)
    result = [[0] * columns for _ in range(rows)]
    items = range(rows)
    workers = max(1, min(len(items), os.cpu_count() or 1))
    chunksize = max(1, len(items) // (workers * 4))
    with ProcessPoolExecutor(max_workers=workers) as executor:
        totals_list = executor.map(
            partial(
                _compute_totals, columns=columns, inner=inner, left=left, right=right
            ),
            items,
            chunksize=chunksize,
        )
        for i, totals in zip(items, totals_list):
            for j, total in zip(range(columns), totals):
                result[i][j] = total
    return result


def run():
    left = [[(i * j) % 7 - 0.1 for j in range(12)] for i in range(9)]
    right = [[(i + j) % 5 + 0.3 for j in range(8)] for i in range(12)]
    for row in product(left, right):
        print(row)


if __name__ == "__main__":
    run()
