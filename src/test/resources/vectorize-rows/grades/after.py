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
    grade = np.select(
        [frame["price"] > 40.0, frame["price"] > 20.0],
        ["high", "middle"],
        default="low",
    )
    grades = grade.tolist()
    return grades


if __name__ == "__main__":
    for count in (0, 1, 500):
        print(work(table(count)))
