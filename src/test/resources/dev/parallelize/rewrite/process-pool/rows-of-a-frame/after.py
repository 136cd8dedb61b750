import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pandas as pd


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(n) * k) % 10007
    return total


def rate(row):
    value = work(row["size"])
    return None if value < 1000 else value * row["weight"]


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


def score(table: pd.DataFrame):
    table["score"] = _apply_in_processes(rate, table)
    return table


if __name__ == "__main__":
    sizes = [4, 8, 15, 16, 23, 42, 0, 1, 2, 3]
    table = pd.DataFrame(
        {"size": sizes, "weight": [1.5, 2.0] * 5}, index=list("abcdefghij")
    )
    print(score(table), table.dtypes.to_dict())
    try:
        score(pd.DataFrame({"size": [1, "x"], "weight": [1, 2]}))
    except ValueError as error:
        print(error)
