import numpy as np
import pandas as pd


def table(count):
    g = np.random.default_rng(11)
    return pd.DataFrame(
        {
            "units": g.integers(0, 40, count),
            "price": np.round(g.uniform(-1.0, 50.0, count), 2),
            "region": [("north", "south", "east")[i % 3] for i in range(count)],
            "flag": g.random(count) > 0.5,
        }
    )


def work(frame):
    t = frame["price"]
    t = t - frame["units"]
    t = t * 2
    t = np.where(t > 0, (t - 1.5) / 2, t + 1.5)
    out = t.tolist()
    return out


if __name__ == "__main__":
    for n in (0, 1, 60):
        print(work(table(n)))
