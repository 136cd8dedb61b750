import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def _process_row(row, factor):
    return row[["size"]] * work(row["size"]) * factor


def _apply_to_rows(function, rows):
    """Return the function's values, in tuples that pandas leaves alone."""
    return rows.apply(lambda row: (function(row),), axis=1).tolist()


def _apply_in_processes(function, frame):
    """Return frame.apply(function, axis=1)."""
    workers = max(1, min(len(frame), os.cpu_count() or 1))
    chunksize = max(1, len(frame) // (workers * 4))
    parts = [
        frame.iloc[start : start + chunksize]
        for start in range(0, len(frame), chunksize)
    ]
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_apply_to_rows, function), parts)
        values = [value for part in results for (value,) in part]
    if not values or isinstance(values[0], pd.Series):
        return frame.apply(function, axis=1)
    return pd.Series(values, index=frame.index)


def score(table: pd.DataFrame, factor):
    return _apply_in_processes(partial(_process_row, factor=factor), table)


if __name__ == "__main__":
    table = pd.DataFrame({"size": [4, 8, 15], "weight": [1, 2, 3]})
    print(score(table, 3), score(table[:0], 3))
