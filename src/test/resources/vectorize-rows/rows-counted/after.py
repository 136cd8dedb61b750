import numpy as np
import pandas as pd


def table(count):
    generator = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "order": range(count),
            "city": generator.choice(["Rome", "Oslo", "Bonn"], count),
            "paid": generator.uniform(-5, 500, count).round(2),
            "day": pd.date_range("2024-01-01", periods=count, freq="D"),
        }
    )
    return named(frame)


def named(frame):
    frame["short"] = frame["city"].str[:2]
    return frame


def work(frame):
    late = int((frame["day"].dt.weekday >= 5).sum())
    return late


if __name__ == "__main__":
    for count in (0, 1, 40):
        late = work(table(count))
        print(late, type(late))
