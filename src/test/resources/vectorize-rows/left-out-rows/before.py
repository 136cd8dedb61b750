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
    names = []
    for _, row in frame.iterrows():
        net = row.price - 1.5
        if net > 20.0 or not row["units"] < 30:
            names.append(row["region"])
    return names


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
