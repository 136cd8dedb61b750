import numpy as np
import pandas as pd


def work(frame):
    out = []
    for row in frame.itertuples():
        out.append(row.a * row.b)
    return out


if __name__ == "__main__":
    big = np.array([4611686018427387904, 3])
    print(work(pd.DataFrame({"a": big, "b": big, "c": ["x", "y"]})))
