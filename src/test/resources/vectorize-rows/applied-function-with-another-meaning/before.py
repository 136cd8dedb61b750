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


LIMIT = 30.0


def size(row):
    if row["price"] > LIMIT:
        return "large"
    return "small"


def work(frame):
    LIMIT = 10.0
    frame["size"] = frame.apply(size, axis=1)
    return frame, LIMIT


if __name__ == "__main__":
    for count in (1, 500):
        frame, _ = work(table(count))
        print(frame.dtypes.to_dict(), frame.values.tolist())
