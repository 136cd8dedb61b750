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
    revenue = []
    for _, sale in frame.iterrows():
        total = sale["units"] * sale["price"]
        if sale["units"] >= 20:
            total *= 0.95
        if sale["region"] == "south" and sale["price"] < 10.0:
            total *= 0.90
        revenue.append(round(total, 2))
    return revenue


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
