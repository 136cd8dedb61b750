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
    frame["label"] = np.where(
        frame["city"] == "Rome",
        frame["city"].str.upper(),
        frame["city"].str.lower() + "!",
    )
    return frame


if __name__ == "__main__":
    for count in (1, 9):
        frame = work(table(count))
        print(frame.dtypes.to_dict(), frame.values.tolist())
