import numpy as np
import pandas as pd


def work(frame):
    out = []
    for _, row in frame.iterrows():
        if row["a"] > 1.0:
            out.append(row["a"] * 2.0)
        else:
            out.append(min(row["a"], 0.25))
    return out


if __name__ == "__main__":
    values = np.array([0.5, float("nan"), 3.0, -0.0, float("inf")])
    print(work(pd.DataFrame({"a": values, "name": ["p", "q", "r", "s", "t"]}, )))
