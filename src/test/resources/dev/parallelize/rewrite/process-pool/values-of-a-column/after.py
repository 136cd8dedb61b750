import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pandas as pd


def rate(size):
    total = 0
    for k in range(60_000):
        total = (total * 31 + int(size) * k) % 10007
    return None if total < 1000 else total


def _apply_to_rows(function, values):
    """Return the function's values, in tuples that pandas leaves alone."""
    return values.apply(lambda value: (function(value),)).tolist()


def _apply_in_processes(function, column):
    """Return column.apply(function)."""
    kind = getattr(column, "dtype", None)
    if kind is None or pd.api.types.is_extension_array_dtype(kind):
        return column.apply(function)
    workers = max(1, min(len(column), os.cpu_count() or 1))
    chunksize = max(1, len(column) // (workers * 4))
    parts = [
        column.iloc[start : start + chunksize]
        for start in range(0, len(column), chunksize)
    ]
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = executor.map(partial(_apply_to_rows, function), parts)
        values = [value for part in results for (value,) in part]
    found = iter(values)
    return column.apply(lambda _: next(found))


def score(table: pd.DataFrame):
    table["score"] = _apply_in_processes(rate, table["size"])
    return table


if __name__ == "__main__":
    for sizes in ([4, 8, 15, 16, 23, 42, 0, 1], [1.5, 2.5], pd.array([1, 2]), []):
        table = score(pd.DataFrame({"size": sizes}))
        print(table, table.dtypes.to_dict())
    try:
        score(pd.DataFrame({"size": [1, "x"]}))
    except ValueError as error:
        print(error)
    print(score(pd.DataFrame({"size": ["1", "2"]}).astype("category")).dtypes.to_dict())
