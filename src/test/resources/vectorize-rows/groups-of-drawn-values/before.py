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
    orders = {}
    for city, group in frame.groupby("city"):
        orders[city] = (len(group), group["order"].max(), group["day"].count())
    return orders


if __name__ == "__main__":
    for count in (0, 1, 9):
        print([(city, key, [type(k) for k in key]) for city, key in work(table(count)).items()])
