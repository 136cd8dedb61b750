import after
import before
import pandas as pd

if __name__ == "__main__":
    frames = [
        pd.DataFrame({"units": [5, 10, 99, 100, 250], "price": [1.5, 2.25, 3.0, 4.1, float("nan")]}),
        pd.DataFrame({"units": [1.0, float("nan"), 120.0], "price": [3, 4, 5]}, index=["a", "b", "a"]),
        pd.DataFrame({"units": pd.Series([], dtype="int64"), "price": pd.Series([], dtype="float64")}),
    ]
    for frame in frames:
        pd.testing.assert_series_equal(after.prices(frame), before.prices(frame), check_exact=True)
