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
    if (frame["units"] != 0).all():
        out = (frame["price"] / frame["units"]).tolist()
    else:
        out = []
        for _, row in frame.iterrows():
            out.append(row["price"] / row["units"])
    return out


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
