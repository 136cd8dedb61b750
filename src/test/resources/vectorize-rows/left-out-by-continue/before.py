import numpy as np
import pandas as pd


def table(count):
    generator = np.random.default_rng(11)
    return pd.DataFrame(
        {
            "units": generator.integers(1, 40, count),
            "price": np.round(generator.uniform(1.0, 50.0, count), 2),
        }
    )


def work(frame):
    out = []
    for _, row in frame.iterrows():
        if row["units"] < 5:
            continue
        out.append(row["price"] ** 2)
    return out


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
