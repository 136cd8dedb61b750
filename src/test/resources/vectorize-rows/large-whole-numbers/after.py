import numpy as np
import pandas as pd


def work(frame):
    if (
        str(frame.dtypes.get("a")) in ("int64", "float64")
        and str(frame.dtypes.get("b")) in ("int64", "float64")
        and not (frame[["a", "b"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        out = (frame["a"] * frame["b"]).tolist()
    else:
        out = []
        for row in frame.itertuples():
            out.append(row.a * row.b)
    return out


if __name__ == "__main__":
    big = np.array([4611686018427387904, 3])
    print(work(pd.DataFrame({"a": big, "b": big, "c": ["x", "y"]})))
