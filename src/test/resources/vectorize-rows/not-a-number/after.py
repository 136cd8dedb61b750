import numpy as np
import pandas as pd


def work(frame):
    out = np.select(
        [frame["a"] > 1.0, 0.25 < frame["a"]],
        [frame["a"] * 2.0, 0.25],
        default=frame["a"],
    ).tolist()
    return out


if __name__ == "__main__":
    values = np.array([0.5, float("nan"), 3.0, -0.0, float("inf")])
    print(work(pd.DataFrame({"a": values, "name": ["p", "q", "r", "s", "t"]}, )))
