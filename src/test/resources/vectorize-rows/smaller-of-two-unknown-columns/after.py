import numpy as np
import pandas as pd


def work(frame: pd.DataFrame):
    if (
        str(frame.dtypes.get("a")) == "float64"
        and str(frame.dtypes.get("b")) == "float64"
    ):
        out = np.where(frame["b"] < frame["a"], frame["b"], frame["a"]).tolist()
    else:
        out = []
        for row in frame.itertuples():
            out.append(min(row.a, row.b))
    return out


if __name__ == "__main__":
    print(work(pd.DataFrame({"a": [1.5, 2.0], "b": [1.0, 3.0]})))
    print(work(pd.DataFrame({"a": [1, 2], "b": [1.0, 3.0]})))
    print(work(pd.DataFrame({"a": ["x", "y"], "b": ["y", "x"]})))
