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
    total = frame["units"] * frame["price"]
    total = np.where(frame["units"] >= 20, total * 0.95, total)
    total = np.where(
        (frame["region"] == "south") & (frame["price"] < 10.0), total * 0.90, total
    )
    revenue = [round(value, 2) for value in total.tolist()]
    return revenue


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
