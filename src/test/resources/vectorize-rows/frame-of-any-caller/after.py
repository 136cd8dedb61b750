import numpy as np
import pandas as pd


def work(frame: pd.DataFrame):
    if (
        len(frame) > 0
        and str(frame.dtypes.get("price")) == "float64"
        and str(frame.dtypes.get("units")) in ("int64", "float64")
        and str(frame.dtypes.get("discount")) in ("int64", "float64")
        and not (frame[["units", "discount"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        frame["total"] = frame["price"] * frame["units"] * (1 - frame["discount"])
    else:
        totals = []
        for _, row in frame.iterrows():
            totals.append(row["price"] * row["units"] * (1 - row["discount"]))
        frame["total"] = totals
    return frame


def show(prices, units, discounts, **more):
    frame = pd.DataFrame({"price": prices, "units": units, "discount": discounts, **more})
    try:
        frame = work(frame)
        print(frame.dtypes.to_dict(), [list(map(repr, row)) for row in frame.values.tolist()])
    except (KeyError, TypeError) as error:
        print(repr(error))


if __name__ == "__main__":
    show([1.5, 2.25], [3, 4], [0.1, 0.2])
    show([1.5, 2.25], [3, 4], [0, 1], name=["ann", "bob"])
    show([1, 2], [3, 4], [0, 1])
    show([1.5, np.nan], [3, 2**60], [0.1, np.inf])
    show(["x", "y"], [3, 4], [1, 0])
    show([2**70, 1], [3, 4], [1, 0])
    show([1.5, 2.5], [True, False], [-(2**63), 1])
    show([], [], [])
    try:
        work(pd.DataFrame({"price": [1.5]}))
    except KeyError as error:
        print(repr(error))
