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
    """A word for the price."""
    price = row["price"] * 1.5
    if price > LIMIT:
        return "large"
    elif row.units < 3:
        return "few"
    return "small"


def work(frame):
    frame["size"] = np.select(
        [frame["price"] * 1.5 > LIMIT, frame["units"] < 3],
        ["large", "few"],
        default="small",
    )
    return frame


if __name__ == "__main__":
    for count in (1, 500):
        frame = work(table(count))
        print(frame.dtypes.to_dict(), frame.values.tolist())
