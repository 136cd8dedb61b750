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
    frame["price"] = [str(p) for p in frame["price"]]
    if (
        str(frame.dtypes.get("price")) in ("int64", "float64")
        and not (frame[["price"]].astype(float).abs() > 2**26).any(axis=None)
    ):
        out = (frame["price"] * 2).tolist()
    else:
        out = []
        for _, row in frame.iterrows():
            out.append(row["price"] * 2)
    return out


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
