import numpy as np
import pandas as pd


def table(count):
    generator = np.random.default_rng(11)
    return pd.DataFrame(
        {
            "units": generator.integers(1, 40, count),
            "price": np.round(generator.uniform(1.0, 50.0, count), 2),
            "region": [("north", "south", "east")[i % 3] for i in range(count)],
        }
    )


def work(frame):
    best = frame.sort_values("price").head(20)
    out = []
    for row in best.itertuples():
        out.append(max(row.price, 30.0) - abs(row.price - 45.0))
    return out


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
