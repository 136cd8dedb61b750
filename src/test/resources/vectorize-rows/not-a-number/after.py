import numpy as np
import pandas as pd


def work(frame):
    out = np.where(frame["a"] > 1.0, frame["a"] * 2.0, np.where(0.25 < frame["a"], 0.25, frame["a"])).tolist()
    return out


if __name__ == "__main__":
    values = np.array([0.5, float("nan"), 3.0, -0.0, float("inf")])
    print(work(pd.DataFrame({"a": values, "name": ["p", "q", "r", "s", "t"]}, )))
