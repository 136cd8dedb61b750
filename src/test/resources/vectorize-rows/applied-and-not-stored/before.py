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
    doubled = frame.apply(lambda row: row["price"] * 2, axis=1)
    frame["doubled"] = doubled
    return frame


if __name__ == "__main__":
    for count in (1, 500):
        frame = work(table(count))
        print(frame.dtypes.to_dict(), frame.values.tolist())
